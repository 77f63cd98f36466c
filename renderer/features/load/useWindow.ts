/** Which rows and weeks of a long table are in sight. */
import { type RefObject, useLayoutEffect, useState } from "react";

export const WEEK_WIDTH = 56;
export const ROW_HEIGHT = 72;
export const NAME_WIDTH = 236;
export const HEAD_HEIGHT = 46;

export interface InSight {
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Where nothing is laid out, as in tests, this much counts as in sight. */
const UNKNOWN = { width: 1_000, height: 800 };

export function useInSight(scroller: RefObject<HTMLElement | null>, weeks: number, rows: number): InSight {
  const [spot, setSpot] = useState({ left: 0, top: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const next = {
        left: Math.floor(element.scrollLeft / WEEK_WIDTH),
        top: Math.floor(element.scrollTop / ROW_HEIGHT),
        width: Math.ceil((element.clientWidth || UNKNOWN.width) / WEEK_WIDTH),
        height: Math.ceil((element.clientHeight || UNKNOWN.height) / ROW_HEIGHT),
      };
      setSpot((before) => (sameSpot(before, next) ? before : next));
    };
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller]);
  const margin = 3;
  return {
    firstWeek: Math.max(0, spot.left - margin),
    lastWeek: Math.min(weeks - 1, spot.left + spot.width + margin),
    firstRow: Math.max(0, spot.top - margin),
    lastRow: Math.min(rows - 1, spot.top + spot.height + margin),
  };
}

type Spot = Readonly<Record<"left" | "top" | "width" | "height", number>>;

function sameSpot(a: Spot, b: Spot): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

/** Scrolls so that a cell stands free of the names and the heads. */
export function scrollToCell(element: HTMLElement, row: number, week: number): void {
  const left = week * WEEK_WIDTH;
  const seen = element.clientWidth - NAME_WIDTH;
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (seen > 0 && left + WEEK_WIDTH > element.scrollLeft + seen)
    element.scrollLeft = left + WEEK_WIDTH - seen;
  const top = row * ROW_HEIGHT;
  const tall = element.clientHeight - HEAD_HEIGHT;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (tall > 0 && top + ROW_HEIGHT > element.scrollTop + tall)
    element.scrollTop = top + ROW_HEIGHT - tall;
}
