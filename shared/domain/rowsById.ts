/** The rows of one kind by their ids. Those of a large plan are sorted into a map when somebody asks for an id. */
import type { Id } from "./fields.ts";

interface Row {
  readonly id: Id;
}

/** Sorting fewer takes microseconds. */
const FEW = 500;

/**
 * Rows by id, in the order given; of two with the same id the later takes the earlier one's place. Rows in the order
 * of their ids, as a table of the database gives them, cannot share one: they are only looked through. The first window
 * of a plan asks for no id, and a map of ten thousand would take longer than all its rows.
 */
export function rowsById<V extends Row>(rows: readonly V[]): ReadonlyMap<Id, V> {
  return rows.length >= FEW && isAscending(rows) ? new IndexedRows(rows) : mapOf(rows);
}

function isAscending(rows: readonly Row[]): boolean {
  for (let i = 1; i < rows.length; i++) if ((rows[i - 1] as Row).id >= (rows[i] as Row).id) return false;
  return true;
}

function mapOf<V extends Row>(rows: readonly V[]): ReadonlyMap<Id, V> {
  const byId = new Map<Id, V>();
  for (const row of rows) byId.set(row.id, row);
  return byId;
}

class IndexedRows<V extends Row> implements ReadonlyMap<Id, V> {
  readonly #rows: readonly V[];
  #byId: ReadonlyMap<Id, V> | null = null;

  constructor(rows: readonly V[]) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.length;
  }

  get(id: Id): V | undefined {
    return this.#index().get(id);
  }

  has(id: Id): boolean {
    return this.#index().has(id);
  }

  values(): MapIterator<V> {
    return this.#rows.values();
  }

  keys(): MapIterator<Id> {
    return this.#index().keys();
  }

  entries(): MapIterator<[Id, V]> {
    return this.#index().entries();
  }

  [Symbol.iterator](): MapIterator<[Id, V]> {
    return this.entries();
  }

  forEach(run: (row: V, id: Id, map: ReadonlyMap<Id, V>) => void): void {
    for (const row of this.#rows) run(row, row.id, this);
  }

  #index(): ReadonlyMap<Id, V> {
    this.#byId ??= mapOf(this.#rows);
    return this.#byId;
  }
}
