/** Checks of what a row names before an operation puts it into a plan. */
import type { Entity } from "#shared/domain/entity.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isLost, referencesOf, TARGET_WORDS } from "#shared/domain/references.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { gone } from "./context.ts";

/** A refusal when a row names something that is not in the plan, or the same person twice for one task. */
export function strangerIn(plan: Plan, row: Entity): Result<never> | null {
  if (row.kind === "task") {
    const lists = [row.assignments.map((a) => a.personId), row.consultedIds, row.informedIds];
    if (lists.some((ids) => new Set(ids).size !== ids.length))
      return refuse("assigned-twice", "Each person can be named once for the same task.");
  }
  const lost = referencesOf(row).find((reference) => isLost(plan, reference));
  return lost ? gone(TARGET_WORDS[lost.target]) : null;
}
