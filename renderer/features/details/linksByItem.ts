import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveDependencies, type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";

export interface LinkEnd {
  readonly dependency: Dependency;
  readonly otherNode: OutlineNode;
}

export interface ItemLinks {
  readonly before: readonly LinkEnd[];
  readonly after: readonly LinkEnd[];
}

const NONE: ItemLinks = { before: [], after: [] };
const known = new WeakMap<Plan, ReadonlyMap<Id, ItemLinks>>();

/** What comes before an item and what follows it, in reading order. Worked out once per plan, not per selection. */
export function linksOf(plan: Plan, id: Id): ItemLinks {
  let byItem = known.get(plan);
  if (!byItem) {
    byItem = linksByItem(plan);
    known.set(plan, byItem);
  }
  return byItem.get(id) ?? NONE;
}

function linksByItem(plan: Plan): ReadonlyMap<Id, ItemLinks> {
  const links = new Map<Id, { before: LinkEnd[]; after: LinkEnd[] }>();
  const dependencies = liveDependencies(plan);
  if (dependencies.length === 0) return links;
  const { byId, inOrder } = outlineOf(plan);
  const place = new Map(inOrder.map((node, index) => [node.item.id, index]));
  function add(id: Id, side: keyof ItemLinks, dependency: Dependency, otherId: Id): void {
    const own = links.get(id) ?? { before: [], after: [] };
    own[side].push({ dependency, otherNode: byId.get(otherId) as OutlineNode });
    links.set(id, own);
  }
  for (const dependency of dependencies) {
    add(dependency.toId, "before", dependency, dependency.fromId);
    add(dependency.fromId, "after", dependency, dependency.toId);
  }
  const placeOf = ({ otherNode }: LinkEnd): number => place.get(otherNode.item.id) ?? 0;
  for (const { before, after } of links.values()) {
    before.sort((a, b) => placeOf(a) - placeOf(b));
    after.sort((a, b) => placeOf(a) - placeOf(b));
  }
  return links;
}
