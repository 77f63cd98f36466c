import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import { datesOf } from "#shared/schedule/dates.ts";
import type { ScheduleInput } from "#shared/schedule/input.ts";
import { createResolver, type DragChange, isHistory, moveDays } from "#shared/schedule/resolve.ts";
import { planArb } from "./random.ts";
import { inputOf, MONDAY, milestone, solved, task } from "./support.ts";

const wild = planArb({ size: 8, dates: true, halves: true, calendars: true, points: true });
const changeArb: fc.Arbitrary<DragChange> = fc.record(
  {
    id: fc.integer({ min: 0, max: 7 }).map((n) => `a${n}`),
    start: fc.integer({ min: -3, max: 30 }).map((days) => addDays(MONDAY, days)),
    durationDays: fc.integer({ min: 1, max: 12 }).map((n) => n / 2),
  },
  { requiredKeys: ["id", "start"] },
);

function withChanges(input: ScheduleInput, changes: readonly DragChange[]): ScheduleInput {
  const activities = input.activities.map((activity) => {
    const change = changes.findLast(({ id }) => id === activity.id);
    if (!change?.start || activity.actualStart || activity.actualFinish) return activity;
    return {
      ...activity,
      pinnedStart: change.start,
      durationDays: change.durationDays ?? activity.durationDays,
    };
  });
  return { ...input, activities };
}

describe("a drag worked out step by step", () => {
  it("equals a full pass with the dragged activities pinned, at every step of a drag", () => {
    const steps = fc.array(fc.uniqueArray(changeArb, { selector: (c) => c.id, minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(wild, steps, (input, drag) => {
        const before = solved(input);
        const base = { at: before.scheduled, sides: before.sides };
        const resolver = createResolver(before);
        for (const changes of drag) {
          const moves = resolver.move(changes);
          const told = new Map(moveDays(before.network, base, moves).map((move) => [move.id, move]));
          const after = solved(withChanges(input, changes));
          for (const { id } of input.activities) {
            const was = datesOf(before, id);
            const is = datesOf(after, id);
            const move = told.get(id);
            expect([move?.start ?? was?.start, move?.finish ?? was?.finish], id).toEqual([
              is?.start,
              is?.finish,
            ]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("never moves history, and changes nothing it was given", () => {
    fc.assert(
      fc.property(wild, changeArb, (input, change) => {
        const before = solved(input);
        const kept = before.scheduled.slice();
        const moves = createResolver(before).move([change]);
        expect(before.scheduled).toEqual(kept);
        for (const index of moves.indices.subarray(0, moves.count)) {
          const own = before.network.activities[index];
          if (own?.id === change.id) expect(isHistory(before.network, index)).toBe(false);
        }
      }),
    );
  });

  it("tells who moves, from where to where, and by how many working days", () => {
    const before = solved(
      inputOf([task("a", 5), task("b", 2), milestone("m"), task("c", 1)], ["a FS b", "b FS m"]),
    );
    const moves = createResolver(before).move([{ id: "a", start: "2027-03-03" }]);
    const base = { at: before.scheduled, sides: before.sides };
    expect(moveDays(before.network, base, moves)).toEqual([
      {
        id: "a",
        fromStart: "2027-03-01",
        fromFinish: "2027-03-05",
        start: "2027-03-03",
        finish: "2027-03-09",
        days: 2,
      },
      {
        id: "b",
        fromStart: "2027-03-08",
        fromFinish: "2027-03-09",
        start: "2027-03-10",
        finish: "2027-03-11",
        days: 2,
      },
      {
        id: "m",
        fromStart: "2027-03-09",
        fromFinish: "2027-03-09",
        start: "2027-03-11",
        finish: "2027-03-11",
        days: 2,
      },
    ]);
  });

  it("resizes in place", () => {
    const before = solved(inputOf([task("a", 2), task("b", 1)], ["a FS b"]));
    const moves = createResolver(before).move([{ id: "a", durationDays: 4 }]);
    const list = moveDays(before.network, { at: before.scheduled, sides: before.sides }, moves);
    expect(list.map(({ id, start, finish, days }) => [id, start, finish, days])).toEqual([
      ["a", "2027-03-01", "2027-03-04", 2],
      ["b", "2027-03-05", "2027-03-05", 2],
    ]);
  });
});
