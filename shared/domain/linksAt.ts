/** The links that begin or end at each item, looked up by its id. */
import type { Dependency } from "./dependency.ts";
import type { Id } from "./fields.ts";
import type { Plan } from "./plan.ts";

type LinksOfPlan = Plan["dependencies"];
const known = new WeakMap<LinksOfPlan, ReadonlyMap<Id, readonly Dependency[]>>();

/** Links of items in the bin among them. Worked out once as long as no link changes. */
export function linksAt(links: LinksOfPlan, id: Id): readonly Dependency[] {
  let byItem = known.get(links);
  if (!byItem) {
    byItem = indexOf(links);
    known.set(links, byItem);
  }
  return byItem.get(id) ?? [];
}

function indexOf(links: LinksOfPlan): ReadonlyMap<Id, readonly Dependency[]> {
  const byItem = new Map<Id, Dependency[]>();
  for (const link of links.values()) {
    for (const id of [link.fromId, link.toId]) {
      const own = byItem.get(id);
      if (own) own.push(link);
      else byItem.set(id, [link]);
    }
  }
  return byItem;
}
