import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Baseline } from "#shared/domain/baseline.ts";
import type { Change } from "#shared/domain/change.ts";
import { bySlip, type Comparison, compareWithBaseline } from "#shared/domain/compare.ts";
import { addDays, type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { freezeBaseline } from "#shared/domain/operations/baselines.ts";
import { binOf, deleteItems, purgeFromBin, restoreFromBin } from "#shared/domain/operations/bin.ts";
import { editEntity, shiftItems } from "#shared/domain/operations/edit.ts";
import { addItem, moveItems } from "#shared/domain/operations/place.ts";
import { outlineOf, planSpan } from "#shared/domain/outline.ts";
import { applyChange, entitiesOf, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { TASK_STATUSES } from "#shared/domain/task.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { aPlan, bigPlan, START, type TestContext, testContext } from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";
import { fullPlan } from "#test/support/plans.ts";

function frozen(plan: Plan): { readonly plan: Plan; readonly baseline: Baseline } {
  const change = must(freezeBaseline(plan, testContext({ prefix: "b" }), "As agreed"));
  return { plan: applyChange(plan, change), baseline: change.added[0] as Baseline };
}

/** Monday to Friday, but for Good Friday. */
const start = aPlan({
  roadmap: {
    calendar: {
      workingWeekdays: [1, 2, 3, 4, 5],
      exceptions: [{ date: "2027-03-26", working: false, name: "Good Friday" }],
      holidays: null,
    },
  },
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Lease",
          date: "2027-03-25",
          holds: [
            { task: "Visit", start: "2027-03-22", durationDays: 2 },
            { task: "Sign", start: "2027-03-24", durationDays: 2 },
          ],
        },
        { milestone: "Named", date: "2027-03-10" },
        { task: "Wash", start: "2027-03-01" },
      ],
    },
    { name: "Scale", holds: [{ milestone: "Ten shops", date: "2027-06-01" }] },
    { name: "Empty" },
  ],
});
const { plan: agreed, baseline } = frozen(start);

function edited(...steps: ((plan: Plan, ctx: TestContext) => Result<Change>)[]): Comparison {
  const ctx = testContext();
  const plan = steps.reduce((now, step) => applyChange(now, must(step(now, ctx))), agreed);
  return compareWithBaseline(plan, baseline);
}

describe("what became of an item", () => {
  it("counts working days of the plan's calendar, later as more than 0", () => {
    const later = edited((plan, ctx) => editEntity(plan, ctx, "milestone", "Lease", { date: "2027-03-30" }));
    expect(later.byId.get("Lease")).toMatchObject({ varianceDays: 2, changes: ["moved"] });
    expect(later.stages[0]).toMatchObject({ varianceDays: 2, startVarianceDays: 0 });
    expect(later.varianceDays).toBe(0);
    const sooner = edited((plan, ctx) =>
      editEntity(plan, ctx, "milestone", "Ten shops", { date: "2027-05-24" }),
    );
    expect(sooner.byId.get("Ten shops")?.varianceDays).toBe(-6);
    expect(sooner.varianceDays).toBe(-6);
  });

  it("tells first and last day apart", () => {
    const longer = edited((plan, ctx) => editEntity(plan, ctx, "task", "Visit", { durationDays: 4 }));
    expect(longer.byId.get("Visit")).toMatchObject({ startVarianceDays: 0, varianceDays: 2 });
    expect(longer.changed.map(({ node }) => node.item.id)).toEqual(["Visit"]);
  });

  it("has moved, by nothing that is worked, over a weekend", () => {
    const { plan, baseline: saturday } = frozen(
      aPlan({ stages: [{ name: "S", holds: [{ milestone: "M", date: "2027-03-06" }] }] }),
    );
    const sunday = applyChange(
      plan,
      must(editEntity(plan, testContext(), "milestone", "M", { date: "2027-03-07" })),
    );
    expect(compareWithBaseline(sunday, saturday).byId.get("M")).toMatchObject({
      varianceDays: 0,
      changes: ["moved"],
    });
  });

  it("knows what was finished, dropped, reopened, renamed and put elsewhere", () => {
    const result = edited(
      (plan, ctx) =>
        editEntity(plan, ctx, "task", "Visit", {
          status: "done",
          actualStart: "2027-03-22",
          actualFinish: "2027-03-23",
        }),
      (plan, ctx) => editEntity(plan, ctx, "task", "Wash", { status: "cancelled" }),
      (plan, ctx) => editEntity(plan, ctx, "milestone", "Named", { name: "Name chosen" }),
      (plan, ctx) => moveItems(plan, ctx, ["Sign"], { parentId: "Named", afterId: null }),
    );
    expect(result.finished.map(({ node }) => node.item.id)).toEqual(["Visit"]);
    expect(result.byId.get("Wash")?.changes).toEqual(["dropped"]);
    expect(result.gone.map(({ was, how }) => [was.id, how])).toEqual([["Wash", "dropped"]]);
    expect(result.byId.get("Named")?.changes).toEqual(["renamed"]);
    expect(result.byId.get("Sign")?.changes).toEqual(["regrouped"]);
    const reached = edited((plan, ctx) =>
      editEntity(plan, ctx, "milestone", "Named", { reachedOn: "2027-03-10" }),
    );
    expect(reached.finished.map(({ node }) => node.item.id)).toEqual(["Named"]);
    const { plan, baseline: after } = frozen(
      aPlan({ stages: [{ name: "S", holds: [{ milestone: "M", reachedOn: START }] }] }),
    );
    const open = applyChange(
      plan,
      must(editEntity(plan, testContext(), "milestone", "M", { reachedOn: null })),
    );
    expect(compareWithBaseline(open, after).byId.get("M")?.changes).toEqual(["reopened"]);
  });

  it("has no variance where one side has no dates", () => {
    const dated = edited((plan, ctx) =>
      addItem(plan, ctx, { parentId: "Empty", afterId: null }, { kind: "task", start: "2027-07-01" }),
    );
    expect(dated.byId.get("Empty")).toMatchObject({
      varianceDays: null,
      startVarianceDays: null,
      changes: ["moved"],
    });
    expect(dated.stages[2]?.varianceDays).toBeNull();
  });
});

describe("what came and what went", () => {
  it("lists what came, and says what stands inside something else that came", () => {
    const result = edited(
      (plan, ctx) =>
        addItem(plan, ctx, { parentId: "Scale", afterId: null }, { kind: "milestone", name: "Two shops" }),
      (plan, ctx) =>
        addItem(plan, ctx, { parentId: "n1", afterId: null }, { kind: "task", name: "Look around" }),
    );
    expect(result.added.map(({ node, isHeld, holds }) => [node.item.name, isHeld, holds])).toEqual([
      ["Two shops", false, 1],
      ["Look around", true, 0],
    ]);
    expect(result.isEmpty).toBe(false);
  });

  it("keeps the old dates, stage and name of what went, and where it is now", () => {
    const binned = edited((plan, ctx) => deleteItems(plan, ctx, ["Lease"]));
    expect(binned.gone.map((g) => [g.was.name, g.how, g.stage?.name, g.isHeld, g.holds, g.binnedId])).toEqual(
      [
        ["Lease", "in-bin", "Idea", false, 2, "Lease"],
        ["Visit", "in-bin", "Idea", true, 0, "Lease"],
        ["Sign", "in-bin", "Idea", true, 0, "Lease"],
      ],
    );
    expect(binned.gone[0]?.was.finish).toBe("2027-03-25");
    const purged = edited(
      (plan, ctx) => deleteItems(plan, ctx, ["Idea"]),
      (plan, ctx) => purgeFromBin(plan, ctx, ["Idea"]),
    );
    expect(purged.gone.map((g) => `${g.was.name} ${g.how} ${g.holds} ${g.binnedId}`)).toEqual([
      "Idea deleted 5 null",
      "Lease deleted 2 null",
      "Visit deleted 0 null",
      "Sign deleted 0 null",
      "Named deleted 0 null",
      "Wash deleted 0 null",
    ]);
    expect(purged.stages.map(({ node }) => node.item.name)).toEqual(["Scale", "Empty"]);
  });

  it("rolls up by the stage a milestone stands in now, largest slip first when asked", () => {
    const result = edited(
      (plan, ctx) => editEntity(plan, ctx, "milestone", "Named", { date: "2027-03-17" }),
      (plan, ctx) => moveItems(plan, ctx, ["Ten shops"], { parentId: "Idea", afterId: null }),
      (plan, ctx) => editEntity(plan, ctx, "milestone", "Lease", { date: "2027-03-24" }),
    );
    const milestones = result.stages.map((stage) =>
      bySlip(stage.milestones).map((m) => `${m.node.item.name} ${m.varianceDays}`),
    );
    expect(milestones).toEqual([["Named 5", "Ten shops 0", "Lease -1"], [], []]);
  });
});

type Operation = (plan: Plan, ctx: TestContext, dice: Chance) => Result<Change>;
const ids = (plan: Plan) => outlineOf(plan).inOrder.map((node) => node.item.id);
const some = (plan: Plan, dice: Chance) => dice.pick(ids(plan)) ?? "none";
const place = (plan: Plan, dice: Chance) => ({ parentId: dice.pick([null, ...ids(plan)]), afterId: null });

const OPERATIONS: Operation[] = [
  (plan, ctx, dice) =>
    addItem(plan, ctx, place(plan, dice), {
      kind: dice.pick(["stage", "milestone", "task"] as const),
      name: "New",
    }),
  (plan, ctx, dice) => moveItems(plan, ctx, dice.some(ids(plan)), place(plan, dice)),
  (plan, ctx, dice) => deleteItems(plan, ctx, dice.some(ids(plan))),
  (plan, ctx, dice) => restoreFromBin(plan, ctx, dice.pick(binOf(plan).map((e) => e.entity.id)) ?? "none"),
  (plan, ctx, dice) => purgeFromBin(plan, ctx, dice.some(binOf(plan).map((e) => e.entity.id))),
  (plan, ctx, dice) => shiftItems(plan, ctx, dice.some(ids(plan)), dice.whole(-40, 40)),
  (plan, ctx, dice) =>
    editEntity(plan, ctx, "task", some(plan, dice), {
      status: dice.pick(TASK_STATUSES),
      durationDays: dice.whole(0, 9),
    }),
  (plan, ctx, dice) =>
    editEntity(plan, ctx, "milestone", some(plan, dice), {
      date: addDays(START, dice.whole(0, 90)),
      reachedOn: dice.pick([null, START]),
    }),
  (plan, ctx, dice) => editEntity(plan, ctx, "stage", some(plan, dice), { name: dice.pick(["A", "B"]) }),
];

function roughened(from: Plan, seed: number, steps: number): Plan {
  const [dice, ctx] = [chance(seed), testContext({ prefix: `n${seed}-` })];
  let plan = from;
  for (let i = 0; i < steps; i++) {
    const result = dice.pick(OPERATIONS as [Operation, ...Operation[]])(plan, ctx, dice);
    if (result.ok) plan = applyChange(plan, result.value);
  }
  return plan;
}

/** A comparison with ids for rows of the outline, which know their neighbours and so the whole plan. */
function told(comparison: Comparison): unknown {
  return JSON.parse(
    JSON.stringify({ ...comparison, byId: [...comparison.byId] }, (key, value) =>
      key === "node" ? `${value.wbsCode} ${value.item.id}` : value,
    ),
  );
}

/** Some plan with something to freeze. */
function dated(seed: number, steps: number): Plan {
  const plan = roughened(fullPlan(), seed, steps);
  return planSpan(outlineOf(plan)) ? plan : fullPlan();
}

/** Day by day, as one would count on a wall calendar. */
function counted(plan: Plan, from: Day | null, to: Day | null): number | null {
  if (from === null || to === null) return null;
  const calendar = calendarTable(plan.roadmap.calendar);
  const [low, high] = [dayNumber(from < to ? from : to), dayNumber(from < to ? to : from)];
  let days = 0;
  for (let day = low; day < high; day++) if (calendar.isWorking(dayFromNumber(day))) days++;
  return from < to ? days : 0 - days;
}

function expectNaive(plan: Plan, base: Baseline): void {
  const { byId, added, gone, finished, stages, changed, isEmpty } = compareWithBaseline(plan, base);
  const live = outlineOf(plan);
  const kept = base.items.filter((was) => live.byId.has(was.id));
  expect([...byId.keys()].sort()).toEqual(kept.map(({ id }) => id).sort());
  for (const was of kept) {
    const now = live.byId.get(was.id);
    const item = byId.get(was.id);
    if (!now || !item) throw new Error(`No ${was.id}.`);
    expect(item.varianceDays).toBe(counted(plan, was.finish, now.finish));
    expect(item.startVarianceDays).toBe(counted(plan, was.start, now.start));
    const cancelled = now.item.kind === "task" && now.item.status === "cancelled";
    const ended = isFinished(now) && !was.isFinished;
    expect(finished.includes(item)).toBe(ended && !cancelled);
    expect(gone.some((g) => g.was.id === was.id)).toBe(ended && cancelled);
    expect(changed.includes(item)).toBe(item.changes.length > 0);
    expect(item.changes.includes("moved")).toBe(now.start !== was.start || now.finish !== was.finish);
  }
  const then = new Set(base.items.map(({ id }) => id));
  expect(added.map(({ node }) => node.item.id)).toEqual(
    live.inOrder.flatMap(({ item }) => (then.has(item.id) ? [] : [item.id])),
  );
  const away = base.items.filter(({ id }) => !live.byId.has(id));
  expect(gone.filter((g) => g.how !== "dropped").map(({ was }) => was)).toEqual(away);
  for (const g of gone) {
    const known = entitiesOf(plan).some(({ id }) => id === g.was.id);
    expect(g.how).toBe(live.byId.has(g.was.id) ? "dropped" : known ? "in-bin" : "deleted");
    if (g.how === "in-bin") expect(binOf(plan).map((e) => e.entity.id)).toContain(g.binnedId);
  }
  expect(stages.map(({ node }) => node.item.id)).toEqual(live.stages.map(({ item }) => item.id));
  expect(stages.flatMap((s) => s.milestones.map(({ node }) => node.item.id))).toEqual(
    live.inOrder.flatMap(({ item }) => (item.kind === "milestone" && byId.has(item.id) ? [item.id] : [])),
  );
  expect(isEmpty).toBe(changed.length + added.length + gone.length === 0);
}

const seed = fc.integer({ min: 1, max: 1_000_000 });
const RUNS = { numRuns: 40 };

describe("any plan and any baseline of it", () => {
  it("is empty right after freezing", () => {
    fc.assert(
      fc.property(seed, (n) => {
        const { plan, baseline: now } = frozen(dated(n, 20));
        expect(compareWithBaseline(plan, now)).toMatchObject({
          isEmpty: true,
          varianceDays: 0,
          added: [],
          gone: [],
          finished: [],
        });
      }),
      RUNS,
    );
  });

  it("equals a comparison state by state, day by day", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 40 }), (n, steps) => {
        const { plan, baseline: then } = frozen(dated(n, 10));
        expectNaive(roughened(plan, n + 1, steps), then);
      }),
      RUNS,
    );
  });

  it("does not mind the order of the rows", () => {
    fc.assert(
      fc.property(seed, (n) => {
        const { plan, baseline: then } = frozen(dated(n, 5));
        const now = roughened(plan, n + 1, 20);
        const dice = chance(n);
        const rows = entitiesOf(now)
          .map((row) => ({ row, at: dice.next() }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const shuffled = planFromEntities(now.roadmap, rows);
        expect(told(compareWithBaseline(shuffled, then))).toEqual(told(compareWithBaseline(now, then)));
      }),
      RUNS,
    );
  });

  it("is worked out once for the same plan and baseline", () => {
    const { plan, baseline: then } = frozen(bigPlan(200));
    const once = compareWithBaseline(plan, then);
    expect(compareWithBaseline(plan, then) === once).toBe(true);
    expect(compareWithBaseline({ ...plan }, then) === once).toBe(false);
    expect(compareWithBaseline(plan, { ...then }) === once).toBe(false);
  });

  it("reads a baseline written by hand: an item twice, an item before what held it", () => {
    const [stage, ...others] = baseline.items;
    const odd = {
      ...baseline,
      items: [...others, stage, { ...stage, name: "Twice" }] as typeof baseline.items,
    };
    const result = compareWithBaseline(agreed, odd);
    expect(result.byId.get("Idea")?.changes).toEqual([]);
    const emptied = applyChange(agreed, must(deleteItems(agreed, testContext(), ["Idea"])));
    expect(compareWithBaseline(emptied, odd).gone.find((g) => g.was.id === "Lease")).toMatchObject({
      stage: null,
      isHeld: true,
    });
  });
});
