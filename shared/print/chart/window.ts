/** The time a run of stages is drawn over: what its rows span, rounded out so that the axis begins and ends whole. */
import { type Day, dayFromNumber, dayNumber, formatDay, formatSpan } from "#shared/domain/day.ts";
import { startOfUnit } from "#shared/timeline/scale.ts";
import { type ChartSpan, daysIn } from "./span.ts";

type WindowUnit = "week" | "month" | "quarter";

/** Longest span, in days, that is rounded out to whole weeks, and to whole months; longer ones to quarters. */
const LONGEST = { week: 92, month: 3 * 366 };
/** Shorter windows go on for the weeks that are missing, so that a day is never a hand wide. */
const SHORTEST_DAYS = 42;
/** From the start of a unit to within the next one, whatever its length. */
const STEP: Record<WindowUnit, number> = { week: 7, month: 32, quarter: 93 };

/** Whole weeks, months or quarters from the first to the last day, at least six weeks. */
export function windowOf(start: Day, finish: Day): ChartSpan {
  const first = dayNumber(start);
  const last = dayNumber(finish);
  const unit = last - first < LONGEST.week ? "week" : last - first < LONGEST.month ? "month" : "quarter";
  const firstDay = startOfUnit(first, unit);
  const lastDay = startOfUnit(startOfUnit(last, unit) + STEP[unit], unit) - 1;
  return { firstDay, lastDay: Math.max(lastDay, firstDay + SHORTEST_DAYS - 1) };
}

/** `Sep 2026 – Apr 2027` or `Jan – Apr 2027` for whole months, else `4 Jan – 14 Feb 2027`. */
export function windowWords(window: ChartSpan): string {
  const { firstDay, lastDay } = window;
  const [start, end] = [dayFromNumber(firstDay), dayFromNumber(lastDay)];
  const wholeMonths = [firstDay, lastDay + 1].every((day) => startOfUnit(day, "month") === day);
  if (!wholeMonths) return formatSpan(start, end);
  const [first, last] = [formatDay(start, "monthYear"), formatDay(end, "monthYear")];
  return `${first.slice(-4) === last.slice(-4) ? first.slice(0, 3) : first} – ${last}`;
}

/** Whether a day and month can come twice in it, so that dates need their year. */
export function needsYears(window: ChartSpan): boolean {
  return daysIn(window) > 366;
}
