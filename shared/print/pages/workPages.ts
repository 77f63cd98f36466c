/**
 * The table of all work on pages: columns as wide as their words, every cell broken into lines here, so that a
 * page holds what it is said to hold. Units are points.
 */
import type { OutlineNode } from "#shared/domain/outline.ts";
import { continuedFrom } from "#shared/print/layout/continued.ts";
import { paginate } from "#shared/print/layout/pagination.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { ellipsise, type Measure, type TextStyle, wrapText } from "#shared/print/layout/text.ts";
import { spanOnSheet } from "#shared/print/timeline/sheetDates.ts";
import type { WorkRow, WorkSection } from "./workTable.ts";

export interface WorkLine {
  readonly row: WorkRow;
  readonly indent: number;
  readonly name: readonly string[];
  readonly doers: readonly string[];
  readonly answerer: readonly string[];
  readonly state: readonly string[];
  /** Begins a page; on the first page the heading does. */
  readonly startsPage: boolean;
  /** At the top of a page that begins inside a stage: what it continues; else empty. */
  readonly continues: string;
}

export interface WorkLines {
  readonly section: WorkSection;
  readonly title: string;
  readonly startsPage: boolean;
  readonly lines: readonly WorkLine[];
}

export interface WorkColumns {
  readonly code: number;
  readonly name: number;
  readonly start: number;
  /** 0 where start and finish share a column. */
  readonly finish: number;
  readonly duration: number;
  readonly doers: number;
  readonly answerer: number;
  readonly state: number;
  readonly progress: number;
}

/** What stands of a stage on one page; `heads`: its heading does, too. */
export interface WorkGroup {
  readonly section: WorkSection;
  readonly title: string;
  readonly heads: boolean;
  readonly lines: readonly WorkLine[];
}

export interface WorkPages {
  readonly columns: WorkColumns;
  readonly sections: readonly WorkLines[];
  /** The same, page by page. */
  readonly sheets: readonly (readonly WorkGroup[])[];
  /** Above and below the words of a row, each. */
  readonly padding: number;
  readonly pageCount: number;
}

export const WORK_TEXT: TextStyle = { size: 7.5, weight: 400 };
export const WORK_STRONG: TextStyle = { size: 7.5, weight: 600 };
export const WORK_SMALL: TextStyle = { size: 7, weight: 400 };
const STAGE_TEXT: TextStyle = { size: 9, weight: 600 };
/** Line heights, and heights of what does not change; the stylesheet uses the same. */
export const WORK_LINE = 9.4;
export const CELL_GAP = 7;
const HAIRLINE = 0.5;
const CAPTION_HEIGHT = 26;
const HEAD_HEIGHT = 17;
const STAGE_HEIGHT = 18;
const CONTINUES_HEIGHT = 13;
/** Left free, so that rounding in the browser never pushes a row on to the next page. */
const SAFETY = 5;
/** Airy first; the first that needs no more pages than the tightest wins. */
const PADDINGS = [3.1, 2.7, 2.3, 1.9];
/** Between lengths, which stand at the right of their column, and people, who stand at the left of theirs. */
export const DOERS_INDENT = 6;
const INDENT = 10;
const DEEPEST = 7;
const DIAMOND_ROOM = 10;
const MARK_ROOM = 11.5;
/** Widest a column grows before its words take a second line, as shares of the sheet. */
const MOST = { code: 0.115, doers: 0.145, answerer: 0.115, state: 0.15 };
const LEAST_NAME = 0.6;
/** Where the names have less of the sheet, start and finish share a column. */
const LEAST_NAME_SHARE = 0.2;
/** Signs between figures are as wide as figures. */
const FIGURE_GAP = 2;
const STEP = 6;
const MOST_LINES = 60;

export function workPages(all: readonly WorkSection[], sheet: SheetSize, measure: Measure): WorkPages {
  const roomy = workColumns(rowsOf(all), sheet.contentWidth, measure);
  const isNarrow = roomy.name < sheet.contentWidth * LEAST_NAME_SHARE;
  const sections = isNarrow ? all.map(withSpans) : all;
  const rows = rowsOf(sections);
  const columns = isNarrow ? workColumns(rows, sheet.contentWidth, measure) : roomy;
  const lines = new Map(rows.map((row) => [row, workLine(row, columns, measure)]));
  const items = sections.flatMap((section): Item[] => [
    { depth: 0, lines: 0, row: null },
    ...section.rows.map((row) => ({ depth: row.node.depth, lines: linesOf(lines.get(row)), row })),
    ...(section.rows.length === 0 ? [{ depth: 1, lines: 1, row: null }] : []),
  ]);
  const { padding, starts } = fewestPages(items, sheet.contentHeight);
  let at = 0;
  const placed = sections.map((section) => {
    const startsPage = starts.has(at++);
    const own = section.rows.map((row): WorkLine => {
      const begins = starts.has(at++);
      const line = lines.get(row) as WorkLine;
      return begins ? { ...line, startsPage: true, continues: continued(row.node, sheet, measure) } : line;
    });
    if (section.rows.length === 0) at++;
    const room = sheet.contentWidth - 20 - measure(section.summary, WORK_TEXT);
    const title = ellipsise(section.title, room, STAGE_TEXT, measure);
    return { section, title, startsPage, lines: own };
  });
  return { columns, sections: placed, sheets: sheetsOf(placed), padding, pageCount: starts.size + 1 };
}

function rowsOf(sections: readonly WorkSection[]): readonly WorkRow[] {
  return sections.flatMap((section) => section.rows);
}

/** Start and finish in one column, so that names need not be broken into single words. */
function withSpans(section: WorkSection): WorkSection {
  const rows = section.rows.map((row) => ({
    ...row,
    start: spanOnSheet(row.node.start, row.node.finish, true),
    finish: "",
  }));
  return { ...section, rows };
}

function sheetsOf(sections: readonly WorkLines[]): WorkGroup[][] {
  const sheets: WorkGroup[][] = [[]];
  for (const { section, title, startsPage, lines } of sections) {
    if (startsPage) sheets.push([]);
    const cuts = [0, ...lines.flatMap((line, at) => (line.startsPage ? [at] : [])), lines.length];
    for (let i = 0; i + 1 < cuts.length; i++) {
      if (i > 0) sheets.push([]);
      sheets.at(-1)?.push({ section, title, heads: i === 0, lines: lines.slice(cuts[i], cuts[i + 1]) });
    }
  }
  return sheets;
}

function continued(node: OutlineNode, { contentWidth }: SheetSize, measure: Measure): string {
  return continuedFrom(node, contentWidth - 10, WORK_SMALL, measure);
}

function workColumns(rows: readonly WorkRow[], width: number, measure: Measure): WorkColumns {
  const widest = (head: string, words: readonly string[], style = WORK_TEXT): number => {
    const all = [...new Set(words)].map((word) => measure(word, style));
    return Math.ceil(Math.max(measure(head, WORK_TEXT), ...all)) + CELL_GAP + 1;
  };
  const digits = (head: string, words: readonly string[]): number =>
    widest(
      head,
      words.map((word) => word.replace(/\d/g, "0")),
    ) + FIGURE_GAP;
  const states = rows.map(({ state }) => state?.word ?? "");
  const fixed = {
    code: Math.min(
      5 +
        widest(
          "No.",
          rows.map(({ code }) => code),
        ),
      width * MOST.code,
    ),
    start: digits(
      "Start",
      rows.map(({ start }) => start),
    ),
    finish: rows.every(({ finish }) => finish === "")
      ? 0
      : digits(
          "Finish",
          rows.map(({ finish }) => finish),
        ),
    duration: widest(
      "Length",
      rows.map(({ duration }) => duration),
    ),
    doers: Math.min(
      DOERS_INDENT +
        widest(
          "Does it",
          rows.map(({ doers }) => doers),
        ),
      width * MOST.doers,
    ),
    answerer: Math.min(
      widest(
        "Answers for it",
        rows.map(({ answerer }) => answerer),
      ),
      width * MOST.answerer,
    ),
    state: Math.min(widest("Status or health", states) + MARK_ROOM, width * MOST.state),
    progress:
      digits(
        "Progress",
        rows.map(({ progress }) => progress),
      ) - CELL_GAP,
  };
  const left = width - Object.values(fixed).reduce((sum, column) => sum + column, 0);
  const more = moreForDoers(rows, { name: left, doers: fixed.doers }, measure);
  return { ...fixed, doers: fixed.doers + more, name: left - more };
}

/** What the column of names gives to that of the people so that the rows take the fewest lines in all. */
function moreForDoers(
  rows: readonly WorkRow[],
  columns: { readonly name: number; readonly doers: number },
  measure: Measure,
): number {
  const needs = rows.map((row) => ({
    indent: indentOf(row),
    name: measure(row.name, styleOf(row)),
    doers: measure(row.doers, WORK_TEXT),
  }));
  const linesWith = (more: number): number =>
    needs.reduce((sum, { indent, name, doers }) => {
      const nameLines = Math.ceil(name / (columns.name - more - indent - CELL_GAP - 1));
      const doerLines = Math.ceil(doers / (columns.doers + more - DOERS_INDENT - CELL_GAP - 1));
      return sum + Math.max(1, nameLines, doerLines);
    }, 0);
  let best = { more: 0, lines: linesWith(0) };
  for (let more = STEP; columns.name - more >= columns.name * LEAST_NAME; more += STEP) {
    const lines = linesWith(more);
    if (lines < best.lines) best = { more, lines };
  }
  return best.more;
}

function indentOf(row: WorkRow): number {
  return Math.min(row.node.depth - 1, DEEPEST) * INDENT + (row.kind === "milestone" ? DIAMOND_ROOM : 0);
}

function styleOf(row: WorkRow): TextStyle {
  return row.kind === "task" ? WORK_TEXT : WORK_STRONG;
}

function workLine(row: WorkRow, columns: WorkColumns, measure: Measure): WorkLine {
  const indent = indentOf(row);
  const cell = (text: string, width: number, style = WORK_TEXT): string[] =>
    wrapText(text, width - CELL_GAP, MOST_LINES, style, measure);
  return {
    row,
    indent,
    name: cell(row.name, columns.name - indent, styleOf(row)),
    doers: cell(row.doers, columns.doers - DOERS_INDENT),
    answerer: cell(row.answerer, columns.answerer),
    state: row.state ? cell(row.state.word, columns.state - MARK_ROOM) : [],
    startsPage: false,
    continues: "",
  };
}

function linesOf(line: WorkLine | undefined): number {
  if (!line) return 1;
  return Math.max(line.name.length, line.doers.length, line.answerer.length, line.state.length);
}

interface Item {
  readonly depth: number;
  /** 0 for a stage's heading. */
  readonly lines: number;
  readonly row: WorkRow | null;
}

/** The indexes of the items that begin the second and later pages. */
function fewestPages(items: readonly Item[], height: number): { padding: number; starts: Set<number> } {
  const attempts = PADDINGS.map((padding) => {
    const rows = items.map(({ depth, lines }) => ({
      depth,
      height: lines === 0 ? STAGE_HEIGHT : lines * WORK_LINE + 2 * padding + HAIRLINE,
    }));
    const room = (first: number): number => {
      const above = first === 0 ? CAPTION_HEIGHT : (items[first]?.depth ?? 0) > 0 ? CONTINUES_HEIGHT : 0;
      return height - SAFETY - HEAD_HEIGHT - above;
    };
    const starts = new Set(
      paginate(rows, room)
        .slice(1)
        .map(({ from }) => from),
    );
    return { padding, starts };
  });
  const least = Math.min(...attempts.map(({ starts }) => starts.size));
  return attempts.find(({ starts }) => starts.size === least) as (typeof attempts)[number];
}
