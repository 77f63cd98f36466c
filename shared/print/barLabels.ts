/** The words beside a bar of the printed timeline: how it stands, and what it is linked to on other sheets. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type BarBox, LINK_STUB, type Point, routeCrosses } from "#shared/timeline/link.ts";
import { type PrintRow, ROW_SMALL } from "./rows.ts";
import { stateOf } from "./state.ts";
import type { Measure } from "./text.ts";

export interface BarLabel {
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly text: string;
  readonly width: number;
  /** Something runs behind the words, so they need a white ground. */
  readonly crossed: boolean;
}

/** What words keep clear of where they can: the line of the as-of day, and the routes of the links. */
export interface Obstacles {
  readonly todayX: number | null;
  readonly routes: readonly (readonly Point[])[];
}

/** Clear space between a bar and its words on either side. */
export interface LabelGaps {
  readonly left: number;
  readonly right: number;
}

/** What the links of a sheet's rows mean for the words beside the bars. */
export interface LinkEnds {
  /** Outline numbers at the other ends of links that lead to rows on other sheets. */
  readonly to: ReadonlyMap<Id, readonly string[]>;
  readonly from: ReadonlyMap<Id, readonly string[]>;
  /** Wider on the sides where a link leaves or arrives, so that no line runs through the words. */
  gapsOf(id: Id): LabelGaps;
}

export const LABEL_GAP = 4;
export const LINKED_GAP = LINK_STUB + 3.5;

/** State or progress, then the items on other sheets that follow this one: `Blocked → 3.2, 3.4`. */
export function barWords(row: PrintRow, asOf: Day, ends: LinkEnds): string {
  const { node } = row;
  const to = ends.to.get(node.item.id);
  const from = ends.from.get(node.item.id);
  const words = [stateWords(row, asOf), from ? `after ${listed(from)}` : ""].filter((part) => part !== "");
  return [words.join(", "), to ? `→ ${listed(to)}` : ""].filter((part) => part !== "").join("  ");
}

function stateWords({ node, kind }: PrintRow, asOf: Day): string {
  if (kind === "stage") return "";
  if (kind === "group") return node.taskCount > 0 ? `${node.progressPct ?? 0} %` : "";
  const state = stateOf(node, asOf);
  if (!state) return "";
  if (node.item.kind === "milestone") return state.word === "Not rated" ? "" : state.word;
  if (node.item.kind !== "task") return "";
  const progress =
    node.item.progressPct > 0 && node.item.progressPct < 100 ? `${Math.round(node.item.progressPct)} %` : "";
  if (state.word === "Not started") return "";
  if (state.word === "In progress") return progress;
  const word = state.word.replace(/^(Not started|In progress), /, "");
  return [word, progress].filter((part) => part !== "").join(", ");
}

const MOST_CODES = 3;

function listed(codes: readonly string[]): string {
  const shown = codes.slice(0, MOST_CODES).join(", ");
  return codes.length > MOST_CODES ? `${shown} +${codes.length - MOST_CODES}` : shown;
}

const HALF_LINE = 4;
const CLEAR = 1;

/**
 * Beside the bar, on the right unless the left is crossed by fewer lines; nowhere when neither side has room
 * (the table has the words).
 */
export function placeLabel(
  text: string,
  bar: BarBox,
  chartWidth: number,
  gaps: LabelGaps,
  obstacles: Obstacles,
  measure: Measure,
): BarLabel | null {
  const width = measure(text, ROW_SMALL);
  const end = bar.x + bar.width;
  const right = { x: Math.max(end, 0) + gaps.right, anchor: "start" as const };
  const left = { x: bar.x - gaps.left, anchor: "end" as const };
  const sides = [
    ...(end + gaps.right + width <= chartWidth ? [right] : []),
    ...(left.x - width >= 0 && left.x <= chartWidth ? [left] : []),
  ].map((side) => {
    const from = side.anchor === "start" ? side.x : side.x - width;
    return { ...side, crossings: crossings(from, from + width, bar.y, obstacles) };
  });
  const best = [...sides].sort((a, b) => a.crossings - b.crossings)[0];
  return best ? { x: best.x, anchor: best.anchor, text, width, crossed: best.crossings > 0 } : null;
}

function crossings(from: number, to: number, y: number, { todayX, routes }: Obstacles): number {
  const [left, right] = [from - CLEAR, to + CLEAR];
  const today = todayX !== null && todayX >= left && todayX <= right ? 1 : 0;
  return routes.reduce(
    (sum, route) => sum + (routeCrosses(route, left, y - HALF_LINE, right, y + HALF_LINE) ? 1 : 0),
    today,
  );
}
