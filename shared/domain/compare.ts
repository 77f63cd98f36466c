/**
 * A plan against one of its baselines: what moved and by how much, what came, what went, what got done. Derived,
 * never stored; worked out once per plan and baseline, O(items of both).
 *
 * Variances are working days of the plan's own calendar, whoever does the work: above 0 later than frozen, below 0
 * earlier (PMI Practice Standard for Scheduling: finish variance = current finish - baseline finish).
 */
import { type CalendarTable, calendarTable } from "#shared/schedule/calendar.ts";
import type { Baseline, BaselineItem } from "./baseline.ts";
import { indexOf } from "./baselineIndex.ts";
import { type AddedItem, addedItems, type GoneItem, goneItems } from "./cameAndWent.ts";
import type { Day } from "./day.ts";
import { parentIdOf } from "./entity.ts";
import type { Id } from "./fields.ts";
import { type OutlineNode, outlineOf, planSpan } from "./outline.ts";
import type { Plan } from "./plan.ts";
import { isCancelled, isFinished } from "./standing.ts";

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
  const then = indexOf(baseline);
  const calendar = calendarTable(plan.roadmap.calendar);
  const byId = new Map<Id, ItemComparison>();
  const changed: ItemComparison[] = [];
  const fresh: OutlineNode[] = [];
  for (const node of outline.inOrder) {
    const was = then.byId.get(node.item.id);
    if (!was) {
      fresh.push(node);
      continue;
    }
    const item = knownComparison(node, was, calendar);
    byId.set(was.id, item);
    if (item.changes.length > 0) changed.push(item);
  }
  const dropped = new Set(
    changed.flatMap(({ was, changes }) => (changes.includes("dropped") ? [was.id] : [])),
  );
  const gone = goneItems(plan, then, byId, dropped);
  return {
    baseline,
    varianceDays: daysBetween(calendar, then.lastDay, planSpan(outline)?.finish ?? null),
    byId,
    changed,
    added: addedItems(fresh, then.byId),
    gone,
    finished: changed.filter((item) => item.changes.includes("finished")),
    stages: stagesOf(outline.stages, byId),
    isEmpty: changed.length + fresh.length + gone.length === 0,
  };
}

/** Most days have not moved, so they are compared before they are counted. */
function daysBetween(calendar: CalendarTable, from: Day | null, to: Day | null): number | null {
  if (from === null || to === null) return null;
  return from === to ? 0 : calendar.workingDaysBetween(from, to);
}

const known = new WeakMap<OutlineNode, { readonly calendar: CalendarTable; readonly item: ItemComparison }>();

/** An edit leaves most nodes of the outline as they were, and so what was said of them. */
function knownComparison(node: OutlineNode, was: BaselineItem, calendar: CalendarTable): ItemComparison {
  let found = known.get(node);
  if (found?.item.was !== was || found.calendar !== calendar) {
    found = { calendar, item: compareItem(node, was, calendar) };
    known.set(node, found);
  }
  return found.item;
}

const NOTHING: readonly ItemChange[] = [];

function compareItem(node: OutlineNode, was: BaselineItem, calendar: CalendarTable): ItemComparison {
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
    startVarianceDays: daysBetween(calendar, was.start, start),
    varianceDays: daysBetween(calendar, was.finish, finish),
    changes: changes.length > 0 ? changes : NOTHING,
  };
}

function stagesOf(
  stages: readonly OutlineNode[],
  byId: ReadonlyMap<Id, ItemComparison>,
): readonly StageComparison[] {
  const milestones = new Map<Id, ItemComparison[]>(stages.map(({ item }) => [item.id, []]));
  for (const item of byId.values())
    if (item.node.item.kind === "milestone") milestones.get(item.node.stageId)?.push(item);
  return stages.map((node) => {
    const item = byId.get(node.item.id);
    return {
      node,
      was: item?.was ?? null,
      startVarianceDays: item?.startVarianceDays ?? null,
      varianceDays: item?.varianceDays ?? null,
      milestones: milestones.get(node.item.id) ?? [],
    };
  });
}

/** Largest slip first; those that moved alike, and those without dates at the end, stay in their order. */
export function bySlip<T extends { readonly varianceDays: number | null }>(items: readonly T[]): T[] {
  const slip = ({ varianceDays }: T): number => varianceDays ?? Number.NEGATIVE_INFINITY;
  return [...items].sort((a, b) => (slip(a) === slip(b) ? 0 : slip(b) - slip(a)));
}
