/** Marking work as strategy, and giving it to somebody else without a hand-over. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Entity } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import { changed, gone } from "./context.ts";
import { editEntity } from "./edit.ts";

/** Says of tasks and routines whether they are strategy, as one change; other rows are left alone. */
export function markStrategy(
  plan: Plan,
  ctx: EditContext,
  ids: readonly Id[],
  isStrategy: boolean,
): Result<Change> {
  const rows = ids.flatMap((id) => plan.tasks.get(id) ?? plan.routines.get(id) ?? []);
  const updated = rows
    .filter((row) => row.isStrategy !== isStrategy)
    .map((row): [Entity, Entity] => [row, { ...row, isStrategy }]);
  return changed(ctx, isStrategy ? "Mark as strategy" : "Mark as execution", { updated });
}

/** Puts `toId` in the place of `fromId`: as owner of a milestone or routine, among those who do a task. */
export function giveTo(plan: Plan, ctx: EditContext, id: Id, fromId: Id, toId: Id): Result<Change> {
  const name = plan.people.get(toId)?.name.trim() || "somebody else";
  const options = { label: `Give to ${name}` };
  if (plan.routines.has(id)) return editEntity(plan, ctx, "routine", id, { ownerId: toId }, options);
  const item = itemById(plan, id);
  if (item?.kind === "milestone") return editEntity(plan, ctx, "milestone", id, { ownerId: toId }, options);
  if (item?.kind !== "task") return gone("item");
  const leaving = item.assignments.find(({ personId }) => personId === fromId);
  const others = item.assignments.filter(({ personId }) => personId !== fromId && personId !== toId);
  const has = item.assignments.find(({ personId }) => personId === toId);
  const theirs = has ?? { personId: toId, allocationPct: leaving?.allocationPct ?? 100 };
  return editEntity(plan, ctx, "task", id, { assignments: [...others, theirs] }, options);
}
