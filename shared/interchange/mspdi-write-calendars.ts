/** The working days of a plan and of its people as calendars of Microsoft Project. */
import type { Absence } from "#shared/domain/person.ts";
import type { CalendarException, WorkCalendar } from "#shared/domain/roadmap.ts";
import type { MspdiPlan } from "./mspdi-write.ts";
import { element, textElement as text, type XmlPart } from "./xml-write.ts";

/** The plan's own calendar; people's follow it in their order. */
export const STANDARD_CALENDAR_UID = 1;

/** Years over which a day that returns every year is kept: as far as Project counts. */
const YEARLY_FROM = 1984;
const YEARLY_TO = 2048;

export function writeCalendars({ plan, people }: MspdiPlan): XmlPart {
  const own = people.map(({ name, daysOff }, i) =>
    element("Calendar", [
      text("UID", STANDARD_CALENDAR_UID + i + 1),
      text("Name", name),
      text("IsBaseCalendar", false),
      text("BaseCalendarUID", STANDARD_CALENDAR_UID),
      daysOff.length === 0 ? "" : element("Exceptions", daysOff.map(absence)),
    ]),
  );
  return element("Calendars", [standardCalendar(plan.roadmap.calendar), ...own]);
}

function standardCalendar({ workingWeekdays, exceptions }: WorkCalendar): XmlPart {
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
    const works = workingWeekdays.includes(weekday);
    return element("WeekDay", [
      text("DayType", weekday + 1),
      text("DayWorking", works),
      works ? workingTimes() : "",
    ]);
  });
  return element("Calendar", [
    text("UID", STANDARD_CALENDAR_UID),
    text("Name", "Standard"),
    text("IsBaseCalendar", true),
    text("BaseCalendarUID", -1),
    element("WeekDays", weekdays),
    exceptions.length === 0 ? "" : element("Exceptions", exceptions.map(exception)),
  ]);
}

function workingTimes(): XmlPart {
  const times = [
    ["08:00:00", "12:00:00"],
    ["13:00:00", "17:00:00"],
  ] as const;
  return element(
    "WorkingTimes",
    times.map(([from, to]) => element("WorkingTime", [text("FromTime", from), text("ToTime", to)])),
  );
}

function exception({ date, working, name, yearly }: CalendarException): XmlPart {
  const isYearly = yearly === true;
  const from = isYearly ? `${YEARLY_FROM}-01-01` : date;
  const to = isYearly ? `${YEARLY_TO}-12-31` : date;
  return element("Exception", [
    text("EnteredByOccurrences", false),
    period(from, to),
    text("Occurrences", isYearly ? YEARLY_TO - YEARLY_FROM + 1 : 1),
    text("Name", name),
    text("Type", isYearly ? 2 : 1),
    ...(isYearly
      ? [
          text("Period", 1),
          text("Month", Number(date.slice(5, 7)) - 1),
          text("MonthDay", Number(date.slice(8, 10))),
        ]
      : []),
    text("DayWorking", working),
    working ? workingTimes() : "",
  ]);
}

function absence({ from, to, name }: Absence): XmlPart {
  return element("Exception", [
    text("EnteredByOccurrences", false),
    period(from, to),
    text("Occurrences", 1),
    text("Name", name),
    text("Type", 1),
    text("DayWorking", false),
  ]);
}

function period(from: string, to: string): XmlPart {
  return element("TimePeriod", [text("FromDate", `${from}T00:00:00`), text("ToDate", `${to}T23:59:00`)]);
}
