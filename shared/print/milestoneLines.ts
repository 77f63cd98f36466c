/** The milestones of the plan on a page: as many as there is room for, the ones that matter now first to stay. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { isReached } from "./facts.ts";
import { answererOf } from "./owners.ts";
import { BODY_STRONG, BODY_TEXT, LINE, LIST, type Room } from "./planText.ts";
import { daysLate, type StateMark, stateOf } from "./state.ts";
import { ellipsise, type Measure, wrapText } from "./text.ts";

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

export interface MilestoneList {
  /** In order of date. */
  readonly milestones: readonly MilestoneLine[];
  /** Milestones that found no room; the table of all work has them. */
  readonly milestonesLeft: number;
  /** Space above and below a row's text, together. */
  readonly rowPadding: number;
}

/** Shares of the table's width. */
export const MILESTONE_COLUMNS = {
  name: 0.31,
  stage: 0.19,
  date: 0.12,
  owner: 0.14,
  state: 0.18,
  tasks: 0.06,
};
export const ROW_PADDING = 6.5;
const AIRY_PADDING = 9;
const MOST_ROWS = 12;
const CELL_GAP = 8;
const MARK = 12;

/** Late and troubled ones weigh most, then the next ones by date, then the last reached. */
export function importance(ordered: readonly OutlineNode[], asOf: Day): (node: OutlineNode) => number {
  const weights = new Map<OutlineNode, number>();
  ordered.forEach((node, i) => {
    const { item } = node;
    if (item.kind !== "milestone") return;
    const troubled = item.health === "off-track" || item.health === "at-risk" || daysLate(node, asOf) > 0;
    const rank = isReached(node) ? 0 : troubled ? 2 : 1;
    weights.set(node, rank * 1e6 + (isReached(node) ? i : -i));
  });
  return (node) => weights.get(node) ?? 0;
}

export function milestoneList(
  plan: Plan,
  ordered: readonly OutlineNode[],
  asOf: Day,
  room: Room,
  measure: Measure,
): MilestoneList {
  const weightOf = importance(ordered, asOf);
  const lines = new Map(ordered.map((node) => [node, milestoneLine(plan, node, asOf, room.width, measure)]));
  const textHeight = (node: OutlineNode): number => (lines.get(node)?.name.length ?? 1) * LINE.body;
  const total = ordered.reduce((sum, node) => sum + textHeight(node) + ROW_PADDING, LIST.tableHead);
  const complete = total <= room.height && ordered.length <= MOST_ROWS;
  const limit = room.height - LIST.tableHead - (complete ? 0 : LIST.more);
  const chosen = new Set<OutlineNode>();
  let used = 0;
  for (const node of [...ordered].sort((a, b) => weightOf(b) - weightOf(a))) {
    const height = textHeight(node) + ROW_PADDING;
    if (chosen.size >= MOST_ROWS || used + height > limit) break;
    used += height;
    chosen.add(node);
  }
  const milestones = ordered.flatMap((node) => (chosen.has(node) ? [lines.get(node) as MilestoneLine] : []));
  const spare = milestones.length === 0 ? 0 : (limit - used) / milestones.length;
  return {
    milestones,
    milestonesLeft: ordered.length - milestones.length,
    rowPadding: Math.min(AIRY_PADDING, ROW_PADDING + Math.floor(spare * 4) / 4),
  };
}

function milestoneLine(
  plan: Plan,
  node: OutlineNode,
  asOf: Day,
  width: number,
  measure: Measure,
): MilestoneLine {
  const { stages, byId } = outlineOf(plan);
  const stage = byId.get(node.stageId);
  const columns = MILESTONE_COLUMNS;
  const cut = (text: string, share: number, mark = 0): string =>
    ellipsise(text, width * share - CELL_GAP - mark, BODY_TEXT, measure);
  const name = nameOrUntitled(node.item.name, "milestone");
  const state = stateOf(node, asOf) ?? { word: "", shape: "ring", tone: "plain" };
  return {
    node,
    stageIndex: stage ? stages.indexOf(stage) : 0,
    name: wrapText(name, width * columns.name - CELL_GAP - 1, 2, BODY_STRONG, measure),
    stage: cut(stage ? nameOrUntitled(stage.item.name, "stage") : "", columns.stage, MARK),
    date: formatDay(node.start ?? asOf),
    owner: cut(answererOf(plan, node) ?? "No owner", columns.owner),
    state: { ...state, word: cut(state.word, columns.state, MARK) },
    tasks: node.taskCount === 0 ? "–" : `${node.doneCount}/${node.taskCount}`,
  };
}
