/** Line of sight: which milestone serves which sentence of the vision, and what serves none of them. */
import type { Day } from "./day.ts";
import { latest } from "./day.ts";
import type { Id } from "./fields.ts";
import type { Milestone } from "./milestone.ts";
import { type Outline, type OutlineNode, outlineOf } from "./outline.ts";
import type { Plan } from "./plan.ts";
import type { VisionLine } from "./roadmap.ts";
import { isFinished } from "./standing.ts";
import { dateOf } from "./taskDates.ts";

/** A milestone at its place in the outline. */
export interface MilestoneNode extends OutlineNode {
  readonly item: Milestone;
}

/** A sentence of the vision with what serves it. */
export interface ServedLine {
  readonly line: VisionLine;
  /** By date; those of one day in the plan's order. */
  readonly milestones: readonly MilestoneNode[];
  readonly reached: number;
  /** The first that is still ahead; null when all are reached or there is none. */
  readonly next: MilestoneNode | null;
  /** The day on which the sentence is true: when the last milestone is, or was, reached. Null while nothing serves it. */
  readonly trueOn: Day | null;
}

export interface LineOfSight {
  /** In the order of the sentences. */
  readonly lines: readonly ServedLine[];
  /** Milestones that serve no sentence, in the plan's order. */
  readonly orphans: readonly MilestoneNode[];
  /** Open tasks that lead to no milestone, in the plan's order. What holds other items is not one of them. */
  readonly loose: readonly OutlineNode[];
}

const known = new WeakMap<Plan, LineOfSight>();

/** Worked out once per plan value. Every live milestone is in exactly one place; what lies in the bin is in none. */
export function lineOfSight(plan: Plan): LineOfSight {
  let sight = known.get(plan);
  if (!sight) {
    sight = workOut(plan);
    known.set(plan, sight);
  }
  return sight;
}

function workOut(plan: Plan): LineOfSight {
  const outline = outlineOf(plan);
  const onLine = new Map<Id, MilestoneNode[]>(plan.roadmap.visionLines.map(({ id }) => [id, []]));
  const orphans: MilestoneNode[] = [];
  for (const node of outline.inOrder) {
    if (!isMilestone(node)) continue;
    const home = onLine.get(node.item.visionLineId ?? "") ?? orphans;
    home.push(node);
  }
  const lines = plan.roadmap.visionLines.map((line) => served(line, onLine.get(line.id) ?? []));
  return { lines, orphans, loose: looseTasks(plan, outline) };
}

function isMilestone(node: OutlineNode): node is MilestoneNode {
  return node.item.kind === "milestone";
}

function served(line: VisionLine, inPlanOrder: readonly MilestoneNode[]): ServedLine {
  const milestones = inPlanOrder.toSorted((a, b) => byDay(dateOf(a.item), dateOf(b.item)));
  return {
    line,
    milestones,
    reached: milestones.filter((node) => node.item.reachedOn !== null).length,
    next: milestones.find((node) => node.item.reachedOn === null) ?? null,
    trueOn: latest(milestones.map((node) => dateOf(node.item))),
  };
}

function byDay(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function looseTasks(plan: Plan, outline: Outline): OutlineNode[] {
  const leads = leadingToMilestones(plan, outline);
  return outline.inOrder.filter(
    (node) => node.item.kind === "task" && !node.isGroup && !leads.has(node.item.id) && !isFinished(node),
  );
}

/**
 * Items that lead to a milestone: those that stand in one, and those that something leading there waits for, by a
 * link to it or to what holds it. Linear in items and links, without recursion.
 */
function leadingToMilestones(plan: Plan, outline: Outline): ReadonlySet<Id> {
  const before = new Map<Id, Id[]>();
  for (const { fromId, toId } of plan.dependencies.values()) {
    const known = before.get(toId);
    if (known) known.push(fromId);
    else before.set(toId, [fromId]);
  }
  const leads = new Set<Id>();
  const followed = new Set<Id>();
  const work: OutlineNode[] = outline.inOrder.filter(isMilestone);
  for (let node = work.pop(); node; node = work.pop()) {
    if (leads.has(node.item.id)) continue;
    leads.add(node.item.id);
    work.push(...node.children);
    for (let up: OutlineNode | null = node; up && !followed.has(up.item.id); up = up.parent) {
      followed.add(up.item.id);
      for (const id of before.get(up.item.id) ?? []) {
        const from = outline.byId.get(id);
        if (from) work.push(from);
      }
    }
  }
  return leads;
}
