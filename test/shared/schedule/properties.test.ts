import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HELD, PLAIN } from "#shared/schedule/anchors.ts";
import { endInstant, startInstant } from "#shared/schedule/axis.ts";
import type { WorkingDays } from "#shared/schedule/calendar.ts";
import { datesOf } from "#shared/schedule/dates.ts";
import type { ScheduleActivity, ScheduleInput } from "#shared/schedule/input.ts";
import type { Schedule } from "#shared/schedule/passes.ts";
import { emptyPlaces, linkBound, place } from "#shared/schedule/placing.ts";
import { placed, setPlace } from "#shared/schedule/resolve.ts";
import { backwardFrom } from "#shared/schedule/targets.ts";
import { whyThisDate } from "#shared/schedule/why.ts";
import { planArb } from "./random.ts";
import { solved } from "./support.ts";

// Points, and every state an activity can be in, are held against a second scheduler in reference.test.ts; here work
// is delayed by the engine's own steps, with half days too.
const simple = planArb({ size: 7, dates: false, halves: false, calendars: false, points: false });
const across = planArb({ size: 7, dates: false, halves: false, calendars: true, points: false });
const halves = planArb({ size: 7, dates: false, halves: true, calendars: true, points: true });
const wild = planArb({ size: 8, dates: true, halves: true, calendars: true, points: true });
const RUNS = { numRuns: 400 };

/** The plan's end as an instant when activity `index` is delayed, all else as early as it can be. */
function endWith(result: Schedule, index: number, delay: number): number {
  const { network } = result;
  const places = emptyPlaces(network);
  let end = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < network.size; i++) {
    place(network, places, i);
    const days = network.duration[i] as number;
    if (i === index) {
      const start = (places.at[2 * i] as number) + delay;
      const side = days === 0 && delay > 0 ? 1 : (places.sides[i] as number);
      setPlace(places, i, { start, finish: start + days, side });
    }
    const axis = network.axes[network.calendarOf[i] as number] as WorkingDays;
    const finish = places.at[2 * i + 1] as number;
    const opens = days === 0 && places.sides[i] === 0;
    end = Math.max(end, opens ? startInstant(axis, finish) : endInstant(axis, finish));
  }
  return end;
}

describe("every plan", () => {
  it("starts nothing before its links and dates allow, unless something holds it there", () => {
    fc.assert(
      fc.property(wild, (input) => {
        const result = solved(input);
        const { network, early, sides } = result;
        for (let i = 0; i < network.size; i++) {
          if (network.state[i] === HELD || Number.isFinite(network.fixedStart[i])) continue;
          const start = early[2 * i] as number;
          expect(start).toBeGreaterThanOrEqual((network.floor[i] as number) - 1e-6);
          for (
            let row = network.incoming.offsets[i] as number;
            row < (network.incoming.offsets[i + 1] as number);
            row++
          ) {
            expect(start).toBeGreaterThanOrEqual(linkBound(network, { at: early, sides }, row) - 1e-6);
          }
        }
      }),
      RUNS,
    );
  });

  it("comes out the same whatever the order of activities and links", () => {
    const shuffled = wild.chain((input) =>
      fc.record({
        input: fc.constant(input),
        activities: fc.shuffledSubarray([...input.activities], { minLength: input.activities.length }),
        links: fc.shuffledSubarray([...input.links], { minLength: input.links.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, activities, links }) => {
        const first = solved(input);
        const second = solved({ ...input, activities, links });
        for (const { id } of input.activities) {
          expect(datesOf(second, id)).toEqual(datesOf(first, id));
          const [a] = whyThisDate(first, id);
          const [b] = whyThisDate(second, id);
          expect({ ...b, driver: { ...b?.driver, linkIndex: 0 }, alsoBy: [] }).toEqual({
            ...a,
            driver: { ...a?.driver, linkIndex: 0 },
            alsoBy: [],
          });
        }
      }),
      RUNS,
    );
  });

  it("has a reason for every date, and every chain ends at a date", () => {
    fc.assert(
      fc.property(wild, (input) => {
        const result = solved(input);
        for (const { id } of input.activities) {
          const chain = whyThisDate(result, id);
          expect(chain.length).toBeGreaterThan(0);
          expect(chain.at(-1)?.driver.kind).not.toBe("link");
          expect(chain[0]?.day).toBe(datesOf(result, id)?.start);
        }
      }),
      RUNS,
    );
  });
});

describe.each([
  ["one calendar", simple],
  ["three calendars, elapsed lags", across],
])("total float with %s", (_name, plans) => {
  it("can be used up without moving the end, and not one day more", () => {
    fc.assert(
      fc.property(plans, (input) => {
        const result = solved(input);
        for (let i = 0; i < result.network.size; i++) {
          const room = result.totalFloat[i] as number;
          expect(room).toBeGreaterThanOrEqual(0);
          expect(endWith(result, i, room)).toBeLessThanOrEqual(result.end);
          expect(endWith(result, i, room + 1)).toBeGreaterThan(result.end);
        }
      }),
      RUNS,
    );
  });

  it("free float can be used up without moving any successor, and not one day more", () => {
    fc.assert(
      fc.property(plans, (input) => {
        const result = solved(input);
        for (let i = 0; i < result.network.size; i++) {
          const free = result.freeFloat[i] as number;
          expect(free).toBeLessThanOrEqual((result.totalFloat[i] as number) + 1e-9);
          expect(holdsStill(result, i, free)).toBe(true);
          expect(holdsStill(result, i, free + 1)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

/** Whether a delay of activity `index` leaves its successors and the plan's end where they are. */
function holdsStill(result: Schedule, index: number, delay: number): boolean {
  const { network, early, sides } = result;
  const at = early.slice();
  at[2 * index] = (early[2 * index] as number) + delay;
  at[2 * index + 1] = (early[2 * index + 1] as number) + delay;
  for (let i = index + 1; i < network.size; i++) {
    for (
      let row = network.incoming.offsets[i] as number;
      row < (network.incoming.offsets[i + 1] as number);
      row++
    ) {
      if (network.linkFrom[network.incoming.link[row] as number] !== index) continue;
      if (linkBound(network, { at, sides }, row) > (early[2 * i] as number) + 1e-6) return false;
    }
  }
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  return endInstant(axis, at[2 * index + 1] as number) <= result.end;
}

it("with half days: late dates hold the end, and using all float keeps it", () => {
  fc.assert(
    fc.property(halves, (input) => {
      const result = solved(input);
      for (let i = 0; i < result.network.size; i++) {
        const room = result.totalFloat[i] as number;
        expect(room).toBeGreaterThanOrEqual(-1e-6);
        expect(endWith(result, i, room)).toBeLessThanOrEqual(result.end + 1e-6);
      }
    }),
    RUNS,
  );
});

it("the way to a picked target: its float is never beaten, work beside it has no bound", () => {
  fc.assert(
    fc.property(across, (input) => {
      const result = solved(input);
      const { network } = result;
      const target = network.size - 1;
      const targetId = (network.activities[target] as ScheduleActivity).id;
      const pass = backwardFrom(result, targetId);
      const finishWith = (index: number, delay: number): number => {
        const places = emptyPlaces(network);
        for (let i = 0; i < network.size; i++) {
          place(network, places, i);
          if (i !== index) continue;
          const start = (places.at[2 * i] as number) + delay;
          setPlace(places, i, { start, finish: start + (network.duration[i] as number), side: 0 });
        }
        return places.at[2 * target + 1] as number;
      };
      for (let i = 0; i < target; i++) {
        const room = pass?.floatToTarget[i] as number;
        const goal = result.early[2 * target + 1] as number;
        if (room === Number.POSITIVE_INFINITY) expect(finishWith(i, 50)).toBe(goal);
        else {
          expect(finishWith(i, room)).toBeLessThanOrEqual(goal);
          expect(finishWith(i, room + 1)).toBeGreaterThan(goal);
        }
      }
    }),
    RUNS,
  );
});

it("places a dragged activity as a pinned one", () => {
  fc.assert(
    fc.property(simple, (input: ScheduleInput) => {
      const result = solved(input);
      const base = { at: result.scheduled, sides: result.sides };
      const change = { id: "a0", start: "2027-03-10" };
      const pinned = solved({
        ...input,
        activities: input.activities.map((a) => (a.id === "a0" ? { ...a, pinnedStart: change.start } : a)),
      });
      const index = result.network.indexOf.get("a0") as number;
      expect(placed(result.network, base, index, change).start).toBe(
        pinned.early[2 * (pinned.network.indexOf.get("a0") as number)],
      );
      expect(result.network.state[index]).toBeGreaterThanOrEqual(PLAIN);
    }),
  );
});
