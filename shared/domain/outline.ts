/**
 * The plan as a tree in reading order, with outline numbers and roll-ups. Derived, never stored; O(n) in the
 * number of live items. Whatever lies in the bin is left out together with all it holds.
 */
import type { CalendarTable } from "#shared/schedule/calendar.ts";
import type { Day } from "./day.ts";
import type { Dependency } from "./dependency.ts";
import { type PlanItem, parentIdOf } from "./entity.ts";
import type { Id } from "./fields.ts";
import type { Plan } from "./plan.ts";
import type { Task } from "./task.ts";
import { dateOf, finishOf, startOf } from "./taskDates.ts";
import { calendarFor } from "./workingTime.ts";

export interface OutlineNode {
  readonly item: PlanItem;
  readonly parent: OutlineNode | null;
  readonly children: readonly OutlineNode[];
  /** 0 for stages. */
  readonly depth: number;
  /** Outline number such as `2.1.3`. */
  readonly wbsCode: string;
  /** The dates the row shows: a task's own, a milestone's date, a stage's or group's roll-up. */
  readonly start: Day | null;
  readonly finish: Day | null;
  /** The same with everything the item holds. */
  readonly spanStart: Day | null;
  readonly spanFinish: Day | null;
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

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Draft extends Mutable<Omit<OutlineNode, "children" | "parent">> {
  parent: Draft | null;
  children: Draft[];
  weight: number;
  weightedProgress: number;
}

const outlines = new WeakMap<Plan, Outline>();

/** The outline of a plan, worked out once per plan value. */
export function outlineOf(plan: Plan): Outline {
  let outline = outlines.get(plan);
  if (!outline) {
    outline = buildOutline(plan);
    outlines.set(plan, outline);
  }
  return outline;
}

/** Orders siblings by their order key; equal keys fall back to the id so that every copy sorts alike. */
export function compareOrder(a: { order: string; id: Id }, b: { order: string; id: Id }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function buildOutline(plan: Plan): Outline {
  const childrenOf = liveChildren(plan);
  const inOrder: Draft[] = [];
  const stages = (childrenOf.get(null) ?? []).map((item) => draft(item, null));
  const stack = number(stages, "").reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    inOrder.push(node);
    const parent = node;
    parent.children = (childrenOf.get(parent.item.id) ?? []).map((item) => draft(item, parent));
    stack.push(...number(parent.children, `${parent.wbsCode}.`).reverse());
  }
  rollUp(plan, inOrder);
  return { stages, inOrder, byId: new Map(inOrder.map((node) => [node.item.id, node])) };
}

function liveChildren(plan: Plan): Map<Id | null, PlanItem[]> {
  const childrenOf = new Map<Id | null, PlanItem[]>();
  const add = (item: PlanItem): void => {
    if (item.deletedAt !== null) return;
    const parentId = parentIdOf(item);
    const siblings = childrenOf.get(parentId);
    if (siblings) siblings.push(item);
    else childrenOf.set(parentId, [item]);
  };
  for (const stage of plan.stages.values()) add(stage);
  for (const milestone of plan.milestones.values()) add(milestone);
  for (const task of plan.tasks.values()) add(task);
  for (const siblings of childrenOf.values()) siblings.sort(compareOrder);
  return childrenOf;
}

function draft(item: PlanItem, parent: Draft | null): Draft {
  return {
    item,
    parent,
    children: [],
    depth: parent ? parent.depth + 1 : 0,
    wbsCode: "",
    start: null,
    finish: null,
    spanStart: null,
    spanFinish: null,
    isGroup: false,
    progressPct: null,
    taskCount: 0,
    doneCount: 0,
    stageId: parent ? parent.stageId : item.id,
    weight: 0,
    weightedProgress: 0,
  };
}

function number(nodes: Draft[], prefix: string): Draft[] {
  nodes.forEach((node, index) => {
    node.wbsCode = `${prefix}${index + 1}`;
  });
  return [...nodes];
}

/** Children come after their parent in reading order, so one backward pass adds everything up. */
function rollUp(plan: Plan, inOrder: readonly Draft[]): void {
  for (let i = inOrder.length - 1; i >= 0; i--) {
    const node = inOrder[i] as Draft;
    const { item } = node;
    if (item.kind === "milestone") {
      node.start = dateOf(item);
      node.finish = node.start;
    } else if (item.kind === "task" && node.children.length === 0) {
      node.start = startOf(item);
      node.finish = knownFinish(item, calendarFor(plan, item));
      countLeafTask(node);
    } else {
      node.isGroup = item.kind === "task";
      node.start = node.spanStart;
      node.finish = node.spanFinish;
    }
    widen(node, node.start, node.finish);
    if (node.taskCount > 0) {
      node.progressPct = node.weight > 0 ? Math.round(node.weightedProgress / node.weight) : 0;
    }
    if (node.parent) addTo(node.parent, node);
  }
}

const finishes = new WeakMap<Task, { readonly calendar: CalendarTable; readonly finish: Day }>();

/** A task's last day, remembered as long as its row and the calendar stay the same: an edit touches few rows. */
function knownFinish(task: Task, calendar: CalendarTable): Day {
  let known = finishes.get(task);
  if (known?.calendar !== calendar) {
    known = { calendar, finish: finishOf(task, calendar) };
    finishes.set(task, known);
  }
  return known.finish;
}

function countLeafTask(node: Draft): void {
  if (node.item.kind !== "task" || node.item.status === "cancelled") return;
  node.taskCount = 1;
  node.doneCount = node.item.status === "done" ? 1 : 0;
  node.weight = Math.max(node.item.durationDays, 0.5);
  node.weightedProgress = node.weight * node.item.progressPct;
}

function widen(node: Draft, start: Day | null, finish: Day | null): void {
  if (start !== null && (node.spanStart === null || start < node.spanStart)) node.spanStart = start;
  if (finish !== null && (node.spanFinish === null || finish > node.spanFinish)) node.spanFinish = finish;
}

function addTo(parent: Draft, child: Draft): void {
  widen(parent, child.spanStart, child.spanFinish);
  parent.taskCount += child.taskCount;
  parent.doneCount += child.doneCount;
  parent.weight += child.weight;
  parent.weightedProgress += child.weightedProgress;
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
