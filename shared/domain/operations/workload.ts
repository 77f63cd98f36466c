/** Ways out of an overload: doing a task later, giving it to somebody else, sharing it. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { addDays, type Day, daysBetween, latest } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { Assignment, Task } from "#shared/domain/task.ts";
import { finishOf, hasBegun, startOf } from "#shared/domain/taskDates.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { gone } from "./context.ts";
import { editEntity, finishTaskOn, shiftItems } from "./edit.ts";

/**
 * Puts off what is left of a task by calendar days. Work that has not begun starts later, counted from the as-of day
 * when it should have begun before; work that has begun is given longer, since its beginning is a fact.
 */
export function putOff(plan: Plan, ctx: EditContext, id: Id, days: number): Result<Change> {
  const task = plan.tasks.get(id);
  if (!task) return gone("task");
  if (task.status === "done" || task.status === "cancelled")
    return refuse("finished", "This work is finished, so there is nothing to put off.");
  const asOf = plan.roadmap.statusDate ?? ctx.today();
  const calendar = calendarFor(plan, task);
  const from = (day: Day): Day => latest([day, asOf]) as Day;
  if (!hasBegun(task)) {
    const start = startOf(task);
    return shiftItems(plan, ctx, [id], daysBetween(start, addDays(from(start), days)));
  }
  const finish = from(finishOf(task, calendar));
  const later = calendar.onOrAfter(addDays(finish, days));
  return finishTaskOn(plan, ctx, id, later);
}

/** Gives what one person has of a task (null: nobody yet) to another, share and all. Who answers for it stays. */
export function giveWork(plan: Plan, ctx: EditContext, id: Id, fromId: Id | null, toId: Id): Result<Change> {
  return shareWork(plan, ctx, id, fromId, toId, 1);
}

/**
 * Shares what one person has of a task with another, who gets `part` of it (above 0, at most 1). The two shares add up
 * to the one before, and the hours of the task stay. It remains one task, with its links and its history.
 */
export function shareWork(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  fromId: Id | null,
  toId: Id,
  part: number,
): Result<Change> {
  const task = plan.tasks.get(id);
  if (!task) return gone("task");
  const to = plan.people.get(toId);
  if (!to || to.deletedAt !== null || fromId === toId)
    return refuse("no-receiver", "Choose somebody else, who is not in the bin.");
  if (!(part > 0 && part <= 1)) return refuse("no-part", "Give them some of it: from 1 to 100 %.");
  const own = sharesOf(plan, task, fromId);
  if (own === null) return refuse("not-theirs", "They do not do this task any more.");
  const given = own.allocationPct * part;
  const assignments = withShare(
    task.assignments.flatMap((one) => {
      if (one.personId !== own.personId) return [one];
      return part === 1 ? [] : [{ ...one, allocationPct: one.allocationPct * (1 - part) }];
    }),
    { personId: toId, allocationPct: given },
  );
  const kept = task.assignments.length === 0 && fromId !== null && part < 1;
  const rest = kept ? [{ personId: fromId, allocationPct: own.allocationPct - given }] : [];
  const label = part === 1 ? "Give work to somebody else" : "Share work";
  return editEntity(plan, ctx, "task", id, { assignments: [...rest, ...assignments] }, { label });
}

/** What somebody has of a task; all of it where nobody does it yet. */
function sharesOf(plan: Plan, { assignments, accountableId }: Task, personId: Id | null): Assignment | null {
  const isKnown = (id: Id): boolean => plan.people.has(id);
  if (assignments.length === 0) {
    const holder = accountableId !== null && isKnown(accountableId) ? accountableId : null;
    return holder === personId ? { personId: personId ?? "", allocationPct: 100 } : null;
  }
  const own = assignments.filter((one) =>
    personId === null ? !isKnown(one.personId) : one.personId === personId,
  );
  const [first] = own;
  return first
    ? { ...first, allocationPct: own.reduce((sum, { allocationPct }) => sum + allocationPct, 0) }
    : null;
}

function withShare(assignments: readonly Assignment[], more: Assignment): readonly Assignment[] {
  const has = assignments.find(({ personId }) => personId === more.personId);
  if (!has) return [...assignments, more];
  const allocationPct = Math.min(1_000, has.allocationPct + more.allocationPct);
  return assignments.map((one) => (one === has ? { ...one, allocationPct } : one));
}
