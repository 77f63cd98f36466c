/** What follows an edit, held against any plan and any edit of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, invertChange } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { type Dependency, LINK_RULES, ruleOf } from "#shared/domain/dependency.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { editEntity, shiftItems } from "#shared/domain/operations/edit.ts";
import { addLink } from "#shared/domain/operations/link.ts";
import { type OutlineNode, outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import { applyChange, entitiesOf, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { followersOf, withFollowers } from "#shared/schedule/follow.ts";
import { isHeld } from "#shared/schedule/planInput.ts";
import { storedScheduleOf } from "#shared/schedule/planSchedule.ts";
import { bigPlan, START, testContext } from "#test/support/builders.ts";

const ctx = testContext();

function dates(plan: Plan): Record<string, Day> {
  const tasks = [...plan.tasks.values()].map(({ id, start }) => [id, start]);
  return Object.fromEntries([...tasks, ...[...plan.milestones.values()].map(({ id, date }) => [id, date])]);
}

interface Wild {
  readonly plan: Plan;
  readonly edit: (plan: Plan) => Result<Change>;
}

const OPEN = ["not-started", "not-started", "not-started"] as const;

/**
 * A plan of stages and milestones with links between anything, and one edit of it. Half of its links were followed
 * when they were drawn, as on the screen; the others are as in a file, kept or not.
 */
const wild: fc.Arbitrary<Wild> = fc
  .record({
    base: fc.constantFrom(6, 14, 30),
    days: fc.array(fc.nat(60), { minLength: 60, maxLength: 60 }),
    statuses: fc.array(fc.constantFrom(...OPEN, ...OPEN, "waiting", "done", "in-progress", "cancelled"), {
      minLength: 60,
      maxLength: 60,
    }),
    links: fc.array(
      fc.record({
        ends: fc.tuple(fc.nat(), fc.nat()),
        type: fc.constantFrom("FS", "FS", "SS", "FF", "SF"),
        lagDays: fc.integer({ min: -2, max: 4 }),
        rule: fc.constantFrom(...LINK_RULES, undefined),
        followed: fc.boolean(),
      }),
      { minLength: 4, maxLength: 24 },
    ),
    edit: fc.tuple(fc.nat(5), fc.nat(), fc.nat(), fc.integer({ min: -40, max: 60 })),
  })
  .map(({ base, days, statuses, links, edit }) => {
    const big = bigPlan(base);
    const rows = entitiesOf({ ...big, dependencies: new Map() }).map((row, i) => {
      const day = addDays(START, days[i % 60] ?? 0);
      if (row.kind === "milestone") return { ...row, date: day };
      return row.kind === "task"
        ? { ...row, start: day, status: statuses[i % 60] ?? row.status, progressPct: 0 }
        : row;
    });
    let plan = planFromEntities(big.roadmap, rows);
    const items = outlineOf(plan).inOrder.map(({ item }) => item.id);
    const any = (n: number): string => items[n % items.length] as string;
    for (const { ends, type, lagDays, rule, followed } of links) {
      const input = { fromId: any(ends[0]), toId: any(ends[1]), type, lagDays } as const;
      const added = addLink(plan, ctx, { ...input, ...(rule ? { rule } : {}) });
      if (!added.ok) continue;
      const next = applyChange(plan, followed ? withFollowers(plan, added.value) : added.value);
      if (storedScheduleOf(next)) plan = next;
    }
    return { plan, edit: (now: Plan) => editOf(now, any, edit) };
  });

function editOf(
  plan: Plan,
  any: (n: number) => string,
  [kind, n, m, by]: readonly [number, number, number, number],
): Result<Change> {
  const id = any(n);
  const one = (map: ReadonlyMap<string, unknown>): string => [...map.keys()][n % map.size] as string;
  const day = addDays(START, by + 40);
  if (kind === 0) return editEntity(plan, ctx, "task", one(plan.tasks), { start: day });
  if (kind === 1) return editEntity(plan, ctx, "task", one(plan.tasks), { durationDays: 1 + (m % 20) });
  if (kind === 2) return editEntity(plan, ctx, "milestone", one(plan.milestones), { date: day });
  if (kind === 3) return addLink(plan, ctx, { fromId: id, toId: any(m), lagDays: m % 3 });
  const linkId = [...plan.dependencies.keys()][n % Math.max(1, plan.dependencies.size)] ?? "none";
  if (kind === 4) return editEntity(plan, ctx, "dependency", linkId, { lagDays: m % 9 });
  return shiftItems(plan, ctx, [id, any(m)], by);
}

/** Positions in working days, worked out with the calendar's table and nothing of the engine. */
function ends(plan: Plan, { item }: OutlineNode): readonly [start: number, finish: number] {
  const calendar = calendarTable(plan.roadmap.calendar);
  const at = (day: Day): number => calendar.workingDaysBetween("2020-01-01", day);
  if (item.kind === "milestone") return [at(addDays(item.date, 1)), at(addDays(item.date, 1))];
  if (item.kind !== "task") throw new Error("a container has no place of its own");
  return [at(item.start), at(item.start) + item.durationDays];
}

function leaves(node: OutlineNode): readonly OutlineNode[] {
  const isOne = ({ item, children }: OutlineNode): boolean =>
    item.kind === "milestone" ||
    (item.kind === "task" && children.length === 0 && item.status !== "cancelled");
  return (node.item.kind === "milestone" ? [node] : subtreeOf(node)).filter(isOne);
}

/** By how many working days each thing after a link lies before what the link allows; none when it is met. */
function shortfalls(plan: Plan, link: Dependency): ReadonlyMap<string, number> {
  const { byId } = outlineOf(plan);
  const [from, to] = [byId.get(link.fromId), byId.get(link.toId)];
  if (!from || !to) return new Map();
  const before = leaves(from).map((node) => ends(plan, node));
  if (before.length === 0) return new Map();
  const leavesStart = link.type === "SS" || link.type === "SF";
  const bound = leavesStart
    ? Math.min(...before.map(([begins]) => begins))
    : Math.max(...before.map(([, finish]) => finish));
  const which = link.type === "FF" || link.type === "SF" ? 1 : 0;
  return new Map(leaves(to).map((node) => [node.item.id, bound + link.lagDays - ends(plan, node)[which]]));
}

function isFree(plan: Plan, id: string): boolean {
  const item = plan.tasks.get(id) ?? plan.milestones.get(id);
  return item !== undefined && !isHeld(item);
}

function each(check: (plan: Plan, change: Change, all: Change, after: Plan) => void): void {
  fc.assert(
    fc.property(wild, ({ plan, edit }) => {
      const change = edit(plan);
      if (!change.ok) return;
      const all = withFollowers(plan, change.value);
      check(plan, change.value, all, applyChange(plan, all));
    }),
    { numRuns: 150 },
  );
}

describe("what follows any edit of any plan", () => {
  it("keeps every link that was kept, and every link that was drawn", () => {
    let seen = 0;
    each((plan, change, _, after) => {
      if (!storedScheduleOf(after)) return;
      const own = new Set([...change.updated.map(([, to]) => to.id), ...change.added.map(({ id }) => id)]);
      for (const link of after.dependencies.values()) {
        if (ruleOf(link) === "never") continue;
        const was = plan.dependencies.get(link.id);
        const before = was && was === link ? shortfalls(plan, was) : null;
        for (const [id, days] of shortfalls(after, link)) {
          if (own.has(id) || !isFree(after, id)) continue;
          if (before && (before.get(id) ?? 0) > 0) continue;
          if (after.tasks.get(id)?.start !== plan.tasks.get(id)?.start) seen++;
          expect(days).toBeLessThanOrEqual(0);
        }
      }
    });

    expect(seen).toBeGreaterThan(5);
  });

  it("moves only what a link reaches that may move it, and nothing the change placed", () => {
    each((plan, change, all) => {
      const own = new Set(change.updated.map(([, to]) => to.id));
      const followers = all.updated.filter(([from]) => !own.has(from.id));
      const movers = [...applyChange(plan, change).dependencies.values()].filter(
        (l) => ruleOf(l) !== "never",
      );
      const { byId } = outlineOf(applyChange(plan, change));
      const pulled = new Set(
        movers.flatMap((link) => {
          const to = byId.get(link.toId);
          return to ? leaves(to).map(({ item }) => item.id) : [];
        }),
      );
      for (const [from, to] of followers) {
        expect(pulled).toContain(from.id);
        expect(isFree(plan, from.id)).toBe(true);
        if (from.kind === "task" && to.kind === "task") expect({ ...to, start: from.start }).toEqual(from);
      }
      for (const [from, to] of change.updated) expect(all.updated).toContainEqual([from, to]);
    });
  });

  it("is taken back whole, keeps the plan sound and leaves the rest untouched", () => {
    each((plan, _, all, after) => {
      expect(checkPlan(after)).toEqual([]);
      expect(dates(applyChange(after, invertChange(ctx, all)))).toEqual(dates(plan));
      const touched = new Set([...all.updated.map(([, to]) => to.id), ...all.added.map(({ id }) => id)]);
      expect(touched.size).toBe(all.updated.length + all.added.length);
      for (const row of entitiesOf(after)) {
        if (!touched.has(row.id)) expect(plan.tasks.get(row.id) ?? row).toBe(row);
      }
      expect(after.people).toBe(plan.people);
    });
  });

  it("is the same whether or not something else is changed along with it", () => {
    each((plan, change) => {
      const [stage] = plan.stages.values();
      if (!stage) throw new Error("no stage");
      const renamed = [stage, { ...stage, name: "Renamed" }] as const;
      const more = { ...change, updated: [...change.updated, renamed] };
      expect(followersOf(plan, more)).toEqual(followersOf(plan, change));
    });
  });

  it("is the same whatever order the rows are in", () => {
    each((plan, change, all) => {
      const rows = entitiesOf(plan).slice(1).reverse();
      expect(withFollowers(planFromEntities(plan.roadmap, rows), change)).toEqual(all);
    });
  });
});
