/** Sheet sizes in points (1/72 inch), landscape. ISO 216 A4 is 297 x 210 mm; ANSI Letter is 11 x 8.5 in. */
export const PAPERS = ["A4", "Letter"] as const;
export type Paper = (typeof PAPERS)[number];

export interface SheetSize {
  readonly paper: Paper;
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly side: number; readonly bottom: number };
  /** Room between the margins. */
  readonly contentWidth: number;
  readonly contentHeight: number;
}

const SIZES: Record<Paper, readonly [width: number, height: number]> = {
  A4: [841.89, 595.28],
  Letter: [792, 612],
};

const MARGIN = { top: 44, side: 36, bottom: 36 };

export function sheetSize(paper: Paper): SheetSize {
  const [width, height] = SIZES[paper];
  return {
    paper,
    width,
    height,
    margin: MARGIN,
    contentWidth: Math.floor(width - 2 * MARGIN.side),
    // One point less than there is, so that rounding never pushes a full sheet on to the next page.
    contentHeight: Math.floor(height - MARGIN.top - MARGIN.bottom) - 1,
  };
}
