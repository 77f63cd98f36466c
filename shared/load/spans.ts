/**
 * On which days the work of one task lies. Finished work lies on the days it really took. Of work that has begun, what
 * is done lies before the as-of day (the plan's, or else today) and what is left from that day on. Work that has not
 * begun lies on its own days from the as-of day on. Work that should be finished by then is still to be done: what is
 * left of it lies on as many days as it still takes, from the as-of day on.
 */
import { dayNumber } from "#shared/domain/day.ts";
import type { Task } from "#shared/domain/task.ts";
import { hasBegun, startOf } from "#shared/domain/taskDates.ts";
import type { WorkingDays } from "#shared/schedule/calendar.ts";
import { workedAfter, workedBetween } from "./capacity.ts";

export interface Span {
  /** Day numbers; `last` is before `first` where no day is left for it. */
  readonly first: number;
  readonly last: number;
  /** How much of the last day it takes (above 0, at most 1). */
  readonly lastPart: number;
  /** What part of the task's hours lies here (0 to 1); the parts of a task add up to 1. */
  readonly share: number;
  /** What is left after its last day has passed. */
  readonly isOverdue: boolean;
}

/** `worked`: the days on which the task is worked. None for cancelled work. */
export function spansOf(task: Task, worked: WorkingDays, asOf: number): readonly Span[] {
  return task.status === "cancelled" ? [] : laidOut(task, worked, asOf);
}

function laidOut(task: Task, worked: WorkingDays, asOf: number): readonly Span[] {
  const whole = wholeSpan(task, worked);
  if (task.status === "done") return [whole];
  if (!hasBegun(task)) return [leftOf(task, whole, worked, asOf, 1)];
  const done = task.progressPct / 100;
  const left = { ...leftOf(task, whole, worked, asOf, 1 - done), share: 1 - done };
  const last = Math.min(whole.last, asOf - 1);
  return [{ ...whole, last, lastPart: last === whole.last ? whole.lastPart : 1, share: done }, left];
}

function wholeSpan(task: Task, worked: WorkingDays): Span {
  const start = dayNumber(startOf(task));
  const part = lastPartOf(task.durationDays);
  if (task.actualFinish === null) return spanFrom(worked, start, task.durationDays, part);
  const finish = dayNumber(task.actualFinish);
  const count = workedBetween(worked, start, finish);
  if (count === 0) return spanFrom(worked, start, 1, 1);
  return spanFrom(worked, start, count, Math.max(1, Math.ceil(task.durationDays)) === count ? part : 1);
}

function leftOf(task: Task, whole: Span, worked: WorkingDays, asOf: number, left: number): Span {
  if (whole.first >= asOf) return whole;
  if (whole.last >= asOf) return { ...whole, first: asOf };
  // In half days, rounded up; the little taken off is what binary fractions add.
  const days = Math.max(1, Math.ceil(task.durationDays * left * 2 - 1e-9)) / 2;
  return { ...spanFrom(worked, asOf, days, lastPartOf(days)), isOverdue: true };
}

function spanFrom(worked: WorkingDays, start: number, durationDays: number, lastPart: number): Span {
  const count = Math.max(1, Math.ceil(durationDays));
  const [first, last] = [workedAfter(worked, start, 0), workedAfter(worked, start, count - 1)];
  return { first, last, lastPart, share: 1, isOverdue: false };
}

function lastPartOf(durationDays: number): number {
  return durationDays <= 0 ? 1 : durationDays - (Math.ceil(durationDays) - 1);
}
