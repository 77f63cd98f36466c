/** What one timeline sheet shows beside its rows: bars, diamonds, their words, links and the marks at its edges. */
import type { Day } from "#shared/domain/day.ts";
import { dayNumber } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Axis, axisOf } from "#shared/print/chart/axis.ts";
import { type ChartSpan, daysIn, scaleOver } from "#shared/print/chart/span.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import { middleOfDay } from "#shared/print/planPage/roadChart.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import type { BarBox } from "#shared/timeline/link.ts";
import { type Extent, extentOf, offDays, type TimeScale } from "#shared/timeline/scale.ts";
import { type LinkEnds, type LinkHook, linkEnds } from "./awayLinks.ts";
import { type BarLabel, barWords, type Obstacles, placeLabel } from "./barLabels.ts";
import { type PrintRow, ROW_SMALL } from "./rows.ts";
import { type ChartLink, chartLinks } from "./sheetLinks.ts";
import type { SheetPlaces } from "./sheetPlaces.ts";
import type { SignsOf } from "./sheetSigns.ts";

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
  readonly isCritical: boolean;
  /** Where it lay in the newest baseline, as far as that is on this sheet. */
  readonly ghost: Extent | null;
}

/** Named at the edge of a sheet, for a row whose bar is on another one. */
export interface ChartEdge {
  readonly side: "left" | "right";
  readonly sheet: string;
  /** Of the name. */
  readonly width: number;
}

export interface ChartBar extends BarPlace {
  readonly edge: ChartEdge | null;
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
  readonly hooks: readonly LinkHook[];
}

export interface ChartRoom {
  readonly tile: ChartSpan;
  /** Where the first row begins. */
  readonly top: number;
  readonly width: number;
  readonly asOf: Day;
  readonly places: SheetPlaces;
  readonly signsOf: SignsOf;
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
  const links = chartLinks(plan, places, room.tile, room.width);
  const ends = linkEnds(plan, places, room);
  const hooks = ends.hooks.map(({ points }) => points);
  const obstacles = { todayX, routes: [...links.flatMap(({ routes }) => routes), ...hooks] };
  return {
    span: room.tile,
    scale,
    width: room.width,
    height: y,
    top: room.top,
    axis: axisOf(scale, 0, room.width, measure),
    off: offDays(scale, (day) => calendar.isWorking(day), 0, room.width - 0.01, SHADED_DAY),
    todayX,
    bars: places.map((place) => ({
      ...place,
      label: labelOf(place, room, ends, obstacles, measure),
      edge: edgeOf(place, room.places, measure),
    })),
    links,
    hooks: ends.hooks,
  };
}

function barPlace(row: PrintRow, y: number, scale: TimeScale, room: ChartRoom): BarPlace {
  const middle = y + row.height / 2;
  const { start, finish } = row.node;
  if (start === null || finish === null) {
    const nowhere = { x: 0, width: 0, y: middle };
    return {
      row,
      y,
      box: nowhere,
      place: "none",
      cutLeft: false,
      cutRight: false,
      isCritical: false,
      ghost: null,
    };
  }
  const isPoint = row.kind === "milestone";
  const { firstDay, lastDay } = room.tile;
  const [first, last] = [dayNumber(start), dayNumber(finish)];
  const here = first <= lastDay && last >= firstDay;
  const { isCritical, was } = room.signsOf(row.node);
  return {
    row,
    y,
    box: { ...(isPoint ? diamondExtent(scale, start) : barExtent(scale, start, finish, room)), y: middle },
    place: here ? "here" : last < firstDay ? "before" : "after",
    cutLeft: here && first < firstDay,
    cutRight: here && last > lastDay,
    isCritical,
    ghost: was && ghostExtent(scale, was.start, was.finish, room),
  };
}

function edgeOf({ row, place }: BarPlace, places: SheetPlaces, measure: Measure): ChartEdge | null {
  if (place !== "before" && place !== "after") return null;
  const sheet = places.nameOf(row.node.item.id, place === "before" ? "finish" : "start");
  return { side: place === "before" ? "left" : "right", sheet, width: measure(sheet, ROW_SMALL) };
}

function labelOf(
  { row, box, place }: BarPlace,
  room: ChartRoom,
  ends: LinkEnds,
  obstacles: Obstacles,
  measure: Measure,
): BarLabel | null {
  const words = place === "here" ? barWords(row, room.asOf, ends) : [];
  return placeLabel(words, box, room.width, ends.gapsOf(row.node.item.id), obstacles, measure);
}

function diamondExtent(scale: TimeScale, day: Day): Extent {
  return { x: middleOfDay(scale, day) - DIAMOND, width: DIAMOND * 2 };
}

/** A bar too short to be seen is drawn wider, though not over the edge of the sheet that holds its first day. */
function barExtent(scale: TimeScale, start: Day, finish: Day, { tile, width: sheet }: ChartRoom): Extent {
  const { x, width } = extentOf(scale, start, finish);
  if (width >= NARROWEST_BAR) return { x, width };
  const tilesOn = Math.floor((dayNumber(start) - tile.firstDay) / daysIn(tile));
  return { x: Math.min(x, (tilesOn + 1) * sheet - NARROWEST_BAR), width: NARROWEST_BAR };
}

function ghostExtent(scale: TimeScale, start: Day, finish: Day, { width: sheet }: ChartRoom): Extent | null {
  const { x, width } = extentOf(scale, start, finish);
  const [left, right] = [Math.max(x, 0), Math.min(x + width, sheet)];
  return right > left ? { x: left, width: right - left } : null;
}
