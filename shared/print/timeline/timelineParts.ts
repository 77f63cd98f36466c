/**
 * How the timeline is shared out: which stages share a window of time, how large its type is, which rows and which
 * stretch of time each sheet holds. Units are points of the drawing.
 */
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { ChartSpan } from "#shared/print/chart/span.ts";
import { type StageBlock, stageBlocks, stageRuns, windowOfBlocks } from "#shared/print/chart/stageRuns.ts";
import { legibleUnitsPerDay, timeTiles } from "#shared/print/chart/tiles.ts";
import { needsYears } from "#shared/print/chart/window.ts";
import { type PageRange, paginate } from "#shared/print/layout/pagination.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import {
  type ColumnNeeds,
  columnNeeds,
  dateWords,
  type PrintRow,
  printRows,
  type RowColumns,
  rowColumns,
  stretchRows,
  type UndatedRow,
  withDates,
} from "./rows.ts";

/** Of the sheet's heading, in points of the layout: a title, and a legend that takes two lines on narrow sheets. */
const HEADING = { title: 20, legend: 11, below: 5 };
const ONE_LINE_LEGEND = 660;
/** Under the sheets of a part that leaves some out, for the line that says so. */
const NOTE_HEIGHT = 13;
export const AXIS_HEIGHT = 24;
export const CONTINUES_HEIGHT = 13;
const FOOT = 2;
/** Beside the chart, so that a diamond on the last day is whole. */
export const CHART_END = 5;
/** Airy first; the first that needs no more sheets than the tightest wins. */
const DENSITIES = [1.7, 1.5, 1.3, 1.15, 1];
/** Rows must be at least this airy before type is enlarged. */
const COMFORT = 1.3;
/** Larger type must leave this share of the sheet's width to the chart. */
const LEAST_CHART = 0.5;
const ZOOM_STEP = 1.07;
const MOST_ZOOM = 1.25;

/** What is drawn over one window of time. */
export interface PartLayout {
  readonly stages: readonly OutlineNode[];
  readonly window: ChartSpan;
  readonly tiles: readonly ChartSpan[];
  readonly columns: RowColumns;
  readonly chartWidth: number;
  /** The rows of each row of sheets. */
  readonly pages: readonly (readonly PrintRow[])[];
}

export interface TimelineLayout {
  readonly parts: readonly PartLayout[];
  /** All stages share one window. */
  readonly isWhole: boolean;
  /** Points of the layout for each point of the drawing. */
  readonly zoom: number;
  /** Of the drawing. */
  readonly width: number;
}

export function headingHeight({ contentWidth }: SheetSize): number {
  const lines = contentWidth < ONE_LINE_LEGEND ? 2 : 1;
  return HEADING.title + lines * HEADING.legend + HEADING.below;
}

interface Setting {
  readonly plan: Plan;
  readonly sheet: SheetSize;
  readonly zoom: number;
  readonly needs: ColumnNeeds;
  readonly measure: Measure;
}

interface Rows {
  readonly rows: readonly PrintRow[];
  readonly pages: readonly PageRange[];
}

/**
 * The largest type that needs no more sheets than the smallest, whose 7 points are real ones. Null when no stage has
 * dates.
 */
export function timelineLayout(plan: Plan, sheet: SheetSize, measure: Measure): TimelineLayout | null {
  if (outlineOf(plan).stages.every((stage) => stage.spanStart === null)) return null;
  const zooms = zoomsOf(sheet);
  const needs = columnNeeds(plan, measure);
  const at = (zoom: number): Draft => draftAt({ plan, sheet, zoom, needs, measure });
  const smallest = at(zooms[0] as number);
  const least = sheetsOf(smallest, 1);
  let [low, high] = [0, zooms.length - 1];
  let best = smallest;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const tried = at(zooms[middle] as number);
    if (isCramped(tried) || sheetsOf(tried, COMFORT) > least) high = middle - 1;
    else {
      low = middle;
      best = tried;
    }
  }
  return laidOut(best);
}

function isCramped({ parts, width }: Draft): boolean {
  return parts.some(({ chartWidth }) => chartWidth < width * LEAST_CHART);
}

/** From type of 7 real points up to some more than the paper's own. */
function zoomsOf({ zoom }: SheetSize): number[] {
  const least = 1 / zoom;
  const steps = Math.floor(Math.log((MOST_ZOOM * Math.sqrt(zoom)) / least) / Math.log(ZOOM_STEP));
  return Array.from({ length: steps + 1 }, (_, i) => least * ZOOM_STEP ** i);
}

interface DraftPart extends Omit<PartLayout, "pages"> {
  readonly height: number;
  /** Set as tightly as they go. */
  readonly rows: readonly PrintRow[];
}

interface Draft {
  readonly setting: Setting;
  readonly width: number;
  readonly parts: readonly DraftPart[];
  readonly isWhole: boolean;
}

function draftAt(setting: Setting): Draft {
  const { plan, sheet, zoom, needs, measure } = setting;
  const width = sheet.contentWidth / zoom;
  const { stages } = outlineOf(plan);
  const columnsFor = (dates: readonly string[]): RowColumns => rowColumns(needs, dates, width, measure);
  // Shared out with the widest dates there may be; which a run needs is known when its window is.
  const wide = columnsFor(dateWords(stages, true));
  const height = heightFor(setting, false);
  const rowsOf = new Map<OutlineNode, readonly UndatedRow[]>();
  const blocks = stageBlocks(stages, (group) => {
    for (const stage of group) rowsOf.set(stage, printRows(plan, [stage], wide, measure));
    const rows = group.flatMap((stage) => rowsOf.get(stage) ?? []);
    return { height: rows.reduce((sum, row) => sum + row.height, 0), sheets: pagesOf(rows, height).length };
  });
  const room = { height, chartWidth: width - wide.width - CHART_END };
  const runs = stageRuns(blocks, room).map(({ from, to }) => blocks.slice(from, to));
  return {
    setting,
    width,
    parts: runs.map((run) => draftPart(setting, run, rowsOf, columnsFor)),
    isWhole: runs.length === 1 && stages.length > 1,
  };
}

function draftPart(
  setting: Setting,
  blocks: readonly StageBlock[],
  rowsOf: ReadonlyMap<OutlineNode, readonly UndatedRow[]>,
  columnsFor: (dates: readonly string[]) => RowColumns,
): DraftPart {
  const stages = blocks.flatMap((block) => block.stages);
  const window = windowOfBlocks(blocks);
  const columns = columnsFor(dateWords(stages, needsYears(window)));
  const chartWidth = setting.sheet.contentWidth / setting.zoom - columns.width - CHART_END;
  const barDays = blocks.flatMap((block) => block.barDays);
  const tiles = timeTiles(window, chartWidth, legibleUnitsPerDay(barDays));
  return {
    stages,
    window,
    tiles,
    columns,
    chartWidth,
    height: heightFor(setting, tiles.length > 1),
    // Only the column of dates is narrower than when the rows were set.
    rows: withDates(
      stages.flatMap((stage) => rowsOf.get(stage) ?? []),
      window,
    ),
  };
}

/** For rows, on a sheet that does not begin inside a stage. */
function heightFor({ sheet, zoom }: Setting, hasNote: boolean): number {
  const drawn = sheet.contentHeight - headingHeight(sheet) - (hasNote ? NOTE_HEIGHT : 0);
  return drawn / zoom - AXIS_HEIGHT - FOOT;
}

function sheetsOf({ parts }: Draft, density: number): number {
  return parts.reduce((sum, { rows, height, tiles }) => {
    return sum + tiles.length * pagesOf(stretchRows(rows, density), height).length;
  }, 0);
}

function laidOut({ setting, width, parts, isWhole }: Draft): TimelineLayout {
  return {
    zoom: setting.zoom,
    width,
    isWhole,
    parts: parts.map(({ rows: tight, height, ...part }) => {
      const { rows, pages } = fewestSheets(tight, height);
      return { ...part, pages: pages.map(({ from, to }) => rows.slice(from, to)) };
    }),
  };
}

function fewestSheets(tight: readonly PrintRow[], height: number): Rows {
  const least = pagesOf(tight, height).length;
  for (const density of DENSITIES) {
    const rows = stretchRows(tight, density);
    const pages = pagesOf(rows, height);
    if (pages.length === least) return { rows, pages };
  }
  return { rows: tight, pages: pagesOf(tight, height) };
}

function pagesOf(rows: readonly UndatedRow[], height: number): PageRange[] {
  const heights = rows.map((row) => ({ height: row.height, depth: row.node.depth }));
  return paginate(heights, (first) => height - (rows[first]?.node.parent ? CONTINUES_HEIGHT : 0), "whole");
}
