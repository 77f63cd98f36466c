/** Who decides about an open item, and who does it. */
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import { decidersOf, isHere, mayDecide, ownReach, takesCeo } from "#shared/domain/decisions.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deciderAt } from "#shared/domain/handover.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";

/**
 * Who decides in the end: those with whom the hand-overs leave the decision, as far as the right to the matter goes.
 * Where none of them may, it comes back to the CEO, or to whoever holds the matter; who may only together with the
 * CEO brings the CEO in. Nobody while nobody answers for it.
 */
export function decidersInTheEnd(plan: Plan, task: Task): readonly Id[] {
  const { ceoId } = plan.roadmap;
  const about = decidersOf(task);
  const right = rightOf(plan, task);
  if (!right) return about;
  if (right.isReserved) return isHere(plan, ceoId) ? [ceoId] : about;
  if (about.length === 0) return about;
  const may = about.filter((id) => mayDecide(plan, right, task, id));
  if (may.length === 0) {
    const back = takesCeo(plan, right, task) ? ceoId : right.holderId;
    return isHere(plan, back) ? [back] : about;
  }
  const brings = isHere(plan, ceoId) && !may.includes(ceoId) && may.some(needsCeo(plan, right, task));
  return brings ? [...may, ceoId] : may;
}

/** Whether somebody may decide by their own right only together with the CEO, and was not given more of it. */
function needsCeo(plan: Plan, right: DecisionRight, task: Task): (id: Id) => boolean {
  return (id) =>
    ownReach(plan, right, id, task.amount) === 1 &&
    !task.handovers.some(
      ({ toId, state, level }) => toId === id && state === "acknowledged" && deciderAt(level) === "receiver",
    );
}

function rightOf(plan: Plan, task: Task): DecisionRight | null {
  const right = plan.decisionRights.get(task.decisionRightId ?? "");
  return right?.deletedAt === null ? right : null;
}

/** Whether only the CEO may decide about it. */
export function isReserved(plan: Plan, task: Task): boolean {
  return rightOf(plan, task)?.isReserved ?? false;
}
