import { type Change, type ChangeRows, createChange, type EditContext } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Outline, type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { checked } from "./fieldProblem.ts";

/** A refused operation on something that is no longer there. */
export function gone(what: string): Result<never> {
  return refuse("gone", `That ${what} is no longer in the plan. It may have been deleted.`);
}

export function findNode(plan: Plan, id: Id): { outline: Outline; node: OutlineNode | null } {
  const outline = outlineOf(plan);
  return { outline, node: outline.byId.get(id) ?? null };
}

/** A change, or a refusal when a row of it could not be read back: what is written must always open again. */
export function changed(
  ctx: EditContext,
  label: string,
  rows: ChangeRows,
  group: string | null = null,
): Result<Change> {
  const written = [...(rows.added ?? []), ...(rows.updated ?? []).map(([, to]) => to)];
  for (const row of written) {
    const sound = checked(row);
    if (!sound.ok) return sound;
  }
  return ok(createChange(ctx, label, rows, group));
}
