/** Typing a plan row by row: rows just added that change level or go away again, pasted lists, and people by name. */
import { composeChanges } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteItems } from "#shared/domain/operations/bin.ts";
import { editEntities, type Patch } from "#shared/domain/operations/edit.ts";
import { type PasteTarget, pasteLines } from "#shared/domain/operations/paste.ts";
import { addPerson } from "#shared/domain/operations/people.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { pastedLines } from "#shared/interchange/pasted.ts";
import type { App } from "./app.ts";
import { commitDrafts } from "./drafts.ts";
import { addItemAt, indent, outdent, remove, rename } from "./items.ts";
import { perform } from "./perform.ts";

function nodeOf(app: App, id: Id): OutlineNode | null {
  const { plan } = app.documents.state.getState();
  return plan ? (outlineOf(plan).byId.get(id) ?? null) : null;
}

/** Adds an item of the same kind behind an item and starts typing its name. */
export function addBelow(app: App, id: Id): Id | null {
  const node = nodeOf(app, id);
  if (!node) return null;
  return addItemAt(app, { parentId: node.parent?.item.id ?? null, afterId: id }, { kind: node.item.kind });
}

/** Adds what an item holds first of all (a stage milestones, the others tasks), behind what it holds already. */
export function addInside(app: App, id: Id, kind: "milestone" | "task"): Id | null {
  const node = nodeOf(app, id);
  if (!node) return null;
  return addItemAt(app, { parentId: id, afterId: node.children.at(-1)?.item.id ?? null }, { kind });
}

/** How many of the last undo steps did nothing but add this item and change it; 0 when it is older than that. */
function stepsSinceAdded(app: App, id: Id): number {
  const { undo } = app.documents.state.getState().planHistory;
  for (let steps = 1; steps <= undo.length; steps++) {
    const change = undo[undo.length - steps];
    const rows = change ? [...change.added, ...change.updated.map(([, to]) => to), ...change.removed] : [];
    if (rows.length !== 1 || rows[0]?.id !== id) return 0;
    if (change?.added.length === 1) return steps;
  }
  return 0;
}

/** Takes the addition of an item back, typing included, so that no trace stays in undo. False when it is too old. */
function takeBackNew(app: App, id: Id): boolean {
  const steps = stepsSinceAdded(app, id);
  for (let i = 0; i < steps; i++) app.documents.undo();
  return steps > 0;
}

/** Removes a row that has no name: taken back when it was just added, else to the bin. */
export function discardRow(app: App, id: Id): void {
  const node = nodeOf(app, id);
  if (!node) return;
  if (node.children.length > 0) remove(app, [id]);
  else if (!takeBackNew(app, id)) perform(app, (plan, ctx) => deleteItems(plan, ctx, [id]));
}

export function isJustAdded(app: App, id: Id): boolean {
  return stepsSinceAdded(app, id) > 0;
}

/** What typing in one field since `group` began did is taken back as far as it was a change already. */
export function restoreName(app: App, id: Id, name: string): void {
  const node = nodeOf(app, id);
  if (!node || node.item.name === name) return;
  const last = app.documents.state.getState().planHistory.undo.at(-1);
  const [from, to] = last?.updated.length === 1 ? (last.updated[0] ?? []) : [];
  const isTyping = last?.group && to?.id === id && from && "name" in from && from.name === name;
  if (isTyping) app.documents.undo();
  else rename(app, node.item.kind, id, name);
}

/**
 * One level in. A row just added turns into what the row above holds (a milestone into its task); older rows
 * keep their kind.
 */
export function levelIn(app: App, id: Id): void {
  commitDrafts(app);
  const node = nodeOf(app, id);
  if (!node) return;
  const siblings = node.parent?.children ?? outlineOf(planNow(app)).stages;
  const above = siblings[siblings.indexOf(node) - 1];
  const isSettled = node.item.kind === "task" || !isJustAdded(app, id);
  if (isSettled || !above || above.item.kind === "task") {
    indent(app, [id]);
    return;
  }
  const { name } = node.item;
  takeBackNew(app, id);
  const kind = above.item.kind === "stage" ? "milestone" : "task";
  addItemAt(
    app,
    { parentId: above.item.id, afterId: above.children.at(-1)?.item.id ?? null },
    { kind, name },
  );
}

/** One level out. A row just added at the end of a milestone or a stage turns into the next one of these. */
export function levelOut(app: App, id: Id): void {
  commitDrafts(app);
  const node = nodeOf(app, id);
  const container = node?.parent;
  if (!node || !container || container.item.kind === "task" || !isJustAdded(app, id)) {
    outdent(app, [id]);
    return;
  }
  const { name } = node.item;
  const place = { parentId: container.parent?.item.id ?? null, afterId: container.item.id };
  takeBackNew(app, id);
  addItemAt(app, place, { kind: container.item.kind, name });
}

function planNow(app: App) {
  const { plan } = app.documents.state.getState();
  if (!plan) throw new Error("No roadmap is open.");
  return plan;
}

/** Makes rows of a pasted list and selects the outermost of them. Returns how many rows it made. */
export function paste(app: App, target: PasteTarget, text: string): number {
  commitDrafts(app);
  const open = app.documents.state.getState().plan;
  const lines = open ? pastedLines(text, open) : [];
  const change = perform(app, (plan, ctx) => pasteLines(plan, ctx, target, lines));
  if (!change) return 0;
  const named = change.updated.flatMap(([from, to]) =>
    "name" in from && "name" in to && from.name !== to.name ? [to.id] : [],
  );
  const outermost = outlineOf(planNow(app)).byId;
  const added = new Set(change.added.map((row) => row.id));
  const tops = [...added].filter((id) => !added.has(outermost.get(id)?.parent?.item.id ?? ""));
  const siblings = tops.filter((id) => !named.includes(outermost.get(id)?.parent?.item.id ?? ""));
  app.ui.setState({ selection: [...named, ...siblings], editingId: null });
  return lines.length;
}

/** Adds somebody and puts their name to work, as one step. */
export function giveToNewPerson<K extends "task" | "milestone">(
  app: App,
  kind: K,
  ids: readonly Id[],
  name: string,
  patchFor: (personId: Id) => Patch<K>,
): void {
  perform(app, (plan, ctx) => {
    const added = addPerson(plan, ctx, { name });
    if (!added.ok) return added;
    const personId = added.value.added[0]?.id ?? "";
    const edited = editEntities(applyChange(plan, added.value), ctx, kind, ids, patchFor(personId));
    if (!edited.ok) return edited;
    return { ok: true, value: composeChanges(ctx, `Give to ${name}`, [added.value, edited.value]) };
  });
}
