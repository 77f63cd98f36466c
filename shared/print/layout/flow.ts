/**
 * Sheets of headings, sentences and tables: what they are made of. Every word is broken into lines before it is
 * drawn, so that a sheet holds what it is said to hold. Units are points.
 */
import type { MarkShape, MarkTone } from "./state.ts";
import type { Measure, TextStyle } from "./text.ts";

export interface FlowMark {
  readonly shape: MarkShape;
  readonly tone: MarkTone;
}

export interface FlowCell {
  readonly lines: readonly string[];
  /** In small letters below. */
  readonly note: readonly string[];
  readonly mark: FlowMark | null;
  readonly isStrong: boolean;
  readonly isQuiet: boolean;
  /** What a mark that stands alone means, for readers. */
  readonly label: string;
}

export interface FlowColumn {
  readonly head: string;
  readonly width: number;
  readonly align: "start" | "end" | "middle";
  /** Holds dates or figures, whose digits stand below each other. */
  readonly isFigures: boolean;
}

export interface FlowRow {
  readonly id: string;
  /** With fewer cells than columns the last one runs to the end. */
  readonly cells: readonly FlowCell[];
  readonly height: number;
  /** Adds up what stands above it. */
  readonly isSum: boolean;
}

export interface FlowGroup {
  readonly id: string;
  /** Empty: its rows stand without a heading. */
  readonly title: string;
  readonly aside: string;
  /** Colour of the stage it tells of. */
  readonly hue: string | null;
  readonly rows: readonly FlowRow[];
}

export interface FlowTable {
  readonly columns: readonly FlowColumn[];
  readonly groups: readonly FlowGroup[];
}

export interface FlowText {
  readonly lines: readonly string[];
  readonly look: "plain" | "strong" | "quiet";
}

/** A heading with what stands under it. */
export interface FlowSection {
  readonly id: string;
  /** Empty: the heading of the sheet says it all. */
  readonly title: string;
  readonly aside: string;
  readonly mark: FlowMark | null;
  readonly isContinued: boolean;
  readonly texts: readonly FlowText[];
  readonly table: FlowTable | null;
  /** At its very end, such as `and 9 more`; else empty. */
  readonly after: string;
}

/** One section over the whole width, or two columns of them beside each other. */
export interface FlowBand {
  readonly columns: readonly (readonly FlowSection[])[];
  /** How wide each column is, the gutter between them taken off. */
  readonly widths: readonly number[];
}

export interface FlowHead {
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
  readonly lead: readonly string[];
  /** Colour of the stage it tells of. */
  readonly hue: string | null;
}

export interface FlowSheet {
  /** Of whatever the sheets tell: a stage, a person, the changes. */
  readonly id: string;
  /** What the sheet is about, for contents and bookmarks: one line, the same on every sheet of it. */
  readonly name: string;
  readonly head: FlowHead;
  readonly isContinued: boolean;
  readonly bands: readonly FlowBand[];
  readonly rowPadding: number;
  /** Of all that stands on it. */
  readonly height: number;
}

export interface FlowPages {
  readonly sheets: readonly FlowSheet[];
}

export interface FlowRoom {
  readonly width: number;
  /** Above and below the words of a row and the line under it, together. */
  readonly rowPadding: number;
  readonly measure: Measure;
}

export const FLOW_TEXT: TextStyle = { size: 8.5, weight: 400 };
export const FLOW_STRONG: TextStyle = { size: 8.5, weight: 600 };
export const FLOW_NOTE: TextStyle = { size: 7.5, weight: 400 };
export const FLOW_SECTION: TextStyle = { size: 10.5, weight: 600 };
export const FLOW_TITLE: TextStyle = { size: 18, weight: 600 };
export const FLOW_LEAD: TextStyle = { size: 10, weight: 400 };

/** Heights; the component and its stylesheet use the same. */
export const FLOW = {
  title: 22,
  subtitle: 12,
  lead: 14,
  /** Above the lead. */
  leadGap: 5,
  /** Below the head of the first sheet, and of those that go on. */
  headGap: 16,
  continued: 30,
  sectionHead: 19,
  /** Between two sections of a sheet. */
  sectionGap: 15,
  line: 11,
  note: 10,
  /** Below each paragraph. */
  textGap: 4,
  tableHead: 15,
  groupHead: 23,
  after: 15,
  /** Between two columns of sections. */
  gutter: 28,
} as const;

/** Between the words of a cell and the next column, and for a mark before them. */
export const CELL_GAP = 10;
export const MARK_ROOM = 12;
