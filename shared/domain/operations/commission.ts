/** Build, then run: the routine that a task builds starts when the task is done. */
import { type Change, composeChanges, type EditContext } from "#shared/domain/change.ts";
import { commissionName, starterOf } from "#shared/domain/commission.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { type Routine, STANDARD_RUN_MINUTES } from "#shared/domain/routine.ts";
import { statusOf } from "#shared/domain/standing.ts";
import type { Commission, Task } from "#shared/domain/task.ts";
import { isBlank, lowered } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { gone } from "./context.ts";
import { editEntity } from "./edit.ts";
import { addRoutine } from "./routines.ts";

/** What is asked when the work is done. */
export interface RoutineStart {
  readonly taskId: Id;
  readonly name: string;
  readonly ownerId: Id | null;
  readonly rule: string;
  readonly minutes: number;
  readonly procedureId: Id | null;
  /** Moved on to the first day that the rule gives. */
  readonly firstRun: Day;
}

/** What was said of the routine so far, and for the rest what is most likely. */
export function likelyStart(plan: Plan, task: Task, today: Day): RoutineStart {
  const known = task.commission;
  const live = (id: Id | null): Id | null =>
    id !== null && plan.people.get(id)?.deletedAt === null ? id : null;
  const workflow = known?.procedureId ?? task.procedureId;
  return {
    taskId: task.id,
    name: known?.name ?? "",
    ownerId: live(starterOf(task)),
    rule: known?.rule ?? "FREQ=WEEKLY",
    minutes: known?.minutes ?? STANDARD_RUN_MINUTES,
    procedureId: workflow !== null && plan.procedures.get(workflow)?.deletedAt === null ? workflow : null,
    firstRun: calendarTable(plan.roadmap.calendar).onOrAfter(today),
  };
}

const EMPTY: Commission = {
  name: "",
  ownerId: null,
  rule: null,
  minutes: null,
  procedureId: null,
  routineId: null,
};

/** Says which routine a task builds, or what is known of it already; null, or nothing known, is none. */
export function setCommission(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  patch: Partial<Omit<Commission, "routineId">> | null,
  group?: string,
): Result<Change> {
  const task = plan.tasks.get(id);
  if (!task) return gone("task");
  const next = patch === null ? EMPTY : { ...(task.commission ?? EMPTY), ...patch };
  const isKnown =
    !isBlank(next.name) || Object.values({ ...next, name: null }).some((value) => value !== null);
  const commission = isKnown ? next : null;
  const label = patch === null ? "Remove routine to start" : "Change routine to start";
  return editEntity(plan, ctx, "task", id, { commission }, { label, ...(group ? { group } : {}) });
}

/** The tasks that a change makes done and that build a routine which was not started, in reading order. */
export function buildersFinishedBy(plan: Plan, change: Change): readonly Id[] {
  const touchesStatus = change.updated.some(
    ([from, to]) => from.kind === "task" && to.kind === "task" && from.status !== to.status,
  );
  const waiting = touchesStatus ? buildersWaiting(plan.tasks) : [];
  if (waiting.length === 0) return [];
  const before = outlineOf(plan).byId;
  const after = outlineOf(applyChange(plan, change));
  const ids = new Set(waiting.filter(({ id }) => !isDone(before.get(id))).map(({ id }) => id));
  return after.inOrder.filter((node) => ids.has(node.item.id) && isDone(node)).map(({ item }) => item.id);
}

function buildersWaiting(tasks: Plan["tasks"]): readonly Task[] {
  const waiting: Task[] = [];
  for (const task of tasks.values()) if (task.commission?.routineId === null) waiting.push(task);
  return waiting;
}

/** The tasks that a change reopens although the routine they built runs. */
export function buildersReopenedBy(plan: Plan, change: Change): readonly Task[] {
  return change.updated.flatMap(([from, to]) => {
    if (from.kind !== "task" || to.kind !== "task" || from.status !== "done" || to.status === "done")
      return [];
    const routine = plan.routines.get(to.commission?.routineId ?? "");
    return routine?.deletedAt === null ? [to] : [];
  });
}

function isDone(node: OutlineNode | undefined): boolean {
  return node !== undefined && statusOf(node) === "done";
}

/** Starts the routine that a task builds, and notes with the task which one it is. */
function startRoutine(plan: Plan, ctx: EditContext, start: RoutineStart): Result<Change> {
  const { taskId, ...input } = start;
  const task = plan.tasks.get(taskId);
  if (!task) return gone("task");
  if (!task.commission) return refuse("no-routine", "This task starts no routine any more.");
  if (plan.routines.has(task.commission.routineId ?? ""))
    return refuse("started", "Its routine was started already.");
  if (isBlank(input.name)) return refuse("no-name", "Give the routine a name first.");
  const added = addRoutine(plan, ctx, { ...input, isStrategy: task.isStrategy });
  if (!added.ok) return added;
  const routine = added.value.added.find((row): row is Routine => row.kind === "routine");
  if (!routine) return gone("routine");
  const commission = { ...task.commission, name: routine.name, routineId: routine.id };
  const linked = editEntity(applyChange(plan, added.value), ctx, "task", taskId, { commission });
  if (!linked.ok) return linked;
  const label = `Start routine ${commissionName(commission)}`;
  return ok(composeChanges(ctx, label, [linked.value, added.value]));
}

/** What finishes the work, and with it the routines that are to start, as one change. */
export function finishAndStart(
  plan: Plan,
  ctx: EditContext,
  finish: ((plan: Plan, ctx: EditContext) => Result<Change>) | null,
  starts: readonly RoutineStart[],
): Result<Change> {
  const changes: Change[] = [];
  let now = plan;
  const steps = starts.map((start) => (at: Plan) => startRoutine(at, ctx, start));
  for (const step of finish ? [(at: Plan) => finish(at, ctx), ...steps] : steps) {
    const done = step(now);
    if (!done.ok) return done;
    changes.push(done.value);
    now = applyChange(now, done.value);
  }
  const [first, ...others] = changes;
  if (!first) return refuse("nothing-to-start", "There is no routine to start.");
  if (others.length === 0) return ok(first);
  const label = [first.label, ...others.map((change) => lowered(change.label))].join(", ");
  return ok(composeChanges(ctx, label, changes));
}
