/**
 * Where rows lay in the baseline that is compared with: a thin bar, or a small hollow diamond, at the foot of the
 * row, behind links and bars. Nothing of it is in the document while nothing has moved or nothing is compared.
 */
import { NARROWEST_BAR, type Span, type TimelineRow } from "#shared/timeline/bar.ts";
import type { ChartContext } from "./context.ts";
import { classOf, element } from "./dom.ts";
import { KeyedPool } from "./keyedPool.ts";

interface Place {
  readonly index: number;
  readonly kind: TimelineRow["kind"];
  readonly span: Span;
}

/** Across its corners, in pixels. */
const DIAMOND = 12;

export class FrozenBars {
  readonly #ctx: ChartContext;
  #layer: HTMLElement | null = null;
  #pool: KeyedPool<Place> | null = null;
  /** First and last day of all of them; null while there are none. */
  days: Span | null = null;

  constructor(ctx: ChartContext) {
    this.#ctx = ctx;
  }

  setRows(rows: readonly TimelineRow[]): void {
    let [start, finish] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let index = 0; index < rows.length; index++) {
      const { ghost } = rows[index] as TimelineRow;
      if (ghost === null) continue;
      if (ghost.start < start) start = ghost.start;
      if (ghost.finish > finish) finish = ghost.finish;
    }
    this.days = start <= finish ? { start, finish } : null;
  }

  /** Those of the window's rows; `fresh` also places those again that were there. */
  render(fresh: boolean): void {
    if (this.days === null) this.#clear();
    else (this.#pool ?? this.#open()).sync(this.#inWindow(), fresh);
  }

  #open(): KeyedPool<Place> {
    const { body, links } = this.#ctx.dom;
    const layer = element(classOf("frozen"));
    body.insertBefore(layer, links);
    this.#layer = layer;
    this.#pool = new KeyedPool(
      () => element(classOf("was"), layer),
      ({ index }) => index,
      (bar, place) => this.#put(bar, place),
    );
    return this.#pool;
  }

  #clear(): void {
    this.#layer?.remove();
    this.#layer = null;
    this.#pool = null;
  }

  #inWindow(): Place[] {
    const { view, data } = this.#ctx;
    const places: Place[] = [];
    const last = Math.min(data.rows.length - 1, view.rowAt(view.top + view.laneHeight));
    for (let index = view.rowAt(view.top); index <= last; index++) {
      const { ghost, kind } = data.rows[index] as TimelineRow;
      if (ghost) places.push({ index, kind, span: ghost });
    }
    return places;
  }

  #put(bar: HTMLElement, { index, kind, span }: Place): void {
    const { originDay, pxPerDay, rowHeight } = this.#ctx.view;
    const isPoint = kind === "milestone";
    const left = (span.start - originDay) * pxPerDay;
    const width = (span.finish + 1 - span.start) * pxPerDay;
    const x = Math.round(isPoint ? left + (pxPerDay - DIAMOND) / 2 : left);
    bar.className = `${classOf("was")}${isPoint ? ` ${classOf("diamond")}` : ""}`;
    bar.style.transform = `translate(${x}px,${index * rowHeight}px)`;
    bar.style.width = `${isPoint ? DIAMOND : Math.max(NARROWEST_BAR, Math.round(width))}px`;
  }
}
