/** Binding a slot's column cell and lane to a row. Every write is skipped when nothing changes. */
import type { TimelineRow } from "#shared/timeline/bar.ts";
import type { ChartContext } from "./context.ts";
import { classOf, element } from "./dom.ts";
import type { Slot } from "./slot.ts";

export function bindRow(slot: Slot, row: TimelineRow, ctx: ChartContext): void {
  const { rowEl } = slot;
  rowEl.style.transform = rowShift(slot, ctx);
  setText(slot.code, row.code);
  setText(slot.name, row.label);
  if (slot.depth !== row.depth) {
    slot.depth = row.depth;
    rowEl.setAttribute("aria-level", String(row.depth + 1));
    slot.header.style.setProperty("--depth", String(row.depth));
  }
  if (slot.expanded !== row.expanded) {
    slot.expanded = row.expanded;
    if (row.expanded === null) rowEl.removeAttribute("aria-expanded");
    else rowEl.setAttribute("aria-expanded", String(row.expanded));
  }
}

function rowShift(slot: Slot, ctx: ChartContext): string {
  return `translateY(${slot.row * ctx.view.rowHeight}px)`;
}

export function setText(node: Text, value: string): void {
  if (node.data !== value) node.data = value;
}

const HUE_CLASSES = [1, 2, 3, 4, 5, 6].map((hue) => `hue${hue}`);

export function hueClass(row: TimelineRow): string {
  return classOf(HUE_CLASSES[(row.hue - 1) % HUE_CLASSES.length] ?? "hue1");
}

/** Selection, hover, keyboard position: on the cell, the lane and the bar alike. */
export function stateRow(slot: Slot, row: TimelineRow, ctx: ChartContext): void {
  const selected = ctx.selection.has(row.id);
  const states = stateClasses(slot.row, selected, ctx);
  const hue = hueClass(row);
  const kind = classOf(row.kind);
  // Colours are handed down by inheritance, so the whole row takes one only where it is tinted.
  const tint = row.kind === "stage" ? ` ${hue}` : "";
  const done = row.mark === "done" || row.mark === "cancelled" ? ` ${classOf(row.mark)}` : "";
  const dimmed = row.signs.isDimmed ? ` ${classOf("dimmed")}` : "";
  const rowClass = `${classOf("row")} ${kind}${tint}${done}${dimmed}${states}`;
  if (slot.rowClass !== rowClass) {
    slot.rowClass = rowClass;
    slot.rowEl.className = rowClass;
  }
  if (slot.markHue !== hue) {
    slot.markHue = hue;
    slot.mark.className = `${classOf("mark")} ${hue}`;
  }
  stateLane(slot, row.kind === "stage" || states !== "", `${kind} ${hue}${states}`, ctx);
  slot.barStates = states;
  if (slot.selected !== selected) {
    slot.selected = selected;
    slot.rowEl.setAttribute("aria-selected", String(selected));
  }
}

function stateLane(slot: Slot, shown: boolean, classes: string, ctx: ChartContext): void {
  if (slot.laneShown !== shown) {
    slot.laneShown = shown;
    slot.lane ??= element(classOf("lane"), ctx.dom.lanes);
    slot.lane.hidden = !shown;
  }
  if (!shown || !slot.lane) return;
  slot.lane.style.transform = rowShift(slot, ctx);
  const laneClass = `${classOf("lane")} ${classes}`;
  if (slot.laneClass === laneClass) return;
  slot.laneClass = laneClass;
  slot.lane.className = laneClass;
}

function stateClasses(index: number, selected: boolean, ctx: ChartContext): string {
  let states = "";
  if (selected) states += ` ${classOf("selected")}`;
  if (index === ctx.hovered) states += ` ${classOf("hovered")}`;
  if (index === ctx.active) states += ` ${classOf("active")}`;
  if (index === ctx.target) states += ` ${classOf("target")}`;
  if (index === ctx.linkFrom) states += ` ${classOf("linking")}`;
  return states;
}
