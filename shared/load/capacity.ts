/**
 * The hours that people have. A working day of somebody has their weekly hours divided by the working weekdays of the
 * company's calendar; public holidays, closures and days off have none, and a Saturday worked for once has as many as
 * any other day. Somebody from outside has hours from the first to the last day of their engagement. Where days a
 * month were agreed, they are spread evenly over the working days of that month: 6 agreed days in a month of 21 make
 * each of them 6/21 of a day, and an engagement that begins in the middle of a month gives its part of them.
 */
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import { calendarOfPerson } from "#shared/domain/workingTime.ts";
import { type WorkingDays, workingDays } from "#shared/schedule/calendar.ts";

/** Somebody's days, by day number (days since 1970-01-01). */
export interface PersonDays {
  readonly worked: WorkingDays;
  /** Hours of any working day, when it is the same for all of them; null when it depends on the month. */
  readonly everyDay: number | null;
  /** Hours that a day would have, engaged or not; 0 on days they do not work. */
  usual(day: number): number;
  /** Hours that a day has: as usual, and 0 outside the engagement. */
  given(day: number): number;
}

interface Known {
  readonly company: WorkCalendar;
  readonly days: PersonDays;
}
const known = new WeakMap<Person, Known>();
const nobodys = new WeakMap<WorkCalendar, PersonDays>();

export function personDays(plan: Plan, person: Person): PersonDays {
  const company = plan.roadmap.calendar;
  let found = known.get(person);
  if (found?.company !== company) {
    found = { company, days: daysOf(person, company, workingDays(calendarOfPerson(plan, person))) };
    known.set(person, found);
  }
  return found.days;
}

/** The company's days, on which nobody in particular works: they have no hours. */
export function nobodysDays(plan: Plan): PersonDays {
  const { calendar } = plan.roadmap;
  let days = nobodys.get(calendar);
  if (!days) {
    days = { worked: workingDays(calendar), everyDay: 0, usual: () => 0, given: () => 0 };
    nobodys.set(calendar, days);
  }
  return days;
}

/** Hours that somebody has on a day (0 or more); none when they lie in the bin. */
export function capacityOn(plan: Plan, person: Person, day: Day): number {
  return person.deletedAt === null ? personDays(plan, person).given(dayNumber(day)) : 0;
}

/** Working days from `first` to `last`, both included. */
export function workedBetween({ before, first: origin }: WorkingDays, first: number, last: number): number {
  if (last < first) return 0;
  return at(before, last + 1 - origin) - at(before, first - origin);
}

/** The `index`-th working day on or after a day, counted from 0. */
export function workedAfter({ before, nth, first: origin }: WorkingDays, day: number, index: number): number {
  return nth[Math.max(0, Math.min(at(before, day - origin) + index, nth.length - 1))] ?? day;
}

function at(before: Int32Array, index: number): number {
  return before[Math.max(0, Math.min(index, before.length - 1))] ?? 0;
}

function daysOf(person: Person, company: WorkCalendar, worked: WorkingDays): PersonDays {
  const wholeDay = person.hoursPerWeek / company.workingWeekdays.length;
  const { from, until, daysPerMonth } = person.engagement ?? NOT_ENGAGED;
  const first = from === null ? Number.NEGATIVE_INFINITY : dayNumber(from);
  const last = until === null ? Number.POSITIVE_INFINITY : dayNumber(until);
  const part = daysPerMonth === null ? () => 1 : partOfDay(worked, daysPerMonth);
  const usual = (day: number): number => (workedBetween(worked, day, day) === 1 ? wholeDay * part(day) : 0);
  return {
    worked,
    everyDay: daysPerMonth === null ? wholeDay : null,
    usual,
    given: (day) => (day < first || day > last ? 0 : usual(day)),
  };
}

const NOT_ENGAGED = { from: null, until: null, daysPerMonth: null };

/** What part of a working day the agreed days of its month make (0 to 1). */
function partOfDay(worked: WorkingDays, daysPerMonth: number): (day: number) => number {
  const parts = new Map<string, number>();
  return (day) => {
    const month = dayFromNumber(day).slice(0, 7);
    let part = parts.get(month);
    if (part === undefined) {
      const [first, last] = monthOf(month);
      part = Math.min(1, daysPerMonth / Math.max(1, workedBetween(worked, first, last)));
      parts.set(month, part);
    }
    return part;
  };
}

function monthOf(month: string): readonly [number, number] {
  const first = dayNumber(`${month}-01`);
  const next = dayFromNumber(first + 31).slice(0, 7);
  return [first, dayNumber(`${next}-01`) - 1];
}
