/**
 * The hours of recurring work. Every run that is due counts once, on the day it is due: moved runs on the day they were
 * moved to, skipped ones and what lies after the end not at all. A run counts for its owner even on a day off, for it
 * is due all the same; one that was missed stays on its day, and none piles up.
 */
import { dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { dueDays } from "#shared/routines/due.ts";

interface Known {
  readonly first: number;
  readonly last: number;
  readonly days: Int32Array;
}
const known = new WeakMap<Routine, Known>();

/** Day numbers on which runs are due, both ends included; remembered for the days asked for last. */
export function runDays(routine: Routine, first: number, last: number): Int32Array {
  let found = known.get(routine);
  if (found && found.first <= first && found.last >= last)
    return found.days.filter((day) => day >= first && day <= last);
  found = {
    first,
    last,
    days: Int32Array.from(dueDays(routine, dayFromNumber(first), dayFromNumber(last)), dayNumber),
  };
  known.set(routine, found);
  return found.days;
}
