/** What a row has to say about its dates. */
import { type Day, daysBetween } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";

/** A task that should have been finished before today. */
export function isLate(node: OutlineNode, today: Day): boolean {
  const { item, finish } = node;
  if (item.kind === "milestone") return item.reachedOn === null && item.date < today;
  if (item.kind !== "task" || node.isGroup || finish === null) return false;
  return finish < today && item.status !== "done" && item.status !== "cancelled";
}

/** Calendar days by which the work of a milestone still ahead ends after its date; 0 when it does not. */
export function daysOver(node: OutlineNode): number {
  const { item, spanFinish } = node;
  if (item.kind !== "milestone" || item.reachedOn !== null) return 0;
  if (spanFinish === null || spanFinish <= item.date) return 0;
  return daysBetween(item.date, spanFinish);
}
