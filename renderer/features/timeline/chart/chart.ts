/**
 * The interactive timeline without any framework: it mounts into an element, keeps only the window's rows in the
 * document and redraws only what changed. TimelineView feeds it; nothing else needs to know how it works.
 */
import type { Id } from "#shared/domain/fields.ts";
import type { TimelineRow } from "#shared/timeline/bar.ts";
import type { TimelineLink } from "#shared/timeline/rowLinks.ts";
import { clampZoom, zoomBy } from "#shared/timeline/zoom.ts";
import { changedRows } from "./changedRows.ts";
import { nameDaysOff } from "./daysOff.ts";
import { zoomToShowAll } from "./fit.ts";
import { Frame } from "./frame.ts";
import { onKeyDown } from "./keyboard.ts";
import { layOut } from "./layout.ts";
import { listenToPointer } from "./pointer.ts";
import { clampColumn, listenToSplitter } from "./splitter.ts";
import type { ChartOptions, ChartRules, TimelineChart } from "./types.ts";
import { isInWindow } from "./view.ts";
import { listenToWheel } from "./wheel.ts";

const FIT_MARGIN = 48;

export function createTimelineChart(host: HTMLElement, options: ChartOptions): TimelineChart {
  return new Chart(host, options);
}

class Chart extends Frame implements TimelineChart {
  readonly #stopPointer: () => void;
  /** Where the first rows are to be looked at, until they have come. */
  #opening: { readonly firstDay: number | null } | null;

  constructor(host: HTMLElement, options: ChartOptions) {
    super(host, options);
    this.#opening = { firstDay: options.firstDay ?? null };
    this.#stopPointer = this.#listen();
  }

  #listen(): () => void {
    const { scroller } = this.ctx.dom;
    scroller.addEventListener("keydown", (event) =>
      onKeyDown(this.ctx, event, {
        zoomSteps: (steps) => this.zoomSteps(steps),
        today: () => this.goToToday(),
        fit: () => this.fit(),
      }),
    );
    listenToWheel(this.ctx);
    nameDaysOff(this.ctx);
    listenToSplitter(this.ctx, (px) => this.setColumnWidth(px));
    return listenToPointer(this.ctx, this.overlay, () => this.emphasise());
  }

  setRows(rows: readonly TimelineRow[], links: readonly TimelineLink[]): void {
    const changed = links === this.linkList ? changedRows(this.ctx.data.rows, rows) : null;
    if (changed) this.#replaceRows(rows, changed);
    else this.#showRows(rows, links);
    this.tellActive();
    if (document.activeElement === this.ctx.dom.scroller) this.rows.settle();
    this.rest.later();
  }

  #showRows(rows: readonly TimelineRow[], links: readonly TimelineLink[]): void {
    const { data } = this.ctx;
    const [day, x] = this.#place();
    data.set(rows);
    this.frozen.setRows(data.hasGhosts ? rows : []);
    this.signs.setRows(data.hasSigns ? rows : []);
    this.linkList = links;
    this.index.set(links, data);
    this.ctx.active = this.activeId === null ? -1 : data.indexOf(this.activeId);
    this.ctx.anchor = this.ctx.active;
    this.ctx.hovered = -1;
    this.overlay.showGrips(-1);
    if (this.span() || this.#opening) this.relayout(day, x);
    else {
      layOut(this.ctx);
      this.links.invalidate();
      this.readScroll();
      this.render(true);
    }
    this.#opening = null;
  }

  /** The day to keep in its place, and how far from the left edge of the lanes that is. */
  #place(): readonly [day: number, x: number] {
    const { view, today } = this.ctx;
    if (!this.#opening) return [view.dayAt(view.left), 0];
    const { firstDay } = this.#opening;
    return firstDay === null ? [today, view.laneWidth / 3] : [firstDay, 0];
  }

  /** An edit: the same rows, a few of them with other dates, names or states. */
  #replaceRows(rows: readonly TimelineRow[], changed: readonly number[]): void {
    const { view, data } = this.ctx;
    const day = view.dayAt(view.left);
    this.links.invalidateRows(changed);
    const was = changed.map((index) => data.row(index) as TimelineRow);
    data.replace(rows, changed);
    if (changed.some((index, i) => rows[index]?.ghost !== was[i]?.ghost)) this.frozen.setRows(rows);
    if (changed.some((index, i) => rows[index]?.signs !== was[i]?.signs)) this.signs.setRows(rows);
    if (!view.holds(...this.daysToShow())) {
      this.relayout(day, 0);
      return;
    }
    this.links.invalidateRows(changed);
    this.rows.rebind(changed);
    this.frozen.render(true);
    this.signs.render(true);
    this.links.render();
    this.emphasise();
    if (this.overlay.gripRow >= 0) this.overlay.showGrips(this.overlay.gripRow);
  }

  setSelection(ids: readonly Id[]): void {
    const { data } = this.ctx;
    this.ctx.selection = new Set(ids);
    const last = ids.at(-1);
    const active = this.ctx.data.row(this.ctx.active);
    if (last !== undefined && !(active && this.ctx.selection.has(active.id))) {
      this.ctx.active = data.indexOf(last);
      this.ctx.anchor = this.ctx.active;
    }
    this.refreshRows();
    this.emphasise();
  }

  setColumnWidth(px: number): void {
    const { view } = this.ctx;
    const width = clampColumn(px);
    if (width === view.columnWidth) return;
    const day = view.dayAt(view.left);
    view.columnWidth = width;
    this.relayout(day, 0);
  }

  setReadOnly(readOnly: boolean): void {
    this.ctx.readOnly = readOnly;
    this.overlay.showGrips(-1);
  }

  setToday(day: number): void {
    if (day === this.ctx.today) return;
    this.ctx.today = day;
    this.relayout(this.ctx.view.dayAt(this.ctx.view.left), 0);
  }

  setRules(rules: ChartRules): void {
    const sameDaysOff = rules.isWorking === this.ctx.rules.isWorking;
    this.ctx.rules = rules;
    if (!sameDaysOff) this.axis.render(true);
    this.rest.later();
  }

  scrollToDay(day: number): void {
    this.scrollTo(this.ctx.view.xOf(day), this.ctx.view.top);
  }

  showDays(from: number, to: number): void {
    const { view, events } = this.ctx;
    const zoom = clampZoom(view.laneWidth / Math.max(1, to - from));
    const changed = zoom !== view.pxPerDay;
    view.pxPerDay = zoom;
    if (changed) this.relayout(from, 0);
    else this.scrollToDay(from);
    if (changed) events.zoom(zoom);
  }

  goToToday(): void {
    const { view, today } = this.ctx;
    this.scrollTo(view.xOf(today) - view.laneWidth / 3, view.top);
  }

  showWork(): void {
    const { data, view, today } = this.ctx;
    const isLeaf = (index: number): boolean => {
      const kind = data.row(index)?.kind;
      return kind === "task" || kind === "milestone";
    };
    const isNow = (index: number): boolean => {
      const span = isLeaf(index) ? data.spanOf(index) : null;
      return span !== null && span.start <= today && today <= span.finish;
    };
    const last = view.rowAt(view.top + view.laneHeight);
    for (let index = view.rowAt(view.top); index < last; index++) if (isNow(index)) return;
    const comes = (index: number): boolean => isLeaf(index) && (data.spanOf(index)?.start ?? 0) > today;
    const first = [isNow, comes]
      .map((is) => data.rows.findIndex((_, index) => is(index)))
      .find((index) => index >= 0);
    if (first !== undefined) this.scrollTo(view.left, (first - 1) * view.rowHeight);
  }

  showAnyWork(): void {
    const { data, view } = this.ctx;
    const boxOf = (index: number) => data.boxOf(index, view.originDay, view.pxPerDay);
    const counts = ({ kind, signs }: TimelineRow): boolean => kind !== "stage" && !signs.isDimmed;
    const last = Math.min(data.rows.length, view.rowAt(view.top + view.laneHeight));
    for (let index = view.rowAt(view.top); index < last; index++) {
      const box = counts(data.rows[index] as TimelineRow) ? boxOf(index) : null;
      if (box && isInWindow(view, box)) return;
    }
    const first = data.rows.findIndex((row, index) => counts(row) && boxOf(index) !== null);
    if (first < 0) return;
    this.revealAmong(first);
    this.revealBar(first);
  }

  fit(): void {
    const { data, view, events } = this.ctx;
    const { firstDay } = data;
    if (firstDay === null) {
      this.goToToday();
      return;
    }
    view.pxPerDay = zoomToShowAll(data, view.laneWidth - 2 * FIT_MARGIN);
    this.relayout(firstDay, FIT_MARGIN);
    events.zoom(view.pxPerDay);
  }

  zoomSteps(steps: number): void {
    this.zoomTo(zoomBy(this.ctx.view.pxPerDay, steps));
  }

  reveal(id: Id): boolean {
    const index = this.ctx.data.indexOf(id);
    if (index < 0) return false;
    this.ctx.active = index;
    this.ctx.anchor = index;
    this.revealAmong(index);
    this.revealBar(index);
    return true;
  }

  focus(): void {
    this.ctx.dom.scroller.focus({ preventScroll: true });
  }

  destroy(): void {
    this.release();
    this.#stopPointer();
    this.ctx.dom.root.remove();
  }
}
