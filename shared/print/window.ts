/** The time a run of stages is drawn over: what its rows span, rounded out so that the axis begins and ends whole. */
import { type Day, dayFromNumber, dayNumber, formatDay } from "#shared/domain/day.ts";
import { startOfUnit } from "#shared/timeline/scale.ts";
import { type ChartSpan, daysIn } from "./span.ts";

/** Windows longer than this, in days, begin and end with a quarter; shorter ones with a month. */
const WHOLE_QUARTERS_FROM = 3 * 366;
/** Shorter windows get the month after them as well, so that a day is never a hand wide. */
const SHORTEST_DAYS = 42;

/** Whole months from the first to the last day, whole quarters when that is more than three years. */
export function windowOf(start: Day, finish: Day): ChartSpan {
  const months = rounded(dayNumber(start), dayNumber(finish), "month");
  if (daysIn(months) > WHOLE_QUARTERS_FROM) return rounded(months.firstDay, months.lastDay, "quarter");
  if (daysIn(months) >= SHORTEST_DAYS) return months;
  return rounded(months.firstDay, months.lastDay + 1, "month");
}

/** Longer than any month, or any quarter, and shorter than two. */
const STEP = { month: 32, quarter: 93 };

function rounded(first: number, last: number, unit: "month" | "quarter"): ChartSpan {
  const next = startOfUnit(startOfUnit(last, unit) + STEP[unit], unit);
  return { firstDay: startOfUnit(first, unit), lastDay: next - 1 };
}

/** `Sep 2026 – Apr 2027`, `Jan – Apr 2027`. */
export function windowWords(window: ChartSpan): string {
  const first = formatDay(dayFromNumber(window.firstDay), "monthYear");
  const last = formatDay(dayFromNumber(window.lastDay), "monthYear");
  return `${first.slice(-4) === last.slice(-4) ? first.slice(0, 3) : first} – ${last}`;
}

/** Whether a day and month can come twice in it, so that dates need their year. */
export function needsYears(window: ChartSpan): boolean {
  return daysIn(window) > 366;
}
