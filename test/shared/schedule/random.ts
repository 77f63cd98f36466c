/** Random plans for property tests: small enough for brute force, with everything that can meet in one. */
import fc from "fast-check";
import { addDays } from "#shared/domain/day.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "#shared/schedule/input.ts";
import { EVERY_DAY, MONDAY, WEEKDAYS } from "./support.ts";

export interface Wildness {
  readonly size: number;
  /** Constraints, pins, actuals, planned starts, milestones. */
  readonly dates: boolean;
  readonly halves: boolean;
  /** Three calendars, and elapsed lags. */
  readonly calendars: boolean;
  /** Work without duration. */
  readonly points: boolean;
}

const CALENDARS = [
  WEEKDAYS,
  EVERY_DAY,
  {
    workingWeekdays: [0, 2, 4],
    exceptions: [{ date: addDays(MONDAY, 8), working: false, yearly: false, name: "" }],
  },
] as ScheduleInput["calendars"];

const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays(MONDAY, days));

function activityArb(id: string, wild: Wildness): fc.Arbitrary<ScheduleActivity> {
  const min = wild.points ? 0 : 1;
  const whole = fc.integer({ min, max: 6 });
  const durationDays = wild.halves ? fc.integer({ min, max: 12 }).map((n) => n / 2) : whole;
  const calendar = wild.calendars ? fc.integer({ min: 0, max: 2 }) : fc.constant(0);
  const more: fc.Arbitrary<Partial<ScheduleActivity>> = wild.dates
    ? fc.oneof(
        { weight: 5, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.constant({ isMilestone: true }) },
        { weight: 1, arbitrary: day.map((plannedStart) => ({ plannedStart })) },
        { weight: 1, arbitrary: day.map((pinnedStart) => ({ pinnedStart })) },
        { weight: 1, arbitrary: day.map((pinnedStart) => ({ pinnedStart, isMilestone: true })) },
        { weight: 1, arbitrary: day.map((actualStart) => ({ actualStart, progressPct: 50 })) },
        {
          weight: 2,
          arbitrary: fc
            .tuple(fc.constantFrom("SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO", "ALAP"), day)
            .map(([kind, date]) => ({ constraint: { kind, date } }) as Partial<ScheduleActivity>),
        },
      )
    : fc.constant({});
  return fc
    .record({ id: fc.constant(id), durationDays, calendar, more })
    .map(({ more: extra, ...rest }) => ({ ...rest, ...extra }));
}

function linkArb({ size, calendars }: Wildness): fc.Arbitrary<ScheduleLink> {
  return fc
    .record({
      a: fc.integer({ min: 0, max: size - 1 }),
      b: fc.integer({ min: 0, max: size - 1 }),
      type: fc.constantFrom("FS", "SS", "FF", "SF"),
      lag: fc.integer({ min: -3, max: 4 }),
      lagKind: calendars ? fc.constantFrom("working", "elapsed") : fc.constant("working"),
    })
    .filter(({ a, b }) => a !== b)
    .map(
      ({ a, b, ...rest }) =>
        ({ from: `a${Math.min(a, b)}`, to: `a${Math.max(a, b)}`, ...rest }) as ScheduleLink,
    );
}

/** A plan without loops: links lead from lower to higher numbers. */
export function planArb(wild: Wildness): fc.Arbitrary<ScheduleInput> {
  const activities = fc.tuple(...Array.from({ length: wild.size }, (_, i) => activityArb(`a${i}`, wild)));
  return fc
    .record({ activities, links: fc.array(linkArb(wild), { maxLength: wild.size * 2 }) })
    .map(({ activities: drawn, links }) => ({
      calendars: CALENDARS,
      projectStart: MONDAY,
      activities: drawn,
      links,
    }));
}
