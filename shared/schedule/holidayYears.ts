/** For which years public holidays are kept with a plan. */
import { type Day, latest } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { HolidayChoice } from "#shared/domain/roadmap.ts";

/** Whole calendar years, both included. */
export interface YearSpan {
  readonly firstYear: number;
  readonly lastYear: number;
}

const YEARS_BEFORE = 1;
/** Room for a plan to grow before its holidays have to be extended. */
const YEARS_AFTER = 15;
/** The Islamic holidays of date-holidays end in November 2077; a later year would lack some without a word. */
export const LAST_KNOWN_YEAR = 2076;

/** From the year before the plan's first date to 15 years after its last, or after today if that is later. */
export function holidayYears(plan: Plan, today: Day): YearSpan {
  const { first, last } = planDays(plan);
  const lastYear = Math.min(yearOf(latest([last, today]) ?? today) + YEARS_AFTER, LAST_KNOWN_YEAR);
  return { firstYear: Math.min(Math.max(yearOf(first) - YEARS_BEFORE, 1900), lastYear), lastYear };
}

/** The years to which kept holidays should be extended: null while they cover the plan and today. */
export function yearsToExtend(plan: Plan, today: Day): YearSpan | null {
  const kept = plan.roadmap.calendar.holidays;
  if (!kept || covers(kept, plan, today)) return null;
  const wanted = holidayYears(plan, today);
  return {
    firstYear: Math.min(kept.firstYear, wanted.firstYear),
    lastYear: Math.max(kept.lastYear, wanted.lastYear),
  };
}

function covers(kept: HolidayChoice, plan: Plan, today: Day): boolean {
  const { first, last } = planDays(plan);
  const end = Math.min(yearOf(latest([last, today]) ?? today), LAST_KNOWN_YEAR);
  return kept.firstYear <= Math.min(yearOf(first), LAST_KNOWN_YEAR) && kept.lastYear >= end;
}

/** First and last day of the plan: its start date and everything in it. */
function planDays(plan: Plan): { readonly first: Day; readonly last: Day } {
  let first = plan.roadmap.startDate;
  let last = first;
  for (const { spanStart, spanFinish } of outlineOf(plan).stages) {
    if (spanStart !== null && spanStart < first) first = spanStart;
    if (spanFinish !== null && spanFinish > last) last = spanFinish;
  }
  return { first, last };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
