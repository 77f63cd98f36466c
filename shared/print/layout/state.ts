/** How an item stands on the as-of day, in a word and a shape, so that it reads in grey as well. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { daysLate } from "#shared/domain/standing.ts";
import { capital, count, HEALTH_WORDS, STATUS_WORDS } from "#shared/domain/words.ts";

export type MarkShape = "check" | "disc" | "triangle" | "square" | "ring" | "half" | "pause" | "bar" | "dash";
export type MarkTone = "done" | "good" | "warn" | "bad" | "plain";

export interface StateMark {
  readonly word: string;
  readonly shape: MarkShape;
  readonly tone: MarkTone;
}

const HEALTH_MARKS: Record<Milestone["health"], Omit<StateMark, "word">> = {
  unset: { shape: "ring", tone: "plain" },
  "on-track": { shape: "disc", tone: "good" },
  "at-risk": { shape: "triangle", tone: "warn" },
  "off-track": { shape: "square", tone: "bad" },
};

const STATUS_MARKS = {
  "not-started": { shape: "ring", tone: "plain" },
  "in-progress": { shape: "half", tone: "good" },
  waiting: { shape: "pause", tone: "warn" },
  blocked: { shape: "bar", tone: "bad" },
  done: { shape: "check", tone: "done" },
  cancelled: { shape: "dash", tone: "plain" },
} as const satisfies Record<string, Omit<StateMark, "word">>;

/** `3 days late`. */
export function lateWords(days: number): string {
  return `${count(days, "day")} late`;
}

/** State of a milestone or a task; null for what only holds others. */
export function stateOf(node: OutlineNode, asOf: Day): StateMark | null {
  const { item } = node;
  if (item.kind === "stage" || node.isGroup) return null;
  const late = daysLate(node, asOf);
  if (item.kind === "task") return withLateness(STATUS_WORDS[item.status], STATUS_MARKS[item.status], late);
  if (item.reachedOn !== null)
    return { word: `Reached ${formatDay(item.reachedOn)}`, shape: "check", tone: "done" };
  const word = item.health === "unset" ? (late > 0 ? "" : "Not rated") : HEALTH_WORDS[item.health];
  return withLateness(word, HEALTH_MARKS[item.health], late);
}

function withLateness(word: string, mark: Omit<StateMark, "word">, late: number): StateMark {
  if (late === 0) return { word, ...mark };
  const lateness = lateWords(late);
  return {
    word: word === "" ? capital(lateness) : `${word}, ${lateness}`,
    shape: word === "" ? "triangle" : mark.shape,
    tone: mark.tone === "plain" || mark.tone === "good" ? "warn" : mark.tone,
  };
}
