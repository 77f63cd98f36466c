/** Going through a workflow once: a checklist with the steps of that day, ticked by somebody at some time. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type ChecklistRun, createChecklistRun, type ProcedureStep } from "#shared/domain/procedure.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { doerOf } from "#shared/domain/roles.ts";
import { isTicked, withTick } from "#shared/domain/tick.ts";
import { count } from "#shared/domain/words.ts";
import { strangerIn } from "./check.ts";
import { changed, gone } from "./context.ts";

export interface ChecklistInput {
  /** The task it is done for; null when it stands for itself. */
  readonly taskId: Id | null;
  /** Who is at the screen, if they said so. */
  readonly meId: Id | null;
}

/** Starts a checklist with the steps as they are now; it is the change's only added row. */
export function startChecklist(
  plan: Plan,
  ctx: EditContext,
  procedureId: Id,
  { taskId, meId }: ChecklistInput,
): Result<Change> {
  const procedure = plan.procedures.get(procedureId);
  if (!procedure) return gone("workflow");
  if (procedure.steps.length === 0)
    return refuse("no-steps", "This workflow has no steps yet. Write them first.");
  if (taskId !== null && openRunFor(plan, procedureId, taskId))
    return refuse(
      "under-way",
      "The checklist of this task is under way. Finish it before you start another.",
    );
  const run = createChecklistRun({
    id: ctx.newId(),
    roadmapId: plan.roadmap.id,
    procedureId,
    taskId,
    startedOn: ctx.today(),
    startedById: doerOf(plan, meId, ""),
    steps: procedure.steps,
  });
  return strangerIn(plan, run) ?? changed(ctx, "Start checklist", { added: [run] });
}

function openRunFor(plan: Plan, procedureId: Id, taskId: Id): boolean {
  for (const run of plan.checklistRuns.values())
    if (run.taskId === taskId && run.procedureId === procedureId && run.finishedOn === null) return true;
  return false;
}

/**
 * Ticks a step, or takes its tick back. By whoever is at the screen when they said who they are, else by the one whom
 * the step's role names, else by nobody known.
 */
export function tickChecklist(
  plan: Plan,
  ctx: EditContext,
  runId: Id,
  stepId: Id,
  ticked: boolean,
  meId: Id | null,
): Result<Change> {
  const run = plan.checklistRuns.get(runId);
  const step = run?.steps.find(({ id }) => id === stepId);
  if (!run || !step) return gone(run ? "step" : "checklist");
  if (run.finishedOn !== null)
    return refuse("finished", "This checklist is finished. Reopen it to change its ticks.");
  const by = ticked ? { byId: doerOf(plan, meId, step.role), at: ctx.now() } : null;
  return put(
    plan,
    ctx,
    run,
    { ticked: withTick(run.ticked, stepId, by) },
    ticked ? "Tick step" : "Take back tick",
  );
}

/** Steps that nobody has ticked, in order. */
export function openSteps(run: ChecklistRun): readonly ProcedureStep[] {
  return run.steps.filter(({ id }) => !isTicked(run.ticked, id));
}

/** Finishes a checklist. With open steps only when told to leave them open: they are never ticked by themselves. */
export function finishChecklist(
  plan: Plan,
  ctx: EditContext,
  runId: Id,
  { leaveOpen }: { readonly leaveOpen: boolean },
): Result<Change> {
  const run = plan.checklistRuns.get(runId);
  if (!run) return gone("checklist");
  if (run.finishedOn !== null) return refuse("finished", "This checklist is finished already.");
  const open = openSteps(run).length;
  if (open > 0 && !leaveOpen)
    return refuse("open-steps", `${count(open, "step")} of it ${open === 1 ? "is" : "are"} still open.`);
  return put(plan, ctx, run, { finishedOn: ctx.today() }, "Finish checklist");
}

export function reopenChecklist(plan: Plan, ctx: EditContext, runId: Id): Result<Change> {
  const run = plan.checklistRuns.get(runId);
  if (!run) return gone("checklist");
  if (run.finishedOn === null) return refuse("open", "This checklist is under way already.");
  if (run.taskId !== null && openRunFor(plan, run.procedureId, run.taskId))
    return refuse("under-way", "Another checklist of this task is under way. Finish that one first.");
  return put(plan, ctx, run, { finishedOn: null }, "Reopen checklist");
}

/** Takes a checklist away with its ticks, as if it had not been started. Undo brings it back. */
export function discardChecklist(plan: Plan, ctx: EditContext, runId: Id): Result<Change> {
  const run = plan.checklistRuns.get(runId);
  return run ? changed(ctx, "Discard checklist", { removed: [run] }) : gone("checklist");
}

/** What is worth keeping of this time, or whom it was for. */
export function noteChecklist(
  plan: Plan,
  ctx: EditContext,
  runId: Id,
  note: string,
  group?: string,
): Result<Change> {
  const run = plan.checklistRuns.get(runId);
  return run ? put(plan, ctx, run, { note }, "Edit note", group) : gone("checklist");
}

function put(
  plan: Plan,
  ctx: EditContext,
  run: ChecklistRun,
  patch: Partial<ChecklistRun>,
  label: string,
  group: string | null = null,
): Result<Change> {
  const to = { ...run, ...patch };
  return strangerIn(plan, to) ?? changed(ctx, label, { updated: [[run, to]] }, group);
}
