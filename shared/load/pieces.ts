/**
 * Who has which hours of which task, and on which days. The hours that were estimated are shared among those who do
 * the task in the proportion of their shares; nobody does it: whoever answers for it has them. Without an estimate,
 * each of those who do it gives their share of every working day of theirs, engaged or not, and work that nobody does
 * counts none. Estimated hours lie evenly on the days of the task that the person works, half days counting half; somebody who is away on all of them has them on the task's own days, so that
 * nothing is lost. Groups have no hours of their own, and what is cancelled or in the bin has none.
 */
import { type Day, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { workCalendarOf } from "#shared/domain/workingTime.ts";
import { type WorkingDays, workingDays } from "#shared/schedule/calendar.ts";
import { nobodysDays, type PersonDays, personDays, workedAfter, workedBetween } from "./capacity.ts";
import { type Span, spansOf } from "./spans.ts";

/** Hours of one task that one person has on a run of days. */
export interface Piece {
  readonly task: Task;
  /** Null while nobody has it. */
  readonly personId: Id | null;
  /** Day numbers, both included. */
  readonly first: number;
  readonly last: number;
  readonly lastPart: number;
  /** The days that count. */
  readonly worked: WorkingDays;
  /** Hours of a whole day, or the part of a usual day of the person when `usual` is set. */
  readonly perDay: number;
  readonly usual: PersonDays | null;
  /** Whether anybody has said how much work it is. */
  readonly isSized: boolean;
  readonly isOverdue: boolean;
}

interface Known {
  readonly asOf: number;
  readonly byPerson: ReadonlyMap<Id | null, readonly Piece[]>;
}
const known = new WeakMap<Plan, Known>();

/** The day from which open work is still to be done: the plan's as-of day, or else today. */
export function asOfDay(plan: Plan, today: Day): Day {
  return plan.roadmap.statusDate ?? today;
}

/** All pieces by person; worked out once per state of the plan and day. Linear in the tasks. */
export function piecesOf(plan: Plan, today: Day): ReadonlyMap<Id | null, readonly Piece[]> {
  const asOf = dayNumber(asOfDay(plan, today));
  let found = known.get(plan);
  if (found?.asOf !== asOf) {
    found = { asOf, byPerson: cutUp(plan, asOf) };
    known.set(plan, found);
  }
  return found.byPerson;
}

function cutUp(plan: Plan, asOf: number): ReadonlyMap<Id | null, readonly Piece[]> {
  const byPerson = new Map<Id | null, Piece[]>();
  const daysOf = daysByPerson(plan);
  const byTask = rememberedOf(plan);
  for (const { item, isGroup } of outlineOf(plan).inOrder) {
    if (item.kind !== "task" || isGroup || item.status === "cancelled") continue;
    for (const piece of piecesOfTask(plan, item, asOf, daysOf, byTask)) {
      const own = byPerson.get(piece.personId);
      if (own) own.push(piece);
      else byPerson.set(piece.personId, [piece]);
    }
  }
  return byPerson;
}

type DaysOf = (id: Id | null) => PersonDays;

function daysByPerson(plan: Plan): DaysOf {
  const found = new Map<Id | null, PersonDays>();
  return (id) => {
    let days = found.get(id);
    if (!days) {
      const person = id === null ? undefined : plan.people.get(id);
      days = person ? personDays(plan, person) : nobodysDays(plan);
      found.set(id, days);
    }
    return days;
  };
}

interface KnownOfTask {
  readonly task: Task;
  readonly worked: WorkingDays;
  readonly asOf: number;
  /** Of those who have it, in the order of the parts. */
  readonly days: readonly PersonDays[];
  readonly pieces: readonly Piece[];
}
/** The tasks of the roadmap asked for last: weak keys by the ten thousand would keep the garbage collector busy. */
let remembered: { readonly roadmapId: Id; readonly byTask: Map<Id, KnownOfTask> } | null = null;

function rememberedOf({ roadmap }: Plan): Map<Id, KnownOfTask> {
  if (remembered?.roadmapId !== roadmap.id) remembered = { roadmapId: roadmap.id, byTask: new Map() };
  return remembered.byTask;
}

/** An edit leaves the pieces of all other tasks as they were. */
function piecesOfTask(
  plan: Plan,
  task: Task,
  asOf: number,
  daysOf: DaysOf,
  byTask: Map<Id, KnownOfTask>,
): readonly Piece[] {
  const [only] = task.assignments;
  // One person's task is worked on that person's days: the same calendar, found without a look at who is away.
  const isAlone = only !== undefined && task.assignments.length === 1;
  const worked = isAlone ? daysOf(only.personId).worked : workingDays(workCalendarOf(plan, task));
  const before = byTask.get(task.id);
  const isSame = before?.task === task && before.worked === worked && before.asOf === asOf;
  if (isSame && hasSameDays(task, before.days, daysOf)) return before.pieces;
  const parts = partsOf(plan, task);
  const pieces: Piece[] = [];
  for (const span of spansOf(task, worked, asOf)) {
    for (const part of parts) {
      const piece = cut(task, span, part, daysOf(part.personId), worked);
      if (piece) pieces.push(piece);
    }
  }
  byTask.set(task.id, { task, worked, asOf, days: parts.map(({ personId }) => daysOf(personId)), pieces });
  return pieces;
}

function hasSameDays(task: Task, days: readonly PersonDays[], daysOf: DaysOf): boolean {
  const { assignments, accountableId } = task;
  if (assignments.length === 0) return daysOf(accountableId) === days[0];
  return assignments.every(({ personId }, i) => daysOf(personId) === days[i]);
}

interface PersonPart {
  readonly personId: Id | null;
  /** Of the task's hours (0 to 1). */
  readonly share: number;
  /** Of the person's day; null where no share was set. */
  readonly ofDay: number | null;
}

function partsOf(plan: Plan, { assignments, accountableId }: Task): readonly PersonPart[] {
  const idOf = (id: Id | null): Id | null => (id !== null && plan.people.has(id) ? id : null);
  const [only] = assignments;
  if (!only) return [{ personId: idOf(accountableId), share: 1, ofDay: null }];
  if (assignments.length === 1)
    return [{ personId: idOf(only.personId), share: 1, ofDay: only.allocationPct / 100 }];
  const total = assignments.reduce((sum, { allocationPct }) => sum + allocationPct, 0);
  return assignments.map(({ personId, allocationPct }) => ({
    personId: idOf(personId),
    share: total > 0 ? allocationPct / total : 1 / assignments.length,
    ofDay: allocationPct / 100,
  }));
}

/** Null where there is nothing to count. */
function cut(task: Task, span: Span, part: PersonPart, days: PersonDays, worked: WorkingDays): Piece | null {
  const { personId } = part;
  if (task.effortHours === null) return unestimated(task, span, part, days, worked);
  const hours = task.effortHours * span.share * part.share;
  if (hours === 0) return null;
  const lies = lie(span, days.worked, worked);
  const { first, last, lastPart, isOverdue } = lies;
  const perDay = hours / weightOf(lies);
  const where = lies.worked;
  return {
    task,
    personId,
    first,
    last,
    lastPart,
    worked: where,
    perDay,
    usual: null,
    isSized: true,
    isOverdue,
  };
}

function unestimated(
  task: Task,
  span: Span,
  { personId, ofDay }: PersonPart,
  days: PersonDays,
  worked: WorkingDays,
): Piece | null {
  const { first, last } = span;
  if (ofDay === null) {
    const isEmpty = workedBetween(worked, first, last) === 0;
    return isEmpty ? null : { ...span, worked, task, personId, perDay: 0, usual: null, isSized: false };
  }
  // Their share of no day at all is nothing.
  if (task.durationDays === 0 || workedBetween(days.worked, first, last) === 0) return null;
  const { everyDay } = days;
  const rate = everyDay === null ? { perDay: ofDay, usual: days } : { perDay: ofDay * everyDay, usual: null };
  return { ...span, worked: days.worked, task, personId, ...rate, isSized: true };
}

type Lie = Pick<Piece, "first" | "last" | "lastPart" | "worked" | "isOverdue">;

/** On the person's days, else on the task's, else on the first day after. */
function lie({ first, last, lastPart, isOverdue }: Span, own: WorkingDays, worked: WorkingDays): Lie {
  if (workedBetween(own, first, last) > 0) return { first, last, lastPart, worked: own, isOverdue };
  if (workedBetween(worked, first, last) > 0) return { first, last, lastPart, worked, isOverdue };
  const day = workedAfter(worked, first, 0);
  return { first: day, last: day, lastPart: 1, worked, isOverdue };
}

/** Whole days that count, the last for what it takes. */
function weightOf(lies: Lie): number {
  return weightBetween(lies, lies.first, lies.last);
}

function weightBetween({ worked, first, last, lastPart }: Lie, from: number, to: number): number {
  const [begin, end] = [Math.max(first, from), Math.min(last, to)];
  const count = workedBetween(worked, begin, end);
  if (count === 0 || end < last || workedBetween(worked, last, last) === 0) return count;
  return count - 1 + lastPart;
}

/** Hours of a piece from one day to another, as day numbers. */
export function hoursBetween(piece: Piece, from: number, to: number): number {
  const { usual, perDay, first, last } = piece;
  if (usual === null) return perDay * weightBetween(piece, from, to);
  let hours = 0;
  for (let day = Math.max(first, from); day <= Math.min(last, to); day++)
    hours += usual.usual(day) * weightBetween(piece, day, day);
  return hours * perDay;
}
