/**
 * GanttProject's project calendar.
 *
 * As its sources have it (biz.ganttproject.core, WeekendCalendarImpl.getDayMask and HolidayTagHandler): in
 * `default-week` 1 marks a day off; `only-show-weekends` draws weekends but works them; a date without a year
 * returns every year; a dated entry outranks a yearly one; NEUTRAL entries change nothing; a WORKING_DAY makes a
 * weekend day worked only when it is dated.
 */
import { isDay } from "#shared/domain/day.ts";
import { type CalendarException, STANDARD_CALENDAR, type WorkCalendar } from "#shared/domain/roadmap.ts";
import type { GanLosses } from "./gan-report.ts";
import { attribute, childrenNamed, isTrue, nameWithin } from "./gan-text.ts";
import type { XmlElement } from "./xml.ts";

/** Attributes of `default-week`, Sunday first. */
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** A yearly day is kept under a leap year, so that 29 February has a date. */
const YEARLY_YEAR = "2000";
const MAX_EXCEPTIONS = 5_000;

export function readCalendar(project: XmlElement, report: GanLosses): WorkCalendar {
  const calendars = childrenNamed(project, "calendars");
  const dayTypes = calendars.flatMap((c) => childrenNamed(c, "day-types"));
  // GanttProject 1 wrapped these two in a <calendar> of their own.
  const homes = [...dayTypes, ...dayTypes.flatMap((d) => childrenNamed(d, "calendar"))];
  const week = homes.flatMap((home) => childrenNamed(home, "default-week"))[0];
  const allWorked = homes
    .flatMap((home) => childrenNamed(home, "only-show-weekends"))
    .some((mark) => isTrue(mark, "value"));
  const exceptions = readExceptions(
    calendars.flatMap((c) => childrenNamed(c, "date")),
    report,
  );
  return { workingWeekdays: readWeek(week, allWorked, report), exceptions, holidays: null };
}

function readWeek(week: XmlElement | undefined, allWorked: boolean, report: GanLosses): number[] {
  const all = WEEKDAYS.map((_, weekday) => weekday);
  if (allWorked) return all;
  if (!week) return [...STANDARD_CALENDAR.workingWeekdays];
  const worked = all.filter((weekday) => attribute(week, WEEKDAYS[weekday] as string).trim() !== "1");
  if (worked.length > 0) return worked;
  report.leave("noWorkingDay");
  return [...STANDARD_CALENDAR.workingWeekdays];
}

/** One entry per date and kind; of several for the same day the last counts, as in GanttProject. */
function readExceptions(dates: readonly XmlElement[], report: GanLosses): CalendarException[] {
  const byDay = new Map<string, CalendarException>();
  for (const element of dates) {
    const yearly = attribute(element, "year").trim() === "";
    const day = exceptionDay(element, yearly);
    const name = nameWithin(element.text, report);
    const type = attribute(element, "type").trim().toUpperCase() || "HOLIDAY";
    const key = `${yearly} ${day}`;
    if (day === null || byDay.size >= MAX_EXCEPTIONS) report.leave("calendarDay", name);
    else if (type === "NEUTRAL") {
      byDay.delete(key);
      report.leave("neutralDay", name || day);
    } else if (type === "WORKING_DAY" && yearly) report.leave("yearlyWorkingDay", name || day.slice(5));
    else if (type === "HOLIDAY" || type === "WORKING_DAY")
      byDay.set(key, { date: day, working: type === "WORKING_DAY", name, ...(yearly ? { yearly } : {}) });
    else report.leave("calendarDay", name || day);
  }
  return [...byDay.values()];
}

function exceptionDay(element: XmlElement, yearly: boolean): string | null {
  const year = yearly ? YEARLY_YEAR : attribute(element, "year").trim();
  const [month, date] = ["month", "date"].map((name) => attribute(element, name).trim().padStart(2, "0"));
  const day = `${year}-${month}-${date}`;
  return isDay(day) ? day : null;
}
