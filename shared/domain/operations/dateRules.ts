/** What is said about the dates of several items at once: pinned or not, and what was promised. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Entity } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { changed } from "./context.ts";

/** Of the given items those with dates of their own: milestones, and tasks that hold nothing. */
export function datedItems(plan: Plan, ids: Iterable<Id>): (Task | Milestone)[] {
  const { byId } = outlineOf(plan);
  const found = new Map<Id, Task | Milestone>();
  for (const id of ids) {
    const node = byId.get(id);
    if (node && node.item.kind !== "stage" && !node.isGroup) found.set(id, node.item);
  }
  return [...found.values()];
}

/** Pins the dates of all the items, or unpins them when all are pinned already. */
export function togglePinned(plan: Plan, ctx: EditContext, ids: Iterable<Id>): Result<Change> {
  const items = datedItems(plan, ids);
  return pinned(ctx, items, !items.every((item) => item.isPinned));
}

/** Says of all the items whether links and calendars may move them. */
export function setPinned(
  plan: Plan,
  ctx: EditContext,
  ids: Iterable<Id>,
  isPinned: boolean,
): Result<Change> {
  return pinned(ctx, datedItems(plan, ids), isPinned);
}

function pinned(ctx: EditContext, items: readonly (Task | Milestone)[], isPinned: boolean): Result<Change> {
  if (items.length === 0)
    return refuse("nothing-dated", "Select a task or a milestone with dates of its own to pin it.");
  const updated = items.flatMap((item): [Entity, Entity][] =>
    item.isPinned === isPinned ? [] : [[item, { ...item, isPinned }]],
  );
  return changed(ctx, isPinned ? "Pin dates" : "Unpin dates", { updated });
}

/** Notes the day that all the items were promised for; null when nothing is promised any more. */
export function promise(
  plan: Plan,
  ctx: EditContext,
  ids: Iterable<Id>,
  deadline: Day | null,
): Result<Change> {
  const items = datedItems(plan, ids);
  if (items.length === 0)
    return refuse("nothing-dated", "Select a task or a milestone with dates of its own to promise it.");
  const updated = items.flatMap((item): [Entity, Entity][] =>
    item.deadline === deadline ? [] : [[item, { ...item, deadline }]],
  );
  return changed(ctx, deadline === null ? "Clear the promise" : "Promise a date", { updated });
}
