/** What the bar of a row says by its sign, and the word beside it. */
import { commissionWords, waitsForStart } from "#shared/domain/commission.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Health, Milestone } from "#shared/domain/milestone.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { daysLate } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { HEALTH_WORDS, STATUS_WORDS } from "#shared/domain/words.ts";
import type { RowMark } from "./bar.ts";

export interface Mark {
  readonly mark: RowMark;
  readonly note: string;
}

const PLAIN: Mark = { mark: "none", note: "" };

/** The sign of an item and what it says in words. `today` decides what is late. */
export function markOf(node: OutlineNode, today: Day): Mark {
  if (node.item.kind === "milestone") return milestoneMark(node.item, daysLate(node, today) > 0);
  if (node.item.kind === "task" && !node.isGroup) return taskMark(node, node.item, daysLate(node, today) > 0);
  return node.taskCount > 0 && node.doneCount === node.taskCount ? { mark: "done", note: "" } : PLAIN;
}

function taskMark(node: OutlineNode, task: Task, late: boolean): Mark {
  const starts = commissionWords(node) ?? "";
  if (task.status === "done") return { mark: "done", note: waitsForStart(node) ? starts : "" };
  if (task.status === "cancelled") return { mark: "cancelled", note: STATUS_WORDS.cancelled };
  if (task.status === "blocked" || task.status === "waiting") {
    return { mark: task.status, note: withLate(STATUS_WORDS[task.status], late) };
  }
  if (late) return { mark: "late", note: "Late" };
  return starts === "" ? PLAIN : { mark: "none", note: starts };
}

const HEALTH_MARKS: Record<Health, RowMark> = {
  unset: "none",
  "on-track": "on-track",
  "at-risk": "at-risk",
  "off-track": "off-track",
};

function milestoneMark(milestone: Milestone, late: boolean): Mark {
  if (milestone.reachedOn !== null) return { mark: "done", note: "" };
  const concern = milestone.health === "at-risk" || milestone.health === "off-track";
  if (concern) {
    return {
      mark: HEALTH_MARKS[milestone.health],
      note: withLate(HEALTH_WORDS[milestone.health], late),
    };
  }
  return late ? { mark: "late", note: "Late" } : { mark: HEALTH_MARKS[milestone.health], note: "" };
}

function withLate(word: string, late: boolean): string {
  return late ? `${word}, late` : word;
}
