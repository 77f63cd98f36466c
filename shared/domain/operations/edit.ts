/** Changing fields of rows, dates included. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { type Entity, type EntityByKind, entitySchemas } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf, subtreeOf, topmostOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { reconcileProgress } from "#shared/domain/task.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { strangerIn } from "./check.ts";
import { changed, gone } from "./context.ts";
import { fieldProblem } from "./fieldProblem.ts";

export type EditableKind = "stage" | "milestone" | "task" | "person" | "dependency" | "roadmap";
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
    const from = rowOf(plan, kind, id);
    if (!from) return gone(kind);
    if (sameFields(from, patch)) continue;
    const parsed = entitySchemas[kind].safeParse({ ...from, ...patch });
    if (!parsed.success) return refuse("invalid", fieldProblem(parsed.error.issues[0]));
    const to: Entity = parsed.data;
    const stranger = strangerIn(plan, to);
    if (stranger) return stranger;
    updated.push([from, from.kind === "task" && to.kind === "task" ? reconcileProgress(from, to) : to]);
  }
  return changed(ctx, options.label ?? `Edit ${kind}`, { updated }, options.group ?? null);
}

/** Moves tasks and milestones, and all they hold, by calendar days; starts land on working days. */
export function shiftItems(plan: Plan, ctx: EditContext, ids: Iterable<Id>, days: number): Result<Change> {
  const calendar = calendarTable(plan.roadmap.calendar);
  const updated: [Entity, Entity][] = [];
  for (const root of topmostOf(outlineOf(plan), ids)) {
    for (const { item } of subtreeOf(root)) {
      if (item.kind === "task") {
        const start = snap(calendar, addDays(item.start, days), days);
        if (start !== item.start) updated.push([item, { ...item, start }]);
      } else if (item.kind === "milestone") {
        const date = snap(calendar, addDays(item.date, days), days);
        if (date !== item.date) updated.push([item, { ...item, date }]);
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
  if (finish < task.start) return refuse("ends-before-start", "A task cannot end before it starts.");
  const durationDays = calendarTable(plan.roadmap.calendar).durationOf(task.start, finish);
  return editEntity(plan, ctx, "task", id, { durationDays }, { label: "Change duration" });
}

/** Gives a task another first day and keeps its last one. */
export function startTaskOn(plan: Plan, ctx: EditContext, id: Id, start: Day): Result<Change> {
  const task = plan.tasks.get(id);
  if (!task) return gone("task");
  const calendar = calendarTable(plan.roadmap.calendar);
  const finish = calendar.finishOf(task.start, task.durationDays);
  if (start > finish) return refuse("ends-before-start", "A task cannot start after it ends.");
  const durationDays = calendar.durationOf(start, finish);
  return editEntity(
    plan,
    ctx,
    "task",
    id,
    { start: calendar.onOrAfter(start), durationDays },
    { label: "Change start" },
  );
}

function snap(calendar: ReturnType<typeof calendarTable>, day: Day, direction: number): Day {
  return direction < 0 ? calendar.onOrBefore(day) : calendar.onOrAfter(day);
}

function rowOf(plan: Plan, kind: EditableKind, id: Id): Entity | null {
  if (kind === "roadmap") return plan.roadmap.id === id ? plan.roadmap : null;
  if (kind === "person") return plan.people.get(id) ?? null;
  if (kind === "dependency") return plan.dependencies.get(id) ?? null;
  const item = itemById(plan, id);
  return item?.kind === kind ? item : null;
}

function sameFields(row: Entity, patch: object): boolean {
  return Object.entries(patch).every(
    ([key, value]) => (row as unknown as Record<string, unknown>)[key] === value,
  );
}
