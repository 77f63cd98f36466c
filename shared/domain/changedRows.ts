/** Which rows two states of one table differ in. Rows are values: one that has not changed is the same object. */
import type { Id } from "./fields.ts";

/** `before` is undefined for a row that came, `after` for one that went. */
export interface ChangedRow<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

interface Difference {
  /** Held weakly: each state would keep the one before it, and so all there ever were. */
  readonly from: WeakRef<ReadonlyMap<Id, unknown>>;
  readonly rows: readonly ChangedRow<unknown>[];
}
const differences = new WeakMap<ReadonlyMap<Id, unknown>, Difference>();

/** The rows that came, went or changed. Linear in the rows, but no more than a look at each; remembered per pair. */
export function changedRows<T>(from: ReadonlyMap<Id, T>, to: ReadonlyMap<Id, T>): readonly ChangedRow<T>[] {
  if (from === to) return [];
  let known = differences.get(to);
  if (known?.from.deref() !== from) {
    known = { from: new WeakRef(from), rows: compare(from, to) };
    differences.set(to, known);
  }
  return known.rows as readonly ChangedRow<T>[];
}

/** For whoever made `to` out of `from` and knows what is different. */
export function noteChangedRows(
  from: ReadonlyMap<Id, unknown>,
  to: ReadonlyMap<Id, unknown>,
  rows: readonly ChangedRow<unknown>[],
): void {
  differences.set(to, { from: new WeakRef(from), rows });
}

function compare<T>(from: ReadonlyMap<Id, T>, to: ReadonlyMap<Id, T>): ChangedRow<T>[] {
  const rows: ChangedRow<T>[] = [];
  let kept = 0;
  for (const [id, after] of to) {
    const before = from.get(id);
    if (before !== undefined) kept++;
    if (before !== after) rows.push({ before, after });
  }
  if (kept === from.size) return rows;
  for (const [id, before] of from) if (!to.has(id)) rows.push({ before, after: undefined });
  return rows;
}
