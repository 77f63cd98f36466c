/** What a board should look at: only what is true on the as-of day, the gravest first. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { daysLate } from "#shared/domain/standing.ts";
import { capital, nameOrUntitled } from "#shared/domain/words.ts";
import { answererOf } from "#shared/print/layout/owners.ts";
import { lateWords, type MarkShape, type MarkTone } from "#shared/print/layout/state.ts";

export interface AttentionPoint {
  readonly name: string;
  /** Why it is listed, and who answers for it: `Off track, due 4 Mar 2027, Ana Lima`. */
  readonly reason: string;
  readonly shape: MarkShape;
  readonly tone: MarkTone;
}

export interface RankedPoint extends AttentionPoint {
  readonly rank: number;
  readonly day: Day;
}

export function attentionPoints(plan: Plan, asOf: Day): AttentionPoint[] {
  return rankedPoints(outlineOf(plan).inOrder.flatMap((node) => pointOf(plan, node, asOf) ?? []));
}

/** What is to be said of an item; null when nothing is. */
export function pointOf(plan: Plan, node: OutlineNode, asOf: Day): RankedPoint | null {
  return node.item.kind === "milestone" ? ofMilestone(plan, node, asOf) : ofTask(plan, node, asOf);
}

export function rankedPoints(points: readonly RankedPoint[]): RankedPoint[] {
  return [...points].sort((a, b) => a.rank - b.rank || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function ofMilestone(plan: Plan, node: OutlineNode, asOf: Day): RankedPoint | null {
  const { item } = node;
  if (item.kind !== "milestone" || item.reachedOn !== null) return null;
  const late = daysLate(node, asOf);
  const owner = answererOf(plan, node);
  const base = { name: nameOrUntitled(item.name, "milestone"), day: item.date };
  const reason = (why: string): string => {
    const when = late > 0 ? lateWords(late) : `due ${formatDay(item.date)}`;
    return [why, why === "" ? capital(when) : when, owner ?? (why === "No owner" ? "" : "no owner")]
      .filter((part) => part !== "")
      .join(", ");
  };
  if (item.health === "off-track")
    return { ...base, rank: 0, reason: reason("Off track"), shape: "square", tone: "bad" };
  if (late > 0)
    return {
      ...base,
      rank: 1,
      reason: reason(item.health === "at-risk" ? "At risk" : ""),
      shape: "triangle",
      tone: "warn",
    };
  if (item.health === "at-risk")
    return { ...base, rank: 2, reason: reason("At risk"), shape: "triangle", tone: "warn" };
  return owner === null
    ? { ...base, rank: 5, reason: reason("No owner"), shape: "ring", tone: "plain" }
    : null;
}

function ofTask(plan: Plan, node: OutlineNode, asOf: Day): RankedPoint | null {
  const { item } = node;
  if (item.kind !== "task" || node.isGroup) return null;
  const late = daysLate(node, asOf);
  const blocked = item.status === "blocked";
  if (late === 0 && !blocked) return null;
  const parts = [
    blocked ? "Blocked" : "",
    late > 0 ? (blocked ? lateWords(late) : capital(lateWords(late))) : "",
    answererOf(plan, node) ?? "nobody answers for it",
  ];
  return {
    name: nameOrUntitled(item.name, "task"),
    day: node.finish ?? item.start,
    rank: blocked ? 3 : 4,
    reason: parts.filter((part) => part !== "").join(", "),
    shape: blocked ? "bar" : "triangle",
    tone: blocked ? "bad" : "warn",
  };
}
