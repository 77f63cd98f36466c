/** Time axis above the rows; grid, days off and the today line below it. Redrawn in steps, never per pixel. */
import { headerOf, offDays, type Tick } from "#shared/timeline/scale.ts";
import type { ChartContext } from "./context.ts";
import { classOf, element } from "./dom.ts";
import { Grid, type Stretch } from "./grid.ts";
import { KeyedPool } from "./keyedPool.ts";

/** Drawn stretches start and end at multiples of this many pixels. */
const STEP = 256;
const TALL_STEP = 4_096;
/** Days narrower than this are not told apart, so days off are not shaded. */
export const NARROWEST_SHADED_DAY = 11;

export class Axis {
  readonly #ctx: ChartContext;
  readonly #major: KeyedPool<Tick>;
  readonly #minor: KeyedPool<Tick>;
  readonly #grid: Grid;
  readonly #flag: HTMLElement;
  readonly #todayLine: HTMLElement;
  #drawn: Stretch = { from: Number.NaN, to: Number.NaN, top: Number.NaN, height: Number.NaN };

  constructor(ctx: ChartContext) {
    this.#ctx = ctx;
    const { axis, grid } = ctx.dom;
    const byDay = (tick: Tick): number => tick.dayNumber;
    const [minor, major] = [element(classOf("ticks"), axis), element(classOf("ticks"), axis)];
    this.#minor = new KeyedPool(() => element(classOf("minor"), minor), byDay, bindMinor);
    this.#major = new KeyedPool(() => majorElement(major), byDay, bindMajor);
    this.#grid = new Grid(grid);
    this.#todayLine = element(classOf("today"), ctx.dom.now);
    this.#flag = element(classOf("flag"), axis);
  }

  render(fresh: boolean): void {
    const { from, to, top, height } = this.#drawn;
    const next = this.#stretch();
    const sideways = fresh || next.from !== from || next.to !== to;
    const taller = next.height !== height;
    if (!sideways && !taller && next.top === top) return;
    this.#drawn = next;
    this.#grid.put(next);
    this.#followDown(next);
    if (sideways || taller) this.#draw(next, fresh);
  }

  /** The grid covers the window and a margin, not the whole plan: lines as long as the plan cost every frame. */
  #stretch(): Stretch {
    const { view } = this.#ctx;
    return {
      from: Math.max(0, Math.floor((view.left - STEP / 2) / STEP) * STEP),
      to: Math.ceil((view.left + view.laneWidth + STEP / 2) / STEP) * STEP,
      top: Math.max(0, Math.floor(view.top / TALL_STEP - 0.5) * TALL_STEP),
      height: Math.ceil(view.laneHeight / TALL_STEP + 1.5) * TALL_STEP,
    };
  }

  #followDown({ top, height }: Stretch): void {
    const { style } = this.#ctx.dom.now;
    style.transform = `translateY(${top}px)`;
    style.height = `${height}px`;
  }

  #draw(stretch: Stretch, fresh: boolean): void {
    const { view, rules } = this.#ctx;
    const { from, to } = stretch;
    const header = headerOf(view, from, to);
    this.#major.sync(header.major, fresh);
    this.#minor.sync(header.minor, fresh);
    this.#grid.draw(
      header.minorUnit === "day" ? header.major : header.minor,
      offDays(view, rules.isWorking, from, to, NARROWEST_SHADED_DAY),
      stretch,
    );
    if (fresh) this.#placeToday();
  }

  #placeToday(): void {
    const { view, today } = this.#ctx;
    const x = Math.round(view.xOf(today) + view.pxPerDay / 2);
    this.#todayLine.style.transform = `translateX(${x}px)`;
    this.#flag.style.transform = `translateX(${x}px)`;
  }
}

function majorElement(parent: HTMLElement): HTMLElement {
  const tick = element(classOf("major"), parent);
  element(classOf("tickLabel"), tick, "span");
  return tick;
}

function bindMinor(node: HTMLElement, tick: Tick): void {
  node.style.transform = `translateX(${Math.round(tick.x)}px)`;
  if (node.textContent !== tick.label) node.textContent = tick.label;
}

/** Its label sticks to the window's edge within the unit, and sticking knows left but not transform. */
function bindMajor(node: HTMLElement, tick: Tick): void {
  const x = Math.round(tick.x);
  node.style.left = `${x}px`;
  node.style.width = `${Math.round(tick.x + tick.width) - x}px`;
  const label = node.firstElementChild;
  if (label && label.textContent !== tick.label) label.textContent = tick.label;
}
