/** Works an outline out from the rows, stage by stage. Linear in the items, and in the length of the sibling lists. */
import { type CalendarTable, calendarTable } from "#shared/schedule/calendar.ts";
import { type Day, dayFromNumber, dayNumber } from "./day.ts";
import type { PlanItem } from "./entity.ts";
import type { Id } from "./fields.ts";
import { compareOrder, type Outline, type OutlineNode } from "./outline.ts";
import type { Plan } from "./plan.ts";
import type { Task } from "./task.ts";
import { dateOf, finishNumberOf, shownDays, startOf } from "./taskDates.ts";
import { calendarFor } from "./workingTime.ts";

/** One of ten thousand: it keeps numbers, and what few of its readers ask for is worked out when they do. */
class Node implements OutlineNode {
  readonly item: PlanItem;
  readonly parent: Node | null;
  children: readonly Node[];
  readonly depth: number;
  readonly stageId: Id;
  readonly place: number;
  days: number | null;
  taskCount: number;
  doneCount: number;
  /** First and last day, as day numbers, of the item and all it holds. */
  #first: number | null;
  #last: number | null;
  #weight: number;
  #weightedProgress: number;

  constructor(item: PlanItem, parent: Node | null, place: number) {
    this.item = item;
    this.parent = parent;
    this.children = NO_NODES;
    this.depth = parent ? parent.depth + 1 : 0;
    this.stageId = parent ? parent.stageId : item.id;
    this.days = null;
    this.taskCount = 0;
    this.doneCount = 0;
    this.place = place;
    this.#first = null;
    this.#last = null;
    this.#weight = 0;
    this.#weightedProgress = 0;
  }
  get wbsCode(): string {
    let code = String(this.place);
    for (let up = this.parent; up; up = up.parent) code = `${up.place}.${code}`;
    return code;
  }
  get isGroup(): boolean {
    return this.item.kind === "task" && this.children.length > 0;
  }
  get startNumber(): number | null {
    return this.item.kind === "milestone" ? dayNumber(dateOf(this.item)) : this.#first;
  }
  get finishNumber(): number | null {
    return this.item.kind === "milestone" ? dayNumber(dateOf(this.item)) : this.#last;
  }
  get start(): Day | null {
    return dayOrNull(this.startNumber);
  }
  get finish(): Day | null {
    return dayOrNull(this.finishNumber);
  }
  get spanStart(): Day | null {
    return dayOrNull(this.#first);
  }
  get spanFinish(): Day | null {
    return dayOrNull(this.#last);
  }
  get progressPct(): number | null {
    if (this.taskCount === 0) return null;
    return this.#weight > 0 ? Math.round(this.#weightedProgress / this.#weight) : 0;
  }

  /** Adds its own dates and progress to what it holds. */
  settle(plan: Plan, common: CalendarTable): void {
    const { item } = this;
    if (item.kind === "milestone") {
      const day = dayNumber(dateOf(item));
      this.#widen(day, day);
    } else if (item.kind === "task" && this.children.length === 0) {
      const calendar = item.assignments.length === 0 ? common : calendarFor(plan, item);
      this.#widen(dayNumber(startOf(item)), finishNumberOf(item, calendar));
      this.days = shownDays(item, calendar);
      this.#countTask(item);
    }
  }

  #countTask({ status, durationDays, progressPct }: Task): void {
    if (status === "cancelled") return;
    this.taskCount = 1;
    this.doneCount = status === "done" ? 1 : 0;
    this.#weight = Math.max(durationDays, 0.5);
    this.#weightedProgress = this.#weight * progressPct;
  }

  #widen(first: number | null, last: number | null): void {
    if (first !== null && (this.#first === null || first < this.#first)) this.#first = first;
    if (last !== null && (this.#last === null || last > this.#last)) this.#last = last;
  }

  add(child: Node): void {
    this.#widen(child.#first, child.#last);
    this.taskCount += child.taskCount;
    this.doneCount += child.doneCount;
    this.#weight += child.#weight;
    this.#weightedProgress += child.#weightedProgress;
  }
}

function dayOrNull(number: number | null): Day | null {
  return number === null ? null : dayFromNumber(number);
}

export function buildOutline(plan: Plan): Outline {
  const childrenOf = liveChildren(plan);
  const stages = childrenOf.get(null) ?? NONE;
  let holders = childrenOf.size - 1;
  // Once all that hold something were met, the others need not be looked up.
  const heldBy = (id: Id): readonly PlanItem[] => {
    const held = holders > 0 ? childrenOf.get(id) : undefined;
    if (held) holders--;
    return held ?? NONE;
  };
  const segments = stages.map((stage, i) => buildStage(plan, stage, i + 1, heldBy));
  return joinSegments(segments, null);
}

/** The nodes of one stage in reading order, the stage's own first. */
export type Segment = readonly OutlineNode[];

export function buildStage(
  plan: Plan,
  stage: PlanItem,
  number: number,
  childrenOf: (parentId: Id) => readonly PlanItem[],
): Segment {
  const top = new Node(stage, null, number);
  const inOrder = [top];
  // What is gone through at present, each within the one before, and how far.
  const path = [holding(top, childrenOf(stage.id))];
  const at = [0];
  for (let level = 0; level >= 0; ) {
    const siblings = path[level] as readonly Node[];
    const node = siblings[at[level] as number];
    if (!node) {
      level--;
      continue;
    }
    (at[level] as number)++;
    inOrder.push(node);
    const items = childrenOf(node.item.id);
    if (items.length === 0) continue;
    level++;
    path[level] = holding(node, items);
    at[level] = 0;
  }
  rollUp(plan, inOrder);
  return inOrder;
}

function holding(parent: Node, items: readonly PlanItem[]): readonly Node[] {
  if (items.length > 0) parent.children = items.map((item, i) => new Node(item, parent, i + 1));
  return parent.children;
}

/** Children come after their parent in reading order, so one backward pass adds everything up. */
function rollUp(plan: Plan, inOrder: readonly Node[]): void {
  const common = calendarTable(plan.roadmap.calendar);
  for (let i = inOrder.length - 1; i >= 0; i--) {
    const node = inOrder[i] as Node;
    node.settle(plan, common);
    node.parent?.add(node);
  }
}

/** Puts the nodes of all stages together. Most readers ask for no id, so a map of them is made when one does. */
export function joinSegments(
  segments: readonly Segment[],
  byId: ReadonlyMap<Id, OutlineNode> | null,
): Outline {
  const [only] = segments;
  const inOrder = segments.length === 1 && only ? only : segments.flat();
  let index = byId;
  const outline = {
    stages: segments.map(([stage]) => stage as OutlineNode),
    inOrder,
    get byId() {
      index ??= indexed(inOrder);
      return index;
    },
  };
  joined.set(outline, segments);
  return outline;
}

const joined = new WeakMap<Outline, readonly Segment[]>();

/** What an outline was put together from. */
export function segmentsOf(outline: Outline): readonly Segment[] {
  return joined.get(outline) ?? [];
}

function indexed(nodes: readonly OutlineNode[]): ReadonlyMap<Id, OutlineNode> {
  const byId = new Map<Id, OutlineNode>();
  for (const node of nodes) byId.set(node.item.id, node);
  return byId;
}

function liveChildren(plan: Plan): Map<Id | null, readonly PlanItem[]> {
  const childrenOf = new Map<Id | null, PlanItem[]>();
  addLive(childrenOf, plan.stages.values());
  addLive(childrenOf, plan.milestones.values());
  addLive(childrenOf, plan.tasks.values());
  for (const siblings of childrenOf.values()) if (!isSorted(siblings)) siblings.sort(compareOrder);
  return childrenOf;
}

function addLive(childrenOf: Map<Id | null, PlanItem[]>, items: Iterable<PlanItem>): void {
  let siblings: PlanItem[] = [];
  let theirParent: Id | null | undefined;
  for (const item of items) {
    if (item.deletedAt !== null) continue;
    const parentId = item.kind === "stage" ? null : item.parentId;
    // Rows of one parent mostly follow each other.
    if (parentId !== theirParent) {
      siblings = childrenOf.get(parentId) ?? [];
      theirParent = parentId;
      if (siblings.length === 0) childrenOf.set(parentId, siblings);
    }
    siblings.push(item);
  }
}

function isSorted(siblings: readonly PlanItem[]): boolean {
  for (let i = 1; i < siblings.length; i++)
    if (compareOrder(siblings[i - 1] as PlanItem, siblings[i] as PlanItem) > 0) return false;
  return true;
}

/** What most items hold, shared: a large plan would fill a new list for each. */
const NONE: readonly PlanItem[] = [];
const NO_NODES: readonly Node[] = [];
