/** Works an outline out from the rows, stage by stage. Linear in the items, and in the length of the sibling lists. */
import { calendarTable } from "#shared/schedule/calendar.ts";
import type { Day } from "./day.ts";
import { type PlanItem, parentIdOf } from "./entity.ts";
import type { Id } from "./fields.ts";
import { compareOrder, type Outline, type OutlineNode } from "./outline.ts";
import type { Plan } from "./plan.ts";
import { dateOf, finishOf, shownDays, startOf } from "./taskDates.ts";
import { calendarFor } from "./workingTime.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Draft extends Mutable<Omit<OutlineNode, "children" | "parent">> {
  parent: Draft | null;
  children: readonly Draft[];
  weight: number;
  weightedProgress: number;
}

export function buildOutline(plan: Plan): Outline {
  const childrenOf = liveChildren(plan);
  const segments = (childrenOf.get(null) ?? []).map((stage, i) =>
    buildStage(plan, stage, i + 1, (id) => childrenOf.get(id) ?? NONE),
  );
  return joinSegments(segments, null);
}

/** The nodes of one stage in reading order, the stage's own first. */
export function buildStage(
  plan: Plan,
  stage: PlanItem,
  number: number,
  childrenOf: (parentId: Id) => readonly PlanItem[],
): readonly OutlineNode[] {
  const inOrder: Draft[] = [];
  const stack = [draft(stage, null, `${number}`)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    inOrder.push(node);
    const children = childrenOf(node.item.id);
    if (children.length === 0) continue;
    const parent = node;
    parent.children = children.map((child, i) => draft(child, parent, `${parent.wbsCode}.${i + 1}`));
    for (let i = children.length - 1; i >= 0; i--) stack.push(parent.children[i] as Draft);
  }
  rollUp(plan, inOrder);
  return inOrder;
}

/** Puts the nodes of all stages together. Most readers ask for no id, so a map of them is made when one does. */
export function joinSegments(
  segments: readonly (readonly OutlineNode[])[],
  byId: ReadonlyMap<Id, OutlineNode> | null,
): Outline {
  const inOrder = segments.flat();
  let index = byId;
  return {
    stages: segments.map(([stage]) => stage as OutlineNode),
    inOrder,
    get byId() {
      index ??= indexed(inOrder);
      return index;
    },
  };
}

function indexed(nodes: readonly OutlineNode[]): ReadonlyMap<Id, OutlineNode> {
  const byId = new Map<Id, OutlineNode>();
  for (const node of nodes) byId.set(node.item.id, node);
  return byId;
}

function liveChildren(plan: Plan): Map<Id | null, PlanItem[]> {
  const childrenOf = new Map<Id | null, PlanItem[]>();
  let [siblings, theirParent]: [PlanItem[], Id | null | undefined] = [[], undefined];
  const add = (item: PlanItem): void => {
    if (item.deletedAt !== null) return;
    const parentId = parentIdOf(item);
    // Rows of one parent mostly follow each other.
    if (parentId !== theirParent) {
      siblings = childrenOf.get(parentId) ?? [];
      theirParent = parentId;
      if (siblings.length === 0) childrenOf.set(parentId, siblings);
    }
    siblings.push(item);
  };
  for (const stage of plan.stages.values()) add(stage);
  for (const milestone of plan.milestones.values()) add(milestone);
  for (const task of plan.tasks.values()) add(task);
  for (const siblings of childrenOf.values()) siblings.sort(compareOrder);
  return childrenOf;
}

/** What most items hold, shared: a large plan would fill a new list for each. */
const NONE: readonly PlanItem[] = [];
const NO_DRAFTS: readonly Draft[] = [];

function draft(item: PlanItem, parent: Draft | null, wbsCode: string): Draft {
  return {
    item,
    parent,
    children: NO_DRAFTS,
    depth: parent ? parent.depth + 1 : 0,
    wbsCode,
    start: null,
    finish: null,
    days: null,
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

/** Children come after their parent in reading order, so one backward pass adds everything up. */
function rollUp(plan: Plan, inOrder: readonly Draft[]): void {
  const common = calendarTable(plan.roadmap.calendar);
  for (let i = inOrder.length - 1; i >= 0; i--) {
    const node = inOrder[i] as Draft;
    const { item } = node;
    if (item.kind === "milestone") {
      node.start = dateOf(item);
      node.finish = node.start;
    } else if (item.kind === "task" && node.children.length === 0) {
      node.start = startOf(item);
      const calendar = item.assignments.length === 0 ? common : calendarFor(plan, item);
      node.finish = finishOf(item, calendar);
      node.days = shownDays(item, calendar);
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
