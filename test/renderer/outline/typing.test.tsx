import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { editTask } from "#renderer/commands/items.ts";
import { aPlan } from "#test/support/builders.ts";
import { expectSound } from "#test/support/plans.ts";
import { editor, grid, lines, PLAN, row, selected, showOutline, stopKeyboard } from "./support.tsx";

afterEach(stopKeyboard);

const STAGES = aPlan({ stages: [{ name: "Idea" }, { name: "Scale" }] });

describe("typing a plan", () => {
  it("is done by keyboard alone, from stages to sub-tasks", async () => {
    const { user, plan } = await showOutline(STAGES);
    await user.keyboard("{ArrowDown}{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    await user.keyboard("Recipe settled{Enter}{Tab}Bake forty{Enter}Ask{Enter}{Tab}Write questions{Enter}");
    await user.keyboard("{Shift>}{Tab}{Tab}{/Shift}Site found{Enter}{Enter}");
    expect(lines(plan())).toEqual([
      "1 Idea",
      "1.1 Recipe settled",
      "1.1.1 Bake forty",
      "1.1.2 Ask",
      "1.1.2.1 Write questions",
      "1.2 Site found",
      "2 Scale",
    ]);
    expectSound(plan());
    expect(selected()).toEqual(["Site found"]);
    expect(grid()).toHaveFocus();
  });

  it("loses no keystroke, however the field is left", async () => {
    const { user, plan, app } = await showOutline();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{F2} a{ArrowDown}");
    expect(plan().tasks.get("Choose")?.name).toBe("Choose a");
    await user.keyboard(" b{Alt>}{ArrowDown}{/Alt} c{Tab}d");
    expect(editor()).toHaveValue("Register b cd");
    expect(app.save.getState().drafts).toBe(1);
    await user.click(row("Proved"));
    expect(plan().tasks.get("Register")?.name).toBe("Register b cd");
    expect(lines(plan()).slice(2, 5)).toEqual(["1.1.1 Choose a", "1.1.2 Print", "1.1.2.1 Register b cd"]);
    expect(app.save.getState().drafts).toBe(0);
  });

  it("drops a new row that is left with nothing in it, and keeps one that was given something", async () => {
    const { user, plan, app } = await showOutline(PLAN, { select: ["Register"] });
    const before = lines(plan());
    await user.keyboard("{Enter}{Enter}");
    expect(lines(plan())).toHaveLength(before.length + 1);
    await user.click(row("Proved"));
    await waitFor(() => expect(lines(plan())).toEqual(before));
    expect(selected()).toEqual(["Proved"]);
    expect(app.documents.state.getState().planHistory.undo).toHaveLength(0);
    await user.click(row("Register"));
    await user.keyboard("{Enter}{Enter}");
    const [id] = app.ui.getState().selection;
    act(() => editTask(app, id ?? "", { notes: "Ask the bank" }));
    await user.click(row("Proved"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lines(plan())).toHaveLength(before.length + 1);
  });

  it("lets go of the selection on a click below the rows", async () => {
    const { user } = await showOutline(PLAN, { select: ["Register"] });
    await user.click(grid());
    expect(selected()).toEqual([]);
  });

  it("replaces the name when a letter is typed on a row, and Escape restores it", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Choose"] });
    await user.keyboard("New");
    expect(editor()).toHaveValue("New");
    await user.keyboard("{Escape}");
    expect(plan().tasks.get("Choose")?.name).toBe("Choose");
    expect(grid()).toHaveFocus();
    await user.keyboard("Another{Shift>}{Enter}{/Shift}");
    expect(plan().tasks.get("Choose")?.name).toBe("Another");
  });

  it("restores the old name with Escape even after a pause has saved the typing", async () => {
    const { user, plan, app } = await showOutline(PLAN, { select: ["Choose"] });
    await user.keyboard("Half a");
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(plan().tasks.get("Choose")?.name).toBe("Half a");
    await user.keyboard("nd more{Escape}");
    expect(plan().tasks.get("Choose")?.name).toBe("Choose");
    expect(app.documents.state.getState().planHistory.undo).toHaveLength(0);
  });

  it("takes an empty new row back without a trace in undo or bin", async () => {
    const { user, plan, app } = await showOutline(PLAN, { select: ["Register"] });
    await user.keyboard("{Enter}{Enter}");
    expect(plan().tasks.size).toBe(4);
    await user.keyboard("{Enter}");
    expect(plan().tasks.size).toBe(3);
    expect(app.documents.state.getState().planHistory.undo).toHaveLength(0);
    expect(selected()).toEqual(["Register"]);
    expect(grid()).toHaveFocus();
  });

  it("deletes an emptied row with Backspace and goes on in the row above", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Register"] });
    await user.keyboard("{F2}");
    await user.clear(editor());
    await user.keyboard("{Backspace}");
    expect(plan().tasks.get("Register")?.deletedAt).not.toBeNull();
    expect(editor()).toHaveValue("Choose");
    await user.keyboard("!{ArrowUp}");
    expect(editor()).toHaveValue("Named");
    expect(plan().tasks.get("Choose")?.name).toBe("Choose!");
  });

  it("is one step to undo: the row and the name it was given first", async () => {
    const { user, plan, undo } = await showOutline(PLAN, { select: ["Print"] });
    await user.keyboard("{F2}{Enter}Hang the sign{Shift>}{Enter}{/Shift}");
    expect(lines(plan())).toContain("1.1.4 Hang the sign");
    undo();
    expect(plan().tasks.size).toBe(3);
  });

  it("says in the field what belongs there", async () => {
    const { user } = await showOutline(STAGES);
    await user.click(screen.getAllByRole("button", { name: /Add the first milestone/ })[0] as HTMLElement);
    expect(editor()).toHaveAccessibleName("Milestone name");
    expect(editor()).toHaveAttribute("placeholder", "A point you can prove you have reached");
  });
});

describe("pasting a list", () => {
  const LIST = "Find a site\n- visit three\n- sign\nOpen";

  it("makes rows of the lines, with levels, as one step", async () => {
    const { user, plan, undo } = await showOutline(PLAN, { select: ["Print"] });
    await user.keyboard("{F2}{Enter}");
    fireEvent.paste(editor(), { clipboardData: { getData: () => LIST } });
    expect(lines(plan()).slice(4, 9)).toEqual([
      "1.1.3 Print",
      "1.1.4 Find a site",
      "1.1.4.1 visit three",
      "1.1.4.2 sign",
      "1.1.5 Open",
    ]);
    expectSound(plan());
    undo();
    expect(lines(plan()).slice(4, 6)).toEqual(["1.1.3 Print", "1.1.4 "]);
  });

  it("works on a row in focus too, and copies rows as an indented list", async () => {
    const { plan } = await showOutline(PLAN, { select: ["Named"] });
    const copied: string[] = [];
    fireEvent.copy(grid(), { clipboardData: { setData: (_: string, text: string) => copied.push(text) } });
    expect(copied).toEqual(["Named\n\tChoose\n\tRegister\n\tPrint"]);
    fireEvent.paste(grid(), { clipboardData: { getData: () => copied[0] } });
    expect(lines(plan()).slice(5, 9)).toEqual(["1.2 Named", "1.2.1 Choose", "1.2.2 Register", "1.2.3 Print"]);
    expect(selected()).toEqual(["Named"]);
  });

  it("leaves a single line to the field", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Print"] });
    await user.keyboard("{F2}");
    await user.paste(" flyers");
    await user.keyboard("{Shift>}{Enter}{/Shift}");
    expect(plan().tasks.get("Print")?.name).toBe("Print flyers");
  });
});
