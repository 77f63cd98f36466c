/** Which days of the week are worked, as the durations of a table tell. */
import { type Day, weekdayOf } from "#shared/domain/day.ts";
import { STANDARD_CALENDAR, type WorkCalendar } from "#shared/domain/roadmap.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";

export interface TimedRow {
  readonly start: Day;
  readonly finish: Day;
  readonly durationDays: number;
}

/** Usual weeks: Monday to Friday, to Saturday, Sunday to Thursday, Tuesday to Saturday and to Sunday, every day. */
const WEEKS: readonly (readonly number[])[] = [
  STANDARD_CALENDAR.workingWeekdays,
  [1, 2, 3, 4, 5, 6],
  [0, 1, 2, 3, 4],
  [2, 3, 4, 5, 6],
  [0, 2, 3, 4, 5, 6],
  [0, 1, 2, 3, 4, 5, 6],
];

export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** The week in which most rows take as long as they say; of several the first, and Monday to Friday without any. */
export function weekOf(rows: readonly TimedRow[]): WorkCalendar {
  const seen = [
    ...new Set(rows.flatMap(({ start, finish }) => [weekdayOf(start), weekdayOf(finish)])),
  ].sort();
  let best: WorkCalendar = STANDARD_CALENDAR;
  let most = -1;
  for (const workingWeekdays of seen.length > 0 ? [...WEEKS, seen] : []) {
    const calendar = { ...STANDARD_CALENDAR, workingWeekdays };
    const table = calendarTable(calendar);
    const fits = rows.filter(
      ({ start, finish, durationDays }) => table.finishOf(start, durationDays) === finish,
    );
    if (fits.length <= most) continue;
    most = fits.length;
    best = workingWeekdays === STANDARD_CALENDAR.workingWeekdays ? STANDARD_CALENDAR : calendar;
  }
  return best;
}
