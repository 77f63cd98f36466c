/** The chart of the plan on a page: time axis, the stages as one band, the milestones hung below. In points. */
import { type Day, dayNumber, formatDay } from "#shared/domain/day.ts";
import { type Outline, type OutlineNode, planSpan } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { type Axis, axisOf } from "#shared/print/chart/axis.ts";
import { chartSpan, scaleOver } from "#shared/print/chart/span.ts";
import { type Measure, type TextStyle, wrapText } from "#shared/print/layout/text.ts";
import { type TimeScale, xOfDay } from "#shared/timeline/scale.ts";
import { hangFlags, POLE_SPACE } from "./flags.ts";
import { type StageBand, stageBand, undatedRoom } from "./stageBand.ts";

export interface PointLabel {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly date: string;
  readonly anchor: "start" | "end";
}

export interface RoadPoint {
  readonly node: OutlineNode;
  readonly stageIndex: number;
  /** Centre of the diamond. */
  readonly x: number;
  readonly y: number;
  readonly label: PointLabel | null;
}

export interface RoadChart {
  readonly width: number;
  readonly height: number;
  readonly axisWidth: number;
  readonly axis: Axis | null;
  readonly axisHeight: number;
  readonly band: StageBand;
  readonly points: readonly RoadPoint[];
  /** Line the diamonds sit on. */
  readonly lineY: number;
  /** Where the as-of day is: on the chart, or before or after all of it. Null without dates. */
  readonly today: { readonly x: number } | "before" | "after" | null;
  readonly todayLabel: string;
  readonly todayWidth: number;
}

export const POINT_NAME: TextStyle = { size: 7.5, weight: 600 };
export const POINT_DATE: TextStyle = { size: 7, weight: 400 };
const TODAY_TEXT: TextStyle = { size: 7, weight: 600 };
const AXIS_ROW = 11;
const TODAY_ROW = 9;
const LABEL_WIDTH = 96;
const LABEL_LANE = 29;
const MAX_LANES = 3;

export interface RoadRoom {
  readonly width: number;
  readonly maxHeight: number;
}

/** `weightOf` tells which milestones get their label first when there is not room for all. */
export function roadChart(
  outline: Outline,
  milestones: readonly OutlineNode[],
  asOf: Day,
  room: RoadRoom,
  weightOf: (node: OutlineNode) => number,
  measure: Measure,
): RoadChart {
  const span = planSpan(outline);
  const axisWidth = room.width - (span ? undatedRoom(outline.stages, room.width) : 0);
  const scale = span ? scaleOver(chartSpan(span.start, span.finish, asOf), axisWidth) : null;
  const axis = scale ? axisOf(scale, 0, axisWidth, measure) : null;
  const axisHeight = axis ? AXIS_ROW * (axis.major.length > 0 ? 2 : 1) : 0;
  const bandTop = axis ? axisHeight + TODAY_ROW : 0;
  const band = stageBand(outline.stages, scale, { y: bandTop, axisWidth, width: room.width }, measure);
  const lineY = band.bottom + 13;
  const lanes = Math.min(MAX_LANES, Math.floor((room.maxHeight - lineY - 7) / LABEL_LANE));
  const points = scale
    ? roadPoints(
        outline,
        milestones,
        scale,
        { axisWidth, lineY, lanes: Math.max(0, lanes) },
        weightOf,
        measure,
      )
    : [];
  const todayLabel = `As of ${formatDay(asOf)}`;
  return {
    width: room.width,
    height: heightOf(band, points, lineY),
    axisWidth,
    axis,
    axisHeight,
    band,
    points,
    lineY,
    todayLabel,
    todayWidth: measure(todayLabel, TODAY_TEXT),
    today: scale ? placeOfDay(scale, asOf, axisWidth) : null,
  };
}

function heightOf(band: StageBand, points: readonly RoadPoint[], lineY: number): number {
  if (points.length === 0) return band.bottom + 4;
  const lowest = Math.max(...points.map(({ label }) => (label ? label.y + label.lines.length * 9 : 0)));
  return Math.max(lineY + 7, lowest + 1);
}

/** The middle of a day, where the diamond and the line of the as-of day stand. */
export function middleOfDay(scale: TimeScale, day: Day): number {
  return xOfDay(scale, day) + scale.unitsPerDay / 2;
}

function placeOfDay(scale: TimeScale, day: Day, width: number): RoadChart["today"] {
  if (dayNumber(day) < scale.originDay) return "before";
  const x = middleOfDay(scale, day);
  return x > width ? "after" : { x };
}

function roadPoints(
  outline: Outline,
  milestones: readonly OutlineNode[],
  scale: TimeScale,
  room: { axisWidth: number; lineY: number; lanes: number },
  weightOf: (node: OutlineNode) => number,
  measure: Measure,
): RoadPoint[] {
  const stageIndex = new Map(outline.stages.map((stage, i) => [stage.item.id, i]));
  const texts = milestones.map((node) => labelText(node, measure));
  const xs = milestones.map((node) => middleOfDay(scale, node.start ?? ""));
  const flags = milestones.map((node, i) => ({
    x: xs[i] ?? 0,
    width: texts[i]?.width ?? 0,
    weight: weightOf(node),
  }));
  const hung = hangFlags(flags, { left: 0, right: room.axisWidth, lanes: room.lanes, gap: 6 });
  return milestones.map((node, i) => {
    const x = xs[i] ?? 0;
    const flag = hung[i] ?? null;
    const text = texts[i];
    return {
      node,
      stageIndex: stageIndex.get(node.stageId) ?? 0,
      x,
      y: room.lineY,
      label:
        flag && text
          ? {
              x: flag.side === "right" ? x + POLE_SPACE : x - POLE_SPACE,
              y: room.lineY + 15 + flag.lane * LABEL_LANE,
              lines: text.lines,
              date: text.date,
              anchor: flag.side === "right" ? "start" : "end",
            }
          : null,
    };
  });
}

function labelText(node: OutlineNode, measure: Measure): { lines: string[]; date: string; width: number } {
  const name = nameOrUntitled(node.item.name, "milestone");
  const lines = wrapText(name, LABEL_WIDTH, 2, POINT_NAME, measure);
  const date = formatDay(node.start ?? "");
  const width = Math.max(measure(date, POINT_DATE), ...lines.map((line) => measure(line, POINT_NAME)));
  return { lines, date, width };
}
