/** Marking work done, and milestones reached. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Entity } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { reconcileTask } from "#shared/domain/taskDates.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { changed } from "./context.ts";

/**
 * Marks everything given as done: tasks, the tasks of a group, milestones as reached `today`. When all of it is
 * done already, marks it not done. Cancelled tasks of a group stay cancelled. A stage is done by what it holds.
 */
export function toggleDone(plan: Plan, ctx: EditContext, ids: Iterable<Id>, today: Day): Result<Change> {
  const { tasks, milestones } = finishable(plan, ids);
  if (tasks.length + milestones.length === 0) {
    return refuse("nothing-to-finish", "Select a task or a milestone to mark it done.");
  }
  const undo = tasks.every((t) => t.status === "done") && milestones.every((m) => m.reachedOn !== null);
  const status = undo ? "not-started" : "done";
  const updated: [Entity, Entity][] = [];
  for (const task of tasks) {
    if (task.status !== status)
      updated.push([task, reconcileTask(task, { ...task, status }, calendarFor(plan, task), today)]);
  }
  for (const milestone of milestones) {
    const reachedOn = undo ? null : (milestone.reachedOn ?? today);
    if (milestone.reachedOn !== reachedOn) updated.push([milestone, { ...milestone, reachedOn }]);
  }
  const word = tasks.length > 0 ? "done" : "reached";
  return changed(ctx, `Mark ${undo ? "not " : ""}${word}`, { updated });
}

function finishable(plan: Plan, ids: Iterable<Id>): { tasks: Task[]; milestones: Milestone[] } {
  const { byId } = outlineOf(plan);
  const tasks = new Set<Task>();
  const milestones = new Set<Milestone>();
  for (const id of ids) {
    const node = byId.get(id);
    if (node?.item.kind === "milestone") milestones.add(node.item);
    if (node?.item.kind !== "task") continue;
    if (!node.isGroup) tasks.add(node.item);
    else
      for (const below of subtreeOf(node)) if (isOpenLeaf(below.item, below.isGroup)) tasks.add(below.item);
  }
  return { tasks: [...tasks], milestones: [...milestones] };
}

function isOpenLeaf(item: Entity, isGroup: boolean): item is Task {
  return item.kind === "task" && !isGroup && item.status !== "cancelled";
}
