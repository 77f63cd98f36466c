import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import {
  dayNumberAt,
  extentOf,
  headerOf,
  offDays,
  startOfUnit,
  type Tick,
  type TimeScale,
  xOfDay,
} from "#shared/timeline/scale.ts";

const FIRST = dayNumber("1900-01-01");
const LAST = dayNumber("2199-12-31");
const days = fc.integer({ min: FIRST, max: LAST });
const scales: fc.Arbitrary<TimeScale> = fc.record({
  originDay: days,
  unitsPerDay: fc.double({ min: 0.1, max: 60, noNaN: true }),
});

describe("days and positions", () => {
  it("finds the day again at its own left edge, at any zoom", () => {
    fc.assert(
      fc.property(scales, days, (scale, day) => {
        expect(dayNumberAt(scale, xOfDay(scale, dayFromNumber(day)))).toBe(day);
      }),
    );
  });

  it("gives the last day of a bar its whole width", () => {
    const scale = { originDay: dayNumber("2027-03-01"), unitsPerDay: 10 };
    expect(extentOf(scale, "2027-03-04", "2027-03-09")).toEqual({ x: 30, width: 60 });
  });

  it("keeps its steps over the change to summer time", () => {
    const scale = { originDay: dayNumber("2027-03-01"), unitsPerDay: 10 };
    expect(xOfDay(scale, "2027-03-29") - xOfDay(scale, "2027-03-27")).toBe(20);
  });
});

describe("the axis", () => {
  const windows = fc.tuple(scales, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 3_000 }));

  it("tiles the window without gaps or overlaps, at any zoom", () => {
    fc.assert(
      fc.property(windows, ([scale, from, width]) => {
        const { major, minor } = headerOf(scale, from, from + width);
        expectTiling(minor, from, from + width);
        if (major.length > 0) expectTiling(major, from, from + width);
      }),
    );
  });

  it("starts every tick at the start of its unit", () => {
    fc.assert(
      fc.property(windows, ([scale, from, width]) => {
        const { minor, minorUnit } = headerOf(scale, from, from + width);
        for (const tick of minor) expect(startOfUnit(tick.dayNumber, minorUnit)).toBe(tick.dayNumber);
      }),
    );
  });

  it("names weeks by their Monday, under the month", () => {
    const scale = { originDay: dayNumber("2027-03-01"), unitsPerDay: 6 };
    const header = headerOf(scale, 0, 100);
    expect(header.minor.map((tick) => tick.label)).toEqual(["1", "8", "15"]);
    expect(header.major.map((tick) => tick.label)).toEqual(["Mar 2027"]);
  });

  it("goes from days to quarters as the days grow narrow", () => {
    const unit = (unitsPerDay: number) => headerOf({ originDay: 0, unitsPerDay }, 0, 500).minorUnit;
    expect([60, 24, 6, 2, 0.7, 0.1].map(unit)).toEqual(["day", "day", "week", "month", "quarter", "year"]);
  });
});

describe("days off", () => {
  const scale = { originDay: dayNumber("2027-03-01"), unitsPerDay: 20 };
  const weekend = (day: string): boolean => new Date(`${day}T12:00:00Z`).getUTCDay() % 6 !== 0;

  it("joins Saturday and Sunday into one span", () => {
    expect(offDays(scale, weekend, 0, 280)).toEqual([
      { x: 100, width: 40 },
      { x: 240, width: 40 },
    ]);
  });

  it("shows none where a day is too narrow to be told apart", () => {
    expect(offDays({ ...scale, unitsPerDay: 2 }, weekend, 0, 280)).toEqual([]);
  });
});

function expectTiling(ticks: readonly Tick[], from: number, to: number): void {
  const first = ticks[0] as Tick;
  const last = ticks.at(-1) as Tick;
  expect(first.x).toBeLessThanOrEqual(from + 1e-3);
  expect(last.x + last.width).toBeGreaterThanOrEqual(to - 1e-3);
  ticks.forEach((tick, i) => {
    const next = ticks[i + 1];
    if (next) expect(next.x).toBeCloseTo(tick.x + tick.width, 3);
  });
}
