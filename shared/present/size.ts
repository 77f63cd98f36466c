/**
 * How much of a page a text takes, in units of a screen of 1280 by 800 that is scaled up to the one at hand. Widths of
 * letters are guessed on the wide side, so that a page never holds more than fits.
 */

/** What is left of a page for its head and its lines, between the edges and the strip below. */
export const PAGE_HEIGHT = 666;
export const LINE = 37;
/** Above and below the text of a line. */
export const LINE_PADDING = 12;
/** Of a letter of the body, on average. */
const LETTER = 15.4;

/** Lines that a text of the body takes in such a width, cut off at `most`. */
export function linesIn(text: string, width: number, most: number): number {
  const perLine = Math.max(1, Math.floor(width / LETTER));
  let lines = 1;
  let used = 0;
  for (const word of text.trim().split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= perLine) used = needed;
    else {
      lines += used === 0 ? Math.ceil(word.length / perLine) - 1 : Math.ceil(word.length / perLine);
      used = word.length % perLine || perLine;
    }
    if (lines >= most) return most;
  }
  return lines;
}

export interface Sized {
  readonly height: number;
  /** Stays with the line below it. */
  readonly isHeading: boolean;
}

/** Lines shared out over pages with so much room on the first and on each of the others; at least one page. */
export function paginate<T extends Sized>(
  lines: readonly T[],
  first: number,
  others: number,
): readonly T[][] {
  const pages: T[][] = [[]];
  let left = first;
  lines.forEach((line, i) => {
    const page = pages.at(-1) as T[];
    const next = lines[i + 1];
    const needed = line.height + (line.isHeading && next ? next.height : 0);
    if (needed > left && page.length > 0) {
      pages.push([line]);
      left = others - line.height;
    } else {
      page.push(line);
      left -= line.height;
    }
  });
  return pages;
}
