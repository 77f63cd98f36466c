/** Time axis above the rows; grid, days off and the today line below it. Redrawn in steps, never per pixel. */
import { type Extent, headerOf, offDays, type Tick } from "#shared/timeline/scale.ts";
import type { ChartContext } from "./context.ts";
import { classOf, element } from "./dom.ts";
import { KeyedPool } from "./keyedPool.ts";

/** Drawn stretches start and end at multiples of this many pixels. */
const STEP = 256;
const TALL_STEP = 512;
/** Days narrower than this are not told apart, so days off are not shaded. */
const NARROWEST_SHADED_DAY = 11;

export class Axis {
  readonly #ctx: ChartContext;
  readonly #major: KeyedPool<Tick>;
  readonly #minor: KeyedPool<Tick>;
  readonly #lines: KeyedPool<Tick>;
  readonly #off: KeyedPool<Extent>;
  readonly #flag: HTMLElement;
  readonly #todayLine: HTMLElement;
  #from = Number.NaN;
  #top = Number.NaN;
  #to = Number.NaN;

  constructor(ctx: ChartContext) {
    this.#ctx = ctx;
    const { axis, grid } = ctx.dom;
    const byDay = (tick: Tick): number => tick.dayNumber;
    this.#major = new KeyedPool(() => tickElement("major", axis), byDay, bindTick);
    this.#minor = new KeyedPool(() => tickElement("minor", axis), byDay, bindTick);
    this.#off = new KeyedPool(
      () => element(classOf("off"), grid),
      (extent) => extent.x,
      place,
    );
    this.#lines = new KeyedPool(() => element(classOf("line"), grid), byDay, bindLine);
    this.#todayLine = element(classOf("today"), ctx.dom.now);
    this.#flag = element(classOf("flag"), axis);
  }

  render(fresh: boolean): void {
    const { view } = this.#ctx;
    this.#followDown(fresh);
    const from = Math.max(0, Math.floor((view.left - STEP / 2) / STEP) * STEP);
    const to = Math.ceil((view.left + view.laneWidth + STEP / 2) / STEP) * STEP;
    if (!fresh && from === this.#from && to === this.#to) return;
    this.#from = from;
    this.#to = to;
    this.#draw(from, to, fresh);
  }

  /** The grid covers the window and a margin, not the whole plan: lines as long as the plan cost every frame. */
  #followDown(fresh: boolean): void {
    const { view, dom } = this.#ctx;
    const top = Math.max(0, Math.floor(view.top / TALL_STEP - 0.5) * TALL_STEP);
    if (!fresh && top === this.#top) return;
    this.#top = top;
    const height = Math.ceil(view.laneHeight / TALL_STEP + 1.5) * TALL_STEP;
    for (const layer of [dom.grid, dom.now]) {
      layer.style.transform = `translateY(${top}px)`;
      layer.style.height = `${Math.min(height, Math.max(view.laneHeight, view.contentHeight - top))}px`;
    }
  }

  #draw(from: number, to: number, fresh: boolean): void {
    const { view, rules } = this.#ctx;
    const header = headerOf(view, from, to);
    this.#major.sync(header.major, fresh);
    this.#minor.sync(header.minor, fresh);
    this.#lines.sync(header.minorUnit === "day" ? header.major : header.minor, fresh);
    this.#off.sync(offDays(view, rules.isWorking, from, to, NARROWEST_SHADED_DAY), fresh);
    if (fresh) this.#placeToday();
  }

  #placeToday(): void {
    const { view, today } = this.#ctx;
    const x = Math.round(view.xOf(today) + view.pxPerDay / 2);
    this.#todayLine.style.transform = `translateX(${x}px)`;
    this.#flag.style.transform = `translateX(${x}px)`;
  }
}

function tickElement(kind: "major" | "minor", parent: HTMLElement): HTMLElement {
  const tick = element(classOf(kind), parent);
  element(classOf("tickLabel"), tick, "span");
  return tick;
}

function bindTick(node: HTMLElement, tick: Tick): void {
  place(node, tick);
  const label = node.firstElementChild;
  if (label && label.textContent !== tick.label) label.textContent = tick.label;
}

function bindLine(node: HTMLElement, tick: Tick): void {
  node.style.transform = `translateX(${Math.round(tick.x)}px)`;
}

function place(node: HTMLElement, extent: Extent): void {
  const x = Math.round(extent.x);
  node.style.left = `${x}px`;
  node.style.width = `${Math.round(extent.x + extent.width) - x}px`;
}
