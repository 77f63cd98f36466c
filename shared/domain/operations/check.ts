/** Checks of rows that an operation is about to put into a plan. */
import { type Entity, entitySchemas } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { gone } from "./context.ts";

/** The row, or a sentence about the first field that is out of range. */
export function checked<T extends Entity>(row: T): Result<T> {
  const parsed = entitySchemas[row.kind].safeParse(row);
  return parsed.success ? ok(row) : refuse("invalid", fieldProblem(parsed.error.issues[0]));
}

/** A refusal when a row names somebody who is not in the plan, or the same person twice for one task. */
export function strangerIn(plan: Plan, row: Entity): Result<never> | null {
  const does = row.kind === "task" ? row.assignments.map((a) => a.personId) : [];
  if (new Set(does).size !== does.length) {
    return refuse("assigned-twice", "Each person can be named once for the same task.");
  }
  return [...does, ...namedIn(row)].every((id) => id === null || plan.people.has(id)) ? null : gone("person");
}

function namedIn(row: Entity): (Id | null)[] {
  if (row.kind === "task") return [row.accountableId];
  if (row.kind === "milestone") return [row.ownerId];
  return row.kind === "roadmap" ? [row.ceoId, row.cooId] : [];
}

const FIELD_WORDS: Record<string, string> = {
  name: "The name is too long (500 characters at most).",
  durationDays: "A duration is a number of working days from 0 to 10,000.",
  effortHours: "Work is a number of hours, 0 or more.",
  progressPct: "Progress is a percentage from 0 to 100.",
  hoursPerWeek: "Hours per week go from 0 to 168.",
  start: "That is not a date between the years 1900 and 2199.",
  date: "That is not a date between the years 1900 and 2199.",
  lagDays: "A gap is a number of days, at most 10,000.",
  companyName: "The company's name is too long (500 characters at most).",
  vision: "The vision is too long (100,000 characters at most).",
  startDate: "That is not a date between the years 1900 and 2199.",
  role: "The role is too long (500 characters at most).",
  notes: "The notes are too long (100,000 characters at most).",
};

/** What is wrong with a field, in a sentence. */
export function fieldProblem(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): string {
  const field = String(issue?.path[0] ?? "");
  return (
    FIELD_WORDS[field] ??
    `The value for ${field || "this field"} is not valid: ${issue?.message ?? "unknown"}.`
  );
}
