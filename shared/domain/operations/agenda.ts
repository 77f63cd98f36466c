/** Going through the agenda of a session, and keeping the time. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { AgendaItem, Session } from "#shared/domain/session.ts";
import type { AgendaLine } from "#shared/domain/sessions.ts";
import { stopped } from "#shared/domain/sessionTime.ts";
import { gone } from "./context.ts";
import { edited, replaced, whileOpen, withItem } from "./sessionEdit.ts";
import { freshItem } from "./sessions.ts";

type AgendaPatch = Partial<Pick<AgendaItem, "name" | "minutes" | "notes">>;

/** Sets name, minutes or notes of an item of the agenda. */
export function editAgendaItem(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  itemId: Id,
  patch: AgendaPatch,
  group: string | null = null,
): Result<Change> {
  const label = patch.notes === undefined ? "Edit agenda" : "Edit notes";
  return withItem(
    plan,
    ctx,
    id,
    itemId,
    label,
    (session, item) => replaced(session, { ...item, ...patch }),
    group,
  );
}

/** Adds something to talk about, before the next date is set. */
export function addAgendaItem(plan: Plan, ctx: EditContext, id: Id, line: AgendaLine): Result<Change> {
  const name = line.name.trim();
  if (name === "") return refuse("no-name", "Say in a few words what to talk about.");
  return edited(plan, ctx, id, "Add to agenda", (session) => {
    const end = session.agenda.findIndex(({ kind }) => kind === "next");
    const at = end < 0 ? session.agenda.length : end;
    const agenda = session.agenda.toSpliced(at, 0, freshItem(ctx, { ...line, name }));
    return { ok: true, value: { ...session, agenda } };
  });
}

export function removeAgendaItem(plan: Plan, ctx: EditContext, id: Id, itemId: Id): Result<Change> {
  return withItem(plan, ctx, id, itemId, "Remove from agenda", (session) => {
    const still = session.running?.itemId === itemId ? { ...session, running: null } : session;
    return { ...still, agenda: still.agenda.filter((item) => item.id !== itemId) };
  });
}

/** Moves an item up (-1) or down (1) the agenda. */
export function nudgeAgendaItem(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  itemId: Id,
  by: -1 | 1,
): Result<Change> {
  return withItem(plan, ctx, id, itemId, "Reorder agenda", (session, item) => {
    const from = session.agenda.indexOf(item);
    const to = from + by;
    if (to < 0 || to >= session.agenda.length) return session;
    return { ...session, agenda: session.agenda.toSpliced(from, 1).toSpliced(to, 0, item) };
  });
}

/** Says that an item is through, or that it is not. Its time stops with it. */
export function tickAgendaItem(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  itemId: Id,
  isDone: boolean,
): Result<Change> {
  return withItem(plan, ctx, id, itemId, isDone ? "Tick item" : "Take back tick", (session) => {
    const still = isDone && session.running?.itemId === itemId ? stopped(session, ctx.now()) : session;
    const item = still.agenda.find((line) => line.id === itemId) as AgendaItem;
    return replaced(still, { ...item, isDone });
  });
}

/** Starts the time of an item; whatever ran before stops. */
export function startItem(plan: Plan, ctx: EditContext, id: Id, itemId: Id): Result<Change> {
  return whileOpen(plan, ctx, id, "Start item", (session) => {
    if (!session.agenda.some((item) => item.id === itemId)) return gone("item");
    if (session.running?.itemId === itemId) return { ok: true, value: session };
    const since = ctx.now();
    return { ok: true, value: { ...stopped(session, since), running: { itemId, since } } };
  });
}

/** Stops the time; `isLeftOut`: what ran since is not counted, for a clock that nobody stopped. */
export function stopItem(plan: Plan, ctx: EditContext, id: Id, isLeftOut = false): Result<Change> {
  return whileOpen(plan, ctx, id, isLeftOut ? "Leave out time" : "Pause", (session) => ({
    ok: true,
    value: isLeftOut ? { ...session, running: null } : stopped(session, ctx.now()),
  }));
}

/** Ticks the present item off and starts the next that is not through; at the end the time stops. */
export function nextItem(plan: Plan, ctx: EditContext, id: Id, presentId: Id | null): Result<Change> {
  return whileOpen(plan, ctx, id, "Next item", (session) => {
    const now = ctx.now();
    const still = stopped(session, now);
    const from = session.running?.itemId ?? presentId;
    const at = still.agenda.findIndex((item) => item.id === from);
    const agenda = still.agenda.map((item, i) => (i === at ? { ...item, isDone: true } : item));
    const next = nextOpenItem(agenda, at);
    return { ok: true, value: { ...still, agenda, running: next ? { itemId: next.id, since: now } : null } };
  });
}

/** The next item after a place in the agenda that is not through, going round to those that were passed over. */
function nextOpenItem(agenda: readonly AgendaItem[], at: number): AgendaItem | null {
  const order = [...agenda.slice(at + 1), ...agenda.slice(0, Math.max(0, at))];
  return order.find(({ isDone }) => !isDone) ?? null;
}

/** The item that is being talked about: the one whose time runs, else the first that is not through, else the last. */
export function presentItem(session: Session): AgendaItem | null {
  const { agenda, running } = session;
  return (
    agenda.find((item) => item.id === running?.itemId) ??
    agenda.find(({ isDone }) => !isDone) ??
    agenda.at(-1) ??
    null
  );
}
