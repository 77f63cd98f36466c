/** Somebody's days off, as they are listed and as they lie across their work. */
import { type Day, daysBetween, formatSpan } from "./day.ts";
import type { Id } from "./fields.ts";
import { listOf } from "./people.ts";
import type { Absence, Person } from "./person.ts";
import type { Plan } from "./plan.ts";
import { isFinished } from "./standing.ts";

export interface AbsenceLists {
  /** Today's and those to come, the next one first. */
  readonly upcoming: readonly Absence[];
  /** The latest one first. */
  readonly past: readonly Absence[];
}

export function absencesOf(person: Person, today: Day): AbsenceLists {
  const sorted = [...person.daysOff].sort(byFirstDay);
  return {
    upcoming: sorted.filter(({ to }) => to >= today),
    past: sorted.filter(({ to }) => to < today).reverse(),
  };
}

export function byFirstDay(a: Absence, b: Absence): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}

/** The absence that today lies in, else the next one within `days` calendar days; null when there is none. */
export function absenceNear(person: Person, today: Day, days: number): Absence | null {
  const next = absencesOf(person, today).upcoming[0];
  return next && daysBetween(today, next.from) <= days ? next : null;
}

/** `Holiday (10 Feb – 12 Feb 2027)`, or only the days of an absence without a name. */
export function absenceWords({ name, from, to }: Absence): string {
  const days = formatSpan(from, to);
  return name.trim() === "" ? days : `${name.trim()} (${days})`;
}

/** The first absence of somebody that lies across a span of days. */
export function absenceAcross(person: Person, start: Day | null, finish: Day | null): Absence | null {
  if (start === null || finish === null) return null;
  return person.daysOff.find(({ from, to }) => from <= finish && to >= start) ?? null;
}

/** How many open tasks that somebody does lie on some of these days. */
export function tasksDuring(plan: Plan, personId: Id, { from, to }: Pick<Absence, "from" | "to">): number {
  return listOf(plan, personId).does.filter(
    (node) =>
      !node.isGroup &&
      !isFinished(node) &&
      node.start !== null &&
      node.finish !== null &&
      node.start <= to &&
      node.finish >= from,
  ).length;
}
