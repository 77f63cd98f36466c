/** How an item stands on a day: finished, late, and what a group's status is from what it holds. */
import { type Day, daysBetween } from "./day.ts";
import type { PlanItem } from "./entity.ts";
import type { OutlineNode } from "./outline.ts";
import type { TaskStatus } from "./task.ts";

/** Nothing is left to do: a task done or cancelled, a group with all its tasks done, a milestone reached. */
export function isFinished(node: OutlineNode): boolean {
  const { item } = node;
  if (item.kind === "milestone") return item.reachedOn !== null;
  if (item.kind === "stage" || node.isGroup) return node.taskCount > 0 && node.doneCount === node.taskCount;
  return item.status === "done" || item.status === "cancelled";
}

export function isCancelled(item: PlanItem): boolean {
  return item.kind === "task" && item.status === "cancelled";
}

/** Calendar days past the finish of an open task or milestone; 0 when not late. What holds tasks is never late itself. */
export function daysLate(node: OutlineNode, today: Day): number {
  if (node.item.kind === "stage" || node.isGroup || node.finish === null) return 0;
  return node.finish < today && !isFinished(node) ? daysBetween(node.finish, today) : 0;
}

/** A task's own status; a group's from the tasks below it; null for stages and milestones. */
export function statusOf(node: OutlineNode): TaskStatus | null {
  if (node.item.kind !== "task") return null;
  if (!node.isGroup || node.taskCount === 0) return node.item.status;
  if (isFinished(node)) return "done";
  return (node.progressPct ?? 0) > 0 ? "in-progress" : "not-started";
}
