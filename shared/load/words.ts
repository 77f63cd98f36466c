/** Load in words: hours to the half hour, as people say them. */
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import { count } from "#shared/domain/words.ts";
import { halfHours, type WeekLoad } from "./load.ts";

/** `40`, `12.5`. */
export function hoursNumber(hours: number): string {
  return halfHours(hours).toLocaleString("en", { maximumFractionDigits: 1 });
}

/** `1 hour`, `12.5 hours`. */
export function hoursWords(hours: number): string {
  return `${hoursNumber(hours)} ${halfHours(hours) === 1 ? "hour" : "hours"}`;
}

/** `52 of 40 hours, 12 h over`; `7 hours` of what nobody has. */
export function weekLoadWords({ hours, capacity, over }: WeekLoad, isNobody = false): string {
  if (isNobody) return hoursWords(hours);
  if (halfHours(capacity) === 0)
    return hours > 0 ? `${hoursWords(hours)}, and none to give` : "no hours to give";
  const words = `${hoursNumber(hours)} of ${hoursWords(capacity)}`;
  return over > 0 ? `${words}, ${hoursNumber(over)} h over` : words;
}

/** `week of 7 Dec`. */
export function weekWords(week: Day, today: Day): string {
  return `week of ${formatDayNear(week, today)}`;
}

/** `2 tasks without hours`, or nothing. */
export function unsizedWords(tasks: number): string {
  return tasks === 0 ? "" : `${count(tasks, "task")} without hours`;
}

/** `38 → 44 of 40`: what an edit makes of a week. */
export function effectWords(before: WeekLoad, after: WeekLoad): string {
  return `${hoursNumber(before.hours)} → ${hoursNumber(after.hours)} of ${hoursNumber(after.capacity)}`;
}
