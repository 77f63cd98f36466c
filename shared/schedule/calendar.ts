/**
 * Working-day arithmetic. The working days of the years a plan spans are counted once into a prefix table;
 * every question is then a table look-up, never date arithmetic (see docs/decisions.md).
 *
 * A task of d working days that starts on working day s ends on the ceil(d)-th working day counted from s.
 */
import { type Day, dayFromNumber, dayNumber, weekdayOfNumber } from "#shared/domain/day.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";

const FIRST = dayNumber("1900-01-01");
const LAST = dayNumber("2260-12-31");
/** Nearly every plan lies within these; the days beyond are counted when one is asked for. */
const NEAR_FIRST = dayNumber("2015-01-01");
const NEAR_LAST = dayNumber("2044-12-31");

export interface CalendarTable {
  isWorking(day: Day): boolean;
  /** The day itself when worked, else the next worked day. */
  onOrAfter(day: Day): Day;
  /** The day itself when worked, else the worked day before it. */
  onOrBefore(day: Day): Day;
  /** `count` working days after `day` (before, when negative), first moved on to a working day. */
  addWorkingDays(day: Day, count: number): Day;
  /** Working days in [from, to), negative when `to` is before `from`. */
  workingDaysBetween(from: Day, to: Day): number;
  /** Last day of a task: its start day when it takes a day or less. Halves round up. */
  finishOf(start: Day, durationDays: number): Day;
  /** Working days a task takes that runs from `start` to `finish`, both worked in full; at least 1. */
  durationOf(start: Day, finish: Day): number;
  /** `finishOf` in day numbers. */
  finishNumber(start: number, durationDays: number): number;
}

/** The raw count of a calendar's working days: what the schedule passes index into. */
export interface WorkingDays {
  /** Day number (days since 1970-01-01) of entry 0 of `before`: 1900-01-01. */
  readonly first: number;
  /** `before[i]`: working days earlier than day `first + i`; one entry more than there are days. */
  readonly before: Int32Array;
  /** `nth[k]`: day number of the k-th working day, counted from 0. */
  readonly nth: Int32Array;
}

const counted = new WeakMap<WorkCalendar, WorkingDays>();

/** A calendar's working days from 1900 to 2260, counted on first use and kept as long as the calendar lives. */
export function workingDays(calendar: WorkCalendar): WorkingDays {
  let days = counted.get(calendar);
  if (!days) {
    days = countWorkingDays(calendar, FIRST, LAST);
    counted.set(calendar, days);
  }
  return days;
}

const tables = new WeakMap<WorkCalendar, CalendarTable>();

/** The table of a calendar, built on first use and kept as long as the calendar lives. */
export function calendarTable(calendar: WorkCalendar): CalendarTable {
  let table = tables.get(calendar);
  if (!table) {
    table = buildTable(calendar);
    tables.set(calendar, table);
  }
  return table;
}

/** Of the days from `first` to `last`. */
function countWorkingDays(calendar: WorkCalendar, first: number, last: number): WorkingDays {
  const days = last - first + 1;
  const isWorked = new Uint8Array(days);
  for (const weekday of calendar.workingWeekdays) isWorked[(weekday - weekdayOfNumber(first) + 7) % 7] = 1;
  for (let filled = 7; filled < days; filled *= 2) isWorked.copyWithin(filled, 0, filled);
  for (const [day, working] of exceptionDays(calendar, first, last)) isWorked[day - first] = working ? 1 : 0;
  const before = new Int32Array(days + 1);
  const nth = new Int32Array(days);
  let count = 0;
  for (let i = 0; i < days; i++) {
    before[i] = count;
    if (isWorked[i] === 1) nth[count++] = first + i;
  }
  before[days] = count;
  return { first, before, nth: nth.subarray(0, count) };
}

function exceptionDays(calendar: WorkCalendar, first: number, last: number): Map<number, boolean> {
  const days = new Map<number, boolean>();
  const yearly = calendar.exceptions.filter((e) => e.yearly);
  if (yearly.length > 0) {
    for (let year = yearOf(first); year <= yearOf(last); year++) {
      for (const e of yearly) {
        const day = dayNumber(`${year}${e.date.slice(4)}`);
        if (dayFromNumber(day).slice(4) === e.date.slice(4)) days.set(day, e.working);
      }
    }
  }
  for (const e of calendar.exceptions) if (!e.yearly) days.set(dayNumber(e.date), e.working);
  return days;
}

function yearOf(day: number): number {
  return Number(dayFromNumber(day).slice(0, 4));
}

/** Counts of working days from the first near day on, negative before it, and what they count. */
interface Count {
  before(day: number): number;
  nth(count: number): number;
}

function countOf(calendar: WorkCalendar): Count {
  const near = counted.get(calendar) ?? countWorkingDays(calendar, NEAR_FIRST, NEAR_LAST);
  let beyond: Count | null = null;
  const far = (): Count => {
    beyond ??= countBeyond(workingDays(calendar), near.first);
    return beyond;
  };
  return {
    before: (day) => near.before[day - near.first] ?? far().before(day),
    nth: (count) => near.nth[count] ?? far().nth(count),
  };
}

function countBeyond({ before, nth }: WorkingDays, zero: number): Count {
  const clamp = (day: number): number => Math.min(Math.max(day, FIRST), LAST + 1) - FIRST;
  const offset = before[clamp(zero)] ?? 0;
  return {
    before: (day) => (before[clamp(day)] ?? 0) - offset,
    nth: (count) => nth[Math.min(Math.max(count + offset, 0), nth.length - 1)] ?? FIRST,
  };
}

function buildTable(calendar: WorkCalendar): CalendarTable {
  const { before, nth } = countOf(calendar);
  const finishNumber = (start: number, durationDays: number): number =>
    durationDays <= 0 ? start : nth(before(start) + Math.ceil(durationDays) - 1);
  return {
    isWorking: (day) => before(dayNumber(day) + 1) > before(dayNumber(day)),
    onOrAfter: (day) => dayFromNumber(nth(before(dayNumber(day)))),
    onOrBefore: (day) => dayFromNumber(nth(before(dayNumber(day) + 1) - 1)),
    addWorkingDays: (day, count) => dayFromNumber(nth(before(dayNumber(day)) + count)),
    workingDaysBetween: (from, to) => before(dayNumber(to)) - before(dayNumber(from)),
    finishOf: (start, durationDays) =>
      durationDays <= 0 ? start : dayFromNumber(finishNumber(dayNumber(start), durationDays)),
    durationOf: (start, finish) => Math.max(1, before(dayNumber(finish) + 1) - before(dayNumber(start))),
    finishNumber,
  };
}
