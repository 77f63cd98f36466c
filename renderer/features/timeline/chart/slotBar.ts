/** Binding and placing a slot's bar: its shape, fill, name and note. */
import type { RowMark, TimelineRow } from "#shared/timeline/bar.ts";
import type { ChartContext } from "./context.ts";
import { classOf } from "./dom.ts";
import type { Slot } from "./slot.ts";
import { hueClass, setText } from "./slotRow.ts";
import { textWidth } from "./textWidth.ts";

/** Room on both sides of a name within its bar. */
const LABEL_PADDING = 18;

const GLYPHS: Partial<Record<RowMark, string>> = {
  done: "✓",
  "at-risk": "!",
  "off-track": "×",
  late: "!",
};

export function bindBar(slot: Slot, row: TimelineRow): void {
  slot.barKind = `${classOf("bar")} ${classOf(row.kind)} ${hueClass(row)} ${classOf(row.mark)}`;
  slot.width = -1;
  if (slot.progress !== row.progress) {
    slot.progress = row.progress;
    slot.bar.style.backgroundSize = `${Math.round(row.progress * 100)}% 100%`;
  }
  const bare = row.note === "";
  if (slot.note.hidden !== bare) slot.note.hidden = bare;
  if (!bare) setText(slot.noteText, row.note);
}

/** Puts the bar at its dates. The name goes inside where it fits in full, else to the right. */
export function placeBar(slot: Slot, row: TimelineRow, ctx: ChartContext): void {
  const box = ctx.data.boxOf(slot.row, ctx.view.originDay, ctx.view.pxPerDay);
  if (slot.bar.hidden !== (box === null)) slot.bar.hidden = box === null;
  if (!box) return;
  putBar(slot, box.x, row.kind === "stage", slot.row * ctx.view.rowHeight);
  if (box.width === slot.width) return;
  slot.width = box.width;
  slot.bar.style.width = `${box.width}px`;
  nameBar(slot, row, box.width);
}

/** A stage's name sticks to the window's edge, and sticking knows left but not transform. */
function putBar(slot: Slot, x: number, byLeft: boolean, y: number): void {
  const left = byLeft ? x : 0;
  if (slot.left !== left) {
    slot.left = left;
    slot.bar.style.left = `${left}px`;
  }
  slot.bar.style.transform = `translate(${x - left}px,${y}px)`;
}

function nameBar(slot: Slot, row: TimelineRow, width: number): void {
  if (row.kind === "milestone") {
    setText(slot.inside, GLYPHS[row.mark] ?? "");
    setText(slot.beside, row.label);
    return;
  }
  const label = row.kind === "task" && row.mark === "done" ? `✓ ${row.label}` : row.label;
  const fits =
    row.kind !== "group" && textWidth(label, row.kind === "stage" ? 600 : 500) + LABEL_PADDING <= width;
  setText(slot.inside, fits ? label : "");
  setText(slot.beside, fits ? "" : label);
}
