/** Workflows: writing them, and making one of what somebody has written elsewhere. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { addMonths } from "#shared/domain/day.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import { readLink } from "#shared/domain/outsideLink.ts";
import type { Plan } from "#shared/domain/plan.ts";
import {
  createChecklistRun,
  createProcedure,
  MAX_STEPS,
  type Procedure,
  type ProcedureStep,
} from "#shared/domain/procedure.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import {
  createStep,
  type StepPatch,
  withoutStep,
  withStepEdited,
  withStepMoved,
  withSteps,
} from "#shared/domain/steps.ts";
import { isBlank } from "#shared/domain/words.ts";
import { strangerIn } from "./check.ts";
import { changed, gone } from "./context.ts";
import { editEntity } from "./edit.ts";
import { parsePastedLines } from "./paste.ts";
import { keyAtEnd } from "./place.ts";
import { withRoom } from "./room.ts";

export type ProcedureInput = Pick<Procedure, "name"> &
  Partial<Pick<Procedure, "ownerId" | "reviewOn" | "steps" | "notes">>;

/** Workflows not in the bin, in their own order. */
export function liveProcedures(plan: Plan): Procedure[] {
  return [...plan.procedures.values()].filter(({ deletedAt }) => deletedAt === null).sort(compareOrder);
}

/** Adds a workflow; it is the change's only added row. */
export function addProcedure(plan: Plan, ctx: EditContext, input: ProcedureInput): Result<Change> {
  const procedure = newProcedure(plan, ctx, input);
  const stranger = strangerIn(plan, procedure);
  return stranger ?? changed(ctx, "Add workflow", withRoom(plan, { added: [procedure] }));
}

function newProcedure(plan: Plan, ctx: EditContext, input: ProcedureInput): Procedure {
  const order = keyAtEnd([...plan.procedures.values()].sort(compareOrder).at(-1));
  const name = input.name.trim();
  return createProcedure({ ...input, id: ctx.newId(), roadmapId: plan.roadmap.id, order, name });
}

type StepEdit = (steps: readonly ProcedureStep[]) => readonly ProcedureStep[];

function editSteps(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  edit: StepEdit,
  label: string,
  group?: string,
): Result<Change> {
  const procedure = plan.procedures.get(id);
  if (!procedure) return gone("workflow");
  const steps = edit(procedure.steps);
  if (steps.length > MAX_STEPS)
    return refuse("many-steps", `A workflow has at most ${MAX_STEPS} steps. Split it into two.`);
  const options = group === undefined ? { label } : { label, group };
  return editEntity(plan, ctx, "procedure", id, { steps }, options);
}

/** The texts of steps in what was copied from a document: a line each, without bullets, numbers and empty lines. */
export function stepTexts(text: string): readonly string[] {
  return parsePastedLines(text).map(({ name }) => cutText(name, MAX_NAME));
}

/** Adds a step for each text, behind another or at the end (null). */
export function addSteps(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  texts: readonly string[],
  afterId: Id | null = null,
): Result<Change> {
  const added = texts.map((text) => createStep({ id: ctx.newId(), text: text.trim() }));
  const label = added.length === 1 ? "Add step" : `Add ${added.length} steps`;
  return editSteps(plan, ctx, id, (steps) => withSteps(steps, afterId, added), label);
}

/** Takes a pasted list in at a step: it fills one without text, and the others follow behind. */
export function pasteSteps(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  atId: Id,
  texts: readonly string[],
): Result<Change> {
  const at = plan.procedures.get(id)?.steps.find((step) => step.id === atId);
  if (!at) return gone("step");
  const [first = "", ...others] = texts;
  if (!isBlank(at.text)) return addSteps(plan, ctx, id, texts, atId);
  const added = others.map((text) => createStep({ id: ctx.newId(), text }));
  const fill: StepEdit = (steps) => withSteps(withStepEdited(steps, atId, { text: first }), atId, added);
  return editSteps(plan, ctx, id, fill, `Add ${texts.length} steps`);
}

/** Changes a step. A link is kept as a full address, or refused with a sentence. */
export function editStep(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  stepId: Id,
  patch: StepPatch,
  group?: string,
): Result<Change> {
  if (!plan.procedures.get(id)?.steps.some((step) => step.id === stepId)) return gone("step");
  const link = patch.link === undefined ? null : readLink(patch.link);
  if (link && !link.ok) return link;
  const role = patch.role === undefined ? {} : { role: patch.role.trim() };
  const read = { ...patch, ...role, ...(link ? { link: link.value } : {}) };
  return editSteps(plan, ctx, id, (steps) => withStepEdited(steps, stepId, read), "Edit step", group);
}

/** Moves a step one place up (-1) or down (1); no change at either end. */
export function moveStep(plan: Plan, ctx: EditContext, id: Id, stepId: Id, by: -1 | 1): Result<Change> {
  return editSteps(plan, ctx, id, (steps) => withStepMoved(steps, stepId, by), "Move step");
}

export function removeStep(plan: Plan, ctx: EditContext, id: Id, stepId: Id): Result<Change> {
  return editSteps(plan, ctx, id, (steps) => withoutStep(steps, stepId), "Delete step");
}

const REVIEW_MONTHS = 6;

/** It was looked at today: the next time is in half a year. */
export function markReviewed(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const reviewOn = addMonths(ctx.today(), REVIEW_MONTHS);
  return editEntity(plan, ctx, "procedure", id, { reviewOn }, { label: "Mark as reviewed" });
}

/**
 * Makes a workflow of a task's checklist: the task is done by it from now on, and what was ticked goes on as a
 * checklist under way, so that nothing stands in two places.
 */
export function procedureFromTask(plan: Plan, ctx: EditContext, taskId: Id): Result<Change> {
  const task = plan.tasks.get(taskId);
  if (!task) return gone("task");
  const followed = follows(plan, task.procedureId);
  if (followed) return followed;
  if (task.checklist.length === 0) return nothingWritten();
  const steps = task.checklist.map(({ id, text }) => createStep({ id, text }));
  const procedure = newProcedure(plan, ctx, {
    name: task.name,
    steps,
    ownerId: livingOwner(plan, task.accountableId),
  });
  const ticked = task.checklist
    .filter(({ done }) => done)
    .map(({ id }) => ({ stepId: id, byId: null, at: null }));
  const run = createChecklistRun({
    id: ctx.newId(),
    roadmapId: plan.roadmap.id,
    procedureId: procedure.id,
    taskId,
    startedOn: ctx.today(),
    steps,
    ticked,
  });
  return changed(
    ctx,
    "Make a workflow",
    withRoom(plan, {
      added: ticked.length > 0 ? [procedure, run] : [procedure],
      updated: [[task, { ...task, procedureId: procedure.id, checklist: [] }]],
    }),
  );
}

/** Makes a workflow of a routine's steps, which keep their ids: the ticks of earlier runs still hold. */
export function procedureFromRoutine(plan: Plan, ctx: EditContext, routineId: Id): Result<Change> {
  const routine = plan.routines.get(routineId);
  if (!routine) return gone("routine");
  const followed = follows(plan, routine.procedureId);
  if (followed) return followed;
  if (routine.steps.length === 0) return nothingWritten();
  const steps = routine.steps.map(({ id, text }) => createStep({ id, text }));
  const procedure = newProcedure(plan, ctx, {
    name: routine.name,
    steps,
    ownerId: livingOwner(plan, routine.ownerId),
  });
  return changed(
    ctx,
    "Make a workflow",
    withRoom(plan, {
      added: [procedure],
      updated: [[routine, { ...routine, procedureId: procedure.id, steps: [] }]],
    }),
  );
}

function livingOwner(plan: Plan, id: Id | null): Id | null {
  return id !== null && plan.people.get(id)?.deletedAt === null ? id : null;
}

function follows(plan: Plan, procedureId: Id | null): Result<never> | null {
  if (procedureId === null) return null;
  const name = plan.procedures.get(procedureId)?.name.trim() || "a workflow without a name";
  return refuse("has-workflow", `It is done by “${name}” already. Take that workflow away from it first.`);
}

function nothingWritten(): Result<never> {
  return refuse("no-steps", "Write some steps first; then they can become a workflow.");
}
