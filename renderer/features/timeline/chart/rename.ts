/** Renaming a row where it stands, in the column. */
import type { ChartContext } from "./context.ts";
import { classOf } from "./dom.ts";

export function renameRow(ctx: ChartContext, index: number): void {
  const row = ctx.data.row(index);
  if (!row || ctx.readOnly || !ctx.canRename) return;
  const input = document.createElement("input");
  input.className = classOf("rename");
  input.value = row.label;
  input.setAttribute("aria-label", `Name of ${row.code}`);
  input.style.transform = `translateY(${index * ctx.view.rowHeight}px)`;
  let open = true;
  const close = (save: boolean): void => {
    if (!open) return;
    open = false;
    const name = input.value.trim();
    input.remove();
    ctx.dom.scroller.focus({ preventScroll: true });
    if (save && name !== "" && name !== row.label) ctx.events.rename(row.id, name);
  };
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      close(event.key === "Enter");
    }
  });
  input.addEventListener("blur", () => close(true));
  ctx.dom.column.append(input);
  input.focus({ preventScroll: true });
  input.select();
}
