import { type Day, daysBetween, formatDayNear } from "#shared/domain/day.ts";
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import { waitWords } from "#shared/domain/handoverWords.ts";

/** `Look again 4 Mar`, `Look again today`, `Overdue by 12 days`. */
export function reviewWords({ reviewOn }: DecisionRight, today: Day): string {
  if (reviewOn === null) return "";
  if (reviewOn > today) return formatDayNear(reviewOn, today);
  return reviewOn === today ? "Due today" : `Overdue by ${waitWords(daysBetween(reviewOn, today))}`;
}
