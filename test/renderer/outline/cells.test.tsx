import { screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { cell, editor, grid, lines, PLAN, row, showOutline, stopKeyboard } from "./support.tsx";

afterEach(stopKeyboard);

describe("editing cells", () => {
  it("reaches every cell with the arrows and types over it", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Register"] });
    await user.keyboard("{ArrowRight}{ArrowRight}{Enter}");
    await user.keyboard("2027-01-16{Enter}"); // a Saturday
    expect(plan().tasks.get("Register")?.start).toBe("2027-01-18");
    expect(grid()).toHaveFocus();
    await user.keyboard("{ArrowRight}22 Jan{Tab}2w{Enter}");
    expect(plan().tasks.get("Register")).toMatchObject({ start: "2027-01-18", durationDays: 10 });
    await user.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowDown}");
    expect(grid()).toHaveAttribute("aria-activedescendant", row("Print").id);
  });

  it("keeps a date that cannot be read out of the plan, and Escape drops it", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Register"] });
    await user.dblClick(cell("Register", "start"));
    await user.keyboard("3/4/2027{Enter}");
    expect(editor()).toBeInvalid();
    await user.keyboard("{Escape}");
    expect(cell("Register", "start")).toHaveTextContent(/^11 Jan$/);
    expect(plan().tasks.get("Register")?.start).toBe("2027-01-11");
  });

  it("says the year of a date only when it is not this one", async () => {
    await showOutline(PLAN, { today: "2026-12-31" });
    expect(cell("Register", "start")).toHaveTextContent(/^11 Jan 2027$/);
    expect(screen.getByTitle("Monday, 11 January 2027")).toBeInTheDocument();
  });

  it("moves a milestone's date", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Proved"] });
    await user.dblClick(cell("Proved", "finish"));
    await user.keyboard("+2w{Enter}");
    expect(plan().milestones.get("Proved")?.date).toBe("2027-03-15");
  });

  it("sets the status of every selected task from one list", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Register", "Print"] });
    await user.keyboard("{ArrowRight>5/}");
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("option", { name: "Blocked" }));
    expect(plan().tasks.get("Register")?.status).toBe("blocked");
    expect(plan().tasks.get("Print")?.status).toBe("blocked");
    expect(plan().tasks.get("Choose")?.status).toBe("not-started");
  });

  it("opens a list on the second click, and marks a milestone reached there", async () => {
    const { user, plan } = await showOutline();
    await user.click(cell("Proved", "status"));
    expect(screen.queryByRole("option")).not.toBeInTheDocument();
    await user.click(cell("Proved", "status"));
    await user.click(await screen.findByRole("option", { name: "Reached" }));
    expect(plan().milestones.get("Proved")?.reachedOn).toBe("2027-01-04");
    expect(cell("Proved", "status")).toHaveTextContent("Reached");
  });

  it("gives a task to somebody new by typing the name, as one step", async () => {
    const { user, plan, undo } = await showOutline(PLAN, { select: ["Register"] });
    await user.keyboard("{ArrowRight>6/}Dee");
    await user.type(await screen.findByRole("textbox", { name: "Does it" }), " Ray");
    expect(screen.getByRole("textbox", { name: "Does it" })).toHaveValue("Dee Ray");
    await user.click(await screen.findByRole("option", { name: "Add “Dee Ray”" }));
    await user.keyboard("{Escape}");
    const dee = [...plan().people.values()].find((person) => person.name === "Dee Ray");
    expect(plan().tasks.get("Register")?.assignments).toEqual([{ personId: dee?.id, allocationPct: 100 }]);
    undo();
    expect(plan().people.size).toBe(3);
    expect(plan().tasks.get("Register")?.assignments).toEqual([]);
  });

  it("clears a person with Delete in the cell and leaves the row alone", async () => {
    const { user, plan } = await showOutline(PLAN, { select: ["Choose"] });
    await user.keyboard("{ArrowRight>6/}{Delete}");
    expect(plan().tasks.get("Choose")?.assignments).toEqual([]);
    expect(lines(plan())).toEqual(lines(PLAN));
  });

  it("offers in a menu what can be done with the row", async () => {
    const { user, plan } = await showOutline();
    await user.pointer({ keys: "[MouseRight]", target: cell("Proved", "name") });
    await user.click(await screen.findByRole("menuitem", { name: /Add task inside/ }));
    await user.keyboard("Sell ten{Shift>}{Enter}{/Shift}");
    expect(lines(plan())).toContain("1.2.1 Sell ten");
  });
});
