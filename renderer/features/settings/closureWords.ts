import { type Closure, daysLost, nextRun } from "#shared/domain/closures.ts";
import { type Day, formatDay, formatSpan } from "#shared/domain/day.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import { count } from "#shared/domain/words.ts";

/** `24 Dec – 1 Jan, every year`, `2 – 6 Aug 2027`. */
export function whenWords({ from, to, yearly }: Closure): string {
  if (!yearly) return formatSpan(from, to);
  const [first, last] = [formatDay(from, "short"), formatDay(to, "short")];
  return `${from === to ? first : `${first} – ${last}`}, every year`;
}

/** `9 days, 5 of them working days`; of a closure that returns, for the run that is on or comes next. */
export function lostWords(calendar: WorkCalendar, closure: Closure, today: Day): string {
  const run = nextRun(closure, today);
  const { days, workingDays } = daysLost(calendar, run);
  const when = closure.yearly ? ` in ${run.from.slice(0, 4)}` : "";
  if (days === 1) return workingDays === 1 ? `1 working day${when}` : `1 day, not a working day${when}`;
  return `${count(days, "day")}, ${workingDays} of them working${when}`;
}
