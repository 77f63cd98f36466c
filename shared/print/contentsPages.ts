/** What stands where: headings with their page numbers, over as many sheets as they take. Units are points. */
import { paginate } from "./pagination.ts";
import type { SheetSize } from "./paper.ts";
import { ellipsise, type Measure, type TextStyle } from "./text.ts";

/** Something the contents lead to. */
export interface Heading {
  readonly title: string;
  /** 1 for a section, 2 for a stage or person in it. */
  readonly level: 1 | 2;
  /** The page it begins on, 1 the first. */
  readonly page: number;
}

export interface ContentsPages {
  readonly sheets: readonly (readonly Heading[])[];
}

export const CONTENTS_TEXT: Record<Heading["level"], TextStyle> = {
  1: { size: 11, weight: 600 },
  2: { size: 9, weight: 400 },
};
/** Heights; the stylesheet uses the same. */
export const CONTENTS_LINE: Record<Heading["level"], number> = { 1: 24, 2: 15 };
const HEAD_HEIGHT = 40;
/** Widest the lines run: a number far from its heading is hard to follow. */
export const CONTENTS_WIDTH = 440;
const INDENT = 14;
const NUMBER_ROOM = 60;
const SAFETY = 4;

export function contentsPages(
  headings: readonly Heading[],
  { contentWidth, contentHeight }: SheetSize,
  measure: Measure,
): ContentsPages {
  const width = Math.min(contentWidth, CONTENTS_WIDTH);
  const fitting = headings.map((heading): Heading => {
    const room = width - NUMBER_ROOM - (heading.level === 2 ? INDENT : 0);
    return { ...heading, title: ellipsise(heading.title, room, CONTENTS_TEXT[heading.level], measure) };
  });
  const rows = fitting.map(({ level }) => ({ height: CONTENTS_LINE[level], depth: level - 1 }));
  const ranges = paginate(rows, () => contentHeight - HEAD_HEIGHT - SAFETY);
  return { sheets: ranges.map(({ from, to }) => fitting.slice(from, to)) };
}
