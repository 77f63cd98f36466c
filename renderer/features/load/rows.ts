/** What the load shows: the weeks from the first of the plan to a year ahead or its last, and a line per person. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf, planSpan } from "#shared/domain/outline.ts";
import { STANDARD_HOURS_PER_WEEK } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Load, loadOf, type PersonLoad } from "#shared/load/load.ts";
import { type LoadTotals, totalsOf } from "#shared/load/totals.ts";
import { weekAfter, weekOf, weeksBetween } from "#shared/load/weeks.ts";

/** Ten years back and as many ahead: further away there is nothing to act on. */
const FARTHEST = 520;
const AHEAD = 52;

export interface LoadRow {
  readonly id: Id | null;
  readonly name: string;
  readonly load: PersonLoad;
  /** Of the weeks that are looked ahead. */
  readonly totals: LoadTotals;
  /** Hours that fill the height of a bar. */
  readonly scale: number;
}

export interface LoadTable {
  readonly load: Load;
  readonly rows: readonly LoadRow[];
  /** Index of this week. */
  readonly now: number;
}

export function tableOf(plan: Plan, today: Day, horizon: number): LoadTable {
  const week = weekOf(today);
  const span = planSpan(outlineOf(plan));
  const back = span ? Math.max(0, weeksBetween(weekOf(span.start), week)) : 0;
  const ahead = span ? Math.max(AHEAD, weeksBetween(week, weekOf(span.finish)) + 4) : AHEAD;
  const now = Math.min(back, FARTHEST);
  const load = loadOf(plan, today, weekAfter(week, -now), now + Math.min(ahead, FARTHEST) + 1);
  const rows = load.rows.flatMap((row): LoadRow[] => {
    if (row.person === null && !hasAnything(row)) return [];
    const totals = totalsOf(row, now, horizon);
    return [{ id: row.person?.id ?? null, name: nameOf(row), load: row, totals, scale: scaleOf(row) }];
  });
  return { load, rows, now };
}

function nameOf({ person }: PersonLoad): string {
  if (!person) return "Nobody yet";
  const name = person.name.trim() || "Unnamed person";
  return person.deletedAt === null ? name : `${name} (removed)`;
}

function hasAnything({ tasks, routines, unsized }: PersonLoad): boolean {
  return [tasks, routines, unsized].some((hours) => hours.some((value) => value > 0));
}

/** Half as much again as the fullest week there is; nobody's bars are held against a usual week. */
function scaleOf({ capacity }: PersonLoad): number {
  const most = capacity.reduce((a, b) => Math.max(a, b), 0);
  return (most > 0 ? most : STANDARD_HOURS_PER_WEEK) * 1.5;
}

export function weekAtIndex({ load }: LoadTable, index: number): Day {
  return weekAfter(load.fromWeek, index);
}

/** The number a week has in its head: the day of its Monday; with the month where one begins. */
export function weekHead(week: Day): string {
  return formatDay(week, "short").split(" ")[0] ?? "";
}

export interface MonthSpan {
  readonly label: string;
  readonly first: number;
  readonly count: number;
}

/** The months over some weeks; a week belongs to the month of its Monday. */
export function monthsOver(fromWeek: Day, first: number, last: number): readonly MonthSpan[] {
  const months: { label: string; first: number; count: number }[] = [];
  for (let index = first; index <= last; index++) {
    const label = formatDay(weekAfter(fromWeek, index), "monthYear");
    const month = months.at(-1);
    if (month?.label === label) month.count++;
    else months.push({ label, first: index, count: 1 });
  }
  return months;
}
