/**
 * The timeline on sheets. Each stage, or run of short stages, is drawn over a window of its own time, fitted to the
 * width of the sheet; its rows go over as many sheets as they take, and when even that window would be illegible on
 * a sheet, its time does too. Units are points of the drawing, which is enlarged to the layout's by `zoom`.
 */
import type { Day } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import type { ChartSpan } from "#shared/print/chart/span.ts";
import { locator } from "#shared/print/chart/tiles.ts";
import { windowWords } from "#shared/print/chart/window.ts";
import { continuedFrom } from "#shared/print/layout/continued.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { ellipsise, type Measure, type TextStyle } from "#shared/print/layout/text.ts";
import { type PrintRow, ROW_SMALL, type RowColumns } from "./rows.ts";
import { type SheetChart, sheetChart } from "./sheetChart.ts";
import { type SheetPlaces, sheetPlaces } from "./sheetPlaces.ts";
import { barSigns, type SignsOf } from "./sheetSigns.ts";
import {
  AXIS_HEIGHT,
  CONTINUES_HEIGHT,
  headingHeight,
  type PartLayout,
  timelineLayout,
} from "./timelineParts.ts";

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
  /** Of its part. */
  readonly row: number;
  readonly column: number;
  readonly rows: readonly PrintRow[];
  /** What a sheet that begins inside a stage continues: `1 Idea › 1.2 Prove the demand (continued)`. */
  readonly continues: string;
  readonly chart: SheetChart;
}

export interface Timeline {
  readonly sheets: readonly TimelineSheet[];
  /** Points of the layout for each point of the drawings. */
  readonly zoom: number;
  /** Of the drawings. */
  readonly width: number;
  /** Of every sheet's heading, in points of the layout. */
  readonly headingHeight: number;
  /** What the legend has to explain besides what every timeline shows. */
  readonly shows: { readonly critical: boolean; readonly baseline: boolean; readonly away: boolean };
}

const TITLE_TEXT: TextStyle = { size: 15, weight: 600 };
const LOCATOR_TEXT: TextStyle = { size: 9, weight: 400 };
/** What the small map of a part's sheets takes of the heading. */
const MAP_WIDTH = 90;

interface Setting {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly titleWidth: number;
  readonly places: SheetPlaces;
  readonly signsOf: SignsOf;
  readonly measure: Measure;
}

/** Null when the plan has no rows or no dates: there is nothing to draw. */
export function timelineSheets(plan: Plan, asOf: Day, sheet: SheetSize, measure: Measure): Timeline | null {
  const layout = timelineLayout(plan, sheet, measure);
  if (!layout) return null;
  const { parts, isWhole, zoom, width } = layout;
  const places = sheetPlaces(
    parts.map(({ tiles, pages }) => ({ tiles, pages: pages.map((rows) => rows.map(({ node }) => node)) })),
  );
  const titleWidth = sheet.contentWidth - MAP_WIDTH;
  const setting = { plan, asOf, titleWidth, places, signsOf: barSigns(plan), measure };
  let rowsBefore = 0;
  const sheets = parts.flatMap((part) => {
    const own = partSheets(setting, part, isWhole, rowsBefore);
    rowsBefore += part.pages.length;
    return own;
  });
  return { sheets, zoom, width, headingHeight: headingHeight(sheet), shows: shownOn(sheets) };
}

function partSheets(
  setting: Setting,
  { stages, window, tiles, columns, chartWidth, pages }: PartLayout,
  isWhole: boolean,
  rowsBefore: number,
): TimelineSheet[] {
  const { measure, places } = setting;
  const drafts = pages.flatMap((rows, row) => {
    const across = tiles.map((tile, column) =>
      oneSheet(setting, rows, columns, { row, column, tile, width: chartWidth }),
    );
    const marked = across.filter((one) => tiles.length === 1 || hasMarks(one));
    return marked.length > 0 ? marked : across.slice(0, 1);
  });
  const words = windowWords(window);
  const at = ({ row, column }: SheetDraft): string =>
    [words, locator({ row: row + rowsBefore, column }, places.grid)].filter((part) => part !== "").join(", ");
  const widest = Math.max(...drafts.map((one) => measure(`, ${at(one)}`, LOCATOR_TEXT)));
  const part: TimelinePart = {
    title: titleOf(isWhole ? [] : stages, setting.titleWidth - widest, measure),
    window,
    columns,
    grid: { rows: pages.length, columns: tiles.length },
    printed: new Set(drafts.map(({ row, column }) => `${row}.${column}`)),
  };
  return drafts.map((one) => ({ ...one, part, locator: at(one) }));
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
  { plan, asOf, places, signsOf, measure }: Setting,
  rows: readonly PrintRow[],
  columns: RowColumns,
  at: { readonly row: number; readonly column: number; readonly tile: ChartSpan; readonly width: number },
): SheetDraft {
  const { row, column, tile, width } = at;
  const continues = continuedFrom(rows[0]?.node ?? null, columns.width - 12, ROW_SMALL, measure);
  const top = AXIS_HEIGHT + (continues === "" ? 0 : CONTINUES_HEIGHT);
  const chart = sheetChart(plan, rows, { tile, top, width, asOf, places, signsOf }, measure);
  return { row, column, rows, continues, chart };
}

export function shownOn(sheets: readonly TimelineSheet[]): Timeline["shows"] {
  const bars = sheets.flatMap(({ chart }) => chart.bars);
  return {
    critical: bars.some(({ isCritical }) => isCritical),
    baseline: bars.some(({ ghost }) => ghost !== null),
    away: sheets.some(
      ({ chart }) => chart.hooks.length + chart.links.flatMap((link) => link.crossings).length > 0,
    ),
  };
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
