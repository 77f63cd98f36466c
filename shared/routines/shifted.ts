/** Routines told on other days, as a worked example is when it is opened. */
import { addDays, type Day, daysBetween } from "#shared/domain/day.ts";
import type { Routine, RoutineRun } from "#shared/domain/routine.ts";
import { shiftedTicks } from "#shared/domain/tick.ts";
import { recurrenceOf } from "./due.ts";
import { daysFrom, expand, nextOnOrAfter, type Recurrence } from "./recurrence.ts";
import { ruleText } from "./rule.ts";

/** The same routine `days` later. A rule by date keeps its date: its first run is the next that the rule gives. */
export function shiftedRoutine(routine: Routine, days: number): Routine {
  const dayOf = shiftOf(routine, days);
  return {
    ...routine,
    ...shiftedRule(routine, days),
    earlierRules: routine.earlierRules.map((rule) => ({
      ...shiftedRule(rule, days),
      lastDay: addDays(rule.lastDay, days),
    })),
    skipped: routine.skipped.map(dayOf),
    moved: routine.moved.map(({ from, to }) => ({ from: dayOf(from), to: addDays(to, days) })),
    endedOn: routine.endedOn && addDays(routine.endedOn, days),
  };
}

/** A run of that routine `days` later: the third run stays the third run. */
export function shiftedRun(run: RoutineRun, routine: Routine | undefined, days: number): RoutineRun {
  const day = routine ? shiftOf(routine, days)(run.day) : addDays(run.day, days);
  const doneOn = run.doneOn && addDays(day, daysBetween(run.day, run.doneOn));
  const ticked = shiftedTicks(run.ticked, daysBetween(run.day, day));
  return { ...run, day, doneOn, ticked };
}

function shiftedRule(rule: Pick<Routine, "rule" | "firstRun">, days: number) {
  const recurrence = recurrenceOf(rule);
  const firstRun = addDays(rule.firstRun, days);
  if (!recurrence) return { rule: rule.rule, firstRun };
  const { until } = recurrence.rule;
  const shifted = { ...recurrence.rule, until: until && addDays(until, days) };
  return {
    rule: ruleText(shifted),
    firstRun: nextOnOrAfter({ rule: shifted, firstRun }, firstRun) ?? firstRun,
  };
}

/** Where a day of the rule goes: to the day with the same number among the runs; any other by as many days. */
function shiftOf(routine: Routine, days: number): (day: Day) => Day {
  const before = recurrenceOf(routine);
  const after = recurrenceOf(shiftedRule(routine, days));
  return (day) => {
    const index = before ? expand(before, routine.firstRun, day).indexOf(day) : -1;
    return (index >= 0 && after && nthDay(after, index)) || addDays(day, days);
  };
}

function nthDay(recurrence: Recurrence, index: number): Day | null {
  let left = index;
  for (const day of daysFrom(recurrence, recurrence.firstRun)) if (left-- === 0) return day;
  return null;
}
