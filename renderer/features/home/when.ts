import { dayOfInstant, daysBetween, formatDay } from "#shared/domain/day.ts";

/** When something was last edited, as people say it. `instant` is ISO 8601. */
export function agoWords(instant: string, now: Date): string {
  const then = new Date(instant);
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < 2) return "Edited just now";
  if (minutes < 60) return `Edited ${minutes} minutes ago`;
  const days = daysBetween(dayOfInstant(then), dayOfInstant(now));
  if (days <= 0) return "Edited today";
  if (days === 1) return "Edited yesterday";
  if (days < 7) return `Edited ${days} days ago`;
  return `Edited ${formatDay(dayOfInstant(then))}`;
}
