/** A workflow turned into delegated tasks: one for each step, one after the other, each handed to whose role it is. */
import { type Change, composeChanges, type EditContext } from "#shared/domain/change.ts";
import { type Day, isDay } from "#shared/domain/day.ts";
import { createDependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type DecisionLevel, USUAL_LEVEL } from "#shared/domain/handover.ts";
import type { Person } from "#shared/domain/person.ts";
import { STANDARD_HOURS_PER_WEEK } from "#shared/domain/person.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import type { Procedure, ProcedureStep } from "#shared/domain/procedure.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { peopleForRole, personForRole, roleKey } from "#shared/domain/roles.ts";
import { createTask, MAX_DURATION_DAYS, type Task } from "#shared/domain/task.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import { changed, findNode, gone } from "./context.ts";
import { handOver, usualFollowUp } from "./delegate.ts";
import { canHold, keysAfter } from "./place.ts";
import { withRoom } from "./room.ts";

/** A role of which it is not plain whom it means: it names nobody, or several. */
export interface AskedRole {
  readonly key: string;
  readonly role: string;
  readonly stepCount: number;
  /** Those it names; empty when it names nobody. */
  readonly candidates: readonly Person[];
}

/** The roles to ask about before a workflow becomes tasks, each once, in the order of its steps. */
export function rolesToAsk(plan: Plan, procedure: Procedure): readonly AskedRole[] {
  const asked = new Map<string, AskedRole>();
  for (const { role } of procedure.steps) {
    const key = roleKey(role);
    if (key === "" || personForRole(plan, role)) continue;
    const known = asked.get(key);
    asked.set(key, {
      key,
      role: known?.role ?? role.trim(),
      stepCount: (known?.stepCount ?? 0) + 1,
      candidates: known?.candidates ?? peopleForRole(plan, role),
    });
  }
  return [...asked.values()];
}

export interface TasksInput {
  /** The stage, milestone or task that gets them. */
  readonly parentId: Id;
  /** Nothing begins before it. */
  readonly start: Day;
  /** Who hands the work over; null when nothing is to be handed over. */
  readonly byId: Id | null;
  /** Who was named for the roles that were asked about, by `AskedRole.key`; null for nobody yet. */
  readonly named: ReadonlyMap<string, Id | null>;
  readonly level?: DecisionLevel;
}

/**
 * Makes a task of each step, in order, each starting after the one before: with the step's note and link, its time as
 * work, and handed over with the usual follow-up to the one whose role it is. One change.
 */
export function turnIntoTasks(plan: Plan, ctx: EditContext, id: Id, input: TasksInput): Result<Change> {
  const procedure = plan.procedures.get(id);
  if (!procedure) return gone("workflow");
  const doers = doersOf(plan, procedure, input);
  if (!doers.ok) return doers;
  const added = addTasks(plan, ctx, procedure, input, doers.value);
  if (!added.ok) return added;
  const tasks = added.value.added.filter((row) => row.kind === "task");
  const changes = [added.value];
  let now = applyChange(plan, added.value);
  const linked = changed(ctx, "Link items", { added: chainOf(plan, ctx, tasks) });
  if (!linked.ok) return linked;
  // The tasks stand on one day until the links between them push each behind the one before.
  changes.push(withFollowers(now, linked.value));
  now = applyChange(now, changes.at(-1) as Change);
  for (const [at, { id: taskId }] of tasks.entries()) {
    const toId = doers.value[at] ?? null;
    if (toId === null || toId === input.byId || input.byId === null) continue;
    const followUpOn = usualFollowUp(plan, ctx.today());
    const handover = { byId: input.byId, toId, level: input.level ?? USUAL_LEVEL, followUpOn };
    const handed = handOver(now, ctx, taskId, handover);
    if (!handed.ok) return handed;
    changes.push(handed.value);
    now = applyChange(now, handed.value);
  }
  return ok(composeChanges(ctx, `Make ${tasks.length} tasks of a workflow`, changes));
}

/** Who each step goes to, or what has to be said first. */
function doersOf(
  plan: Plan,
  { steps }: Procedure,
  { byId, named }: TasksInput,
): Result<readonly (Id | null)[]> {
  if (steps.length === 0) return refuse("no-steps", "This workflow has no steps yet. Write them first.");
  const by = byId === null ? null : plan.people.get(byId);
  if (by === undefined || (by && by.deletedAt !== null)) return gone("person");
  const doers: (Id | null)[] = [];
  for (const { role } of steps) {
    const key = roleKey(role);
    const matched = personForRole(plan, role)?.id ?? null;
    if (key !== "" && matched === null && !named.has(key))
      return refuse("who", `Say who does what is up to the ${role.trim()}, or that nobody does yet.`);
    const id = matched ?? named.get(key) ?? null;
    if (id !== null && plan.people.get(id)?.deletedAt !== null) return gone("person");
    doers.push(id);
  }
  if (byId === null && doers.some((id) => id !== null))
    return refuse("no-hander", "Say who hands the work over.");
  return ok(doers);
}

function addTasks(
  plan: Plan,
  ctx: EditContext,
  { steps }: Procedure,
  { parentId, start, byId }: TasksInput,
  doers: readonly (Id | null)[],
): Result<Change> {
  const { node } = findNode(plan, parentId);
  if (!node) return gone("place");
  if (!canHold(node.item.kind, "task")) return refuse("misplaced", "Tasks cannot stand there.");
  if (!isDay(start)) return refuse("no-day", "That is not a date between the years 1900 and 2199.");
  const keys = keysAfter(node.children, node.children.at(-1)?.item.id ?? null, steps.length);
  const first = calendarTable(plan.roadmap.calendar).onOrAfter(start);
  const added = steps.map((step, i): Task => {
    const doerId = doers[i] ?? null;
    return createTask({
      id: ctx.newId(),
      roadmapId: plan.roadmap.id,
      parentId,
      order: keys[i] as string,
      name: step.text,
      start: first,
      durationDays: durationFor(plan, step.minutes, doerId),
      effortHours: step.minutes === null ? null : step.minutes / 60,
      notes: [step.note, step.link].filter((text) => text.trim() !== "").join("\n\n"),
      // Whoever hands work over answers for it until the receiver takes it, and then the receiver does it.
      accountableId: doerId === null ? null : byId,
      assignments: doerId !== null && doerId === byId ? [{ personId: doerId, allocationPct: 100 }] : [],
    });
  });
  return changed(ctx, "Add tasks", withRoom(plan, { added }));
}

function chainOf(plan: Plan, ctx: EditContext, tasks: readonly Task[]) {
  return tasks.slice(1).map((task, i) => {
    const fromId = (tasks[i] as Task).id;
    return createDependency({ id: ctx.newId(), roadmapId: plan.roadmap.id, fromId, toId: task.id });
  });
}

/**
 * Working days for a number of minutes at somebody's hours a day, in halves, at least one half. A day when nobody has
 * said how long it takes.
 */
export function durationFor(plan: Plan, minutes: ProcedureStep["minutes"], personId: Id | null): number {
  if (minutes === null) return 1;
  const hours = (personId === null ? 0 : plan.people.get(personId)?.hoursPerWeek) || STANDARD_HOURS_PER_WEEK;
  const perDay = hours / plan.roadmap.calendar.workingWeekdays.length;
  const halves = Math.ceil((minutes / 60 / perDay) * 2 - 1e-9);
  return Math.min(MAX_DURATION_DAYS, Math.max(1, halves) / 2);
}
