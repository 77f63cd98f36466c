/** Pictures for slides: the plan on a page and the timeline, laid out on a slide instead of a sheet. In points. */
import { z } from "zod";
import { type Day, daySchema } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf, planSpan } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count } from "#shared/domain/words.ts";
import { needsYears, windowOf, windowWords } from "#shared/print/chart/window.ts";
import { type SheetSize, sheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import {
  columnNeeds,
  dateWords,
  type PrintRow,
  printRows,
  type RowColumns,
  rowColumns,
  stretchRows,
  withDates,
} from "#shared/print/timeline/rows.ts";
import { sheetChart } from "#shared/print/timeline/sheetChart.ts";
import { sheetPlaces } from "#shared/print/timeline/sheetPlaces.ts";
import { barSigns } from "#shared/print/timeline/sheetSigns.ts";
import { AXIS_HEIGHT, CHART_END, headingHeight } from "#shared/print/timeline/timelineParts.ts";
import { shownOn, type Timeline, type TimelineSheet } from "#shared/print/timeline/timelineSheets.ts";

export const PICTURES = ["plan", "timeline"] as const;
export type PictureKind = (typeof PICTURES)[number];

/** `slide` leaves out what would be too small on one slide, `all` grows downwards. */
export const PICTURE_ROWS = ["slide", "all"] as const;
export type PictureRows = (typeof PICTURE_ROWS)[number];

export const PICTURE_FORMATS = ["png", "svg"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export const PICTURE_WORDS: Readonly<Record<PictureFormat, string>> = {
  png: "Picture (PNG)",
  svg: "Drawing (SVG)",
};

/** Pixels of a PNG for each pixel of the picture. */
export const PICTURE_SCALES = [1, 2, 3] as const;
export type PictureScale = (typeof PICTURE_SCALES)[number];

export const pictureOptionsSchema = z
  .object({
    picture: z.enum(PICTURES),
    rows: z.enum(PICTURE_ROWS).default("slide"),
    format: z.enum(PICTURE_FORMATS),
    scale: z.literal(PICTURE_SCALES).default(2),
    asOf: daySchema,
  })
  .readonly();
export type PictureOptions = z.infer<typeof pictureOptionsSchema>;

export interface PictureRequest {
  /** The content of a `.groundwork` file, already read as JSON. */
  readonly document: unknown;
  readonly options: unknown;
}

export const pictureOutcomeSchema = z.union([
  z.object({
    ok: z.literal(true),
    /** SVG as text, PNG as base64. */
    content: z.string().min(1),
    /** Pixels. */
    width: z.number().positive(),
    height: z.number().positive(),
    /** What was too small for a slide, in words; empty when everything is on it. */
    left: z.string(),
  }),
  z.object({ ok: z.literal(false), message: z.string().min(1) }),
]);
export type PictureOutcome = z.infer<typeof pictureOutcomeSchema>;

/** A widescreen slide as presentation programs have it: 13⅓ × 7½ inches, 1,280 × 720 pixels. */
export function slideSize(): SheetSize {
  const [width, height] = [960, 540];
  const margin = { top: 28, side: 32, bottom: 24 };
  return {
    ...sheetSize("A4"),
    width,
    height,
    margin,
    contentWidth: width - 2 * margin.side,
    contentHeight: height - margin.top - margin.bottom,
  };
}

export interface TimelinePicture {
  readonly sheet: TimelineSheet;
  /** What its legend explains. */
  readonly shows: Timeline["shows"];
  readonly headingHeight: number;
  /** Rows that are not in it. */
  readonly left: string;
  /** Of everything between the margins. */
  readonly height: number;
}

const FOOT = 14;
/** Airy first. */
const DENSITIES = [2.2, 1.9, 1.7, 1.5, 1.3, 1.15, 1];

/** The whole plan over one window of time; null when there is nothing to draw. */
export function timelinePicture(
  plan: Plan,
  asOf: Day,
  size: SheetSize,
  wanted: PictureRows,
  measure: Measure,
): TimelinePicture | null {
  const outline = outlineOf(plan);
  const span = planSpan(outline);
  if (!span) return null;
  const window = windowOf(span.start, span.finish);
  const columns = rowColumns(
    columnNeeds(plan, measure),
    dateWords(outline.stages, needsYears(window)),
    size.contentWidth,
    measure,
  );
  const all = withDates(printRows(plan, outline.stages, columns, measure), window);
  const room = size.contentHeight - headingHeight(size) - AXIS_HEIGHT - FOOT;
  const { rows, left } = wanted === "all" ? { rows: all, left: "" } : slideRows(all, room);
  const chart = sheetChart(
    linkedAmong(plan, rows),
    wanted === "all" ? stretched(rows, Number.POSITIVE_INFINITY, 1.3) : stretched(rows, room),
    {
      tile: window,
      top: AXIS_HEIGHT,
      width: size.contentWidth - columns.width - CHART_END,
      asOf,
      places: sheetPlaces([{ tiles: [window], pages: [rows.map(({ node }) => node)] }]),
      signsOf: barSigns(plan),
    },
    measure,
  );
  const sheet = oneSheet(rows, columns, window, chart);
  const heading = headingHeight(size);
  return {
    sheet,
    shows: shownOn([sheet]),
    headingHeight: heading,
    left,
    height: heading + chart.height + FOOT,
  };
}

/** The plan without links to rows that are not drawn: a slide has no other sheet to point to. */
function linkedAmong(plan: Plan, rows: readonly PrintRow[]): Plan {
  const drawn = new Set(rows.map(({ node }) => node.item.id));
  const links = [...plan.dependencies].filter(([, { fromId, toId }]) => drawn.has(fromId) && drawn.has(toId));
  return links.length === plan.dependencies.size ? plan : { ...plan, dependencies: new Map(links) };
}

function oneSheet(
  rows: readonly PrintRow[],
  columns: RowColumns,
  window: TimelineSheet["part"]["window"],
  chart: TimelineSheet["chart"],
): TimelineSheet {
  const part = {
    title: "Timeline",
    window,
    columns,
    grid: { rows: 1, columns: 1 },
    printed: new Set(["0.0"]),
  };
  return { part, locator: windowWords(window), row: 0, column: 0, rows, continues: "", chart };
}

/** As airy as there is room for. */
function stretched(rows: readonly PrintRow[], room: number, most = DENSITIES[0] ?? 1): PrintRow[] {
  const density = DENSITIES.find((one) => one <= most && heightOf(stretchRows(rows, one)) <= room) ?? 1;
  return stretchRows(rows, density);
}

function heightOf(rows: readonly PrintRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** What is on the slide: everything, else without the deepest rows, else stages and milestones, else stages. */
function slideRows(all: readonly PrintRow[], room: number): { rows: readonly PrintRow[]; left: string } {
  const deepest = Math.max(0, ...all.map(({ node }) => node.depth));
  const cuts: ((node: OutlineNode) => boolean)[] = [
    ...Array.from({ length: deepest }, (_, i) => (node: OutlineNode) => node.depth <= deepest - i),
    ({ item }) => item.kind !== "task",
    ({ item }) => item.kind === "stage",
  ];
  for (const keeps of cuts) {
    const rows = all.filter(({ node }) => keeps(node));
    if (heightOf(rows) <= room) return { rows, left: leftWords(all, rows) };
  }
  const rows = all.filter(({ kind }) => kind === "stage");
  return { rows, left: leftWords(all, rows) };
}

function leftWords(all: readonly PrintRow[], rows: readonly PrintRow[]): string {
  const left = all.length - rows.length;
  return left === 0 ? "" : `${count(left, "further row")} would be too small to read on a slide.`;
}
