/** The plain facts at the head of the plan on a page. Everything is worked out from the plan; nothing is judged. */

import { type Day, formatDay } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { daysLate } from "#shared/domain/standing.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { answererOf } from "#shared/print/layout/owners.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

/** Live milestones in order of date, then of place in the plan. */
export function milestonesByDate(plan: Plan): OutlineNode[] {
  return outlineOf(plan)
    .inOrder.filter((node) => node.item.kind === "milestone")
    .sort((a, b) => ((a.start ?? "") < (b.start ?? "") ? -1 : (a.start ?? "") > (b.start ?? "") ? 1 : 0));
}

export function isReached({ item }: OutlineNode): boolean {
  return item.kind === "milestone" && item.reachedOn !== null;
}

export function headlineFacts(plan: Plan, asOf: Day): Fact[] {
  return [stageFact(plan, asOf), reachedFact(plan, asOf), nextFact(plan, asOf), workFact(plan, asOf)];
}

/** The stage we are in: the first in order that still has open work. Null when nothing is open. */
export function currentStage(plan: Plan): OutlineNode | null {
  const { stages, inOrder } = outlineOf(plan);
  const open = new Set(inOrder.filter(isOpen).map((node) => node.stageId));
  return stages.find((stage) => open.has(stage.item.id)) ?? null;
}

function isOpen(node: OutlineNode): boolean {
  if (node.item.kind === "milestone") return node.item.reachedOn === null;
  return node.item.kind === "task" && !node.isGroup && node.taskCount > 0 && node.doneCount === 0;
}

function stageFact(plan: Plan, asOf: Day): Fact {
  const { stages } = outlineOf(plan);
  const stage = currentStage(plan);
  if (!stage) return stageFactWithoutOpenWork(stages);
  const place = `Stage ${stages.indexOf(stage) + 1} of ${stages.length}`;
  const value = nameOrUntitled(stage.item.name, "stage");
  const { spanStart: start, spanFinish: finish } = stage;
  if (start !== null && start > asOf) {
    return { label: "Stage ahead", value, detail: `${place}, starts ${formatDay(start)}` };
  }
  const ending =
    finish === null ? "" : finish < asOf ? `, was due ${formatDay(finish)}` : `, to ${formatDay(finish)}`;
  return { label: "Stage we are in", value, detail: `${place}${ending}` };
}

function stageFactWithoutOpenWork(stages: readonly OutlineNode[]): Fact {
  const label = "Stage we are in";
  const held = stages.filter((stage) => stage.spanStart !== null);
  if (held.length > 0)
    return { label, value: "All done", detail: `${count(held.length, "stage")} behind us` };
  const [first] = stages;
  if (!first) return { label, value: "No stages yet", detail: "" };
  return {
    label,
    value: nameOrUntitled(first.item.name, "stage"),
    detail: `Stage 1 of ${stages.length}, no dates yet`,
  };
}

function reachedFact(plan: Plan, asOf: Day): Fact {
  const milestones = milestonesByDate(plan);
  const label = "Milestones reached";
  if (milestones.length === 0) return { label, value: "None set", detail: "" };
  const late = milestones.filter((node) => daysLate(node, asOf) > 0).length;
  return {
    label,
    value: `${milestones.filter(isReached).length} of ${milestones.length}`,
    detail: late > 0 ? `${late} past ${late === 1 ? "its" : "their"} date` : "None past its date",
  };
}

function nextFact(plan: Plan, asOf: Day): Fact {
  const open = milestonesByDate(plan).filter((node) => !isReached(node));
  const next = open.find((node) => (node.start ?? "") >= asOf) ?? open[0];
  const label = "Next milestone";
  if (!next) return { label, value: "None ahead", detail: "" };
  const owner = answererOf(plan, next) ?? "no owner";
  return {
    label,
    value: nameOrUntitled(next.item.name, "milestone"),
    detail: `${formatDay(next.start ?? asOf)}, ${owner}`,
  };
}

function workFact(plan: Plan, asOf: Day): Fact {
  const { stages, inOrder } = outlineOf(plan);
  const total = stages.reduce((sum, stage) => sum + stage.taskCount, 0);
  const label = "Work done";
  if (total === 0) return { label, value: "No tasks yet", detail: "" };
  const done = stages.reduce((sum, stage) => sum + stage.doneCount, 0);
  const late = inOrder.filter((node) => node.item.kind === "task" && daysLate(node, asOf) > 0).length;
  return {
    label,
    value: `${workDonePct(inOrder)} %`,
    detail: `${done} of ${count(total, "task")} done, ${late === 0 ? "none" : late} late`,
  };
}

/** Progress of all tasks, weighted by their length as the outline weighs them. */
function workDonePct(inOrder: readonly OutlineNode[]): number {
  let weight = 0;
  let done = 0;
  for (const { item, isGroup } of inOrder) {
    if (item.kind !== "task" || isGroup || item.status === "cancelled") continue;
    const share = Math.max(item.durationDays, 0.5);
    weight += share;
    done += share * item.progressPct;
  }
  return weight === 0 ? 0 : Math.floor(done / weight);
}
