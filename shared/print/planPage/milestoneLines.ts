/** The milestones of the plan on a page: as many as there is room for, the ones that matter now first to stay. */

import { type Day, formatDay } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { daysLate } from "#shared/domain/standing.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { answererOf } from "#shared/print/layout/owners.ts";
import { BODY_STRONG, BODY_TEXT, LINE, LIST, type Room } from "#shared/print/layout/planText.ts";
import { type StateMark, stateOf } from "#shared/print/layout/state.ts";
import { ellipsise, type Measure, wrapText } from "#shared/print/layout/text.ts";
import { isReached } from "./facts.ts";

export interface MilestoneLine {
  readonly node: OutlineNode;
  readonly stageIndex: number;
  readonly name: readonly string[];
  readonly stage: string;
  readonly date: string;
  readonly owner: string;
  readonly state: StateMark;
  readonly tasks: string;
}

/** Where the table is narrow, stage and tasks take no room: the stage's mark stands before the name. */
export interface MilestoneColumns {
  readonly name: number;
  readonly stage: number;
  readonly date: number;
  readonly owner: number;
  readonly state: number;
  readonly tasks: number;
}

export interface MilestoneList {
  readonly columns: MilestoneColumns;
  /** In order of date. */
  readonly milestones: readonly MilestoneLine[];
  /** Milestones that found no room, and how many of them are reached. */
  readonly milestonesLeft: number;
  readonly reachedLeft: number;
  /** Space above and below a row's text and its hairline, together. */
  readonly rowPadding: number;
  /** Of table and last line. */
  readonly height: number;
}

/** Widest a column grows before its words are shortened, as shares of the table; names get what is left. */
const MOST = { stage: 0.2, owner: 0.23, state: 0.26 };
const NARROW = 480;
export const ROW_PADDING = 7;
const AIRY_PADDING = 11;
const MOST_ROWS = 12;
/** Rows move closer together before fewer than these are shown. */
const LEAST_ROWS = 8;
const PADDINGS = [ROW_PADDING, 5.5, 4.5];
const CELL_GAP = 8;
const MARK = 12;

/**
 * Which milestones matter now: the troubled and the next ones in turn, each by date, then the last reached. The
 * weight falls along that row.
 */
export function importance(ordered: readonly OutlineNode[], asOf: Day): (node: OutlineNode) => number {
  const open = ordered.filter((node) => !isReached(node));
  const troubled = open.filter((node) => isTroubled(node, asOf));
  const ahead = open.filter((node) => !isTroubled(node, asOf));
  const inTurn = Array.from({ length: Math.max(troubled.length, ahead.length) }, (_, i) => [
    troubled[i],
    ahead[i],
  ]);
  const row = [...inTurn.flat().filter((node) => node !== undefined), ...ordered.filter(isReached).reverse()];
  const places = new Map(row.map((node, i) => [node, i]));
  return (node) => row.length - (places.get(node) ?? row.length);
}

function isTroubled(node: OutlineNode, asOf: Day): boolean {
  const { item } = node;
  if (item.kind !== "milestone") return false;
  return item.health === "off-track" || item.health === "at-risk" || daysLate(node, asOf) > 0;
}

export function milestoneList(
  plan: Plan,
  ordered: readonly OutlineNode[],
  asOf: Day,
  room: Room,
  measure: Measure,
): MilestoneList {
  const weightOf = importance(ordered, asOf);
  const words = ordered.map((node) => milestoneWords(plan, node, asOf));
  const columns = milestoneColumns(words, room.width, measure);
  const lines = new Map(words.map((line) => [line.node, fitted(line, columns, measure)]));
  const textHeight = (node: OutlineNode): number => (lines.get(node)?.name.length ?? 1) * LINE.body;
  const byWeight = [...ordered].sort((one, other) => weightOf(other) - weightOf(one));
  const attempts = PADDINGS.map((padding) => chosenOf(byWeight, textHeight, padding, room.height));
  const wanted = Math.min(LEAST_ROWS, ordered.length);
  const choice = attempts.find(({ nodes }) => nodes.size >= wanted) ?? (attempts.at(-1) as Choice);
  const { nodes, used, limit, padding } = choice;
  const milestones = ordered.flatMap((node) => (nodes.has(node) ? [lines.get(node) as MilestoneLine] : []));
  const spare = milestones.length === 0 ? 0 : (limit - used) / milestones.length;
  const rowPadding = Math.min(AIRY_PADDING, padding + Math.floor(spare * 4) / 4);
  return {
    columns,
    milestones,
    milestonesLeft: ordered.length - milestones.length,
    reachedLeft: ordered.filter((node) => isReached(node) && !nodes.has(node)).length,
    rowPadding,
    height: room.height - limit + used + milestones.length * (rowPadding - padding),
  };
}

interface Choice {
  readonly nodes: ReadonlySet<OutlineNode>;
  readonly used: number;
  /** Height for rows. */
  readonly limit: number;
  readonly padding: number;
}

/** As many as fit, the weightiest first. */
function chosenOf(
  byWeight: readonly OutlineNode[],
  textHeight: (node: OutlineNode) => number,
  padding: number,
  height: number,
): Choice {
  const total = byWeight.reduce((sum, node) => sum + textHeight(node) + padding, LIST.tableHead);
  const isComplete = total <= height && byWeight.length <= MOST_ROWS;
  const limit = height - LIST.tableHead - (isComplete ? 0 : LIST.more);
  const nodes = new Set<OutlineNode>();
  let used = 0;
  for (const node of byWeight) {
    const needs = textHeight(node) + padding;
    if (nodes.size >= MOST_ROWS || used + needs > limit) break;
    used += needs;
    nodes.add(node);
  }
  return { nodes, used, limit, padding };
}

interface MilestoneWords extends Omit<MilestoneLine, "name"> {
  readonly name: string;
}

function milestoneWords(plan: Plan, node: OutlineNode, asOf: Day): MilestoneWords {
  const { stages, byId } = outlineOf(plan);
  const stage = byId.get(node.stageId);
  return {
    node,
    stageIndex: stage ? stages.indexOf(stage) : 0,
    name: nameOrUntitled(node.item.name, "milestone"),
    stage: stage ? nameOrUntitled(stage.item.name, "stage") : "",
    date: formatDay(node.start ?? asOf),
    owner: answererOf(plan, node) ?? "No owner",
    state: stateOf(node, asOf) ?? { word: "", shape: "ring", tone: "plain" },
    tasks: node.taskCount === 0 ? "–" : `${node.doneCount}/${node.taskCount}`,
  };
}

function milestoneColumns(
  lines: readonly MilestoneWords[],
  width: number,
  measure: Measure,
): MilestoneColumns {
  const widest = (head: string, words: readonly string[]): number =>
    Math.max(...[head, ...new Set(words)].map((word) => measure(word, BODY_TEXT))) + CELL_GAP + 1;
  const stages = lines.map(({ stage }) => stage);
  const owners = lines.map(({ owner }) => owner);
  const states = lines.map(({ state }) => state.word);
  const isNarrow = width < NARROW;
  const fixed = {
    stage: isNarrow ? 0 : Math.min(widest("Stage", stages) + MARK, width * MOST.stage),
    date: widest(
      "Date",
      lines.map(({ date }) => date),
    ),
    owner: Math.min(widest("Owner", owners), width * MOST.owner),
    state: Math.min(widest("Health", states) + MARK, width * MOST.state),
    tasks: isNarrow
      ? 0
      : widest(
          "Tasks",
          lines.map(({ tasks }) => tasks),
        ),
  };
  return { ...fixed, name: width - Object.values(fixed).reduce((sum, column) => sum + column, 0) };
}

function fitted(line: MilestoneWords, columns: MilestoneColumns, measure: Measure): MilestoneLine {
  const cut = (text: string, width: number): string => ellipsise(text, width - CELL_GAP, BODY_TEXT, measure);
  const nameMark = columns.stage === 0 ? MARK : 0;
  return {
    ...line,
    name: wrapText(line.name, columns.name - CELL_GAP - 1 - nameMark, 2, BODY_STRONG, measure),
    stage: cut(line.stage, columns.stage - MARK),
    owner: cut(line.owner, columns.owner),
    state: { ...line.state, word: cut(line.state.word, columns.state - MARK) },
  };
}
