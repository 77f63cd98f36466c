/**
 * Which days a task is worked on: the plan's calendar, less the days on which everybody who does it is away. A task
 * that nobody does yet, or that somebody without days off does, has the plan's own.
 */
import { type CalendarTable, calendarTable } from "#shared/schedule/calendar.ts";
import { type Day, dayFromNumber, dayNumber } from "./day.ts";
import type { Milestone } from "./milestone.ts";
import type { Absence, Person } from "./person.ts";
import type { Plan } from "./plan.ts";
import type { WorkCalendar } from "./roadmap.ts";
import type { Task } from "./task.ts";

/** The same calendar value for tasks of the same people, as long as the plan's calendar and these people stay. */
export function workCalendarOf(plan: Plan, item: Task | Milestone): WorkCalendar {
  const { calendar } = plan.roadmap;
  if (item.kind === "milestone" || item.assignments.length === 0) return calendar;
  const doers: Person[] = [];
  for (const { personId } of item.assignments) {
    const person = plan.people.get(personId);
    if (!person || person.daysOff.length === 0) return calendar;
    doers.push(person);
  }
  return calendarWithout(calendar, doers);
}

/** The days on which somebody works: the plan's calendar less their days off. */
export function calendarOfPerson(plan: Plan, person: Person): WorkCalendar {
  const { calendar } = plan.roadmap;
  return person.daysOff.length === 0 ? calendar : calendarWithout(calendar, [person]);
}

/** `workCalendarOf` as look-ups. */
export function calendarFor(plan: Plan, item: Task | Milestone): CalendarTable {
  return calendarTable(workCalendarOf(plan, item));
}

interface Known {
  readonly absences: readonly (readonly Absence[])[];
  readonly calendar: WorkCalendar;
}
interface OfCalendar {
  /** By who does the work: as it was asked for last. */
  readonly byDoers: Map<string, Known>;
  /**
   * By the days on which all of them are away. Those away on the same days share a calendar, since its table is large;
   * and so do two states of a plan, asked for in turn, as long as one of them is still held by somebody.
   */
  readonly byDays: Map<string, WeakRef<WorkCalendar>>;
}
const known = new WeakMap<WorkCalendar, OfCalendar>();

function calendarWithout(calendar: WorkCalendar, doers: readonly Person[]): WorkCalendar {
  const sorted = doers.length === 1 ? doers : [...doers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const key = sorted.map(({ id }) => id).join("\n");
  let ofCalendar = known.get(calendar);
  if (!ofCalendar) {
    ofCalendar = { byDoers: new Map(), byDays: new Map() };
    known.set(calendar, ofCalendar);
  }
  let found = ofCalendar.byDoers.get(key);
  if (!found || sorted.some(({ daysOff }, i) => daysOff !== found?.absences[i])) {
    const absences = sorted.map(({ daysOff }) => daysOff);
    found = { absences, calendar: withoutDays(calendar, ofCalendar, daysAllAway(absences)) };
    ofCalendar.byDoers.set(key, found);
  }
  return found.calendar;
}

function withoutDays(calendar: WorkCalendar, { byDays }: OfCalendar, days: readonly Day[]): WorkCalendar {
  const away = days.join();
  const same = byDays.get(away)?.deref();
  if (same) return same;
  const made = without(calendar, days);
  byDays.set(away, new WeakRef(made));
  return made;
}

/** Days somebody is away for longer than this are cut: nobody plans a longer absence day by day. */
const LONGEST_ABSENCE = 3_660;

function without(calendar: WorkCalendar, days: readonly Day[]): WorkCalendar {
  if (days.length === 0) return calendar;
  const exceptions = days.map((date) => ({ date, working: false, name: "" }));
  return { ...calendar, exceptions: [...calendar.exceptions, ...exceptions] };
}

function daysAllAway(absences: readonly (readonly Absence[])[]): readonly Day[] {
  const [first = [], ...others] = absences.map(daysIn);
  return [...first].filter((day) => others.every((days) => days.has(day))).sort();
}

function daysIn(absences: readonly Absence[]): ReadonlySet<Day> {
  const days = new Set<Day>();
  for (const { from, to } of absences) {
    const first = dayNumber(from);
    const last = Math.min(dayNumber(to), first + LONGEST_ABSENCE);
    for (let day = first; day <= last; day++) days.add(dayFromNumber(day));
  }
  return days;
}
