/**
 * Widths of labels, to decide whether a name fits into its bar. The widths of letters are known, or measured once, and
 * added up: close to a pixel for a name, and a hundred times quicker than measuring every name. Joined scripts come out
 * a little wide, which puts a name beside its bar rather than ever cutting it off.
 */
import { FIRST_LETTER, INTER_WIDTHS } from "./interWidths.ts";

const SIZE = 12;
const FONT = `${SIZE}px "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", sans-serif`;
const MEAN_LETTER = 6.6;

export type LabelWeight = 500 | 600;

const letters: Record<LabelWeight, Map<string, number>> = { 500: new Map(), 600: new Map() };
let context: OffscreenCanvasRenderingContext2D | null | undefined;
let weightSet: LabelWeight | null = null;

export function textWidth(text: string, weight: LabelWeight): number {
  const inter: readonly number[] = INTER_WIDTHS[weight];
  let width = 0;
  for (const letter of text) {
    const thousandths = inter[letter.charCodeAt(0) - FIRST_LETTER];
    width += thousandths === undefined ? measured(letter, weight) : (thousandths * SIZE) / 1_000;
  }
  return width;
}

function measured(letter: string, weight: LabelWeight): number {
  const known = letters[weight];
  let width = known.get(letter);
  if (width === undefined) {
    width = measure(letter, weight);
    known.set(letter, width);
  }
  return width;
}

/** Forgets what was measured; called when the app's font has arrived. */
export function forgetTextWidths(): void {
  letters[500].clear();
  letters[600].clear();
  weightSet = null;
}

function measure(letter: string, weight: LabelWeight): number {
  context ??= typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return MEAN_LETTER;
  if (weight !== weightSet) context.font = `${weight} ${FONT}`;
  weightSet = weight;
  return context.measureText(letter).width;
}
