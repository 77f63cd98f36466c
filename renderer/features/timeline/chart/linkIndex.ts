/**
 * Links by where they are: per band of rows (which links pass through it) and per row (which links touch it). Nothing
 * is sorted before it pays: the first frame goes through all links once for what it shows, the chart asks for the rest
 * when it comes to rest.
 */
import type { DependencyType } from "#shared/domain/dependency.ts";
import type { TimelineLink } from "#shared/timeline/rows.ts";
import { type Lists, listOf, listsOf } from "./lists.ts";
import type { RowData } from "./rowData.ts";

/** Rows in a band of the index: wide enough that most links lie in two or three. */
const INDEX_ROWS = 64;
/** Links that pass through more bands than this are kept aside and looked at for every band. */
const LONG = 16;

interface Bands {
  readonly lists: Lists;
  readonly long: readonly number[];
}

export class LinkIndex {
  /** Row in which each link starts, and in which it ends. */
  from = new Int32Array(0);
  to = new Int32Array(0);
  types: DependencyType[] = [];
  #rowCount = 0;
  #bands: Bands | null = null;
  #atRow: Lists | null = null;
  /** The last answer before anything was sorted: the tiles of one band ask for the same rows. */
  #asked: { readonly first: number; readonly last: number; readonly links: readonly number[] } | null = null;

  /** Links of which an end is not among the rows are left out. */
  set(links: readonly TimelineLink[], data: RowData): void {
    const from = new Int32Array(links.length);
    const to = new Int32Array(links.length);
    const types: DependencyType[] = [];
    for (const link of links) {
      const a = data.indexOf(link.fromId);
      const b = data.indexOf(link.toId);
      if (a < 0 || b < 0) continue;
      from[types.length] = a;
      to[types.length] = b;
      types.push(link.type);
    }
    this.types = types;
    this.from = from.subarray(0, types.length);
    this.to = to.subarray(0, types.length);
    this.#rowCount = data.rows.length;
    this.#bands = null;
    this.#atRow = null;
    this.#asked = null;
  }

  /** Sorts the links, after which no query goes through all of them. */
  sort(): void {
    this.#bands ??= this.#sortByBand();
    this.#atRow ??= this.#sortByRow();
  }

  #sortByRow(): Lists {
    const { from, to } = this;
    return listsOf(this.#rowCount, from.length, (link, put) => {
      put(from[link] as number);
      put(to[link] as number);
    });
  }

  #sortByBand(): Bands {
    const { from, to } = this;
    const long: number[] = [];
    const span = (link: number): [first: number, last: number] => {
      const [a, b] = [from[link] as number, to[link] as number];
      return [Math.floor(Math.min(a, b) / INDEX_ROWS), Math.floor(Math.max(a, b) / INDEX_ROWS)];
    };
    for (let link = 0; link < from.length; link++) {
      const [first, last] = span(link);
      if (last - first > LONG) long.push(link);
    }
    const lists = listsOf(Math.ceil(this.#rowCount / INDEX_ROWS), from.length, (link, put) => {
      const [first, last] = span(link);
      if (last - first > LONG) return;
      for (let band = first; band <= last; band++) put(band);
    });
    return { lists, long };
  }

  /** Calls back for every link that passes a row of [first, last), which must lie in one band once it is sorted. */
  eachBetween(first: number, last: number, visit: (link: number) => void): void {
    if (!this.#bands) {
      for (const link of this.#found(first, last)) visit(link);
      return;
    }
    const { lists, long } = this.#bands;
    for (const link of listOf(lists, Math.floor(first / INDEX_ROWS)))
      if (this.#passes(link, first, last)) visit(link);
    for (const link of long) if (this.#passes(link, first, last)) visit(link);
  }

  #found(first: number, last: number): readonly number[] {
    if (this.#asked?.first === first && this.#asked.last === last) return this.#asked.links;
    const links: number[] = [];
    for (let link = 0; link < this.from.length; link++) if (this.#passes(link, first, last)) links.push(link);
    this.#asked = { first, last, links };
    return links;
  }

  #passes(link: number, first: number, last: number): boolean {
    const a = this.from[link] as number;
    const b = this.to[link] as number;
    return a < b ? b >= first && a < last : a >= first && b < last;
  }

  /** Calls back for every link that starts or ends at the row. */
  eachAtRow(row: number, visit: (link: number) => void): void {
    this.#atRow ??= this.#sortByRow();
    for (const link of listOf(this.#atRow, row)) visit(link);
  }
}
