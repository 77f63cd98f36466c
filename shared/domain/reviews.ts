/** Review sheets as they are looked at: by date, and what of the last one is to be tested. */
import { type Day, formatDay } from "./day.ts";
import type { Id } from "./fields.ts";
import type { Plan } from "./plan.ts";
import type { Assumption, Review } from "./review.ts";
import { isBlank } from "./words.ts";

const known = new WeakMap<ReadonlyMap<Id, Review>, readonly Review[]>();

/** Those not in the bin: an open one first, then the last one first. */
export function reviewsOf({ reviews }: Pick<Plan, "reviews">): readonly Review[] {
  let list = known.get(reviews);
  if (!list) {
    list = [...reviews.values()].filter(({ deletedAt }) => deletedAt === null).sort(latestFirst);
    known.set(reviews, list);
  }
  return list;
}

function latestFirst(a: Review, b: Review): number {
  const [x, y] = [dateOf(a), dateOf(b)];
  if (x !== y) return x < y ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** An open one is later than any that is closed. */
function dateOf({ on, closedOn }: Review): string {
  return `${closedOn ?? "9999-12-31"} ${on}`;
}

export function reviewName({ name, on }: Pick<Review, "name" | "on">): string {
  return isBlank(name) ? `Review of ${formatDay(on)}` : name.trim();
}

/** Of the last sheet: what should have been tested by today and was not, the longest due first. */
export function assumptionsDue(plan: Pick<Plan, "reviews">, today: Day): readonly Assumption[] {
  const [last] = reviewsOf(plan);
  if (!last) return [];
  return last.assumptions
    .filter(({ outcome, testBy }) => outcome === "untested" && testBy !== null && testBy <= today)
    .sort((a, b) => ((a.testBy ?? "") < (b.testBy ?? "") ? -1 : 1));
}
