import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { commitDrafts } from "#renderer/commands/drafts.ts";
import { Details } from "#renderer/features/details/Details.tsx";
import { show } from "#test/support/show.tsx";
import { pizzaPlan, TODAY } from "./plan.ts";

async function openChecklist() {
  const shown = await show(<Details />, pizzaPlan(), { today: TODAY, select: ["Price dishes"] });
  const list = () =>
    shown
      .plan()
      .tasks.get("Price dishes")
      ?.checklist.map((step) => `${step.done ? "x" : "-"} ${step.text}`);
  const lines = () => screen.getAllByRole<HTMLTextAreaElement>("textbox", { name: "Text of step" });
  const enter = (index: number) => {
    const line = lines()[index];
    line?.focus();
    line?.setSelectionRange(line.value.length, line.value.length);
  };
  return { ...shown, list, lines, enter };
}

describe("a checklist by the keyboard alone", () => {
  it("adds with Enter, one after the other", async () => {
    const { user, list } = await openChecklist();
    screen.getByRole("textbox", { name: "Add a step" }).focus();
    await user.keyboard("Basil{Enter}Oil{Enter}");
    expect(list()).toEqual(["x Flour", "- Cheese", "- Basil", "- Oil"]);
    expect(screen.getByRole("textbox", { name: "Add a step" })).toHaveFocus();
  });

  it("adds between two lines", async () => {
    const { user, list, enter } = await openChecklist();
    enter(0);
    await user.keyboard("{Enter}Yeast{Enter}Salt{Enter}{Escape}");
    expect(list()).toEqual(["x Flour", "- Yeast", "- Salt", "- Cheese"]);
  });

  it("adds nothing for an empty line", async () => {
    const { user, list, enter } = await openChecklist();
    enter(0);
    await user.keyboard("{Enter}{Enter}");
    await user.tab();
    expect(list()).toEqual(["x Flour", "- Cheese"]);
  });

  it("ticks with Space and takes it back", async () => {
    const { user, list, undo } = await openChecklist();
    screen.getByRole("checkbox", { name: "Cheese" }).focus();
    await user.keyboard(" ");
    expect(list()).toEqual(["x Flour", "x Cheese"]);
    undo();
    expect(list()).toEqual(["x Flour", "- Cheese"]);
  });

  it("renames as one types", async () => {
    const { user, list, enter } = await openChecklist();
    enter(1);
    await user.keyboard(" and ham");
    await user.tab();
    expect(list()).toEqual(["x Flour", "- Cheese and ham"]);
  });

  it("moves with Alt and the arrows, keeps what was being typed and the cursor in the line", async () => {
    const { user, list, lines, enter, undo } = await openChecklist();
    enter(1);
    await user.keyboard("!{Alt>}{ArrowUp}{/Alt}");
    expect(list()).toEqual(["- Cheese!", "x Flour"]);
    await waitFor(() => expect(lines()[0]).toHaveFocus());
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(list()).toEqual(["- Cheese!", "x Flour"]);
    undo();
    expect(list()).toEqual(["x Flour", "- Cheese!"]);
  });

  it("deletes an empty line with Backspace and goes to the one before", async () => {
    const { user, list, lines, enter } = await openChecklist();
    enter(1);
    await user.keyboard("{Backspace>7/}");
    expect(list()).toEqual(["x Flour"]);
    await waitFor(() => expect(lines()[0]).toHaveFocus());
  });

  it("goes up and down with the arrows", async () => {
    const { user, lines, enter } = await openChecklist();
    enter(0);
    await user.keyboard("{ArrowDown}");
    expect(lines()[1]).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("textbox", { name: "Add a step" })).toHaveFocus();
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(lines()[0]).toHaveFocus();
  });

  it("keeps a new line that was not finished when the app is left", async () => {
    const { user, list, app } = await openChecklist();
    screen.getByRole("textbox", { name: "Add a step" }).focus();
    await user.keyboard("Basil");
    commitDrafts(app);
    expect(list()).toEqual(["x Flour", "- Cheese", "- Basil"]);
  });
});
