/**
 * The timeline on sheets: the whole time over the page width, rows over as many sheets as they take; and when a
 * long plan would become illegible, time over several sheets as well. Units are points.
 */
import { type Day, dayNumber } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf, planSpan } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { type PageRange, paginate } from "./pagination.ts";
import type { SheetSize } from "./paper.ts";
import { type PrintRow, printRows, type RowColumns, rowColumns } from "./rows.ts";
import { type SheetChart, sheetChart } from "./sheetChart.ts";
import { type ChartSpan, chartSpan, daysIn } from "./span.ts";
import type { Measure } from "./text.ts";
import { legibleUnitsPerDay, locator, timeTiles } from "./tiles.ts";

export interface TimelineSheet {
  /** `Sheet B2 of C3`; empty when it is the only one. */
  readonly locator: string;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly PrintRow[];
  /** What a sheet that begins inside a stage continues: `1 Idea › 1.2 Prove the demand`. */
  readonly continues: string;
  readonly chart: SheetChart;
}

export interface Timeline {
  readonly columns: RowColumns;
  readonly sheets: readonly TimelineSheet[];
  /** Sheets across and down, those left blank included. */
  readonly grid: { readonly rows: number; readonly columns: number };
  /** Whether sheets on which nothing happens were left out. */
  readonly hasBlanks: boolean;
}

export const HEADING_HEIGHT = 30;
export const AXIS_HEIGHT = 24;
export const CONTINUES_HEIGHT = 13;
const FOOT = 2;
/** Airy first; the first that needs no more sheets than the tightest wins. */
const DENSITIES = [1.7, 1.5, 1.3, 1.15, 1];

/** Null when the plan has no rows or no dates: there is nothing to draw. */
export function timelineSheets(plan: Plan, asOf: Day, sheet: SheetSize, measure: Measure): Timeline | null {
  const outline = outlineOf(plan);
  const span = planSpan(outline);
  if (!span) return null;
  const columns = rowColumns(plan, measure);
  const height = sheet.contentHeight - HEADING_HEIGHT - AXIS_HEIGHT - FOOT;
  const { rows, pages } = fewestSheets(plan, columns, height, measure);
  const chartWidth = sheet.contentWidth - columns.width;
  const whole = chartSpan(span.start, span.finish, asOf);
  const spans = timeTiles(whole, chartWidth, legibleUnitsPerDay(barLengths(outline.inOrder)));
  const grid = { rows: pages.length, columns: spans.length };
  const sheets = pages.flatMap((page, row) =>
    spans.map((tile, column) =>
      oneSheet(plan, asOf, { rows, page, row, tile, column, grid, chartWidth }, measure),
    ),
  );
  const kept = sheets.filter((one) => spans.length === 1 || hasMarks(one));
  return { columns, sheets: kept, grid, hasBlanks: kept.length < sheets.length };
}

interface SheetInput {
  readonly rows: readonly PrintRow[];
  readonly page: PageRange;
  readonly row: number;
  readonly tile: ChartSpan;
  readonly column: number;
  readonly grid: Timeline["grid"];
  readonly chartWidth: number;
}

function oneSheet(plan: Plan, asOf: Day, input: SheetInput, measure: Measure): TimelineSheet {
  const { rows, page, row, column, tile, grid, chartWidth } = input;
  const onSheet = rows.slice(page.from, page.to);
  const continues = continuedFrom(onSheet[0]?.node ?? null);
  const top = AXIS_HEIGHT + (continues === "" ? 0 : CONTINUES_HEIGHT);
  return {
    locator: locator({ row, column }, grid),
    row,
    column,
    rows: onSheet,
    continues,
    chart: sheetChart(plan, onSheet, { tile, top, width: chartWidth, asOf }, measure),
  };
}

function fewestSheets(
  plan: Plan,
  columns: RowColumns,
  height: number,
  measure: Measure,
): { rows: PrintRow[]; pages: PageRange[] } {
  const attempts = DENSITIES.map((density) => {
    const rows = printRows(plan, columns, density, measure);
    const heights = rows.map((row) => ({ height: row.height, depth: row.node.depth }));
    const room = (first: number): number => height - (rows[first]?.node.parent ? CONTINUES_HEIGHT : 0);
    return { rows, pages: paginate(heights, room) };
  });
  const least = Math.min(...attempts.map(({ pages }) => pages.length));
  return attempts.find(({ pages }) => pages.length === least) as { rows: PrintRow[]; pages: PageRange[] };
}

/** The stage, and what below it the first row of a sheet stands in; empty when it stands in nothing. */
function continuedFrom(first: OutlineNode | null): string {
  const path: string[] = [];
  for (let up = first?.parent ?? null; up; up = up.parent) {
    path.unshift(`${up.wbsCode} ${nameOrUntitled(up.item.name, up.item.kind)}`);
  }
  return path.join("  ›  ");
}

function barLengths(nodes: readonly OutlineNode[]): number[] {
  return nodes.flatMap((node) =>
    node.item.kind === "task" && !node.isGroup && node.start !== null && node.finish !== null
      ? [dayNumber(node.finish) - dayNumber(node.start) + 1]
      : [],
  );
}

function hasMarks({ chart }: TimelineSheet): boolean {
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

export function chartDays(sheet: TimelineSheet): number {
  return daysIn(sheet.chart.span);
}
