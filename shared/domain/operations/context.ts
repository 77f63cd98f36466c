import { type Change, type ChangeRows, createChange, type EditContext } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Outline, type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";

/** A refused operation on something that is no longer there. */
export function gone(what: string): Result<never> {
  return refuse("gone", `That ${what} is no longer in the plan. It may have been deleted.`);
}

export function findNode(plan: Plan, id: Id): { outline: Outline; node: OutlineNode | null } {
  const outline = outlineOf(plan);
  return { outline, node: outline.byId.get(id) ?? null };
}

export function changed(
  ctx: EditContext,
  label: string,
  rows: ChangeRows,
  group: string | null = null,
): Result<Change> {
  return ok(createChange(ctx, label, rows, group));
}
