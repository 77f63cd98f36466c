/** Runs a drag from its first move to its drop: listens on the window, scrolls at the edges, obeys Escape. */
import type { ChartContext } from "./context.ts";
import type { Gesture } from "./gesture.ts";
import { pointerOf } from "./pointer.ts";
import { HEAD_HEIGHT } from "./types.ts";

const EDGE = 40;
/** Fastest scrolling at an edge, in pixels a frame. */
const FASTEST = 18;

/** Returns what cancels the gesture. `done` is called once, however it ends. */
export function runGesture(
  ctx: ChartContext,
  gesture: Gesture,
  first: PointerEvent,
  done: () => void,
): () => void {
  let last: { clientX: number; clientY: number } = first;
  let frame = 0;
  const controller = new AbortController();
  const listen = { signal: controller.signal, capture: true };
  const end = (finish: () => void): void => {
    controller.abort();
    cancelAnimationFrame(frame);
    document.documentElement.style.cursor = "";
    finish();
    done();
  };
  const cancel = (): void => end(() => gesture.cancel());
  const scroll = (): void => {
    const [dx, dy] = pull(ctx, last);
    if (dx !== 0 || dy !== 0) {
      ctx.scrollBy(dx, dy);
      gesture.move(pointerOf(ctx, last));
    }
    frame = requestAnimationFrame(scroll);
  };
  window.addEventListener(
    "pointermove",
    (event) => {
      last = event;
      gesture.move(pointerOf(ctx, event));
    },
    listen,
  );
  window.addEventListener("pointerup", (event) => end(() => gesture.drop(pointerOf(ctx, event))), listen);
  window.addEventListener("pointercancel", cancel, listen);
  window.addEventListener("blur", cancel, listen);
  window.addEventListener("keydown", (event) => onKey(event, cancel), listen);
  document.documentElement.style.cursor = gesture.cursor;
  gesture.move(pointerOf(ctx, first));
  if (gesture.autoScroll) frame = requestAnimationFrame(scroll);
  return cancel;
}

function onKey(event: KeyboardEvent, cancel: () => void): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  cancel();
}

function pull(ctx: ChartContext, at: { clientX: number; clientY: number }): [number, number] {
  const rect = ctx.dom.scroller.getBoundingClientRect();
  const left = rect.left + ctx.view.columnWidth;
  const top = rect.top + HEAD_HEIGHT;
  return [
    strength(at.clientX, left, left + ctx.view.laneWidth),
    strength(at.clientY, top, top + ctx.view.laneHeight),
  ];
}

function strength(at: number, from: number, to: number): number {
  if (to - from < 4 * EDGE) return 0;
  const before = Math.min(1, Math.max(0, (from + EDGE - at) / EDGE));
  const after = Math.min(1, Math.max(0, (at - to + EDGE) / EDGE));
  return Math.round((after - before) * FASTEST);
}
