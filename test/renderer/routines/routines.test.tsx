import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { search } from "#renderer/features/palette/search.ts";
import { Routines } from "#renderer/features/routines/Routines.tsx";
import { addRoutine, type RoutineInput, recordRun } from "#shared/domain/operations/routines.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan, START, testContext } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const PEOPLE = aPlan({ people: [{ name: "Ana Lima" }, { name: "Bo Chen" }] });

/** Adds a routine and records its runs of the days given; ids as the context gives them. */
function withRoutine(plan: Plan, prefix: string, input: RoutineInput, ...done: readonly string[]): Plan {
  const ctx = testContext({ prefix });
  let now = applyChange(plan, must(addRoutine(plan, ctx, input)));
  for (const day of done)
    now = applyChange(now, must(recordRun(now, ctx, `${prefix}1`, day, { doneOn: day })));
  return now;
}

/** Today is Monday, 4 January 2027. The cash was counted twice, then not on 21 and 28 December. */
const CASH = withRoutine(
  PEOPLE,
  "cash",
  {
    name: "Count the cash",
    ownerId: "Ana Lima",
    minutes: 45,
    rule: "FREQ=WEEKLY;BYDAY=MO",
    firstRun: "2026-12-07",
  },
  "2026-12-07",
  "2026-12-14",
);
const BOTH = withRoutine(CASH, "books", {
  name: "Close the books",
  ownerId: "Bo Chen",
  minutes: 120,
  rule: "FREQ=MONTHLY;BYMONTHDAY=-1",
  firstRun: START,
  steps: [{ id: "s1", text: "Invoices out" }],
});

const open = (plan: Plan) => show(<Routines />, plan, { today: START });
const today = () => within(screen.getByRole("region", { name: "Today" }));
const panel = () => within(screen.getByRole("complementary", { name: "Routine" }));
const row = (name: RegExp) => screen.getByRole("row", { name });

describe("the routines of a roadmap", () => {
  it("teach when there is none, and the first needs a name and Enter", async () => {
    const { user, plan } = await open(PEOPLE);
    expect(screen.getByText(/Nothing runs by itself yet/)).toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: "Add a routine" }), "Order flour{Enter}");
    expect([...plan().routines.values()]).toMatchObject([{ name: "Order flour", firstRun: START }]);
    expect(panel().getByRole("button", { name: /Every Monday/ })).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
  });

  it("show what was missed once, and the run that stands", async () => {
    const { user, plan } = await open(BOTH);
    expect(today().getAllByRole("listitem")).toHaveLength(1);
    expect(today().getByText("Missed since 21 Dec 2026, 2 runs")).toBeInTheDocument();
    expect(row(/Count the cash/)).toHaveTextContent("None in a row, 2 missed");
    await user.click(today().getByRole("checkbox", { name: "Count the cash, Today" }));
    expect(plan().routineRuns.size).toBe(3);
    expect(today().queryByText(/Missed/)).not.toBeInTheDocument();
    expect(row(/Count the cash/)).toHaveTextContent("1 in a row, 2 missed");
    expect(row(/Count the cash/)).toHaveTextContent("Mon 11 Jan");
    await user.click(today().getByRole("checkbox", { name: "Count the cash, Today" }));
    expect(plan().routineRuns.size).toBe(2);
  });

  it("get another rule in three clicks, and read it back in words", async () => {
    const { user, plan, undo } = await open(BOTH);
    await user.click(row(/Close the books/));
    await user.click(panel().getByRole("button", { name: /Last day of the month/ }));
    await user.click(screen.getByRole("option", { name: "Every second Sunday" }));
    expect(plan().routines.get("books1")?.rule).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU");
    expect(row(/Close the books/)).toHaveTextContent("Every second Sunday");
    undo();
    expect(row(/Close the books/)).toHaveTextContent("Last day of the month");
  });

  it("get any other rhythm put together", async () => {
    const { user, plan } = await open(BOTH);
    await user.click(row(/Close the books/));
    await user.click(panel().getByRole("button", { name: /Last day of the month/ }));
    await user.click(screen.getByRole("option", { name: "Another rhythm…" }));
    const custom = within(screen.getByRole("group", { name: "Another rhythm" }));
    await user.click(custom.getByRole("button", { name: /The last day/ }));
    await user.click(screen.getByRole("option", { name: "Last working day" }));
    expect(row(/Close the books/)).toHaveTextContent("Last working day of the month");
    const runs = custom.getByRole("textbox", { name: "Number of runs" });
    await user.type(runs, "6{Enter}");
    expect(plan().routines.get("books1")?.rule).toBe("FREQ=MONTHLY;COUNT=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    expect(await axeProblems()).toEqual([]);
  });

  it("move and skip single runs, and undo brings them back", async () => {
    const { user, plan, undo } = await open(BOTH);
    await user.click(row(/Count the cash/));
    const next = () => within(panel().getByRole("list", { name: "Next runs" }));
    expect(next().getAllByRole("listitem")).toHaveLength(5);
    const field = next().getByRole("textbox", { name: "Run of 11 Jan 2027" });
    await user.clear(field);
    await user.type(field, "13 Jan 2027{Enter}");
    expect(plan().routines.get("cash1")?.moved).toEqual([{ from: "2027-01-11", to: "2027-01-13" }]);
    await user.click(next().getByRole("button", { name: "Skip the run of 18 Jan 2027" }));
    expect(plan().routines.get("cash1")?.skipped).toEqual(["2027-01-18"]);
    undo();
    expect(next().getByRole("textbox", { name: "Run of 18 Jan 2027" })).toBeInTheDocument();
  });

  it("keep a history in which a run can be put right, with steps and a note", async () => {
    const { user, plan } = await open(CASH);
    await user.click(row(/Count the cash/));
    await user.type(panel().getByRole("textbox", { name: "Add a step" }), "Open the safe{Enter}");
    await user.click(panel().getByRole("checkbox", { name: "Open the safe" }));
    await user.type(panel().getByRole("textbox", { name: "Note on this run" }), "Two short");
    await user.click(panel().getByRole("button", { name: "Mark as done" }));
    const run = [...plan().routineRuns.values()].find(({ day }) => day === START);
    expect(run).toMatchObject({ doneOn: START, doneById: "Ana Lima", note: "Two short" });
    expect(run?.ticked).toHaveLength(1);
    const history = within(panel().getByRole("list", { name: "History" }));
    expect(history.getAllByRole("listitem").map((line) => line.textContent)).toEqual([
      expect.stringMatching(/^Mon 4 Jan 2027 Done.*Ana Lima · 1 of 1 steps.*Two short/),
      expect.stringMatching(/^Mon 28 Dec 2026 Missed/),
      expect.stringMatching(/^Mon 21 Dec 2026 Missed/),
      expect.stringMatching(/^Mon 14 Dec 2026 Done/),
      expect.stringMatching(/^Mon 7 Dec 2026 Done/),
    ]);
    await user.click(history.getByRole("button", { name: "28 Dec 2026 was done after all" }));
    expect(row(/Count the cash/)).toHaveTextContent("2 in a row, 1 missed");
    expect(await axeProblems()).toEqual([]);
  });

  it("are found by name, with their rule in words", () => {
    const hits = search("count", { plan: BOTH, roadmaps: [], isEnabled: () => false });
    expect(hits).toEqual([{ kind: "routine", id: "cash1", label: "Count the cash", rhythm: "Every Monday" }]);
  });

  it("are told by owner with their time a week, and go to the bin by a key", async () => {
    const { user, plan, undo } = await open(BOTH);
    await user.click(screen.getByRole("button", { name: /By next run/ }));
    await user.click(screen.getByRole("option", { name: "By owner" }));
    expect(screen.getByText("Ana Lima, 45 min a week")).toBeInTheDocument();
    expect(screen.getByText("Bo Chen, 28 min a week")).toBeInTheDocument();
    await user.click(row(/Close the books/));
    await user.keyboard("{Delete}");
    expect(plan().routines.get("books1")?.deletedAt).not.toBeNull();
    expect(screen.queryByRole("row", { name: /Close the books/ })).not.toBeInTheDocument();
    undo();
    expect(row(/Close the books/)).toBeInTheDocument();
  });
});
