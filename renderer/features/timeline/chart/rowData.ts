/** The rows with their dates in typed arrays, so that a pointer move touches numbers and never objects. */
import type { Id } from "#shared/domain/fields.ts";
import { barWidth, barX, NO_SIGNS, type Span, type TimelineRow } from "#shared/timeline/bar.ts";

const UNDATED = -2_147_483_648;

export interface Box {
  readonly x: number;
  readonly width: number;
}

/** Dates shown instead of a row's own while a gesture runs; null leaves the row alone. */
export type Preview = (index: number) => Span | null;

export class RowData {
  rows: readonly TimelineRow[] = [];
  preview: Preview | null = null;
  firstDay: number | null = null;
  lastDay: number | null = null;
  /** Whether any row has a ghost, or a sign: what draws them need not look when none has. */
  hasGhosts = false;
  hasSigns = false;
  /** Letters of the longest outline number. */
  longestCode = 0;
  #start = new Int32Array(0);
  #finish = new Int32Array(0);
  /** Made when somebody asks for an id, which the first frame does not. */
  #indexOf: Map<Id, number> | null = null;

  set(rows: readonly TimelineRow[]): void {
    this.rows = rows;
    this.#start = new Int32Array(rows.length);
    this.#finish = new Int32Array(rows.length);
    this.#indexOf = null;
    this.firstDay = null;
    this.lastDay = null;
    this.hasGhosts = false;
    this.hasSigns = false;
    this.longestCode = 0;
    let depthBefore = -1;
    for (let i = rows.length - 1; i >= 0; i--) {
      const row = rows[i] as TimelineRow;
      const { start, finish, depth } = row;
      this.#put(i, start, finish);
      this.#widen(start, finish);
      if (row.ghost !== null) this.hasGhosts = true;
      if (row.signs !== NO_SIGNS) this.hasSigns = true;
      // The last of a run of siblings has the longest number of theirs.
      if (depth !== depthBefore) this.longestCode = Math.max(this.longestCode, row.code.length);
      depthBefore = depth;
    }
  }

  /** The same rows in the same order, where only those at `changed` differ from before. */
  replace(rows: readonly TimelineRow[], changed: readonly number[]): void {
    this.rows = rows;
    let atAnEnd = false;
    for (const index of changed) {
      const { start, finish } = this.storedSpan(index) ?? {};
      atAnEnd ||= start === this.firstDay || finish === this.lastDay;
      const row = rows[index] as TimelineRow;
      this.#put(index, row.start, row.finish);
      this.longestCode = Math.max(this.longestCode, row.code.length);
    }
    if (atAnEnd) {
      this.firstDay = null;
      this.lastDay = null;
      for (let index = 0; index < rows.length; index++) {
        const span = this.storedSpan(index);
        if (span) this.#widen(span.start, span.finish);
      }
    } else for (const index of changed) this.#widen(rows[index]?.start ?? null, rows[index]?.finish ?? null);
  }

  #put(index: number, start: number | null, finish: number | null): void {
    this.#start[index] = start ?? UNDATED;
    this.#finish[index] = finish ?? UNDATED;
  }

  #widen(start: number | null, finish: number | null): void {
    if (start === null || finish === null) return;
    if (this.firstDay === null || start < this.firstDay) this.firstDay = start;
    if (this.lastDay === null || finish > this.lastDay) this.lastDay = finish;
  }

  indexOf(id: Id): number {
    if (!this.#indexOf) {
      this.#indexOf = new Map();
      for (let i = 0; i < this.rows.length; i++) this.#indexOf.set((this.rows[i] as TimelineRow).id, i);
    }
    return this.#indexOf.get(id) ?? -1;
  }

  row(index: number): TimelineRow | null {
    return this.rows[index] ?? null;
  }

  /** The row's own dates, without any preview. */
  storedSpan(index: number): Span | null {
    const start = this.#start[index] ?? UNDATED;
    const finish = this.#finish[index] ?? UNDATED;
    return start === UNDATED || finish === UNDATED ? null : { start, finish };
  }

  spanOf(index: number): Span | null {
    return this.preview?.(index) ?? this.storedSpan(index);
  }

  boxOf(index: number, originDay: number, pxPerDay: number): Box | null {
    const span = this.spanOf(index);
    const row = this.rows[index];
    if (!span || !row) return null;
    return {
      x: barX(row.kind, span, originDay, pxPerDay),
      width: barWidth(row.kind, span, originDay, pxPerDay),
    };
  }

  /** Index after the last row that the row holds. */
  subtreeEnd(index: number): number {
    const depth = this.rows[index]?.depth ?? 0;
    let end = index + 1;
    while (end < this.rows.length && (this.rows[end] as TimelineRow).depth > depth) end++;
    return end;
  }

  parentOf(index: number): number {
    const depth = this.rows[index]?.depth ?? 0;
    for (let i = index - 1; i >= 0; i--) if ((this.rows[i] as TimelineRow).depth < depth) return i;
    return -1;
  }
}
