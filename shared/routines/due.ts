/** The days on which a routine is due: its rules, less what was skipped, with what was moved. */
import { addDays, type Day, earliest, weekdayOf } from "#shared/domain/day.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { expand, nextOnOrAfter, type Recurrence } from "./recurrence.ts";
import { parseRule } from "./rule.ts";

/** The rule that holds now; null for a text that is no rule, which no stored routine has. */
export function recurrenceOf({ rule, firstRun }: Pick<Routine, "rule" | "firstRun">): Recurrence | null {
  const parsed = parseRule(rule);
  return parsed.ok ? { rule: parsed.value, firstRun } : null;
}

/** Days from `from` to `to` on which a run is due, earliest first. */
export function dueDays(routine: Routine, from: Day, to: Day): Day[] {
  const changed = new Set([...routine.skipped, ...routine.moved.map((run) => run.from)]);
  const days = new Set<Day>();
  for (const day of ruleDaysOf(routine, from, to)) if (!changed.has(day)) days.add(day);
  for (const run of routine.moved) if (run.to >= from && run.to <= to) days.add(run.to);
  return [...days].filter((day) => !isAfterEnd(routine, day)).sort();
}

/** The first day on or after `day` on which a run is due, or null when there is none. */
export function nextDue(routine: Routine, day: Day): Day | null {
  const recurrence = recurrenceOf(routine);
  const changed = new Set([...routine.skipped, ...routine.moved.map((run) => run.from)]);
  let next = recurrence && nextOnOrAfter(recurrence, day);
  // Each of the changed days can be passed over once.
  for (let left = changed.size; recurrence && next !== null && changed.has(next) && left > 0; left--)
    next = nextOnOrAfter(recurrence, dayAfter(next));
  const moved = routine.moved.map((run) => run.to).filter((to) => to >= day);
  const best = earliest([...(next === null ? [] : [next]), ...moved]);
  return best === null || isAfterEnd(routine, best) ? null : best;
}

/** The next `count` days on which a run is due, from `day` on. */
export function nextDueDays(routine: Routine, day: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let next = nextDue(routine, day); next !== null && days.length < count; ) {
    days.push(next);
    next = nextDue(routine, dayAfter(next));
  }
  return days;
}

/** The day of the rule that was moved to `day`, or null. */
export function movedFrom(routine: Routine, day: Day): Day | null {
  return routine.moved.find(({ to }) => to === day)?.from ?? null;
}

export interface RoutineTime {
  /** Minutes of the week of `today`, Monday to Sunday, whether done or not. */
  readonly thisWeek: number;
  /** Minutes a week, averaged over the year ahead of `today`. */
  readonly perWeek: number;
}

const times = new WeakMap<Routine, { readonly today: Day; readonly time: RoutineTime }>();

/** What a routine takes of its owner's time; worked out once per state of the routine and day. */
export function timeOf(routine: Routine, today: Day): RoutineTime {
  const before = times.get(routine);
  if (before?.today === today) return before.time;
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const minutesIn = (from: Day, days: number): number =>
    dueDays(routine, from, addDays(from, days - 1)).length * routine.minutes;
  const time = { thisWeek: minutesIn(monday, 7), perWeek: minutesIn(today, 364) / 52 };
  times.set(routine, { today, time });
  return time;
}

function ruleDaysOf(routine: Routine, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (const earlier of routine.earlierRules) {
    const recurrence = recurrenceOf(earlier);
    if (recurrence) days.push(...expand(recurrence, from, earlier.lastDay < to ? earlier.lastDay : to));
  }
  const recurrence = recurrenceOf(routine);
  return recurrence ? [...days, ...expand(recurrence, from, to)] : days;
}

function isAfterEnd({ endedOn }: Routine, day: Day): boolean {
  return endedOn !== null && day > endedOn;
}

function dayAfter(day: Day): Day {
  return addDays(day, 1);
}
