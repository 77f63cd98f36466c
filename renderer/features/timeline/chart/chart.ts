/**
 * The interactive timeline without any framework: it mounts into an element, keeps only the window's rows in the
 * document and redraws only what changed. TimelineView feeds it; nothing else needs to know how it works.
 */
import type { Id } from "#shared/domain/fields.ts";
import type { TimelineRow } from "#shared/timeline/bar.ts";
import type { TimelineLink } from "#shared/timeline/rows.ts";
import { clampZoom, zoomBy, zoomToFit } from "#shared/timeline/zoom.ts";
import { Axis } from "./axis.ts";
import type { ChartContext } from "./context.ts";
import { buildDom } from "./dom.ts";
import { onKeyDown } from "./keyboard.ts";
import { layOut } from "./layout.ts";
import { LinkIndex } from "./linkIndex.ts";
import { type LinkBounds, LinkLayer } from "./linkLayer.ts";
import { Overlay } from "./overlay.ts";
import { listenToPointer } from "./pointer.ts";
import { RowData } from "./rowData.ts";
import { RowPool } from "./rowPool.ts";
import { newChartPrefix } from "./slot.ts";
import { clampColumn, listenToSplitter } from "./splitter.ts";
import { forgetTextWidths } from "./textWidth.ts";
import type { ChartOptions, ChartRules, TimelineChart } from "./types.ts";
import { isInWindow, topShowingRow, View } from "./view.ts";
import { listenToWheel } from "./wheel.ts";

/** Scrolling rests when nothing has moved for this long. */
const REST_MS = 120;
const FIT_MARGIN = 48;

export function createTimelineChart(host: HTMLElement, options: ChartOptions): TimelineChart {
  return new Chart(host, options);
}

class Chart implements TimelineChart {
  readonly #ctx: ChartContext;
  readonly #rows: RowPool;
  readonly #axis: Axis;
  readonly #index = new LinkIndex();
  readonly #links: LinkLayer;
  readonly #overlay: Overlay;
  readonly #observer: ResizeObserver | null;
  readonly #stopPointer: () => void;
  #linkList: readonly TimelineLink[] = [];
  #rest: ReturnType<typeof setTimeout> | undefined;
  #activeId: Id | null = null;
  #scrollTold = Number.NaN;
  /** Where the links of a row under a running gesture were drawn last. */
  #drawn: { readonly index: number; readonly bounds: LinkBounds | null } | null = null;

  constructor(host: HTMLElement, options: ChartOptions) {
    const dom = buildDom(host, options.label);
    dom.scroller.id = newChartPrefix();
    this.#ctx = {
      dom,
      data: new RowData(),
      view: new View(clampZoom(options.pxPerDay), clampColumn(options.columnWidth), options.rowHeight),
      events: options.events,
      rules: options.rules,
      canRename: options.canRename,
      canAdd: options.canAdd,
      today: options.today,
      readOnly: options.readOnly,
      selection: new Set(),
      active: -1,
      anchor: -1,
      hovered: -1,
      target: -1,
      linkFrom: -1,
      refreshRows: () => this.#refreshRows(),
      refreshDates: (index) => this.#refreshDates(index),
      rowOfSlot: (slot) => this.#rows.rowOfSlot(slot),
      zoomTo: (pxPerDay, anchorX) => this.#zoomTo(pxPerDay, anchorX),
      revealRow: (index) => this.#revealRow(index),
      scrollBy: (dx, dy) => this.#scrollTo(this.#ctx.view.left + dx, this.#ctx.view.top + dy),
    };
    this.#rows = new RowPool(this.#ctx);
    this.#axis = new Axis(this.#ctx);
    this.#links = new LinkLayer(this.#ctx, this.#index);
    this.#overlay = new Overlay(this.#ctx);
    this.#stopPointer = this.#listen();
    this.#observer = this.#observe();
    this.#measure();
    this.#span();
    layOut(this.#ctx);
  }

  #listen(): () => void {
    const { scroller } = this.#ctx.dom;
    scroller.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    scroller.addEventListener("keydown", (event) =>
      onKeyDown(this.#ctx, event, {
        zoomSteps: (steps) => this.zoomSteps(steps),
        today: () => this.goToToday(),
        fit: () => this.fit(),
      }),
    );
    scroller.addEventListener("focus", () => this.#onFocus());
    listenToWheel(this.#ctx);
    listenToSplitter(this.#ctx, (px) => this.setColumnWidth(px));
    return listenToPointer(this.#ctx, this.#overlay, () => this.#emphasise());
  }

  #observe(): ResizeObserver | null {
    if (typeof ResizeObserver === "undefined") return null;
    const observer = new ResizeObserver(() => this.#onResize());
    observer.observe(this.#ctx.dom.scroller);
    document.fonts?.ready.then(() => {
      forgetTextWidths();
      this.#render(true);
    });
    return observer;
  }

  #measure(): void {
    const { scroller } = this.#ctx.dom;
    this.#ctx.view.measure(scroller.clientWidth, scroller.clientHeight);
    this.#rows.resize();
  }

  #onResize(): void {
    const { scroller } = this.#ctx.dom;
    const { view } = this.#ctx;
    if (scroller.clientWidth === view.width && scroller.clientHeight === view.height) return;
    const day = view.dayAt(view.left);
    this.#measure();
    this.#relayout(day, 0);
  }

  /** First and last day of the axis. */
  #span(): void {
    const { data, view, today } = this.#ctx;
    view.span(Math.min(data.firstDay ?? today, today), Math.max(data.lastDay ?? today, today));
  }

  /** New geometry with `day` kept `x` pixels from the left edge of the lanes. */
  #relayout(day: number, x: number): void {
    this.#span();
    layOut(this.#ctx);
    this.#links.invalidate();
    this.#scrollTo(this.#ctx.view.xOf(day) - x, this.#ctx.view.top, true);
  }

  #scrollTo(left: number, top: number, fresh = false): void {
    const { scroller } = this.#ctx.dom;
    scroller.scrollLeft = Math.max(0, Math.round(left));
    scroller.scrollTop = Math.max(0, Math.round(top));
    this.#readScroll();
    this.#render(fresh);
    this.#restLater();
  }

  #readScroll(): void {
    const { view, dom } = this.#ctx;
    view.left = dom.scroller.scrollLeft;
    view.top = dom.scroller.scrollTop;
  }

  #onScroll(): void {
    const { view, dom } = this.#ctx;
    if (dom.scroller.scrollLeft === view.left && dom.scroller.scrollTop === view.top) return;
    this.#readScroll();
    this.#render(false);
    this.#restLater();
  }

  #render(fresh: boolean): void {
    this.#axis.render(fresh);
    this.#rows.render(fresh);
    this.#links.render();
    if (fresh) this.#emphasise();
  }

  #restLater(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#settle(), REST_MS);
  }

  #settle(): void {
    const { view, events } = this.#ctx;
    this.#links.settle();
    this.#rows.settle();
    const day = Math.round(view.dayAt(view.left));
    if (day !== this.#scrollTold) events.scrollDay(day);
    this.#scrollTold = day;
  }

  #refreshRows(): void {
    this.#rows.state();
    this.#tellActive();
  }

  #refreshDates(index?: number): void {
    this.#rows.place(index);
    if (index === undefined) this.#links.invalidate();
    else this.#moveLinks(index);
    this.#links.render();
    this.#emphasise();
    if (this.#overlay.gripRow >= 0) this.#overlay.showGrips(this.#overlay.gripRow);
  }

  /** Marks where a row's links were drawn last, and where they are now. */
  #moveLinks(index: number): void {
    const { data } = this.#ctx;
    const { preview } = data;
    if (this.#drawn?.index !== index) {
      data.preview = null;
      this.#drawn = { index, bounds: this.#links.boundsOf(index) };
      data.preview = preview;
    }
    const now = this.#links.boundsOf(index);
    for (const bounds of [this.#drawn.bounds, now]) if (bounds) this.#links.invalidateWithin(bounds);
    this.#drawn = preview ? { index, bounds: now } : null;
  }

  #emphasise(): void {
    const { data, selection } = this.#ctx;
    const rows = [...selection].map((id) => data.indexOf(id)).filter((index) => index >= 0);
    if (this.#overlay.gripRow >= 0) rows.push(this.#overlay.gripRow);
    this.#links.emphasise(rows);
  }

  #tellActive(): void {
    const { dom, active, data } = this.#ctx;
    this.#activeId = data.row(active)?.id ?? null;
    const slot = this.#activeId === null ? null : this.#rows.slotOf(active);
    if (!slot) {
      dom.scroller.removeAttribute("aria-activedescendant");
      return;
    }
    this.#rows.wordsNow(active);
    dom.scroller.setAttribute("aria-activedescendant", slot.rowEl.id);
  }

  #onFocus(): void {
    if (this.#ctx.active < 0 && this.#ctx.data.rows.length > 0) this.#ctx.active = 0;
    this.#refreshRows();
  }

  setRows(rows: readonly TimelineRow[]): void {
    const { view, data } = this.#ctx;
    const day = view.dayAt(view.left);
    const { originDay, endDay } = view;
    data.set(rows);
    this.#ctx.active = this.#activeId === null ? -1 : data.indexOf(this.#activeId);
    this.#ctx.anchor = this.#ctx.active;
    this.#ctx.hovered = -1;
    this.#overlay.showGrips(-1);
    this.#index.set(this.#linkList, data);
    this.#span();
    if (originDay !== view.originDay || endDay !== view.endDay) this.#relayout(day, 0);
    else {
      layOut(this.#ctx);
      this.#links.invalidate();
      this.#readScroll();
      this.#render(true);
    }
    this.#tellActive();
    this.#restLater();
  }

  setLinks(links: readonly TimelineLink[]): void {
    this.#linkList = links;
    this.#index.set(links, this.#ctx.data);
    this.#links.invalidate();
    this.#links.render();
    this.#emphasise();
  }

  patchRow(id: Id, start: number, finish: number): void {
    const { data, view } = this.#ctx;
    const index = data.indexOf(id);
    if (index < 0) return;
    const before = this.#links.boundsOf(index);
    data.patch(index, start, finish);
    if (before) this.#drawn = { index, bounds: before };
    if (start < view.originDay || finish > view.endDay) this.#relayout(view.dayAt(view.left), 0);
    else this.#refreshDates(index);
  }

  setSelection(ids: readonly Id[]): void {
    const { data } = this.#ctx;
    this.#ctx.selection = new Set(ids);
    const last = ids.at(-1);
    const active = this.#ctx.data.row(this.#ctx.active);
    if (last !== undefined && !(active && this.#ctx.selection.has(active.id))) {
      this.#ctx.active = data.indexOf(last);
      this.#ctx.anchor = this.#ctx.active;
    }
    this.#refreshRows();
    this.#emphasise();
  }

  setScale(pxPerDay: number, anchorX?: number): void {
    const { view } = this.#ctx;
    const next = clampZoom(pxPerDay);
    if (next === view.pxPerDay) return;
    const x = anchorX ?? view.laneWidth / 2;
    const day = view.dayAt(view.left + x);
    view.pxPerDay = next;
    this.#relayout(day, x);
  }

  #zoomTo(pxPerDay: number, anchorX?: number): void {
    this.setScale(pxPerDay, anchorX);
    this.#ctx.events.zoom(this.#ctx.view.pxPerDay);
  }

  setColumnWidth(px: number): void {
    const { view } = this.#ctx;
    const width = clampColumn(px);
    if (width === view.columnWidth) return;
    const day = view.dayAt(view.left);
    view.columnWidth = width;
    this.#relayout(day, 0);
  }

  setReadOnly(readOnly: boolean): void {
    this.#ctx.readOnly = readOnly;
    this.#overlay.showGrips(-1);
  }

  setToday(day: number): void {
    if (day === this.#ctx.today) return;
    this.#ctx.today = day;
    this.#relayout(this.#ctx.view.dayAt(this.#ctx.view.left), 0);
  }

  setRules(rules: ChartRules): void {
    this.#ctx.rules = rules;
    this.#axis.render(true);
    this.#restLater();
  }

  scrollToDay(day: number): void {
    this.#scrollTo(this.#ctx.view.xOf(day), this.#ctx.view.top);
  }

  goToToday(): void {
    const { view, today } = this.#ctx;
    this.#scrollTo(view.xOf(today) - view.laneWidth / 3, view.top);
  }

  fit(): void {
    const { data, view, events } = this.#ctx;
    const { firstDay, lastDay } = data;
    if (firstDay === null || lastDay === null) {
      this.goToToday();
      return;
    }
    view.pxPerDay = zoomToFit(lastDay - firstDay + 1, view.laneWidth - 2 * FIT_MARGIN);
    this.#relayout(firstDay, FIT_MARGIN);
    events.zoom(view.pxPerDay);
  }

  zoomSteps(steps: number): void {
    this.#zoomTo(zoomBy(this.#ctx.view.pxPerDay, steps));
  }

  #revealRow(index: number): void {
    const { view } = this.#ctx;
    const y = topShowingRow(view, index);
    if (y !== view.top) this.#scrollTo(view.left, y);
    this.#refreshRows();
  }

  reveal(id: Id): boolean {
    const { data, view } = this.#ctx;
    const index = data.indexOf(id);
    if (index < 0) return false;
    this.#ctx.active = index;
    this.#ctx.anchor = index;
    this.#revealRow(index);
    const box = data.boxOf(index, view.originDay, view.pxPerDay);
    if (box && !isInWindow(view, box)) this.#scrollTo(box.x - view.laneWidth / 3, view.top);
    return true;
  }

  focus(): void {
    this.#ctx.dom.scroller.focus({ preventScroll: true });
  }

  destroy(): void {
    clearTimeout(this.#rest);
    this.#observer?.disconnect();
    this.#stopPointer();
    this.#ctx.dom.root.remove();
  }
}
