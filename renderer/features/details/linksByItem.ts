import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";

export interface LinkEnd {
  readonly dependency: Dependency;
  readonly otherNode: OutlineNode;
}

export interface ItemLinks {
  readonly before: readonly LinkEnd[];
  readonly after: readonly LinkEnd[];
}

type LinksOfPlan = Plan["dependencies"];
const known = new WeakMap<LinksOfPlan, ReadonlyMap<Id, readonly Dependency[]>>();

/** What comes before an item and what follows it, in reading order. */
export function linksOf(plan: Plan, id: Id): ItemLinks {
  const { byId } = outlineOf(plan);
  const before: LinkEnd[] = [];
  const after: LinkEnd[] = [];
  for (const dependency of indexOf(plan.dependencies).get(id) ?? []) {
    const comesBefore = dependency.toId === id;
    const otherNode = byId.get(comesBefore ? dependency.fromId : dependency.toId);
    if (otherNode && byId.has(id)) (comesBefore ? before : after).push({ dependency, otherNode });
  }
  return { before: before.sort(inReadingOrder), after: after.sort(inReadingOrder) };
}

/** The links at each item, worked out once as long as no link changes. */
function indexOf(links: LinksOfPlan): ReadonlyMap<Id, readonly Dependency[]> {
  let byItem = known.get(links);
  if (!byItem) {
    const found = new Map<Id, Dependency[]>();
    for (const link of links.values()) {
      for (const id of [link.fromId, link.toId]) {
        const own = found.get(id);
        if (own) own.push(link);
        else found.set(id, [link]);
      }
    }
    byItem = found;
    known.set(links, byItem);
  }
  return byItem;
}

function inReadingOrder(a: LinkEnd, b: LinkEnd): number {
  return a.otherNode.wbsCode.localeCompare(b.otherNode.wbsCode, "en", { numeric: true });
}
