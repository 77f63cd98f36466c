/** The items a plan has beyond a baseline, and those it has lost since. Linear in the items of both. */
import type { BaselineItem } from "./baseline.ts";
import type { BaselineIndex } from "./baselineIndex.ts";
import { parentIdOf } from "./entity.ts";
import type { Id } from "./fields.ts";
import type { OutlineNode } from "./outline.ts";
import { itemById, type Plan } from "./plan.ts";

/** An item that has come since. */
export interface AddedItem {
  readonly node: OutlineNode;
  /** What holds it has come since too. */
  readonly isHeld: boolean;
  /** How many more have come inside it. */
  readonly holds: number;
}

/** An item that is no longer to be done: in the bin, deleted for good, or still in the plan but cancelled. */
export interface GoneItem {
  readonly was: BaselineItem;
  readonly how: "in-bin" | "deleted" | "dropped";
  /** The stage it stood in then; a stage stands in itself. */
  readonly stage: BaselineItem | null;
  /** What held it then is gone too. */
  readonly isHeld: boolean;
  /** How many more went that it held, at any depth. */
  readonly holds: number;
  /** What went to the bin when it did: itself or what holds it. Null unless it is in the bin. */
  readonly binnedId: Id | null;
}

/** In reading order, as given. */
export function addedItems(added: readonly OutlineNode[], then: BaselineIndex["byId"]): readonly AddedItem[] {
  const isNew = (node: OutlineNode | null): boolean => node !== null && !then.has(node.item.id);
  const held = new Map<Id, number>();
  for (const { item, parent } of added.toReversed()) {
    if (parent && isNew(parent)) count(held, parent.item.id, item.id);
  }
  return added.map((node) => ({
    node,
    isHeld: isNew(node.parent),
    holds: held.get(node.item.id) ?? 0,
  }));
}

/** In the reading order of the baseline. `live`: what stands in the plan; `dropped`: what of it was cancelled since. */
export function goneItems(
  plan: Plan,
  then: BaselineIndex,
  live: ReadonlyMap<Id, unknown>,
  dropped: ReadonlySet<Id>,
): readonly GoneItem[] {
  if (live.size === then.byId.size && dropped.size === 0) return [];
  const gone = [...then.byId.values()].filter(({ id }) => !live.has(id) || dropped.has(id));
  const isAway = (id: Id): boolean => then.byId.has(id) && !live.has(id);
  const isHeld = ({ id, parentId }: BaselineItem): boolean =>
    parentId !== null && isAway(parentId) && isAway(id);
  const held = new Map<Id, number>();
  for (const was of gone.toReversed()) if (isHeld(was)) count(held, was.parentId as Id, was.id);
  const binnedWith = binnedRoots(plan);
  return gone.map((was) => ({
    was,
    ...whereIs(plan, was.id, live.has(was.id), binnedWith),
    stage: then.stageOf.get(was.id) ?? null,
    isHeld: isHeld(was),
    holds: held.get(was.id) ?? 0,
  }));
}

/** One more in its container, and whatever it holds itself. */
function count(held: Map<Id, number>, containerId: Id, id: Id): void {
  held.set(containerId, (held.get(containerId) ?? 0) + 1 + (held.get(id) ?? 0));
}

function whereIs(
  plan: Plan,
  id: Id,
  isLive: boolean,
  binnedWith: (id: Id) => Id | null,
): Pick<GoneItem, "how" | "binnedId"> {
  if (isLive) return { how: "dropped", binnedId: null };
  if (!itemById(plan, id)) return { how: "deleted", binnedId: null };
  return { how: "in-bin", binnedId: binnedWith(id) };
}

/** What is marked as deleted of an item and what holds it, the nearest first; every way up is walked once. */
function binnedRoots(plan: Plan): (id: Id) => Id | null {
  const known = new Map<Id, Id | null>();
  return (id) => {
    const way: Id[] = [];
    let root: Id | null = null;
    for (let item = itemById(plan, id); item; ) {
      const found = item.deletedAt === null ? known.get(item.id) : item.id;
      if (found !== undefined) {
        root = found;
        break;
      }
      way.push(item.id);
      const parentId = parentIdOf(item);
      item = parentId === null ? null : itemById(plan, parentId);
    }
    for (const step of way) known.set(step, root);
    return root;
  };
}
