/**
 * The neutral data set of the timeline benchmark, copied from its gen.js so that figures can be compared: the same
 * seed gives the same tasks and links. mulberry32 random numbers; about 1.5 finish-to-start links per task.
 */
export interface BenchTask {
  readonly id: number;
  /** Days after the first day. */
  readonly start: number;
  readonly dur: number;
}

export interface BenchGraph {
  readonly tasks: readonly BenchTask[];
  readonly links: readonly { readonly from: number; readonly to: number }[];
}

export function rng(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a |= 0;
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `size` tasks over a span of days that grows with the size up to 10,000 tasks, as in the timeline benchmark. */
export function makeGraph(size: number): BenchGraph {
  const random = rng(42 + size);
  const span = size <= 100 ? 120 : size <= 1000 ? 365 : 1095;
  const drawn: { start: number; dur: number }[] = [];
  for (let i = 0; i < size; i++) {
    drawn.push({ start: Math.floor(random() * (span - 16)), dur: 2 + Math.floor(random() * 13) });
  }
  drawn.sort((a, b) => a.start - b.start);
  // The original draws a progress figure for every task; it must be drawn here too for the links to agree.
  const tasks = drawn.map((task, i) => {
    random();
    return { id: i + 1, ...task };
  });
  return { tasks, links: drawLinks(tasks, random) };
}

function drawLinks(tasks: readonly BenchTask[], random: () => number): { from: number; to: number }[] {
  const size = tasks.length;
  const links: { from: number; to: number }[] = [];
  const seen = new Set<number>();
  for (let tries = 0; links.length < Math.floor(size * 1.5) && tries < size * 60; tries++) {
    const j = Math.floor(random() * size);
    const i = j - (1 + Math.floor(random() * Math.min(200, size - 1)));
    const before = tasks[i];
    const after = tasks[j];
    if (!before || !after || before.start + before.dur > after.start) continue;
    const key = i * 1e6 + j;
    if (seen.has(key)) continue;
    seen.add(key);
    links.push({ from: i + 1, to: j + 1 });
  }
  return links;
}
