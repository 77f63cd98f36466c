import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Load } from "#renderer/features/load/Load.tsx";
import { PersonPage } from "#renderer/features/people/PersonPage.tsx";
import { weekLoadOf } from "#shared/load/load.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan, START } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

/** Today is Monday, 4 January 2027. Ana has 52 hours this week, Bo 38, and nobody has the permits. */
const PLAN = aPlan({
  people: [{ name: "Ana Lima" }, { name: "Bo Chen" }, { name: "Cy Oh", hoursPerWeek: 0 }],
  routines: [{ name: "Count the cash", rule: "FREQ=WEEKLY", minutes: 120, ownerId: "Ana Lima" }],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Write the menu", durationDays: 5, effortHours: 44, does: ["Ana Lima"] },
        { task: "Call suppliers", durationDays: 5, effortHours: 6, does: ["Ana Lima"] },
        { task: "Draw the plan", durationDays: 5, effortHours: 38, does: ["Bo Chen"] },
        { task: "Get permits", durationDays: 1, effortHours: 7 },
      ],
    },
  ],
});

const open = () => show(<Load />, PLAN, { today: START });
const cell = (name: RegExp) => screen.getByRole("gridcell", { name });
const panel = () => within(screen.getByRole("complementary", { name: "Week" }));
const effects = (name: string) =>
  panel()
    .getByRole("list", { name: `What “${name}” does` })
    .textContent?.trim();

describe("the load", () => {
  it("says in words and numbers who has too much", async () => {
    const { user } = await open();
    expect(screen.getByText("1 person is over").parentElement).toHaveTextContent("Ana Lima (+12 h).");
    expect(cell(/Ana Lima, week of 4 Jan: 52 of 40 hours, 12 h over/)).toHaveTextContent("+12 h");
    expect(cell(/Bo Chen, week of 4 Jan: 38 of 40 hours$/)).toHaveTextContent("38");
    expect(cell(/Cy Oh, week of 4 Jan: no hours to give/)).toBeInTheDocument();
    expect(cell(/Nobody yet, week of 4 Jan: 7 hours/)).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole("switch", { name: /Only people who are over/ }));
    expect(screen.getAllByRole("rowheader")).toHaveLength(1);
  });

  it("takes a week apart by keyboard, and gives work away with what it does to both", async () => {
    const { user, plan, undo } = await open();
    await user.click(cell(/Bo Chen, week of 4 Jan/));
    await user.keyboard("{ArrowUp}{ArrowRight}{ArrowLeft}{Enter}");
    expect(cell(/Ana Lima, week of 4 Jan/)).toHaveFocus();
    const parts = within(panel().getByRole("list", { name: "What it is made of" }));
    expect(parts.getAllByRole("listitem").map((part) => part.textContent)).toEqual([
      expect.stringContaining("44 h"),
      expect.stringContaining("6 h"),
      expect.stringContaining("2 h"),
    ]);
    await user.click(parts.getByRole("button", { name: "Change Call suppliers" }));
    expect(effects("Give it to Bo Chen")).toBe(
      "Ana Lima: 52 → 46 of 40, 6 overBo Chen: 38 → 44 of 40, 4 over",
    );
    expect(effects("A week later")).toBe("Ana Lima: 52 → 46 of 40, 6 overAna Lima, 11 Jan: 2 → 8 of 40");
    expect(await axeProblems()).toEqual([]);
    await user.click(panel().getByRole("button", { name: "Give it to Bo Chen" }));
    expect(plan().tasks.get("Call suppliers")?.assignments).toEqual([
      { personId: "Bo Chen", allocationPct: 100 },
    ]);
    expect(cell(/Ana Lima, week of 4 Jan: 46 of 40 hours/)).toBeInTheDocument();
    undo();
    expect(cell(/Ana Lima, week of 4 Jan: 52 of 40 hours/)).toBeInTheDocument();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary", { name: "Week" })).not.toBeInTheDocument();
  });

  it("shares a task, and gives a routine another owner", async () => {
    const { user, plan } = await open();
    await user.click(cell(/Ana Lima, week of 4 Jan/));
    await user.click(panel().getByRole("button", { name: "Change Write the menu" }));
    await user.click(panel().getByRole("button", { name: "Share it with Bo Chen" }));
    expect(plan().tasks.get("Write the menu")).toMatchObject({
      effortHours: 44,
      assignments: [
        { personId: "Ana Lima", allocationPct: 50 },
        { personId: "Bo Chen", allocationPct: 50 },
      ],
    });
    expect(weekLoadOf(plan(), START, "Bo Chen", START).hours).toBe(60);
    await user.click(panel().getByRole("button", { name: "Change Count the cash" }));
    await user.click(panel().getByRole("button", { name: "Bo Chen runs it from now on" }));
    expect(plan().routines.get("Count the cash")?.ownerId).toBe("Bo Chen");
  });
});

it("leads from a person's page to the week", async () => {
  const person = PLAN.people.get("Ana Lima");
  if (!person) throw new Error("Ana is missing.");
  const { app, user } = await show(<PersonPage person={person} />, PLAN, { today: START });
  await user.click(screen.getByRole("button", { name: "week of 4 Jan: 52 of 40 hours, 12 h over" }));
  expect(app.ui.getState()).toMatchObject({
    route: { view: "load" },
    loadWeek: { personId: "Ana Lima", week: START },
  });
});
