/** Binding and placing a slot's bar: its shape, fill, name and note. */
import { NO_SIGNS, type RowMark, type TimelineRow } from "#shared/timeline/bar.ts";
import type { ChartContext } from "./context.ts";
import { classOf } from "./dom.ts";
import { insideOf, type Slot, tailOf } from "./slot.ts";
import { hueClass, setText } from "./slotRow.ts";
import { textWidth } from "./textWidth.ts";
import type { View } from "./view.ts";

/** Room on both sides of a name within its bar. */
const LABEL_PADDING = 18;
/** A name is made to stick this far before its bar reaches the window's edge, so that it never slips past it. */
const NEAR_EDGE = 48;

const GLYPHS: Partial<Record<RowMark, string>> = {
  done: "✓",
  "at-risk": "!",
  "off-track": "×",
  late: "!",
};

/** The name as the bar shows it. */
export function barLabel(row: TimelineRow): string {
  return row.kind === "task" && row.mark === "done" ? `✓ ${row.label}` : row.label;
}

/** Bar width from which the name stands inside; infinite where it always stands beside. */
export function roomForName(row: TimelineRow): number {
  if (row.kind === "milestone" || row.kind === "group") return Number.POSITIVE_INFINITY;
  return textWidth(barLabel(row), row.kind === "stage" ? 600 : 500) + LABEL_PADDING;
}

export function bindBar(slot: Slot, row: TimelineRow): void {
  slot.barKind = `${classOf("bar")} ${classOf(row.kind)} ${hueClass(row)} ${classOf(row.mark)}${lookOf(row)}`;
  slot.width = -1;
  slot.nameInside = null;
  slot.nameRoom = roomForName(row);
  if (slot.progress !== row.progress) {
    slot.progress = row.progress;
    slot.bar.style.backgroundSize = `${Math.round(row.progress * 100)}% 100%`;
  }
  noteBar(slot, row.note);
}

function noteBar(slot: Slot, note: string): void {
  if (slot.noteSaid === note) return;
  slot.noteSaid = note;
  const tail = tailOf(slot);
  tail.note.hidden = note === "";
  setText(tail.noteText, note);
}

function lookOf({ signs }: TimelineRow): string {
  if (signs === NO_SIGNS) return "";
  const critical = signs.isCritical ? ` ${classOf("critical")}` : "";
  return signs.isDimmed ? `${critical} ${classOf("dimmed")}` : critical;
}

/** Puts the bar at its dates. */
export function placeBar(slot: Slot, row: TimelineRow, ctx: ChartContext): void {
  const box = ctx.data.boxOf(slot.row, ctx.view.originDay, ctx.view.pxPerDay);
  if (slot.bar.hidden !== (box === null)) slot.bar.hidden = box === null;
  if (!box) {
    slot.width = -1;
    return;
  }
  slot.x = box.x;
  if (slot.width !== box.width) {
    slot.width = box.width;
    slot.bar.style.width = `${box.width}px`;
  }
  slot.edge = edgeOf(slot, ctx.view);
  putBar(slot, slot.row * ctx.view.rowHeight);
  nameBar(slot, row, ctx.view);
}

/** After scrolling sideways: names of bars that the window's left edge cuts stay in sight. */
export function trimBar(slot: Slot, row: TimelineRow, view: View): void {
  if (slot.width < 0) return;
  const edge = edgeOf(slot, view);
  if (edge !== slot.edge) {
    slot.edge = edge;
    putBar(slot, slot.row * view.rowHeight);
    dressBar(slot);
  }
  if (edge === "cut") nameBar(slot, row, view);
}

function edgeOf(slot: Slot, view: View): Slot["edge"] {
  if (slot.x > view.left + NEAR_EDGE) return "";
  return slot.x + slot.width > view.left ? "cut" : "out";
}

/** A name within a bar sticks to the window's edge, and sticking knows left but not transform. */
function putBar(slot: Slot, y: number): void {
  const left = slot.edge === "cut" ? slot.x : 0;
  if (slot.left !== left) {
    slot.left = left;
    slot.bar.style.left = `${left}px`;
  }
  slot.bar.style.transform = `translate(${slot.x - left}px,${y}px)`;
}

/** The name goes inside where it fits in full into what is in sight, else to the right. */
function nameBar(slot: Slot, row: TimelineRow, view: View): void {
  const inSight = slot.width - Math.max(0, view.left - slot.x);
  const inside = slot.nameRoom <= inSight;
  if (inside === slot.nameInside) return;
  slot.nameInside = inside;
  const label = barLabel(row);
  const within = row.kind === "milestone" ? (GLYPHS[row.mark] ?? "") : "";
  const said = inside ? label : within;
  if (slot.inside || said !== "") setText(insideOf(slot), said);
  if (slot.tail || !inside) setText(tailOf(slot).name, inside ? "" : label);
}

export function dressBar(slot: Slot): void {
  const edge = slot.edge === "" ? "" : ` ${classOf(slot.edge)}`;
  const barClass = slot.barKind + edge + slot.barStates;
  if (slot.barClass === barClass) return;
  slot.barClass = barClass;
  slot.bar.className = barClass;
}
