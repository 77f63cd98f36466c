/** Weeks run from Monday to Sunday (ISO 8601-1:2019, 4.3.2), whatever days are worked; a week is named by its Monday. */
import { addDays, type Day, dayNumber, daysBetween, weekdayOf } from "#shared/domain/day.ts";

/** The Monday of the week that a day lies in. */
export function weekOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** The week that begins `count` weeks later; earlier when negative. */
export function weekAfter(week: Day, count = 1): Day {
  return addDays(week, count * 7);
}

/** Weeks from one Monday to another; negative when `to` is earlier. */
export function weeksBetween(from: Day, to: Day): number {
  return Math.round(daysBetween(from, to) / 7);
}

/** Where a day number lies among weeks counted from the Monday `from` (a day number too). */
export function weekIndex(from: number, day: number): number {
  return Math.floor((day - from) / 7);
}

/** First and last day of some weeks, as day numbers. */
export function windowOf(fromWeek: Day, weeks: number): { readonly first: number; readonly last: number } {
  const first = dayNumber(fromWeek);
  return { first, last: first + weeks * 7 - 1 };
}
