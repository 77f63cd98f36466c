/** Where in the whole we are: each stage's place between the first and the last day of the plan, and today's. */
import { type Day, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf, planSpan } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";

export interface StripStage {
  readonly id: Id;
  readonly number: number;
  readonly name: string;
  /** Shares of the whole, 0 to 1. */
  readonly from: number;
  readonly width: number;
}

export interface Strip {
  /** Stages without dates are left out. */
  readonly stages: readonly StripStage[];
  /** 0 to 1; null outside of the plan. */
  readonly today: number | null;
}

/** Null while nothing is dated. */
export function stripOf(plan: Plan, today: Day): Strip | null {
  const outline = outlineOf(plan);
  const span = planSpan(outline);
  if (!span) return null;
  const first = dayNumber(span.start);
  const days = dayNumber(span.finish) + 1 - first;
  const at = (day: Day): number => (dayNumber(day) - first) / days;
  const stages = outline.stages.flatMap(({ item, spanStart, spanFinish }, i): StripStage[] => {
    if (spanStart === null || spanFinish === null) return [];
    const width = (dayNumber(spanFinish) + 1 - dayNumber(spanStart)) / days;
    return [
      { id: item.id, number: i + 1, name: nameOrUntitled(item.name, "stage"), from: at(spanStart), width },
    ];
  });
  return { stages, today: today < span.start || today > span.finish ? null : at(today) };
}
