/** The edge between column and lanes: drag it, or focus it and use the arrows. */
import type { ChartContext } from "./context.ts";
import { NARROWEST_COLUMN, WIDEST_COLUMN } from "./types.ts";

const KEY_STEP = 16;

export function clampColumn(px: number): number {
  return Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, Math.round(px)));
}

/** `apply` shows a width at once; the event tells the final one. */
export function listenToSplitter(ctx: ChartContext, apply: (px: number) => void): void {
  const { splitter } = ctx.dom;
  splitter.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) return;
    down.preventDefault();
    const width = ctx.view.columnWidth;
    const controller = new AbortController();
    const listen = { signal: controller.signal };
    const end = (): void => {
      controller.abort();
      ctx.events.columnWidth(ctx.view.columnWidth);
    };
    window.addEventListener("pointermove", (move) => apply(width + move.clientX - down.clientX), listen);
    window.addEventListener("pointerup", end, listen);
    window.addEventListener("pointercancel", end, listen);
  });
  splitter.addEventListener("keydown", (event) => {
    const direction = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    event.stopPropagation();
    apply(ctx.view.columnWidth + direction * KEY_STEP);
    ctx.events.columnWidth(ctx.view.columnWidth);
  });
}
