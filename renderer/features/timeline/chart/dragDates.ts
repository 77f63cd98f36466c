/** Dragging bars in time, and their ends. The plan changes once, at the drop. */
import type { Id } from "#shared/domain/fields.ts";
import type { Span } from "#shared/timeline/bar.ts";
import type { DateDrag } from "#shared/timeline/preview.ts";
import { shiftWords } from "#shared/timeline/words.ts";
import type { ChartContext } from "./context.ts";
import type { Gesture, Pointer } from "./gesture.ts";
import type { Overlay } from "./overlay.ts";

/** Moves a bar; with several rows selected, all of them. A milestone alone moves its date and nothing else. */
export function dragMove(ctx: ChartContext, overlay: Overlay, index: number, from: Pointer): Gesture | null {
  const row = ctx.data.row(index);
  const span = ctx.data.storedSpan(index);
  if (!row || !span) return null;
  const together = ctx.selection.has(row.id) && ctx.selection.size > 1;
  const ids: readonly Id[] = together ? [...ctx.selection] : [row.id];
  const alone = !together && row.kind === "milestone";
  const moving = alone ? null : rowsHeldBy(ctx, ids);
  const only = alone || !moving || moving.count === 1 ? index : undefined;
  let days = 0;
  const preview = (i: number): Span | null => {
    const moves = moving ? moving.marks[i] === 1 : i === index;
    const own = moves ? ctx.data.storedSpan(i) : null;
    return own && ctx.rules.shifted(ctx.data.rows[i] as typeof row, own, days);
  };
  const drag = (): DateDrag | null => {
    const landed = days === 0 ? null : preview(index);
    if (!landed) return null;
    return alone ? { kind: "milestone", id: row.id, day: landed.start } : { kind: "shift", ids, days };
  };
  overlay.showGhost(index);
  return {
    cursor: "grabbing",
    autoScroll: true,
    move: (pointer) => {
      const next = Math.round((pointer.x - from.x) / ctx.view.pxPerDay);
      if (next !== days || !ctx.data.preview) {
        days = next;
        ctx.data.preview = preview;
        ctx.refreshDates(only);
        overlay.followers.show(days, drag());
      }
      tipOf(ctx, overlay, index, span.start + days);
    },
    drop: () => {
      const landed = preview(index);
      finish(ctx, overlay, only, () => {
        if (days === 0 || !landed) return;
        if (alone) ctx.events.milestone(row.id, landed.start);
        else ctx.events.shift(ids, days);
        ctx.events.say(`${row.label} moved ${shiftWords(landed.start - span.start)}`);
      });
    },
    cancel: () => finish(ctx, overlay, only, () => ctx.events.say("Move cancelled")),
  };
}

/** Marks the rows that move along when these items move. */
function rowsHeldBy(ctx: ChartContext, ids: readonly Id[]): { marks: Uint8Array; count: number } {
  const marks = new Uint8Array(ctx.data.rows.length);
  let count = 0;
  for (const id of ids) {
    const index = ctx.data.indexOf(id);
    if (index < 0) continue;
    const end = ctx.data.subtreeEnd(index);
    marks.fill(1, index, end);
    count += end - index;
  }
  return { marks, count };
}

/** Moves one end of a task's bar. */
export function dragEdge(
  ctx: ChartContext,
  overlay: Overlay,
  index: number,
  edge: "start" | "finish",
  from: Pointer,
): Gesture | null {
  const row = ctx.data.row(index);
  const span = ctx.data.storedSpan(index);
  if (!row || !span) return null;
  let landed = span;
  overlay.showGhost(index);
  return {
    cursor: "ew-resize",
    autoScroll: true,
    move: (pointer) => {
      const aim = span[edge] + Math.round((pointer.x - from.x) / ctx.view.pxPerDay);
      const next = ctx.rules.resized(row, span, edge, aim);
      if (next.start !== landed.start || next.finish !== landed.finish || !ctx.data.preview) {
        landed = next;
        ctx.data.preview = (i) => (i === index ? landed : null);
        ctx.refreshDates(index);
        const day = landed[edge];
        overlay.followers.show(day, day === span[edge] ? null : { kind: edge, id: row.id, day });
      }
      tipOf(ctx, overlay, index, aim);
    },
    drop: () =>
      finish(ctx, overlay, index, () => {
        if (landed[edge] === span[edge]) return;
        ctx.events[edge](row.id, landed[edge]);
        ctx.events.say(`${row.label}: ${ctx.rules.tip(landed.start, landed.finish)}`);
      }),
    cancel: () => finish(ctx, overlay, index, () => ctx.events.say("Change cancelled")),
  };
}

/** `aim` is the day under the pointer: where it is off, the drop lands beside it, and the tip says what day it is. */
function tipOf(ctx: ChartContext, overlay: Overlay, index: number, aim: number): void {
  const span = ctx.data.spanOf(index);
  if (!span) return;
  const { words } = overlay.followers;
  const dates = ctx.rules.tip(span.start, span.finish);
  const off = ctx.rules.dayOff(aim);
  overlay.showTip(index, [dates, ...(off ? [`Off: ${off}`] : []), ...(words ? [words] : [])].join("\n"));
}

/** The events come first: their answer is usually new rows, and the preview must not flash back before them. */
function finish(ctx: ChartContext, overlay: Overlay, only: number | undefined, act: () => void): void {
  overlay.hideGhost();
  overlay.hideTip();
  overlay.followers.end();
  act();
  ctx.data.preview = null;
  ctx.refreshDates(only);
}
