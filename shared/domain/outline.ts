/**
 * The plan as a tree in reading order, with outline numbers and roll-ups. Derived, never stored. Whatever lies in the
 * bin is left out together with all it holds.
 */
import type { Day } from "./day.ts";
import type { Dependency } from "./dependency.ts";
import type { PlanItem } from "./entity.ts";
import type { Id } from "./fields.ts";
import { buildOutline } from "./outlineBuild.ts";
import { updatedOutline } from "./outlineUpdate.ts";
import type { Plan } from "./plan.ts";

export interface OutlineNode {
  readonly item: PlanItem;
  readonly parent: OutlineNode | null;
  readonly children: readonly OutlineNode[];
  /** 0 for stages. */
  readonly depth: number;
  /** Among its siblings, from 1. */
  readonly place: number;
  /** Outline number such as `2.1.3`: the places on the way to it. */
  readonly wbsCode: string;
  /** The dates the row shows: a task's own, a milestone's date, a stage's or group's roll-up. */
  readonly start: Day | null;
  readonly finish: Day | null;
  /** These two as day numbers, which a drawing of all rows asks for. */
  readonly startNumber: number | null;
  readonly finishNumber: number | null;
  /** The same with everything the item holds. */
  readonly spanStart: Day | null;
  readonly spanFinish: Day | null;
  /** Working days of a task that holds nothing: planned, or as long as finished work really took. Null of others. */
  readonly days: number | null;
  /** A task that holds other items. */
  readonly isGroup: boolean;
  /** 0 to 100: own progress of a task; of a container, its tasks weighted by duration; null without tasks. */
  readonly progressPct: number | null;
  /** Leaf tasks below (or 1 for a leaf task), cancelled ones left out. */
  readonly taskCount: number;
  readonly doneCount: number;
  /** The stage the item stands in. */
  readonly stageId: Id;
}

export interface Outline {
  readonly stages: readonly OutlineNode[];
  /** Every live item in reading order, parents before what they hold. */
  readonly inOrder: readonly OutlineNode[];
  readonly byId: ReadonlyMap<Id, OutlineNode>;
}

const outlines = new WeakMap<Plan, Outline>();
/** The outline asked for last: most plans differ from the one before in a row or two. */
let latest: { readonly plan: Plan; readonly outline: Outline } | null = null;

/** The outline of a plan, worked out once per plan value. What an edit leaves as it was keeps its nodes. */
export function outlineOf(plan: Plan): Outline {
  let outline = outlines.get(plan);
  if (!outline) {
    outline = (latest && updatedOutline(latest.plan, latest.outline, plan)) ?? buildOutline(plan);
    outlines.set(plan, outline);
  }
  latest = { plan, outline };
  return outline;
}

/** Orders siblings by their order key; equal keys fall back to the id so that every copy sorts alike. */
export function compareOrder(a: { order: string; id: Id }, b: { order: string; id: Id }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** First and last day of everything live, or null for an empty plan. */
export function planSpan(outline: Outline): { readonly start: Day; readonly finish: Day } | null {
  let start: Day | null = null;
  let finish: Day | null = null;
  for (const stage of outline.stages) {
    if (stage.spanStart !== null && (start === null || stage.spanStart < start)) start = stage.spanStart;
    if (stage.spanFinish !== null && (finish === null || stage.spanFinish > finish))
      finish = stage.spanFinish;
  }
  return start !== null && finish !== null ? { start, finish } : null;
}

/** The node and everything below it, in reading order. */
export function subtreeOf(node: OutlineNode): OutlineNode[] {
  const found: OutlineNode[] = [];
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    found.push(next);
    for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as OutlineNode);
  }
  return found;
}

/** Of the given items those not held by another of them, in reading order; unknown ids are left out. */
export function topmostOf(outline: Outline, ids: Iterable<Id>): OutlineNode[] {
  const wanted = new Set(ids);
  if (wanted.size === 1) return [...wanted].flatMap((id) => outline.byId.get(id) ?? []);
  return outline.inOrder.filter((node) => wanted.has(node.item.id) && !hasAncestorIn(node, wanted));
}

function hasAncestorIn(node: OutlineNode, ids: ReadonlySet<Id>): boolean {
  for (let up = node.parent; up; up = up.parent) if (ids.has(up.item.id)) return true;
  return false;
}

/** The links whose two ends are both live. */
export function liveDependencies(plan: Plan): Dependency[] {
  const { byId } = outlineOf(plan);
  return [...plan.dependencies.values()].filter((d) => byId.has(d.fromId) && byId.has(d.toId));
}
