/** What one timeline sheet shows beside its rows: bars, diamonds, their words, links and the marks at its edges. */
import type { Day } from "#shared/domain/day.ts";
import { dayNumber } from "#shared/domain/day.ts";
import { liveDependencies } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { type BarBox, type Point, routeLink } from "#shared/timeline/link.ts";
import { type Extent, extentOf, offDays, type TimeScale } from "#shared/timeline/scale.ts";
import { type Axis, axisOf } from "./axis.ts";
import { type BarLabel, barWords, type LinkEnds, linkEnds, placeLabel } from "./barLabels.ts";
import { middleOfDay } from "./roadChart.ts";
import type { PrintRow } from "./rows.ts";
import { type ChartSpan, scaleOver } from "./span.ts";
import type { Measure } from "./text.ts";

export interface ChartBar {
  readonly row: PrintRow;
  /** Top of the row. */
  readonly y: number;
  readonly box: BarBox;
  /** On this sheet, or wholly before or after its dates; `none` without dates. */
  readonly place: "here" | "before" | "after" | "none";
  /** The bar runs on beyond this edge. */
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
  readonly label: BarLabel | null;
}

export interface ChartLink {
  readonly points: readonly Point[];
  /** Where the line leaves the sheet sideways. */
  readonly exits: readonly (Point & { readonly side: "left" | "right" })[];
}

export interface SheetChart {
  readonly span: ChartSpan;
  readonly scale: TimeScale;
  readonly width: number;
  /** Of axis and rows together. */
  readonly height: number;
  readonly top: number;
  readonly axis: Axis;
  readonly off: readonly Extent[];
  readonly todayX: number | null;
  readonly bars: readonly ChartBar[];
  readonly links: readonly ChartLink[];
}

export interface ChartRoom {
  readonly tile: ChartSpan;
  /** Where the first row begins. */
  readonly top: number;
  readonly width: number;
  readonly asOf: Day;
}

export const DIAMOND = 4.6;
const NARROWEST_BAR = 1.6;
/** Narrowest day, in points, at which days off are shaded. */
const SHADED_DAY = 2;

export function sheetChart(
  plan: Plan,
  rows: readonly PrintRow[],
  room: ChartRoom,
  measure: Measure,
): SheetChart {
  const scale = scaleOver(room.tile, room.width);
  const ends = linkEnds(plan, rows);
  let y = room.top;
  const bars = rows.map((row) => {
    const bar = chartBar(row, y, scale, room, ends, measure);
    y += row.height;
    return bar;
  });
  const calendar = calendarTable(plan.roadmap.calendar);
  const today = dayNumber(room.asOf);
  return {
    span: room.tile,
    scale,
    width: room.width,
    height: y,
    top: room.top,
    axis: axisOf(scale, 0, room.width, measure),
    off: offDays(scale, (day) => calendar.isWorking(day), 0, room.width - 0.01, SHADED_DAY),
    todayX: today >= room.tile.firstDay && today <= room.tile.lastDay ? middleOfDay(scale, room.asOf) : null,
    bars,
    links: chartLinks(plan, bars, room.width),
  };
}

function chartBar(
  row: PrintRow,
  y: number,
  scale: TimeScale,
  room: ChartRoom,
  ends: LinkEnds,
  measure: Measure,
): ChartBar {
  const middle = y + row.height / 2;
  const { start, finish } = row.node;
  if (start === null || finish === null) {
    const nowhere = { x: 0, width: 0, y: middle };
    return { row, y, box: nowhere, place: "none", cutLeft: false, cutRight: false, label: null };
  }
  const extent = row.kind === "milestone" ? diamondExtent(scale, start) : barExtent(scale, start, finish);
  const end = extent.x + extent.width;
  const centre = row.kind === "milestone" ? extent.x + DIAMOND : null;
  const before = centre === null ? end <= 0 : centre < 0;
  const after = centre === null ? extent.x >= room.width : centre >= room.width;
  const here = !before && !after;
  const words = here ? barWords(row, room.asOf, ends) : "";
  return {
    row,
    y,
    box: { ...extent, y: middle },
    place: before ? "before" : after ? "after" : "here",
    cutLeft: here && centre === null && extent.x < -0.01,
    cutRight: here && centre === null && end > room.width + 0.01,
    label:
      words === "" ? null : placeLabel(words, extent, room.width, ends.gapsOf(row.node.item.id), measure),
  };
}

function diamondExtent(scale: TimeScale, day: Day): Extent {
  return { x: middleOfDay(scale, day) - DIAMOND, width: DIAMOND * 2 };
}

function barExtent(scale: TimeScale, start: Day, finish: Day): Extent {
  const { x, width } = extentOf(scale, start, finish);
  return { x, width: Math.max(width, NARROWEST_BAR) };
}

function chartLinks(plan: Plan, bars: readonly ChartBar[], width: number): ChartLink[] {
  const byId = new Map(bars.map((bar) => [bar.row.node.item.id, bar]));
  const links: ChartLink[] = [];
  for (const { fromId, toId, type } of liveDependencies(plan)) {
    const from = byId.get(fromId);
    const to = byId.get(toId);
    if (!from || !to || from.place === "none" || to.place === "none") continue;
    const points = routeLink(from.box, to.box, type, to.row.height);
    if (points.every(({ x }) => x < 0) || points.every(({ x }) => x > width)) continue;
    links.push({ points, exits: exitsOf(points, width) });
  }
  return links;
}

function exitsOf(points: readonly Point[], width: number): ChartLink["exits"] {
  return points.slice(1).flatMap((point, i) => {
    const before = points[i] as Point;
    const crosses = (x: number): boolean => before.x < x !== point.x < x;
    return [
      ...(crosses(0) ? [{ x: 0, y: point.y, side: "left" as const }] : []),
      ...(crosses(width) ? [{ x: width, y: point.y, side: "right" as const }] : []),
    ];
  });
}
