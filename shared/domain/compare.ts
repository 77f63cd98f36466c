/**
 * A plan against one of its baselines: what moved and by how much, what came, what went, what got done. Derived,
 * never stored; worked out once per plan and baseline, O(items of both).
 *
 * Variances are working days of the plan's own calendar, whoever does the work: above 0 later than frozen, below 0
 * earlier (PMI Practice Standard for Scheduling: finish variance = current finish - baseline finish).
 */
import { calendarTable } from "#shared/schedule/calendar.ts";
import type { Baseline, BaselineItem } from "./baseline.ts";
import type { Day } from "./day.ts";
import { type PlanItem, parentIdOf } from "./entity.ts";
import type { Id } from "./fields.ts";
import { type OutlineNode, outlineOf, planSpan } from "./outline.ts";
import { itemById, type Plan } from "./plan.ts";
import { isFinished } from "./standing.ts";

/** What became of an item since; `regrouped`: something else holds it now; `dropped`: it was cancelled. */
export type ItemChange = "moved" | "finished" | "reopened" | "dropped" | "renamed" | "regrouped";

/** An item that stood in the plan then and stands in it now. */
export interface ItemComparison {
  readonly node: OutlineNode;
  readonly was: BaselineItem;
  /** By how many working days the first day moved; null where it had none then or has none now. */
  readonly startVarianceDays: number | null;
  /** The same of the last day. 0 also where a date moved among days that are not worked. */
  readonly varianceDays: number | null;
  readonly changes: readonly ItemChange[];
}

/** An item that has come since. */
export interface AddedItem {
  readonly node: OutlineNode;
  /** What holds it has come since too. */
  readonly isHeld: boolean;
  /** How many more have come inside it. */
  readonly holds: number;
}

/** An item that is no longer to be done: in the bin, deleted for good, or still in the plan but cancelled. */
export interface GoneItem {
  readonly was: BaselineItem;
  readonly how: "in-bin" | "deleted" | "dropped";
  /** The stage it stood in then; a stage stands in itself. */
  readonly stage: BaselineItem | null;
  /** What held it then is gone too. */
  readonly isHeld: boolean;
  /** How many more went that it held, at any depth. */
  readonly holds: number;
  /** What went to the bin when it did: itself or what holds it. Null unless it is in the bin. */
  readonly binnedId: Id | null;
}

/** A stage of today's plan; one that has come since has null for what it was. */
export interface StageComparison {
  readonly node: OutlineNode;
  readonly was: BaselineItem | null;
  readonly startVarianceDays: number | null;
  readonly varianceDays: number | null;
  /** Its milestones that stood in the plan then, wherever, in reading order. */
  readonly milestones: readonly ItemComparison[];
}

export interface Comparison {
  readonly baseline: Baseline;
  /** Finish variance of the whole plan. */
  readonly varianceDays: number | null;
  /** Everything that stood then and stands now. */
  readonly byId: ReadonlyMap<Id, ItemComparison>;
  /** Of these, whatever changed, in reading order. */
  readonly changed: readonly ItemComparison[];
  /** In reading order. */
  readonly added: readonly AddedItem[];
  /** In the reading order of the baseline. */
  readonly gone: readonly GoneItem[];
  /** Done or reached since, in reading order. */
  readonly finished: readonly ItemComparison[];
  /** In reading order. */
  readonly stages: readonly StageComparison[];
  /** Nothing at all is different. */
  readonly isEmpty: boolean;
}

const comparisons = new WeakMap<Plan, WeakMap<Baseline, Comparison>>();

/** The plan held against a baseline; the same value for the same two. */
export function compareWithBaseline(plan: Plan, baseline: Baseline): Comparison {
  let ofPlan = comparisons.get(plan);
  if (!ofPlan) {
    ofPlan = new WeakMap();
    comparisons.set(plan, ofPlan);
  }
  let comparison = ofPlan.get(baseline);
  if (!comparison) {
    comparison = compare(plan, baseline);
    ofPlan.set(baseline, comparison);
  }
  return comparison;
}

function compare(plan: Plan, baseline: Baseline): Comparison {
  const outline = outlineOf(plan);
  const then = itemsById(baseline);
  const between = countsOf(plan);
  const byId = new Map<Id, ItemComparison>();
  for (const node of outline.inOrder) {
    const was = then.get(node.item.id);
    if (was) byId.set(node.item.id, compareItem(node, was, between));
  }
  const kept = [...byId.values()];
  const changed = kept.filter((item) => item.changes.length > 0);
  const added = addedItems(outline.inOrder, then);
  const gone = goneItems(plan, then, byId);
  const span = planSpan(outline);
  return {
    baseline,
    varianceDays: between(lastDay(then.values()), span?.finish ?? null),
    byId,
    changed,
    added,
    gone,
    finished: changed.filter((item) => item.changes.includes("finished")),
    stages: stagesOf(outline.stages, kept, byId),
    isEmpty: changed.length + added.length + gone.length === 0,
  };
}

const indexes = new WeakMap<Baseline["items"], ReadonlyMap<Id, BaselineItem>>();

/** Of two items with one id (a file written by hand) the first counts. */
function itemsById({ items }: Baseline): ReadonlyMap<Id, BaselineItem> {
  let index = indexes.get(items);
  if (!index) {
    const map = new Map<Id, BaselineItem>();
    for (const item of items) if (!map.has(item.id)) map.set(item.id, item);
    index = map;
    indexes.set(items, index);
  }
  return index;
}

type Between = (from: Day | null, to: Day | null) => number | null;

/** Most days have not moved, so they are compared before they are counted. */
function countsOf(plan: Plan): Between {
  const calendar = calendarTable(plan.roadmap.calendar);
  return (from, to) => {
    if (from === null || to === null) return null;
    return from === to ? 0 : calendar.workingDaysBetween(from, to);
  };
}

const NOTHING: readonly ItemChange[] = [];

function compareItem(node: OutlineNode, was: BaselineItem, between: Between): ItemComparison {
  const { item, start, finish } = node;
  const changes: ItemChange[] = [];
  if (start !== was.start || finish !== was.finish) changes.push("moved");
  const finished = isFinished(node);
  if (finished && !was.isFinished) changes.push(isCancelled(item) ? "dropped" : "finished");
  if (!finished && was.isFinished) changes.push("reopened");
  if (item.name !== was.name) changes.push("renamed");
  if (parentIdOf(item) !== was.parentId) changes.push("regrouped");
  return {
    node,
    was,
    startVarianceDays: between(was.start, start),
    varianceDays: between(was.finish, finish),
    changes: changes.length > 0 ? changes : NOTHING,
  };
}

function isCancelled(item: PlanItem): boolean {
  return item.kind === "task" && item.status === "cancelled";
}

function addedItems(
  inOrder: readonly OutlineNode[],
  then: ReadonlyMap<Id, BaselineItem>,
): readonly AddedItem[] {
  const isNew = (node: OutlineNode | null): boolean => node !== null && !then.has(node.item.id);
  const fresh = inOrder.filter(isNew);
  const held = new Map<Id, number>();
  for (const { item, parent } of fresh.toReversed()) {
    if (parent && isNew(parent))
      held.set(parent.item.id, heldIn(held, parent.item.id) + 1 + heldIn(held, item.id));
  }
  return fresh.map((node) => ({ node, isHeld: isNew(node.parent), holds: heldIn(held, node.item.id) }));
}

function heldIn(held: ReadonlyMap<Id, number>, id: Id): number {
  return held.get(id) ?? 0;
}

/** Containers stand before what they hold in a baseline; whatever names one that does not has no stage. */
function goneItems(
  plan: Plan,
  then: ReadonlyMap<Id, BaselineItem>,
  byId: ReadonlyMap<Id, ItemComparison>,
): readonly GoneItem[] {
  const stages = new Map<Id, BaselineItem>();
  const gone: BaselineItem[] = [];
  const away = new Set<Id>();
  for (const was of then.values()) {
    const stage = was.kind === "stage" ? was : stages.get(was.parentId ?? "");
    if (stage) stages.set(was.id, stage);
    const kept = byId.get(was.id);
    if (!kept) away.add(was.id);
    if (!kept || kept.changes.includes("dropped")) gone.push(was);
  }
  const isHeld = ({ id, parentId }: BaselineItem): boolean =>
    parentId !== null && away.has(parentId) && away.has(id);
  const held = new Map<Id, number>();
  for (const was of gone.toReversed()) {
    const { id, parentId } = was;
    if (parentId !== null && isHeld(was)) held.set(parentId, heldIn(held, parentId) + 1 + heldIn(held, id));
  }
  const binnedWith = binnedRoots(plan);
  return gone.map((was) => ({
    was,
    ...whereIs(plan, was.id, byId, binnedWith),
    stage: stages.get(was.id) ?? null,
    isHeld: isHeld(was),
    holds: heldIn(held, was.id),
  }));
}

function whereIs(
  plan: Plan,
  id: Id,
  byId: ReadonlyMap<Id, ItemComparison>,
  binnedWith: (id: Id) => Id | null,
): Pick<GoneItem, "how" | "binnedId"> {
  if (byId.has(id)) return { how: "dropped", binnedId: null };
  if (!itemById(plan, id)) return { how: "deleted", binnedId: null };
  return { how: "in-bin", binnedId: binnedWith(id) };
}

/** What is marked as deleted of an item and what holds it, the nearest first; every way up is walked once. */
function binnedRoots(plan: Plan): (id: Id) => Id | null {
  const known = new Map<Id, Id | null>();
  return (id) => {
    const way: Id[] = [];
    let root: Id | null = null;
    for (let item = itemById(plan, id); item; ) {
      const found = item.deletedAt === null ? known.get(item.id) : item.id;
      if (found !== undefined) {
        root = found;
        break;
      }
      way.push(item.id);
      const parentId = parentIdOf(item);
      item = parentId === null ? null : itemById(plan, parentId);
    }
    for (const step of way) known.set(step, root);
    return root;
  };
}

function stagesOf(
  stages: readonly OutlineNode[],
  kept: readonly ItemComparison[],
  byId: ReadonlyMap<Id, ItemComparison>,
): readonly StageComparison[] {
  const milestones = new Map<Id, ItemComparison[]>(stages.map(({ item }) => [item.id, []]));
  for (const item of kept)
    if (item.node.item.kind === "milestone") milestones.get(item.node.stageId)?.push(item);
  return stages.map((node) => {
    const known = byId.get(node.item.id);
    return {
      node,
      was: known?.was ?? null,
      startVarianceDays: known?.startVarianceDays ?? null,
      varianceDays: known?.varianceDays ?? null,
      milestones: milestones.get(node.item.id) ?? [],
    };
  });
}

function lastDay(items: Iterable<BaselineItem>): Day | null {
  let last: Day | null = null;
  for (const { finish } of items) if (finish !== null && (last === null || finish > last)) last = finish;
  return last;
}

/** Largest slip first; those that moved alike, and those without dates at the end, stay in their order. */
export function bySlip<T extends { readonly varianceDays: number | null }>(items: readonly T[]): T[] {
  const slip = ({ varianceDays }: T): number => varianceDays ?? Number.NEGATIVE_INFINITY;
  return [...items].sort((a, b) => (slip(a) === slip(b) ? 0 : slip(b) - slip(a)));
}
