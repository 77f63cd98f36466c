/** The words beside a bar of the printed timeline: how it stands, and what it is linked to on other sheets. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveDependencies, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { LINK_STUB } from "#shared/timeline/link.ts";
import type { Extent } from "#shared/timeline/scale.ts";
import { type PrintRow, ROW_SMALL } from "./rows.ts";
import { stateOf } from "./state.ts";
import type { Measure } from "./text.ts";

export interface BarLabel {
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly text: string;
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

const LABEL_GAP = 4;
const LINKED_GAP = LINK_STUB + 3.5;

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

/** Beside the bar on the right; on the left where the right has no room; else nowhere (the table has the words). */
export function placeLabel(
  text: string,
  bar: Extent,
  width: number,
  gaps: LabelGaps,
  measure: Measure,
): BarLabel | null {
  const length = measure(text, ROW_SMALL);
  const end = bar.x + bar.width;
  if (end + gaps.right + length <= width) return { x: Math.max(end, 0) + gaps.right, anchor: "start", text };
  if (bar.x - gaps.left - length >= 0) return { x: bar.x - gaps.left, anchor: "end", text };
  return null;
}

export function linkEnds(plan: Plan, rows: readonly PrintRow[]): LinkEnds {
  const { byId } = outlineOf(plan);
  const here = new Set(rows.map((row) => row.node.item.id));
  const to = new Map<Id, string[]>();
  const from = new Map<Id, string[]>();
  const right = new Set<Id>();
  const left = new Set<Id>();
  for (const { fromId, toId, type } of liveDependencies(plan)) {
    if (here.has(fromId) && here.has(toId)) {
      (type[0] === "F" ? right : left).add(fromId);
      (type[1] === "F" ? right : left).add(toId);
    } else if (here.has(fromId)) add(to, fromId, byId.get(toId)?.wbsCode ?? "");
    else if (here.has(toId)) add(from, toId, byId.get(fromId)?.wbsCode ?? "");
  }
  const gapsOf = (id: Id): LabelGaps => ({
    left: left.has(id) ? LINKED_GAP : LABEL_GAP,
    right: right.has(id) ? LINKED_GAP : LABEL_GAP,
  });
  return { to, from, gapsOf };
}

function add(map: Map<Id, string[]>, key: Id, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
