/** Links that would end up between an item and what holds it when items change their container. */
import type { Dependency } from "#shared/domain/dependency.ts";
import { parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";

/** Links from anything in `movingIds`, bin included, to the new container or what holds that. */
export function linksAcross(plan: Plan, movingIds: ReadonlySet<Id>, containerId: Id | null): Dependency[] {
  const above = new Set<Id>();
  for (let up = containerId; up !== null; up = parentOf(plan, up)) above.add(up);
  const moves = (id: Id): boolean => {
    for (let up: Id | null = id; up !== null; up = parentOf(plan, up)) if (movingIds.has(up)) return true;
    return false;
  };
  return [...plan.dependencies.values()].filter(
    ({ fromId, toId }) => (above.has(fromId) && moves(toId)) || (above.has(toId) && moves(fromId)),
  );
}

/** A refusal naming the first link that can be seen; links of what lies in the bin are no reason to refuse. */
export function nestedLinkRefusal(plan: Plan, links: readonly Dependency[]): Result<never> | null {
  const { byId } = outlineOf(plan);
  for (const { fromId, toId } of links) {
    const [from, to] = [byId.get(fromId)?.item, byId.get(toId)?.item];
    if (!from || !to) continue;
    const names = `“${nameOrUntitled(from.name, from.kind)}” and “${nameOrUntitled(to.name, to.kind)}”`;
    return refuse(
      "nested-link",
      `${names} are linked, so one cannot go inside the other. Remove the link first.`,
    );
  }
  return null;
}

function parentOf(plan: Plan, id: Id): Id | null {
  const item = itemById(plan, id);
  return item ? parentIdOf(item) : null;
}
