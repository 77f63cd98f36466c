import { generateKeyBetween } from "fractional-indexing";
import { absenceWords, byFirstDay } from "#shared/domain/absences.ts";
import type { Change, EditContext } from "#shared/domain/change.ts";
import { isDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import { type Absence, createPerson, type Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { changed, gone } from "./context.ts";
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

/**
 * Notes days on which somebody is away, or changes those noted as `instead`. First and last day may be the same. Days
 * that overlap others of theirs are refused: one entry a day keeps the list readable.
 */
export function setDaysOff(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  absence: Absence,
  instead: Absence | null = null,
): Result<Change> {
  const person = plan.people.get(id);
  if (!person) return gone("person");
  const { from, to } = absence;
  if (!isDay(from) || !isDay(to)) return refuse("no-day", "Give the first and the last day off.");
  if (to < from) return refuse("ends-before-start", "The last day off cannot be before the first.");
  const others = instead === null ? person.daysOff : without(person.daysOff, instead);
  if (instead !== null && others === person.daysOff) return gone("entry");
  const overlapped = others.find((other) => other.from <= to && other.to >= from);
  if (overlapped)
    return refuse("overlap", `Those days overlap ${absenceWords(overlapped)}. Change that entry instead.`);
  const daysOff = [...others, { ...absence, name: absence.name.trim() }].sort(byFirstDay);
  const label = instead === null ? "Add days off" : "Change days off";
  return changed(ctx, label, { updated: [[person, { ...person, daysOff }]] });
}

export function removeDaysOff(plan: Plan, ctx: EditContext, id: Id, absence: Absence): Result<Change> {
  const person = plan.people.get(id);
  if (!person) return gone("person");
  const daysOff = without(person.daysOff, absence);
  if (daysOff === person.daysOff) return gone("entry");
  return changed(ctx, "Remove days off", { updated: [[person, { ...person, daysOff }]] });
}

/** The list without one entry; the same list when it is not in it. Entries have no id: their days tell them apart. */
function without(daysOff: readonly Absence[], { from, to }: Absence): readonly Absence[] {
  const at = daysOff.findIndex((other) => other.from === from && other.to === to);
  return at < 0 ? daysOff : daysOff.filter((_, index) => index !== at);
}
