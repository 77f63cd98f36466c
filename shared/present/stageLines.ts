/** What is shown of a stage: its milestones, what is late or waiting, and what its gate asks for. */
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { GateCriterion } from "#shared/domain/gate.ts";
import { tooEarlyIn } from "#shared/domain/gates.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { type OutlineNode, subtreeOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Stage } from "#shared/domain/stage.ts";
import { daysLate } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { capital, count, HEALTH_WORDS, isBlank, nameOrUntitled, STATUS_WORDS } from "#shared/domain/words.ts";
import { answererOf, doersOf } from "#shared/print/layout/owners.ts";
import {
  COLUMNS,
  type CriterionLine,
  headingLine,
  heightOf,
  type ItemLine,
  type PresentLine,
  textLine,
} from "./lines.ts";

/** More open trouble than this is counted, not listed. */
const MOST_TROUBLE = 8;

export function stageLines(plan: Plan, stage: OutlineNode, today: Day): readonly PresentLine[] {
  const nodes = subtreeOf(stage);
  const milestones = nodes.flatMap((node) =>
    node.item.kind === "milestone" ? [milestoneLine(plan, node, node.item, today)] : [],
  );
  return [
    ...(milestones.length > 0 ? milestones : [textLine("none", "No milestones yet.", COLUMNS.criterion)]),
    ...troubleLines(plan, nodes, today),
    ...criteriaLines(stage.item as Stage),
  ];
}

export function milestoneLine(plan: Plan, node: OutlineNode, milestone: Milestone, today: Day): ItemLine {
  const { reachedOn, health } = milestone;
  const late = daysLate(node, today);
  const isEarly = tooEarlyIn(plan).has(milestone.id);
  const rated = health === "unset" ? "" : HEALTH_WORDS[health];
  const words = [
    reachedOn === null ? rated : "Reached",
    late > 0 ? `${count(late, "day")} late` : "",
    isEarly ? "too early" : "",
  ];
  return itemLine(node, {
    kind: "milestone",
    day: reachedOn ?? milestone.date,
    today,
    who: answererOf(plan, node) ?? "Nobody yet",
    isDone: reachedOn !== null,
    mark: reachedOn === null ? health : "reached",
    state: sentence(words) || "Not rated",
    isUrgent: late > 0 || isEarly || (reachedOn === null && health === "off-track"),
  });
}

export function taskLine(plan: Plan, node: OutlineNode, task: Task, today: Day): ItemLine {
  const late = daysLate(node, today);
  const [doer = answererOf(plan, node) ?? "Nobody yet", ...others] = doersOf(plan, node);
  return itemLine(node, {
    kind: "task",
    day: node.finish,
    today,
    who: others.length > 0 ? `${doer} +${others.length}` : doer,
    isDone: task.status === "done",
    mark: task.status,
    state: sentence([STATUS_WORDS[task.status], late > 0 ? `${count(late, "day")} late` : ""]),
    isUrgent: late > 0 || task.status === "blocked",
  });
}

type ItemFacts = Pick<ItemLine, "kind" | "day" | "who" | "isDone" | "mark" | "state" | "isUrgent"> & {
  readonly today: Day;
};

function itemLine({ item }: OutlineNode, { today, ...facts }: ItemFacts): ItemLine {
  const text = nameOrUntitled(item.name, item.kind);
  return {
    ...facts,
    key: item.id,
    id: item.id,
    name: item.name,
    text,
    dayWords: facts.day === null ? "" : formatDayNear(facts.day, today),
    height: heightOf([text, COLUMNS.name], [facts.who, COLUMNS.who], [facts.state, COLUMNS.state]),
    isHeading: false,
  };
}

/** Open tasks that are late, waiting or blocked: the longest late first. */
function troubleLines(plan: Plan, nodes: readonly OutlineNode[], today: Day): readonly PresentLine[] {
  const found = nodes
    .flatMap((node) => (node.item.kind === "task" && !node.isGroup ? [{ node, task: node.item }] : []))
    .filter(({ node, task }) => {
      return task.status === "waiting" || task.status === "blocked" || daysLate(node, today) > 0;
    })
    .sort((a, b) => daysLate(b.node, today) - daysLate(a.node, today));
  if (found.length === 0) return [];
  const left = found.length - MOST_TROUBLE;
  return [
    headingLine("trouble", "Late or waiting"),
    ...found.slice(0, MOST_TROUBLE).map(({ node, task }) => taskLine(plan, node, task, today)),
    ...(left > 0
      ? [textLine("more trouble", `and ${count(left, "more task", "more tasks")}`, COLUMNS.name)]
      : []),
  ];
}

function criteriaLines({ id, gateCriteria }: Stage): readonly PresentLine[] {
  if (gateCriteria.length === 0) return [];
  return [
    headingLine("gate", "What the gate asks for"),
    ...gateCriteria.map((one) => criterionLine(id, one)),
  ];
}

function criterionLine(stageId: string, criterion: GateCriterion): CriterionLine {
  const { id, isMust, isMet, evidence } = criterion;
  const text = isBlank(criterion.text) ? "Untitled criterion" : criterion.text;
  const figure = evidence.findLast((one) => one.figure !== "")?.figure ?? "";
  const bare = isMet && evidence.length === 0 ? "no evidence" : "";
  const state = sentence([isMust ? "Must-have" : "Should-have", figure || bare]);
  const height = heightOf([text, COLUMNS.criterion], [state, COLUMNS.evidence]);
  return {
    kind: "criterion",
    key: `${stageId} ${id}`,
    stageId,
    id,
    name: criterion.text,
    text,
    isDone: isMet,
    state,
    height,
    isHeading: false,
  };
}

/** `Off track, 3 days late`. */
function sentence(parts: readonly string[]): string {
  return capital(parts.filter((part) => part !== "").join(", "));
}
