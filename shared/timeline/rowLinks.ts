/** The links between the rows of a timeline. Pure, O(links). */
import type { DependencyType } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { TimelineRow } from "./bar.ts";
import type { Filtered } from "./filter.ts";

/** A link between two visible rows. */
export interface TimelineLink {
  readonly id: Id;
  readonly fromId: Id;
  readonly toId: Id;
  readonly type: DependencyType;
}

/**
 * The links to draw between the given rows. An end that is folded away moves to the row it is folded into; links
 * within one folded row, doubles that folding makes, and links of what a filter leaves out are left out.
 */
export function timelineLinks(
  plan: Plan,
  rows: readonly TimelineRow[],
  filtered: Filtered | null | undefined = null,
): TimelineLink[] {
  const all = plan.stages.size + plan.milestones.size + plan.tasks.size;
  // With a row for everything, nothing is folded, left out or in the bin.
  if (!filtered && rows.length === all) return [...plan.dependencies.values()];
  const { byId, inOrder } = outlineOf(plan);
  const visible = rows.length === inOrder.length ? byId : new Set(rows.map((row) => row.id));
  const shown = (id: Id): Id | null => {
    if (visible.has(id)) return id;
    for (let node = byId.get(id)?.parent ?? null; node; node = node.parent) {
      if (visible.has(node.item.id)) return node.item.id;
    }
    return null;
  };
  // Only folding makes doubles.
  const seen = rows.length < inOrder.length ? new Set<string>() : null;
  const links: TimelineLink[] = [];
  for (const dependency of plan.dependencies.values()) {
    const { id, type } = dependency;
    if (filtered && !(filtered.shown.has(dependency.fromId) && filtered.shown.has(dependency.toId))) continue;
    const fromId = shown(dependency.fromId);
    const toId = shown(dependency.toId);
    if (fromId === null || toId === null || fromId === toId) continue;
    const moved = fromId !== dependency.fromId || toId !== dependency.toId;
    if (seen) {
      const key = `${fromId} ${toId} ${type}`;
      if (moved && seen.has(key)) continue;
      seen.add(key);
    }
    links.push(moved ? { id, fromId, toId, type } : dependency);
  }
  return links;
}

/**
 * The links of `rows`, or those known of `before` where they must be the same: the plan's links are, and the same rows
 * stand in the same order with nothing folded.
 */
export function timelineLinksAfter(
  before: LinkedRows | null,
  plan: Plan,
  rows: readonly TimelineRow[],
  filtered: Filtered | null | undefined = null,
): LinkedRows {
  const same =
    before?.dependencies === plan.dependencies &&
    rows.length === outlineOf(plan).inOrder.length &&
    rows.length === before.rows.length &&
    rows.every((row, index) => row === before.rows[index] || row.id === before.rows[index]?.id);
  const links = same ? before.links : timelineLinks(plan, rows, filtered);
  return { rows, links, dependencies: plan.dependencies };
}

/** Rows with the links between them. */
export interface LinkedRows {
  readonly rows: readonly TimelineRow[];
  readonly links: readonly TimelineLink[];
  readonly dependencies: Plan["dependencies"];
}
