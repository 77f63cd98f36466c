/** Where a drag would drop: between which rows, on which level, and why not. */
import type { Id } from "#shared/domain/fields.ts";
import { canHold, type Place } from "#shared/domain/operations/place.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { KIND_WORDS } from "#shared/domain/words.ts";
import type { VisibleRows } from "./rows.ts";

export interface Drop {
  /** The row (its place on screen) above which the line is drawn. */
  readonly line: number;
  readonly depth: number;
  /** Null where it cannot go. */
  readonly place: Place | null;
  readonly problem: string | null;
}

/** Imported plans nest milestones in tasks; a drag keeps that possible for those, but does not start it. */
function mayHold(parent: OutlineNode | null, node: OutlineNode): boolean {
  const startsNesting =
    parent?.item.kind === "task" && node.item.kind === "milestone" && node.parent?.item.kind !== "task";
  return !startsNesting && canHold(parent?.item.kind ?? null, node.item.kind);
}

interface Gap {
  readonly above: OutlineNode | null;
  readonly below: OutlineNode | null;
  readonly line: number;
}

/**
 * The drop for a pointer that stands `y` rows below the first row (1.4: in the second) and `depth` levels in. The
 * line falls on the nearest edge between rows that stay; the level is the nearest one that can hold what moves.
 */
export function dropAt(visible: VisibleRows, moving: readonly OutlineNode[], y: number, depth: number): Drop {
  const gap = gapAt(visible, new Set(moving.map((node) => node.item.id)), y);
  const lowest = gap.below?.depth ?? 0;
  const highest = gap.above ? gap.above.depth + 1 : 0;
  let best: { readonly depth: number; readonly place: Place } | null = null;
  for (let level = lowest; level <= highest; level++) {
    const place = placeOn(visible, gap.above, level);
    const parent = level === 0 ? null : ancestorOn(gap.above, level - 1);
    const fits = moving.every((node) => mayHold(parent, node));
    if (fits && (best === null || Math.abs(level - depth) < Math.abs(best.depth - depth)))
      best = { depth: level, place };
  }
  if (best) return { line: gap.line, ...best, problem: null };
  const clamped = Math.min(Math.max(depth, lowest), highest);
  return { line: gap.line, depth: clamped, place: null, problem: refusal(moving) };
}

function gapAt(visible: VisibleRows, movingIds: ReadonlySet<Id>, y: number): Gap {
  let above: OutlineNode | null = null;
  let line = 0;
  const edge = Math.round(y);
  for (let index = 0; index < visible.rows.length; index++) {
    const row = visible.rows[index];
    if (row?.type !== "item" || isInside(row.node, movingIds)) continue;
    if (index >= edge)
      return { above, below: row.node, line: above ? Math.max(line, Math.min(edge, index)) : index };
    above = row.node;
    line = index + 1;
  }
  return { above, below: null, line };
}

function isInside(node: OutlineNode, ids: ReadonlySet<Id>): boolean {
  for (let up: OutlineNode | null = node; up; up = up.parent) if (ids.has(up.item.id)) return true;
  return false;
}

function ancestorOn(node: OutlineNode | null, depth: number): OutlineNode | null {
  let up = node;
  while (up && up.depth > depth) up = up.parent;
  return up;
}

/** Behind the item (or its holder) on that level; one level deeper, first inside the row above, or last when it is closed. */
function placeOn(visible: VisibleRows, above: OutlineNode | null, depth: number): Place {
  if (!above) return { parentId: null, afterId: null };
  if (depth > above.depth) {
    const [first] = above.children;
    const isClosed = first !== undefined && !visible.indexOf.has(first.item.id);
    return { parentId: above.item.id, afterId: isClosed ? (above.children.at(-1)?.item.id ?? null) : null };
  }
  const sibling = ancestorOn(above, depth) as OutlineNode;
  return { parentId: sibling.parent?.item.id ?? null, afterId: sibling.item.id };
}

function refusal(moving: readonly OutlineNode[]): string {
  const kinds = new Set(moving.map((node) => node.item.kind));
  const [kind] = kinds;
  if (kinds.size > 1 || !kind) return "These cannot go here together";
  if (kind === "stage") return "A stage stands at the top level";
  if (kind === "milestone") return "A milestone goes right inside a stage";
  return `A ${KIND_WORDS[kind].toLowerCase()} goes inside a stage, a milestone or a task`;
}
