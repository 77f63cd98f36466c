/** Dates in few characters, for columns on paper. */
import { type Day, formatDay } from "#shared/domain/day.ts";

/** Where a date stands alone: `4 Mar – 9 Apr 2027`, `4 Dec ’27 – 9 Jan ’28`, `4 Mar 2027`; a dash without dates. */
export function shortSpan(start: Day | null, finish: Day | null): string {
  if (start === null || finish === null) return "–";
  if (start === finish) return formatDay(start);
  if (start.slice(0, 4) === finish.slice(0, 4)) return `${formatDay(start, "short")} – ${formatDay(finish)}`;
  return `${withShortYear(start)} – ${withShortYear(finish)}`;
}

/** Where there is room: `4 Mar – 9 Apr 2027`, `4 Dec 2027 – 9 Jan 2028`, `4 Mar 2027`. */
export function spanWords(start: Day, finish: Day | null): string {
  if (finish === null || start === finish) return formatDay(start);
  const isOneYear = start.slice(0, 4) === finish.slice(0, 4);
  return `${isOneYear ? formatDay(start, "short") : formatDay(start)} – ${formatDay(finish)}`;
}

/**
 * On a sheet whose window is named at its head: `2 – 17 Jun`, `25 Jul – 7 Aug`, and with the year, where the
 * window is so long that a month comes twice, `2 – 17 Jun ’27`.
 */
export function spanOnSheet(start: Day | null, finish: Day | null, withYear: boolean): string {
  if (start === null || finish === null) return "–";
  const end = withYear ? withShortYear(finish) : formatDay(finish, "short");
  if (start === finish) return end;
  if (start.slice(0, 7) === finish.slice(0, 7)) return `${Number(start.slice(8))} – ${end}`;
  const sameYear = start.slice(0, 4) === finish.slice(0, 4);
  return `${withYear && !sameYear ? withShortYear(start) : formatDay(start, "short")} – ${end}`;
}

function withShortYear(day: Day): string {
  return `${formatDay(day, "short")} ’${day.slice(2, 4)}`;
}
