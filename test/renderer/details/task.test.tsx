import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { commitDrafts } from "#renderer/commands/drafts.ts";
import { Details } from "#renderer/features/details/Details.tsx";
import { show } from "#test/support/show.tsx";
import { pizzaPlan, TODAY } from "./plan.ts";

const open = (id: string, options = {}) =>
  show(<Details />, pizzaPlan(), { today: TODAY, select: [id], ...options });

describe("a task's fields", () => {
  it("renames as one types, as one step to undo", async () => {
    const { user, plan, undo } = await open("Price dishes");
    const name = screen.getByRole("textbox", { name: "Name" });
    await user.clear(name);
    await user.type(name, "Price the whole menu{Enter}");
    expect(plan().tasks.get("Price dishes")?.name).toBe("Price the whole menu");
    undo();
    expect(plan().tasks.get("Price dishes")?.name).toBe("Price dishes");
  });

  it("goes where the path says", async () => {
    const { user, app } = await open("Price dishes");
    await user.click(within(screen.getByRole("navigation")).getByRole("button", { name: "Menu agreed" }));
    expect(app.ui.getState().selection).toEqual(["Menu agreed"]);
    expect(await screen.findByText("Milestone 1.1")).toBeInTheDocument();
  });

  it("sets the status, which brings the progress along", async () => {
    const { user, plan, undo } = await open("Price dishes");
    await user.click(screen.getByRole("button", { name: /Status/ }));
    await user.click(await screen.findByRole("option", { name: "Done" }));
    expect(plan().tasks.get("Price dishes")).toMatchObject({ status: "done", progressPct: 100 });
    undo();
    expect(plan().tasks.get("Price dishes")).toMatchObject({ status: "in-progress", progressPct: 40 });
  });

  it("steps the progress by the keyboard, and a run of steps is one undo", async () => {
    const { user, plan, undo } = await open("Price dishes");
    screen.getByRole("slider", { name: "Progress" }).focus();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(plan().tasks.get("Price dishes")?.progressPct).toBe(50);
    undo();
    expect(plan().tasks.get("Price dishes")?.progressPct).toBe(40);
  });

  it("says how a date is written when it cannot read one, and keeps what was typed", async () => {
    const { user, plan } = await open("Price dishes");
    const was = plan().tasks.get("Price dishes")?.start;
    const field = screen.getByRole("textbox", { name: "Start" });
    await user.clear(field);
    await user.type(field, "31.2.2027{Enter}");
    expect(field).toHaveValue("31.2.2027");
    expect(field).toHaveAccessibleDescription("Write a date like 4 Mar 2027, fri or +2w.");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(plan().tasks.get("Price dishes")?.start).toBe(was);
  });

  it("takes the progress as a number and refuses one that is none", async () => {
    const { user, plan } = await open("Price dishes");
    const field = screen.getByRole("textbox", { name: "Progress in percent" });
    await user.clear(field);
    await user.type(field, "75%{Enter}");
    expect(plan().tasks.get("Price dishes")?.progressPct).toBe(75);
    await user.clear(field);
    await user.type(field, "120");
    expect(field).toBeInvalid();
    await user.tab();
    expect(plan().tasks.get("Price dishes")?.progressPct).toBe(75);
    expect(field).toHaveValue("75");
  });

  it("moves the start and keeps the length, off a day nobody works", async () => {
    const { user, plan, app, undo } = await open("Price dishes");
    const start = screen.getByRole("textbox", { name: "Start" });
    await user.clear(start);
    await user.type(start, "6 Feb 2027{Enter}");
    expect(plan().tasks.get("Price dishes")).toMatchObject({ start: "2027-02-08", durationDays: 5 });
    expect(app.ui.getState().toasts.at(-1)?.text).toContain("not a working day");
    undo();
    expect(plan().tasks.get("Price dishes")?.start).toBe("2027-01-18");
  });

  it("sets the finish and the length from each other", async () => {
    const { user, plan } = await open("Price dishes");
    const finish = screen.getByRole("textbox", { name: "Finish" });
    await user.clear(finish);
    await user.type(finish, "29 Jan 2027{Enter}");
    expect(plan().tasks.get("Price dishes")?.durationDays).toBe(10);
    const days = screen.getByRole("textbox", { name: "Working days" });
    await user.clear(days);
    await user.type(days, "3w{Enter}");
    expect(plan().tasks.get("Price dishes")?.durationDays).toBe(15);
    expect(finish).toHaveValue("5 Feb 2027");
  });

  it("says how late it is", async () => {
    await open("Price dishes");
    expect(screen.getByText("10 days late")).toBeInTheDocument();
  });

  it("keeps hours, and clearing them means that nobody has said", async () => {
    const { user, plan } = await open("Price dishes");
    const hours = screen.getByRole("textbox", { name: "Work, in hours" });
    await user.clear(hours);
    await user.type(hours, "2,5");
    await user.tab();
    expect(plan().tasks.get("Price dishes")?.effortHours).toBe(2.5);
    await user.clear(hours);
    await user.tab();
    expect(plan().tasks.get("Price dishes")?.effortHours).toBeNull();
  });

  it("does not lose a number when the app is left without leaving the field", async () => {
    const { user, plan, app } = await open("Price dishes");
    const hours = screen.getByRole("textbox", { name: "Work, in hours" });
    await user.clear(hours);
    await user.type(hours, "24");
    expect(app.save.getState().drafts).toBe(1);
    commitDrafts(app);
    expect(plan().tasks.get("Price dishes")?.effortHours).toBe(24);
    expect(app.save.getState().drafts).toBe(0);
  });

  it("saves notes of several lines", async () => {
    const { user, plan } = await open("Price dishes");
    const notes = screen.getByRole("textbox", { name: "Notes" });
    await user.click(notes);
    await user.keyboard("{Enter}Then the dairy.");
    await user.tab();
    expect(plan().tasks.get("Price dishes")?.notes).toBe("Ask the bakery.\nThen the dairy.");
  });

  it("keeps what was typed with the task it was typed for", async () => {
    const { user, plan, app } = await open("Price dishes");
    await user.type(screen.getByRole("textbox", { name: "Notes" }), " Soon.");
    act(() => app.ui.setState({ selection: ["Taste sauces"] }));
    expect(await screen.findByText("Task 1.1.1")).toBeInTheDocument();
    expect(plan().tasks.get("Price dishes")?.notes).toBe("Ask the bakery. Soon.");
    expect(plan().tasks.get("Taste sauces")?.notes).toBe("");
  });
});

describe("who does it and who answers", () => {
  it("adds somebody who is not there yet, in one step", async () => {
    const { user, plan, undo } = await open("Price dishes");
    await user.click(screen.getByRole("button", { name: /^Who does it/ }));
    await user.keyboard("Eva Stone");
    await user.click(await screen.findByRole("option", { name: "Add “Eva Stone”" }));
    const eva = [...plan().people.values()].find((person) => person.name === "Eva Stone");
    expect(eva).toBeDefined();
    expect(plan().tasks.get("Price dishes")?.assignments).toEqual([
      { personId: "Ana Lima", allocationPct: 100 },
      { personId: eva?.id, allocationPct: 100 },
    ]);
    undo();
    expect([...plan().people.values()].some((person) => person.name === "Eva Stone")).toBe(false);
    expect(plan().tasks.get("Price dishes")?.assignments).toHaveLength(1);
  });

  it("gives several people a share each and takes one off", async () => {
    const { user, plan } = await open("Price dishes");
    await user.click(screen.getByRole("button", { name: /^Who does it/ }));
    await user.click(await screen.findByRole("option", { name: /Bo Chen/ }));
    await user.keyboard("{Escape}");
    const share = await screen.findByRole("textbox", { name: "Share of Bo Chen, in percent" });
    await user.clear(share);
    await user.type(share, "25{Enter}");
    await user.click(screen.getByRole("button", { name: "Take Ana Lima off" }));
    expect(plan().tasks.get("Price dishes")?.assignments).toEqual([
      { personId: "Bo Chen", allocationPct: 25 },
    ]);
  });

  it("shows somebody in the bin as removed, and gives their work to another", async () => {
    const { user, plan } = await open("Price dishes");
    await user.click(screen.getByRole("button", { name: "Answers for it: Dan Ray (removed)" }));
    await user.keyboard("bo");
    await user.keyboard("{Enter}");
    expect(plan().tasks.get("Price dishes")?.accountableId).toBe("Bo Chen");
  });
});

describe("a group", () => {
  it("shows rolled-up dates and progress, says so, and offers no field for them", async () => {
    await open("Build-out");
    expect(screen.getByText(/worked out from what it holds/)).toBeInTheDocument();
    expect(screen.getByText("8 Feb – 5 Mar 2027")).toBeInTheDocument();
    expect(screen.getByText(/50%, 1 of 2 tasks done/)).toBeInTheDocument();
    expect(screen.queryByRole("textbox", { name: "Start" })).not.toBeInTheDocument();
    expect(screen.queryByRole("slider")).not.toBeInTheDocument();
  });
});

describe("a task's menu", () => {
  it("deletes to the bin, with a way back", async () => {
    const { user, plan, app, undo } = await open("Price dishes");
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete to bin" }));
    expect(plan().tasks.get("Price dishes")?.deletedAt).not.toBeNull();
    expect(app.ui.getState().toasts.at(-1)?.action?.command).toBe("edit.undo");
    undo();
    expect(plan().tasks.get("Price dishes")?.deletedAt).toBeNull();
  });
});

describe("a roadmap that cannot be edited", () => {
  it("offers nothing that would change it", async () => {
    await open("Price dishes", { readOnly: "Open in another window." });
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveAttribute("readonly");
    expect(screen.getByRole("textbox", { name: "Start" })).toBeDisabled();
    expect(screen.getByRole("textbox", { name: "Working days" })).toHaveAttribute("readonly");
    expect(screen.getByRole("checkbox", { name: "Flour" })).toBeDisabled();
    expect(screen.getByRole("button", { name: /^Answers for it/ })).toBeDisabled();
    for (const name of ["More", "Delete step", "Take Ana Lima off", "Add what comes first"])
      expect(screen.queryByRole("button", { name })).not.toBeInTheDocument();
    expect(screen.queryByRole("textbox", { name: "Add a step" })).not.toBeInTheDocument();
  });
});
