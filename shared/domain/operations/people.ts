import { generateKeyBetween } from "fractional-indexing";
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import { createPerson, type Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { changed } from "./context.ts";
import { keyAtEnd } from "./place.ts";
import { withRoom } from "./room.ts";

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
  return changed(ctx, "Add person", withRoom(plan, { added: [person] }));
}

/** Moves somebody one place up (-1) or down (1) among the people not in the bin; no change at either end. */
export function movePerson(plan: Plan, ctx: EditContext, id: Id, by: -1 | 1): Result<Change> {
  const live = livePeople(plan);
  const at = live.findIndex((person) => person.id === id);
  const person = live[at];
  if (!person) return refuse("gone", "This person is not in the roadmap any more.");
  const neighbour = live[at + by];
  if (!neighbour) return changed(ctx, "Move person", {});
  // Those in the bin keep their places too, so the new one has to be free of theirs.
  const keys = [...plan.people.values()].map(({ order }) => order).sort();
  const above = by > 0 ? neighbour.order : (keys.findLast((key) => key < neighbour.order) ?? null);
  const below = by < 0 ? neighbour.order : (keys.find((key) => key > neighbour.order) ?? null);
  const order = generateKeyBetween(above, below);
  return changed(ctx, "Move person", withRoom(plan, { updated: [[person, { ...person, order }]] }));
}
