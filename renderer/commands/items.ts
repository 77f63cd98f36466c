/** What a person can do to stages, milestones and tasks. */

import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteItems, purgeFromBin, restoreFromBin } from "#shared/domain/operations/bin.ts";
import { toggleDone as toggleDoneIn } from "#shared/domain/operations/done.ts";
import {
  type EditOptions,
  editEntities,
  editEntity,
  finishTaskOn,
  type Patch,
  shiftItems,
  startTaskOn,
} from "#shared/domain/operations/edit.ts";
import { addLink, type NewLink, removeLinks } from "#shared/domain/operations/link.ts";
import {
  addItem,
  canHold,
  duplicateItems,
  indentItems,
  moveItems,
  type NewItem,
  nudgeItems,
  outdentItems,
  type Place,
} from "#shared/domain/operations/place.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { ok } from "#shared/domain/result.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import type { App } from "./app.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";
import { reveal, select } from "./selection.ts";

export type ItemKind = "stage" | "milestone" | "task";

/** The first name given to a new item belongs to the step that added it. */
export function newItemGroup(id: Id): string {
  return `new:${id}`;
}

/** Adds an item at a place, selects it and starts typing its name. Returns its id. */
export function addItemAt(app: App, place: Place, input: NewItem): Id | null {
  const change = perform(app, (plan, ctx) => {
    const added = addItem(plan, ctx, place, input);
    return added.ok ? ok({ ...added.value, group: newItemGroup(added.value.added[0]?.id ?? "") }) : added;
  });
  const id = change?.added[0]?.id ?? null;
  if (id !== null) {
    reveal(app, id);
    app.ui.setState({ selection: [id], editingId: id });
  }
  return id;
}

/** Adds an item where a person would expect it, seen from the selected row: behind it, or inside it. */
export function addItemNear(app: App, kind: ItemKind): Id | null {
  const place = placeNear(app, kind);
  return place ? addItemAt(app, place, { kind }) : null;
}

function placeNear(app: App, kind: ItemKind): Place | null {
  const { plan } = app.documents.state.getState();
  if (!plan) return null;
  const outline = outlineOf(plan);
  const selectedId = app.ui.getState().selection.at(-1);
  const lastStage = outline.stages.at(-1) ?? null;
  let node = (selectedId ? outline.byId.get(selectedId) : null) ?? (kind === "stage" ? lastStage : lastStage);
  if (!node) {
    if (kind !== "stage") notify(app, "Add a stage first: milestones and tasks live inside one.");
    return kind === "stage" ? { parentId: null, afterId: null } : null;
  }
  if (kind === node.item.kind) return { parentId: node.parent?.item.id ?? null, afterId: node.item.id };
  if (kind !== "stage" && node.item.kind !== "task" && canHold(node.item.kind, kind)) {
    return { parentId: node.item.id, afterId: node.children.at(-1)?.item.id ?? null };
  }
  while (
    node.parent &&
    !(kind !== "stage" && node.parent.item.kind !== "task" && canHold(node.parent.item.kind, kind))
  ) {
    node = node.parent;
  }
  return { parentId: node.parent?.item.id ?? null, afterId: node.item.id };
}

export function rename(app: App, kind: ItemKind, id: Id, name: string, options: EditOptions = {}): void {
  const label = `Rename ${kind}`;
  perform(app, (plan, ctx) => editEntity(plan, ctx, kind, id, { name }, { label, ...options }));
}

export function editTask(app: App, id: Id, patch: Patch<"task">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "task", id, patch, options));
}

export function editMilestone(app: App, id: Id, patch: Patch<"milestone">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "milestone", id, patch, options));
}

export function editStage(app: App, id: Id, patch: Patch<"stage">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "stage", id, patch, options));
}

/** Sets the same on every selected task or milestone as one step. */
export function editSelected<K extends "task" | "milestone">(
  app: App,
  kind: K,
  patch: Patch<K>,
  label: string,
): void {
  const { selection } = app.ui.getState();
  const rollsUp = "status" in patch || "progressPct" in patch;
  perform(app, (plan, ctx) => {
    const { byId } = outlineOf(plan);
    // A group's status and progress come from what it holds.
    const ids = selection.filter(
      (id) => byId.get(id)?.item.kind === kind && !(rollsUp && byId.get(id)?.isGroup),
    );
    return editEntities(plan, ctx, kind, ids, patch, { label });
  });
}

/** Moves a task to another first day; how long it takes stays. Says so when nobody who does it works that day. */
export function setStart(app: App, id: Id, day: Day): void {
  const { plan } = app.documents.state.getState();
  const task = plan?.tasks.get(id);
  if (!plan || !task) return;
  const start = calendarFor(plan, task).onOrAfter(day);
  const [asked, given] = [formatDay(day, "weekday"), formatDay(start, "weekday")];
  const isOff = !calendarTable(plan.roadmap.calendar).isWorking(day);
  const reason = isOff ? `${asked} is not a working day` : `Whoever does it is away on ${asked}`;
  perform(
    app,
    (now, ctx) => editEntity(now, ctx, "task", id, { start }, { label: "Change start" }),
    start === day ? "" : `${reason}, so it starts on ${given}.`,
  );
}

export function setFinish(app: App, id: Id, finish: Day): void {
  perform(app, (plan, ctx) => finishTaskOn(plan, ctx, id, finish));
}

/** Moves the first day and keeps the last one (a drag of the left edge). */
export function setStartKeepingFinish(app: App, id: Id, start: Day): void {
  perform(app, (plan, ctx) => startTaskOn(plan, ctx, id, start));
}

export function shift(app: App, ids: readonly Id[], days: number): void {
  perform(app, (plan, ctx) => shiftItems(plan, ctx, ids, days));
}

export function move(app: App, ids: readonly Id[], place: Place): void {
  perform(app, (plan, ctx) => moveItems(plan, ctx, ids, place));
}

export function indent(app: App, ids: readonly Id[]): void {
  const change = perform(app, (plan, ctx) => indentItems(plan, ctx, ids));
  if (change && ids[0]) reveal(app, ids[0]);
}

export function outdent(app: App, ids: readonly Id[]): void {
  perform(app, (plan, ctx) => outdentItems(plan, ctx, ids));
}

export function nudge(app: App, ids: readonly Id[], by: -1 | 1): void {
  const change = perform(app, (plan, ctx) => nudgeItems(plan, ctx, ids, by));
  if (change && ids[0]) reveal(app, ids[0]);
}

export function duplicate(app: App, ids: readonly Id[]): void {
  const change = perform(app, (plan, ctx) => duplicateItems(plan, ctx, ids));
  const first = change?.added[0];
  if (first) select(app, [first.id]);
}

/** Deletes to the bin, says so with a way back, and selects the row that takes the place. */
export function remove(app: App, ids: readonly Id[]): void {
  const before = app.documents.state.getState().plan;
  const change = perform(app, (plan, ctx) => deleteItems(plan, ctx, ids));
  if (!change || !before) return;
  const gone = new Set(change.updated.map(([from]) => from.id));
  select(
    app,
    neighbourAfterDelete(
      app,
      outlineOf(before).inOrder.map((n) => n.item.id),
      gone,
    ),
  );
  const only = change.updated.length === 1 ? change.updated[0]?.[0] : undefined;
  const what =
    only && (only.kind === "task" || only.kind === "milestone" || only.kind === "stage")
      ? `“${nameOrUntitled(only.name, only.kind)}”`
      : `${change.updated.length} items`;
  notify(app, `${what} moved to the bin.`, UNDO);
}

function neighbourAfterDelete(app: App, orderBefore: readonly Id[], gone: ReadonlySet<Id>): readonly Id[] {
  const { plan } = app.documents.state.getState();
  if (!plan) return [];
  const { byId } = outlineOf(plan);
  const at = orderBefore.findIndex((id) => gone.has(id));
  const next =
    orderBefore.slice(at).find((id) => byId.has(id)) ??
    orderBefore.slice(0, at).findLast((id) => byId.has(id));
  return next ? [next] : [];
}

export function restore(app: App, id: Id): void {
  const change = perform(app, (plan, ctx) => restoreFromBin(plan, ctx, id));
  if (change) notify(app, "Restored.", UNDO);
}

export function purge(app: App, ids: readonly Id[]): void {
  perform(app, (plan, ctx) => purgeFromBin(plan, ctx, ids));
}

export function link(app: App, input: NewLink): void {
  perform(app, (plan, ctx) => addLink(plan, ctx, input));
}

export function editLink(app: App, id: Id, patch: Patch<"dependency">): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "dependency", id, patch, { label: "Change link" }));
}

export function unlink(app: App, ids: readonly Id[]): void {
  perform(app, (plan, ctx) => removeLinks(plan, ctx, ids));
}

/** Marks tasks done and milestones reached, or not when all of them are. */
export function toggleDone(app: App, ids: readonly Id[]): void {
  perform(app, (plan, ctx) => toggleDoneIn(plan, ctx, ids, app.ui.getState().today));
}
