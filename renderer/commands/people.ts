/** What a person can do to people. */
import type { Id } from "#shared/domain/fields.ts";
import { deletePerson } from "#shared/domain/operations/bin.ts";
import { type EditOptions, editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import { addPerson } from "#shared/domain/operations/people.ts";
import type { Person } from "#shared/domain/person.ts";
import type { App } from "./app.ts";
import { notify } from "./notify.ts";
import { perform } from "./perform.ts";

export function createPersonNamed(
  app: App,
  input: Partial<Pick<Person, "name" | "role" | "hoursPerWeek">>,
): Id | null {
  return perform(app, (plan, ctx) => addPerson(plan, ctx, input))?.added[0]?.id ?? null;
}

export function editPerson(app: App, id: Id, patch: Patch<"person">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "person", id, patch, options));
}

export function removePerson(app: App, id: Id): void {
  const name = app.documents.state.getState().plan?.people.get(id)?.name || "The person";
  if (perform(app, (plan, ctx) => deletePerson(plan, ctx, id))) {
    notify(app, `${name} moved to the bin. Their work keeps the name until you give it to somebody.`, {
      label: "Undo",
      command: "edit.undo",
    });
  }
}

export function editRoadmap(app: App, patch: Patch<"roadmap">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "roadmap", plan.roadmap.id, patch, options));
}
