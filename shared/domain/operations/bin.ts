/** Deleting to the bin, restoring, and emptying the bin. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { type BinnableEntity, type Entity, type PlanItem, parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { chainWithout } from "#shared/domain/handover.ts";
import { outlineOf, topmostOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { peopleOfTask } from "#shared/domain/task.ts";
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

/** Puts a person in the bin. Work keeps the name, marked as removed, until it is given to somebody else. */
export function deletePerson(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const person = plan.people.get(id);
  if (!person || person.deletedAt !== null) return gone("person");
  return changed(ctx, "Remove person", { updated: [[person, { ...person, deletedAt: ctx.now() }]] });
}

/** Puts a routine in the bin, its history with it. */
export function deleteRoutine(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const routine = plan.routines.get(id);
  if (!routine || routine.deletedAt !== null) return gone("routine");
  return changed(ctx, "Delete routine", { updated: [[routine, { ...routine, deletedAt: ctx.now() }]] });
}

/** What lies in the bin, latest first. */
export function binOf(plan: Plan): BinEntry[] {
  const holds = countHeld(plan);
  const entries: BinEntry[] = [];
  for (const map of [plan.stages, plan.milestones, plan.tasks, plan.people, plan.routines]) {
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
  const person = plan.people.get(id);
  if (person?.deletedAt)
    return changed(ctx, "Restore person", { updated: [[person, { ...person, deletedAt: null }]] });
  const routine = plan.routines.get(id);
  if (routine?.deletedAt)
    return changed(ctx, "Restore routine", { updated: [[routine, { ...routine, deletedAt: null }]] });
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
    const entity = plan.people.get(id) ?? plan.routines.get(id) ?? itemById(plan, id);
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
  return changed(ctx, "Delete for good", {
    removed: [...doomed.values()],
    updated: forgetPeople(plan, doomed),
  });
}

/** Work that names somebody who is deleted for good names nobody in their place. */
function forgetPeople(plan: Plan, doomed: ReadonlyMap<Id, Entity>): [Entity, Entity][] {
  const isGone = (id: Id | null): boolean => id !== null && doomed.get(id)?.kind === "person";
  const updated: [Entity, Entity][] = [];
  for (const task of plan.tasks.values()) {
    if (doomed.has(task.id)) continue;
    const assignments = task.assignments.filter((a) => !isGone(a.personId));
    const accountableId = isGone(task.accountableId) ? null : task.accountableId;
    if (peopleOfTask(task).some(isGone)) {
      const consultedIds = task.consultedIds.filter((id) => !isGone(id));
      const informedIds = task.informedIds.filter((id) => !isGone(id));
      const handovers = chainWithout(task.handovers, isGone);
      updated.push([task, { ...task, assignments, accountableId, consultedIds, informedIds, handovers }]);
    }
  }
  for (const milestone of plan.milestones.values()) {
    if (!doomed.has(milestone.id) && isGone(milestone.ownerId))
      updated.push([milestone, { ...milestone, ownerId: null }]);
  }
  for (const routine of plan.routines.values()) {
    if (!doomed.has(routine.id) && isGone(routine.ownerId))
      updated.push([routine, { ...routine, ownerId: null }]);
  }
  for (const run of plan.routineRuns.values()) {
    if (!doomed.has(run.id) && isGone(run.doneById)) updated.push([run, { ...run, doneById: null }]);
  }
  const { roadmap } = plan;
  if (isGone(roadmap.ceoId) || isGone(roadmap.cooId)) {
    const ceoId = isGone(roadmap.ceoId) ? null : roadmap.ceoId;
    const cooId = isGone(roadmap.cooId) ? null : roadmap.cooId;
    updated.push([roadmap, { ...roadmap, ceoId, cooId }]);
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
  const children = childrenByParent(plan);
  const holds = new Map<Id, number>();
  for (const map of [plan.stages, plan.milestones, plan.tasks]) {
    for (const root of map.values()) {
      if (root.deletedAt === null) continue;
      let held = 0;
      const stack = [...(children.get(root.id) ?? [])];
      for (let item = stack.pop(); item; item = stack.pop()) {
        if (item.deletedAt !== null) continue;
        held++;
        stack.push(...(children.get(item.id) ?? []));
      }
      holds.set(root.id, held);
    }
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
