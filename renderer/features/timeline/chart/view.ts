/** What part of the plan the window shows: zoom, origin and scroll position. */
import { startOfUnit, type TimeScale } from "#shared/timeline/scale.ts";
import { type ChartWindow, HEAD_HEIGHT } from "./types.ts";

/** A window of this size is assumed where the host cannot measure one (tests without a layout). */
const UNMEASURED = { width: 1_200, height: 700 };

const MARGIN_SHARE = 0.7;
/** Edits may use up the margin down to this share before the axis is made anew. */
const LEAST_MARGIN_SHARE = 0.5;

/** Longest axis, in pixels: browsers lose precision and then clip far beyond this. */
const LONGEST_AXIS = 8_000_000;

export class View implements TimeScale {
  originDay = 0;
  endDay = 0;
  pxPerDay: number;
  columnWidth: number;
  /** Size of the scroll container, column and axis included. */
  width = UNMEASURED.width;
  height = UNMEASURED.height;
  left = 0;
  top = 0;
  readonly rowHeight: number;

  constructor(pxPerDay: number, columnWidth: number, rowHeight: number) {
    this.pxPerDay = pxPerDay;
    this.columnWidth = columnWidth;
    this.rowHeight = rowHeight;
  }

  get unitsPerDay(): number {
    return this.pxPerDay;
  }

  get laneWidth(): number {
    return Math.max(100, this.width - this.columnWidth);
  }

  get laneHeight(): number {
    return Math.max(this.rowHeight, this.height - HEAD_HEIGHT);
  }

  /** Height of all rows, at least a window's. */
  contentHeight = UNMEASURED.height;

  get axisWidth(): number {
    return Math.min(LONGEST_AXIS, Math.round((this.endDay - this.originDay) * this.pxPerDay));
  }

  measure(width: number, height: number): void {
    this.width = width || UNMEASURED.width;
    this.height = height || UNMEASURED.height;
  }

  /** Room on both sides, so that the first and the last day can stand in the middle and today at a third. */
  span(firstDay: number, lastDay: number): void {
    const margin = Math.ceil((this.laneWidth * MARGIN_SHARE) / this.pxPerDay);
    this.originDay = startOfUnit(firstDay - margin, "week");
    this.endDay = Math.max(lastDay + margin, this.originDay + Math.ceil(this.laneWidth / this.pxPerDay));
  }

  /** Can the first and the last day still stand in the middle? */
  holds(firstDay: number, lastDay: number): boolean {
    const margin = (this.laneWidth * LEAST_MARGIN_SHARE) / this.pxPerDay;
    return firstDay - this.originDay >= margin && this.endDay - lastDay >= margin;
  }

  xOf(day: number): number {
    return (day - this.originDay) * this.pxPerDay;
  }

  /** Day under a position of the axis, with its fraction. */
  dayAt(x: number): number {
    return x / this.pxPerDay + this.originDay;
  }

  rowAt(y: number): number {
    return Math.floor(y / this.rowHeight);
  }
}

/** Scroll position nearest to the present one at which the row can be seen in full. */
export function topShowingRow(view: View, index: number): number {
  const top = index * view.rowHeight;
  const lowest = top + view.rowHeight * 1.5 - view.laneHeight;
  return Math.min(top, Math.max(lowest, view.top));
}

/** Is enough of a bar in the window to see what it is? */
export function isInWindow(view: View, box: { readonly x: number; readonly width: number }): boolean {
  return box.x + box.width > view.left + 24 && box.x < view.left + view.laneWidth - 80;
}

/** What is in sight of so many rows and of these days. */
export function windowOf(
  view: View,
  rowCount: number,
  [first, last]: readonly [number, number],
  isResting: boolean,
): ChartWindow {
  const from = view.dayAt(view.left);
  const height = view.rowHeight * Math.max(1, rowCount);
  const share = { top: Math.min(1, view.top / height), rows: Math.min(1, view.laneHeight / height) };
  return { from, to: from + view.laneWidth / view.pxPerDay, first, last, share, isResting };
}
