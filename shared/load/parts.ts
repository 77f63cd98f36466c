/** What makes up one person's week, largest first. Hours; the parts add up to the week's load. */
import { type Day, dayFromNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Routine } from "#shared/domain/routine.ts";
import type { Task } from "#shared/domain/task.ts";
import { hoursBetween, piecesOf } from "./pieces.ts";
import { runDays } from "./runs.ts";
import { windowOf } from "./weeks.ts";

export interface PartDay {
  readonly day: Day;
  readonly hours: number;
}

export interface TaskPart {
  readonly kind: "task";
  readonly task: Task;
  readonly hours: number;
  /** Days with hours, earliest first. */
  readonly days: readonly PartDay[];
  /** False while nobody has said how much work it is; it counts no hours then. */
  readonly isSized: boolean;
  /** It should have been finished before the as-of day. */
  readonly isOverdue: boolean;
}

/** The runs of one routine in the week. */
export interface RoutinePart {
  readonly kind: "routine";
  readonly routine: Routine;
  readonly hours: number;
  readonly days: readonly PartDay[];
}

export type Part = TaskPart | RoutinePart;

/** `personId` null: what nobody has. `week`: its Monday. */
export function partsOf(plan: Plan, today: Day, personId: Id | null, week: Day): readonly Part[] {
  const { first, last } = windowOf(week, 1);
  const parts: Part[] = [...taskParts(plan, today, personId, first, last)];
  for (const routine of plan.routines.values()) {
    if (routine.deletedAt !== null || ownerOf(plan, routine) !== personId) continue;
    const runs = runDays(routine, first, last);
    const days = [...runs].map((day) => ({ day: dayFromNumber(day), hours: routine.minutes / 60 }));
    if (days.length > 0)
      parts.push({ kind: "routine", routine, hours: (days.length * routine.minutes) / 60, days });
  }
  return parts.sort((a, b) => b.hours - a.hours);
}

function ownerOf(plan: Plan, { ownerId }: Routine): Id | null {
  return ownerId !== null && plan.people.has(ownerId) ? ownerId : null;
}

/** A task that somebody has twice over (done before the as-of day, left after it) is one part. */
function taskParts(
  plan: Plan,
  today: Day,
  personId: Id | null,
  first: number,
  last: number,
): Iterable<TaskPart> {
  const byTask = new Map<Id, TaskPart>();
  for (const piece of piecesOf(plan, today).get(personId) ?? []) {
    if (piece.last < first || piece.first > last) continue;
    const days = new Map(byTask.get(piece.task.id)?.days.map(({ day, hours }) => [day, hours]));
    for (let number = first; number <= last; number++) {
      const hours = hoursBetween(piece, number, number);
      const day = dayFromNumber(number);
      if (hours > 0) days.set(day, (days.get(day) ?? 0) + hours);
    }
    const { task, isSized } = piece;
    const isOverdue = piece.isOverdue || (byTask.get(task.id)?.isOverdue ?? false);
    const hours = [...days.values()].reduce((sum, more) => sum + more, 0);
    const listed = [...days].map(([day, ofDay]) => ({ day, hours: ofDay })).sort(byDay);
    if (hours > 0 || !isSized)
      byTask.set(task.id, { kind: "task", task, hours, days: listed, isSized, isOverdue });
  }
  return byTask.values();
}

function byDay(a: PartDay, b: PartDay): number {
  return a.day < b.day ? -1 : 1;
}
