/** The columns of the outline, and which of them fit. */
import type { PlanItem } from "#shared/domain/entity.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { memoLast } from "./memoLast.ts";

export const COLUMNS = [
  "wbs",
  "name",
  "start",
  "finish",
  "days",
  "status",
  "who",
  "accountable",
  "progress",
] as const;
export type ColumnId = (typeof COLUMNS)[number];

export const COLUMN_TITLES: Record<ColumnId, string> = {
  wbs: "No.",
  name: "Name",
  start: "Start",
  finish: "Finish",
  days: "Days",
  status: "Status",
  who: "Does it",
  accountable: "Answers for it",
  progress: "Progress",
};

/** Width in pixels; the name takes what is left, and never less than this. */
const WIDTHS: Record<ColumnId, number> = {
  wbs: 60,
  name: 260,
  start: 100,
  finish: 112,
  days: 52,
  status: 116,
  who: 136,
  accountable: 136,
  progress: 104,
};

/** Names come first; below, the columns in the order in which they are given room. */
const PRIORITY: readonly (readonly ColumnId[])[] = [
  ["wbs", "name"],
  ["finish", "start"],
  ["status"],
  ["who"],
  ["days"],
  ["progress"],
  ["accountable"],
];

export interface Layout {
  readonly columns: readonly ColumnId[];
  /** For `grid-template-columns`. */
  readonly template: string;
}

/** The columns that fit into a width, most needed first, in their usual order. */
export const layoutFor = memoLast((width: number): Layout => {
  const shown = new Set<ColumnId>();
  let used = 0;
  for (const group of PRIORITY) {
    const wanted = group.reduce((sum, column) => sum + WIDTHS[column], 0);
    if (shown.size > 0 && used + wanted > width) break;
    for (const column of group) shown.add(column);
    used += wanted;
  }
  const columns = COLUMNS.filter((column) => shown.has(column));
  const template = columns
    .map((column) =>
      column === "name" ? `minmax(${Math.min(WIDTHS.name, 160)}px, 1fr)` : `${WIDTHS[column]}px`,
    )
    .join(" ");
  return { columns, template };
});

const EDITABLE: Record<PlanItem["kind"], readonly ColumnId[]> = {
  stage: ["name"],
  milestone: ["name", "finish", "status", "who", "accountable"],
  task: ["name", "start", "finish", "days", "status", "who", "accountable", "progress"],
};
const ROLLED_UP: readonly ColumnId[] = ["start", "finish", "days", "progress"];

/** Whether a person can type or choose in a cell; dates and progress of what holds other work roll up. */
export function isEditable(node: OutlineNode, column: ColumnId, columns: readonly ColumnId[]): boolean {
  if (node.isGroup && ROLLED_UP.includes(column)) return false;
  if (node.item.kind === "milestone" && column === "who") return !columns.includes("accountable");
  return EDITABLE[node.item.kind].includes(column);
}

/** Cells that open a list, so that a second click is enough. */
export function opensList(column: ColumnId): boolean {
  return column === "status" || column === "who" || column === "accountable";
}
