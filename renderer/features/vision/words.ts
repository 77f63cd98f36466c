import { type Day, daysBetween, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Person } from "#shared/domain/person.ts";
import type { ServedLine } from "#shared/domain/vision.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";

/** `2 of 5 reached`, `All 3 reached`, `Reached`. */
export function reachedWords({ milestones, reached }: ServedLine): string {
  if (reached < milestones.length) return `${reached} of ${milestones.length} reached`;
  return milestones.length === 1 ? "Reached" : `All ${milestones.length} reached`;
}

/** `Next: Lease signed on 4 Mar, Ana Lima`; empty when nothing is ahead. */
export function nextWords({ next }: ServedLine, people: ReadonlyMap<Id, Person>, today: Day): string {
  if (!next) return "";
  const owner = people.get(next.item.ownerId ?? "")?.name.trim() || "nobody’s yet";
  const name = nameOrUntitled(next.item.name, "milestone");
  return `Next: ${name} on ${formatDayNear(next.item.date, today)}, ${owner}`;
}

/** `4 days late`; empty while the next one is not. */
export function lateWords({ next }: ServedLine, today: Day): string {
  return next && next.item.date < today ? `${count(daysBetween(next.item.date, today), "day")} late` : "";
}

/** When the sentence is true: `True on 4 Jun 2028`, `True since 4 Mar`. */
export function trueWords({ trueOn, next }: ServedLine, today: Day): string {
  if (trueOn === null) return "";
  const day = formatDayNear(trueOn, today);
  if (!next) return `True since ${day}`;
  return trueOn < today ? `Was to be true on ${day}` : `True on ${day}`;
}
