/**
 * The rows on screen. As many slots as the window can show, plus a margin; row r always lives in slot r mod count,
 * so scrolling re-binds only the rows that come in and never moves or creates elements.
 */
import type { TimelineRow } from "#shared/timeline/bar.ts";
import type { ChartContext } from "./context.ts";
import { createSlot, type Slot, slotElements, wordsOf } from "./slot.ts";
import { bindBar, dressBar, placeBar, trimBar } from "./slotBar.ts";
import { bindRow, setText, stateRow } from "./slotRow.ts";

const MARGIN_ROWS = 3;

export class RowPool {
  readonly #ctx: ChartContext;
  #slots: Slot[] = [];
  #margin = 0;
  #first = 0;
  #last = 0;
  #left = 0;

  constructor(ctx: ChartContext) {
    this.#ctx = ctx;
  }

  /** As many slots as the window's height asks for. */
  #makeRoom(): void {
    const { view, dom } = this.#ctx;
    const wanted = Math.ceil(view.laneHeight / view.rowHeight) + 1 + 2 * this.#margin;
    if (wanted <= this.#slots.length) return;
    for (const slot of this.#slots) slot.row = -1;
    const added: Slot[] = [];
    for (let number = this.#slots.length; number < wanted; number++)
      added.push(createSlot(dom.scroller.id, number));
    this.#slots.push(...added);
    dom.column.append(...added.map((slot) => slot.rowEl));
    dom.bars.append(...added.map((slot) => slot.bar));
  }

  /** Adds the rows just out of sight, which the first frame does without; tells whether they were missing. */
  addMargin(): boolean {
    if (this.hasMargin()) return false;
    this.#margin = MARGIN_ROWS;
    this.render(false);
    return true;
  }

  hasMargin(): boolean {
    return this.#margin === MARGIN_ROWS;
  }

  /** Binds the rows of the window; `fresh` also re-binds those that stayed. */
  render(fresh: boolean): void {
    this.#makeRoom();
    const { view, data } = this.#ctx;
    const count = this.#slots.length;
    const sideways = view.left !== this.#left;
    this.#left = view.left;
    const first = Math.max(0, Math.floor(view.top / view.rowHeight) - this.#margin);
    this.#first = Math.min(first, Math.max(0, data.rows.length - count));
    this.#last = Math.min(data.rows.length, this.#first + count);
    for (let row = this.#first; row < this.#last; row++) {
      const slot = this.#slots[row % count] as Slot;
      if (slot.row !== row || fresh) this.#bind(slot, row);
      else if (sideways) trimBar(slot, data.rows[row] as TimelineRow, view);
    }
    if (fresh || data.rows.length < count) this.#hideUnused();
  }

  /** These rows anew, where they are on screen. */
  rebind(indexes: readonly number[]): void {
    for (const index of indexes) {
      const slot = this.slotOf(index);
      if (slot) this.#bind(slot, index);
    }
  }

  #bind(slot: Slot, index: number): void {
    const row = this.#ctx.data.rows[index] as TimelineRow;
    slot.row = index;
    if (slot.hidden) this.#show(slot, true);
    bindRow(slot, row, this.#ctx);
    bindBar(slot, row);
    placeBar(slot, row, this.#ctx);
    this.#state(slot, row);
  }

  #state(slot: Slot, row: TimelineRow): void {
    stateRow(slot, row, this.#ctx);
    dressBar(slot);
  }

  #hideUnused(): void {
    for (const slot of this.#slots) {
      const used = slot.row >= this.#first && slot.row < this.#last;
      if (!used && !slot.hidden) this.#show(slot, false);
    }
  }

  #show(slot: Slot, shown: boolean): void {
    slot.hidden = !shown;
    for (const element of slotElements(slot)) element.hidden = !shown;
    if (shown) return;
    slot.row = -1;
    if (slot.lane) slot.lane.hidden = true;
    slot.laneShown = false;
  }

  /** Bars after a zoom or new dates; of one row, or of all on screen. */
  place(index?: number): void {
    for (const slot of this.#slots) {
      if (slot.row < 0 || (index !== undefined && slot.row !== index)) continue;
      placeBar(slot, this.#ctx.data.rows[slot.row] as TimelineRow, this.#ctx);
      dressBar(slot);
    }
  }

  /** Selection, hover and keyboard marks of all rows on screen. */
  state(): void {
    for (const slot of this.#slots) {
      if (slot.row >= 0) this.#state(slot, this.#ctx.data.rows[slot.row] as TimelineRow);
    }
  }

  slotOf(index: number): Slot | null {
    const slot = this.#slots[index % Math.max(1, this.#slots.length)];
    return slot && slot.row === index ? slot : null;
  }

  /**
   * What only assistive technology reads (words, reading order) follows when the scrolling rests; it would cost
   * more than all the rest of a frame.
   */
  settle(): void {
    const { data, rules, dom } = this.#ctx;
    const shown = this.#slots.filter((slot) => slot.row >= 0);
    for (const slot of shown) this.#word(slot, data, rules);
    const ordered = [...shown].sort((a, b) => a.row - b.row);
    const inOrder = ordered.every((slot, i) => i === 0 || follows(ordered[i - 1] as Slot, slot));
    if (!inOrder) dom.column.append(...ordered.map((slot) => slot.rowEl));
  }

  #word(slot: Slot, data: ChartContext["data"], rules: ChartContext["rules"]): void {
    const words = rules.words((data.rows[slot.row] as TimelineRow).id);
    setText(wordsOf(slot), words);
    slot.rowEl.setAttribute("aria-rowindex", String(slot.row + 1));
  }

  /** Row that an element of a slot shows. */
  rowOfSlot(number: number): number {
    return this.#slots[number]?.row ?? -1;
  }

  /** The words of one row at once, for the row the keyboard stands on. */
  wordsNow(index: number): void {
    const slot = this.slotOf(index);
    if (slot) this.#word(slot, this.#ctx.data, this.#ctx.rules);
  }
}

function follows(before: Slot, after: Slot): boolean {
  return (before.rowEl.compareDocumentPosition(after.rowEl) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
