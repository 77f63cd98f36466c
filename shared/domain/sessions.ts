/** Sessions as they stand: which is open, which come next, what was carried over, what each brought about. */
import { recurrenceOf } from "#shared/routines/due.ts";
import { daysFrom } from "#shared/routines/recurrence.ts";
import { addDays, type Day, dayOfInstant, daysBetween, formatDay } from "./day.ts";
import type { Decision } from "./decision.ts";
import type { Id } from "./fields.ts";
import type { GateDecision } from "./gate.ts";
import type { Issue } from "./issue.ts";
import { compareOrder, type OutlineNode, outlineOf } from "./outline.ts";
import type { Plan } from "./plan.ts";
import type { Rhythm } from "./roadmap.ts";
import type { AgendaItem, Session } from "./session.ts";
import { isBlank } from "./words.ts";

export type AgendaLine = Pick<AgendaItem, "kind" | "name" | "minutes">;

/** What a first session goes through, an hour in all. */
export const USUAL_AGENDA: readonly AgendaLine[] = [
  { kind: "check-in", name: "Check-in", minutes: 5 },
  { kind: "changes", name: "What changed", minutes: 10 },
  { kind: "gates", name: "Gates", minutes: 5 },
  { kind: "overdue", name: "Overdue and waiting on", minutes: 10 },
  { kind: "issues", name: "Issues to solve", minutes: 20 },
  { kind: "decisions", name: "Decisions", minutes: 5 },
  { kind: "next", name: "Next date", minutes: 5 },
];

/** Days after which a pair without a rhythm is asked to meet again. */
const TWO_WEEKS = 14;

export type SessionState = "planned" | "open" | "closed";

export function stateOf({ openedAt, closedAt }: Session): SessionState {
  if (closedAt !== null) return "closed";
  return openedAt === null ? "planned" : "open";
}

/** Sessions that are not in the bin, the earliest first; those of one day in the order in which they were opened. */
export function liveSessions(plan: Plan): readonly Session[] {
  return [...plan.sessions.values()].filter(({ deletedAt }) => deletedAt === null).sort(bySequence);
}

function bySequence(a: Session, b: Session): number {
  const key = ({ openedAt, plannedFor, id }: Session): string =>
    `${openedAt === null ? `${plannedFor}T~` : `${dayOfInstant(new Date(openedAt))}T${openedAt}`} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}

/** The session that is going on, or null. A merged plan may have several: the one opened last counts. */
export function openSession(plan: Plan): Session | null {
  if (plan.sessions.size === 0) return null;
  return liveSessions(plan).findLast((session) => stateOf(session) === "open") ?? null;
}

/** The session closed last, or null. */
export function lastClosed(plan: Plan): Session | null {
  let last: Session | null = null;
  for (const session of plan.sessions.values()) {
    if (session.deletedAt !== null || session.closedAt === null) continue;
    if (last?.closedAt == null || session.closedAt > last.closedAt) last = session;
  }
  return last;
}

/** The session closed last before that one was opened, or before now while it is planned. */
export function sessionBefore(plan: Plan, { id, openedAt }: Session): Session | null {
  let last: Session | null = null;
  for (const other of plan.sessions.values()) {
    if (other.id === id || other.deletedAt !== null || other.closedAt === null) continue;
    if (openedAt !== null && other.closedAt > openedAt) continue;
    if (last?.closedAt == null || other.closedAt > last.closedAt) last = other;
  }
  return last;
}

/** A session of its own, or a day that the rhythm gives and nobody has made one of yet. */
export type Planned =
  | { readonly day: Day; readonly session: Session }
  | { readonly day: Day; readonly session: null };

/** What is planned, the next on top; up to `ahead` days of the rhythm from `today` on are among it. */
export function plannedSessions(plan: Plan, today: Day, ahead: number): readonly Planned[] {
  const real = liveSessions(plan).filter((session) => stateOf(session) === "planned");
  const lines: Planned[] = [
    ...real.map((session): Planned => ({ day: session.plannedFor, session })),
    ...rhythmDays(plan, today, ahead).map((day): Planned => ({ day, session: null })),
  ];
  return lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Days of the rhythm from `from` on that are neither left out nor taken by a session. */
function rhythmDays(plan: Plan, from: Day, most: number): readonly Day[] {
  const rhythm = plan.roadmap.sessionRhythm;
  const recurrence = rhythm && recurrenceOf({ rule: rhythm.rule, firstRun: rhythm.firstDay });
  if (!rhythm || !recurrence) return [];
  const taken = new Set<Day>(rhythm.skipped);
  for (const session of liveSessions(plan)) taken.add(dayOfSession(session));
  const days: Day[] = [];
  for (const day of daysFrom(recurrence, from)) {
    if (days.length >= most) break;
    if (!taken.has(day)) days.push(day);
  }
  return days;
}

/** Whether the rhythm gives that day, left out or not. */
export function isRhythmDay({ rule, firstDay }: Rhythm, day: Day): boolean {
  const recurrence = recurrenceOf({ rule, firstRun: firstDay });
  if (!recurrence) return false;
  for (const found of daysFrom(recurrence, day)) return found === day;
  return false;
}

/** The day on which it is or was held. */
export function dayOfSession({ openedAt, plannedFor }: Session): Day {
  return openedAt === null ? plannedFor : dayOfInstant(new Date(openedAt));
}

/** `Session of 3 Dec 2026`, or the name it was given. */
export function sessionName(session: Session): string {
  return isBlank(session.name) ? `Session of ${formatDay(dayOfSession(session))}` : session.name.trim();
}

/** When the pair should meet again: what is planned after that day, else the rhythm, else as far on as they met last. */
export function proposedNext(plan: Plan, session: Session, today: Day): Day {
  if (session.nextOn !== null && session.nextOn > today) return session.nextOn;
  const [next] = plannedSessions(plan, addDays(today, 1), 1).filter(
    (planned) => planned.day > today && planned.session?.id !== session.id,
  );
  return next?.day ?? addDays(today, usualGap(plan, session));
}

/** As many weeks as lay between this session and the one before, up to a quarter; two after the first. */
function usualGap(plan: Plan, session: Session): number {
  const before = sessionBefore(plan, session);
  if (!before || session.openedAt === null) return TWO_WEEKS;
  const weeks = Math.round(daysBetween(dayOfSession(before), dayOfSession(session)) / 7);
  return 7 * Math.min(13, Math.max(1, weeks));
}

/** What was not reached and would not come up again by itself, as every other kind of item does in each session. */
export function notReached({ agenda }: Session): readonly AgendaItem[] {
  return agenda.filter(({ kind, isDone }) => kind === "own" && !isDone);
}

/** What was noted on an item in the sessions that it was carried over from, the latest first. */
export function earlierNotes(
  plan: Plan,
  session: Session,
  item: AgendaItem,
): readonly { readonly session: Session; readonly notes: string }[] {
  const found: { readonly session: Session; readonly notes: string }[] = [];
  let isCarriedOver = item.isCarriedOver;
  for (let from = session; isCarriedOver; ) {
    const before = sessionBefore(plan, from);
    const same = before?.agenda.find((other) => isSameItem(other, item));
    if (!before || !same) break;
    if (!isBlank(same.notes)) found.push({ session: before, notes: same.notes.trim() });
    isCarriedOver = same.isCarriedOver;
    from = before;
  }
  return found;
}

export function isSameItem(a: AgendaItem, b: AgendaItem): boolean {
  return a.kind === b.kind && (a.kind !== "own" || a.name.trim() === b.name.trim());
}

/** What came about in a session, to be counted and printed. */
export interface SessionYield {
  readonly decisions: readonly Decision[];
  /** Issues that came up in it, by their rank. */
  readonly raised: readonly Issue[];
  /** What was decided at gates. */
  readonly gates: readonly GateDecision[];
  /** Solved while it was open, by their days. */
  readonly solved: readonly Issue[];
  readonly tasks: readonly OutlineNode[];
}

export function sessionYield(plan: Plan, session: Session, today: Day): SessionYield {
  const { byId } = outlineOf(plan);
  return {
    decisions: [...plan.decisions.values()]
      .filter(({ sessionId, deletedAt }) => sessionId === session.id && deletedAt === null)
      .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
    gates: [...plan.gateDecisions.values()]
      .filter(({ sessionId }) => sessionId === session.id)
      .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
    raised: [...plan.issues.values()]
      .filter(({ sessionId, deletedAt }) => sessionId === session.id && deletedAt === null)
      .sort(compareOrder),
    solved: solvedIn(plan, session, today),
    tasks: session.taskIds.flatMap((id) => byId.get(id) ?? []),
  };
}

function solvedIn(plan: Plan, { openedAt, closedAt }: Session, today: Day): readonly Issue[] {
  if (openedAt === null) return [];
  const from = dayOfInstant(new Date(openedAt));
  const to = closedAt === null ? today : dayOfInstant(new Date(closedAt));
  return [...plan.issues.values()].filter(
    ({ state, settledOn, deletedAt }) =>
      state === "solved" && deletedAt === null && settledOn !== null && settledOn >= from && settledOn <= to,
  );
}

/** The session's id that edits made now belong to. */
export function sessionIdOf(plan: Plan | null): Id | null {
  return plan && (openSession(plan)?.id ?? null);
}
