import fc from "fast-check";
import { expect, it } from "vitest";
import { mixOf } from "#shared/balance/mix.ts";
import { delegateNext } from "#shared/balance/next.ts";
import { horizonOf, monthOf } from "#shared/balance/periods.ts";
import { type Bucket, plateOf } from "#shared/balance/plate.ts";
import { addDays, type Day, daysBetween } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { partsOf } from "#shared/load/parts.ts";
import { asOfDay } from "#shared/load/pieces.ts";
import { weekAfter, weekOf } from "#shared/load/weeks.ts";
import { wildLoad } from "#test/shared/load/wildLoad.ts";
import { START } from "#test/support/builders.ts";
import { chance } from "#test/support/chance.ts";

const seeds = fc.integer({ min: 0, max: 1e6 });
const RUNS = { numRuns: 40 };

/** A plan with both seats taken, now and then by one person, and some of its work strategy. */
function ledPlan(seed: number): { readonly plan: Plan; readonly today: Day } {
  const dice = chance(seed);
  const plan = wildLoad(dice);
  const live = [...plan.people.values()].filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
  const roadmap = { ...plan.roadmap, ceoId: dice.pick(live) ?? null, cooId: dice.pick(live) ?? null };
  const tasks = new Map(
    [...plan.tasks].map(([id, task]) => [id, { ...task, isStrategy: dice.next() < 0.4 }]),
  );
  return { plan: { ...plan, roadmap, tasks }, today: addDays(START, seed % 60) };
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

it("the plate holds every open item once, and its shares are the whole, cut by stage or by month", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { plan, today } = ledPlan(seed);
      const plate = plateOf(plan, today);
      if (!plate) {
        expect(plan.roadmap.ceoId).toBeNull();
        return;
      }
      const ids = plate.items.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const open = outlineOf(plan).inOrder.filter(
        (node) => node.item.kind !== "stage" && !node.isGroup && !isFinished(node),
      );
      expect(ids.filter((id) => !plan.routines.has(id)).sort()).toEqual(
        open.map(({ item }) => item.id).sort(),
      );
      expect(sum(Object.values(plate.whole.by))).toBeCloseTo(plate.whole.total, 6);
      expect(sum(plate.items.map(({ hours }) => hours))).toBeCloseTo(plate.whole.total, 6);
      for (const bucket of Object.keys(plate.whole.by) as Bucket[]) {
        expect(sum(plate.months.map(({ share }) => share.by[bucket]))).toBeCloseTo(plate.whole.by[bucket], 6);
        const loose = plate.items.filter((item) => item.bucket === bucket);
        const nowhere = sum(
          loose.flatMap(({ slices }) => slices.filter(({ stageId }) => stageId === null).map((s) => s.hours)),
        );
        const staged = sum(plate.stages.map(({ share }) => share.by[bucket]));
        expect(staged + nowhere).toBeCloseTo(plate.whole.by[bucket], 6);
      }
      const proposed = delegateNext(plan, today).candidates;
      expect(
        proposed.every(({ item }) => !item.isReserved && ["both", "decides", "does"].includes(item.bucket)),
      ).toBe(true);
    }),
    RUNS,
  );
});

it("the COO's months and stages add up to what the load has of them, strategy and execution", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { plan, today } = ledPlan(seed);
      const person = plan.people.get(plan.roadmap.cooId ?? "");
      if (!person) return;
      const mix = mixOf(plan, person, today);
      const from = monthOf(asOfDay(plan, today));
      const to = horizonOf(plan, from);
      const counted = { strategy: 0, execution: 0 };
      const weeks = Math.ceil(daysBetween(weekOf(from), to) / 7) + 60;
      for (let n = 0; n < weeks; n++) {
        for (const part of partsOf(plan, today, person.id, weekAfter(weekOf(from), n))) {
          const row = part.kind === "task" ? part.task : part.routine;
          const end = part.kind === "task" ? "9999-12-31" : to;
          const hours = part.days.filter(({ day }) => day >= from && day <= end).map((one) => one.hours);
          counted[row.isStrategy ? "strategy" : "execution"] += sum(hours);
        }
      }
      expect(mix.whole.strategy).toBeCloseTo(counted.strategy, 4);
      expect(mix.whole.execution).toBeCloseTo(counted.execution, 4);
      expect(sum(mix.months.map(({ split }) => split.strategy))).toBeCloseTo(mix.whole.strategy, 6);
      expect(sum(mix.months.map(({ split }) => split.execution))).toBeCloseTo(mix.whole.execution, 6);
    }),
    RUNS,
  );
});
