/**
 * Speed of the scheduling engine. Run: npx vitest bench --run --project rules-utc test/bench/schedule
 * Every figure of one size is taken in the same run, turn by turn, so that ratios hold on a busy machine.
 */
import { bench, describe, expect } from "vitest";
import { addDays, type Day, dayNumber } from "#shared/domain/day.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import { startPosition } from "#shared/schedule/axis.ts";
import { workingDays } from "#shared/schedule/calendar.ts";
import { allDays } from "#shared/schedule/dates.ts";
import type { ScheduleInput } from "#shared/schedule/input.ts";
import { buildNetwork, type Network } from "#shared/schedule/network.ts";
import { type Schedule, solve } from "#shared/schedule/passes.ts";
import { createResolver } from "#shared/schedule/resolve.ts";
import { type BenchGraph, makeGraph, rng } from "./graph.ts";
import {
  type BareNetwork,
  bareNetwork,
  barePass,
  type MapPlan,
  mapOrder,
  mapPass,
  mapPlan,
} from "./rivals.ts";

const FIRST: Day = "2026-01-05";
const CALENDAR: WorkCalendar = {
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: null,
  exceptions: ["2026-12-25", "2026-01-01", "2026-05-01"].map((date) => ({
    date,
    working: false,
    yearly: true,
    name: "",
  })),
};

function inputOf({ tasks, links }: BenchGraph): ScheduleInput {
  return {
    calendars: [CALENDAR],
    projectStart: FIRST,
    activities: tasks.map((task) => ({
      id: `t${task.id}`,
      durationDays: task.dur,
      plannedStart: addDays(FIRST, task.start),
    })),
    links: links.map((link) => ({
      from: `t${link.from}`,
      to: `t${link.to}`,
      type: "FS",
      lag: 0,
      lagKind: "working",
    })),
  };
}

/** Where each task's planned start lies on the working days: the same problem for the engine and its rivals. */
function floorsOf({ tasks }: BenchGraph): readonly number[] {
  const axis = workingDays(CALENDAR);
  return tasks.map((task) => startPosition(axis, dayNumber(FIRST) + task.start));
}

/** The three solve the same problem: every date and float is the same. */
function expectEqual(network: Network, bare: BareNetwork, plan: MapPlan): void {
  const ours = solve(network);
  const least = barePass(bare);
  const dates = mapPass(plan, mapOrder(plan));
  expect(ours.totalFloat).toEqual(least.total);
  expect(ours.freeFloat).toEqual(least.free);
  for (let i = 0; i < network.size; i++) {
    const own = dates.get(network.activities[i]?.id ?? "");
    const numbers = [own?.finish, own?.lateFinish, own?.totalFloat, own?.freeFloat, own?.isCritical];
    const expected = [
      least.finish[i],
      least.late[i],
      least.total[i],
      least.free[i],
      ours.isCritical[i] === 1,
    ];
    if (numbers.some((number, k) => number !== expected[k])) expect(numbers).toEqual(expected);
  }
}

/** The same graph as plans are: every tenth a milestone, links of all types with gaps, some dates held. */
function mixedOf(graph: BenchGraph): ScheduleInput {
  const input = inputOf(graph);
  const types = ["FS", "FS", "FS", "SS", "FF", "SF"] as const;
  return {
    ...input,
    activities: input.activities.map((activity, i) => ({
      ...activity,
      ...(i % 10 === 0 ? { isMilestone: true } : {}),
      ...(i % 50 === 7 ? { pinnedStart: activity.plannedStart ?? null } : {}),
      ...(i % 50 === 9 ? { constraint: { kind: "FNLT", date: "2029-06-01" } as const } : {}),
    })),
    links: input.links.map((link, i) => ({
      ...link,
      type: types[i % types.length] as "FS",
      lag: (i % 7) - 2,
      lagKind: i % 20 === 3 ? "elapsed" : "working",
    })),
  };
}

function networkOf(input: ScheduleInput): Network {
  const built = buildNetwork(input);
  if (!built.ok) throw new Error(built.problem.message);
  return built.value;
}

function milliseconds(run: () => unknown): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] as number;
}

/** Medians of several ways to do a thing, measured turn by turn. */
function medians<K extends string>(rounds: number, ways: Record<K, () => unknown>): Record<K, number> {
  const names = Object.keys(ways) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -Math.ceil(rounds / 3); round < rounds; round++) {
    for (const name of names) {
      const taken = milliseconds(ways[name]);
      if (round >= 0) times[name].push(taken);
    }
  }
  return Object.fromEntries(names.map((name) => [name, quantile(times[name], 0.5)])) as Record<K, number>;
}

/** One dragged task, re-solved at 1,000 random places: milliseconds at p50, p95 and the most, and tasks moved. */
function drags(schedule: Schedule, graph: BenchGraph) {
  const random = rng(7);
  const resolver = createResolver(schedule);
  const times: number[] = [];
  let moved = 0;
  for (let round = -300; round < 1000; round++) {
    const task = graph.tasks[Math.floor(random() * graph.tasks.length)];
    if (!task) continue;
    const change = { id: `t${task.id}`, start: addDays(FIRST, task.start + 1 + Math.floor(random() * 14)) };
    const taken = milliseconds(() => {
      moved += round >= 0 ? resolver.move([change]).count : resolver.move([change]).count * 0;
    });
    if (round >= 0) times.push(taken);
  }
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    most: quantile(times, 1),
    moved: moved / times.length,
  };
}

function row(size: number): Record<string, number> {
  const graph = makeGraph(size);
  const input = inputOf(graph);
  const network = networkOf(input);
  const mixed = networkOf(mixedOf(graph));
  const floors = floorsOf(graph);
  const bare = bareNetwork(graph, floors);
  const plan = mapPlan(graph, floors);
  expectEqual(network, bare, plan);
  const order = mapOrder(plan);
  const rounds = size >= 100_000 ? 12 : 60;
  const took = medians(rounds, {
    bare: () => barePass(bare),
    full: () => solve(network),
    mixed: () => solve(mixed),
    dates: () => allDays(solve(network)),
    maps: () => mapPass(plan, order),
    mapsBuild: () => mapOrder(plan),
    build: () => networkOf(input),
  });
  const drag = drags(solve(network), graph);
  return { size, links: graph.links.length, ...took, ...drag };
}

describe("schedule", () => {
  const rows = [1_000, 10_000, 100_000].map(row);
  const show = (value: number | undefined, digits = 3): string => (value ?? 0).toFixed(digits);
  console.table(
    rows.map((r) => ({
      tasks: r.size,
      links: r.links,
      "bare ms": show(r.bare),
      "full pass ms": show(r.full),
      "of bare": `${show((r.full ?? 0) / (r.bare ?? 1), 2)}x`,
      "mixed plan ms": show(r.mixed),
      "with days ms": show(r.dates),
      "maps ms": show(r.maps),
      "maps/full": `${show((r.maps ?? 0) / (r.full ?? 1), 0)}x`,
      "build ms": show(r.build, 2),
      "maps build ms": show(r.mapsBuild, 2),
      "drag p50 ms": show(r.p50, 4),
      "drag p95 ms": show(r.p95, 4),
      "drag max ms": show(r.most),
      moved: show(r.moved, 1),
      "ns/task": show(((r.full ?? 0) * 1e6) / (r.size ?? 1), 0),
    })),
  );
  const network = networkOf(inputOf(makeGraph(10_000)));
  bench("full pass, 10,000 tasks and 15,000 links", () => {
    expect(solve(network).totalFloat.length).toBe(10_000);
  });
});
