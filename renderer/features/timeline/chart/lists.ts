/** Many short lists of numbers, kept in two arrays rather than in an object each. */
export interface Lists {
  /** List `n` is `items` from `start[n]` up to, not including, `start[n + 1]`. */
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Puts the numbers from 0 to `items` - 1 into lists; `place` must name the same lists both times it is asked. */
export function listsOf(
  lists: number,
  items: number,
  place: (item: number, put: (list: number) => void) => void,
): Lists {
  const next = new Int32Array(lists + 2);
  const count = (list: number): void => {
    next[list + 2] = (next[list + 2] as number) + 1;
  };
  for (let item = 0; item < items; item++) place(item, count);
  for (let i = 2; i < next.length; i++) next[i] = (next[i] as number) + (next[i - 1] as number);
  const sorted = new Int32Array(next[lists + 1] as number);
  let item = 0;
  const put = (list: number): void => {
    const at = next[list + 1] as number;
    sorted[at] = item;
    next[list + 1] = at + 1;
  };
  for (; item < items; item++) place(item, put);
  return { start: next, items: sorted };
}

export function listOf({ start, items }: Lists, list: number): Int32Array {
  return items.subarray(start[list] ?? 0, start[list + 1] ?? 0);
}
