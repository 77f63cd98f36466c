/** Handles on the bar under the pointer, the outline a dragged bar leaves behind, the line of a new link, the tip. */
import { MILESTONE_SIZE } from "#shared/timeline/bar.ts";
import type { ChartContext } from "./context.ts";
import { classOf, element, svgPath } from "./dom.ts";
import { Followers } from "./followers.ts";

/** Bars narrower than this have their handles outside. */
const ROOMY_BAR = 28;

/** Between a row and the tip above it, in pixels. */
const TIP_GAP = 4;

export type GripKind = "start" | "finish" | "link";

export class Overlay {
  readonly #ctx: ChartContext;
  readonly #grips: HTMLElement;
  readonly #start: HTMLElement;
  readonly #finish: HTMLElement;
  readonly #ghost: HTMLElement;
  readonly #line = svgPath(classOf("newLink"));
  readonly followers: Followers;
  #row = -1;

  constructor(ctx: ChartContext) {
    this.#ctx = ctx;
    this.followers = new Followers(ctx);
    const { overlay } = ctx.dom;
    this.#ghost = element(classOf("ghost"), overlay);
    this.#ghost.hidden = true;
    overlay.append(this.#line.svg);
    this.#grips = element(classOf("grips"), overlay);
    this.#start = grip("start", this.#grips);
    this.#finish = grip("finish", this.#grips);
    grip("link", this.#grips);
    this.#grips.hidden = true;
  }

  /** Row the handles stand on, or -1. */
  get gripRow(): number {
    return this.#row;
  }

  showGrips(index: number): void {
    const { data, view, readOnly } = this.#ctx;
    const row = readOnly ? null : data.row(index);
    const box = row && row.kind !== "stage" ? data.boxOf(index, view.originDay, view.pxPerDay) : null;
    this.#row = box ? index : -1;
    this.#grips.hidden = !box;
    if (!box || !row) return;
    const resizable = row.kind === "task" && row.mark !== "cancelled";
    this.#start.hidden = !resizable;
    this.#finish.hidden = !resizable;
    this.#grips.classList.toggle(classOf("narrow"), box.width < ROOMY_BAR);
    this.#grips.style.transform = `translate(${box.x}px,${index * view.rowHeight}px)`;
    this.#grips.style.width = `${box.width}px`;
  }

  /** Marks where a bar was when its drag began. */
  showGhost(index: number): void {
    const { data, view } = this.#ctx;
    const box = data.boxOf(index, view.originDay, view.pxPerDay);
    if (!box) return;
    this.#ghost.hidden = false;
    this.#ghost.style.transform = `translate(${box.x}px,${index * view.rowHeight}px)`;
    this.#ghost.style.width = `${box.width}px`;
  }

  hideGhost(): void {
    this.#ghost.hidden = true;
  }

  /** The line of a link being drawn, from a row's end to a place in the lanes. */
  showLine(index: number, x: number, y: number): void {
    const { data, view } = this.#ctx;
    const box = data.boxOf(index, view.originDay, view.pxPerDay);
    if (!box) return;
    const startX = box.x + box.width;
    const startY = (index + 0.5) * view.rowHeight;
    this.#line.path.setAttribute("d", `M${startX} ${startY}L${Math.round(x)} ${Math.round(y)}`);
  }

  hideLine(): void {
    this.#line.path.setAttribute("d", "");
  }

  /** The tip above (or, at the top, below) a row's bar, held within the window. */
  showTip(index: number, text: string, atX?: number): void {
    const { dom, view, data } = this.#ctx;
    const box = data.boxOf(index, view.originDay, view.pxPerDay);
    if (!box) return;
    dom.tip.hidden = false;
    if (dom.tip.textContent !== text) dom.tip.textContent = text;
    const x = view.columnWidth + (atX ?? box.x + box.width / 2) - view.left;
    const rowTop = dom.body.offsetTop + index * view.rowHeight - view.top;
    const above = rowTop - dom.tip.offsetHeight - TIP_GAP;
    const half = dom.tip.offsetWidth / 2 + MILESTONE_SIZE / 2;
    const held = Math.min(view.width - half, Math.max(view.columnWidth + half, x));
    const y = above < dom.body.offsetTop ? rowTop + view.rowHeight + 2 : above;
    dom.tip.style.transform = `translate(${Math.round(held)}px,${Math.round(y)}px) translateX(-50%)`;
  }

  hideTip(): void {
    this.#ctx.dom.tip.hidden = true;
  }
}

function grip(kind: GripKind, parent: HTMLElement): HTMLElement {
  const node = element(`${classOf("grip")} ${classOf(`grip-${kind}`)}`, parent);
  node.dataset.grip = kind;
  return node;
}
