/** The columns of the outline, which of them are wanted, and which of those fit. */
import type { PlanItem } from "#shared/domain/entity.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { memoLast } from "./memoLast.ts";

/** In the order in which they stand. A new one needs an entry in INFO, and a case in Cell.tsx. */
export const COLUMNS = [
  "wbs",
  "name",
  "start",
  "finish",
  "moved",
  "promised",
  "days",
  "status",
  "who",
  "accountable",
  "waiting",
  "serves",
  "progress",
] as const;
export type ColumnId = (typeof COLUMNS)[number];
/** The columns that can be put away. */
export type OptionalColumn = Exclude<ColumnId, "wbs" | "name">;

interface ColumnInfo {
  readonly title: string;
  /** Widths in pixels: usually, with dates where none needs its year, and with people as initials only. */
  readonly width: number;
  readonly shortDates?: number;
  readonly compact?: number;
  readonly compactTitle?: string;
  /** It gets room only while this much is left for the name. */
  readonly name: number;
  /** Shown only to those who ask for it. */
  readonly isExtra?: true;
}

const COMPACT_PEOPLE = 68;

/** In the order in which columns are given room; those asked for come first. */
const INFO: Record<OptionalColumn, ColumnInfo> = {
  finish: { title: "Finish", width: 116, shortDates: 88, name: 200 },
  start: { title: "Start", width: 100, shortDates: 70, name: 220 },
  moved: { title: "Moved by", width: 84, name: 180, isExtra: true },
  promised: { title: "Promised", width: 104, name: 180, isExtra: true },
  waiting: { title: "Waiting on", width: 136, name: 180, isExtra: true },
  serves: { title: "Serves", width: 200, name: 180, isExtra: true },
  status: { title: "Status", width: 108, name: 224 },
  who: { title: "Does it", width: 132, compact: COMPACT_PEOPLE, name: 232 },
  days: { title: "Days", width: 52, name: 320 },
  progress: { title: "Progress", width: 100, name: 320 },
  accountable: {
    title: "Answers for it",
    width: 132,
    compact: COMPACT_PEOPLE,
    compactTitle: "Answers",
    name: 300,
  },
};
const BY_NEED = Object.keys(INFO) as readonly OptionalColumn[];

/** The columns to choose from, in their usual order. */
export const OPTIONAL_COLUMNS: readonly OptionalColumn[] = COLUMNS.filter(isOptional);

function isOptional(column: ColumnId): column is OptionalColumn {
  return column !== "wbs" && column !== "name";
}

/** What somebody said of columns, shown or not; of the others nothing. Names of other versions may be among them. */
export type ColumnChoice = Readonly<Record<string, boolean>>;

/** What the plan moved by is asked for by comparing, until somebody puts it away, and never shown otherwise. */
export const choiceWhile = memoLast((choice: ColumnChoice, isComparing: boolean): ColumnChoice => {
  return { ...choice, moved: isComparing && choice.moved !== false };
});

export function isWanted(column: OptionalColumn, choice: ColumnChoice): boolean {
  return choice[column] ?? !INFO[column].isExtra;
}

export function columnTitle(column: ColumnId, isCompact = false): string {
  if (!isOptional(column)) return column === "wbs" ? "No." : "Name";
  const { title, compactTitle } = INFO[column];
  return isCompact ? (compactTitle ?? title) : title;
}

/** How far a level is set in, in pixels, and how many levels are. */
export const INDENT = 20;
export const DEEPEST_INDENT = 12;

/** Least width of the outline numbers, in pixels. */
const LEAST_CODES = 56;
/** Smallest width of a name where not even the most needed columns fit. */
const LEAST_NAME = 160;

export interface Layout {
  readonly columns: readonly ColumnId[];
  /** Columns of people with room for initials only. */
  readonly compact: readonly ColumnId[];
  /** For `grid-template-columns`. */
  readonly template: string;
}

/**
 * The wanted columns that fit into a width, most needed first, in their usual order; outline numbers need `wbs`
 * pixels, and dates less room where all are of this year.
 */
export const layoutFor = memoLast(
  (width: number, wbs: number, withYears: boolean, choice: ColumnChoice): Layout => {
    const codes = Math.max(LEAST_CODES, wbs);
    const widths = new Map<ColumnId, number>([["wbs", codes]]);
    const compact: ColumnId[] = [];
    let left = width - codes;
    for (const column of byNeed(choice)) {
      const info = INFO[column];
      const usual = withYears ? info.width : (info.shortDates ?? info.width);
      const isTight = info.compact !== undefined && left - usual < info.name;
      const wanted = isTight ? (info.compact ?? usual) : usual;
      if (left - wanted < info.name) break;
      if (isTight) compact.push(column);
      widths.set(column, wanted);
      left -= wanted;
    }
    const columns = COLUMNS.filter((column) => column === "name" || widths.has(column));
    const template = columns
      .map((column) => (column === "name" ? `minmax(${LEAST_NAME}px, 1fr)` : `${widths.get(column)}px`))
      .join(" ");
    return { columns, template, compact };
  },
);

function byNeed(choice: ColumnChoice): readonly OptionalColumn[] {
  const wanted = BY_NEED.filter((column) => isWanted(column, choice));
  const isAskedFor = (column: OptionalColumn): boolean => INFO[column].isExtra === true;
  return [...wanted.filter(isAskedFor), ...wanted.filter((column) => !isAskedFor(column))];
}

const EDITABLE: Record<PlanItem["kind"], readonly ColumnId[]> = {
  stage: ["name"],
  milestone: ["name", "finish", "promised", "status", "who", "accountable", "serves"],
  task: ["name", "start", "finish", "promised", "days", "status", "who", "accountable", "progress"],
};
const ROLLED_UP: readonly ColumnId[] = ["start", "finish", "promised", "days", "progress"];

/** Whether a person can type or choose in a cell; dates and progress of what holds other work roll up. */
export function isEditable(node: OutlineNode, column: ColumnId, columns: readonly ColumnId[]): boolean {
  if (node.isGroup && ROLLED_UP.includes(column)) return false;
  if (node.item.kind === "milestone" && column === "who") return !columns.includes("accountable");
  return EDITABLE[node.item.kind].includes(column);
}

/** Cells that open a list, so that a second click is enough. */
export function opensList(column: ColumnId): boolean {
  return column === "status" || column === "who" || column === "accountable" || column === "serves";
}
