/** One line of a page: what it says, and what of the plan it stands for. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Health } from "#shared/domain/milestone.ts";
import type { TaskStatus } from "#shared/domain/task.ts";
import { LINE, LINE_PADDING, linesIn, type Sized } from "./size.ts";

interface Base extends Sized {
  readonly key: string;
  readonly text: string;
}

/** A sentence of the vision, or a word that something is missing. */
export interface TextLine extends Base {
  readonly kind: "text";
}

export interface HeadingLine extends Base {
  readonly kind: "heading";
}

/** A milestone or a task. */
export interface ItemLine extends Base {
  readonly kind: "milestone" | "task";
  readonly id: Id;
  /** As it is in the plan; empty where the text says that it has none. */
  readonly name: string;
  readonly day: Day | null;
  readonly dayWords: string;
  readonly who: string;
  readonly isDone: boolean;
  readonly mark: Health | TaskStatus | "reached";
  /** The state in words: health or status, late, too early. */
  readonly state: string;
  readonly isUrgent: boolean;
}

/** A criterion of the stage's gate. */
export interface CriterionLine extends Base {
  readonly kind: "criterion";
  readonly stageId: Id;
  readonly id: Id;
  readonly name: string;
  readonly isDone: boolean;
  /** `Must-have`, and what shows it. */
  readonly state: string;
}

export type PresentLine = TextLine | HeadingLine | ItemLine | CriterionLine;
/** Lines that can be ticked and edited. */
export type LiveLine = ItemLine | CriterionLine;

export function isLive(line: PresentLine): line is LiveLine {
  return line.kind !== "text" && line.kind !== "heading";
}

/** Widths of the columns of a line, besides the mark before it. */
export const COLUMNS = { name: 500, ownName: 704, who: 190, state: 222, criterion: 720, evidence: 370 };
/** More lines than this of one name are cut off. */
const NAME_LINES = 3;

export function heightOf(...parts: readonly (readonly [text: string, width: number])[]): number {
  const lines = Math.max(...parts.map(([text, width]) => linesIn(text, width, NAME_LINES)));
  return lines * LINE + LINE_PADDING;
}

export function headingLine(key: string, text: string): HeadingLine {
  return { kind: "heading", key, text, height: LINE + LINE_PADDING + 8, isHeading: true };
}

export function textLine(key: string, text: string, width: number): TextLine {
  const height = linesIn(text, width, TEXT_LINES) * LINE + LINE_PADDING;
  return { kind: "text", key, text, height, isHeading: false };
}

/** A sentence of the vision has at most 500 letters. */
const TEXT_LINES = 8;
