/** The plan as rows of the printed timeline: names broken into lines, dates and people in words, heights. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import type { RowKind } from "#shared/timeline/bar.ts";
import { kindOf } from "#shared/timeline/rows.ts";
import { answererOf, doersOf } from "./owners.ts";
import { ellipsise, type Measure, type TextStyle, wrapText } from "./text.ts";

export interface PrintRow {
  readonly node: OutlineNode;
  readonly kind: RowKind;
  readonly stageIndex: number;
  readonly indent: number;
  readonly code: string;
  readonly name: readonly string[];
  readonly who: readonly string[];
  readonly dates: string;
  readonly height: number;
}

/** Left edges and widths of the columns beside the chart. */
export interface RowColumns {
  readonly code: { readonly x: number; readonly width: number };
  readonly name: { readonly x: number; readonly width: number };
  readonly who: { readonly x: number; readonly width: number };
  readonly dates: { readonly x: number; readonly width: number };
  /** Where the chart begins. */
  readonly width: number;
}

export const ROW_TEXT: TextStyle = { size: 7.5, weight: 400 };
export const ROW_STRONG: TextStyle = { size: 7.5, weight: 600 };
export const STAGE_TEXT: TextStyle = { size: 8, weight: 600 };
export const ROW_SMALL: TextStyle = { size: 7, weight: 400 };
export const ROW_LINE = 8.8;
const INDENT = 7;
const DEEPEST_INDENT = 6;
const NAME_WIDTH = 152;
const WHO_WIDTH = 70;
const GAP = 7;
/** Clear of the stage's colour at the edge. */
const CODE_X = 5;
const MOST_CODE_WIDTH = 90;

/** Room for the widest outline number and the widest dates; names and people wrap. */
export function rowColumns(plan: Plan, measure: Measure): RowColumns {
  const nodes = outlineOf(plan).inOrder;
  const widestCode = Math.max(12, ...nodes.map((node) => measure(node.wbsCode, ROW_SMALL)));
  const widestDates = Math.max(
    30,
    ...nodes.map((node) => measure(shortSpan(node.start, node.finish), ROW_SMALL)),
  );
  const code = { x: CODE_X, width: Math.min(widestCode, MOST_CODE_WIDTH) };
  const name = { x: code.x + code.width + GAP, width: NAME_WIDTH };
  const who = { x: name.x + name.width + GAP, width: WHO_WIDTH };
  const dates = { x: who.x + who.width + GAP, width: widestDates };
  return { code, name, who, dates, width: Math.ceil(dates.x + dates.width + 8) };
}

/** `4 Mar – 9 Apr 2027`, `4 Dec ’27 – 9 Jan ’28`, `4 Mar 2027`; a dash without dates. */
export function shortSpan(start: Day | null, finish: Day | null): string {
  if (start === null || finish === null) return "–";
  if (start === finish) return formatDay(start);
  if (start.slice(0, 4) === finish.slice(0, 4)) return `${formatDay(start, "short")} – ${formatDay(finish)}`;
  return `${withShortYear(start)} – ${withShortYear(finish)}`;
}

function withShortYear(day: Day): string {
  return `${formatDay(day, "short")} ’${day.slice(2, 4)}`;
}

/** `density` stretches the space between lines: 1 is tight, 1.6 airy. */
export function printRows(plan: Plan, columns: RowColumns, density: number, measure: Measure): PrintRow[] {
  const outline = outlineOf(plan);
  const stageIndex = new Map(outline.stages.map((stage, i) => [stage.item.id, i]));
  return outline.inOrder.map((node) => {
    const kind = kindOf(node);
    const indent = Math.min(Math.max(0, node.depth - 1), DEEPEST_INDENT) * INDENT;
    const label = nameOrUntitled(node.item.name, node.item.kind);
    // A stage has no doer, so its name may run on into the column of people.
    const width = columns.name.width - indent + (kind === "stage" ? columns.who.width : 0);
    const name = wrapText(label, width, 2, styleOf(kind), measure);
    const who = kind === "stage" ? [] : whoLines(plan, node, columns.who.width, measure);
    const lines = Math.max(name.length, who.length, 1);
    const padding = (kind === "stage" ? 8 : 4.6) * density;
    return {
      node,
      kind,
      stageIndex: stageIndex.get(node.stageId) ?? 0,
      indent,
      code: ellipsise(node.wbsCode, columns.code.width, ROW_SMALL, measure),
      name,
      who,
      dates: shortSpan(node.start, node.finish),
      height: lines * ROW_LINE + padding,
    };
  });
}

export function styleOf(kind: RowKind): TextStyle {
  if (kind === "stage") return STAGE_TEXT;
  return kind === "task" ? ROW_TEXT : ROW_STRONG;
}

/** Everybody who fits on two lines, then how many more: the table of all work has all of them. */
function whoLines(plan: Plan, node: OutlineNode, width: number, measure: Measure): string[] {
  const doers = doersOf(plan, node);
  const answerer = answererOf(plan, node);
  const names = doers.length > 0 ? doers : answerer === null ? [] : [answerer];
  const [first = "", second] = names;
  if (names.length <= 1) return wrapText(first, width, 2, ROW_SMALL, measure).filter((line) => line !== "");
  const more = names.length - 2;
  const tail = more > 0 ? ` +${more}` : "";
  const room = width - (more > 0 ? measure(tail, ROW_SMALL) : 0);
  return [
    ellipsise(`${first},`, width, ROW_SMALL, measure),
    `${ellipsise(second ?? "", room, ROW_SMALL, measure)}${tail}`,
  ];
}
