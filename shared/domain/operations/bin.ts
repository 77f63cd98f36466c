/** Deleting to the bin, restoring, and emptying the bin. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { type BinnableEntity, type Entity, type PlanItem, parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf, topmostOf } from "#shared/domain/outline.ts";
import { entitiesOf, itemById, type Plan } from "#shared/domain/plan.ts";
import { referencesOf, withReferences } from "#shared/domain/references.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { KIND_WORDS } from "#shared/domain/words.ts";
import { changed, gone } from "./context.ts";
import { linksAcross } from "./nesting.ts";
import { canHold, keyFor } from "./place.ts";
import { withRoom } from "./room.ts";

export interface BinEntry {
  readonly entity: Exclude<BinnableEntity, { kind: "roadmap" }>;
  readonly deletedAt: string;
  /** How many other items come back with it. */
  readonly holds: number;
}

/** Puts items in the bin. Only the topmost rows are marked; what they hold goes along. */
export function deleteItems(plan: Plan, ctx: EditContext, ids: Iterable<Id>): Result<Change> {
  const nodes = topmostOf(outlineOf(plan), ids);
  const only = nodes[0];
  if (!only) return gone("item");
  const deletedAt = ctx.now();
  const updated = nodes.map(({ item }) => [item, { ...item, deletedAt }] as const);
  const what = nodes.length === 1 ? KIND_WORDS[only.item.kind].toLowerCase() : `${nodes.length} items`;
  return changed(ctx, `Delete ${what}`, { updated });
}

/** What stands in a list of its own kind rather than in the outline. */
type Listed = Exclude<BinEntry["entity"], PlanItem>;

const LISTED_WORDS: Record<Listed["kind"], string> = {
  person: "person",
  routine: "routine",
  procedure: "workflow",
  decisionRight: "matter",
  session: "session",
  issue: "issue",
  decision: "decision",
  review: "review",
};

function listsOf(plan: Plan): readonly ReadonlyMap<Id, Listed>[] {
  const { people, routines, procedures, decisionRights, sessions, issues, decisions, reviews } = plan;
  return [people, routines, procedures, decisionRights, sessions, issues, decisions, reviews];
}

function listedById(plan: Plan, id: Id): Listed | null {
  for (const rows of listsOf(plan)) {
    const row = rows.get(id);
    if (row) return row;
  }
  return null;
}

/** Puts somebody, or what else stands in a list of its kind, in the bin. What names it keeps doing so, until it is purged. */
export function deleteListed(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const row = listedById(plan, id);
  if (!row || row.deletedAt !== null) return gone(row ? LISTED_WORDS[row.kind] : "entry");
  const label = row.kind === "person" ? "Remove person" : `Delete ${LISTED_WORDS[row.kind]}`;
  return changed(ctx, label, { updated: [[row, { ...row, deletedAt: ctx.now() }]] });
}

/** What lies in the bin, latest first. */
export function binOf(plan: Plan): BinEntry[] {
  const holds = countHeld(plan);
  const entries: BinEntry[] = [];
  for (const map of [plan.stages, plan.milestones, plan.tasks, ...listsOf(plan)]) {
    for (const entity of map.values()) {
      if (entity.deletedAt !== null) {
        entries.push({ entity, deletedAt: entity.deletedAt, holds: holds.get(entity.id) ?? 0 });
      }
    }
  }
  return entries.sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : a.deletedAt > b.deletedAt ? -1 : 0));
}

/**
 * Takes something out of the bin, back to where it was. When its container lies in the bin too, it goes to the
 * nearest container that is still there and can hold it.
 */
export function restoreFromBin(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const listed = listedById(plan, id);
  if (listed?.deletedAt) {
    const label = `Restore ${LISTED_WORDS[listed.kind]}`;
    return changed(ctx, label, { updated: [[listed, { ...listed, deletedAt: null }]] });
  }
  const item = itemById(plan, id);
  if (!item?.deletedAt) return refuse("not-in-bin", "That item is no longer in the bin.");
  const label = `Restore ${KIND_WORDS[item.kind].toLowerCase()}`;
  const { byId, stages } = outlineOf(plan);
  if (item.kind === "stage") {
    const stage = { ...item, order: keyFor(item, stages), deletedAt: null };
    return changed(ctx, label, withRoom(plan, { updated: [[item, stage]] }));
  }
  const parentId = liveContainer(plan, item);
  if (parentId === null)
    return refuse("no-place", "Restore or add a stage first: this item has none to go back to.");
  const order = keyFor(item, byId.get(parentId)?.children ?? []);
  const back = {
    updated: [[item, { ...item, parentId, order, deletedAt: null }] as const],
    removed: linksAcross(plan, new Set([id]), parentId),
  };
  return changed(ctx, label, withRoom(plan, back));
}

/** Removes something in the bin, and all it holds, for good. Undo still brings it back. */
export function purgeFromBin(plan: Plan, ctx: EditContext, ids: Iterable<Id>): Result<Change> {
  const doomed = new Map<Id, Entity>();
  const heldBy = childrenByParent(plan);
  const stack: Entity[] = [];
  for (const id of ids) {
    const entity = listedById(plan, id) ?? itemById(plan, id);
    if (entity?.deletedAt) stack.push(entity);
  }
  if (stack.length === 0) return refuse("not-in-bin", "The bin is already empty.");
  for (let entity = stack.pop(); entity; entity = stack.pop()) {
    doomed.set(entity.id, entity);
    stack.push(...(heldBy.get(entity.id) ?? []));
  }
  for (const link of plan.dependencies.values()) {
    if (doomed.has(link.fromId) || doomed.has(link.toId)) doomed.set(link.id, link);
  }
  for (const run of plan.routineRuns.values()) if (doomed.has(run.routineId)) doomed.set(run.id, run);
  for (const gate of plan.gateDecisions.values()) if (doomed.has(gate.stageId)) doomed.set(gate.id, gate);
  for (const run of plan.checklistRuns.values()) if (doomed.has(run.procedureId)) doomed.set(run.id, run);
  return changed(ctx, "Delete for good", {
    removed: [...doomed.values()],
    updated: forgotten(plan, doomed),
  });
}

/** What names something that is deleted for good names nothing in its place. */
export function forgotten(plan: Plan, doomed: ReadonlyMap<Id, Entity>): [Entity, Entity][] {
  const updated: [Entity, Entity][] = [];
  for (const row of entitiesOf(plan)) {
    if (doomed.has(row.id) || row.kind === "baseline") continue;
    if (!referencesOf(row).some(({ id }) => doomed.has(id))) continue;
    updated.push([row, withReferences(row, (id) => (doomed.has(id) ? null : id))]);
  }
  return updated;
}

function childrenByParent(plan: Plan): Map<Id, PlanItem[]> {
  const children = new Map<Id, PlanItem[]>();
  for (const map of [plan.milestones, plan.tasks]) {
    for (const item of map.values()) {
      const siblings = children.get(item.parentId);
      if (siblings) siblings.push(item);
      else children.set(item.parentId, [item]);
    }
  }
  return children;
}

/** For each item in the bin, how many live items it took along. */
function countHeld(plan: Plan): Map<Id, number> {
  const roots: PlanItem[] = [];
  for (const map of [plan.stages, plan.milestones, plan.tasks])
    for (const item of map.values()) if (item.deletedAt !== null) roots.push(item);
  const holds = new Map<Id, number>();
  if (roots.length === 0) return holds;
  const children = childrenByParent(plan);
  for (const root of roots) {
    let held = 0;
    const stack = [...(children.get(root.id) ?? [])];
    for (let item = stack.pop(); item; item = stack.pop()) {
      if (item.deletedAt !== null) continue;
      held++;
      stack.push(...(children.get(item.id) ?? []));
    }
    holds.set(root.id, held);
  }
  return holds;
}

function liveContainer(plan: Plan, item: PlanItem): Id | null {
  const { byId, stages } = outlineOf(plan);
  let candidate = parentIdOf(item);
  while (candidate !== null) {
    const node = byId.get(candidate);
    if (node && canHold(node.item.kind, item.kind)) return candidate;
    const container = itemById(plan, candidate);
    candidate = container ? parentIdOf(container) : null;
  }
  return stages[0]?.item.id ?? null;
}
