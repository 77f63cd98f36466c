/** Planning sessions, how often they are, opening them and opening them again. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { checkInLines } from "#shared/domain/checkIn.ts";
import { type Day, isDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { Rhythm, Roadmap } from "#shared/domain/roadmap.ts";
import { type AgendaItem, createSession, type Session } from "#shared/domain/session.ts";
import {
  type AgendaLine,
  dayOfSession,
  isRhythmDay,
  isSameItem,
  lastClosed,
  liveSessions,
  notReached,
  openSession,
  stateOf,
  USUAL_AGENDA,
} from "#shared/domain/sessions.ts";
import { isBlank } from "#shared/domain/words.ts";
import { recurrenceOf } from "#shared/routines/due.ts";
import { nextOnOrAfter } from "#shared/routines/recurrence.ts";
import { parseRule, ruleText } from "#shared/routines/rule.ts";
import { changed, gone } from "./context.ts";
import { edited } from "./sessionEdit.ts";

const NO_DAY = "That is not a date between the years 1900 and 2199.";

/** The agenda that a new session starts with: that of the session planned or held last, else the usual one. */
function agendaTemplate(plan: Plan): readonly AgendaLine[] {
  const last = liveSessions(plan).findLast(({ agenda }) => agenda.length > 0);
  if (!last) return USUAL_AGENDA;
  // What was only there because it was left over, or to be talked about once, is no part of the pattern.
  const lines = last.agenda.filter((item) => item.kind !== "own" || !item.isCarriedOver);
  return lines.map(({ kind, name, minutes }) => ({ kind, name, minutes }));
}

/** A session for a day, not yet in the plan; with what was left over when no session was planned at the last closing. */
function freshSession(plan: Plan, ctx: EditContext, day: Day): Session {
  const session = blankSession(plan, ctx, day);
  const last = lastClosed(plan);
  return last && last.nextOn === null ? carriedInto(ctx, session, notReached(last)) : session;
}

/** The same without what was left over. */
export function blankSession(plan: Plan, ctx: EditContext, day: Day): Session {
  const agenda = agendaTemplate(plan).map((line) => freshItem(ctx, line));
  const attendeeIds = usualAttendees(plan);
  return createSession({ id: ctx.newId(), roadmapId: plan.roadmap.id, plannedFor: day, attendeeIds, agenda });
}

function usualAttendees(plan: Plan): Id[] {
  const before = liveSessions(plan).at(-1)?.attendeeIds;
  const { ceoId, cooId } = plan.roadmap;
  return (before ?? [ceoId, cooId]).flatMap((id) =>
    id !== null && plan.people.get(id)?.deletedAt === null ? [id] : [],
  );
}

export function freshItem(ctx: EditContext, line: AgendaLine & Partial<AgendaItem>): AgendaItem {
  return { spentSeconds: 0, isDone: false, notes: "", isCarriedOver: false, ...line, id: ctx.newId() };
}

/**
 * What was not reached joins an agenda: an item that is there already is marked, anything else is added before the next
 * date is set. What was noted on it stays in the minutes of its session; asked twice, nothing is added twice.
 */
export function carriedInto(ctx: EditContext, session: Session, left: readonly AgendaItem[]): Session {
  let agenda = [...session.agenda];
  for (const item of left) {
    const at = agenda.findIndex((other) => isSameItem(other, item));
    const known = agenda[at];
    if (known) agenda[at] = { ...known, isCarriedOver: true };
    else {
      const end = agenda.findIndex(({ kind }) => kind === "next");
      const { kind, name, minutes } = item;
      const fresh = freshItem(ctx, { kind, name, minutes, isCarriedOver: true });
      agenda = agenda.toSpliced(end < 0 ? agenda.length : end, 0, fresh);
    }
  }
  return { ...session, agenda };
}

/** Plans a session; it is the change's only added row. A day of the rhythm is then no longer given by it. */
export function planSession(plan: Plan, ctx: EditContext, day: Day): Result<Change> {
  if (!isDay(day)) return refuse("no-day", NO_DAY);
  const added = [freshSession(plan, ctx, day)];
  return changed(ctx, "Plan session", { added, updated: withoutDay(plan.roadmap, day) });
}

export function withoutDay(roadmap: Roadmap, day: Day): [Roadmap, Roadmap][] {
  const rhythm = roadmap.sessionRhythm;
  if (!rhythm || rhythm.skipped.includes(day) || !isRhythmDay(rhythm, day)) return [];
  const skipped = [...rhythm.skipped, day].sort();
  return [[roadmap, { ...roadmap, sessionRhythm: { ...rhythm, skipped } }]];
}

/** Leaves out a day that the rhythm gives. */
export function skipSessionDay(plan: Plan, ctx: EditContext, day: Day): Result<Change> {
  return changed(ctx, "Skip session", { updated: withoutDay(plan.roadmap, day) });
}

/** How often the pair meets, from a day on; null: no rhythm. What was left out of the rhythm before is forgotten. */
export function setRhythm(
  plan: Plan,
  ctx: EditContext,
  rhythm: Pick<Rhythm, "rule" | "firstDay"> | null,
): Result<Change> {
  const { roadmap } = plan;
  const label = "Change rhythm of sessions";
  if (rhythm === null)
    return changed(ctx, label, { updated: [[roadmap, { ...roadmap, sessionRhythm: null }]] });
  const rule = parseRule(rhythm.rule);
  if (!rule.ok) return rule;
  if (!isDay(rhythm.firstDay)) return refuse("no-day", NO_DAY);
  const recurrence = recurrenceOf({ rule: ruleText(rule.value), firstRun: rhythm.firstDay });
  const firstDay = recurrence && nextOnOrAfter(recurrence, rhythm.firstDay);
  if (!firstDay) return refuse("never", "That rule gives no day. Choose another one.");
  const given = { rule: ruleText(rule.value), firstDay, skipped: [] };
  const made = liveSessions(plan)
    .filter((session) => stateOf(session) === "planned")
    .map(dayOfSession);
  const skipped = [...new Set(made)].filter((day) => isRhythmDay(given, day)).sort();
  const sessionRhythm = { ...given, skipped };
  return changed(ctx, label, { updated: [[roadmap, { ...roadmap, sessionRhythm }]] });
}

/** Puts a planned session on another day. */
export function moveSession(plan: Plan, ctx: EditContext, id: Id, day: Day): Result<Change> {
  if (!isDay(day)) return refuse("no-day", NO_DAY);
  return edited(plan, ctx, id, "Move session", (session) => {
    if (stateOf(session) !== "planned") return refuse("begun", "A session that has begun keeps its day.");
    return { ok: true, value: { ...session, plannedFor: day } };
  });
}

/** Opens a planned session and starts its first item. Only one is open at a time. */
export function openPlanned(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const session = plan.sessions.get(id);
  if (!session || session.deletedAt !== null) return gone("session");
  const problem = openingProblem(plan, session);
  if (problem) return problem;
  return changed(ctx, "Start session", { updated: [[session, opened(plan, ctx, session)]] });
}

/** Plans a session for today and opens it, as one step. */
export function openToday(plan: Plan, ctx: EditContext): Result<Change> {
  if (openSession(plan)) return oneIsOpen();
  const today = ctx.today();
  const added = [opened(plan, ctx, freshSession(plan, ctx, today))];
  return changed(ctx, "Start session", { added, updated: withoutDay(plan.roadmap, today) });
}

function openingProblem(plan: Plan, session: Session): Result<never> | null {
  if (stateOf(session) === "closed") return refuse("closed", "That session is closed. Reopen it instead.");
  return openSession(plan) ? oneIsOpen() : null;
}

function oneIsOpen(): Result<never> {
  return refuse("one-open", "A session is open already. Close it first.");
}

function opened(plan: Plan, ctx: EditContext, session: Session): Session {
  const first = session.agenda.find(({ isDone }) => !isDone);
  const openedAt = ctx.now();
  const agenda = session.agenda.map((item) =>
    item.kind === "check-in" && isBlank(item.notes)
      ? { ...item, notes: checkInLines(plan, session.attendeeIds) }
      : item,
  );
  return { ...session, agenda, openedAt, running: first ? { itemId: first.id, since: openedAt } : null };
}

/** Opens the session closed last again; what was frozen and planned at its closing stays. */
export function reopenSession(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  if (openSession(plan)) return oneIsOpen();
  if (lastClosed(plan)?.id !== id)
    return refuse("not-last", "Only the session that was closed last can be opened again.");
  return edited(plan, ctx, id, "Reopen session", (session) => ({
    ok: true,
    value: { ...session, closedAt: null },
  }));
}
