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

export const COMPACT_TITLES: Partial<Record<ColumnId, string>> = { who: "Does it", accountable: "Answers" };

/** How far a level is set in, in pixels, and how many levels are. */
export const INDENT = 20;
export const DEEPEST_INDENT = 12;

/** Width in pixels; the name takes what is left. */
const WIDTHS: Record<Exclude<ColumnId, "name">, number> = {
  wbs: 56,
  start: 100,
  finish: 116,
  days: 52,
  status: 108,
  who: 132,
  accountable: 132,
  progress: 100,
};
/** Dates where none needs its year. */
const SHORT_DATES = { start: 70, finish: 88 } as const;
/** People as initials only. */
const COMPACT_PEOPLE = 68;
/** Smallest width of a name where not even the most needed columns fit. */
const LEAST_NAME = 160;

interface Wish {
  readonly column: Exclude<ColumnId, "name">;
  /** They get room only while this much is left for the name. */
  readonly name: number;
}

/** In the order in which columns are given room. */
const WISHES: readonly Wish[] = [
  { column: "finish", name: 200 },
  { column: "start", name: 220 },
  { column: "status", name: 260 },
  { column: "who", name: 256 },
  { column: "days", name: 320 },
  { column: "progress", name: 320 },
  { column: "accountable", name: 300 },
];

export interface Layout {
  readonly columns: readonly ColumnId[];
  /** Columns of people with room for initials only. */
  readonly compact: readonly ColumnId[];
  /** For `grid-template-columns`. */
  readonly template: string;
}

/**
 * The columns that fit into a width, most needed first, in their usual order; outline numbers need `wbs` pixels, and
 * dates less room where all are of this year.
 */
export const layoutFor = memoLast((width: number, wbs: number, withYears: boolean): Layout => {
  const roomFor = withYears ? WIDTHS : { ...WIDTHS, ...SHORT_DATES };
  const widths = new Map<ColumnId, number>([["wbs", Math.max(WIDTHS.wbs, wbs)]]);
  const compact: ColumnId[] = [];
  let left = width - Math.max(WIDTHS.wbs, wbs);
  for (const { column, name } of WISHES) {
    const isTight = left - roomFor[column] < name && (column === "who" || column === "accountable");
    const wanted = isTight ? COMPACT_PEOPLE : roomFor[column];
    if (left - wanted < name) break;
    if (isTight) compact.push(column);
    widths.set(column, wanted);
    left -= wanted;
  }
  const columns = COLUMNS.filter((column) => column === "name" || widths.has(column));
  const template = columns
    .map((column) => (column === "name" ? `minmax(${LEAST_NAME}px, 1fr)` : `${widths.get(column)}px`))
    .join(" ");
  return { columns, template, compact };
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
