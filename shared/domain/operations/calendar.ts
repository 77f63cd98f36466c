/** The working calendar of a roadmap: the week, public holidays, company closures, days worked all the same. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { type Closure, closureDays, inLeapYear, withoutClosure } from "#shared/domain/closures.ts";
import { type Day, daysBetween, formatDay, isDay } from "#shared/domain/day.ts";
import { MAX_NAME } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import {
  type CalendarException,
  type HolidayChoice,
  type HolidayPlace,
  isSamePlace,
  type WorkCalendar,
} from "#shared/domain/roadmap.ts";
import { count } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { changed, gone } from "./context.ts";

const MAX_EXCEPTIONS = 5_000;
const MAX_CLOSURE_DAYS = 366;

/** Sets which days of the week are worked, 0 Sunday to 6 Saturday; at least one. */
export function setWorkingWeekdays(
  plan: Plan,
  ctx: EditContext,
  weekdays: readonly number[],
): Result<Change> {
  if (weekdays.length === 0) return refuse("no-weekday", "Keep at least one working day in the week.");
  const workingWeekdays = [...new Set(weekdays)].sort();
  return withCalendar(plan, ctx, "Change working week", { workingWeekdays });
}

export interface HolidaysOfPlace {
  readonly place: HolidayPlace;
  /** What people call it, for the history. */
  readonly placeName: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** The place's public holidays in these years (shared/schedule/publicHolidays.ts). */
  readonly days: readonly CalendarException[];
}

/**
 * Takes the public holidays of a place in those years and drops those of any place before. Closures and single days
 * stay. Holidays that are worked stay worked where the place is the same.
 */
export function chooseHolidays(plan: Plan, ctx: EditContext, input: HolidaysOfPlace): Result<Change> {
  const { place, firstYear, lastYear } = input;
  const { calendar } = plan.roadmap;
  const worked = calendar.holidays && isSamePlace(calendar.holidays, place) ? calendar.holidays.worked : [];
  const days = input.days.filter(({ date }) => isWithin(date, { firstYear, lastYear }));
  const holidays: HolidayChoice = { ...place, firstYear, lastYear, worked: worked.filter(isAmong(days)) };
  return withHolidays(plan, ctx, `Public holidays of ${input.placeName}`, holidays, days);
}

/** Adds the years that are not kept yet. What is kept stays as it was told when it was chosen. */
export function extendHolidays(plan: Plan, ctx: EditContext, input: HolidaysOfPlace): Result<Change> {
  const kept = plan.roadmap.calendar.holidays;
  if (!kept || !isSamePlace(kept, input.place)) return chooseHolidays(plan, ctx, input);
  const holidays: HolidayChoice = {
    ...kept,
    firstYear: Math.min(kept.firstYear, input.firstYear),
    lastYear: Math.max(kept.lastYear, input.lastYear),
  };
  const added = input.days.filter(({ date }) => isWithin(date, holidays) && !isWithin(date, kept));
  const label = `Public holidays up to ${holidays.lastYear}`;
  return withHolidays(plan, ctx, label, holidays, [...holidayDays(plan.roadmap.calendar), ...added]);
}

/** Takes the public holidays out again. */
export function removeHolidays(plan: Plan, ctx: EditContext): Result<Change> {
  return withHolidays(plan, ctx, "Remove public holidays", null, []);
}

/** Whether the company works on a public holiday. The holiday keeps its place in the list either way. */
export function workHoliday(plan: Plan, ctx: EditContext, date: Day, works: boolean): Result<Change> {
  const { calendar } = plan.roadmap;
  const { holidays } = calendar;
  const off = holidayDays(calendar);
  const holiday = (works ? off : (holidays?.worked ?? [])).find((day) => day.date === date);
  if (!holidays || !holiday) return gone("public holiday");
  const { name } = holiday;
  const others = <T extends { readonly date: Day }>(days: readonly T[]): T[] =>
    days.filter((day) => day.date !== date);
  const worked = works ? [...holidays.worked, { date, name }].sort(byDate) : others(holidays.worked);
  const days = works
    ? others(off)
    : [...off, { date, working: false, name, source: "holiday" } as const].sort(byDate);
  const label = works ? `Work on ${name}` : `Take ${name} off`;
  return withHolidays(plan, ctx, label, { ...holidays, worked }, days);
}

/** Adds a closure, or puts it in the place of another one. */
export function saveClosure(
  plan: Plan,
  ctx: EditContext,
  closure: Closure,
  instead: Closure | null = null,
): Result<Change> {
  const problem = closureProblem(closure);
  if (problem) return problem;
  const named = { ...closure, name: closure.name.trim() || "Closed" };
  if (instead && isSameClosure(named, instead)) return changed(ctx, "Change closure", {});
  const { exceptions } = plan.roadmap.calendar;
  const others = instead ? withoutClosure(exceptions, instead) : exceptions;
  const days = closureDays(named);
  const fresh = withoutClosure(others, named);
  // Single days stand last: of several entries for one day the last counts.
  const isSingle = ({ source }: CalendarException): boolean => source === undefined;
  const next = [...fresh.filter((e) => !isSingle(e)), ...days, ...fresh.filter(isSingle)];
  const label = `${instead ? "Change" : "Add"} closure “${named.name}”`;
  return withCalendar(plan, ctx, label, { exceptions: next });
}

export function removeClosure(plan: Plan, ctx: EditContext, closure: Closure): Result<Change> {
  const { exceptions } = plan.roadmap.calendar;
  const others = withoutClosure(exceptions, closure);
  if (others.length === exceptions.length) return gone("closure");
  return withCalendar(plan, ctx, `Remove closure “${closure.name || "Closed"}”`, { exceptions: others });
}

/** A day that is worked although its weekday or a closure has it off. */
export function addWorkedDay(plan: Plan, ctx: EditContext, date: Day, name: string): Result<Change> {
  if (!isDay(date)) return refuse("no-date", "That is not a date between the years 1900 and 2199.");
  const { calendar } = plan.roadmap;
  if (calendarTable(calendar).isWorking(date)) {
    return refuse("worked-already", `${formatDay(date, "weekdayYear")} is a working day already.`);
  }
  if (isOffOnlyByHoliday(calendar, date)) return workHoliday(plan, ctx, date, true);
  const day: CalendarException = { date, working: true, name: name.trim().slice(0, MAX_NAME) };
  const others = calendar.exceptions.filter((e) => e.yearly || e.source !== undefined || e.date !== date);
  return withCalendar(plan, ctx, `Work on ${formatDay(date, "weekday")}`, { exceptions: [...others, day] });
}

export function removeWorkedDay(
  plan: Plan,
  ctx: EditContext,
  { date, yearly = false }: Pick<CalendarException, "date" | "yearly">,
): Result<Change> {
  const { exceptions } = plan.roadmap.calendar;
  const isIt = (e: CalendarException): boolean =>
    e.working && e.date === date && (e.yearly ?? false) === yearly;
  if (!exceptions.some(isIt)) return gone("working day");
  const others = exceptions.filter((e) => !isIt(e));
  return withCalendar(plan, ctx, `Take ${formatDay(date, "weekday")} off`, { exceptions: others });
}

function closureProblem({ from, to, name, yearly }: Closure): Result<never> | null {
  if (!isDay(from) || !isDay(to))
    return refuse("no-date", "Give the closure a first and a last day between the years 1900 and 2199.");
  if (name.trim().length > MAX_NAME)
    return refuse("long-name", "The name is too long (500 characters at most).");
  if (yearly && isKeptForm(from) && isKeptForm(to)) return null;
  if (to < from) return refuse("ends-before-start", "A closure cannot end before it starts.");
  return daysBetween(from, to) >= MAX_CLOSURE_DAYS
    ? refuse("long-closure", "A closure lasts at most a year. Add two, one after the other.")
    : null;
}

/** A closure that returns every year is kept under one year and may run over its end. */
function isKeptForm(day: Day): boolean {
  return inLeapYear(day) === day;
}

function isOffOnlyByHoliday(calendar: WorkCalendar, date: Day): boolean {
  const exceptions = calendar.exceptions.filter((e) => e.source !== "holiday" || e.date !== date);
  const hasHoliday = exceptions.length < calendar.exceptions.length;
  return (
    hasHoliday && calendar.holidays !== null && calendarTable({ ...calendar, exceptions }).isWorking(date)
  );
}

/** Public holidays stand first: of several entries for one day the last counts, and a single day outranks them. */
function withHolidays(
  plan: Plan,
  ctx: EditContext,
  label: string,
  holidays: HolidayChoice | null,
  days: readonly CalendarException[],
): Result<Change> {
  const worked = new Set(holidays?.worked.map(({ date }) => date));
  const others = plan.roadmap.calendar.exceptions.filter(({ source }) => source !== "holiday");
  const off = days.filter(({ date }) => !worked.has(date));
  return withCalendar(plan, ctx, label, { holidays, exceptions: [...off.sort(byDate), ...others] });
}

function withCalendar(
  plan: Plan,
  ctx: EditContext,
  label: string,
  patch: Partial<WorkCalendar>,
): Result<Change> {
  const { roadmap } = plan;
  const calendar = { ...roadmap.calendar, ...patch };
  if (calendar.exceptions.length > MAX_EXCEPTIONS) {
    const many = count(calendar.exceptions.length, "special day");
    return refuse("many-days", `A calendar holds at most 5,000 special days, and this would make ${many}.`);
  }
  if (!hasWorkingDays(calendar)) {
    return refuse("no-working-day", "That would leave no working day in a year. Keep at least one.");
  }
  const same = JSON.stringify(calendar) === JSON.stringify(roadmap.calendar);
  return changed(ctx, label, { updated: same ? [] : [[roadmap, { ...roadmap, calendar }]] });
}

/** In a year beyond all dates that can be entered, where only the week and what returns every year count. */
function hasWorkingDays(calendar: WorkCalendar): boolean {
  return calendarTable(calendar).workingDaysBetween("2204-01-01", "2205-01-01") > 0;
}

function holidayDays(calendar: WorkCalendar): readonly CalendarException[] {
  return calendar.exceptions.filter(({ source }) => source === "holiday");
}

function isSameClosure(a: Closure, b: Closure): boolean {
  const [x, y] = [closureDays(a), closureDays(b)];
  return JSON.stringify(x) === JSON.stringify(y);
}

function isWithin(date: Day, years: { readonly firstYear: number; readonly lastYear: number }): boolean {
  const year = Number(date.slice(0, 4));
  return year >= years.firstYear && year <= years.lastYear;
}

function isAmong(days: readonly CalendarException[]) {
  const dates = new Set(days.map(({ date }) => date));
  return ({ date }: { readonly date: Day }): boolean => dates.has(date);
}

function byDate(a: { readonly date: Day }, b: { readonly date: Day }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
