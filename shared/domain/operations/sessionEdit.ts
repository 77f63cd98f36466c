/** How operations change one session. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { AgendaItem, Session } from "#shared/domain/session.ts";
import { stateOf } from "#shared/domain/sessions.ts";
import { changed, gone } from "./context.ts";

export function replaced(session: Session, item: AgendaItem): Session {
  return { ...session, agenda: session.agenda.map((line) => (line.id === item.id ? item : line)) };
}

type Edit = (session: Session) => Result<Session>;

export function edited(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  label: string,
  edit: Edit,
  group: string | null = null,
): Result<Change> {
  const session = plan.sessions.get(id);
  if (!session) return gone("session");
  const to = edit(session);
  if (!to.ok) return to;
  return changed(ctx, label, { updated: [[session, to.value]] }, group);
}

export function withItem(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  itemId: Id,
  label: string,
  edit: (session: Session, item: AgendaItem) => Session,
  group: string | null = null,
): Result<Change> {
  const editing: Edit = (session) => {
    const item = session.agenda.find((line) => line.id === itemId);
    return item ? { ok: true, value: edit(session, item) } : gone("item");
  };
  return edited(plan, ctx, id, label, editing, group);
}

export function whileOpen(plan: Plan, ctx: EditContext, id: Id, label: string, edit: Edit): Result<Change> {
  const session = plan.sessions.get(id);
  if (!session) return gone("session");
  if (stateOf(session) !== "open") return refuse("not-open", "That session is not open. Start it first.");
  return edited(plan, ctx, id, label, edit);
}
