/**
 * Positions in working time. A position counts the working days of one calendar that lie before it, so it is
 * half-open: work of d days from position s covers [s, s + d). The end of a Friday and the start of the Monday
 * after it are one position; which of the two days is shown depends on whether work starts or ends there.
 *
 * An instant is a point on the calendar shared by all calendars: day number plus the part of that day's working
 * time gone by. It carries positions from one calendar to another and counts elapsed lags.
 */
import type { WorkingDays } from "./calendar.ts";

/** Parts of a day smaller than this (under a second) are rounding noise. */
export const TINY = 1e-6;

export function wholeBelow(value: number): number {
  return Math.floor(value + TINY);
}

export function isWhole(value: number): boolean {
  return value - wholeBelow(value) <= TINY;
}

function workedBefore(axis: WorkingDays, dayNumber: number): number {
  const index = dayNumber - axis.first;
  return axis.before[index < 0 ? 0 : Math.min(index, axis.before.length - 1)] as number;
}

export function isWorked(axis: WorkingDays, dayNumber: number): boolean {
  return workedBefore(axis, dayNumber + 1) > workedBefore(axis, dayNumber);
}

function nthWorked(axis: WorkingDays, count: number): number {
  return axis.nth[count < 0 ? 0 : Math.min(count, axis.nth.length - 1)] as number;
}

/** Position where `dayNumber` begins; of the next working day when it is not worked. */
export function startPosition(axis: WorkingDays, dayNumber: number): number {
  return workedBefore(axis, dayNumber);
}

/** Position where `dayNumber` ends; of the working day before when it is not worked. */
export function endPosition(axis: WorkingDays, dayNumber: number): number {
  return workedBefore(axis, dayNumber + 1);
}

/** Day number shown for work that starts at `position`. */
export function startDayNumber(axis: WorkingDays, position: number): number {
  return nthWorked(axis, wholeBelow(position));
}

/** Day number shown for work that ends at `position`. */
export function endDayNumber(axis: WorkingDays, position: number): number {
  return nthWorked(axis, Math.ceil(position - TINY) - 1);
}

export function startInstant(axis: WorkingDays, position: number): number {
  const whole = wholeBelow(position);
  return nthWorked(axis, whole) + Math.max(0, position - whole);
}

export function endInstant(axis: WorkingDays, position: number): number {
  const whole = Math.ceil(position - TINY) - 1;
  return nthWorked(axis, whole) + Math.min(1, position - whole);
}

/** First position at or after an instant. */
export function positionAt(axis: WorkingDays, instant: number): number {
  const day = wholeBelow(instant);
  return workedBefore(axis, day) + (isWorked(axis, day) ? Math.max(0, instant - day) : 0);
}

/**
 * Latest position from which work may start so that its start is no later than an instant; `step` is the smallest part
 * of a day that counts.
 */
export function latestStartBy(axis: WorkingDays, instant: number, step = 1): number {
  const day = wholeBelow(instant);
  const before = workedBefore(axis, day);
  return isWorked(axis, day) ? before + Math.max(0, instant - day) : before - step;
}

/** A start moved on so that work of `days` does not run from the middle of a day into the next. */
export function fitForward(start: number, days: number): number {
  const part = start - wholeBelow(start);
  return part <= TINY || part + days <= 1 + TINY ? start : Math.ceil(start - TINY);
}

/** The latest start at or before `start` from which work of `days` does not run over from the middle of a day. */
export function fitBackward(start: number, days: number): number {
  const whole = wholeBelow(start);
  const part = start - whole;
  return part <= TINY || part + days <= 1 + TINY ? start : whole + Math.max(0, 1 - days);
}
