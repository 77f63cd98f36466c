/** What stands where: headings with their page numbers, over as many sheets as they take. Units are points. */
import { type PageRange, type PageRow, paginate } from "#shared/print/layout/pagination.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { ellipsise, type Measure, type TextStyle } from "#shared/print/layout/text.ts";

/** Something the contents lead to. */
export interface Heading {
  readonly title: string;
  /** 1 for a section, 2 for a stage or person in it. */
  readonly level: 1 | 2;
  /** The page it begins on, 1 the first. */
  readonly page: number;
}

export interface ContentsSheet {
  /** Read down, then across. */
  readonly columns: readonly (readonly Heading[])[];
}

export interface ContentsPages {
  readonly columnWidth: number;
  readonly sheets: readonly ContentsSheet[];
}

export const CONTENTS_TEXT: Record<Heading["level"], TextStyle> = {
  1: { size: 11, weight: 600 },
  2: { size: 9, weight: 400 },
};
/** Heights; the stylesheet uses the same. */
export const CONTENTS_LINE: Record<Heading["level"], number> = { 1: 24, 2: 15 };
const HEAD_HEIGHT = 40;
/** Widest the lines run: a number far from its heading is hard to follow. */
const WIDEST = 440;
const NARROWEST = 300;
export const CONTENTS_GAP = 44;
const INDENT = 14;
const NUMBER_ROOM = 60;
const SAFETY = 4;
const STEP = 6;

export function contentsPages(
  headings: readonly Heading[],
  { contentWidth, contentHeight }: SheetSize,
  measure: Measure,
): ContentsPages {
  const columns = Math.max(1, Math.floor((contentWidth + CONTENTS_GAP) / (NARROWEST + CONTENTS_GAP)));
  const columnWidth = Math.min(WIDEST, (contentWidth - CONTENTS_GAP * (columns - 1)) / columns);
  const fitting = headings.map((heading): Heading => {
    const room = columnWidth - NUMBER_ROOM - (heading.level === 2 ? INDENT : 0);
    return { ...heading, title: ellipsise(heading.title, room, CONTENTS_TEXT[heading.level], measure) };
  });
  const rows = fitting.map(({ level }) => ({ height: CONTENTS_LINE[level], depth: level - 1 }));
  const ranges = evenly(rows, contentHeight - HEAD_HEIGHT - SAFETY, columns);
  const lists = ranges.map(({ from, to }) => fitting.slice(from, to));
  const sheets = Array.from({ length: Math.ceil(lists.length / columns) }, (_, at) => ({
    columns: lists.slice(at * columns, (at + 1) * columns),
  }));
  return { columnWidth, sheets };
}

/** Columns of one height, where they need not be as high as the sheet. */
function evenly(rows: readonly PageRow[], room: number, columns: number): PageRange[] {
  const inHeight = (height: number): PageRange[] => paginate(rows, () => height);
  let best = inHeight(room);
  const most = Math.ceil(best.length / columns) * columns;
  for (let height = room - STEP; best.length > 1 && height > 0; height -= STEP) {
    const lower = inHeight(height);
    if (lower.length > most) break;
    best = lower;
  }
  return best;
}
