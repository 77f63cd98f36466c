/** Checks of whom a row names before an operation puts it into a plan. */
import type { Entity } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { peopleOfTask } from "#shared/domain/task.ts";
import { gone } from "./context.ts";

/** A refusal when a row names somebody who is not in the plan, or the same person twice for one task. */
export function strangerIn(plan: Plan, row: Entity): Result<never> | null {
  if (row.kind === "task") {
    const lists = [row.assignments.map((a) => a.personId), row.consultedIds, row.informedIds];
    if (lists.some((ids) => new Set(ids).size !== ids.length))
      return refuse("assigned-twice", "Each person can be named once for the same task.");
  }
  return namedIn(row).every((id) => id === null || plan.people.has(id)) ? null : gone("person");
}

function namedIn(row: Entity): readonly (Id | null)[] {
  if (row.kind === "task") return peopleOfTask(row);
  if (row.kind === "milestone") return [row.ownerId];
  if (row.kind === "routine") return [row.ownerId];
  if (row.kind === "routineRun") return [row.doneById];
  return row.kind === "roadmap" ? [row.ceoId, row.cooId] : [];
}
