import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { linksAt } from "#shared/domain/linksAt.ts";
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

/** What comes before an item and what follows it, in reading order. */
export function linksOf(plan: Plan, id: Id): ItemLinks {
  const { byId } = outlineOf(plan);
  const before: LinkEnd[] = [];
  const after: LinkEnd[] = [];
  for (const dependency of linksAt(plan.dependencies, id)) {
    const comesBefore = dependency.toId === id;
    const otherNode = byId.get(comesBefore ? dependency.fromId : dependency.toId);
    if (otherNode && byId.has(id)) (comesBefore ? before : after).push({ dependency, otherNode });
  }
  return { before: before.sort(inReadingOrder), after: after.sort(inReadingOrder) };
}

function inReadingOrder(a: LinkEnd, b: LinkEnd): number {
  return a.otherNode.wbsCode.localeCompare(b.otherNode.wbsCode, "en", { numeric: true });
}
