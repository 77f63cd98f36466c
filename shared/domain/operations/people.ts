import type { Change, EditContext } from "#shared/domain/change.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import { createPerson, type Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { changed } from "./context.ts";
import { keyAtEnd } from "./place.ts";

/** Adds somebody; the person is the change's only added row. */
export function addPerson(
  plan: Plan,
  ctx: EditContext,
  input: Partial<Pick<Person, "name" | "role" | "hoursPerWeek">>,
): Result<Change> {
  if ((input.name ?? "").length > 500)
    return refuse("long-name", "The name is too long (500 characters at most).");
  // Behind those in the bin too, so that restoring one never gives two people the same place.
  const order = keyAtEnd([...plan.people.values()].sort(compareOrder).at(-1));
  const person = createPerson({ name: "", ...input, id: ctx.newId(), roadmapId: plan.roadmap.id, order });
  return changed(ctx, "Add person", { added: [person] });
}
