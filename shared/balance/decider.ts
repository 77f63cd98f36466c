/** Who decides about an open item, and who does it. */
import type { Id } from "#shared/domain/fields.ts";
import { deciderAt, lastHandover } from "#shared/domain/handover.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";

/**
 * Who decides: the CEO about a reserved matter, else whoever the acknowledged hand-overs leave the decision with, else
 * whoever answers for the task. Two where they decide together; nobody while nobody answers for it.
 */
export function decidersOf(plan: Plan, task: Task): readonly Id[] {
  const { ceoId } = plan.roadmap;
  if (isReserved(plan, task) && ceoId !== null) return [ceoId];
  const taken = task.handovers.filter(({ state }) => state === "acknowledged");
  const answers = task.accountableId ?? lastHandover(task)?.byId ?? null;
  const first = taken[0]?.byId ?? answers;
  let deciders: readonly Id[] = first === null ? [] : [first];
  for (const { byId, toId, level } of taken) {
    if (!deciders.includes(byId)) continue;
    const decider = deciderAt(level);
    if (decider === "receiver") deciders = [...deciders.filter((id) => id !== byId), toId];
    if (decider === "both") deciders = [...deciders, toId];
  }
  return deciders;
}

/** Whether only the CEO may decide about it. */
export function isReserved(plan: Plan, task: Task): boolean {
  const right = plan.decisionRights.get(task.decisionRightId ?? "");
  return right?.deletedAt === null && right.isReserved;
}

/** Who does it: those named, or whoever answers for it while nobody is. */
export function doersOf({ item }: OutlineNode): readonly Id[] {
  if (item.kind === "milestone") return item.ownerId === null ? [] : [item.ownerId];
  if (item.kind !== "task") return [];
  if (item.assignments.length > 0) return item.assignments.map(({ personId }) => personId);
  return item.accountableId === null ? [] : [item.accountableId];
}
