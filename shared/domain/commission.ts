/** Work that builds a routine: which task starts which, and whether it runs yet. */
import type { Id } from "./fields.ts";
import type { OutlineNode } from "./outline.ts";
import { outlineOf } from "./outline.ts";
import type { Plan } from "./plan.ts";
import type { Routine } from "./routine.ts";
import { statusOf } from "./standing.ts";
import type { Commission, Task } from "./task.ts";
import { isBlank } from "./words.ts";

/**
 * `ahead`: the work is still to be done; `waiting`: it is done and its routine was not started; `running`, `ended` and
 * `binned`: what became of the routine.
 */
export type CommissionState = "ahead" | "waiting" | "running" | "ended" | "binned";

export function commissionState(plan: Plan, node: OutlineNode): CommissionState | null {
  const { item } = node;
  if (item.kind !== "task" || !item.commission) return null;
  const { routineId } = item.commission;
  const routine = routineId === null ? null : (plan.routines.get(routineId) ?? null);
  if (routine) return routine.deletedAt !== null ? "binned" : routine.endedOn !== null ? "ended" : "running";
  return statusOf(node) === "done" ? "waiting" : "ahead";
}

/** Whether the work is done and nobody has started its routine yet. */
export function waitsForStart(node: OutlineNode): boolean {
  const { item } = node;
  return item.kind === "task" && item.commission?.routineId === null && statusOf(node) === "done";
}

export function commissionName({ name }: Pick<Commission, "name">): string {
  return isBlank(name) ? "a routine" : name.trim();
}

/** `starts: Count the cash`, for a mark; null of work that builds no routine. */
export function commissionWords(node: OutlineNode): string | null {
  const { item } = node;
  if (item.kind !== "task" || !item.commission) return null;
  const name = commissionName(item.commission);
  if (waitsForStart(node)) return `Routine not started yet: ${name}`;
  return item.commission.routineId === null ? `Starts: ${name}` : `Started: ${name}`;
}

/** Who is to start it: the owner that was thought of, else whoever answers for the work, else who does it. */
export function starterOf(task: Task): Id | null {
  return task.commission?.ownerId ?? task.accountableId ?? task.assignments[0]?.personId ?? null;
}

/** Done work whose routine somebody is to start, in reading order. */
export function toStart(plan: Plan, personId: Id): readonly OutlineNode[] {
  return outlineOf(plan).inOrder.filter(
    (node) => waitsForStart(node) && starterOf(node.item as Task) === personId,
  );
}

const builders = new WeakMap<Plan["tasks"], ReadonlyMap<Id, Task>>();

/** The task that built a routine, if it is still in the plan. */
export function builderOf(plan: Plan, routine: Routine): Task | null {
  let known = builders.get(plan.tasks);
  if (!known) {
    const found = new Map<Id, Task>();
    for (const task of plan.tasks.values())
      if (task.commission?.routineId != null) found.set(task.commission.routineId, task);
    known = found;
    builders.set(plan.tasks, known);
  }
  const task = known.get(routine.id);
  return task && outlineOf(plan).byId.has(task.id) ? task : null;
}
