/** What somebody is to do by when, said in a session: tasks from the moment it is said, so that none is lost. */
import { type ActionLine, actionLinesIn, parseAction, withLinesTaken } from "#shared/domain/actionLine.ts";
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { type Handover, USUAL_LEVEL } from "#shared/domain/handover.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { Session } from "#shared/domain/session.ts";
import { openSession } from "#shared/domain/sessions.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { createTask, type Task } from "#shared/domain/task.ts";
import { finishOf, startOf } from "#shared/domain/taskDates.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { type CalendarTable, calendarTable } from "#shared/schedule/calendar.ts";
import { changed, gone } from "./context.ts";
import { usualFollowUp } from "./delegate.ts";
import { editEntity } from "./edit.ts";
import { DEFAULT_TASK_DAYS, keysAfter } from "./place.ts";
import { withRoom } from "./room.ts";

export interface ActionsInput {
  readonly actions: readonly ActionLine[];
  /** The milestone or stage they go under; null: the next one ahead. */
  readonly parentId: Id | null;
  /** Who hands them over, if they said who they are; otherwise the CEO does, and the COO what goes to the CEO. */
  readonly byId: Id | null;
}

/** Where work said in a session goes: under the next milestone ahead, else the first stage that is not over. */
export function homeOfActions(plan: Plan, today: Day): OutlineNode | null {
  const { inOrder, stages } = outlineOf(plan);
  let next: OutlineNode | null = null;
  for (const node of inOrder) {
    if (node.item.kind !== "milestone" || isFinished(node) || node.finish === null || node.finish < today)
      continue;
    if (next?.finish == null || node.finish < next.finish) next = node;
  }
  return next ?? stages.find((stage) => !isFinished(stage)) ?? stages.at(-1) ?? null;
}

/** Makes tasks of actions and lists them in the session, as one change. */
export function addActions(plan: Plan, ctx: EditContext, sessionId: Id, input: ActionsInput): Result<Change> {
  const session = plan.sessions.get(sessionId);
  if (!session) return gone("session");
  const { actions } = input;
  if (actions.length === 0 || actions.some(({ text }) => text.trim() === ""))
    return refuse("no-text", "Say in a few words what is to be done.");
  const made = tasksOf(plan, ctx, session, input);
  if (!made.ok) return made;
  const taskIds = [...session.taskIds, ...made.value.map(({ id }) => id)];
  const label = actions.length === 1 ? "Hand over action" : `Hand over ${actions.length} actions`;
  return changed(
    ctx,
    label,
    withRoom(plan, { added: made.value, updated: [[session, { ...session, taskIds }]] }),
  );
}

function tasksOf(
  plan: Plan,
  ctx: EditContext,
  session: Session,
  input: ActionsInput,
): Result<readonly Task[]> {
  const { byId } = outlineOf(plan);
  const home = (input.parentId && byId.get(input.parentId)) || homeOfActions(plan, ctx.today());
  if (!home) return refuse("no-stage", "Add a stage to the plan first: the work needs a place to go to.");
  const keys = keysAfter(home.children, home.children.at(-1)?.item.id ?? null, input.actions.length);
  const tasks = input.actions.map((action, i) =>
    taskOf(plan, ctx, session, action, input.byId, {
      id: ctx.newId(),
      roadmapId: plan.roadmap.id,
      parentId: home.item.id,
      order: keys[i] as string,
    }),
  );
  return { ok: true, value: tasks };
}

function taskOf(
  plan: Plan,
  ctx: EditContext,
  session: Session,
  { text, toId, dueOn }: ActionLine,
  sayer: Id | null,
  place: Pick<Task, "id" | "roadmapId" | "parentId" | "order">,
): Task {
  const calendar = calendarTable(plan.roadmap.calendar);
  const start = calendar.onOrAfter(ctx.today());
  const durationDays = dueOn === null ? DEFAULT_TASK_DAYS : daysUntil(calendar, start, dueOn);
  const name = cutText(text.trim(), MAX_NAME);
  const given = handedTo(plan, ctx, session, toId, sayer, dueOn);
  return createTask({ ...place, name, start, durationDays, deadline: dueOn, ...given });
}

/** Whoever is in the room takes it on the spot; anybody else is still to answer. */
function handedTo(
  plan: Plan,
  ctx: EditContext,
  { attendeeIds }: Session,
  toId: Id | null,
  sayer: Id | null,
  dueOn: Day | null,
): Partial<Task> {
  if (toId === null) return {};
  const { ceoId, cooId } = plan.roadmap;
  const here = (id: Id | null): id is Id => id !== null && plan.people.get(id)?.deletedAt === null;
  const byId = [sayer, ceoId, cooId].filter(here).find((id) => id !== toId);
  if (byId === undefined || sayer === toId) return { accountableId: toId };
  const isHere = attendeeIds.includes(toId);
  const on = ctx.today();
  const handover: Handover = {
    byId,
    toId,
    level: USUAL_LEVEL,
    on,
    state: isHere ? "acknowledged" : "handed",
    reason: "",
    followUpOn: dueOn ?? usualFollowUp(plan, on),
  };
  return { accountableId: isHere ? toId : byId, handovers: [handover] };
}

/** Gives a task of the session to somebody else, or to nobody. */
export function giveAction(
  plan: Plan,
  ctx: EditContext,
  sessionId: Id,
  taskId: Id,
  toId: Id | null,
  byId: Id | null,
): Result<Change> {
  const [session, task] = [plan.sessions.get(sessionId), plan.tasks.get(taskId)];
  if (!session || !task) return gone(session ? "task" : "session");
  const given = {
    accountableId: null,
    handovers: [],
    ...handedTo(plan, ctx, session, toId, byId, task.deadline),
  };
  return editEntity(plan, ctx, "task", taskId, given, { label: "Give action" });
}

/** Sets by when a task of the session is to be done. One that was as long as its date said stays so. */
export function dateAction(plan: Plan, ctx: EditContext, taskId: Id, dueOn: Day | null): Result<Change> {
  const task = plan.tasks.get(taskId);
  if (!task) return gone("task");
  const calendar = calendarFor(plan, task);
  const isFitted =
    task.deadline === null
      ? task.durationDays === DEFAULT_TASK_DAYS
      : finishOf(task, calendar) === task.deadline;
  const lasts = dueOn !== null && isFitted ? { durationDays: daysUntil(calendar, startOf(task), dueOn) } : {};
  return editEntity(
    plan,
    ctx,
    "task",
    taskId,
    { deadline: dueOn, ...lasts },
    { label: "Set date of action" },
  );
}

function daysUntil(calendar: CalendarTable, start: Day, dueOn: Day): number {
  return dueOn <= start ? 1 : Math.max(1, calendar.durationOf(start, dueOn));
}

/** Lines of the session's notes that begin with `>` and are not tasks yet. */
export function openActionLines({ agenda, minutes }: Session): readonly string[] {
  return [...agenda.flatMap(({ notes }) => actionLinesIn(notes)), ...actionLinesIn(minutes)];
}

/** Makes tasks of those lines and marks them as taken; a change without rows where there are none. */
export function takeActionLines(
  plan: Plan,
  ctx: EditContext,
  sessionId: Id,
  input: Omit<ActionsInput, "actions">,
): Result<Change> {
  const session = plan.sessions.get(sessionId);
  if (!session) return gone("session");
  const lines = openActionLines(session);
  if (lines.length === 0) return changed(ctx, "Hand over actions", {});
  const actions = lines.map((line) => parseAction(plan, line, ctx.today()));
  const made = addActions(plan, ctx, sessionId, { ...input, actions });
  if (!made.ok) return made;
  const { agenda, minutes } = session;
  const updated = made.value.updated.map(([from, to]) =>
    to.kind !== "session"
      ? ([from, to] as const)
      : ([
          from,
          {
            ...to,
            agenda: agenda.map((item) => ({ ...item, notes: withLinesTaken(plan, item.notes, ctx.today()) })),
            minutes: withLinesTaken(plan, minutes, ctx.today()),
          },
        ] as const),
  );
  return { ok: true, value: { ...made.value, updated } };
}

/** Work handed over by any edit while a session is open is listed in the session. */
export function notedInSession(plan: Plan, change: Change): Change {
  const session = openSession(plan);
  if (!session) return change;
  const ids = handedIn(change).filter((id) => !session.taskIds.includes(id));
  if (ids.length === 0 || change.updated.some(([, to]) => to.id === session.id)) return change;
  const to = { ...session, taskIds: [...session.taskIds, ...ids] };
  return { ...change, updated: [...change.updated, [session, to]] };
}

function handedIn({ added, updated }: Change): Id[] {
  const fresh = added.filter((row) => row.kind === "task" && row.handovers.length > 0).map(({ id }) => id);
  const handed = updated.filter(([from, to]) => {
    if (from.kind !== "task" || to.kind !== "task") return false;
    const last = to.handovers.at(-1);
    return last?.state === "handed" && to.handovers.length > from.handovers.length;
  });
  return [...fresh, ...handed.map(([, to]) => to.id)];
}

/** What a task of a session still lacks before the session can be closed without a question. */
export interface Loose {
  readonly node: OutlineNode;
  readonly hasOwner: boolean;
  readonly hasDate: boolean;
}

/** Tasks of the session that nobody has, or that have no date. */
export function looseActions(plan: Plan, { taskIds }: Session): readonly Loose[] {
  const { byId } = outlineOf(plan);
  return taskIds.flatMap((id): Loose[] => {
    const node = byId.get(id);
    if (node?.item.kind !== "task" || isFinished(node)) return [];
    const { accountableId, handovers, deadline } = node.item;
    const hasOwner = accountableId !== null || handovers.length > 0;
    return hasOwner && deadline !== null ? [] : [{ node, hasOwner, hasDate: deadline !== null }];
  });
}
