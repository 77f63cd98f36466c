/** What a day off is called: the public holiday or closure it belongs to, for instance in a tip on the timeline. */
import type { Day } from "#shared/domain/day.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import { calendarTable } from "./calendar.ts";

const known = new WeakMap<WorkCalendar, ReadonlyMap<string, readonly string[]>>();

/** `Christmas Day, Winter break`; null for days that are worked, for weekends and for days off without a name. */
export function dayOffName(calendar: WorkCalendar, day: Day): string | null {
  let names = known.get(calendar);
  if (!names) {
    names = namesOf(calendar);
    known.set(calendar, names);
  }
  const found = [...(names.get(day) ?? []), ...(names.get(day.slice(4)) ?? [])];
  if (found.length === 0 || calendarTable(calendar).isWorking(day)) return null;
  return [...new Set(found)].join(", ");
}

/** By day, or by `-MM-dd` for what returns every year. */
function namesOf(calendar: WorkCalendar): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { date, yearly, working, name } of calendar.exceptions) {
    if (working || name.trim() === "") continue;
    const key = yearly ? date.slice(4) : date;
    const others = names.get(key);
    if (others) others.push(name);
    else names.set(key, [name]);
  }
  return names;
}
