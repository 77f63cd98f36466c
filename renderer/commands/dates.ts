/** What a person says about dates beyond setting them: pins, promises, days off, the as-of date. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { promise, setPinned, togglePinned } from "#shared/domain/operations/dateRules.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { removeDaysOff, setDaysOff } from "#shared/domain/operations/people.ts";
import type { Absence } from "#shared/domain/person.ts";
import type { App } from "./app.ts";
import { type Operation, perform } from "./perform.ts";

/** Pins the dates of the items, or unpins them when all are pinned. */
export function togglePin(app: App, ids: readonly Id[]): void {
  perform(app, (plan, ctx) => togglePinned(plan, ctx, ids));
}

export function pin(app: App, ids: readonly Id[], isPinned: boolean): void {
  perform(app, (plan, ctx) => setPinned(plan, ctx, ids, isPinned));
}

export function promiseFor(app: App, ids: readonly Id[], day: Day | null): void {
  perform(app, (plan, ctx) => promise(plan, ctx, ids, day));
}

/** Returns whether the days were noted; a refusal has been told. */
export function noteDaysOff(
  app: App,
  personId: Id,
  absence: Absence,
  instead: Absence | null = null,
): boolean {
  return perform(app, notingDaysOff(personId, absence, instead)) !== null;
}

export function notingDaysOff(personId: Id, absence: Absence, instead: Absence | null): Operation {
  return (plan, ctx) => setDaysOff(plan, ctx, personId, absence, instead);
}

export function forgetDaysOff(app: App, personId: Id, absence: Absence): void {
  perform(app, (plan, ctx) => removeDaysOff(plan, ctx, personId, absence));
}

export function setStatusDate(app: App, statusDate: Day | null): void {
  perform(app, (plan, ctx) =>
    editEntity(plan, ctx, "roadmap", plan.roadmap.id, { statusDate }, { label: "Change the as-of date" }),
  );
}
