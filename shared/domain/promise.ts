/** What was promised to others, held against the plan and against what happened. A promise warns and moves nothing. */
import { type Day, daysBetween, latest } from "./day.ts";
import type { OutlineNode } from "./outline.ts";
import { isFinished } from "./standing.ts";
import { count } from "./words.ts";

export interface PromiseState {
  readonly deadline: Day;
  /** Calendar days from the promised day to the finish, or to `today` where open work has run past it; negative is to spare. */
  readonly daysAfter: number;
  readonly isMissed: boolean;
  /** How it stands, for a sentence or a line of its own: `3 days to spare`. */
  readonly words: string;
}

/** Null where nothing was promised, and for stages, groups and cancelled tasks. */
export function promiseOf(node: OutlineNode, today: Day): PromiseState | null {
  const { item, finish } = node;
  if (item.kind === "stage" || node.isGroup || item.deadline === null || finish === null) return null;
  if (item.kind === "task" && item.status === "cancelled") return null;
  const { deadline } = item;
  const isOpen = !isFinished(node);
  const work = workEnd(node) ?? finish;
  const end = isOpen ? (latest([work, today]) as Day) : finish;
  const planned = daysBetween(deadline, finish);
  const overdue = daysBetween(deadline, end);
  if (overdue > 0) {
    const overrun = daysBetween(deadline, work);
    const words =
      planned > 0
        ? `${count(planned, "day")} after its promise`
        : isOpen && overrun > 0
          ? `its work ends ${count(overrun, "day")} after its promise`
          : overdueWords(overdue);
    return { deadline, daysAfter: overdue, isMissed: true, words };
  }
  const words = isOpen ? spareWords(-planned) : keptWords(-planned);
  return { deadline, daysAfter: planned, isMissed: false, words };
}

/** The last day of what an open milestone holds, when that is later than its own date; else null. */
export function workEnd({ item, finish, spanFinish }: OutlineNode): Day | null {
  if (item.kind !== "milestone" || item.reachedOn !== null) return null;
  return finish !== null && spanFinish !== null && spanFinish > finish ? spanFinish : null;
}

function overdueWords(days: number): string {
  return `its day passed ${count(days, "day")} ago`;
}

function spareWords(days: number): string {
  return days === 0 ? "on the promised day" : `${count(days, "day")} to spare`;
}

function keptWords(days: number): string {
  return days === 0 ? "kept on the day" : `kept, ${count(days, "day")} early`;
}
