/**
 * The frame of the timeline: its parts, where the window stands in the plan, and what is redrawn when that or the
 * dates change. The chart itself adds what the outside asks of it.
 */
import type { Id } from "#shared/domain/fields.ts";
import type { TimelineLink } from "#shared/timeline/rowLinks.ts";
import { clampZoom } from "#shared/timeline/zoom.ts";
import { Axis } from "./axis.ts";
import type { ChartContext } from "./context.ts";
import { buildDom } from "./dom.ts";
import { FrozenBars } from "./frozenBars.ts";
import { layOut } from "./layout.ts";
import { LinkIndex } from "./linkIndex.ts";
import { type LinkBounds, LinkLayer } from "./linkLayer.ts";
import { Overlay } from "./overlay.ts";
import { Rest } from "./rest.ts";
import { RowData } from "./rowData.ts";
import { RowPool } from "./rowPool.ts";
import { Signs } from "./signs.ts";
import { newChartPrefix } from "./slot.ts";
import { clampColumn } from "./splitter.ts";
import { forgetTextWidths } from "./textWidth.ts";
import type { ChartOptions } from "./types.ts";
import { isInWindow, topShowingRow, View, windowOf } from "./view.ts";

export class Frame {
  readonly ctx: ChartContext;
  readonly rows: RowPool;
  readonly axis: Axis;
  readonly index = new LinkIndex();
  readonly links: LinkLayer;
  readonly overlay: Overlay;
  readonly frozen: FrozenBars;
  readonly signs: Signs;
  readonly observer: ResizeObserver | null;
  linkList: readonly TimelineLink[] = [];
  readonly rest = new Rest(() => this.#settle());
  activeId: Id | null = null;
  #scrollTold = Number.NaN;
  /** Where the links of a row under a running gesture were drawn last. */
  drawn: { readonly index: number; readonly bounds: LinkBounds | null } | null = null;

  constructor(host: HTMLElement, options: ChartOptions) {
    const dom = buildDom(host, options.label);
    dom.scroller.id = newChartPrefix();
    this.ctx = {
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
      refreshRows: () => this.refreshRows(),
      refreshDates: (index) => this.refreshDates(index),
      rowOfSlot: (slot) => this.rows.rowOfSlot(slot),
      zoomTo: (pxPerDay, anchorX) => this.zoomTo(pxPerDay, anchorX),
      revealRow: (index) => this.revealRow(index),
      revealBar: (index) => this.revealBar(index),
      scrollBy: (dx, dy) => this.scrollTo(this.ctx.view.left + dx, this.ctx.view.top + dy),
    };
    this.rows = new RowPool(this.ctx);
    this.axis = new Axis(this.ctx);
    this.links = new LinkLayer(this.ctx, this.index);
    this.overlay = new Overlay(this.ctx);
    this.frozen = new FrozenBars(this.ctx);
    this.signs = new Signs(this.ctx);
    dom.scroller.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    dom.scroller.addEventListener("focus", () => this.#onFocus());
    this.observer = this.#observe();
    this.#measure();
    this.span();
    layOut(this.ctx);
  }

  #observe(): ResizeObserver | null {
    if (typeof ResizeObserver === "undefined") return null;
    const observer = new ResizeObserver(() => this.#onResize());
    observer.observe(this.ctx.dom.scroller);
    document.fonts?.addEventListener("loadingdone", this.#onFonts);
    return observer;
  }

  /** Names were fitted into bars by the widths of another font. */
  readonly #onFonts = (): void => {
    forgetTextWidths();
    this.render(true);
  };

  /** Ends what goes on outside the chart's own elements. */
  protected release(): void {
    this.rest.stop();
    this.observer?.disconnect();
    document.fonts?.removeEventListener("loadingdone", this.#onFonts);
  }

  #measure(): void {
    const { scroller } = this.ctx.dom;
    this.ctx.view.measure(scroller.clientWidth, scroller.clientHeight);
  }

  #onResize(): void {
    const { scroller } = this.ctx.dom;
    const { view } = this.ctx;
    if (scroller.clientWidth === view.width && scroller.clientHeight === view.height) return;
    const day = view.dayAt(view.left);
    this.#measure();
    this.relayout(day, 0);
  }

  /** First and last day of the axis; tells whether they changed. */
  span(): boolean {
    const { view } = this.ctx;
    const { originDay, endDay } = view;
    view.span(...this.daysToShow());
    return originDay !== view.originDay || endDay !== view.endDay;
  }

  /** First and last day of the plan, today and what it is compared with among them. */
  daysToShow(): [number, number] {
    const { data, today } = this.ctx;
    const { start, finish } = this.frozen.days ?? { start: today, finish: today };
    return [Math.min(data.firstDay ?? today, today, start), Math.max(data.lastDay ?? today, today, finish)];
  }

  /** New geometry with `day` kept `x` pixels from the left edge of the lanes. */
  relayout(day: number, x: number): void {
    this.span();
    layOut(this.ctx);
    this.links.invalidate();
    this.scrollTo(this.ctx.view.xOf(day) - x, this.ctx.view.top, true);
  }

  scrollTo(left: number, top: number, fresh = false): void {
    const { scroller } = this.ctx.dom;
    scroller.scrollLeft = Math.max(0, Math.round(left));
    scroller.scrollTop = Math.max(0, Math.round(top));
    this.readScroll();
    this.render(fresh);
    this.rest.later();
  }

  readScroll(): void {
    const { view, dom } = this.ctx;
    view.left = dom.scroller.scrollLeft;
    view.top = dom.scroller.scrollTop;
  }

  #onScroll(): void {
    const { view, dom } = this.ctx;
    if (dom.scroller.scrollLeft === view.left && dom.scroller.scrollTop === view.top) return;
    this.readScroll();
    this.render(false);
    this.rest.later();
  }

  render(fresh: boolean): void {
    this.axis.render(fresh);
    this.rows.render(fresh);
    this.links.render();
    this.frozen.render(fresh);
    this.signs.render(fresh);
    this.overlay.followers.render();
    if (fresh) this.emphasise();
    this.tellWindow(false);
  }

  tellWindow(isResting: boolean): void {
    const { view, data, events } = this.ctx;
    events.window(windowOf(view, data.rows.length, this.daysToShow(), isResting));
  }

  #settle(): void {
    const { view, events } = this.ctx;
    this.index.sort();
    this.links.settle();
    if (this.rows.addMargin()) this.tellActive();
    this.rows.settle();
    const day = Math.round(view.dayAt(view.left));
    if (day !== this.#scrollTold) events.scrollDay(day);
    this.#scrollTold = day;
    this.tellWindow(true);
  }

  refreshRows(): void {
    this.rows.state();
    this.tellActive();
  }

  refreshDates(index?: number): void {
    this.rows.place(index);
    this.signs.render(true);
    if (index === undefined) this.links.invalidate();
    else this.#moveLinks(index);
    this.links.render();
    this.emphasise();
    if (this.overlay.gripRow >= 0) this.overlay.showGrips(this.overlay.gripRow);
  }

  /** Marks where a row's links were drawn last, and where they are now. */
  #moveLinks(index: number): void {
    const { data } = this.ctx;
    const { preview } = data;
    if (this.drawn?.index !== index) {
      data.preview = null;
      this.drawn = { index, bounds: this.links.boundsOf(index) };
      data.preview = preview;
    }
    const now = this.links.boundsOf(index);
    for (const bounds of [this.drawn.bounds, now]) if (bounds) this.links.invalidateWithin(bounds);
    this.drawn = preview ? { index, bounds: now } : null;
  }

  emphasise(): void {
    const { data, selection } = this.ctx;
    const rows = [...selection].map((id) => data.indexOf(id)).filter((index) => index >= 0);
    if (this.overlay.gripRow >= 0) rows.push(this.overlay.gripRow);
    this.links.emphasise(rows);
  }

  tellActive(): void {
    const { dom, active, data } = this.ctx;
    this.activeId = data.row(active)?.id ?? null;
    const slot = this.activeId === null ? null : this.rows.slotOf(active);
    if (!slot) {
      dom.scroller.removeAttribute("aria-activedescendant");
      return;
    }
    this.rows.wordsNow(active);
    dom.scroller.setAttribute("aria-activedescendant", slot.rowEl.id);
  }

  #onFocus(): void {
    if (this.ctx.active < 0 && this.ctx.data.rows.length > 0) this.ctx.active = 0;
    this.rows.state();
    // Before the chart first rests, working out what the row says would keep its second frame waiting; the rest tells it.
    if (this.rows.hasMargin()) this.tellActive();
  }

  setScale(pxPerDay: number, anchorX?: number): void {
    const { view } = this.ctx;
    const next = clampZoom(pxPerDay);
    if (next === view.pxPerDay) return;
    const x = anchorX ?? this.#stillX();
    const day = view.dayAt(view.left + x);
    view.pxPerDay = next;
    this.relayout(day, x);
  }

  /** What stays in place while zooming by button: the active row's bar or today when in sight, else the middle. */
  #stillX(): number {
    const { view, data, today, active, selection } = this.ctx;
    const bar = selection.size > 0 ? data.boxOf(active, view.originDay, view.pxPerDay) : null;
    const inSight = [bar?.x, view.xOf(today)]
      .flatMap((x) => (x === undefined ? [] : [x - view.left]))
      .find((x) => x >= 0 && x <= view.laneWidth);
    return inSight ?? view.laneWidth / 2;
  }

  zoomTo(pxPerDay: number, anchorX?: number): void {
    this.setScale(pxPerDay, anchorX);
    this.ctx.events.zoom(this.ctx.view.pxPerDay);
  }

  revealRow(index: number): void {
    const { view } = this.ctx;
    const y = topShowingRow(view, index);
    if (y !== view.top) this.scrollTo(view.left, y);
    this.refreshRows();
  }

  /** Brings a row that is out of sight in with some of what stands around it. */
  revealAmong(index: number): void {
    const { view } = this.ctx;
    if (topShowingRow(view, index) !== view.top) {
      this.scrollTo(view.left, Math.max(0, index * view.rowHeight - view.laneHeight / 3));
    }
    this.refreshRows();
  }

  /** Scrolls sideways to a row's bar when it is out of sight. */
  revealBar(index: number): void {
    const { data, view } = this.ctx;
    const box = data.boxOf(index, view.originDay, view.pxPerDay);
    if (box && !isInWindow(view, box)) this.scrollTo(box.x - view.laneWidth / 3, view.top);
  }
}
