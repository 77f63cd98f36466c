/** Sizes of the page's parts, from the window, the zoom and the number of rows. */
import type { ChartContext } from "./context.ts";
import { HEAD_HEIGHT, NARROWEST_COLUMN, WIDEST_COLUMN } from "./types.ts";

export function layOut({ dom, view, data }: ChartContext): void {
  view.contentHeight = Math.max(data.rows.length * view.rowHeight, view.laneHeight);
  dom.root.style.setProperty("--column-width", `${view.columnWidth}px`);
  dom.root.style.setProperty("--code-width", `${Math.max(3, data.longestCode) * 6.6}px`);
  dom.root.style.setProperty("--timeline-row", `${view.rowHeight}px`);
  dom.canvas.style.width = `${view.columnWidth + view.axisWidth}px`;
  dom.canvas.style.height = `${view.contentHeight + HEAD_HEIGHT}px`;
  dom.scroller.setAttribute("aria-rowcount", String(data.rows.length));
  dom.splitter.setAttribute("aria-valuenow", String(view.columnWidth));
  dom.splitter.setAttribute("aria-valuemin", String(NARROWEST_COLUMN));
  dom.splitter.setAttribute("aria-valuemax", String(WIDEST_COLUMN));
}
