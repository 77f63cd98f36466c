/**
 * The plan on a page, laid out so that it is exactly one page: every part says how high it is, and the lists at
 * the foot hold as many lines as are left. Units are points.
 */
import { type Day, formatDay } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type AttentionPoint, attentionPoints } from "./attention.ts";
import { milestonesByDate } from "./facts.ts";
import { importance, type MilestoneList, milestoneList, ROW_PADDING } from "./milestoneLines.ts";
import type { SheetSize } from "./paper.ts";
import { type PlanHead, planHead } from "./planHead.ts";
import { BODY_STRONG, LINE, LIST, type Room, SMALL_TEXT } from "./planText.ts";
import { type RoadChart, roadChart } from "./roadChart.ts";
import { type GoalList, stageGoals } from "./stageGoals.ts";
import { type Measure, wrapText } from "./text.ts";

export interface AttentionLine extends Omit<AttentionPoint, "name" | "reason"> {
  readonly name: readonly string[];
  readonly reason: readonly string[];
}

export interface AttentionList {
  readonly attention: readonly AttentionLine[];
  readonly attentionLeft: number;
  readonly height: number;
}

export interface PlanPage {
  readonly head: PlanHead;
  readonly chart: RoadChart;
  readonly list: MilestoneList;
  readonly attention: AttentionList;
  /** Said when nothing needs attention. */
  readonly calm: string;
  readonly goals: GoalList;
  /** Above the facts, above the chart and above the lists. */
  readonly space: typeof SPACE;
}

export const ATTENTION_SHARE = 0.27;
export const FOOT_GAP = 24;
const SPACE = { facts: 10, chart: 12, foot: 14 };
/** On a page with room to spare each space grows by its part of it, up to so much. */
const MORE_SPACE = { part: 0.16, most: 12 };
const MARK_WIDTH = 16;
const POINT_GAP = 5;
const ROWS_TO_KEEP = 9;

export function planPage(plan: Plan, asOf: Day, sheet: SheetSize, measure: Measure): PlanPage {
  const { contentWidth: width, contentHeight: height } = sheet;
  const ordered = milestonesByDate(plan);
  const head = planHead(plan, asOf, width, measure);
  const gaps = SPACE.facts + SPACE.chart + SPACE.foot;
  const left = height - head.height - head.factsHeight - gaps - LIST.heading;
  const rows = Math.min(ordered.length, ROWS_TO_KEEP) * (LINE.body + ROW_PADDING);
  const maxHeight = left - LIST.tableHead - rows - LIST.more;
  const chart = roadChart(
    outlineOf(plan),
    ordered,
    asOf,
    { width, maxHeight },
    importance(ordered, asOf),
    measure,
  );
  const room = left - chart.height;
  const attentionWidth = width * ATTENTION_SHARE;
  const tableWidth = width - attentionWidth - FOOT_GAP;
  const list = milestoneList(plan, ordered, asOf, { width: tableWidth, height: room }, measure);
  const attention = attentionList(plan, asOf, { width: attentionWidth, height: room }, measure);
  const goalRoom = { width: tableWidth, height: room - list.height };
  const goals = stageGoals(plan, goalRoom, measure);
  const spare = Math.max(0, room - Math.max(list.height + goals.height, attention.height));
  return { head, chart, list, attention, goals, calm: calmWords(plan, asOf), space: spaces(spare) };
}

function spaces(spare: number): typeof SPACE {
  const more = Math.min(MORE_SPACE.most, Math.floor(spare * MORE_SPACE.part));
  return { facts: SPACE.facts + Math.floor(more / 2), chart: SPACE.chart + more, foot: SPACE.foot + more };
}

function attentionList(plan: Plan, asOf: Day, room: Room, measure: Measure): AttentionList {
  const points = attentionPoints(plan, asOf);
  const textWidth = room.width - MARK_WIDTH;
  const attention: AttentionLine[] = [];
  let left = room.height;
  let height = 0;
  for (const [i, point] of points.entries()) {
    const name = wrapText(point.name, textWidth, 2, BODY_STRONG, measure);
    const reason = wrapText(point.reason, textWidth, 2, SMALL_TEXT, measure);
    const lines = (name.length + reason.length) * LINE.body + POINT_GAP;
    left -= lines;
    if (left < (i === points.length - 1 ? 0 : LIST.more)) break;
    attention.push({ ...point, name, reason });
    height += lines;
  }
  const attentionLeft = points.length - attention.length;
  return { attention, attentionLeft, height: height + (attentionLeft > 0 ? LIST.more : 0) };
}

function calmWords(plan: Plan, asOf: Day): string {
  const held = outlineOf(plan).inOrder.some((node) => node.item.kind !== "stage");
  if (!held) return "Nothing to report: the plan holds no milestones or tasks yet.";
  return `Nothing is late, blocked, at risk or off track on ${formatDay(asOf)}, and every open milestone has an owner.`;
}
