/** The words beside a bar of the printed timeline: how it stands, and what it is linked to on other sheets. */
import type { Day } from "#shared/domain/day.ts";
import { stateOf } from "#shared/print/layout/state.ts";
import { ellipsise, type Measure } from "#shared/print/layout/text.ts";
import { type BarBox, type Point, routeCrosses } from "#shared/timeline/link.ts";
import type { AwayEnd, LabelGaps, LinkEnds } from "./awayLinks.ts";
import { type PrintRow, ROW_SMALL } from "./rows.ts";

export interface BarLabel {
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly text: string;
  readonly width: number;
  /** Something runs behind the words, so they need a white ground. */
  readonly crossed: boolean;
  readonly isOnBar: boolean;
}

/** What words keep clear of where they can: the line of the as-of day, and the routes of the links. */
export interface Obstacles {
  readonly todayX: number | null;
  readonly routes: readonly (readonly Point[])[];
}

/**
 * State or progress, then the items on other sheets that it follows and that follow it, each with its sheet:
 * `Blocked, after 1.4 (B2)  → 3.2, 3.4 (C1)`. The most that can be said first, then ever shorter.
 */
export function barWords(row: PrintRow, asOf: Day, ends: Pick<LinkEnds, "to" | "from">): string[] {
  const { id } = row.node.item;
  const [from, to] = [ends.from.get(id) ?? [], ends.to.get(id) ?? []];
  const state = stateWords(row, asOf);
  const says = (standing: string, list: (ends: readonly AwayEnd[]) => string): string => {
    const before = [standing, from.length > 0 ? `after ${list(from)}` : ""].filter(isSaid).join(", ");
    return [before, to.length > 0 ? `→ ${list(to)}` : ""].filter(isSaid).join("  ");
  };
  const inWords = (ends: readonly AwayEnd[]): string => listed(ends, MOST_CODES, "sheet ");
  const inShort = (ends: readonly AwayEnd[]): string => listed(ends, MOST_CODES, "");
  const one = (ends: readonly AwayEnd[]): string => listed(ends, 1, "");
  const leaves = from.length + to.length > 0;
  const all = [
    says(state, inWords),
    says(state, inShort),
    says(state, one),
    ...(leaves ? [says("", one)] : []),
  ];
  return [...new Set(all)].filter(isSaid);
}

function isSaid(words: string): boolean {
  return words !== "";
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

/** `3.2, 3.4 (C1), 4.1 (D1) +2`; a number alone would read as a count, so where there is room it is `(sheet 4)`. */
function listed(ends: readonly AwayEnd[], most: number, word: string): string {
  const shown = ends.slice(0, most);
  const words = shown.map(({ code, sheet }, i) =>
    sheet === "" || shown[i + 1]?.sheet === sheet
      ? code
      : `${code} (${/^\d/.test(sheet) ? word : ""}${sheet})`,
  );
  return words.join(", ") + (ends.length > most ? ` +${ends.length - most}` : "");
}

const HALF_LINE = 4;
const CLEAR = 1;

/**
 * Beside the bar, on the right unless the left is crossed by fewer lines, in as many words as there is room for; on
 * the bar itself, on white ground, when neither side holds even the fewest.
 */
export function placeLabel(
  words: readonly string[],
  bar: BarBox,
  chartWidth: number,
  gaps: LabelGaps,
  obstacles: Obstacles,
  measure: Measure,
): BarLabel | null {
  for (const text of words) {
    const label = besideBar(text, bar, chartWidth, gaps, obstacles, measure);
    if (label) return label;
  }
  const fewest = words.at(-1);
  return fewest === undefined ? null : onBar(fewest, bar, chartWidth, measure);
}

function besideBar(
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
  return best
    ? { x: best.x, anchor: best.anchor, text, width, crossed: best.crossings > 0, isOnBar: false }
    : null;
}

/** Clear of the bar's ends, where a cut or a link is marked. */
const INSIDE = 8;

function onBar(text: string, bar: BarBox, chartWidth: number, measure: Measure): BarLabel {
  const short = ellipsise(text, chartWidth - 2, ROW_SMALL, measure);
  const width = measure(short, ROW_SMALL);
  const end = Math.min(bar.x + bar.width, chartWidth) - INSIDE;
  const x = Math.min(Math.max(end, width + 1), chartWidth - 1);
  return { x, anchor: "end", text: short, width, crossed: true, isOnBar: true };
}

function crossings(from: number, to: number, y: number, { todayX, routes }: Obstacles): number {
  const [left, right] = [from - CLEAR, to + CLEAR];
  const today = todayX !== null && todayX >= left && todayX <= right ? 1 : 0;
  return routes.reduce(
    (sum, route) => sum + (routeCrosses(route, left, y - HALF_LINE, right, y + HALF_LINE) ? 1 : 0),
    today,
  );
}
