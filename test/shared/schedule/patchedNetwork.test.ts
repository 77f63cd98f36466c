import fc from "fast-check";
import { expect, it } from "vitest";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { analysisOf } from "#shared/schedule/analysis.ts";
import type { ScheduleActivity, ScheduleInput } from "#shared/schedule/input.ts";
import { buildNetwork, type Network } from "#shared/schedule/network.ts";
import { patchedNetwork } from "#shared/schedule/patchedNetwork.ts";
import { storedScheduleOf } from "#shared/schedule/planSchedule.ts";
import { bigPlan, testContext } from "#test/support/builders.ts";
import { expectScheduledAsNew } from "#test/support/plans.ts";
import { planArb } from "./random.ts";

function planWith(calendars: boolean) {
  return planArb({ size: 8, dates: true, halves: false, calendars, points: true });
}

function network(input: ScheduleInput): Network {
  const built = buildNetwork(input);
  if (!built.ok) throw new Error(built.problem.message);
  return built.value;
}

/** All numbers of a network, by name. */
function numbersOf(of: Network): Record<string, readonly number[]> {
  const { incoming, outgoing, ...rest } = of;
  const ends = { in: incoming.distance, out: outgoing.distance };
  return Object.fromEntries(
    Object.entries({ ...rest, ...ends }).flatMap(([name, array]) =>
      ArrayBuffer.isView(array) ? [[name, [...(array as Float64Array)]]] : [],
    ),
  );
}

it("is the network built anew, number for number, and leaves the one it is made of alone", () => {
  let patches = 0;
  const two = fc
    .boolean()
    .chain((calendars) =>
      fc.tuple(planWith(calendars), planWith(calendars), fc.array(fc.nat(7), { maxLength: 4 })),
    );
  fc.assert(
    fc.property(two, ([was, other, changed]) => {
      const updates = new Map<string, ScheduleActivity>();
      for (const at of changed) {
        const [before, drawn] = [was.activities[at], other.activities[at]];
        if (!before || !drawn || (before.isMilestone ?? false) !== (drawn.isMilestone ?? false)) continue;
        updates.set(before.id, { ...drawn, calendar: before.calendar ?? 0 });
      }
      const activities = was.activities.map((activity) => updates.get(activity.id) ?? activity);
      const [from, is] = [network(was), { ...was, activities }];
      const before = numbersOf(from);
      const patched = patchedNetwork(from, is, updates);
      expect(numbersOf(from)).toEqual(before);
      if (!patched) return;
      patches += updates.size;
      expect(numbersOf(patched)).toEqual(numbersOf(network(is)));
      expect(patched.activities).toEqual(network(is).activities);
    }),
    { numRuns: 60 },
  );
  expect(patches).toBeGreaterThan(20);
});

it("is analysed as new when several edits went by since it was last asked for", () => {
  let plan = bigPlan(24);
  analysisOf(plan);
  for (const [id, start] of Object.entries({ t1: "2027-03-01", t9: "2027-04-05", t2: "2027-02-01" })) {
    plan = applyChange(plan, must(editEntity(plan, testContext(), "task", id, { start })));
    storedScheduleOf(plan);
  }
  expectScheduledAsNew(plan);
});
