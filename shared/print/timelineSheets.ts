/**
 * The timeline on sheets. Each stage, or run of short stages, is drawn over a window of its own time; its rows go
 * over as many sheets as they take, and when even that window would be illegible on a sheet, its time does too.
 * Units are points.
 */
import type { Day } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { continuedFrom } from "./continued.ts";
import { type PageRange, paginate } from "./pagination.ts";
import type { SheetSize } from "./paper.ts";
import {
  dateWords,
  type PrintRow,
  printRows,
  ROW_SMALL,
  type RowColumns,
  rowColumns,
  stretchRows,
} from "./rows.ts";
import { type SheetChart, sheetChart } from "./sheetChart.ts";
import type { ChartSpan } from "./span.ts";
import { type StageBlock, stageBlocks, stageRuns, windowOfBlocks } from "./stageRuns.ts";
import { ellipsise, type Measure, type TextStyle } from "./text.ts";
import { legibleUnitsPerDay, locator, timeTiles } from "./tiles.ts";
import { needsYears, windowWords } from "./window.ts";

/** What is drawn over one window of time. */
export interface TimelinePart {
  /** `Timeline: First customer`; `Timeline` alone when it is all of the plan. */
  readonly title: string;
  readonly window: ChartSpan;
  readonly columns: RowColumns;
  /** Sheets down and across, those left blank included. */
  readonly grid: { readonly rows: number; readonly columns: number };
  /** `2.1` for the second row of sheets' first that is printed. */
  readonly printed: ReadonlySet<string>;
}

export interface TimelineSheet {
  readonly part: TimelinePart;
  /** `Sep 2026 – Apr 2027, sheet 2 of 3`. */
  readonly locator: string;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly PrintRow[];
  /** What a sheet that begins inside a stage continues: `1 Idea › 1.2 Prove the demand (continued)`. */
  readonly continues: string;
  readonly chart: SheetChart;
}

export interface Timeline {
  readonly sheets: readonly TimelineSheet[];
}

export const HEADING_HEIGHT = 30;
export const AXIS_HEIGHT = 24;
export const CONTINUES_HEIGHT = 13;
const FOOT = 2;
/** Under the sheets of a part that leaves some out, for the line that says so. */
const NOTE_HEIGHT = 13;
/** Beside the chart, so that a diamond on the last day is whole. */
const CHART_END = 5;
/** Airy first; the first that needs no more sheets than the tightest wins. */
const DENSITIES = [1.7, 1.5, 1.3, 1.15, 1];
const TITLE_TEXT: TextStyle = { size: 15, weight: 600 };
const LOCATOR_TEXT: TextStyle = { size: 9, weight: 400 };
/** What the legend takes of a sheet's heading. */
const LEGEND_WIDTH = 378;

interface Setting {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly columns: RowColumns;
  readonly chartWidth: number;
  /** For rows, on a sheet that does not begin inside a stage. */
  readonly height: number;
  readonly titleWidth: number;
  readonly measure: Measure;
}

/** Null when the plan has no rows or no dates: there is nothing to draw. */
export function timelineSheets(plan: Plan, asOf: Day, sheet: SheetSize, measure: Measure): Timeline | null {
  const { stages } = outlineOf(plan);
  if (stages.every((stage) => stage.spanStart === null)) return null;
  const columnsFor = (dates: readonly string[]): RowColumns =>
    rowColumns(plan, new Set(dates), sheet.contentWidth, measure);
  const settingFor = (columns: RowColumns): Setting => ({
    plan,
    asOf,
    columns,
    chartWidth: sheet.contentWidth - columns.width - CHART_END,
    height: sheet.contentHeight - HEADING_HEIGHT - AXIS_HEIGHT - FOOT,
    titleWidth: sheet.contentWidth - LEGEND_WIDTH,
    measure,
  });
  // Shared out with the widest dates there may be; which a run needs is known when its window is.
  const wide = settingFor(columnsFor(dateWords(stages, true)));
  const blocks = stageBlocks(stages, (group) => tightSize(wide, group));
  const runs = stageRuns(blocks, wide).map(({ from, to }) => blocks.slice(from, to));
  const isWhole = runs.length === 1 && stages.length > 1;
  return {
    sheets: runs.flatMap((run) => {
      const own = run.flatMap((block) => block.stages);
      const columns = columnsFor(dateWords(own, needsYears(windowOfBlocks(run))));
      return partSheets(settingFor(columns), run, isWhole);
    }),
  };
}

function tightSize(setting: Setting, stages: readonly OutlineNode[]): { height: number; sheets: number } {
  // Dates do not change the height of a row, so any window serves.
  const rows = printRows(setting.plan, stages, setting.columns, { firstDay: 0, lastDay: 0 }, setting.measure);
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  return { height, sheets: pagesOf(rows, setting.height).length };
}

function partSheets(setting: Setting, blocks: readonly StageBlock[], isWhole: boolean): TimelineSheet[] {
  const { plan, columns, chartWidth, measure } = setting;
  const stages = blocks.flatMap((block) => block.stages);
  const window = windowOfBlocks(blocks);
  const barDays = blocks.flatMap((block) => block.barDays);
  const tiles = timeTiles(window, chartWidth, legibleUnitsPerDay(barDays));
  const tight = printRows(plan, stages, columns, window, measure);
  const height = setting.height - (tiles.length > 1 ? NOTE_HEIGHT : 0);
  const { rows, pages } = fewestSheets(tight, height);
  const drafts = pages.flatMap((page, row) =>
    tiles.map((tile, column) => oneSheet(setting, rows.slice(page.from, page.to), { row, column, tile })),
  );
  const kept = drafts.filter((one) => tiles.length === 1 || hasMarks(one));
  const grid = { rows: pages.length, columns: tiles.length };
  const words = windowWords(window);
  const at = (one: SheetDraft): string =>
    [words, locator(one, grid)].filter((part) => part !== "").join(", ");
  const widest = Math.max(...kept.map((one) => measure(`, ${at(one)}`, LOCATOR_TEXT)));
  const part: TimelinePart = {
    title: titleOf(isWhole ? [] : stages, setting.titleWidth - widest, measure),
    window,
    columns,
    grid,
    printed: new Set(kept.map(({ row, column }) => `${row}.${column}`)),
  };
  return kept.map((one) => ({ ...one, part, locator: at(one) }));
}

/** `Timeline: Idea`, `Timeline: Idea and Scale`, `Timeline: Idea to Scale`; `Timeline: stages 1 to 4` in little room. */
function titleOf(stages: readonly OutlineNode[], width: number, measure: Measure): string {
  const [first, last] = [stages[0], stages.at(-1)];
  if (!first || !last) return "Timeline";
  const nameOf = ({ item }: OutlineNode): string => nameOrUntitled(item.name, "stage");
  if (first === last) return ellipsise(`Timeline: ${nameOf(first)}`, width, TITLE_TEXT, measure);
  const joined = (from: string, to: string): string => `${from} ${stages.length === 2 ? "and" : "to"} ${to}`;
  const named = `Timeline: ${joined(nameOf(first), nameOf(last))}`;
  if (measure(named, TITLE_TEXT) <= width) return named;
  return `Timeline: stages ${joined(first.wbsCode, last.wbsCode)}`;
}

type SheetDraft = Omit<TimelineSheet, "part" | "locator">;

function oneSheet(
  { plan, asOf, columns, chartWidth, measure }: Setting,
  rows: readonly PrintRow[],
  { row, column, tile }: { readonly row: number; readonly column: number; readonly tile: ChartSpan },
): SheetDraft {
  const continues = continuedFrom(rows[0]?.node ?? null, columns.width - 12, ROW_SMALL, measure);
  const top = AXIS_HEIGHT + (continues === "" ? 0 : CONTINUES_HEIGHT);
  const chart = sheetChart(plan, rows, { tile, top, width: chartWidth, asOf }, measure);
  return { row, column, rows, continues, chart };
}

function fewestSheets(tight: readonly PrintRow[], height: number): { rows: PrintRow[]; pages: PageRange[] } {
  const least = pagesOf(tight, height).length;
  for (const density of DENSITIES) {
    const rows = stretchRows(tight, density);
    const pages = pagesOf(rows, height);
    if (pages.length === least) return { rows, pages };
  }
  return { rows: [...tight], pages: pagesOf(tight, height) };
}

function pagesOf(rows: readonly PrintRow[], height: number): PageRange[] {
  const heights = rows.map((row) => ({ height: row.height, depth: row.node.depth }));
  return paginate(heights, (first) => height - (rows[first]?.node.parent ? CONTINUES_HEIGHT : 0));
}

function hasMarks({ chart }: SheetDraft): boolean {
  return chart.bars.some((bar) => bar.place === "here") || chart.links.length > 0;
}

/** For the accessible name of a sheet's chart. */
export function describeSheet(sheet: TimelineSheet, dates: string): string {
  const count = (kind: PrintRow["kind"]): number => sheet.rows.filter((row) => row.kind === kind).length;
  const parts = [
    plural(count("stage"), "stage"),
    plural(count("milestone"), "milestone"),
    plural(count("task") + count("group"), "task"),
    plural(sheet.chart.links.length, "link"),
  ].filter((part) => part !== "");
  return `Timeline from ${dates}: ${parts.join(", ")}. The table of all work holds the same in words.`;
}

function plural(n: number, noun: string): string {
  return n === 0 ? "" : `${n} ${noun}${n === 1 ? "" : "s"}`;
}
