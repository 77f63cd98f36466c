/** The plan as rows of the printed timeline: names broken into lines, dates and people in words, heights. */
import { type OutlineNode, outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import type { ChartSpan } from "#shared/print/chart/span.ts";
import { needsYears } from "#shared/print/chart/window.ts";
import { answererOf, doersOf } from "#shared/print/layout/owners.ts";
import { ellipsise, type Measure, type TextStyle, wrapText } from "#shared/print/layout/text.ts";
import type { RowKind } from "#shared/timeline/bar.ts";
import { kindOf } from "#shared/timeline/rows.ts";
import { spanOnSheet } from "./sheetDates.ts";

export interface PrintRow {
  readonly node: OutlineNode;
  readonly kind: RowKind;
  readonly stageIndex: number;
  readonly indent: number;
  readonly code: string;
  readonly name: readonly string[];
  readonly who: string;
  readonly dates: string;
  readonly height: number;
}

export interface Column {
  readonly x: number;
  readonly width: number;
}

/** The columns beside the chart. */
export interface RowColumns {
  readonly code: Column;
  readonly name: Column;
  readonly who: Column;
  readonly dates: Column;
  /** Where the chart begins. */
  readonly width: number;
}

export const ROW_TEXT: TextStyle = { size: 7.5, weight: 400 };
export const ROW_STRONG: TextStyle = { size: 7.5, weight: 600 };
export const STAGE_TEXT: TextStyle = { size: 8, weight: 600 };
export const ROW_SMALL: TextStyle = { size: 7, weight: 400 };
export const ROW_LINE = 8.8;
const PADDING = { stage: 7, other: 4.4 };
const INDENT = 7;
const DEEPEST_INDENT = 6;
const GAP = 7;
/** Clear of the stage's colour at the edge. */
const CODE_X = 5;
const MOST_CODE_WIDTH = 90;
/** Names get what nine of ten need, within these shares of the sheet; longer ones take a second line. */
const NAME_SHARE = { least: 0.14, most: 0.285 };
const WHO_SHARE = { least: 0.05, most: 0.125 };
const ENOUGH = 0.9;
const MOST_NAMES = 5;
/** A name is printed in full on as many lines as it takes, within reason. */
const MOST_NAME_LINES = 16;

/** What the columns of a plan's rows want, whatever the sheet. */
export interface ColumnNeeds {
  readonly code: number;
  readonly name: number;
  readonly who: number;
}

export function columnNeeds(plan: Plan, measure: Measure): ColumnNeeds {
  const rows = outlineOf(plan).inOrder.filter((node) => node.depth > 0);
  const codes = rows.map((node) => measure(node.wbsCode, ROW_SMALL));
  return {
    code: codes.reduce((widest, width) => Math.max(widest, width), 12),
    name: mostOf(rows.map((node) => indentOf(node) + measure(labelOf(node), styleOf(kindOf(node))))) + 1,
    who: whoNeeds(
      rows.map((node) => namesOf(plan, node)),
      measure,
    ),
  };
}

/** What nine of ten need for everybody, and never less than everyone's first needs: a name of a person is not broken. */
function whoNeeds(rows: readonly (readonly string[])[], measure: Measure): number {
  const firsts = new Set(rows.map(([first = "", ...others]) => withMore(first, others.length)));
  const widest = [...firsts].reduce((most, line) => Math.max(most, measure(line, ROW_SMALL)), 0);
  return Math.max(mostOf(rows.map((names) => measure(names.join(", "), ROW_SMALL))), widest) + 1;
}

/** The same columns for every sheet of a part. `dates` are the words that must fit into theirs. */
export function rowColumns(
  needs: ColumnNeeds,
  dates: readonly string[],
  sheetWidth: number,
  measure: Measure,
): RowColumns {
  const code = { x: CODE_X, width: Math.min(needs.code, MOST_CODE_WIDTH) };
  const name = { x: code.x + code.width + GAP, width: held(needs.name, sheetWidth, NAME_SHARE) };
  const who = { x: name.x + name.width + GAP, width: held(needs.who, sheetWidth, WHO_SHARE) };
  const widths = [...new Set(dates)].map((words) => measure(words, ROW_SMALL));
  const widestDates = widths.reduce((widest, width) => Math.max(widest, width), 30);
  const when = { x: who.x + who.width + GAP, width: widestDates };
  return { code, name, who, dates: when, width: Math.ceil(when.x + when.width + 8) };
}

/** What the rows of these stages say in the column of dates. */
export function dateWords(stages: readonly OutlineNode[], withYears: boolean): string[] {
  return stages.flatMap(subtreeOf).map(({ start, finish }) => spanOnSheet(start, finish, withYears));
}

function mostOf(widths: readonly number[]): number {
  const sorted = [...widths].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length - 1) * ENOUGH)] ?? 0;
}

function held(width: number, sheetWidth: number, share: { least: number; most: number }): number {
  return Math.min(Math.max(Math.ceil(width), sheetWidth * share.least), sheetWidth * share.most);
}

function indentOf(node: OutlineNode): number {
  return Math.min(Math.max(0, node.depth - 1), DEEPEST_INDENT) * INDENT;
}

function labelOf({ item }: OutlineNode): string {
  return nameOrUntitled(item.name, item.kind);
}

/** A row before it is known which window of time it is drawn over, and so whether its dates need years. */
export type UndatedRow = Omit<PrintRow, "dates">;

/** Rows of these stages, as tight as they go. */
export function printRows(
  plan: Plan,
  stages: readonly OutlineNode[],
  columns: RowColumns,
  measure: Measure,
): UndatedRow[] {
  const all = outlineOf(plan).stages;
  return stages.flatMap((stage) => {
    const stageIndex = all.indexOf(stage);
    return subtreeOf(stage).map((node) => ({
      ...rowText(plan, node, columns, measure),
      node,
      stageIndex,
    }));
  });
}

export function withDates(rows: readonly UndatedRow[], window: ChartSpan): PrintRow[] {
  const years = needsYears(window);
  return rows.map((row) => ({ ...row, dates: spanOnSheet(row.node.start, row.node.finish, years) }));
}

function rowText(
  plan: Plan,
  node: OutlineNode,
  columns: RowColumns,
  measure: Measure,
): Omit<PrintRow, "node" | "stageIndex" | "dates"> {
  const kind = kindOf(node);
  const indent = indentOf(node);
  // A stage has no doer, so its name may run on into the column of people.
  const width = columns.name.width - indent + (kind === "stage" ? columns.who.width + GAP : 0);
  const name = wrapText(labelOf(node), width, MOST_NAME_LINES, styleOf(kind), measure);
  return {
    kind,
    indent,
    code: ellipsise(node.wbsCode, columns.code.width, ROW_SMALL, measure),
    name,
    who: kind === "stage" ? "" : whoLine(namesOf(plan, node), columns.who.width, measure),
    height: name.length * ROW_LINE + paddingOf(kind),
  };
}

function paddingOf(kind: RowKind): number {
  return kind === "stage" ? PADDING.stage : PADDING.other;
}

/** The same rows with the space between their lines stretched: 1 is tight, 1.7 airy. */
export function stretchRows(rows: readonly PrintRow[], density: number): PrintRow[] {
  return rows.map((row) => ({ ...row, height: row.height + paddingOf(row.kind) * (density - 1) }));
}

export function styleOf(kind: RowKind): TextStyle {
  if (kind === "stage") return STAGE_TEXT;
  return kind === "task" ? ROW_TEXT : ROW_STRONG;
}

/** Who does it, else who answers for it. */
function namesOf(plan: Plan, node: OutlineNode): string[] {
  const doers = doersOf(plan, node);
  const answerer = answererOf(plan, node);
  return doers.length > 0 || answerer === null ? doers : [answerer];
}

/** Everybody who fits on a line, then how many more: the table of all work has all of them. */
function whoLine(names: readonly string[], width: number, measure: Measure): string {
  for (let shown = Math.min(names.length, MOST_NAMES); shown > 1; shown--) {
    const line = withMore(names.slice(0, shown).join(", "), names.length - shown);
    if (measure(line, ROW_SMALL) <= width) return line;
  }
  const [first = ""] = names;
  const tail = withMore("", names.length - 1);
  const room = names.length > 1 ? width - measure(tail, ROW_SMALL) : width;
  return `${ellipsise(first, room, ROW_SMALL, measure)}${names.length > 1 ? tail : ""}`;
}

function withMore(line: string, more: number): string {
  return more > 0 ? `${line} +${more}` : line;
}
