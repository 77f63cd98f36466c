/** Moving rows by their handle: the line shows where, its indentation shows on which level. */
import type { PointerEvent } from "react";
import { move } from "#renderer/commands/items.ts";
import { reveal } from "#renderer/commands/selection.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, topmostOf } from "#shared/domain/outline.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { INDENT } from "./columns.ts";
import { goToRow } from "./cursor.ts";
import { dropAt } from "./drop.ts";
import { type Grid, outlineNow, visibleNow } from "./grid.ts";

/** A press that moves less than this is a click. */
const STARTS_AFTER = 4;
/** Within this many pixels of an edge the rows scroll along, by at most so many pixels a frame. */
const EDGE = 36;
const FASTEST = 14;

export function startDrag(grid: Grid, id: Id, event: PointerEvent): void {
  const { element } = grid.view;
  const outline = outlineNow(grid);
  if (event.button !== 0 || !element || !outline) return;
  const { selection } = grid.app.ui.getState();
  const ids = selection.includes(id) ? selection : [id];
  const nodes = topmostOf(outline, ids);
  if (nodes.length > 0) new Dragging(grid, element, nodes, { x: event.clientX, y: event.clientY }).listen();
}

interface Point {
  readonly x: number;
  readonly y: number;
}

class Dragging {
  #pointer: Point;
  #hasStarted = false;
  #frame = 0;
  readonly #stop = new AbortController();
  readonly #label: string;

  constructor(
    readonly grid: Grid,
    readonly element: HTMLElement,
    readonly nodes: readonly OutlineNode[],
    readonly start: Point,
  ) {
    this.#pointer = start;
    const [only] = nodes;
    this.#label =
      nodes.length === 1 && only
        ? nameOrUntitled(only.item.name, only.item.kind)
        : count(nodes.length, "item");
  }

  listen(): void {
    const { signal } = this.#stop;
    window.addEventListener("pointermove", (event) => this.#onMove(event), { signal });
    window.addEventListener("pointerup", () => this.#end(true), { signal });
    window.addEventListener("pointercancel", () => this.#end(false), { signal });
    window.addEventListener("blur", () => this.#end(false), { signal });
    window.addEventListener("keydown", (event) => this.#onKey(event), { signal, capture: true });
    this.element.addEventListener("scroll", () => this.#show(), { signal });
  }

  #onMove(event: Point): void {
    this.#pointer = { x: event.x, y: event.y };
    const moved = Math.hypot(event.x - this.start.x, event.y - this.start.y);
    if (!this.#hasStarted && moved < STARTS_AFTER) return;
    if (!this.#hasStarted) {
      this.#hasStarted = true;
      this.#frame = requestAnimationFrame(() => this.#scrollAlong());
    }
    this.#show();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.#hasStarted) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(false);
  }

  #show(): void {
    if (!this.#hasStarted) return;
    const visible = visibleNow(this.grid);
    const body = this.element.querySelector("[data-rows]")?.getBoundingClientRect();
    const name = this.element
      .querySelector("[role='columnheader'][data-column='name']")
      ?.getBoundingClientRect();
    if (!body || !name) return;
    const { x, y } = this.#pointer;
    const rowsDown = (y - body.top) / this.grid.view.rowHeight;
    const depth = Math.round((x - name.left - INDENT) / INDENT);
    const drop = dropAt(visible, this.nodes, rowsDown, depth);
    this.grid.store.setState({
      drag: { ids: this.nodes.map((n) => n.item.id), label: this.#label, drop, x, y },
    });
  }

  #scrollAlong(): void {
    const box = this.element.getBoundingClientRect();
    const { y } = this.#pointer;
    const past = y < box.top + EDGE + 30 ? y - (box.top + EDGE + 30) : Math.max(0, y - (box.bottom - EDGE));
    if (past !== 0)
      this.element.scrollTop += Math.sign(past) * Math.min(FASTEST, Math.ceil(Math.abs(past) / 3));
    this.#frame = requestAnimationFrame(() => this.#scrollAlong());
  }

  #end(isDrop: boolean): void {
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
    const { drag } = this.grid.store.getState();
    this.grid.store.setState({ drag: null });
    const place = drag?.drop?.place;
    if (!isDrop || !this.#hasStarted || !place) return;
    const ids = this.nodes.map((n) => n.item.id);
    move(this.grid.app, ids, place);
    const [first] = ids;
    if (!first) return;
    reveal(this.grid.app, first);
    if (ids.length === 1) goToRow(this.grid, first);
  }
}
