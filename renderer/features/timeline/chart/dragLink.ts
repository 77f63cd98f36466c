/** Drawing a link from the end of one bar to another row. */
import type { ChartContext } from "./context.ts";
import type { Gesture, Pointer } from "./gesture.ts";
import type { Overlay } from "./overlay.ts";

/** How far beside a bar the pointer may be and still mean it. */
const REACH = 24;

export function dragLink(ctx: ChartContext, overlay: Overlay, index: number): Gesture | null {
  const row = ctx.data.row(index);
  if (!row) return null;
  const end = (): void => {
    overlay.hideLine();
    overlay.hideTip();
    ctx.target = -1;
    ctx.refreshRows();
  };
  return {
    cursor: "crosshair",
    autoScroll: true,
    move: (pointer) => {
      const target = targetAt(ctx, index, pointer);
      overlay.showLine(index, pointer.x, pointer.y);
      if (target !== ctx.target) {
        ctx.target = target;
        ctx.refreshRows();
      }
      const aim = target >= 0 ? ctx.data.row(target) : null;
      if (aim) overlay.showTip(target, `${row.label} → ${aim.label}`, pointer.x);
      else overlay.hideTip();
    },
    drop: (pointer) => {
      const target = targetAt(ctx, index, pointer);
      end();
      const aim = target >= 0 ? ctx.data.row(target) : null;
      if (aim) ctx.events.link(row.id, aim.id);
    },
    cancel: () => {
      end();
      ctx.events.say("Link cancelled");
    },
  };
}

function targetAt(ctx: ChartContext, from: number, pointer: Pointer): number {
  const index = ctx.view.rowAt(pointer.y);
  if (index === from) return -1;
  const box = ctx.data.boxOf(index, ctx.view.originDay, ctx.view.pxPerDay);
  if (!box) return -1;
  return pointer.x >= box.x - REACH && pointer.x <= box.x + box.width + REACH ? index : -1;
}
