/** The days a printed chart shows, and their scale. */
import { type Day, dayNumber } from "#shared/domain/day.ts";
import type { TimeScale } from "#shared/timeline/scale.ts";

export interface ChartSpan {
  /** Day numbers, both shown in full. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Charts of a day or two are widened, so that a day is never a hand wide. */
const SHORTEST_DAYS = 28;
/** The as-of day joins the chart when it lies no further outside than this share of the plan. */
const REACH = 0.25;

/** Days from the plan's first to its last with a margin, and the as-of day where it is near. */
export function chartSpan(start: Day, finish: Day, asOf: Day): ChartSpan {
  let first = dayNumber(start);
  let last = dayNumber(finish);
  const today = dayNumber(asOf);
  const reach = Math.max(14, (last - first) * REACH);
  if (today < first && first - today <= reach) first = today;
  if (today > last && today - last <= reach) last = today;
  const margin = Math.max(1, Math.ceil((last - first) * 0.015));
  first -= margin;
  last += margin;
  const missing = SHORTEST_DAYS - (last - first + 1);
  if (missing > 0) {
    first -= Math.ceil(missing / 4);
    last += missing - Math.ceil(missing / 4);
  }
  return { firstDay: first, lastDay: last };
}

export function daysIn({ firstDay, lastDay }: ChartSpan): number {
  return lastDay - firstDay + 1;
}

export function scaleOver(span: ChartSpan, width: number): TimeScale {
  return { originDay: span.firstDay, unitsPerDay: width / daysIn(span) };
}
