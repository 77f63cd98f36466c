/** What a person can do with workflows and the checklists made of them. */
import { composeChanges } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import {
  discardChecklist,
  finishChecklist,
  noteChecklist,
  reopenChecklist,
  startChecklist,
  tickChecklist,
} from "#shared/domain/operations/checklists.ts";
import { type EditOptions, editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import {
  addProcedure,
  addSteps,
  editStep,
  markReviewed,
  moveStep,
  type ProcedureInput,
  pasteSteps,
  procedureFromRoutine,
  procedureFromTask,
  removeStep,
} from "#shared/domain/operations/procedures.ts";
import { type TasksInput, turnIntoTasks } from "#shared/domain/operations/procedureTasks.ts";
import { outsideLink } from "#shared/domain/outsideLink.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { procedureName } from "#shared/domain/procedureStanding.ts";
import { ok } from "#shared/domain/result.ts";
import type { StepPatch } from "#shared/domain/steps.ts";
import { count } from "#shared/domain/words.ts";
import type { App } from "./app.ts";
import { showView } from "./navigation.ts";
import { notify, notifyProblem, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";
import { goTo } from "./selection.ts";

/** Adds a workflow and shows it; null when it was refused. */
export function createProcedure(app: App, input: ProcedureInput): Id | null {
  const id = perform(app, (plan, ctx) => addProcedure(plan, ctx, input))?.added[0]?.id ?? null;
  if (id !== null) app.ui.setState({ procedureId: id, checklistId: null });
  return id;
}

export function showProcedure(app: App, procedureId: Id): void {
  app.ui.setState({ procedureId, checklistId: null });
  showView(app, "workflows");
}

/** Shows one checklist in the place of its workflow. */
export function showChecklist(app: App, procedureId: Id, checklistId: Id | null): void {
  app.ui.setState({ procedureId, checklistId });
  showView(app, "workflows");
}

export function editProcedure(app: App, id: Id, patch: Patch<"procedure">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "procedure", id, patch, options));
}

/** Ids of the steps that were added, in order. */
export function addProcedureSteps(
  app: App,
  id: Id,
  texts: readonly string[],
  afterId: Id | null,
): readonly Id[] {
  const before = new Set(
    app.documents.state
      .getState()
      .plan?.procedures.get(id)
      ?.steps.map((step) => step.id),
  );
  perform(app, (plan, ctx) => addSteps(plan, ctx, id, texts, afterId));
  const now = app.documents.state.getState().plan?.procedures.get(id)?.steps ?? [];
  return now.map((step) => step.id).filter((stepId) => !before.has(stepId));
}

export function pasteProcedureSteps(app: App, id: Id, atId: Id, texts: readonly string[]): void {
  perform(app, (plan, ctx) => pasteSteps(plan, ctx, id, atId, texts));
}

export function editProcedureStep(app: App, id: Id, stepId: Id, patch: StepPatch, group?: string): void {
  perform(app, (plan, ctx) => editStep(plan, ctx, id, stepId, patch, group));
}

export function moveProcedureStep(app: App, id: Id, stepId: Id, by: -1 | 1): void {
  perform(app, (plan, ctx) => moveStep(plan, ctx, id, stepId, by));
}

export function removeProcedureStep(app: App, id: Id, stepId: Id): void {
  perform(app, (plan, ctx) => removeStep(plan, ctx, id, stepId));
}

export function reviewedToday(app: App, id: Id): void {
  perform(app, (plan, ctx) => markReviewed(plan, ctx, id));
}

export function removeProcedure(app: App, id: Id): void {
  const procedure = app.documents.state.getState().plan?.procedures.get(id);
  if (procedure && perform(app, (plan, ctx) => deleteListed(plan, ctx, id)))
    notify(app, `${procedureName(procedure)} moved to the bin with its runs.`, UNDO);
}

/** Starts a checklist, for a task or by itself; its id, or null when it was refused. */
export function startRun(app: App, procedureId: Id, taskId: Id | null): Id | null {
  const { meId } = app.ui.getState();
  const change = perform(app, (plan, ctx) => startChecklist(plan, ctx, procedureId, { taskId, meId }));
  return change?.added[0]?.id ?? null;
}

export function tickRun(app: App, runId: Id, stepId: Id, ticked: boolean): void {
  const { meId } = app.ui.getState();
  perform(app, (plan, ctx) => tickChecklist(plan, ctx, runId, stepId, ticked, meId));
}

export function finishRun(app: App, runId: Id, leaveOpen: boolean): void {
  perform(app, (plan, ctx) => finishChecklist(plan, ctx, runId, { leaveOpen }));
}

export function reopenRun(app: App, runId: Id): void {
  perform(app, (plan, ctx) => reopenChecklist(plan, ctx, runId));
}

export function discardRun(app: App, runId: Id): void {
  if (perform(app, (plan, ctx) => discardChecklist(plan, ctx, runId)))
    notify(app, "The checklist was discarded with its ticks.", UNDO);
}

export function noteRunOf(app: App, runId: Id, note: string, group: string): void {
  perform(app, (plan, ctx) => noteChecklist(plan, ctx, runId, note, group));
}

/** What a task or a routine is done by; null for none. */
export function setProcedureOf(
  app: App,
  kind: "task" | "routine",
  id: Id,
  procedureId: Id | null,
  label = procedureId === null ? "Take workflow away" : "Choose workflow",
): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, kind, id, { procedureId }, { label }));
}

/** Adds an empty workflow for a task or a routine, in one step, and shows it: its steps are to be written. */
export function addProcedureFor(app: App, kind: "task" | "routine", id: Id, name: string): void {
  const change = perform(app, (plan, ctx) => {
    const added = addProcedure(plan, ctx, { name });
    const procedureId = added.ok ? added.value.added[0]?.id : undefined;
    if (!added.ok || procedureId === undefined) return added;
    const edited = editEntity(applyChange(plan, added.value), ctx, kind, id, { procedureId });
    return edited.ok ? ok(composeChanges(ctx, "Add workflow", [added.value, edited.value])) : edited;
  });
  const procedure = change?.added.find((row) => row.kind === "procedure");
  if (procedure) showProcedure(app, procedure.id);
}

/** Makes a workflow of what is written in a task's checklist or in a routine's steps. */
export function makeProcedureOf(app: App, kind: "task" | "routine", id: Id): void {
  const change = perform(app, (plan, ctx) =>
    kind === "task" ? procedureFromTask(plan, ctx, id) : procedureFromRoutine(plan, ctx, id),
  );
  const procedure = change?.added.find((row) => row.kind === "procedure");
  if (procedure?.kind === "procedure")
    notify(app, `“${procedureName(procedure)}” is a workflow now, to be used again elsewhere.`, UNDO);
}

/** Turns a workflow into tasks and shows them; false when it was refused, which has been told. */
export function makeTasks(app: App, procedureId: Id, input: TasksInput): boolean {
  const change = perform(app, (plan, ctx) => turnIntoTasks(plan, ctx, procedureId, input));
  if (!change) return false;
  const tasks = change.added.flatMap((row) => (row.kind === "task" ? [row] : []));
  const handed = tasks.filter(({ handovers }) => handovers.length > 0).length;
  showView(app, "outline");
  if (tasks[0]) goTo(app, tasks[0].id);
  const words = handed === 0 ? "" : ` ${handed === tasks.length ? "All" : handed} wait to be acknowledged.`;
  notify(app, `${count(tasks.length, "task")} added, one after the other.${words}`, UNDO);
  return true;
}

/** Says why an address is not opened. */
export function refuseLink(app: App, link: string): void {
  const read = outsideLink(link);
  if (!read.ok) notifyProblem(app, read.problem);
}
