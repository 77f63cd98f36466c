/**
 * The time axis: days to horizontal units (pixels on screen, points on paper) and back, and the labelled ticks
 * above it. Pure geometry, used by the interactive timeline and by the printed sheets alike.
 */
import { type Day, dayFromNumber, dayNumber, formatDay, weekdayOfNumber } from "#shared/domain/day.ts";

export interface TimeScale {
  /** Day number (days since 1970-01-01) that lies at x = 0. */
  readonly originDay: number;
  readonly unitsPerDay: number;
}

export interface Extent {
  readonly x: number;
  readonly width: number;
}

/** Left edge of a day number. */
function xOfDayNumber(scale: TimeScale, day: number): number {
  return (day - scale.originDay) * scale.unitsPerDay;
}

/** Left edge of a day. */
export function xOfDay(scale: TimeScale, day: Day): number {
  return xOfDayNumber(scale, dayNumber(day));
}

/** Day number under a position (fractions of a day are cut off). */
export function dayNumberAt(scale: TimeScale, x: number): number {
  return Math.floor(x / scale.unitsPerDay + EDGE) + scale.originDay;
}

/** Part of a day by which a position may fall short of an edge through rounding and still count as on it. */
const EDGE = 1e-6;

/** A bar from the first day through the whole of the last. */
export function extentOf(scale: TimeScale, start: Day, finish: Day): Extent {
  const x = xOfDay(scale, start);
  return { x, width: xOfDay(scale, finish) + scale.unitsPerDay - x };
}

export type TickUnit = "day" | "week" | "month" | "quarter" | "year";

export interface Tick extends Extent {
  readonly dayNumber: number;
  readonly label: string;
}

export interface Header {
  readonly majorUnit: TickUnit;
  readonly minorUnit: TickUnit;
  readonly major: readonly Tick[];
  readonly minor: readonly Tick[];
}

/** Narrowest room, in units, that a minor tick of each kind needs for its label. */
const MINOR_ROOM: readonly (readonly [TickUnit, days: number, room: number])[] = [
  ["day", 1, 22],
  ["week", 7, 30],
  ["month", 30, 30],
  ["quarter", 91, 26],
];

const MAJOR_OF: Record<TickUnit, TickUnit> = {
  day: "month",
  week: "month",
  month: "year",
  quarter: "year",
  year: "year",
};

/** The finest unit whose labels fit at this scale; `room` scales the needed width (1 for 11 px text). */
function minorUnitFor(unitsPerDay: number, room = 1): TickUnit {
  return MINOR_ROOM.find(([, days, width]) => days * unitsPerDay >= width * room)?.[0] ?? "year";
}

/** Ticks that touch [fromX, toX). Weeks start on Monday (ISO 8601). */
export function headerOf(scale: TimeScale, fromX: number, toX: number, room = 1): Header {
  const minorUnit = minorUnitFor(scale.unitsPerDay, room);
  const majorUnit = MAJOR_OF[minorUnit];
  return {
    majorUnit,
    minorUnit,
    major: minorUnit === "year" ? [] : ticks(scale, majorUnit, fromX, toX, true),
    minor: ticks(scale, minorUnit, fromX, toX, false),
  };
}

function ticks(scale: TimeScale, unit: TickUnit, fromX: number, toX: number, major: boolean): Tick[] {
  const result: Tick[] = [];
  let day = startOfUnit(dayNumberAt(scale, fromX), unit);
  for (let x = (day - scale.originDay) * scale.unitsPerDay; x < toX; ) {
    const next = nextUnit(day, unit);
    const width = (next - day) * scale.unitsPerDay;
    result.push({ dayNumber: day, x, width, label: labelOf(day, unit, major) });
    day = next;
    x += width;
  }
  return result;
}

/** First day of the unit that holds a day. */
export function startOfUnit(day: number, unit: TickUnit): number {
  if (unit === "day") return day;
  if (unit === "week") return day - ((weekdayOfNumber(day) + 6) % 7);
  const text = dayFromNumber(day);
  const month = Number(text.slice(5, 7));
  if (unit === "month") return dayNumber(`${text.slice(0, 7)}-01`);
  if (unit === "year") return dayNumber(`${text.slice(0, 4)}-01-01`);
  const first = month - ((month - 1) % 3);
  return dayNumber(`${text.slice(0, 4)}-${String(first).padStart(2, "0")}-01`);
}

const MONTHS_IN: Record<"month" | "quarter" | "year", number> = { month: 1, quarter: 3, year: 12 };

function nextUnit(day: number, unit: TickUnit): number {
  if (unit === "day") return day + 1;
  if (unit === "week") return day + 7;
  const text = dayFromNumber(day);
  const month = Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1 + MONTHS_IN[unit];
  return dayNumber(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`);
}

function labelOf(day: number, unit: TickUnit, major: boolean): string {
  const text = dayFromNumber(day);
  switch (unit) {
    case "day":
    case "week":
      return String(Number(text.slice(8, 10)));
    case "month":
      return major ? formatDay(text, "monthYear") : formatDay(text, "monthYear").slice(0, 3);
    case "quarter":
      return `Q${Math.floor((Number(text.slice(5, 7)) - 1) / 3) + 1}`;
    case "year":
      return text.slice(0, 4);
  }
}

/** Spans of non-working days that touch [fromX, toX), for shading; empty when days are too narrow to show. */
export function offDays(
  scale: TimeScale,
  isWorking: (day: Day) => boolean,
  fromX: number,
  toX: number,
  narrowest = 3,
): Extent[] {
  if (scale.unitsPerDay < narrowest) return [];
  const spans: { x: number; width: number }[] = [];
  const last = dayNumberAt(scale, toX);
  for (let day = dayNumberAt(scale, fromX); day <= last; day++) {
    if (isWorking(dayFromNumber(day))) continue;
    const x = (day - scale.originDay) * scale.unitsPerDay;
    const previous = spans.at(-1);
    if (previous && previous.x + previous.width >= x - 0.01) previous.width += scale.unitsPerDay;
    else spans.push({ x, width: scale.unitsPerDay });
  }
  return spans;
}
