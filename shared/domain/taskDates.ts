/**
 * When a task runs: where the plan puts it, and where it really lay once it has begun. `start` and `durationDays`
 * stay what was planned, so that reopening finished work gives its plan back.
 */
import type { CalendarTable } from "#shared/schedule/calendar.ts";
import type { ConstraintKind } from "./constraint.ts";
import { type Day, dayNumber, earliest } from "./day.ts";
import type { Milestone } from "./milestone.ts";
import { reconcileProgress, type Task } from "./task.ts";

/** Whether some of it was done, even if it waits or is blocked now. */
export function hasBegun({ actualStart, status, progressPct }: Task): boolean {
  return actualStart !== null || status === "in-progress" || progressPct > 0;
}

/** First day, as it happened or else as planned. */
export function startOf(task: Task): Day {
  return task.actualStart ?? task.start;
}

/** Last day, as it happened or else as planned from its first day. */
export function finishOf(task: Task, calendar: CalendarTable): Day {
  return task.actualFinish ?? calendar.finishOf(startOf(task), task.durationDays);
}

/** `finishOf` as a day number. */
export function finishNumberOf(task: Task, calendar: CalendarTable): number {
  const { actualFinish, durationDays } = task;
  if (actualFinish !== null) return dayNumber(actualFinish);
  return calendar.finishNumber(dayNumber(startOf(task)), durationDays);
}

/** Working days from first to last day: planned, or of finished work how long it really took. */
export function shownDays(task: Task, calendar: CalendarTable): number {
  if (task.actualFinish === null) return task.durationDays;
  const whole = calendar.durationOf(startOf(task), task.actualFinish);
  return Math.ceil(task.durationDays) === whole ? task.durationDays : whole;
}

/** The day a milestone stands on: when it was reached, or else as planned. */
export function dateOf(milestone: Milestone): Day {
  return milestone.reachedOn ?? milestone.date;
}

/** The task on another first day, as long as before in working days; work that has begun really began then. */
export function movedTask(task: Task, start: Day, calendar: CalendarTable): Task {
  const actualStart = task.actualStart === null ? null : start;
  if (task.actualFinish === null) return { ...task, start, actualStart };
  const days = calendar.durationOf(startOf(task), task.actualFinish);
  return { ...task, start, actualStart, actualFinish: calendar.finishOf(start, days) };
}

/**
 * Keeps what was set on a task from contradicting itself. Status and progress agree; work that begins or ends gets
 * its real dates (`today`, unless they were given); a start lands on a day that is worked; whoever moves or resizes
 * work that has begun moves its real dates.
 */
export function reconcileTask(before: Task, edited: Task, calendar: CalendarTable, today: Day): Task {
  const closes = edited.actualFinish !== null && before.actualFinish === null;
  const begins = edited.actualStart !== null && before.actualStart === null;
  let after = edited.constraint === before.constraint ? edited : obeying(edited, calendar);
  if (closes && after.status === before.status) after = { ...after, status: "done" };
  else if (begins && after.status === "not-started" && after.progressPct === before.progressPct)
    after = { ...after, status: "in-progress" };
  after = reconcileProgress(before, after);
  after = withActuals(before, after, today);
  if (after.start !== before.start) after = { ...after, start: calendar.onOrAfter(after.start) };
  return movedActuals(before, after, calendar);
}

/** Work with a new rule for its dates lies where the rule wants it; one that only sets a latest date moves nothing. */
function obeying(task: Task, calendar: CalendarTable): Task {
  const { constraint, durationDays } = task;
  if (constraint?.date == null || task.actualStart !== null) return task;
  const byFinish = constraint.kind === "FNET" || constraint.kind === "MFO";
  const last = byFinish ? calendar.onOrBefore(constraint.date) : constraint.date;
  const wanted = byFinish ? startFor(calendar, last, durationDays) : calendar.onOrAfter(constraint.date);
  return { ...task, start: obeyingDay(constraint.kind, task.start, wanted) };
}

/** The first day of work that is to end on a day. */
function startFor(calendar: CalendarTable, last: Day, durationDays: number): Day {
  return calendar.addWorkingDays(last, 1 - Math.max(1, Math.ceil(durationDays)));
}

function obeyingDay(kind: ConstraintKind, day: Day, wanted: Day): Day {
  if (kind === "MSO" || kind === "MFO") return wanted;
  return (kind === "SNET" || kind === "FNET") && day < wanted ? wanted : day;
}

/** Keeps what was set on a milestone from contradicting itself: a new rule for its date moves it there. */
export function reconcileMilestone(before: Milestone, after: Milestone): Milestone {
  const { constraint } = after;
  if (constraint === before.constraint || constraint?.date == null || after.reachedOn !== null) return after;
  return { ...after, date: obeyingDay(constraint.kind, after.date, constraint.date) };
}

function withActuals(before: Task, after: Task, today: Day): Task {
  if (after.status === before.status) return after;
  if (after.status === "done") {
    const { actualStart, actualFinish } = after;
    if (actualStart !== null && actualFinish !== null) return after;
    const finish = actualFinish ?? today;
    // What is done today has begun by today, wherever its beginning had been put.
    return { ...after, actualFinish: finish, actualStart: first(actualStart ?? after.start, finish) };
  }
  if (after.status === "not-started") return { ...after, actualStart: null, actualFinish: null };
  if (after.status === "in-progress")
    return { ...after, actualStart: after.actualStart ?? first(after.start, today), actualFinish: null };
  return { ...after, actualFinish: null };
}

function first(a: Day, b: Day): Day {
  return earliest([a, b]) as Day;
}

function movedActuals(before: Task, after: Task, calendar: CalendarTable): Task {
  const isMoved = after.start !== before.start;
  const isResized = after.durationDays !== before.durationDays;
  if (!isMoved && !isResized) return after;
  const { actualStart, actualFinish } = before;
  const follows = isMoved && actualStart !== null && after.actualStart === actualStart;
  const moved = follows ? { ...after, actualStart: after.start } : after;
  if (actualFinish === null || after.actualFinish !== actualFinish) return moved;
  const days = isResized ? after.durationDays : calendar.durationOf(startOf(before), actualFinish);
  return { ...moved, actualFinish: calendar.finishOf(startOf(moved), days) };
}
