/** How a workflow stands: what uses it, when it was gone through and by whom, and when it is looked at again. */
import { type Day, daysBetween, formatDayNear } from "./day.ts";
import type { Id } from "./fields.ts";
import { outlineOf } from "./outline.ts";
import type { Plan } from "./plan.ts";
import type { ChecklistRun, Procedure } from "./procedure.ts";
import type { Routine, RoutineRun } from "./routine.ts";
import type { Task } from "./task.ts";
import { isTicked } from "./tick.ts";
import { count, isBlank } from "./words.ts";

/** One time that it was gone through: as a checklist, or as part of a routine's run. */
export type Run =
  | { readonly kind: "checklist"; readonly on: Day; readonly run: ChecklistRun }
  | { readonly kind: "routine"; readonly on: Day; readonly run: RoutineRun; readonly routine: Routine };

export interface ProcedureStanding {
  /** Tasks that are done by it, not those in the bin. */
  readonly tasks: readonly Task[];
  readonly routines: readonly Routine[];
  /** Checklists that are not finished, the latest first. */
  readonly underWay: readonly ChecklistRun[];
  /** Every time it was gone through or begun, the latest first. */
  readonly runs: readonly Run[];
}

type Draft = { tasks: Task[]; routines: Routine[]; underWay: ChecklistRun[]; runs: Run[] };

const NONE: ProcedureStanding = { tasks: [], routines: [], underWay: [], runs: [] };
const known = new WeakMap<Plan, ReadonlyMap<Id, ProcedureStanding>>();

export function procedureStanding(plan: Plan, id: Id): ProcedureStanding {
  let all = known.get(plan);
  if (!all) {
    all = buildStandings(plan);
    known.set(plan, all);
  }
  return all.get(id) ?? NONE;
}

function buildStandings(plan: Plan): ReadonlyMap<Id, ProcedureStanding> {
  const drafts = new Map<Id, Draft>();
  for (const id of plan.procedures.keys())
    drafts.set(id, { tasks: [], routines: [], underWay: [], runs: [] });
  if (drafts.size === 0) return drafts;
  const draftOf = (id: Id | null): Draft | undefined => (id === null ? undefined : drafts.get(id));
  for (const { item } of outlineOf(plan).inOrder)
    if (item.kind === "task") draftOf(item.procedureId)?.tasks.push(item);
  for (const routine of plan.routines.values())
    if (routine.deletedAt === null) draftOf(routine.procedureId)?.routines.push(routine);
  for (const run of plan.checklistRuns.values()) {
    const draft = draftOf(run.procedureId);
    draft?.runs.push({ kind: "checklist", on: run.finishedOn ?? run.startedOn, run });
    if (run.finishedOn === null) draft?.underWay.push(run);
  }
  addRoutineRuns(plan, draftOf);
  for (const draft of drafts.values()) {
    draft.runs.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
    draft.underWay.sort((a, b) => (a.startedOn < b.startedOn ? 1 : a.startedOn > b.startedOn ? -1 : 0));
  }
  return drafts;
}

/** Runs of a routine from before it was done by the workflow had none of its steps to tick. */
function addRoutineRuns(plan: Plan, draftOf: (id: Id | null) => Draft | undefined): void {
  for (const run of plan.routineRuns.values()) {
    const routine = plan.routines.get(run.routineId);
    const draft = routine && draftOf(routine.procedureId);
    const steps = plan.procedures.get(routine?.procedureId ?? "")?.steps ?? [];
    if (routine && run.doneOn !== null && steps.some(({ id }) => isTicked(run.ticked, id)))
      draft?.runs.push({ kind: "routine", on: run.doneOn, run, routine });
  }
}

export function procedureName({ name }: Pick<Procedure, "name">): string {
  return isBlank(name) ? "Untitled workflow" : name;
}

/** Days ahead within which a review is said to be near. */
const NEAR = 14;

/** Whether it should be looked at again: over its day, near it, or neither. */
export function reviewState(
  { reviewOn }: Pick<Procedure, "reviewOn">,
  today: Day,
): "overdue" | "due" | "later" {
  if (reviewOn === null) return "later";
  if (reviewOn < today) return "overdue";
  return daysBetween(today, reviewOn) <= NEAR ? "due" : "later";
}

/** `Review 12 days late`, `Review today`, `Review in 5 days`, `Review on 4 Mar`; empty without a day. */
export function reviewWords({ reviewOn }: Pick<Procedure, "reviewOn">, today: Day): string {
  if (reviewOn === null) return "";
  const days = daysBetween(today, reviewOn);
  if (days < 0) return `Review ${count(-days, "day")} late`;
  if (days === 0) return "Review today";
  return days <= NEAR ? `Review in ${count(days, "day")}` : `Review on ${formatDayNear(reviewOn, today)}`;
}

/** `Run 4 times, last on 3 Jan`: of what was gone through to its end. */
export function runWords({ runs: begun }: ProcedureStanding, today: Day): string {
  const runs = begun.filter((one) => one.kind === "routine" || one.run.finishedOn !== null);
  const [last] = runs;
  if (!last) return "Not run yet";
  const times = runs.length === 1 ? "once" : `${runs.length.toLocaleString("en")} times`;
  return `Run ${times}, last on ${formatDayNear(last.on, today)}`;
}
