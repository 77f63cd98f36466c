/** Says what a day off is called when the pointer rests on it in the time axis. */
import { NARROWEST_SHADED_DAY } from "./axis.ts";
import type { ChartContext } from "./context.ts";

export function nameDaysOff(ctx: ChartContext): void {
  const { axis, scroller } = ctx.dom;
  axis.addEventListener("pointermove", ({ clientX }) => {
    const { view, rules } = ctx;
    const x = clientX - scroller.getBoundingClientRect().left - view.columnWidth + view.left;
    const name = view.pxPerDay < NARROWEST_SHADED_DAY ? null : rules.dayOff(Math.floor(view.dayAt(x)));
    if (axis.title !== (name ?? "")) axis.title = name ?? "";
  });
}
