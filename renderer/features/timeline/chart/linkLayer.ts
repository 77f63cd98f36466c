/**
 * Links, drawn in tiles that lie still on the page: scrolling draws only the tiles that come in. The links of
 * selected rows and of the row under the pointer are drawn once more, stronger, in one path above the tiles.
 */
import { arrowPath, type BarBox, type Point, routeCrosses, routeLink } from "#shared/timeline/link.ts";
import type { ChartContext } from "./context.ts";
import { classOf, svgPath } from "./dom.ts";
import type { LinkIndex } from "./linkIndex.ts";

const TILE_WIDTH = 1_024;
/** Rows in a tile; a divisor of the index's bands, so that a tile never meets a link twice. */
const BAND_ROWS = 16;
/** Tiles are asked for this far outside the window. */
const MARGIN = 120;
const CORNER = 4;
/** A jump of more than this share of a window in one frame leaves the links until the scrolling slows. */
const FLING = 0.4;

interface Tile {
  readonly svg: SVGSVGElement;
  readonly path: SVGPathElement;
  /** Links along the critical path; made for the first of them. */
  critical: SVGPathElement | null;
  band: number;
  chunk: number;
  stale: boolean;
}

export interface LinkBounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export class LinkLayer {
  readonly #ctx: ChartContext;
  readonly #index: LinkIndex;
  readonly #tiles = new Map<number, Tile>();
  readonly #free: Tile[] = [];
  readonly #strong = svgPath(classOf("strongLinks"));
  #lastTop = 0;
  #waiting = false;

  constructor(ctx: ChartContext, index: LinkIndex) {
    this.#ctx = ctx;
    this.#index = index;
    ctx.dom.links.append(this.#strong.svg);
  }

  /** Everything is drawn anew at the next render. */
  invalidate(): void {
    for (const tile of this.#tiles.values()) tile.stale = true;
  }

  /** The tiles that a stretch of changed links touches are drawn anew at the next render. */
  invalidateWithin(bounds: LinkBounds): void {
    const { rowHeight } = this.#ctx.view;
    for (const tile of this.#tiles.values()) {
      const left = tile.chunk * TILE_WIDTH;
      const top = tile.band * BAND_ROWS * rowHeight;
      const apart = bounds.right < left || bounds.left > left + TILE_WIDTH;
      if (!apart && bounds.bottom >= top && bounds.top <= top + BAND_ROWS * rowHeight) tile.stale = true;
    }
  }

  /** The tiles that the links of these rows, as they are now, pass through. */
  invalidateRows(rows: readonly number[]): void {
    for (const row of rows) {
      const bounds = this.boundsOf(row);
      if (bounds) this.invalidateWithin(bounds);
    }
  }

  render(): void {
    if (this.#index.isEmpty && this.#tiles.size === 0) return;
    const { view } = this.#ctx;
    const jump = Math.abs(view.top - this.#lastTop);
    this.#lastTop = view.top;
    if (jump > view.laneHeight * FLING) this.#wait();
    else if (!this.#waiting) this.#draw();
  }

  /** At rest: what a fling left out is drawn. */
  settle(): void {
    this.#waiting = false;
    this.#lastTop = this.#ctx.view.top;
    this.#draw();
  }

  #wait(): void {
    this.#waiting = true;
    for (const [key, tile] of this.#tiles) this.#release(key, tile);
  }

  #draw(): void {
    const { view, data } = this.#ctx;
    const tileHeight = BAND_ROWS * view.rowHeight;
    const lastBand = Math.max(0, Math.ceil(data.rows.length / BAND_ROWS) - 1);
    const bands = range(view.top - MARGIN, view.top + view.laneHeight + MARGIN, tileHeight, lastBand);
    const chunks = range(view.left - MARGIN, view.left + view.laneWidth + MARGIN, TILE_WIDTH, Infinity);
    for (const [key, tile] of this.#tiles) {
      if (!inside(tile.band, bands) || !inside(tile.chunk, chunks)) this.#release(key, tile);
    }
    for (let band = bands.first; band <= bands.last; band++) {
      for (let chunk = chunks.first; chunk <= chunks.last; chunk++) this.#drawTile(band, chunk);
    }
  }

  #release(key: number, tile: Tile): void {
    this.#tiles.delete(key);
    tile.svg.style.display = "none";
    this.#free.push(tile);
  }

  #drawTile(band: number, chunk: number): void {
    const key = band * 16_384 + chunk;
    let tile = this.#tiles.get(key);
    if (tile && !tile.stale) return;
    if (!tile) {
      tile = this.#free.pop() ?? this.#createTile();
      this.#tiles.set(key, tile);
      this.#put(tile, band, chunk);
    }
    tile.stale = false;
    const { plain, critical } = this.#pathsOf(band, chunk);
    write(tile.path, plain);
    if (critical !== "" && !tile.critical) tile.critical = criticalPath(tile.svg);
    if (tile.critical) write(tile.critical, critical);
  }

  #put(tile: Tile, band: number, chunk: number): void {
    tile.band = band;
    tile.chunk = chunk;
    const y = band * BAND_ROWS * this.#ctx.view.rowHeight;
    tile.svg.style.transform = `translate(${chunk * TILE_WIDTH}px,${y}px)`;
    tile.svg.style.display = "";
  }

  #createTile(): Tile {
    const { svg, path } = svgPath(classOf("tile"));
    svg.setAttribute("width", String(TILE_WIDTH));
    svg.setAttribute("height", String(BAND_ROWS * this.#ctx.view.rowHeight));
    this.#ctx.dom.links.prepend(svg);
    return { svg, path, critical: null, band: 0, chunk: 0, stale: true };
  }

  #pathsOf(band: number, chunk: number): { readonly plain: string; readonly critical: string } {
    const left = chunk * TILE_WIDTH;
    const top = band * BAND_ROWS * this.#ctx.view.rowHeight;
    const bottom = top + BAND_ROWS * this.#ctx.view.rowHeight;
    let plain = "";
    let critical = "";
    this.#index.eachBetween(band * BAND_ROWS, (band + 1) * BAND_ROWS, (link) => {
      const points = this.#routeOf(link, left, left + TILE_WIDTH);
      if (points && routeCrosses(points, left - 4, top - 4, left + TILE_WIDTH + 4, bottom + 4)) {
        const d = arrowPath(points, CORNER, left, top);
        if (this.#isCritical(link)) critical += d;
        else plain += d;
      }
    });
    return { plain, critical };
  }

  #isCritical(link: number): boolean {
    const { rows } = this.#ctx.data;
    const isOn = (row: number | undefined): boolean => rows[row ?? -1]?.signs.isCritical === true;
    return isOn(this.#index.from[link]) && isOn(this.#index.to[link]);
  }

  /** Corner points of a link, or null where it lies wholly outside [left, right]. */
  #routeOf(link: number, left = Number.NEGATIVE_INFINITY, right = Number.POSITIVE_INFINITY): Point[] | null {
    const from = this.#boxOf(this.#index.from[link] ?? 0);
    const to = this.#boxOf(this.#index.to[link] ?? 0);
    if (!from || !to) return null;
    if (Math.max(from.x + from.width, to.x + to.width) + 16 < left) return null;
    if (Math.min(from.x, to.x) - 16 > right) return null;
    return routeLink(from, to, this.#index.types[link] ?? "FS", this.#ctx.view.rowHeight);
  }

  #boxOf(row: number): BarBox | null {
    const { data, view } = this.#ctx;
    const box = data.boxOf(row, view.originDay, view.pxPerDay);
    return box && { x: box.x + 0.5, width: box.width - 1, y: (row + 0.5) * view.rowHeight + 0.5 };
  }

  /** Rectangle around all links of a row, or null when it has none. */
  boundsOf(row: number): LinkBounds | null {
    let bounds: { left: number; right: number; top: number; bottom: number } | null = null;
    this.#index.eachAtRow(row, (link) => {
      for (const { x, y } of this.#routeOf(link) ?? []) {
        bounds ??= { left: x, right: x, top: y, bottom: y };
        bounds.left = Math.min(bounds.left, x - 4);
        bounds.right = Math.max(bounds.right, x + 4);
        bounds.top = Math.min(bounds.top, y - 4);
        bounds.bottom = Math.max(bounds.bottom, y + 4);
      }
    });
    return bounds;
  }

  /** Draws the links of these rows stronger. */
  emphasise(rows: Iterable<number>): void {
    const seen = new Set<number>();
    let d = "";
    for (const row of rows) {
      this.#index.eachAtRow(row, (link) => {
        if (seen.has(link)) return;
        seen.add(link);
        const points = this.#routeOf(link);
        if (points) d += arrowPath(points, CORNER);
      });
    }
    write(this.#strong.path, d);
  }
}

/** Equal path data written again would be painted again. */
function write(path: SVGPathElement, d: string): void {
  if ((path.getAttribute("d") ?? "") !== d) path.setAttribute("d", d);
}

function criticalPath(svg: SVGSVGElement): SVGPathElement {
  const path = document.createElementNS(svg.namespaceURI, "path") as SVGPathElement;
  path.setAttribute("class", classOf("criticalLink"));
  svg.append(path);
  return path;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function range(from: number, to: number, size: number, most: number): Range {
  return { first: Math.max(0, Math.floor(from / size)), last: Math.min(most, Math.floor(to / size)) };
}

function inside(value: number, { first, last }: Range): boolean {
  return value >= first && value <= last;
}
