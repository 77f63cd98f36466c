import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Details } from "#renderer/features/details/Details.tsx";
import { outlineOf } from "#shared/domain/outline.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";
import { pizzaPlan, TODAY } from "./plan.ts";

const open = (...select: string[]) => show(<Details />, pizzaPlan(), { today: TODAY, select });

describe("a milestone", () => {
  it("is marked as reached today, the day can be changed, and it can be taken back", async () => {
    const { user, plan, undo } = await open("Menu agreed");
    expect(screen.getByText("3 days late")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Mark as reached" }));
    expect(plan().milestones.get("Menu agreed")?.reachedOn).toBe(TODAY);
    expect(screen.queryByText("3 days late")).not.toBeInTheDocument();
    expect(screen.getByText("Marked as reached, but 1 criterion is not met.")).toBeInTheDocument();
    const day = screen.getByRole("textbox", { name: "Reached on" });
    await user.clear(day);
    await user.type(day, "28 Jan 2027{Enter}");
    expect(plan().milestones.get("Menu agreed")?.reachedOn).toBe("2027-01-28");
    await user.click(screen.getByRole("button", { name: "Not reached" }));
    expect(plan().milestones.get("Menu agreed")?.reachedOn).toBeNull();
    undo();
    undo();
    undo();
    expect(plan().milestones.get("Menu agreed")?.reachedOn).toBeNull();
    expect(screen.getByRole("button", { name: "Mark as reached" })).toBeInTheDocument();
  });

  it("takes a date, an owner, a health and a criterion", async () => {
    const { user, plan } = await open("Menu agreed");
    const date = screen.getByRole("textbox", { name: "Date" });
    await user.clear(date);
    await user.type(date, "6 Feb 2027{Enter}");
    await user.click(screen.getByRole("button", { name: "Owner: Dan Ray (removed)" }));
    await user.keyboard("ana{Enter}");
    await user.click(screen.getByRole("button", { name: /Health/ }));
    await user.click(await screen.findByRole("option", { name: "On track" }));
    await user.click(screen.getByRole("checkbox", { name: "Priced" }));
    screen.getByRole("textbox", { name: "Add a criterion" }).focus();
    await user.keyboard("Printed{Enter}");
    expect(plan().milestones.get("Menu agreed")).toMatchObject({
      date: "2027-02-06",
      ownerId: "Ana Lima",
      health: "on-track",
      criteria: [
        { text: "Ten dishes", met: true },
        { text: "Priced", met: true },
        { text: "Printed", met: false },
      ],
    });
  });

  it("lists its tasks, each a way there", async () => {
    const { user, app } = await open("Menu agreed");
    const tasks = within(screen.getByRole("list", { name: "Tasks" }));
    expect(tasks.getAllByRole("button").map((row) => row.textContent)).toEqual([
      "DoneTaste sauces100%",
      "In progressPrice dishes40%",
    ]);
    await user.click(tasks.getByRole("button", { name: /Price dishes/ }));
    expect(app.ui.getState().selection).toEqual(["Price dishes"]);
  });
});

describe("a stage", () => {
  it("keeps a name, a goal and notes, and shows its span", async () => {
    const { user, plan } = await open("Idea");
    const goal = screen.getByRole("textbox", { name: "Goal" });
    await user.clear(goal);
    await user.type(goal, "People queue for it.{Enter}");
    await user.type(screen.getByRole("textbox", { name: "Notes" }), "Be quick.");
    await user.type(screen.getByRole("textbox", { name: "Name" }), " first{Enter}");
    expect(plan().stages.get("Idea")).toMatchObject({
      name: "Idea first",
      goal: "People queue for it.",
      notes: "Be quick.",
    });
    expect(screen.getByText("11 Jan – 29 Jan 2027")).toBeInTheDocument();
    expect(
      within(screen.getByRole("list", { name: "Milestones" })).getByText("Late, 29 Jan"),
    ).toBeInTheDocument();
  });

  it("moves later and earlier, as far as there is room", async () => {
    const { user, plan } = await open("Idea");
    const names = () => outlineOf(plan()).stages.map(({ item }) => item.id);
    expect(screen.getByRole("button", { name: "Move earlier" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "Move later" }));
    expect(names()).toEqual(["First customer", "Idea", "Scale"]);
    await user.click(screen.getByRole("button", { name: "Move later" }));
    expect(screen.getByRole("button", { name: "Move later" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "Move earlier" }));
    expect(names()).toEqual(["First customer", "Idea", "Scale"]);
  });
});

describe("several selected", () => {
  it("edits all of a kind as one step", async () => {
    const { user, plan, undo } = await open("Taste sauces", "Price dishes", "Menu agreed");
    expect(screen.getByText("1 milestone, 2 tasks")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: /Status of the selected tasks/ }));
    await user.click(await screen.findByRole("option", { name: "Blocked" }));
    const statuses = () => ["Taste sauces", "Price dishes"].map((id) => plan().tasks.get(id)?.status);
    expect(statuses()).toEqual(["blocked", "blocked"]);
    undo();
    expect(statuses()).toEqual(["done", "in-progress"]);
  });

  it("gives all to one person", async () => {
    const { user, plan } = await open("Taste sauces", "Price dishes");
    await user.click(screen.getByRole("button", { name: "Answers for the selected tasks: Several" }));
    await user.keyboard("bo{Enter}");
    expect(["Taste sauces", "Price dishes"].map((id) => plan().tasks.get(id)?.accountableId)).toEqual([
      "Bo Chen",
      "Bo Chen",
    ]);
  });

  it("moves all in time and deletes all", async () => {
    const { user, plan, undo } = await open("Taste sauces", "Price dishes");
    await user.click(screen.getByRole("button", { name: "Move by +1 week" }));
    const starts = () => ["Taste sauces", "Price dishes"].map((id) => plan().tasks.get(id)?.start);
    expect(starts()).toEqual(["2027-01-18", "2027-01-25"]);
    undo();
    expect(starts()).toEqual(["2027-01-11", "2027-01-18"]);
    await user.click(screen.getByRole("button", { name: "Delete to bin" }));
    expect(outlineOf(plan()).byId.has("Taste sauces")).toBe(false);
    undo();
    expect(outlineOf(plan()).byId.has("Price dishes")).toBe(true);
  });
});

describe("nothing selected", () => {
  it("shows what comes next and what is overdue, each a way there", async () => {
    const { user, app } = await open();
    const next = within(screen.getByRole("list", { name: "Next milestones" })).getAllByRole("button");
    expect(next.map((row) => row.textContent)).toEqual([
      "Health: At riskMenu agreedLate, 29 Jan",
      "Health: Not setDoors open26 Mar",
    ]);
    await user.click(
      within(screen.getByRole("list", { name: "Overdue tasks" })).getByRole("button", {
        name: /Price dishes/,
      }),
    );
    expect(app.ui.getState().selection).toEqual(["Price dishes"]);
  });

  it("edits the vision and the company in place; a company keeps some name", async () => {
    const { user, plan } = await open();
    const vision = screen.getByRole("textbox", { name: "Vision" });
    await user.clear(vision);
    await user.type(vision, "A slice on every corner.");
    const company = screen.getByRole("textbox", { name: "Company" });
    await user.clear(company);
    await user.tab();
    expect(plan().roadmap).toMatchObject({ companyName: "Corner Pizza", vision: "A slice on every corner." });
    expect(company).toHaveValue("Corner Pizza");
  });

  it("teaches in an empty plan", async () => {
    await show(<Details />, aPlan(), { today: TODAY });
    expect(screen.getByText(/No milestones are ahead/)).toBeInTheDocument();
    expect(screen.getByText("Nothing is overdue.")).toBeInTheDocument();
  });
});
