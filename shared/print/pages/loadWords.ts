/** How full somebody's next weeks are, in a sentence. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count, minutesWords } from "#shared/domain/words.ts";
import { loadOf } from "#shared/load/load.ts";
import { totalsOf } from "#shared/load/totals.ts";
import { weekAfter, weekOf } from "#shared/load/weeks.ts";
import { hoursNumber, hoursWords, weekWords } from "#shared/load/words.ts";
import { personName } from "#shared/print/layout/owners.ts";

/** Weeks that are looked ahead. */
export const LOAD_WEEKS = 8;

/** `34 of 40 hours a week over the next 8 weeks; too much in 2 of them, first in the week of 7 Dec.` */
export function loadSentence(plan: Plan, personId: Id, asOf: Day): string {
  const from = weekOf(asOf);
  const row = loadOf(plan, asOf, from, LOAD_WEEKS).byPerson.get(personId);
  if (!row) return "";
  const { hours, overWeeks, firstOver } = totalsOf(row, 0, LOAD_WEEKS);
  const capacity = row.capacity.reduce((sum, week) => sum + week, 0) / LOAD_WEEKS;
  const mean = hours / LOAD_WEEKS;
  const unsized = row.unsized.reduce((most, tasks) => Math.max(most, tasks), 0);
  if (hours === 0 && unsized === 0) return "";
  const over =
    firstOver === null ? "never too much" : overWords(overWeeks, weekWords(weekAfter(from, firstOver), asOf));
  const bare = unsized === 0 ? "" : ` Up to ${count(unsized, "task")} a week without hours come on top.`;
  return `${hoursNumber(mean)} of ${hoursWords(capacity)} a week over the next ${LOAD_WEEKS} weeks; ${over}.${bare}`;
}

function overWords(weeks: number, first: string): string {
  if (weeks === LOAD_WEEKS) return "too much in all of them";
  return weeks === 1 ? `too much in the ${first}` : `too much in ${weeks} of them, first in the ${first}`;
}

/** About how much, to the half hour once it is more than two: `about 15.5 h`. */
export function aboutWords(minutes: number): string {
  if (minutes < 120) return `about ${minutesWords(Math.max(5, Math.round(minutes / 5) * 5))}`;
  return `about ${hoursNumber(minutes / 60)} h`;
}

export interface LoadPoint {
  readonly name: string;
  readonly overWeeks: number;
  readonly words: string;
}

/** Whoever has too much in the weeks ahead, the fullest first. */
export function overloaded(plan: Plan, asOf: Day): readonly LoadPoint[] {
  const from = weekOf(asOf);
  const { byPerson } = loadOf(plan, asOf, from, LOAD_WEEKS);
  return livePeople(plan)
    .flatMap(({ id }) => {
      const row = byPerson.get(id);
      const totals = row ? totalsOf(row, 0, LOAD_WEEKS) : null;
      if (!totals || totals.firstOver === null) return [];
      const { overWeeks, overHours, firstOver } = totals;
      const words = `${hoursWords(overHours)} too much in ${count(overWeeks, "week")}, first in the ${weekWords(weekAfter(from, firstOver), asOf)}`;
      return [{ name: personName(plan, id) ?? "", overWeeks, overHours, words }];
    })
    .sort((a, b) => b.overHours - a.overHours);
}
