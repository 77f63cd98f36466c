/** Links that would end up between an item and what holds it when items change their container. */
import type { Dependency } from "#shared/domain/dependency.ts";
import { parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { linksAt } from "#shared/domain/linksAt.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";

/**
 * Links between anything in `movingIds` (with all they hold, bin included) and the new container or what holds
 * that. They mean nothing there, so they go along with the move.
 */
export function linksAcross(plan: Plan, movingIds: ReadonlySet<Id>, containerId: Id | null): Dependency[] {
  const above = new Set<Id>();
  for (let up = containerId; up !== null; up = parentOf(plan, up)) above.add(up);
  if ([...above].every((id) => linksAt(plan.dependencies, id).length === 0)) return [];
  const moves = (id: Id): boolean => {
    for (let up: Id | null = id; up !== null; up = parentOf(plan, up)) if (movingIds.has(up)) return true;
    return false;
  };
  return [...plan.dependencies.values()].filter(
    ({ fromId, toId }) => (above.has(fromId) && moves(toId)) || (above.has(toId) && moves(fromId)),
  );
}

function parentOf(plan: Plan, id: Id): Id | null {
  const item = itemById(plan, id);
  return item ? parentIdOf(item) : null;
}
