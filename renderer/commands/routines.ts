/** What a person can do to recurring work. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import { type EditOptions, editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import {
  addRoutine,
  editRun,
  endRoutine,
  moveRun,
  type RoutineInput,
  type RunInput,
  recordRun,
  setRoutineRule,
  skipRun,
  takeBackRun,
  tickStep,
} from "#shared/domain/operations/routines.ts";
import type { App } from "./app.ts";
import { showView } from "./navigation.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

/** Adds a routine and shows it; null when it was refused. */
export function createRoutineNamed(app: App, input: RoutineInput): Id | null {
  const id = perform(app, (plan, ctx) => addRoutine(plan, ctx, input))?.added[0]?.id ?? null;
  if (id !== null) app.ui.setState({ routineId: id });
  return id;
}

export function showRoutine(app: App, routineId: Id): void {
  app.ui.setState({ routineId });
  showView(app, "routines");
}

export function editRoutine(app: App, id: Id, patch: Patch<"routine">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "routine", id, patch, options));
}

export function changeRule(app: App, id: Id, rule: string, from: Day): void {
  perform(app, (plan, ctx) => setRoutineRule(plan, ctx, id, rule, from));
}

/** Marks a run as done, or takes that back. */
export function setRunDone(app: App, id: Id, day: Day, isDone: boolean, input: RunInput = {}): void {
  perform(app, (plan, ctx) =>
    isDone ? recordRun(plan, ctx, id, day, input) : takeBackRun(plan, ctx, id, day),
  );
}

export function noteRun(app: App, id: Id, day: Day, input: RunInput, group?: string): void {
  perform(app, (plan, ctx) => editRun(plan, ctx, id, day, input, group));
}

export function setStepTicked(app: App, id: Id, day: Day, stepId: Id, isTicked: boolean): void {
  const { meId } = app.ui.getState();
  perform(app, (plan, ctx) => tickStep(plan, ctx, id, day, stepId, isTicked, meId));
}

export function skipRoutineRun(app: App, id: Id, day: Day): void {
  perform(app, (plan, ctx) => skipRun(plan, ctx, id, day));
}

export function moveRoutineRun(app: App, id: Id, day: Day, to: Day): void {
  perform(app, (plan, ctx) => moveRun(plan, ctx, id, day, to));
}

/** Ends a routine after a day, or lets it go on again (null). */
export function setRoutineEnd(app: App, id: Id, lastDay: Day | null): void {
  perform(app, (plan, ctx) => endRoutine(plan, ctx, id, lastDay));
}

export function removeRoutine(app: App, id: Id): void {
  const name = app.documents.state.getState().plan?.routines.get(id)?.name.trim() || "The routine";
  if (perform(app, (plan, ctx) => deleteListed(plan, ctx, id)))
    notify(app, `${name} moved to the bin with its history.`, UNDO);
}
