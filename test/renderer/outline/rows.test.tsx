import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { bigPlan } from "#test/support/builders.ts";
import { expectSound } from "#test/support/plans.ts";
import {
  cell,
  findRow,
  grid,
  lines,
  PLAN,
  row,
  selected,
  showOutline,
  showUnstored,
  stopKeyboard,
} from "./support.tsx";

afterEach(stopKeyboard);

describe("the rows", () => {
  it("are a tree to a screen reader", async () => {
    await showOutline(PLAN, { select: ["Register"] });
    expect(grid()).toHaveAttribute("aria-multiselectable", "true");
    const named = within(grid()).getByRole("row", { name: /1.1 Named/ });
    expect(named).toHaveAttribute("aria-level", "2");
    expect(named).toHaveAttribute("aria-expanded", "true");
    const register = row("Register");
    expect(register).toHaveAttribute("aria-posinset", "2");
    expect(register).toHaveAttribute("aria-setsize", "3");
    expect(register).toHaveAttribute("aria-selected", "true");
    expect(register).not.toHaveAttribute("aria-expanded");
    expect(grid()).toHaveAttribute("aria-activedescendant", register.id);
    expect(within(register).getByRole("rowheader")).toHaveTextContent("Register");
    expect(
      within(grid())
        .getAllByRole("columnheader")
        .map((head) => head.textContent),
    ).toContain("Status");
  });

  it("are drawn a screenful at a time", async () => {
    const user = await showUnstored(bigPlan(10_000));
    expect(grid().querySelectorAll("[role='row']").length).toBeLessThan(60);
    await user.keyboard("{End}");
    expect(selected()).toEqual(["Task 10000: prepare, check and hand over"]);
    expect(document.getElementById(grid().getAttribute("aria-activedescendant") ?? "")).toBe(
      row("Task 10000"),
    );
  });

  it("say what is late, what ends too late, and who was removed", async () => {
    await showOutline(PLAN, { today: "2027-01-08" });
    expect(cell("Choose", "finish")).toHaveTextContent(/6 Jan\b.*late/i);
    expect(cell("Register", "finish")).not.toHaveTextContent(/late/i);
    expect(cell("Choose", "who")).toHaveTextContent("Cy Former (removed)");
  });

  it("mark a milestone whose tasks end after its date", async () => {
    const { user } = await showOutline(PLAN, { select: ["Print"] });
    expect(cell("Named", "finish")).not.toHaveTextContent(/Its tasks end/);
    await user.dblClick(cell("Print", "finish"));
    await user.keyboard("4 Feb{Enter}");
    expect(cell("Named", "finish")).toHaveTextContent("Its tasks end 3 days after this date");
  });

  it("invite the next step where there is nothing yet", async () => {
    const { user, plan } = await showOutline();
    expect(screen.getByText("Somebody wants it.")).toBeInTheDocument();
    expect(within(row("Proved")).getByRole("button", { name: /Add a task/ })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Add stage" }));
    await user.keyboard("Exit{Shift>}{Enter}{/Shift}");
    expect(lines(plan()).at(-1)).toBe("3 Exit");
  });
});

describe("selecting and moving", () => {
  it("extends with Shift, adds with Control, and clears with Escape", async () => {
    const { user } = await showOutline();
    await user.click(row("Choose"));
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}");
    expect(selected()).toEqual(["Choose", "Register"]);
    await user.keyboard("{Control>}");
    await user.click(row("Proved"));
    await user.click(row("Choose"));
    await user.keyboard("{/Control}");
    expect(selected()).toEqual(["Register", "Proved"]);
    await user.keyboard("{Escape}");
    expect(selected()).toEqual([]);
    await user.keyboard("{Control>}a{/Control}");
    expect(selected()).toHaveLength(7);
  });

  it("moves, indents and outdents several rows together and says where they went", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Register", "Print"] });
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(lines(plan()).slice(2, 5)).toEqual(["1.1.1 Register", "1.1.2 Print", "1.1.3 Choose"]);
    expect(screen.getByRole("status")).toHaveTextContent("Move 2 items: 1.1.1 Register, level 3");
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}");
    expect(lines(plan()).slice(2, 5)).toEqual(["1.1.1 Choose", "1.1.1.1 Register", "1.1.1.2 Print"]);
    expect(selected()).toEqual(["Register", "Print"]);
    await user.keyboard("{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}");
    expect(lines(plan()).slice(2, 5)).toEqual(["1.1.1 Choose", "1.1.2 Register", "1.1.3 Print"]);
    expectSound(plan());
    expect(grid()).toHaveFocus();
  });

  it("deletes to the bin, goes on at the next row, and undo keeps the keyboard in the grid", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Choose", "Register"] });
    await user.keyboard("{Delete}");
    expect(lines(plan())).not.toContain("1.1.1 Choose");
    expect(selected()).toEqual(["Print"]);
    await user.keyboard("{Control>}z{/Control}");
    expect(lines(plan()).slice(2, 5)).toEqual(["1.1.1 Choose", "1.1.2 Register", "1.1.3 Print"]);
    expect(grid()).toHaveFocus();
  });

  it("closes and opens with the arrows, and leaves no hidden row selected", async () => {
    const { user } = await showOutline(PLAN, { select: ["Print"] });
    await user.keyboard("{ArrowLeft}");
    expect(selected()).toEqual(["Named"]);
    await user.keyboard("{ArrowLeft}");
    expect(row("Named")).toHaveAttribute("aria-expanded", "false");
    expect(findRow("Print")).toBeNull();
    await user.keyboard("{ArrowRight}");
    expect(row("Print")).toBeInTheDocument();
    await user.click(row("Print"));
    await user.click(row("Named").querySelector("button[aria-hidden]") as HTMLElement);
    expect(selected()).toEqual(["Named"]);
  });

  it("marks done with Space and duplicates with Control+D", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Choose"] });
    await user.keyboard(" ");
    expect(plan().tasks.get("Choose")?.status).toBe("done");
    await user.keyboard("{Control>}d{/Control}");
    expect(lines(plan())[3]).toBe("1.1.2 Choose (copy)");
  });

  it("leaves the grid with Tab", async () => {
    const { user } = await showOutline(PLAN, { select: ["Choose"] });
    await user.tab();
    expect(grid()).not.toHaveFocus();
  });

  it("edits nothing when the roadmap is read-only", async () => {
    const { user, plan } = await showOutline(PLAN, {
      select: ["Choose"],
      readOnly: "Open in another window.",
    });
    await user.keyboard("X{F2}{Delete}{Alt>}{ArrowDown}{/Alt}");
    await user.dblClick(cell("Choose", "start"));
    expect(within(grid()).queryByRole("textbox")).not.toBeInTheDocument();
    expect(lines(plan())).toEqual(lines(PLAN));
    expect(grid()).toHaveAttribute("aria-readonly", "true");
  });
});
