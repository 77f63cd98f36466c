/**
 * Hours per person per week against what they have. All in hours; weeks by their Monday. The rules of counting stand in
 * capacity.ts, spans.ts, pieces.ts and runs.ts, and in docs/decisions.md.
 */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { personDays } from "./capacity.ts";
import { hoursBetween, type Piece, piecesOf } from "./pieces.ts";
import { runDays } from "./runs.ts";
import { weekIndex, windowOf } from "./weeks.ts";

/** Hours of one person, a number per week. */
export interface PersonLoad {
  /** Null for the work that nobody has. */
  readonly person: Person | null;
  readonly capacity: Float64Array;
  readonly routines: Float64Array;
  readonly tasks: Float64Array;
  /** How many tasks of the week nobody has said the hours of. */
  readonly unsized: Uint16Array;
}

export interface Load {
  readonly fromWeek: Day;
  readonly weeks: number;
  /** People in their order, then those in the bin who still have work, then nobody. */
  readonly rows: readonly PersonLoad[];
  readonly byPerson: ReadonlyMap<Id | null, PersonLoad>;
}

export interface WeekLoad {
  readonly capacity: number;
  readonly routines: number;
  readonly tasks: number;
  /** Routines and tasks. */
  readonly hours: number;
  /** Hours beyond the capacity, in half hours; 0 when it fits. */
  readonly over: number;
}

const known = new WeakMap<Plan, Map<string, Load>>();

/** `fromWeek`: any Monday; `today` counts only while the plan has no as-of day. Linear in tasks and runs. */
export function loadOf(plan: Plan, today: Day, fromWeek: Day, weeks: number): Load {
  let loads = known.get(plan);
  if (!loads) {
    loads = new Map();
    known.set(plan, loads);
  }
  const key = `${today} ${fromWeek} ${weeks}`;
  let load = loads.get(key);
  if (!load) {
    load = addUp(plan, today, fromWeek, weeks);
    loads.set(key, load);
  }
  return load;
}

/** One person's week (null: nobody's); all zero for somebody without work and hours. */
export function weekLoadOf(plan: Plan, today: Day, personId: Id | null, week: Day): WeekLoad {
  const row = loadOf(plan, today, week, 1).byPerson.get(personId);
  return row ? weekAt(row, 0) : NOTHING;
}

const NOTHING: WeekLoad = { capacity: 0, routines: 0, tasks: 0, hours: 0, over: 0 };

export function weekAt(row: PersonLoad, week: number): WeekLoad {
  const [capacity, routines, tasks] = [row.capacity, row.routines, row.tasks].map(
    (hours) => hours[week] ?? 0,
  );
  const hours = (routines ?? 0) + (tasks ?? 0);
  const over = hasNobody(row) ? 0 : Math.max(0, halfHours(hours) - halfHours(capacity ?? 0));
  return { capacity: capacity ?? 0, routines: routines ?? 0, tasks: tasks ?? 0, hours, over };
}

/** Work without anybody to do it: it is to be given out, and nobody has too much. Those in the bin do nothing. */
export function hasNobody({ person }: Pick<PersonLoad, "person">): boolean {
  return person === null || person.deletedAt !== null;
}

/** Rounded to half hours, as hours are shown. */
export function halfHours(hours: number): number {
  return Math.round(hours * 2) / 2;
}

function addUp(plan: Plan, today: Day, fromWeek: Day, weeks: number): Load {
  const { first, last } = windowOf(fromWeek, weeks);
  const byPerson = new Map<Id | null, PersonLoad>();
  for (const person of [...plan.people.values()].sort(byBinThenOrder))
    byPerson.set(person.id, emptyRow(person, weeks));
  byPerson.set(null, emptyRow(null, weeks));
  const rowOf = (id: Id | null): PersonLoad => (byPerson.get(id) ?? byPerson.get(null)) as PersonLoad;
  for (const row of byPerson.values()) addCapacity(plan, row, first, last);
  for (const [id, pieces] of piecesOf(plan, today))
    for (const piece of pieces) addPiece(rowOf(id), piece, first, last);
  for (const routine of plan.routines.values()) {
    if (routine.deletedAt !== null) continue;
    const { routines } = rowOf(routine.ownerId);
    for (const day of runDays(routine, first, last))
      add(routines, weekIndex(first, day), routine.minutes / 60);
  }
  for (const [id, row] of byPerson) if (row.person?.deletedAt && !hasWork(row)) byPerson.delete(id);
  return { fromWeek, weeks, rows: [...byPerson.values()], byPerson };
}

function byBinThenOrder(a: Person, b: Person): number {
  return Number(a.deletedAt !== null) - Number(b.deletedAt !== null) || compareOrder(a, b);
}

function emptyRow(person: Person | null, weeks: number): PersonLoad {
  const hours = (): Float64Array => new Float64Array(weeks);
  return { person, capacity: hours(), routines: hours(), tasks: hours(), unsized: new Uint16Array(weeks) };
}

function addCapacity(plan: Plan, { person, capacity }: PersonLoad, first: number, last: number): void {
  if (!person || person.deletedAt !== null) return;
  const { given } = personDays(plan, person);
  for (let day = first; day <= last; day++) add(capacity, weekIndex(first, day), given(day));
}

function addPiece({ tasks, unsized }: PersonLoad, piece: Piece, first: number, last: number): void {
  if (piece.last < first || piece.first > last) return;
  const end = weekIndex(first, Math.min(piece.last, last));
  for (let week = weekIndex(first, Math.max(piece.first, first)); week <= end; week++) {
    const monday = first + week * 7;
    if (piece.isSized) add(tasks, week, hoursBetween(piece, monday, monday + 6));
    else unsized[week] = (unsized[week] ?? 0) + 1;
  }
}

function add(hours: Float64Array, week: number, more: number): void {
  hours[week] = (hours[week] ?? 0) + more;
}

function hasWork({ tasks, routines, unsized }: PersonLoad): boolean {
  return [tasks, routines, unsized].some((weeks) => weeks.some((value) => value > 0));
}
