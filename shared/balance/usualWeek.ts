/** What a routine that is about to start does to its owner's week. */
import { addDays, type Day } from "#shared/domain/day.ts";
import type { RoutineStart } from "#shared/domain/operations/commission.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { createRoutine } from "#shared/domain/routine.ts";
import { loadOf } from "#shared/load/load.ts";
import { weekAfter, weekOf } from "#shared/load/weeks.ts";
import { dueDays } from "#shared/routines/due.ts";

/** Hours in a usual week: the average of the twelve whole weeks after the first run, tasks and routines. */
export interface UsualWeek {
  readonly before: number;
  readonly after: number;
  readonly capacity: number;
}

const WEEKS = 12;

/** `others`: what is about to start besides, not in the plan yet. */
export function weekWith(
  plan: Plan,
  today: Day,
  person: Person,
  start: RoutineStart,
  others: readonly RoutineStart[],
): UsualWeek {
  const from = weekAfter(weekOf(start.firstRun));
  const load = loadOf(plan, today, from, WEEKS).byPerson.get(person.id);
  const planned = load ? sum(load.routines) + sum(load.tasks) : 0;
  const own = others.filter(({ ownerId }) => ownerId === person.id);
  const before = own.reduce((hours, other) => hours + hoursOf(other, from), planned) / WEEKS;
  return {
    before,
    after: before + hoursOf(start, from) / WEEKS,
    capacity: capacityOf(person, load?.capacity),
  };
}

/** Of somebody from outside what was agreed gives; of others a full week, holidays or not. */
function capacityOf({ engagement, hoursPerWeek }: Person, given: Float64Array | undefined): number {
  return engagement && given ? sum(given) / WEEKS : hoursPerWeek;
}

function sum(weeks: Float64Array): number {
  return weeks.reduce((total, hours) => total + hours, 0);
}

function hoursOf(start: RoutineStart, from: Day): number {
  const routine = createRoutine({ ...start, id: start.taskId, roadmapId: "", order: "a0" });
  return (dueDays(routine, from, addDays(weekAfter(from, WEEKS), -1)).length * start.minutes) / 60;
}

/** `Bo: 31 of 40 hours in a usual week, 33 with it.` */
export function weekWords(name: string, { before, after, capacity }: UsualWeek): string {
  const hours = `${hoursText(before)} of ${hoursText(capacity)} hours in a usual week`;
  const over = after > capacity ? `, ${hoursText(after - capacity)} too many` : "";
  return `${name}: ${hours}, ${hoursText(after)} with it${over}.`;
}

function hoursText(hours: number): string {
  return String(Number(hours.toFixed(hours < 10 ? 1 : 0)));
}
