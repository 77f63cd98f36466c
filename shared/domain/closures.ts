/**
 * Company closures: runs of days off with one name. A calendar keeps them day by day; here they are read and written
 * as runs. Days of a closure that returns every year are kept under 2000, a leap year, so that 29 February has a date.
 */
import { addDays, type Day, dayFromNumber, dayNumber, daysBetween, weekdayOf } from "./day.ts";
import type { CalendarException, WorkCalendar } from "./roadmap.ts";

export interface Closure {
  readonly from: Day;
  /** Last day off. Every year: in 2000 like `from`, and before it when the closure runs over New Year. */
  readonly to: Day;
  readonly name: string;
  readonly yearly: boolean;
}

const YEAR_DAYS = 366;
const FIRST_OF_YEAR = dayNumber("2000-01-01");

/** The closures of a calendar, days off of other programs' files among them: yearly ones first, then by date. */
export function closuresOf(calendar: WorkCalendar): readonly Closure[] {
  const groups = new Map<string, { name: string; yearly: boolean; days: Set<number> }>();
  for (const exception of calendar.exceptions) {
    if (!isClosureDay(exception)) continue;
    const yearly = exception.yearly === true;
    const key = `${yearly} ${exception.name}`;
    const group = groups.get(key) ?? { name: exception.name, yearly, days: new Set() };
    group.days.add(dayNumber(yearly ? inLeapYear(exception.date) : exception.date));
    groups.set(key, group);
  }
  return [...groups.values()]
    .flatMap(({ name, yearly, days }) => runsOf(days, yearly).map((run) => ({ ...run, name, yearly })))
    .sort(inOrder);
}

/** The days of a closure as a calendar keeps them. */
export function closureDays({ from, to, name, yearly }: Closure): readonly CalendarException[] {
  const days = yearly ? yearlyDays(from, to) : daysFrom(from, daysBetween(from, to) + 1);
  return days.map((date) => ({
    date,
    working: false,
    name,
    ...(yearly ? { yearly } : {}),
    source: "closure",
  }));
}

/** The exceptions without the days of a closure; other entries for the same days stay. */
export function withoutClosure(
  exceptions: readonly CalendarException[],
  closure: Closure,
): readonly CalendarException[] {
  const days = new Set(closureDays(closure).map(({ date }) => date));
  return exceptions.filter((exception) => {
    if (!isClosureDay(exception) || exception.name !== closure.name) return true;
    if ((exception.yearly === true) !== closure.yearly) return true;
    return !days.has(closure.yearly ? inLeapYear(exception.date) : exception.date);
  });
}

/** The closure's days of the run that is on or comes next on `today`; its only ones when it does not return. */
export function nextRun(closure: Closure, today: Day): { readonly from: Day; readonly to: Day } {
  if (!closure.yearly) return { from: closure.from, to: closure.to };
  const wraps = inLeapYear(closure.to) < inLeapYear(closure.from);
  for (let year = Number(today.slice(0, 4)) - 1; ; year++) {
    const to = inYear(closure.to, wraps ? year + 1 : year);
    if (to >= today) return { from: inYear(closure.from, year), to };
  }
}

/** How many days of a run are off, and how many of them would be worked but for the closure. */
export function daysLost(
  calendar: WorkCalendar,
  run: { readonly from: Day; readonly to: Day },
): { readonly days: number; readonly workingDays: number } {
  const holidays = new Set(calendar.exceptions.filter((e) => e.source === "holiday").map((e) => e.date));
  const days = daysFrom(run.from, daysBetween(run.from, run.to) + 1);
  const worked = days.filter(
    (day) => calendar.workingWeekdays.includes(weekdayOf(day)) && !holidays.has(day),
  );
  return { days: days.length, workingDays: worked.length };
}

function isClosureDay({ working, source }: CalendarException): boolean {
  return !working && source !== "holiday";
}

/** Runs of days that follow each other; in a year that returns, 31 December is followed by 1 January. */
function runsOf(days: ReadonlySet<number>, yearly: boolean): { from: Day; to: Day }[] {
  const runs: { from: number; to: number }[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && day === run.to + 1) run.to = day;
    else runs.push({ from: day, to: day });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  const endsYear = last?.to === FIRST_OF_YEAR + YEAR_DAYS - 1;
  if (yearly && first && last && first !== last && endsYear && first.from === FIRST_OF_YEAR) {
    last.to = first.to;
    runs.shift();
  }
  return runs.map(({ from, to }) => ({ from: dayFromNumber(from), to: dayFromNumber(to) }));
}

function yearlyDays(from: Day, to: Day): readonly Day[] {
  const start = dayNumber(inLeapYear(from)) - FIRST_OF_YEAR;
  const end = dayNumber(inLeapYear(to)) - FIRST_OF_YEAR;
  const count = ((end - start + YEAR_DAYS) % YEAR_DAYS) + 1;
  return Array.from({ length: count }, (_, index) =>
    dayFromNumber(FIRST_OF_YEAR + ((start + index) % YEAR_DAYS)),
  );
}

function daysFrom(from: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

/** The same day and month in 2000. */
export function inLeapYear(day: Day): Day {
  return `2000${day.slice(4)}`;
}

/** The same day and month in a year; 29 February is 1 March in a year that has none. */
function inYear(day: Day, year: number): Day {
  return dayFromNumber(dayNumber(`${year}${day.slice(4)}`));
}

function inOrder(a: Closure, b: Closure): number {
  if (a.yearly !== b.yearly) return a.yearly ? -1 : 1;
  return a.from < b.from ? -1 : a.from > b.from ? 1 : a.name < b.name ? -1 : 1;
}
