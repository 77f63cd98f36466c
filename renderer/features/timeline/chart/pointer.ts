/** Mouse, pen and touch on the chart: hover, click, and the drags of dragDates, dragLink and panning. */
import type { ChartContext } from "./context.ts";
import { dragEdge, dragMove } from "./dragDates.ts";
import { dragLink } from "./dragLink.ts";
import type { Gesture, Pointer } from "./gesture.ts";
import { runGesture } from "./gestureRunner.ts";
import type { GripKind, Overlay } from "./overlay.ts";
import { selectRow } from "./selection.ts";
import { HEAD_HEIGHT } from "./types.ts";

/** The pointer may tremble this far and still click. */
const TREMOR = 3;

/** What lies under the pointer. */
interface Hit {
  readonly index: number;
  readonly part: "bar" | "twist" | "name" | "lane" | GripKind;
}

export function listenToPointer(ctx: ChartContext, overlay: Overlay, emphasise: () => void): () => void {
  const { scroller } = ctx.dom;
  let stop: (() => void) | null = null;
  const onDown = (event: PointerEvent): void => {
    if (event.button > 1 || stop) return;
    const hit = hitOf(ctx, overlay, event);
    if (event.button === 1) event.preventDefault();
    stop = press(ctx, overlay, hit, event, () => {
      stop = null;
    });
  };
  const onMove = (event: PointerEvent): void => {
    if (!stop) hover(ctx, overlay, hitOf(ctx, overlay, event), emphasise);
  };
  const onLeave = (): void => {
    if (!stop) hover(ctx, overlay, null, emphasise);
  };
  const onDouble = (event: MouseEvent): void => doubleClick(ctx, hitOf(ctx, overlay, event), event);
  scroller.addEventListener("pointerdown", onDown);
  scroller.addEventListener("pointermove", onMove);
  scroller.addEventListener("pointerleave", onLeave);
  scroller.addEventListener("dblclick", onDouble);
  return () => stop?.();
}

export function pointerOf(ctx: ChartContext, at: { clientX: number; clientY: number }): Pointer {
  const rect = ctx.dom.scroller.getBoundingClientRect();
  return {
    x: at.clientX - rect.left - ctx.view.columnWidth + ctx.view.left,
    y: at.clientY - rect.top - HEAD_HEIGHT + ctx.view.top,
    clientX: at.clientX,
    clientY: at.clientY,
  };
}

function hitOf(ctx: ChartContext, overlay: Overlay, event: MouseEvent): Hit | null {
  const target = event.target instanceof Element ? event.target : null;
  const grip = target?.closest<HTMLElement>("[data-grip]");
  if (grip && overlay.gripRow >= 0) return { index: overlay.gripRow, part: grip.dataset.grip as GripKind };
  const row = target?.closest<HTMLElement>("[data-slot]");
  if (row) {
    const index = ctx.rowOfSlot(Number(row.dataset.slot));
    if (!ctx.dom.column.contains(row)) return { index, part: "bar" };
    return { index, part: target?.closest("[data-twist]") ? "twist" : "name" };
  }
  if (!target || !ctx.dom.body.contains(target)) return null;
  return { index: ctx.view.rowAt(pointerOf(ctx, event).y), part: "lane" };
}

function hover(ctx: ChartContext, overlay: Overlay, hit: Hit | null, emphasise: () => void): void {
  const index = hit && hit.index < ctx.data.rows.length ? hit.index : -1;
  const onBar = hit && hit.part !== "lane" && hit.part !== "name" && hit.part !== "twist" ? index : -1;
  if (index !== ctx.hovered) {
    ctx.hovered = index;
    ctx.refreshRows();
  }
  if (onBar !== overlay.gripRow) {
    overlay.showGrips(onBar);
    emphasise();
  }
}

/** From the press on: a click when the pointer stays, a drag when it moves. Returns what breaks it off. */
function press(
  ctx: ChartContext,
  overlay: Overlay,
  hit: Hit | null,
  event: PointerEvent,
  done: () => void,
): () => void {
  const from = pointerOf(ctx, event);
  let breakOff: (() => void) | null = null;
  const release = (): void => {
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", release);
    if (!breakOff) done();
  };
  const onMove = (move: PointerEvent): void => {
    const far = Math.hypot(move.clientX - from.clientX, move.clientY - from.clientY) > TREMOR;
    const gesture = far ? gestureFor(ctx, overlay, hit, event, from) : null;
    if (!gesture) return;
    breakOff = runGesture(ctx, gesture, move, done);
    release();
  };
  const onUp = (up: PointerEvent): void => {
    release();
    if (event.button === 0) click(ctx, hit, up);
  };
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", release);
  return () => (breakOff ? breakOff() : release());
}

function gestureFor(
  ctx: ChartContext,
  overlay: Overlay,
  hit: Hit | null,
  event: PointerEvent,
  from: Pointer,
): Gesture | null {
  if (event.button === 1) return pan(ctx, from);
  if (!hit || hit.part === "name" || hit.part === "twist") return null;
  if (hit.part === "lane") return event.pointerType === "touch" ? null : pan(ctx, from);
  if (ctx.readOnly) return null;
  if (hit.part === "link") return dragLink(ctx, overlay, hit.index);
  if (hit.part === "bar") return dragMove(ctx, overlay, hit.index, from);
  return dragEdge(ctx, overlay, hit.index, hit.part, from);
}

function pan(ctx: ChartContext, from: Pointer): Gesture {
  let { clientX, clientY } = from;
  return {
    cursor: "grabbing",
    autoScroll: false,
    move: (pointer) => {
      ctx.scrollBy(clientX - pointer.clientX, clientY - pointer.clientY);
      clientX = pointer.clientX;
      clientY = pointer.clientY;
    },
    drop: () => undefined,
    cancel: () => undefined,
  };
}

function click(ctx: ChartContext, hit: Hit | null, event: PointerEvent): void {
  if (!hit) return;
  const row = ctx.data.row(hit.index);
  if (!row) ctx.events.select([]);
  else if (hit.part === "twist" && row.expanded !== null) ctx.events.toggle(row.id);
  else {
    selectRow(ctx, hit.index, { add: event.ctrlKey || event.metaKey, extend: event.shiftKey });
    if (hit.part === "name") ctx.revealBar(hit.index);
  }
}

function doubleClick(ctx: ChartContext, hit: Hit | null, event: MouseEvent): void {
  const row = hit && ctx.data.row(hit.index);
  if (!row || hit.part === "twist") return;
  if (hit.part !== "lane") ctx.events.open(row.id);
  else if (ctx.canAdd && !ctx.readOnly) {
    ctx.events.add(row.id, Math.floor(ctx.view.dayAt(pointerOf(ctx, event).x)));
  }
}
