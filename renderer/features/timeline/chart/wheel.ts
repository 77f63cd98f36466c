/** Control or Command with the wheel, and pinching, zoom around the pointer; once a frame at most. */
import { clampZoom } from "#shared/timeline/zoom.ts";
import type { ChartContext } from "./context.ts";

const SPEED = 0.0022;
const PINCH_SPEED = 0.01;
/** A mouse wheel sends steps of 100 or so, a pinch small ones. */
const WHEEL_STEP = 40;

export function listenToWheel(ctx: ChartContext): void {
  let factor = 1;
  let frame = 0;
  let x = 0;
  const zoom = (): void => {
    frame = 0;
    const next = clampZoom(ctx.view.pxPerDay * factor);
    factor = 1;
    if (next !== ctx.view.pxPerDay) ctx.zoomTo(next, x);
  };
  ctx.dom.scroller.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const speed = Math.abs(event.deltaY) < WHEEL_STEP ? PINCH_SPEED : SPEED;
      factor *= Math.exp(-event.deltaY * speed);
      const left = ctx.dom.scroller.getBoundingClientRect().left + ctx.view.columnWidth;
      x = Math.max(0, event.clientX - left);
      if (frame === 0) frame = requestAnimationFrame(zoom);
    },
    { passive: false },
  );
}
