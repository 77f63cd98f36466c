/**
 * Links by where they are: per band of rows (which links pass through it) and per row (which links touch it). Nothing
 * is sorted before it pays: the first frame goes through all links once for what it shows, the chart asks for the rest
 * when it comes to rest. While it stands at its top, links of which no end is there need not even be told their rows.
 */
import type { DependencyType } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { TimelineRow } from "#shared/timeline/bar.ts";
import type { TimelineLink } from "#shared/timeline/rowLinks.ts";
import { type Lists, listOf, listsOf } from "./lists.ts";
import type { RowData } from "./rowData.ts";

/** Rows in a band of the index: wide enough that most links lie in two or three. */
const INDEX_ROWS = 64;
/** Links that pass through more bands than this are kept aside and looked at for every band. */
const LONG = 16;

/** The rows that a window at the top of the plan shows at most, and a few more. */
const TOP_ROWS = 96;

interface Bands {
  readonly lists: Lists;
  readonly long: readonly number[];
}

export class LinkIndex {
  /** Row in which each link starts, and in which it ends. A link's number holds until other rows are asked for. */
  from = new Int32Array(0);
  to = new Int32Array(0);
  types: DependencyType[] = [];
  #links: readonly TimelineLink[] = [];
  #data: RowData | null = null;
  /** All links that pass a row before this one have their rows. */
  #known = 0;
  #bands: Bands | null = null;
  #atRow: Lists | null = null;
  /** The last answer before anything was sorted: the tiles of one band ask for the same rows. */
  #asked: { readonly first: number; readonly last: number; readonly links: readonly number[] } | null = null;

  get isEmpty(): boolean {
    return this.#links.length === 0;
  }

  /** Links of which an end is not among the rows are left out. */
  set(links: readonly TimelineLink[], data: RowData): void {
    this.#links = links;
    this.#data = data;
    this.#take([], () => -1, 0);
  }

  /** Makes those links known that pass rows before `last`. */
  #know(last: number): void {
    const data = this.#data;
    if (!data || this.#known >= last) return;
    if (last > TOP_ROWS) this.#take(this.#links, (id) => data.indexOf(id), Number.POSITIVE_INFINITY);
    else {
      const { links, rowOf } = linksAtTop(this.#links, data.rows);
      this.#take(links, (id) => rowOf.get(id) ?? -1, TOP_ROWS);
    }
  }

  #take(links: readonly TimelineLink[], indexOf: (id: Id) => number, known: number): void {
    const from = new Int32Array(links.length);
    const to = new Int32Array(links.length);
    const types: DependencyType[] = [];
    for (const link of links) {
      const a = indexOf(link.fromId);
      const b = indexOf(link.toId);
      if (a < 0 || b < 0) continue;
      from[types.length] = a;
      to[types.length] = b;
      types.push(link.type);
    }
    this.types = types;
    this.from = from.subarray(0, types.length);
    this.to = to.subarray(0, types.length);
    this.#known = known;
    this.#bands = null;
    this.#atRow = null;
    this.#asked = null;
  }

  /** Sorts the links, after which no query goes through all of them. */
  sort(): void {
    this.#know(Number.POSITIVE_INFINITY);
    this.#bands ??= this.#sortByBand();
    this.#atRow ??= this.#sortByRow();
  }

  #rowCount(): number {
    return this.#data?.rows.length ?? 0;
  }

  #sortByRow(): Lists {
    const { from, to } = this;
    return listsOf(this.#rowCount(), from.length, (link, put) => {
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
    const lists = listsOf(Math.ceil(this.#rowCount() / INDEX_ROWS), from.length, (link, put) => {
      const [first, last] = span(link);
      if (last - first > LONG) return;
      for (let band = first; band <= last; band++) put(band);
    });
    return { lists, long };
  }

  /** Calls back for every link that passes a row of [first, last), which must lie in one band once it is sorted. */
  eachBetween(first: number, last: number, visit: (link: number) => void): void {
    if (!this.#bands) {
      this.#know(last);
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
    this.#know(Number.POSITIVE_INFINITY);
    this.#atRow ??= this.#sortByRow();
    for (const link of listOf(this.#atRow, row)) visit(link);
  }
}

/** The links with an end among the top rows, which are all that pass one of them, and the rows of their ends. */
function linksAtTop(all: readonly TimelineLink[], rows: readonly TimelineRow[]) {
  const rowOf = new Map<Id, number>();
  const top = Math.min(TOP_ROWS, rows.length);
  for (let i = 0; i < top; i++) rowOf.set((rows[i] as TimelineRow).id, i);
  const links = all.filter(({ fromId, toId }) => rowOf.has(fromId) || rowOf.has(toId));
  const below = new Set<Id>();
  for (const { fromId, toId } of links) for (const id of [fromId, toId]) if (!rowOf.has(id)) below.add(id);
  for (let i = top; i < rows.length && below.size > 0; i++) {
    const { id } = rows[i] as TimelineRow;
    if (below.delete(id)) rowOf.set(id, i);
  }
  return { links, rowOf };
}
