/** Large maps that differ from one another in little, as those before an edit and after it do. */

/** Smaller maps are copied: that takes microseconds. */
const FEW = 500;
/** The part of a map that may differ before it is copied after all. */
const MOST = 1 / 16;

/**
 * `from` without the keys in `gone` and then with the entries in `put`: the entries, and the order of them, that a
 * copy has after as many calls of `delete` and `set`. `from` stays as it is. Takes as long as what differs, while that
 * is little; whoever first goes through all of it pays for the copy, which the maps made of it then share.
 *
 * Source of the idea: differential files (Severance and Lohman 1976): the changes are kept in a small file of their own
 * that is looked into first, and are merged into the large one when they have become many.
 */
export function mapWith<K, V extends object>(
  from: ReadonlyMap<K, V>,
  gone: readonly K[],
  put: readonly (readonly [key: K, value: V])[],
): ReadonlyMap<K, V> {
  if (from.size >= FEW && gone.length + put.length <= from.size * MOST) {
    const layered = LayeredMap.of(from, gone, put);
    if (layered) return layered;
  }
  const copy = new Map(from);
  for (const key of gone) copy.delete(key);
  for (const [key, value] of put) copy.set(key, value);
  return copy;
}

class LayeredMap<K, V extends object> implements ReadonlyMap<K, V> {
  #shared: ReadonlyMap<K, V>;
  /** What other values keys of the shared map have; null for those that are gone. */
  #over: Map<K, V | null>;
  /** What stands behind it, in its order: what came, and what went and came back. */
  #added: Map<K, V>;
  #size: number;

  private constructor(from: ReadonlyMap<K, V>) {
    const { shared, over, added } = LayeredMap.#layersOf(from);
    this.#shared = shared;
    this.#over = new Map(over);
    this.#added = new Map(added);
    this.#size = from.size;
  }

  static #layersOf<K, V extends object>(from: ReadonlyMap<K, V>) {
    if (!(from instanceof LayeredMap)) return { shared: from, over: [], added: [] };
    const map = from as LayeredMap<K, V>;
    return { shared: map.#shared, over: map.#over, added: map.#added };
  }

  /** Null when too much differs by now. */
  static of<K, V extends object>(
    from: ReadonlyMap<K, V>,
    gone: readonly K[],
    put: readonly (readonly [key: K, value: V])[],
  ): ReadonlyMap<K, V> | null {
    const map = new LayeredMap(from);
    for (const key of gone) map.#delete(key);
    for (const [key, value] of put) map.#set(key, value);
    return map.#over.size + map.#added.size <= map.#shared.size * MOST ? map : null;
  }

  #delete(key: K): void {
    if (!this.has(key)) return;
    if (!this.#added.delete(key)) this.#over.set(key, null);
    this.#size--;
  }

  #set(key: K, value: V): void {
    if (!this.has(key)) this.#size++;
    if (this.#shared.has(key) && this.#over.get(key) !== null) this.#over.set(key, value);
    else this.#added.set(key, value);
  }

  get size(): number {
    return this.#size;
  }

  get(key: K): V | undefined {
    const other = this.#over.get(key);
    return (other === undefined ? this.#shared.get(key) : other) ?? this.#added.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  keys(): MapIterator<K> {
    return this.#whole().keys();
  }

  values(): MapIterator<V> {
    return this.#whole().values();
  }

  entries(): MapIterator<[K, V]> {
    return this.#whole().entries();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(run: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) run(value, key, this);
  }

  #whole(): ReadonlyMap<K, V> {
    if (this.#over.size + this.#added.size === 0) return this.#shared;
    const whole = new Map(this.#shared);
    for (const [key, value] of this.#over) {
      if (value) whole.set(key, value);
      else whole.delete(key);
    }
    for (const [key, value] of this.#added) whole.set(key, value);
    this.#shared = whole;
    this.#over = new Map();
    this.#added = new Map();
    return whole;
  }
}
