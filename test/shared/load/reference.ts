/** The load counted the long way: one day after the other, without tables, from the words of docs/decisions.md. */
import { addDays, type Day, weekdayOf } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { dueDays } from "#shared/routines/due.ts";

export interface Counted {
  readonly personId: Id | null;
  readonly id: Id;
  readonly day: Day;
  readonly hours: number;
}

type IsWorked = (day: Day) => boolean;
type Slot = readonly [Day, number];

export function countedHours(plan: Plan, today: Day, from: Day, to: Day): Counted[] {
  const counted: Counted[] = [];
  for (const node of outlineOf(plan).inOrder)
    if (node.item.kind === "task" && node.children.length === 0)
      counted.push(...countTask(plan, node.item, plan.roadmap.statusDate ?? today));
  for (const routine of plan.routines.values()) {
    if (routine.deletedAt !== null) continue;
    for (const day of dueDays(routine, from, to))
      counted.push({
        personId: known(plan, routine.ownerId),
        id: routine.id,
        day,
        hours: routine.minutes / 60,
      });
  }
  return counted.filter(({ day, hours }) => day >= from && day <= to && hours > 0);
}

export function capacityOn(plan: Plan, personId: Id, day: Day): number {
  const person = plan.people.get(personId);
  if (!person || person.deletedAt !== null) return 0;
  const { from, until } = person.engagement ?? { from: null, until: null };
  if ((from !== null && day < from) || (until !== null && day > until)) return 0;
  return usualOn(plan, personId, day);
}

function usualOn(plan: Plan, personId: Id | null, day: Day): number {
  const person = personId === null ? undefined : plan.people.get(personId);
  if (!person || !worksOn(plan, personId)(day)) return 0;
  const hours = person.hoursPerWeek / plan.roadmap.calendar.workingWeekdays.length;
  const agreed = person.engagement?.daysPerMonth ?? null;
  if (agreed === null) return hours;
  let worked = 0;
  for (let d = `${day.slice(0, 7)}-01`; d.slice(0, 7) === day.slice(0, 7); d = addDays(d, 1))
    if (worksOn(plan, personId)(d)) worked++;
  return hours * Math.min(1, agreed / worked);
}

function known(plan: Plan, id: Id | null): Id | null {
  return id !== null && plan.people.has(id) ? id : null;
}

function isOpen(plan: Plan, day: Day): boolean {
  const { exceptions, workingWeekdays } = plan.roadmap.calendar;
  const own = exceptions.findLast((e) => !e.yearly && e.date === day);
  const yearly = exceptions.findLast((e) => e.yearly && e.date.slice(4) === day.slice(4));
  return (own ?? yearly)?.working ?? workingWeekdays.includes(weekdayOf(day));
}

function isAway(plan: Plan, personId: Id, day: Day): boolean {
  return plan.people.get(personId)?.daysOff.some(({ from, to }) => from <= day && day <= to) ?? false;
}

export function worksOn(plan: Plan, personId: Id | null): IsWorked {
  return (day) => isOpen(plan, day) && (personId === null || !isAway(plan, personId, day));
}

export function isTaskDay(plan: Plan, { assignments }: Task): IsWorked {
  return (day) =>
    isOpen(plan, day) &&
    (assignments.length === 0 || !assignments.every(({ personId }) => isAway(plan, personId, day)));
}

function countTask(plan: Plan, task: Task, asOf: Day): Counted[] {
  if (task.status === "cancelled") return [];
  const isWorked = isTaskDay(plan, task);
  const whole = wholeOf(task, isWorked);
  if (task.status === "done") return share(plan, task, whole, 1, isWorked);
  const begun = task.actualStart !== null || task.progressPct > 0 || task.status === "in-progress";
  const done = begun ? task.progressPct / 100 : 0;
  const before = whole.filter(([day]) => day < asOf);
  let after = whole.filter(([day]) => day >= asOf);
  if (after.length === 0)
    after = run(asOf, Math.max(0.5, Math.ceil(task.durationDays * (1 - done) * 2 - 1e-9) / 2), isWorked);
  const left = share(plan, task, after, 1 - done, isWorked);
  if (!begun) return left;
  const first = whole[0] as Slot;
  const past = task.effortHours !== null && before.length === 0 ? [[first[0], 1] as const] : before;
  return [...share(plan, task, past, done, isWorked), ...left];
}

function wholeOf(task: Task, isWorked: IsWorked): Slot[] {
  const start = task.actualStart ?? task.start;
  if (task.actualFinish === null) return run(start, task.durationDays, isWorked);
  const days: Day[] = [];
  for (let day = start; day <= task.actualFinish; day = addDays(day, 1)) if (isWorked(day)) days.push(day);
  if (days.length === 0) return run(start, 1, isWorked);
  if (days.length === Math.max(1, Math.ceil(task.durationDays)))
    return run(start, task.durationDays, isWorked);
  return days.map((day) => [day, 1]);
}

/** So many worked days from a day on, the last for what is left of it; a point takes a day. */
function run(start: Day, duration: number, isWorked: IsWorked): Slot[] {
  const slots: Slot[] = [];
  let left = duration <= 0 ? 1 : duration;
  for (let day = start; left > 0; day = addDays(day, 1)) {
    if (!isWorked(day)) continue;
    slots.push([day, Math.min(1, left)]);
    left--;
  }
  return slots;
}

function share(plan: Plan, task: Task, slots: readonly Slot[], part: number, isWorked: IsWorked): Counted[] {
  const { assignments, accountableId, effortHours } = task;
  const total = assignments.reduce((sum, { allocationPct }) => sum + allocationPct, 0);
  const doers =
    assignments.length === 0
      ? [{ personId: accountableId, of: 1, pct: 0 }]
      : assignments.map(({ personId, allocationPct: pct }) => ({
          personId,
          of: total > 0 ? pct / total : 1 / assignments.length,
          pct,
        }));
  return doers.flatMap(({ personId: id, of, pct }) => {
    const personId = known(plan, id);
    const own = slots.filter(([day]) => worksOn(plan, personId)(day));
    if (effortHours === null) {
      const perDay = task.durationDays === 0 ? 0 : pct / 100;
      return own.map(([day, w]) => ({
        personId,
        id: task.id,
        day,
        hours: w * perDay * usualOn(plan, personId, day),
      }));
    }
    const lies = own.length > 0 ? own : slots.length > 0 ? slots : run(task.start, 1, isWorked);
    const weight = lies.reduce((sum, [, w]) => sum + w, 0);
    return lies.map(([day, w]) => ({
      personId,
      id: task.id,
      day,
      hours: (effortHours * part * of * w) / weight,
    }));
  });
}

/** The Monday of a day, the long way. */
export function mondayOf(day: Day): Day {
  let monday = day;
  while (weekdayOf(monday) !== 1) monday = addDays(monday, -1);
  return monday;
}
