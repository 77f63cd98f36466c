/**
 * Links by where they are: per band of rows (which links pass through it) and per row (which links touch it).
 * Built once per setRows or setLinks; a query reads only the links near the asked band.
 */
import type { DependencyType } from "#shared/domain/dependency.ts";
import type { TimelineLink } from "#shared/timeline/rows.ts";
import type { RowData } from "./rowData.ts";

/** Rows in a band of the index: wide enough that most links lie in two or three. */
const INDEX_ROWS = 64;
/** Links that pass through more bands than this are kept aside and looked at for every band. */
const LONG = 16;

export class LinkIndex {
  from = new Int32Array(0);
  to = new Int32Array(0);
  types: DependencyType[] = [];
  #bandStart = new Int32Array(1);
  #inBand = new Int32Array(0);
  #long: number[] = [];
  #rowStart = new Int32Array(1);
  #atRow = new Int32Array(0);

  set(links: readonly TimelineLink[], data: RowData): void {
    const from = new Int32Array(links.length);
    const to = new Int32Array(links.length);
    this.types = [];
    for (const link of links) {
      const a = data.indexOf(link.fromId);
      const b = data.indexOf(link.toId);
      if (a < 0 || b < 0) continue;
      from[this.types.length] = a;
      to[this.types.length] = b;
      this.types.push(link.type);
    }
    this.from = from.subarray(0, this.types.length);
    this.to = to.subarray(0, this.types.length);
    this.#indexRows(data.rows.length);
    this.#indexBands(Math.ceil(data.rows.length / INDEX_ROWS));
  }

  #indexRows(rows: number): void {
    const start = new Int32Array(rows + 2);
    const ends = [this.from, this.to];
    for (const rowOf of ends) {
      for (const row of rowOf) start[row + 2] = (start[row + 2] ?? 0) + 1;
    }
    for (let i = 2; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
    this.#atRow = new Int32Array(this.from.length * 2);
    for (const rowOf of ends) {
      for (let link = 0; link < rowOf.length; link++) {
        const slot = (rowOf[link] ?? 0) + 1;
        const at = start[slot] ?? 0;
        this.#atRow[at] = link;
        start[slot] = at + 1;
      }
    }
    this.#rowStart = start;
  }

  #indexBands(bands: number): void {
    const start = new Int32Array(bands + 2);
    this.#long = [];
    this.#eachShort((_, first, last) => {
      for (let band = first; band <= last; band++) start[band + 2] = (start[band + 2] ?? 0) + 1;
    });
    for (let i = 2; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
    this.#inBand = new Int32Array(start[bands + 1] ?? 0);
    this.#long = [];
    this.#eachShort((link, first, last) => {
      for (let band = first; band <= last; band++) {
        const at = start[band + 1] ?? 0;
        this.#inBand[at] = link;
        start[band + 1] = at + 1;
      }
    });
    this.#bandStart = start;
  }

  #eachShort(visit: (link: number, firstBand: number, lastBand: number) => void): void {
    for (let link = 0; link < this.from.length; link++) {
      const a = this.from[link] ?? 0;
      const b = this.to[link] ?? 0;
      const first = Math.floor(Math.min(a, b) / INDEX_ROWS);
      const last = Math.floor(Math.max(a, b) / INDEX_ROWS);
      if (last - first > LONG) this.#long.push(link);
      else visit(link, first, last);
    }
  }

  /** Calls back for every link that passes a row of [first, last). */
  eachBetween(first: number, last: number, visit: (link: number) => void): void {
    const lastBand = Math.floor((last - 1) / INDEX_ROWS);
    for (let band = Math.floor(first / INDEX_ROWS); band <= lastBand; band++) {
      const end = this.#bandStart[band + 1] ?? 0;
      for (let i = this.#bandStart[band] ?? 0; i < end; i++) {
        const link = this.#inBand[i] ?? 0;
        if (this.#passes(link, first, last)) visit(link);
      }
    }
    for (const link of this.#long) if (this.#passes(link, first, last)) visit(link);
  }

  #passes(link: number, first: number, last: number): boolean {
    const a = this.from[link] ?? 0;
    const b = this.to[link] ?? 0;
    return Math.max(a, b) >= first && Math.min(a, b) < last;
  }

  /** Calls back for every link that starts or ends at the row. */
  eachAtRow(row: number, visit: (link: number) => void): void {
    const end = this.#rowStart[row + 1] ?? 0;
    for (let i = this.#rowStart[row] ?? 0; i < end; i++) visit(this.#atRow[i] ?? 0);
  }
}
