/** The engine against a second, plain scheduler (reference.ts) on small random plans with everything in them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "#shared/domain/day.ts";
import { shownDay } from "#shared/schedule/dates.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "#shared/schedule/input.ts";
import type { Schedule } from "#shared/schedule/passes.ts";
import {
  doesHarm,
  endOf,
  isDone,
  isFixed,
  isStarted,
  movesOthers,
  type Reference,
  reference,
  type Spot,
  shortBy,
  slipped,
} from "./reference.ts";
import { EVERY_DAY, MONDAY, solved, WEEKDAYS } from "./support.ts";

const SIZE = 6;
const SPARSE: ScheduleInput["calendars"][number] = {
  workingWeekdays: [0, 2, 4],
  exceptions: [{ date: addDays(MONDAY, 8), working: false, yearly: false, name: "" }],
  holidays: null,
};
const day = fc.integer({ min: 0, max: 24 }).map((days) => addDays(MONDAY, days));
const days = fc.integer({ min: 1, max: 5 });

/** Every state an activity can be in: plain, point, planned, pinned, begun, done, and under each constraint. */
const states: fc.Arbitrary<Partial<ScheduleActivity>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.constant({ isMilestone: true }) },
  { weight: 2, arbitrary: fc.constant({ durationDays: 0 }) },
  { weight: 1, arbitrary: day.map((plannedStart) => ({ plannedStart })) },
  { weight: 1, arbitrary: day.map((pinnedStart) => ({ pinnedStart })) },
  { weight: 1, arbitrary: day.map((pinnedStart) => ({ pinnedStart, isMilestone: true })) },
  {
    weight: 1,
    arbitrary: fc.record({ actualStart: day, remainingDays: days }),
  },
  { weight: 1, arbitrary: day.map((actualFinish) => ({ actualFinish })) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        kind: fc.constantFrom("SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO", "ALAP"),
        date: day,
        durationDays: fc.integer({ min: 0, max: 4 }),
        isMilestone: fc.boolean(),
      })
      .map(
        ({ kind, date, ...rest }) => ({ constraint: { kind, date }, ...rest }) as Partial<ScheduleActivity>,
      ),
  },
);

const plans: fc.Arbitrary<ScheduleInput> = fc
  .record({
    activities: fc.tuple(
      ...Array.from({ length: SIZE }, (_, i) =>
        fc
          .record({ durationDays: days, calendar: fc.integer({ min: 0, max: 2 }), state: states })
          .map(({ state, ...rest }) => ({ id: `a${i}`, ...rest, ...state })),
      ),
    ),
    links: fc.array(
      fc
        .record({
          a: fc.integer({ min: 0, max: SIZE - 1 }),
          b: fc.integer({ min: 0, max: SIZE - 1 }),
          type: fc.constantFrom("FS", "SS", "FF", "SF"),
          lag: fc.integer({ min: -3, max: 4 }),
          lagKind: fc.constantFrom("working", "elapsed"),
        })
        .filter(({ a, b }) => a !== b)
        .map(
          ({ a, b, ...rest }) =>
            ({ from: `a${Math.min(a, b)}`, to: `a${Math.max(a, b)}`, ...rest }) as ScheduleLink,
        ),
      { maxLength: SIZE * 2 },
    ),
    statusDate: fc.option(day, { freq: 4 }),
    mixed: fc.boolean(),
  })
  .map(({ mixed, activities, ...rest }) => ({
    calendars: [WEEKDAYS, EVERY_DAY, SPARSE],
    projectStart: MONDAY,
    activities: mixed ? activities : activities.map((activity) => ({ ...activity, calendar: 0 })),
    ...rest,
  }));

const RUNS = { numRuns: Number(process.env.REFERENCE_RUNS ?? 300) };
const first = dayNumber(MONDAY);

/** Where the engine puts everything. What was set outright shows its own day, even one that nobody works. */
function spotsOf(result: Schedule, at: Float64Array): Reference {
  const { network, sides } = result;
  const set = reference(network.input).spots;
  const spots = new Map<string, Spot>();
  for (const activity of network.input.activities) {
    const { id } = activity;
    const fixed = set.get(id) as Spot;
    if (isFixed(activity) && fixed.part !== "work") {
      spots.set(id, fixed);
      continue;
    }
    const index = network.indexOf.get(id) as number;
    const on = (end: 0 | 1): number => shownDay(network, sides, at, index, end) - first;
    const isWork = (at[2 * index + 1] as number) > (at[2 * index] as number);
    const part = isWork ? "work" : sides[index] === 1 ? "close" : "opening";
    spots.set(id, { first: on(0), last: on(1), part });
  }
  return { input: network.input, spots };
}

function floats(result: Schedule, id: string): { total: number; free: number } {
  const index = result.network.indexOf.get(id) as number;
  return { total: result.totalFloat[index] as number, free: result.freeFloat[index] as number };
}

/** The plan with one activity slipped, each way it can. */
function slips(before: Reference, activity: ScheduleActivity, by: number): readonly Reference[] {
  const spot = before.spots.get(activity.id) as Spot;
  return slipped(before.input, activity, spot, by).map((to) =>
    reference(before.input, { id: activity.id, spot: to }),
  );
}

describe("against a plain scheduler", () => {
  it("puts everything on the same days", () => {
    fc.assert(
      fc.property(plans, (input) => {
        const result = solved(input);
        expect(spotsOf(result, result.early).spots).toEqual(reference(input).spots);
      }),
      RUNS,
    );
  });

  it("total float can be used up without harm, and not one day more", () => {
    let seen = 0;
    fc.assert(
      fc.property(plans, (input) => {
        const result = solved(input);
        if (result.totalFloat.some((room) => room < 0)) return;
        const before = reference(input);
        for (const activity of input.activities) {
          if (isDone(activity)) continue;
          const { total } = floats(result, activity.id);
          seen++;
          const told = `${activity.id} slips by ${total}`;
          expect(
            slips(before, activity, total).some((after) => !doesHarm(before, after)),
            told,
          ).toBe(true);
          expect(
            slips(before, activity, total + 1).some((after) => !doesHarm(before, after)),
            `${told} + 1`,
          ).toBe(false);
        }
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(RUNS.numRuns);
  });

  it("free float can be used up without moving anything else, and not one day more", () => {
    fc.assert(
      fc.property(plans, (input) => {
        const result = solved(input);
        if (result.totalFloat.some((room) => room < 0)) return;
        const before = reference(input);
        for (const activity of input.activities) {
          if (isDone(activity)) continue;
          const { free } = floats(result, activity.id);
          const told = `${activity.id} slips by ${free}`;
          const isFree = (by: number): boolean =>
            slips(before, activity, by).some(
              (after) => !movesOthers(before, after, activity.id) && !doesHarm(before, after),
            );
          expect(isFree(free), told).toBe(true);
          expect(isFree(free + 1), `${told} + 1`).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it("work that is to lie as late as possible keeps every link and the end, and could not lie a day later", () => {
    let seen = 0;
    fc.assert(
      fc.property(plans, (input) => {
        const result = solved(input);
        if (result.totalFloat.some((room) => room < 0)) return;
        const early = spotsOf(result, result.early);
        const late = spotsOf(result, result.scheduled);
        const short = ({ spots }: Reference, link: ScheduleLink): number =>
          shortBy(input, link, spots.get(link.from) as Spot, spots.get(link.to) as Spot);
        expect(endOf(late)).toBe(endOf(early));
        const done = new Set(input.activities.filter(isDone).map(({ id }) => id));
        const begun = new Set(input.activities.filter(isStarted).map(({ id }) => id));
        for (const link of input.links) {
          if (begun.has(link.to) && (link.type === "FS" || link.type === "SS")) continue;
          if (done.has(link.to)) continue;
          if (short(early, link) <= 0) expect(short(late, link)).toBeLessThanOrEqual(0);
        }
        for (const activity of input.activities) {
          const was = early.spots.get(activity.id) as Spot;
          const spot = late.spots.get(activity.id) as Spot;
          const index = result.network.indexOf.get(activity.id) as number;
          if (result.network.isAlap[index] === 0) expect(spot).toEqual(was);
          else {
            seen++;
            for (const to of slipped(input, activity, spot, 1).filter(({ part }) => part === spot.part)) {
              const spots = new Map([...late.spots, [activity.id, to]]);
              const after = { input, spots };
              const isHeld = input.links.some(
                (link) => link.from === activity.id && short(late, link) <= 0 && short(after, link) > 0,
              );
              expect(isHeld || endOf(after) > endOf(late)).toBe(true);
            }
          }
        }
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(20);
  });
});
