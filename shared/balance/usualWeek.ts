/** What a routine that is about to start does to its owner's week. */
import type { RoutineStart } from "#shared/domain/operations/commission.ts";
import { liveRoutines } from "#shared/domain/operations/routines.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { createRoutine } from "#shared/domain/routine.ts";
import { minutesPerWeek } from "#shared/routines/due.ts";

/** Hours in a usual week, averaged over the year from the first run. */
export interface UsualWeek {
  readonly before: number;
  readonly after: number;
  readonly capacity: number;
}

export function weekWith(
  plan: Plan,
  person: Person,
  start: RoutineStart,
  others: readonly RoutineStart[],
): UsualWeek {
  const running = liveRoutines(plan).filter(({ ownerId }) => ownerId === person.id);
  const about = others.filter(({ ownerId }) => ownerId === person.id).map(asRoutine);
  const hours = [...running, ...about].reduce((sum, r) => sum + minutesPerWeek(r, start.firstRun), 0) / 60;
  const added = minutesPerWeek(asRoutine(start), start.firstRun) / 60;
  return { before: hours, after: hours + added, capacity: person.hoursPerWeek };
}

function asRoutine(start: RoutineStart) {
  return createRoutine({ ...start, id: start.taskId, roadmapId: "", order: "a0" });
}

/** `Bo: 31 of 40 hours in a usual week, 33 with it.` */
export function weekWords(name: string, { before, after, capacity }: UsualWeek): string {
  const over = after > capacity ? ` That is ${hoursText(after - capacity)} too many.` : "";
  const hours = `${hoursText(before)} of ${hoursText(capacity)} hours`;
  return `${name}: routines take ${hours} in a usual week, ${hoursText(after)} with it.${over}`;
}

function hoursText(hours: number): string {
  return String(Number(hours.toFixed(hours < 10 ? 1 : 0)));
}
