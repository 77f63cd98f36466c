/** Links between items. A link that would close a loop is refused, with the loop named. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { createDependency, type Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { changed, gone } from "./context.ts";

export interface NewLink {
  readonly fromId: Id;
  readonly toId: Id;
  readonly type?: Dependency["type"];
  readonly lagDays?: number;
  readonly lagKind?: Dependency["lagKind"];
}

export function addLink(plan: Plan, ctx: EditContext, input: NewLink): Result<Change> {
  const { byId } = outlineOf(plan);
  if (!byId.has(input.fromId) || !byId.has(input.toId)) return gone("item");
  if (input.fromId === input.toId) return refuse("self-link", "An item cannot wait for itself.");
  if (holds(plan, input.fromId, input.toId) || holds(plan, input.toId, input.fromId)) {
    return refuse("nested-link", "An item cannot wait for what it holds, or for what holds it.");
  }
  for (const link of plan.dependencies.values()) {
    if (link.fromId === input.fromId && link.toId === input.toId) {
      return refuse("linked-already", "These two are linked already.");
    }
  }
  const loop = pathBetween(plan, input.toId, input.fromId);
  if (loop) {
    const names = [...loop, input.toId].map((id) => quoted(plan, id)).join(" → ");
    return refuse("loop", `This link would close a loop: ${names}. Remove one of its links first.`);
  }
  const link = createDependency({ ...input, id: ctx.newId(), roadmapId: plan.roadmap.id });
  return changed(ctx, "Link items", { added: [link] });
}

export function removeLinks(plan: Plan, ctx: EditContext, ids: Iterable<Id>): Result<Change> {
  const removed = [...ids].flatMap((id) => plan.dependencies.get(id) ?? []);
  if (removed.length === 0) return gone("link");
  return changed(ctx, removed.length === 1 ? "Remove link" : `Remove ${removed.length} links`, { removed });
}

/** Ids from `fromId` to `toId` along links, both included, or null when there is no way. Breadth first. */
export function pathBetween(plan: Plan, fromId: Id, toId: Id): Id[] | null {
  const successors = new Map<Id, Id[]>();
  for (const link of plan.dependencies.values()) {
    const known = successors.get(link.fromId);
    if (known) known.push(link.toId);
    else successors.set(link.fromId, [link.toId]);
  }
  const cameFrom = new Map<Id, Id | null>([[fromId, null]]);
  const queue = [fromId];
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] as Id;
    if (at === toId) return traceBack(cameFrom, at);
    for (const next of successors.get(at) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return null;
}

function traceBack(cameFrom: ReadonlyMap<Id, Id | null>, end: Id): Id[] {
  const path: Id[] = [];
  for (let at: Id | null = end; at !== null; at = cameFrom.get(at) ?? null) path.push(at);
  return path.reverse();
}

function holds(plan: Plan, containerId: Id, id: Id): boolean {
  const { byId } = outlineOf(plan);
  for (let up = byId.get(id)?.parent ?? null; up; up = up.parent) if (up.item.id === containerId) return true;
  return false;
}

function quoted(plan: Plan, id: Id): string {
  const item = itemById(plan, id);
  return item ? `“${nameOrUntitled(item.name, item.kind)}”` : "?";
}
