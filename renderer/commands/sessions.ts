/** What a person can do with sessions. */
import type { UiState } from "#renderer/store/uiStore.ts";
import { type ActionLine, parseAction } from "#shared/domain/actionLine.ts";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import {
  addAgendaItem,
  editAgendaItem,
  nextItem,
  nudgeAgendaItem,
  presentItem,
  removeAgendaItem,
  startItem,
  stopItem,
  tickAgendaItem,
} from "#shared/domain/operations/agenda.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import { type EditOptions, editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import {
  addActions,
  dateAction,
  giveAction,
  takeActionLines,
} from "#shared/domain/operations/sessionActions.ts";
import { type Closing, closeSession } from "#shared/domain/operations/sessionClose.ts";
import {
  moveSession,
  openPlanned,
  openToday,
  planSession,
  reopenSession,
  setRhythm,
  skipSessionDay,
} from "#shared/domain/operations/sessions.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Rhythm } from "#shared/domain/roadmap.ts";
import type { AgendaItem, Session } from "#shared/domain/session.ts";
import {
  type AgendaLine,
  dayOfSession,
  liveSessions,
  openSession,
  sessionName,
  stateOf,
} from "#shared/domain/sessions.ts";
import { count } from "#shared/domain/words.ts";
import type { App } from "./app.ts";
import { showDialog, showView } from "./navigation.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

export function hasOpenSession(app: App): boolean {
  return sessionNow(app) !== null;
}

function planNow(app: App): Plan | null {
  return app.documents.state.getState().plan;
}

function sessionNow(app: App): Session | null {
  const plan = planNow(app);
  return plan && openSession(plan);
}

/** The list, or the page of the session that is open. */
export function showSessions(app: App): void {
  app.ui.setState({ sessionId: null, sessionPart: null });
  showView(app, "sessions");
}

/** The page of a session, or of the one that is open (null). */
export function showSession(
  app: App,
  sessionId: Id | null,
  sessionPart: UiState["sessionPart"] = null,
): void {
  app.ui.setState({ sessionId, sessionPart });
  showView(app, "sessions");
}

export function listSessions(app: App): void {
  app.ui.setState({ sessionId: "list", sessionPart: null });
}

/** Opens what is planned for today or was due before, else a session that nobody planned; shows the one that is open. */
export function startSession(app: App, sessionId?: Id): void {
  const plan = planNow(app);
  if (!plan) return;
  if (openSession(plan)) {
    takeNotes(app);
    return;
  }
  const today = app.context.today();
  const due = liveSessions(plan).find(
    (session) => stateOf(session) === "planned" && dayOfSession(session) <= today,
  );
  const id = sessionId ?? due?.id;
  const change = perform(app, (now, ctx) =>
    id === undefined ? openToday(now, ctx) : openPlanned(now, ctx, id),
  );
  if (change) takeNotes(app);
}

function takeNotes(app: App): void {
  showSession(app, null);
  app.ui.setState({ wantsNotes: true });
}

/** Plans a session for a day and shows it. */
export function planOn(app: App, day: Day): void {
  const added = perform(app, (plan, ctx) => planSession(plan, ctx, day))?.added;
  const id = added?.find(({ kind }) => kind === "session")?.id;
  if (id !== undefined) showSession(app, id);
}

/** Makes a day of the rhythm a session and opens it at once. */
export function startOn(app: App, day: Day): void {
  const added = perform(app, (plan, ctx) => planSession(plan, ctx, day))?.added;
  const id = added?.find(({ kind }) => kind === "session")?.id;
  if (id !== undefined) startSession(app, id);
}

/** Puts a day of the rhythm on another day. */
export function movePlanned(app: App, day: Day, session: Session | null, to: Day): void {
  if (to === day) return;
  perform(app, (plan, ctx) =>
    session ? moveSession(plan, ctx, session.id, to) : movedRhythmDay(plan, ctx, day, to),
  );
}

function movedRhythmDay(...[plan, ctx, day, to]: [...Parameters<typeof planSession>, Day]) {
  const made = planSession(plan, ctx, day);
  if (!made.ok) return made;
  const added = made.value.added.map((row) => (row.kind === "session" ? { ...row, plannedFor: to } : row));
  return { ok: true as const, value: { ...made.value, added, label: "Move session" } };
}

export function skipDay(app: App, day: Day): void {
  if (perform(app, (plan, ctx) => skipSessionDay(plan, ctx, day)))
    notify(app, `No session on ${formatDayNear(day, app.ui.getState().today)}.`, UNDO);
}

export function changeRhythm(app: App, rhythm: Pick<Rhythm, "rule" | "firstDay"> | null): void {
  perform(app, (plan, ctx) => setRhythm(plan, ctx, rhythm));
}

export function removeSession(app: App, session: Session): void {
  if (!perform(app, (plan, ctx) => deleteListed(plan, ctx, session.id))) return;
  listSessions(app);
  notify(app, `${sessionName(session)} moved to the bin.`, UNDO);
}

export function editSession(app: App, id: Id, patch: Patch<"session">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "session", id, patch, options));
}

export function editItem(
  app: App,
  id: Id,
  itemId: Id,
  patch: Partial<Pick<AgendaItem, "name" | "minutes" | "notes">>,
  group?: string,
): void {
  perform(app, (plan, ctx) => editAgendaItem(plan, ctx, id, itemId, patch, group));
}

export function addItem(app: App, id: Id, line: AgendaLine): void {
  perform(app, (plan, ctx) => addAgendaItem(plan, ctx, id, line));
}

export function removeItem(app: App, id: Id, itemId: Id): void {
  if (perform(app, (plan, ctx) => removeAgendaItem(plan, ctx, id, itemId)))
    notify(app, "Taken off the agenda.", UNDO);
}

export function nudgeItem(app: App, id: Id, itemId: Id, by: -1 | 1): void {
  perform(app, (plan, ctx) => nudgeAgendaItem(plan, ctx, id, itemId, by));
}

export function tickItem(app: App, id: Id, itemId: Id, isDone: boolean): void {
  perform(app, (plan, ctx) => tickAgendaItem(plan, ctx, id, itemId, isDone));
}

export function startTime(app: App, id: Id, itemId: Id): void {
  perform(app, (plan, ctx) => startItem(plan, ctx, id, itemId));
}

export function stopTime(app: App, id: Id, isLeftOut = false): void {
  perform(app, (plan, ctx) => stopItem(plan, ctx, id, isLeftOut));
}

/** Ticks off what is talked about, and goes on to what comes next. */
export function goOnToNext(app: App): void {
  const session = sessionNow(app);
  if (!session) return;
  const present = presentItem(session);
  const change = perform(app, (plan, ctx) => nextItem(plan, ctx, session.id, present?.id ?? null));
  if (!change) return;
  app.ui.setState({ sessionPart: null });
  const after = sessionNow(app);
  if (after?.running === null) notify(app, "The agenda is through. Close the session when you are ready.");
}

export function pauseOrGoOn(app: App): void {
  const session = sessionNow(app);
  if (!session) return;
  const { sessionPart } = app.ui.getState();
  const shown = session.agenda.find(({ id }) => id === sessionPart) ?? presentItem(session);
  if (session.running) stopTime(app, session.id);
  else if (shown) startTime(app, session.id, shown.id);
}

export function askToClose(app: App): void {
  const session = sessionNow(app);
  if (session) showDialog(app, { kind: "close-session", sessionId: session.id });
}

/** Returns whether it was closed; a refusal has been told. */
export function close(app: App, id: Id, closing: Closing): boolean {
  if (!perform(app, (plan, ctx) => closeSession(plan, ctx, id, closing))) return false;
  showSession(app, id, "minutes");
  notify(app, "The session is closed and the plan is frozen.", UNDO);
  return true;
}

export function reopen(app: App, id: Id): void {
  if (perform(app, (plan, ctx) => reopenSession(plan, ctx, id))) showSession(app, null);
}

/** Makes a task of `Bo: call the landlord by 3 Dec`. */
export function handOverLine(app: App, sessionId: Id, text: string, parentId: Id | null): boolean {
  const plan = planNow(app);
  if (!plan || text.trim() === "") return false;
  const action = parseAction(plan, text, app.context.today());
  const input = { actions: [action], parentId, byId: app.ui.getState().meId };
  const change = perform(app, (now, ctx) => addActions(now, ctx, sessionId, input));
  if (change) notify(app, actionWords(app, plan, action), UNDO);
  return change !== null;
}

/** Makes tasks of the lines in the notes that begin with `>`. */
export function handOverLines(app: App, sessionId: Id): void {
  const input = { parentId: null, byId: app.ui.getState().meId };
  const change = perform(app, (plan, ctx) => takeActionLines(plan, ctx, sessionId, input));
  const made = change?.added.filter(({ kind }) => kind === "task").length ?? 0;
  if (made > 0) notify(app, `${count(made, "action")} handed over.`, UNDO);
}

function actionWords(app: App, plan: Plan, { toId, dueOn }: ActionLine): string {
  const name = toId === null ? null : plan.people.get(toId)?.name.trim() || "them";
  const when = dueOn === null ? "" : `, by ${formatDayNear(dueOn, app.ui.getState().today)}`;
  return name === null ? `Noted for nobody yet${when}.` : `Handed to ${name}${when}.`;
}

export function giveTo(app: App, sessionId: Id, taskId: Id, toId: Id | null): void {
  const { meId } = app.ui.getState();
  perform(app, (plan, ctx) => giveAction(plan, ctx, sessionId, taskId, toId, meId));
}

export function setDue(app: App, taskId: Id, dueOn: Day | null): void {
  perform(app, (plan, ctx) => dateAction(plan, ctx, taskId, dueOn));
}
