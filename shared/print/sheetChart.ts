/** What one timeline sheet shows beside its rows: bars, diamonds, their words, links and the marks at its edges. */
import type { Day } from "#shared/domain/day.ts";
import { dayNumber } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import type { BarBox } from "#shared/timeline/link.ts";
import { type Extent, extentOf, offDays, type TimeScale } from "#shared/timeline/scale.ts";
import { type Axis, axisOf } from "./axis.ts";
import { type BarLabel, barWords, type LinkEnds, type Obstacles, placeLabel } from "./barLabels.ts";
import { middleOfDay } from "./roadChart.ts";
import type { PrintRow } from "./rows.ts";
import { type ChartLink, chartLinks, linkEnds } from "./sheetLinks.ts";
import { type ChartSpan, scaleOver } from "./span.ts";
import type { Measure } from "./text.ts";

/** Where a row's bar is, before its words. */
export interface BarPlace {
  readonly row: PrintRow;
  /** Top of the row. */
  readonly y: number;
  readonly box: BarBox;
  /** On this sheet, or wholly before or after its dates; `none` without dates. */
  readonly place: "here" | "before" | "after" | "none";
  /** The bar runs on beyond this edge. */
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
}

export interface ChartBar extends BarPlace {
  readonly label: BarLabel | null;
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
  let y = room.top;
  const places = rows.map((row) => {
    const place = barPlace(row, y, scale, room);
    y += row.height;
    return place;
  });
  const calendar = calendarTable(plan.roadmap.calendar);
  const today = dayNumber(room.asOf);
  const todayX =
    today >= room.tile.firstDay && today <= room.tile.lastDay ? middleOfDay(scale, room.asOf) : null;
  const links = chartLinks(plan, places, room.width);
  const obstacles = { todayX, routes: links.map(({ points }) => points) };
  const ends = linkEnds(plan, rows);
  return {
    span: room.tile,
    scale,
    width: room.width,
    height: y,
    top: room.top,
    axis: axisOf(scale, 0, room.width, measure),
    off: offDays(scale, (day) => calendar.isWorking(day), 0, room.width - 0.01, SHADED_DAY),
    todayX,
    bars: places.map((place) => ({ ...place, label: labelOf(place, room, ends, obstacles, measure) })),
    links,
  };
}

function barPlace(row: PrintRow, y: number, scale: TimeScale, room: ChartRoom): BarPlace {
  const middle = y + row.height / 2;
  const { start, finish } = row.node;
  if (start === null || finish === null) {
    const nowhere = { x: 0, width: 0, y: middle };
    return { row, y, box: nowhere, place: "none", cutLeft: false, cutRight: false };
  }
  const extent = row.kind === "milestone" ? diamondExtent(scale, start) : barExtent(scale, start, finish);
  const end = extent.x + extent.width;
  const centre = row.kind === "milestone" ? extent.x + DIAMOND : null;
  const before = centre === null ? end <= 0 : centre < 0;
  const after = centre === null ? extent.x >= room.width : centre >= room.width;
  const here = !before && !after;
  return {
    row,
    y,
    box: { ...extent, y: middle },
    place: before ? "before" : after ? "after" : "here",
    cutLeft: here && centre === null && extent.x < -0.01,
    cutRight: here && centre === null && end > room.width + 0.01,
  };
}

function labelOf(
  { row, box, place }: BarPlace,
  room: ChartRoom,
  ends: LinkEnds,
  obstacles: Obstacles,
  measure: Measure,
): BarLabel | null {
  const words = place === "here" ? barWords(row, room.asOf, ends) : "";
  if (words === "") return null;
  return placeLabel(words, box, room.width, ends.gapsOf(row.node.item.id), obstacles, measure);
}

function diamondExtent(scale: TimeScale, day: Day): Extent {
  return { x: middleOfDay(scale, day) - DIAMOND, width: DIAMOND * 2 };
}

function barExtent(scale: TimeScale, start: Day, finish: Day): Extent {
  const { x, width } = extentOf(scale, start, finish);
  return { x, width: Math.max(width, NARROWEST_BAR) };
}
