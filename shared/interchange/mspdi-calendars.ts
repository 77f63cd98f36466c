/** Working days of a plan and days off of its people, from the calendars of a Microsoft Project file. */
import { addDays, type Day, daysBetween, isDay } from "#shared/domain/day.ts";
import type { Absence } from "#shared/domain/person.ts";
import { type CalendarException, STANDARD_CALENDAR, type WorkCalendar } from "#shared/domain/roadmap.ts";
import type { MspdiLosses } from "./mspdi-report.ts";
import { all, child, dayIn, isOn, numberIn, textOf } from "./mspdi-text.ts";
import { cleanText } from "./text.ts";
import type { XmlElement } from "./xml.ts";

const MAX_EXCEPTIONS = 5_000;
const MAX_ABSENCES = 1_000;
/** A day that returns for as long as this returns for ever. */
const FOR_EVER = 20;
/** A yearly day is kept under a leap year, so that 29 February has a date. */
const YEARLY_YEAR = 2000;

export function calendarsOf(project: XmlElement): ReadonlyMap<string, XmlElement> {
  return new Map(all(project, "Calendars", "Calendar").map((one) => [textOf(one, "UID"), one]));
}

/** The project's own calendar; without one the first base calendar, else Monday to Friday. */
export function readCalendar(project: XmlElement, losses: MspdiLosses): WorkCalendar {
  const calendars = calendarsOf(project);
  const own =
    calendars.get(textOf(project, "CalendarUID")) ??
    [...calendars.values()].find((one) => isOn(one, "IsBaseCalendar"));
  if (!own) return STANDARD_CALENDAR;
  const exceptions = periodsOf(own, losses).flatMap((period) => exceptionsIn(period, losses));
  const byDay = new Map(exceptions.map((one) => [`${one.yearly === true} ${one.date}`, one]));
  const kept = [...byDay.values()].slice(0, MAX_EXCEPTIONS);
  for (const { date } of [...byDay.values()].slice(MAX_EXCEPTIONS)) losses.leave("calendarDay", date);
  return { workingWeekdays: weekOf(own, losses), exceptions: kept, holidays: null };
}

/** When a working day opens, as in `08:00`; a finish at that time is the end of the day before. */
export function openingTime(project: XmlElement): string {
  const own = calendarsOf(project).get(textOf(project, "CalendarUID"));
  const days = own ? all(own, "WeekDays", "WeekDay") : [];
  const times = days.flatMap((day) => all(day, "WorkingTimes", "WorkingTime"));
  const from = times
    .map((time) => textOf(time, "FromTime").slice(0, 5))
    .filter((text) => /^\d\d:\d\d$/.test(text));
  const first = from.sort()[0];
  const usual = textOf(project, "DefaultStartTime").slice(0, 5);
  return first ?? (/^\d\d:\d\d$/.test(usual) ? usual : "08:00");
}

/** Days on which somebody is away, from the exceptions of their own calendar. */
export function readAbsences(calendar: XmlElement, name: string, losses: MspdiLosses): Absence[] {
  const week = all(calendar, "WeekDays", "WeekDay").filter((day) => textOf(day, "DayType") !== "0");
  const base = textOf(calendar, "BaseCalendarUID");
  if (week.length > 0) losses.leave("personCalendar", name);
  return periodsOf(calendar, losses)
    .flatMap((period): Absence[] => {
      const { from, to, working, isYearly } = period;
      if (working || isYearly) losses.leave("personCalendar", name);
      return working || isYearly || base === "" ? [] : [{ from, to, name: period.name }];
    })
    .slice(0, MAX_ABSENCES);
}

function weekOf(calendar: XmlElement, losses: MspdiLosses): readonly number[] {
  const days = all(calendar, "WeekDays", "WeekDay").filter((day) => textOf(day, "DayType") !== "0");
  const worked = new Set(STANDARD_CALENDAR.workingWeekdays);
  for (const day of days) {
    const weekday = (numberIn(day, "DayType") ?? 0) - 1;
    if (!Number.isInteger(weekday) || weekday < 0 || weekday > 6) continue;
    if (isOn(day, "DayWorking")) worked.add(weekday);
    else worked.delete(weekday);
  }
  if (worked.size > 0) return [...worked].sort();
  losses.leave("noWorkingDay");
  return STANDARD_CALENDAR.workingWeekdays;
}

interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly working: boolean;
  readonly name: string;
  readonly isYearly: boolean;
  readonly element: XmlElement;
}

/** Project 2003 keeps exceptions among the days of the week, as days of type 0; later versions in both places. */
function periodsOf(calendar: XmlElement, losses: MspdiLosses): Period[] {
  const named = all(calendar, "Exceptions", "Exception");
  const plain = all(calendar, "WeekDays", "WeekDay").filter((day) => textOf(day, "DayType") === "0");
  const seen = new Set<string>();
  return [...named, ...plain].flatMap((element): Period[] => {
    const time = child(element, "TimePeriod");
    const [from, to] = time ? [dayIn(time, "FromDate"), dayIn(time, "ToDate")] : [null, null];
    const name = cleanText(textOf(element, "Name")).slice(0, 500);
    if (from === null || to === null || to < from) {
      losses.leave("calendarDay", name);
      return [];
    }
    const isPlain = plain.includes(element);
    if (isPlain && seen.has(`${from} ${to}`)) return [];
    seen.add(`${from} ${to}`);
    const type = numberIn(element, "Type") ?? 1;
    const isDaily = isPlain || ((type === 1 || type === 7) && (numberIn(element, "Period") ?? 1) <= 1);
    const isYearly = type === 2 && (numberIn(element, "Period") ?? 1) <= 1;
    if (!isDaily && !isYearly && from !== to) {
      losses.leave("recurringDay", name);
      return [];
    }
    return [
      { from, to, working: isOn(element, "DayWorking"), name, isYearly: isYearly && from !== to, element },
    ];
  });
}

function exceptionsIn(period: Period, losses: MspdiLosses): CalendarException[] {
  const { from, to, working, name, isYearly } = period;
  if (isYearly) return yearlyIn(period, losses);
  const length = daysBetween(from, to) + 1;
  if (length > MAX_EXCEPTIONS) {
    losses.leave("calendarDay", name || from);
    return [];
  }
  return Array.from({ length }, (_, i) => ({ date: addDays(from, i), working, name }));
}

function yearlyIn({ from, to, working, name, element }: Period, losses: MspdiLosses): CalendarException[] {
  const month = (numberIn(element, "Month") ?? -1) + 1;
  const date = numberIn(element, "MonthDay") ?? 0;
  const inYear = (year: number): string =>
    `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  if (!isDay(inYear(YEARLY_YEAR))) {
    losses.leave("recurringDay", name);
    return [];
  }
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (last - first >= FOR_EVER) return [{ date: inYear(YEARLY_YEAR), working, name, yearly: true }];
  return Array.from({ length: last - first + 1 }, (_, i) => inYear(first + i))
    .filter((day) => isDay(day) && day >= from && day <= to)
    .map((day) => ({ date: day, working, name }));
}
