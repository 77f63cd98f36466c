/** What a person can do to the working calendar of the open roadmap. */
import type { Closure } from "#shared/domain/closures.ts";
import type { Day } from "#shared/domain/day.ts";
import {
  addWorkedDay,
  chooseHolidays,
  extendHolidays,
  type HolidaysOfPlace,
  removeClosure,
  removeHolidays,
  removeWorkedDay,
  saveClosure,
  setWorkingWeekdays,
  workHoliday,
} from "#shared/domain/operations/calendar.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { CalendarException } from "#shared/domain/roadmap.ts";
import { calendarEffect, effectSentence } from "#shared/schedule/calendarEffect.ts";
import type { App } from "./app.ts";
import { type Operation, perform } from "./perform.ts";

/** The world's public holidays: large, and so read only when somebody asks for them. */
export type HolidayBook = typeof import("#shared/schedule/publicHolidays.ts");

export async function openHolidayBook(): Promise<Result<HolidayBook>> {
  try {
    return ok(await import("#shared/schedule/publicHolidays.ts"));
  } catch {
    return refuse(
      "no-holiday-book",
      "The list of public holidays could not be read. Close the window and open it again.",
    );
  }
}

export function setWeekdays(app: App, weekdays: readonly number[]): void {
  perform(app, (plan, ctx) => setWorkingWeekdays(plan, ctx, weekdays));
}

export function takeHolidays(app: App, holidays: HolidaysOfPlace): boolean {
  return perform(app, taking(holidays)) !== null;
}

export function taking(holidays: HolidaysOfPlace): Operation {
  return (plan, ctx) => chooseHolidays(plan, ctx, holidays);
}

export function addHolidayYears(app: App, holidays: HolidaysOfPlace): void {
  perform(app, (plan, ctx) => extendHolidays(plan, ctx, holidays));
}

export function dropHolidays(app: App): void {
  perform(app, removeHolidays);
}

export function setHolidayWorked(app: App, date: Day, works: boolean): void {
  perform(app, (plan, ctx) => workHoliday(plan, ctx, date, works));
}

/** Whether the closure is in the calendar now; it may have been before. */
export function keepClosure(app: App, closure: Closure, instead: Closure | null): boolean {
  const operation = keeping(closure, instead);
  const { plan } = app.documents.state.getState();
  return perform(app, operation) !== null || (plan !== null && foretell(app, plan, operation).ok);
}

export function keeping(closure: Closure, instead: Closure | null): Operation {
  return (plan, ctx) => saveClosure(plan, ctx, closure, instead);
}

export function dropClosure(app: App, closure: Closure): void {
  perform(app, (plan, ctx) => removeClosure(plan, ctx, closure));
}

export function workOn(app: App, date: Day, name: string): boolean {
  return perform(app, workingOn(date, name)) !== null;
}

export function workingOn(date: Day, name: string): Operation {
  return (plan, ctx) => addWorkedDay(plan, ctx, date, name);
}

export function dropWorkedDay(app: App, day: CalendarException): void {
  perform(app, (plan, ctx) => removeWorkedDay(plan, ctx, day));
}

/** What an operation on the calendar would do to the plan, or why it would be refused, in a sentence. */
export function foretell(app: App, plan: Plan, operation: Operation): Result<string> {
  const result = operation(plan, app.context);
  return result.ok ? ok(effectSentence(calendarEffect(plan, result.value))) : result;
}
