/** What the engine is measured against: the least that could work, and the usual way on maps and objects. */
import type { BenchGraph } from "./graph.ts";

/**
 * Arrays for a pass that knows only finish-to-start links on positions (working days since the start); tasks are in
 * link order already.
 */
export interface BareNetwork {
  readonly size: number;
  readonly floor: Float64Array;
  readonly duration: Float64Array;
  readonly inStart: Int32Array;
  readonly inFrom: Int32Array;
  readonly outStart: Int32Array;
  readonly outTo: Int32Array;
}

/** `floors`: the position of each task's planned start. */
export function bareNetwork({ tasks, links }: BenchGraph, floors: readonly number[]): BareNetwork {
  const size = tasks.length;
  const rows = (key: "from" | "to", value: "from" | "to") => {
    const starts = new Int32Array(size + 1);
    for (const link of links) starts[link[key]] = (starts[link[key]] as number) + 1;
    for (let i = 0; i < size; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
    const next = starts.slice();
    const items = new Int32Array(links.length);
    for (const link of links) {
      const place = next[link[key] - 1] as number;
      items[place] = link[value] - 1;
      next[link[key] - 1] = place + 1;
    }
    return { starts, items };
  };
  const incoming = rows("to", "from");
  const outgoing = rows("from", "to");
  return {
    size,
    floor: Float64Array.from(floors),
    duration: Float64Array.from(tasks, (task) => task.dur),
    inStart: incoming.starts,
    inFrom: incoming.items,
    outStart: outgoing.starts,
    outTo: outgoing.items,
  };
}

/** Early and late dates, total and free float, nothing else: no link types, lags, calendars, constraints. */
export function barePass(net: BareNetwork): {
  finish: Float64Array;
  late: Float64Array;
  total: Float64Array;
  free: Float64Array;
} {
  const { size, floor, duration, inStart, inFrom, outStart, outTo } = net;
  const start = new Float64Array(size);
  const finish = new Float64Array(size);
  const lateStart = new Float64Array(size);
  const lateFinish = new Float64Array(size);
  const total = new Float64Array(size);
  const free = new Float64Array(size);
  let end = 0;
  for (let i = 0; i < size; i++) {
    let s = floor[i] as number;
    for (let k = inStart[i] as number; k < (inStart[i + 1] as number); k++) {
      const bound = finish[inFrom[k] as number] as number;
      if (bound > s) s = bound;
    }
    start[i] = s;
    const f = s + (duration[i] as number);
    finish[i] = f;
    if (f > end) end = f;
  }
  for (let i = size - 1; i >= 0; i--) {
    let f = end;
    let slack = end;
    for (let k = outStart[i] as number; k < (outStart[i + 1] as number); k++) {
      const to = outTo[k] as number;
      if ((lateStart[to] as number) < f) f = lateStart[to] as number;
      if ((start[to] as number) < slack) slack = start[to] as number;
    }
    lateFinish[i] = f;
    lateStart[i] = f - (duration[i] as number);
    total[i] = f - (finish[i] as number);
    free[i] = slack - (finish[i] as number);
  }
  return { finish, late: lateFinish, total, free };
}

interface MapTask {
  readonly id: string;
  readonly duration: number;
  readonly floor: number;
}

interface MapLink {
  readonly from: string;
  readonly to: string;
  readonly type: "FS" | "SS" | "FF" | "SF";
  readonly lag: number;
}

interface MapDates {
  start: number;
  finish: number;
  lateStart: number;
  lateFinish: number;
  totalFloat: number;
  freeFloat: number;
  isCritical: boolean;
}

export interface MapPlan {
  readonly tasks: ReadonlyMap<string, MapTask>;
  readonly links: readonly MapLink[];
}

/** `floors` as for the bare pass: the calendar is looked up when the plan is built, as in the engine. */
export function mapPlan({ tasks, links }: BenchGraph, floors: readonly number[]): MapPlan {
  return {
    tasks: new Map(
      tasks.map((t, i) => [`t${t.id}`, { id: `t${t.id}`, duration: t.dur, floor: floors[i] as number }]),
    ),
    links: links.map((l) => ({ from: `t${l.from}`, to: `t${l.to}`, type: "FS" as const, lag: 0 })),
  };
}

export interface MapOrder {
  readonly incoming: ReadonlyMap<string, readonly MapLink[]>;
  readonly outgoing: ReadonlyMap<string, readonly MapLink[]>;
  readonly order: readonly string[];
}

/** What corresponds to building the network: links by task, and the topological order. */
export function mapOrder({ tasks, links }: MapPlan): MapOrder {
  const incoming = new Map<string, MapLink[]>();
  const outgoing = new Map<string, MapLink[]>();
  const waiting = new Map<string, number>();
  for (const id of tasks.keys()) {
    incoming.set(id, []);
    outgoing.set(id, []);
    waiting.set(id, 0);
  }
  for (const link of links) {
    incoming.get(link.to)?.push(link);
    outgoing.get(link.from)?.push(link);
    waiting.set(link.to, (waiting.get(link.to) ?? 0) + 1);
  }
  const order = [...tasks.keys()].filter((id) => waiting.get(id) === 0);
  for (let head = 0; head < order.length; head++) {
    for (const link of outgoing.get(order[head] as string) ?? []) {
      const left = (waiting.get(link.to) ?? 0) - 1;
      waiting.set(link.to, left);
      if (left === 0) order.push(link.to);
    }
  }
  return { incoming, outgoing, order };
}

/** The same method as stores usually write it: maps by id, link objects, results as objects. */
export function mapPass({ tasks }: MapPlan, { incoming, outgoing, order }: MapOrder): Map<string, MapDates> {
  const dates = new Map<string, MapDates>();
  let end = 0;
  for (const id of order) {
    const task = tasks.get(id) as MapTask;
    const bounds = (incoming.get(id) ?? []).map((link) =>
      bound(link, dates.get(link.from) as MapDates, task),
    );
    const start = Math.max(task.floor, ...bounds);
    const finish = start + task.duration;
    end = Math.max(end, finish);
    dates.set(id, {
      start,
      finish,
      lateStart: 0,
      lateFinish: 0,
      totalFloat: 0,
      freeFloat: 0,
      isCritical: false,
    });
  }
  for (const id of order.toReversed()) {
    const task = tasks.get(id) as MapTask;
    const own = dates.get(id) as MapDates;
    const after = (outgoing.get(id) ?? []).map((link) => ({ link, date: dates.get(link.to) as MapDates }));
    const late = after.map(({ link, date }) => back(link, date.lateStart, date.lateFinish, task));
    const early = after.map(({ link, date }) => back(link, date.start, date.finish, task));
    const lateFinish = Math.min(end, ...late);
    const freeFloat = Math.min(end, ...early) - own.finish;
    const totalFloat = lateFinish - own.finish;
    dates.set(id, {
      ...own,
      lateFinish,
      lateStart: lateFinish - task.duration,
      totalFloat,
      freeFloat,
      isCritical: totalFloat <= 0,
    });
  }
  return dates;
}

function bound(link: MapLink, from: MapDates, task: MapTask): number {
  const base = link.type === "FS" || link.type === "FF" ? from.finish : from.start;
  return base + link.lag - (link.type === "FF" || link.type === "SF" ? task.duration : 0);
}

function back(link: MapLink, start: number, finish: number, task: MapTask): number {
  const base = link.type === "FS" || link.type === "SS" ? start : finish;
  return base - link.lag + (link.type === "SS" || link.type === "SF" ? task.duration : 0);
}
