import type { Outline, OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";

/**
 * Tasks and milestones that an item could be linked with, the nearest in the outline first: not itself, not what
 * holds it or is held by it, and not what it is linked with already. A loop is refused later, with its path named.
 */
export function linkCandidates(
  plan: Plan,
  outline: Outline,
  node: OutlineNode,
  side: "before" | "after",
): readonly OutlineNode[] {
  const linked = new Set<string>();
  for (const { fromId, toId } of plan.dependencies.values()) {
    if (side === "before" && toId === node.item.id) linked.add(fromId);
    if (side === "after" && fromId === node.item.id) linked.add(toId);
  }
  const at = outline.inOrder.indexOf(node);
  return outline.inOrder
    .map((candidate, index) => ({ candidate, away: distance(index - at, side) }))
    .filter(({ candidate }) => candidate.item.kind !== "stage" && !linked.has(candidate.item.id))
    .filter(({ candidate }) => candidate !== node && !holds(candidate, node) && !holds(node, candidate))
    .sort((a, b) => a.away - b.away)
    .map(({ candidate }) => candidate);
}

/** Rows above come first for what goes before, rows below for what follows. */
function distance(rows: number, side: "before" | "after"): number {
  const wrongWay = side === "before" ? rows > 0 : rows < 0;
  return Math.abs(rows) * 2 + (wrongWay ? 1 : 0);
}

function holds(container: OutlineNode, node: OutlineNode): boolean {
  for (let up = node.parent; up; up = up.parent) if (up === container) return true;
  return false;
}
