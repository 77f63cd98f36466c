/** What a person can do to people. */
import { composeChanges } from "#shared/domain/change.ts";
import type { EntityByKind } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import { type EditOptions, editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import { addPerson, movePerson } from "#shared/domain/operations/people.ts";
import type { Person } from "#shared/domain/person.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { ok } from "#shared/domain/result.ts";
import type { App } from "./app.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

export function createPersonNamed(
  app: App,
  input: Partial<Pick<Person, "name" | "role" | "hoursPerWeek">>,
): Id | null {
  return perform(app, (plan, ctx) => addPerson(plan, ctx, input))?.added[0]?.id ?? null;
}

/** Adds somebody and gives them a row in the same step: one intent, one undo. */
export function assignNewPerson<K extends "task" | "milestone" | "roadmap">(
  app: App,
  name: string,
  kind: K,
  id: Id,
  patch: (personId: Id, row: EntityByKind[K]) => Patch<K>,
): void {
  perform(app, (plan, ctx) => {
    const added = addPerson(plan, ctx, { name });
    const personId = added.ok ? added.value.added[0]?.id : undefined;
    if (!added.ok || personId === undefined) return added;
    const rows = { task: plan.tasks, milestone: plan.milestones, roadmap: new Map([[id, plan.roadmap]]) };
    const row = rows[kind].get(id) as EntityByKind[K] | undefined;
    if (!row) return added;
    const edited = editEntity(applyChange(plan, added.value), ctx, kind, id, patch(personId, row));
    return edited.ok ? ok(composeChanges(ctx, `Add ${name}`, [added.value, edited.value])) : edited;
  });
}

export function editPerson(app: App, id: Id, patch: Patch<"person">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "person", id, patch, options));
}

export function nudgePerson(app: App, id: Id, by: -1 | 1): void {
  perform(app, (plan, ctx) => movePerson(plan, ctx, id, by));
}

export function removePerson(app: App, id: Id): void {
  const name = app.documents.state.getState().plan?.people.get(id)?.name || "The person";
  if (perform(app, (plan, ctx) => deleteListed(plan, ctx, id))) {
    notify(app, `${name} moved to the bin. Their work keeps the name until you give it to somebody.`, UNDO);
  }
}

export function editRoadmap(app: App, patch: Patch<"roadmap">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "roadmap", plan.roadmap.id, patch, options));
}
