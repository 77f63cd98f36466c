/**
 * The plan on a page, laid out so that it is exactly one page: every part says how high it is, and the lists at
 * the foot hold as many lines as are left. Units are points.
 */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { LINE, LIST } from "#shared/print/layout/planText.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import { milestonesByDate } from "./facts.ts";
import { importance, type MilestoneList, milestoneList, ROW_PADDING } from "./milestoneLines.ts";
import { type Brief, planBrief } from "./planBrief.ts";
import { type GateStrip, gateStrip } from "./planGates.ts";
import { type PlanHead, planHead } from "./planHead.ts";
import { type RoadChart, roadChart } from "./roadChart.ts";
import { type GoalList, stageGoals } from "./stageGoals.ts";

export interface PlanPage {
  readonly head: PlanHead;
  readonly chart: RoadChart;
  readonly list: MilestoneList;
  readonly gates: GateStrip;
  readonly brief: Brief;
  /** Milestones and brief stand below each other, not side by side. */
  readonly isStacked: boolean;
  readonly goals: GoalList;
  /** Above the facts, the chart, the gates and the lists. */
  readonly space: typeof SPACE;
}

export const BRIEF_SHARE = 0.4;
export const FOOT_GAP = 24;
const SPACE = { facts: 9, chart: 10, gates: 8, foot: 12 };
/** On a page with room to spare each space grows by its part of it, up to so much. */
const MORE_SPACE = { part: 0.16, most: 12 };
/** Narrower sheets have no room for two columns. */
const WIDE_ENOUGH = 640;
const ROWS_TO_KEEP = 8;
/** What the brief gets at least, where it stands below the milestones. */
const BRIEF_TO_KEEP = 150;

export function planPage(
  plan: Plan,
  asOf: Day,
  sheet: SheetSize,
  measure: Measure,
  sinceId: Id | null = plan.roadmap.print.sinceBaselineId,
): PlanPage {
  const { contentWidth: width, contentHeight: height } = sheet;
  const isStacked = width < WIDE_ENOUGH;
  const ordered = milestonesByDate(plan);
  const head = planHead(plan, asOf, width, measure);
  const gates = gateStrip(plan, asOf, width, measure);
  const gateHeight = gates.height + (gates.height > 0 ? SPACE.gates : 0);
  const left =
    height -
    head.height -
    head.factsHeight -
    SPACE.facts -
    SPACE.chart -
    SPACE.foot -
    gateHeight -
    LIST.heading;
  const rows = Math.min(ordered.length, ROWS_TO_KEEP) * (LINE.body + ROW_PADDING);
  const kept = LIST.tableHead + rows + LIST.more + (isStacked ? BRIEF_TO_KEEP + LIST.gap : 0);
  const chart = roadChart(
    outlineOf(plan),
    ordered,
    asOf,
    { width, maxHeight: left - kept },
    importance(ordered, asOf),
    measure,
  );
  const room = left - chart.height;
  const briefWidth = isStacked ? width : width * BRIEF_SHARE;
  const tableWidth = isStacked ? width : width - briefWidth - FOOT_GAP;
  const listRoom = isStacked ? room - BRIEF_TO_KEEP - LIST.gap : room;
  const list = milestoneList(plan, ordered, asOf, { width: tableWidth, height: listRoom }, measure);
  const below = isStacked ? list.height + LIST.gap : 0;
  const brief = planBrief(
    plan,
    asOf,
    sinceId,
    { width: briefWidth, height: briefRoom(room, below) },
    measure,
  );
  const used = isStacked ? below + brief.height : list.height;
  const goals = stageGoals(plan, { width: tableWidth, height: isStacked ? 0 : room - used }, measure);
  const spare = Math.max(
    0,
    room - Math.max(used + goals.height, brief.height - (isStacked ? 0 : LIST.heading)),
  );
  return { head, gates, chart, list, brief, goals, isStacked, space: spaces(spare) };
}

/** Beside the milestones the brief has the height of their heading as well. */
function briefRoom(room: number, below: number): number {
  return below === 0 ? room + LIST.heading : room - below;
}

function spaces(spare: number): typeof SPACE {
  const more = Math.min(MORE_SPACE.most, Math.floor(spare * MORE_SPACE.part));
  return {
    facts: SPACE.facts + Math.floor(more / 2),
    chart: SPACE.chart + more,
    gates: SPACE.gates + Math.floor(more / 2),
    foot: SPACE.foot + more,
  };
}
