/** Handing work over, and what the receiver and whoever handed it over can do then. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type DecisionLevel, type Handover, lastHandover, MAX_HANDOVERS } from "#shared/domain/handover.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Problem, type Result, refuse } from "#shared/domain/result.ts";
import { isFinished } from "#shared/domain/standing.ts";
import type { Assignment, Task } from "#shared/domain/task.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { gone } from "./context.ts";
import { editEntity, type Patch } from "./edit.ts";

export interface NewHandover {
  readonly byId: Id;
  readonly toId: Id;
  readonly level: DecisionLevel;
  readonly followUpOn: Day | null;
}

const WEEK = 7;

/** A week after a day, on a day that is worked. */
export function usualFollowUp(plan: Plan, day: Day): Day {
  return calendarTable(plan.roadmap.calendar).onOrAfter(addDays(day, WEEK));
}

/** Who can hand a task over now: whoever has it, or anybody (null) while nobody answers for it. */
export function holderOf(task: Task): Id | null {
  const taken = task.handovers.findLast(({ state }) => state === "acknowledged");
  return taken?.toId ?? task.accountableId;
}

/** Hands a task over. It stays with whoever hands it over until the receiver acknowledges it. */
export function handOver(plan: Plan, ctx: EditContext, id: Id, to: NewHandover): Result<Change> {
  const task = liveTask(plan, id);
  if (!task) return gone("task");
  const chain = lastHandover(task)?.state === "declined" ? task.handovers.slice(0, -1) : task.handovers;
  const problem = handingProblem(plan, task, chain, to);
  if (problem) return { ok: false, problem };
  const { byId, toId, level, followUpOn } = to;
  const next: Handover = { byId, toId, level, on: ctx.today(), state: "handed", reason: "", followUpOn };
  return edit(plan, ctx, task, { handovers: [...chain, next] }, chain.length > 0 ? "Hand on" : "Hand over");
}

function handingProblem(
  plan: Plan,
  task: Task,
  chain: readonly Handover[],
  { byId, toId }: NewHandover,
): Problem | null {
  const problem = (code: string, message: string): Problem => ({ code, message });
  const to = plan.people.get(toId);
  const name = (personId: Id): string => plan.people.get(personId)?.name.trim() || "That person";
  if (isOver(plan, task)) return problem("finished", "This work is finished. Reopen it to hand it over.");
  if (byId === toId)
    return problem("to-oneself", "Nobody hands work over to themselves: choose somebody else.");
  if (!to || to.deletedAt !== null || !plan.people.has(byId))
    return problem("no-receiver", "Choose somebody who is not in the bin to hand it to.");
  if (chain.at(-1)?.state === "handed")
    return problem("waits", `It waits for ${name(chain.at(-1)?.toId ?? "")} to answer. Take it back first.`);
  const holder = holderOf(task);
  if (holder !== null && holder !== byId)
    return problem("not-theirs", `${name(holder)} answers for it, so only ${name(holder)} can hand it over.`);
  if (chain.some((handover) => handover.byId === toId))
    return problem("came-from", `It came from ${name(toId)}, who can take it back. Choose somebody else.`);
  if (chain.length >= MAX_HANDOVERS)
    return problem("long-chain", "It was handed on too often. Let somebody take it back first.");
  return null;
}

/** The receiver takes it: they answer for it from now on, and do what whoever handed it over would have done. */
export function acknowledge(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const task = liveTask(plan, id);
  const last = task && lastHandover(task);
  if (!task || last?.state !== "handed") return nothingWaits();
  if (plan.people.get(last.toId)?.deletedAt !== null)
    return refuse(
      "receiver-gone",
      "Whoever it was handed to is in the bin. Take it back, or restore them first.",
    );
  const handovers = [...task.handovers.slice(0, -1), { ...last, state: "acknowledged" } as const];
  const assignments = given(task.assignments, [last.byId], last.toId);
  return edit(plan, ctx, task, { handovers, accountableId: last.toId, assignments }, "Acknowledge");
}

/** The receiver does not take it, and says why. It was never theirs, so it simply stays where it was. */
export function decline(plan: Plan, ctx: EditContext, id: Id, reason: string): Result<Change> {
  const task = liveTask(plan, id);
  const last = task && lastHandover(task);
  if (!task || last?.state !== "handed") return nothingWaits();
  const why = reason.trim();
  if (why === "") return refuse("no-reason", "Say in a few words why, so that they know what to do next.");
  const declined = { ...last, state: "declined", reason: why, followUpOn: null } as const;
  return edit(plan, ctx, task, { handovers: [...task.handovers.slice(0, -1), declined] }, "Decline");
}

/** Whoever handed it over has it again; what was handed on from there ends too. */
export function takeBack(plan: Plan, ctx: EditContext, id: Id, byId: Id): Result<Change> {
  const task = liveTask(plan, id);
  const at = task ? task.handovers.findIndex((handover) => handover.byId === byId) : -1;
  const handover = task?.handovers[at];
  if (!task || !handover) return refuse("not-handed", "They have not handed this over.");
  const handovers = task.handovers.slice(0, at);
  if (handover.state !== "acknowledged") return edit(plan, ctx, task, { handovers }, "Take back");
  const others = task.handovers.slice(at).map(({ toId }) => toId);
  const assignments = given(task.assignments, others, byId);
  return edit(plan, ctx, task, { handovers, accountableId: byId, assignments }, "Take back");
}

export type HandoverPatch = Partial<Pick<Handover, "level" | "followUpOn">>;

/** Changes how far the decision goes, or when to follow up. */
export function editHandover(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  byId: Id,
  patch: HandoverPatch,
): Result<Change> {
  const task = liveTask(plan, id);
  if (!task?.handovers.some((handover) => handover.byId === byId))
    return refuse("not-handed", "They have not handed this over.");
  const handovers = task.handovers.map((handover) =>
    handover.byId === byId ? { ...handover, ...patch } : handover,
  );
  const label = patch.level === undefined ? "Change follow-up" : "Change who decides";
  return edit(plan, ctx, task, { handovers }, label);
}

/** The shares of some people go to one; when nobody does it yet, that one does it. */
function given(assignments: readonly Assignment[], from: readonly Id[], toId: Id): readonly Assignment[] {
  if (assignments.length === 0) return [{ personId: toId, allocationPct: 100 }];
  const leaving = assignments.find(({ personId }) => from.includes(personId));
  if (!leaving) return assignments;
  const has = assignments.some(({ personId }) => personId === toId);
  return assignments.flatMap((assignment) => {
    if (assignment === leaving && !has) return [{ ...assignment, personId: toId }];
    return from.includes(assignment.personId) ? [] : [assignment];
  });
}

function edit(plan: Plan, ctx: EditContext, task: Task, patch: Patch<"task">, label: string): Result<Change> {
  return editEntity(plan, ctx, "task", task.id, patch, { label });
}

function liveTask(plan: Plan, id: Id): Task | null {
  const item = outlineOf(plan).byId.get(id)?.item;
  return item?.kind === "task" ? item : null;
}

function isOver(plan: Plan, task: Task): boolean {
  const node = outlineOf(plan).byId.get(task.id);
  return node !== undefined && isFinished(node);
}

function nothingWaits(): Result<never> {
  return refuse("nothing-waits", "Nothing waits for an answer here any more.");
}
