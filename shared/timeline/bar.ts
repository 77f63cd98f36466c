/** Where a row's bar lies on the time axis. The same boxes carry the bars and the ends of their links. */
import type { Id } from "#shared/domain/fields.ts";
import type { Gate } from "#shared/domain/gates.ts";

export type RowKind = "stage" | "milestone" | "group" | "task";

/** What a bar shows beside its dates, always by shape and word, never by colour alone. */
export type RowMark =
  | "none"
  | "done"
  | "cancelled"
  | "waiting"
  | "blocked"
  | "late"
  | "on-track"
  | "at-risk"
  | "off-track";

/** One row of a timeline, on screen or on paper. Days are day numbers (whole days since 1970-01-01). */
export interface TimelineRow {
  readonly id: Id;
  readonly kind: RowKind;
  /** 0 for stages. */
  readonly depth: number;
  /** Outline number. */
  readonly code: string;
  readonly label: string;
  /** First day, or null where nothing is dated yet. */
  readonly start: number | null;
  /** Last day, worked in full. */
  readonly finish: number | null;
  /** 0 to 1. */
  readonly progress: number;
  /** 1 to 6: which stage colour. */
  readonly hue: number;
  /** Null where there is nothing to fold. */
  readonly expanded: boolean | null;
  readonly mark: RowMark;
  /** The mark in a word or two, shown beside the bar; empty where nothing needs saying. */
  readonly note: string;
  /** Where it lay in the baseline that is compared with; null where that is where it lies, or nothing is compared. */
  readonly ghost: Span | null;
  readonly signs: RowSigns;
}

/** What is marked on a row besides its bar. */
export interface RowSigns {
  /** Stands there only because it holds something that a filter lets through. */
  readonly isDimmed: boolean;
  readonly isCritical: boolean;
  /** Last day on which it may finish before what is looked at must move; null without room to slip, or unasked. */
  readonly slipTo: number | null;
  readonly promise: { readonly day: number; readonly isMissed: boolean } | null;
  readonly isPinned: boolean;
  /** It builds a routine: still to be started after it was done (`late`), or as it should be (`well`). */
  readonly starts: "none" | "well" | "late";
  /** How the gate at a stage's end stands; null of what has none, or none that somebody set up. */
  readonly gate: Gate["state"] | null;
  /** A milestone that has begun before an earlier gate was passed. */
  readonly isEarly: boolean;
}

/** Most rows: one value, so that they compare in a step. */
export const NO_SIGNS: RowSigns = {
  isDimmed: false,
  isCritical: false,
  slipTo: null,
  promise: null,
  isPinned: false,
  starts: "none",
  gate: null,
  isEarly: false,
};

export function sameSigns(a: RowSigns, b: RowSigns): boolean {
  if (a === b) return true;
  return (
    a.isDimmed === b.isDimmed &&
    a.isCritical === b.isCritical &&
    a.slipTo === b.slipTo &&
    a.isPinned === b.isPinned &&
    a.starts === b.starts &&
    a.gate === b.gate &&
    a.isEarly === b.isEarly &&
    a.promise?.day === b.promise?.day &&
    a.promise?.isMissed === b.promise?.isMissed
  );
}

/** Width and height of a milestone's diamond, in units. */
export const MILESTONE_SIZE = 16;

/** Narrowest bar, so that a day stays visible when a year fits on the screen. */
export const NARROWEST_BAR = 4;

export interface Span {
  readonly start: number;
  readonly finish: number;
}

/** Left edge of a row's shape: a milestone's diamond stands on the middle of its day. */
export function barX(kind: RowKind, span: Span, originDay: number, unitsPerDay: number): number {
  const x = (span.start - originDay) * unitsPerDay;
  return Math.round(kind === "milestone" ? x + (unitsPerDay - MILESTONE_SIZE) / 2 : x);
}

/** Width of a row's shape, first day through the whole of the last. */
export function barWidth(kind: RowKind, span: Span, originDay: number, unitsPerDay: number): number {
  if (kind === "milestone") return MILESTONE_SIZE;
  const right = Math.round((span.finish + 1 - originDay) * unitsPerDay);
  return Math.max(NARROWEST_BAR, right - barX(kind, span, originDay, unitsPerDay));
}
