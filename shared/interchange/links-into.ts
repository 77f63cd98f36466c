import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveDependencies } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";

/** The links between live items, by the later item. */
export function linksInto(plan: Plan): ReadonlyMap<Id, readonly Dependency[]> {
  return linksBy(plan, ({ toId }) => toId);
}

/** The links between live items, by the earlier item. */
export function linksOutOf(plan: Plan): ReadonlyMap<Id, readonly Dependency[]> {
  return linksBy(plan, ({ fromId }) => fromId);
}

function linksBy(plan: Plan, idOf: (link: Dependency) => Id): ReadonlyMap<Id, readonly Dependency[]> {
  const links = new Map<Id, Dependency[]>();
  for (const link of liveDependencies(plan)) {
    const known = links.get(idOf(link));
    if (known) known.push(link);
    else links.set(idOf(link), [link]);
  }
  return links;
}
