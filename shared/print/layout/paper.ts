/**
 * Sheets of paper. ISO 216: A4, A3 and A0; ANSI/ASME Y14.1: Letter (11 x 8.5 in) and Tabloid (17 x 11 in).
 *
 * Everything is laid out in points of type that is read at arm's length. A larger sheet hangs further away, so it is
 * laid out in the same points and enlarged by `zoom`; room is given in the points of the layout, the sheet itself and
 * its margins in real ones (1/72 inch).
 */
import type { Orientation, Paper } from "#shared/domain/printSettings.ts";

export interface SheetSize {
  readonly paper: Paper;
  readonly orientation: Orientation;
  /** Real points, as are the margins. */
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly side: number; readonly bottom: number };
  /** Real points for each point of the layout, 1 or more. */
  readonly zoom: number;
  /** Room between the margins, in points of the layout. */
  readonly contentWidth: number;
  readonly contentHeight: number;
}

interface PaperFacts {
  /** Inches, the short edge first. */
  readonly edges: readonly [short: number, long: number];
  readonly zoom: number;
}

const MM = 1 / 25.4;

const FACTS: Record<Paper, PaperFacts> = {
  A4: { edges: [210 * MM, 297 * MM], zoom: 1 },
  Letter: { edges: [8.5, 11], zoom: 1 },
  A3: { edges: [297 * MM, 420 * MM], zoom: 1.15 },
  Tabloid: { edges: [11, 17], zoom: 1.15 },
  // Body type of some 21 pt, which is read from two metres.
  A0: { edges: [841 * MM, 1189 * MM], zoom: 2.8 },
};

/** In points of the layout, so that they grow with the sheet: 13 mm beside A4, 36 mm beside A0. */
const MARGIN = { top: 44, side: 36, bottom: 36 };

export function sheetSize(paper: Paper, orientation: Orientation = "landscape"): SheetSize {
  const { edges, zoom } = FACTS[paper];
  const [short, long] = edges.map((inches) => inches * 72) as [number, number];
  const [width, height] = orientation === "landscape" ? [long, short] : [short, long];
  const margin = { top: MARGIN.top * zoom, side: MARGIN.side * zoom, bottom: MARGIN.bottom * zoom };
  return {
    paper,
    orientation,
    width,
    height,
    margin,
    zoom,
    contentWidth: Math.floor(width / zoom - 2 * MARGIN.side),
    // One point less than there is, so that rounding never pushes a full sheet on to the next page.
    contentHeight: Math.floor(height / zoom - MARGIN.top - MARGIN.bottom) - 1,
  };
}
