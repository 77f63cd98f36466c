/**
 * What is marked beside the bars of the window's rows: room to slip, promised dates, pins, gates. Nothing of it is in the
 * document while no row has any.
 */
import { NO_SIGNS, type TimelineRow } from "#shared/timeline/bar.ts";
import type { ChartContext } from "./context.ts";
import { classOf, element } from "./dom.ts";
import { KeyedPool } from "./keyedPool.ts";

interface Sign {
  readonly key: string;
  readonly className: string;
  readonly x: number;
  readonly y: number;
  /** Null where the sign has a width of its own. */
  readonly width: number | null;
}

/** Shorter room than this cannot be seen. */
const SHORTEST = 3;

export class Signs {
  readonly #ctx: ChartContext;
  #layer: HTMLElement | null = null;
  #pool: KeyedPool<Sign> | null = null;
  #any = false;

  constructor(ctx: ChartContext) {
    this.#ctx = ctx;
  }

  setRows(rows: readonly TimelineRow[]): void {
    this.#any = rows.some(({ signs }) => signs !== NO_SIGNS);
  }

  /** Those of the window's rows; `fresh` also places those again that were there. */
  render(fresh: boolean): void {
    if (!this.#any) this.#clear();
    else (this.#pool ?? this.#open()).sync(this.#inWindow(), fresh);
  }

  #open(): KeyedPool<Sign> {
    const { body, now } = this.#ctx.dom;
    const layer = element(classOf("signs"));
    body.insertBefore(layer, now);
    this.#layer = layer;
    this.#pool = new KeyedPool(
      () => element(classOf("sign"), layer),
      ({ key }) => key,
      put,
    );
    return this.#pool;
  }

  #clear(): void {
    this.#layer?.remove();
    this.#layer = null;
    this.#pool = null;
  }

  #inWindow(): Sign[] {
    const { view, data } = this.#ctx;
    const found: Sign[] = [];
    const last = Math.min(data.rows.length - 1, view.rowAt(view.top + view.laneHeight));
    for (let index = Math.max(0, view.rowAt(view.top)); index <= last; index++) {
      const row = data.rows[index] as TimelineRow;
      if (row.signs !== NO_SIGNS) this.#ofRow(row, index, found);
    }
    return found;
  }

  #ofRow({ signs, kind }: TimelineRow, index: number, found: Sign[]): void {
    const { view, data } = this.#ctx;
    const box = data.boxOf(index, view.originDay, view.pxPerDay);
    if (!box) return;
    const y = index * view.rowHeight;
    /** A task's days end in the evening; a milestone's sign stands on its day as its diamond does. */
    const endOf = (day: number): number => Math.round(view.xOf(day + (kind === "milestone" ? 0.5 : 1)));
    if (signs.slipTo !== null) {
      const x = box.x + box.width;
      const width = endOf(signs.slipTo) - x;
      if (width >= SHORTEST) found.push({ key: `slip ${index}`, className: classOf("slip"), x, y, width });
    }
    if (signs.promise) {
      const { day, isMissed } = signs.promise;
      const className = `${classOf("promise")} ${classOf(isMissed ? "missed" : "kept")}`;
      found.push({ key: `promise ${index}`, className, x: endOf(day), y, width: null });
    }
    if (signs.starts !== "none") {
      const className = `${classOf("starts")} ${classOf(signs.starts === "late" ? "waiting" : "kept")}`;
      found.push({ key: `starts ${index}`, className, x: box.x + box.width, y, width: null });
    }
    if (signs.gate !== null) {
      const className = `${classOf("gate")} ${classOf(signs.gate)}`;
      found.push({ key: `gate ${index}`, className, x: box.x + box.width, y, width: null });
    }
    if (signs.isEarly)
      found.push({ key: `early ${index}`, className: classOf("early"), x: box.x, y, width: null });
    if (signs.isPinned) {
      const x = kind === "milestone" ? box.x + box.width / 2 : box.x;
      found.push({ key: `pin ${index}`, className: classOf("pin"), x, y, width: null });
    }
  }
}

function put(node: HTMLElement, { className, x, y, width }: Sign): void {
  const classes = `${classOf("sign")} ${className}`;
  if (node.className !== classes) node.className = classes;
  node.style.transform = `translate(${x}px,${y}px)`;
  node.style.width = width === null ? "" : `${width}px`;
}
