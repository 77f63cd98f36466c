/** Keeps one element per wanted key and reuses the elements of keys no longer wanted. */
export class KeyedPool<T> {
  readonly #used = new Map<number | string, HTMLElement>();
  readonly #free: HTMLElement[] = [];
  readonly #create: () => HTMLElement;
  readonly #keyOf: (item: T) => number | string;
  readonly #bind: (element: HTMLElement, item: T) => void;

  constructor(
    create: () => HTMLElement,
    keyOf: (item: T) => number | string,
    bind: (element: HTMLElement, item: T) => void,
  ) {
    this.#create = create;
    this.#keyOf = keyOf;
    this.#bind = bind;
  }

  /** `fresh` binds kept elements again too (their place or text has changed). */
  sync(items: readonly T[], fresh: boolean): void {
    const wanted = new Set(items.map(this.#keyOf));
    for (const [key, element] of this.#used) {
      if (wanted.has(key)) continue;
      this.#used.delete(key);
      this.#free.push(element);
    }
    for (const item of items) this.#place(item, fresh);
    for (const element of this.#free) if (!element.hidden) element.hidden = true;
  }

  #place(item: T, fresh: boolean): void {
    const key = this.#keyOf(item);
    const kept = this.#used.get(key);
    if (kept && !fresh) return;
    const element = kept ?? this.#free.pop() ?? this.#create();
    if (element.hidden) element.hidden = false;
    this.#used.set(key, element);
    this.#bind(element, item);
  }
}
