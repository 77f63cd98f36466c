/** Sentences of the baselines screens. */
import type { GoneItem } from "#shared/domain/cameAndWent.ts";
import type { Comparison } from "#shared/domain/compare.ts";
import { movedWords } from "#shared/domain/compareWords.ts";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import { count } from "#shared/domain/words.ts";

/** `the plan ends 5 days later now`, in working days. */
export function planMoved({ varianceDays, isEmpty }: Comparison): string {
  if (isEmpty) return "nothing has changed since";
  if (varianceDays === null) return "the plan has no dates to compare";
  if (varianceDays === 0) return "the plan ends on the same day";
  return `the plan ends ${movedWords(varianceDays)} now`;
}

/** `12 Mar → 19 Mar`; one day when it has not moved. */
export function wasAndIs(was: Day | null, is: Day | null, today: Day): string {
  if (was === is) return is === null ? "no dates" : formatDayNear(is, today);
  const day = (at: Day | null): string => (at === null ? "no date" : formatDayNear(at, today));
  return `${day(was)} → ${day(is)}`;
}

/** `4 moved, 2 came, 1 went, 3 finished`: what there is of it. */
export function tally({ changed, added, gone, finished }: Comparison): string {
  const moved = changed.filter((item) => item.changes.includes("moved")).length;
  const parts = [
    [moved, "moved"],
    [added.length, "added"],
    [gone.length, "gone"],
    [finished.length, "finished"],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n.toLocaleString("en")} ${word}`)
    .join(", ");
}

export const WHERE_GONE: Record<GoneItem["how"], string> = {
  "in-bin": "in the bin",
  deleted: "deleted for good",
  dropped: "cancelled",
};

/** ` with 3 more inside`, or nothing. */
export function holdsWords(holds: number): string {
  return holds === 0 ? "" : `, with ${count(holds, "more", "more")} inside`;
}
