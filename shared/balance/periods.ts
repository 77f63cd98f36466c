/** Months and stages as places in time: every day lies in exactly one of each. */
import { addDays, addMonths, type Day, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf, planSpan } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";

/** First day of the month that a day lies in; it names the month. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

export function lastOfMonth(month: Day): Day {
  return addDays(addMonths(month, 1), -1);
}

/** Months from the one of a day to the one of another, both included. */
export function monthsBetween(from: Day, to: Day): readonly Day[] {
  const months: Day[] = [];
  for (let month = monthOf(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/**
 * Which stage a day belongs to: the first whose span holds it, else the last that has begun by then, else the first
 * with dates. Null in a plan without dated stages.
 */
export function stageAt(plan: Plan): (day: number) => Id | null {
  const spans = outlineOf(plan).stages.flatMap(({ item, spanStart, spanFinish }) =>
    spanStart === null || spanFinish === null
      ? []
      : [{ id: item.id, first: dayNumber(spanStart), last: dayNumber(spanFinish) }],
  );
  return (day) => {
    const within = spans.find(({ first, last }) => first <= day && day <= last);
    return (within ?? spans.findLast(({ first }) => first <= day) ?? spans[0])?.id ?? null;
  };
}

/** The last day that is looked at: the plan's own, and at least three months ahead, so that routines count. */
export function horizonOf(plan: Plan, from: Day): Day {
  const finish = planSpan(outlineOf(plan))?.finish ?? from;
  const least = lastOfMonth(addMonths(monthOf(from), 2));
  return finish > least ? lastOfMonth(monthOf(finish)) : least;
}
