/** Topological order and loops of a link graph, without recursion (Kahn 1962). */

export interface Arrows {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Compressed rows: the arrows that leave (or enter) node i are `items[offsets[i] .. offsets[i + 1]]`. */
export interface Rows {
  readonly offsets: Int32Array;
  readonly items: Int32Array;
}

/** Groups arrow indices by the node in `key`. Arrows keep their order within a node. */
export function rowsBy(key: Int32Array, count: number): Rows {
  const offsets = new Int32Array(count + 1);
  for (const node of key) offsets[node + 1] = (offsets[node + 1] as number) + 1;
  for (let i = 0; i < count; i++) offsets[i + 1] = (offsets[i + 1] as number) + (offsets[i] as number);
  const next = offsets.slice(0, count);
  const items = new Int32Array(key.length);
  for (let arrow = 0; arrow < key.length; arrow++) {
    const node = key[arrow] as number;
    const place = next[node] as number;
    items[place] = arrow;
    next[node] = place + 1;
  }
  return { offsets, items };
}

/** Nodes in an order in which every arrow points forward. Shorter than `count` when there are loops. */
export function topologicalOrder({ count, from, to }: Arrows): Int32Array {
  // An order that already holds is kept: neighbours in the plan stay neighbours in memory.
  if (from.every((source, arrow) => source < (to[arrow] as number))) {
    return Int32Array.from({ length: count }, (_, node) => node);
  }
  const leaving = rowsBy(from, count);
  const waiting = new Int32Array(count);
  for (const node of to) waiting[node] = (waiting[node] as number) + 1;
  const order = new Int32Array(count);
  let length = 0;
  for (let node = 0; node < count; node++) if (waiting[node] === 0) order[length++] = node;
  for (let head = 0; head < length; head++) {
    const node = order[head] as number;
    const last = leaving.offsets[node + 1] as number;
    for (let k = leaving.offsets[node] as number; k < last; k++) {
      const target = to[leaving.items[k] as number] as number;
      const left = (waiting[target] as number) - 1;
      waiting[target] = left;
      if (left === 0) order[length++] = target;
    }
  }
  return order.subarray(0, length);
}

/** One loop among the nodes that `order` had to leave out, in arrow direction, each node once. */
export function loopOutside({ count, from, to }: Arrows, order: Int32Array): readonly number[] {
  const placed = new Uint8Array(count);
  for (const node of order) placed[node] = 1;
  const before = new Int32Array(count).fill(-1);
  for (let arrow = 0; arrow < from.length; arrow++) {
    const source = from[arrow] as number;
    if (!placed[source]) before[to[arrow] as number] = source;
  }
  let node = placed.indexOf(0);
  const seenAt = new Map<number, number>();
  const path: number[] = [];
  while (!seenAt.has(node)) {
    seenAt.set(node, path.length);
    path.push(node);
    node = before[node] as number;
  }
  return path.slice(seenAt.get(node)).reverse();
}

/** Shortest way from one node to another along the arrows, both included; null when there is none. */
export function pathBetween(
  { count, from, to }: Arrows,
  start: number,
  goal: number,
): readonly number[] | null {
  const leaving = rowsBy(from, count);
  const cameFrom = new Int32Array(count).fill(-1);
  cameFrom[start] = start;
  const queue = [start];
  for (let head = 0; head < queue.length && cameFrom[goal] === -1; head++) {
    const node = queue[head] as number;
    for (let k = leaving.offsets[node] as number; k < (leaving.offsets[node + 1] as number); k++) {
      const target = to[leaving.items[k] as number] as number;
      if (cameFrom[target] === -1) {
        cameFrom[target] = node;
        queue.push(target);
      }
    }
  }
  if (cameFrom[goal] === -1) return null;
  const path = [goal];
  for (let node = goal; node !== start; path.push(node)) node = cameFrom[node] as number;
  return path.reverse();
}
