/** What the drop would move besides: asked for once per day of a drag, drawn as outlines where it would land. */
import { barWidth, barX, type Span, type TimelineRow } from "#shared/timeline/bar.ts";
import type { DateDrag, DragFollower } from "#shared/timeline/preview.ts";
import { followWords } from "#shared/timeline/words.ts";
import type { ChartContext } from "./context.ts";
import { classOf, element } from "./dom.ts";
import { KeyedPool } from "./keyedPool.ts";

/** A drag must stay smooth: two answers slower than this (in milliseconds) end its preview. */
const SLOW_MS = 30;
const SLOW_ANSWERS = 2;

interface Place {
  readonly index: number;
  readonly span: Span;
}

interface Known {
  readonly words: string;
  readonly places: ReadonlyMap<number, Span>;
}

const NOTHING: Known = { words: "", places: new Map() };

export class Followers {
  readonly #ctx: ChartContext;
  readonly #pool: KeyedPool<Place>;
  readonly #known = new Map<number, Known>();
  #slow = 0;
  #shown = NOTHING;

  constructor(ctx: ChartContext) {
    this.#ctx = ctx;
    this.#pool = new KeyedPool(
      () => element(classOf("follower"), ctx.dom.followers),
      ({ index }) => index,
      (outline, place) => this.#put(outline, place),
    );
  }

  /** How many would move and how far, in words; empty when nothing would. */
  get words(): string {
    return this.#shown.words;
  }

  /** Shows what follows the drag at one of its days; null where the drop would change nothing. */
  show(day: number, drag: DateDrag | null): void {
    const shown = drag ? this.#at(day, drag) : NOTHING;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#draw();
  }

  /** Forgets the drag. */
  end(): void {
    this.#known.clear();
    this.#slow = 0;
    this.show(0, null);
  }

  /** After the window moved or zoomed. */
  render(): void {
    if (this.#shown.places.size > 0) this.#draw();
  }

  #at(day: number, drag: DateDrag): Known {
    if (this.#slow >= SLOW_ANSWERS) return NOTHING;
    const known = this.#known.get(day) ?? this.#ask(drag);
    this.#known.set(day, known);
    return known;
  }

  #ask(drag: DateDrag): Known {
    const asked = performance.now();
    const followers = this.#ctx.events.preview(drag);
    if (performance.now() - asked > SLOW_MS) this.#slow++;
    return followers.length === 0 || this.#slow >= SLOW_ANSWERS ? NOTHING : this.#knownOf(followers);
  }

  #knownOf(followers: readonly DragFollower[]): Known {
    const places = new Map(followers.map((follower) => [this.#ctx.data.indexOf(follower.id), follower]));
    places.delete(-1);
    return { words: followWords(followers.map(({ days }) => days)), places };
  }

  /** The outlines of the window's rows. */
  #draw(): void {
    const { view, data, dom } = this.#ctx;
    const { places } = this.#shown;
    // Names beside bars let the outlines behind them show through.
    dom.followers.classList.toggle(classOf("drawn"), places.size > 0);
    const inWindow: Place[] = [];
    const last =
      places.size === 0 ? -1 : Math.min(data.rows.length - 1, view.rowAt(view.top + view.laneHeight));
    for (let index = view.rowAt(view.top); index <= last; index++) {
      const span = places.get(index);
      if (span) inWindow.push({ index, span });
    }
    this.#pool.sync(inWindow, true);
  }

  #put(outline: HTMLElement, { index, span }: Place): void {
    const { view, data } = this.#ctx;
    const { kind } = data.rows[index] as TimelineRow;
    const x = barX(kind, span, view.originDay, view.pxPerDay);
    outline.classList.toggle(classOf("diamond"), kind === "milestone");
    outline.style.transform = `translate(${x}px,${index * view.rowHeight}px)`;
    outline.style.width = `${barWidth(kind, span, view.originDay, view.pxPerDay)}px`;
  }
}
