/** Where the minimap's frame stands, and which days a key or a drag on it asks for. */
import type { ChartWindow } from "./chart/types.ts";

/** What the strip covers: `first` at its left edge, `last` (a day not in it any more) at its right. */
export interface StripScale {
  readonly first: number;
  readonly last: number;
  /** Pixels. */
  readonly width: number;
}

interface Days {
  readonly from: number;
  readonly to: number;
}

/** A frame narrower than this cannot be taken hold of. */
const NARROWEST = 14;

export function frameOf({ from, to }: Days, { first, last, width }: StripScale) {
  const perDay = width / Math.max(1, last - first);
  const left = Math.min(width - NARROWEST, Math.max(0, (from - first) * perDay));
  const right = Math.min(width, Math.max(0, (to - first) * perDay));
  return { x: Math.round(left), width: Math.round(Math.max(NARROWEST, right - left)) };
}

export type PressedOn = "frame" | "start" | "finish" | "strip";

/**
 * The days that a drag from `pressed` to `x` asks for: the frame moves along, an edge moves alone, and a press beside
 * the frame puts its middle under the pointer.
 */
export function pulledWindow(
  part: PressedOn,
  { from, to }: Days,
  { first, last, width }: StripScale,
  pressed: number,
  x: number,
): Days {
  const perPixel = (last - first) / Math.max(1, width);
  const moved = (x - pressed) * perPixel;
  const least = Math.max(1, NARROWEST * perPixel);
  if (part === "start") return { from: Math.min(from + moved, to - least), to };
  if (part === "finish") return { from, to: Math.max(to + moved, from + least) };
  if (part === "frame") return { from: from + moved, to: to + moved };
  const middle = first + x * perPixel;
  const half = (to - from) / 2;
  return { from: middle - half, to: middle + half };
}

/** Share of a window that an arrow key moves it by, and a page key. */
const STEP = 0.1;
const PAGE = 0.9;

/** The days that a key asks for; null for keys that mean nothing here. */
export function keyedWindow(key: string, { from, to, first, last }: ChartWindow): Days | null {
  const days = to - from;
  const at = (start: number): Days => ({ from: start, to: start + days });
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return at(from + Math.max(1, days * STEP));
    case "ArrowLeft":
    case "ArrowDown":
      return at(from - Math.max(1, days * STEP));
    case "PageUp":
      return at(from + days * PAGE);
    case "PageDown":
      return at(from - days * PAGE);
    case "Home":
      return at(first);
    case "End":
      return at(last + 1 - days);
    default:
      return null;
  }
}
