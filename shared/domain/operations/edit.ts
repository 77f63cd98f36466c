/** Changing fields of rows, dates included. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { type Entity, type EntityByKind, type EntityKind, entitySchemas } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { reconcileHandovers } from "#shared/domain/handover.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { outlineOf, subtreeOf, topmostOf } from "#shared/domain/outline.ts";
import { type Plan, rowById } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import {
  dateOf,
  finishOf,
  movedTask,
  reconcileMilestone,
  reconcileTask,
  startOf,
} from "#shared/domain/taskDates.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import type { CalendarTable } from "#shared/schedule/calendar.ts";
import { strangerIn } from "./check.ts";
import { changed, gone } from "./context.ts";
import { fieldProblem } from "./fieldProblem.ts";

export type EditableKind = Exclude<EntityKind, "baseline" | "routineRun" | "gateDecision">;
type Fixed = "kind" | "id" | "roadmapId" | "deletedAt" | "createdAt" | "parentId" | "order";
/** The fields of a row that a person can set. */
export type Patch<K extends EditableKind> = Partial<Omit<EntityByKind[K], Fixed>>;

export interface EditOptions {
  readonly label?: string;
  /** Same group, same undo step: set for bursts of typing in one field. */
  readonly group?: string;
}

/** Sets fields of one row. A value outside its range is refused with a sentence. */
export function editEntity<K extends EditableKind>(
  plan: Plan,
  ctx: EditContext,
  kind: K,
  id: Id,
  patch: Patch<K>,
  options: EditOptions = {},
): Result<Change> {
  return editEntities(plan, ctx, kind, [id], patch, options);
}

/** Sets the same fields of several rows of one kind as one change. */
export function editEntities<K extends EditableKind>(
  plan: Plan,
  ctx: EditContext,
  kind: K,
  ids: readonly Id[],
  patch: Patch<K>,
  options: EditOptions = {},
): Result<Change> {
  const updated: [Entity, Entity][] = [];
  for (const id of ids) {
    const from: Entity | null = rowById(plan, kind, id);
    if (!from) return gone(kind);
    if (sameFields(from, patch)) continue;
    const parsed = entitySchemas[kind].safeParse({ ...from, ...patch });
    if (!parsed.success) return refuse("invalid", fieldProblem(parsed.error.issues[0]));
    const to = withParsed(from, patch, parsed.data);
    const stranger = strangerIn(plan, to);
    if (stranger) return stranger;
    const row = reconciled(plan, ctx, from, to);
    if (endsBeforeStart(row)) return refuse("ends-before-start", ENDS_BEFORE_START);
    updated.push([from, row]);
  }
  return changed(ctx, options.label ?? `Edit ${kind}`, { updated }, options.group ?? null);
}

/** Only the fields that were set are new: the others keep their identity, by which changes are found quickly. */
function withParsed(from: Entity, patch: object, parsed: Entity): Entity {
  const read = parsed as unknown as Record<string, unknown>;
  return { ...from, ...Object.fromEntries(Object.keys(patch).map((key) => [key, read[key]])) };
}

const ENDS_BEFORE_START = "A task cannot end before it starts.";

function reconciled(plan: Plan, ctx: EditContext, from: Entity, to: Entity): Entity {
  if (from.kind === "milestone" && to.kind === "milestone") return reconcileMilestone(from, to);
  if (from.kind !== "task" || to.kind !== "task") return to;
  return reconcileTask(from, reconcileHandovers(from, to), calendarFor(plan, to), ctx.today());
}

function endsBeforeStart(row: Entity): boolean {
  return row.kind === "task" && row.actualFinish !== null && row.actualFinish < startOf(row);
}

/** Moves tasks and milestones, and all they hold, by calendar days; starts land on working days. */
export function shiftItems(plan: Plan, ctx: EditContext, ids: Iterable<Id>, days: number): Result<Change> {
  const updated: [Entity, Entity][] = [];
  for (const root of topmostOf(outlineOf(plan), ids)) {
    for (const { item } of subtreeOf(root)) {
      if (item.kind === "task") {
        const calendar = calendarFor(plan, item);
        const start = snap(calendar, addDays(startOf(item), days), days);
        if (start !== startOf(item)) updated.push([item, movedTask(item, start, calendar)]);
      } else if (item.kind === "milestone") {
        const moved = movedMilestone(item, snap(calendarFor(plan, item), addDays(dateOf(item), days), days));
        if (moved !== item) updated.push([item, moved]);
      }
    }
  }
  if (updated.some(([, to]) => !entitySchemas[to.kind].safeParse(to).success)) {
    return refuse("out-of-range", "Dates must lie between the years 1900 and 2199.");
  }
  return changed(ctx, updated.length > 1 ? `Move ${updated.length} items in time` : "Move in time", {
    updated,
  });
}

/** Gives a task another last day by changing how long it takes (never less than a day). */
export function finishTaskOn(plan: Plan, ctx: EditContext, id: Id, finish: Day): Result<Change> {
  const task = plan.tasks.get(id);
  if (!task) return gone("task");
  if (finish < startOf(task)) return refuse("ends-before-start", ENDS_BEFORE_START);
  if (task.actualFinish !== null)
    return editEntity(plan, ctx, "task", id, { actualFinish: finish }, { label: "Change finish" });
  const durationDays = calendarFor(plan, task).durationOf(startOf(task), finish);
  return editEntity(plan, ctx, "task", id, { durationDays }, { label: "Change duration" });
}

/** Gives a task another first day and keeps its last one. */
export function startTaskOn(plan: Plan, ctx: EditContext, id: Id, start: Day): Result<Change> {
  const task = plan.tasks.get(id);
  if (!task) return gone("task");
  const calendar = calendarFor(plan, task);
  const finish = finishOf(task, calendar);
  if (start > finish) return refuse("ends-before-start", "A task cannot start after it ends.");
  const label = "Change start";
  if (task.actualFinish !== null) return editEntity(plan, ctx, "task", id, { actualStart: start }, { label });
  const durationDays = calendar.durationOf(start, finish);
  const first = calendar.onOrAfter(start);
  const actual = task.actualStart === null ? {} : { actualStart: first };
  return editEntity(plan, ctx, "task", id, { start: first, durationDays, ...actual }, { label });
}

/** Gives a milestone another date: the day it was reached, when it was. */
function movedMilestone(milestone: Milestone, date: Day): Milestone {
  if (date === dateOf(milestone)) return milestone;
  return milestone.reachedOn === null ? { ...milestone, date } : { ...milestone, reachedOn: date };
}

function snap(calendar: CalendarTable, day: Day, direction: number): Day {
  return direction < 0 ? calendar.onOrBefore(day) : calendar.onOrAfter(day);
}

function sameFields(row: Entity, patch: object): boolean {
  return Object.entries(patch).every(
    ([key, value]) => (row as unknown as Record<string, unknown>)[key] === value,
  );
}
