/**
 * Which neighbouring stages share timeline sheets, and so one window of time.
 *
 * The rule: every stage has its own sheets and its own window, except that neighbours whose rows all fit on one
 * sheet share it while the typical bar (the median of their tasks) is at least SHARED_BAR points long in their
 * joint window. A plan that fits on one sheet as a whole stays on it while its bars are legible at all. Of the
 * ways to share that need the fewest sheets the one with the most windows is taken, then the most even.
 */
import { type Day, dayNumber, earliest, latest } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { type ChartSpan, daysIn } from "./span.ts";
import { LEGIBLE_BAR, typicalDays } from "./tiles.ts";
import { windowOf } from "./window.ts";

/** One stage, and the stages without dates that stand beside it. */
export interface StageBlock {
  readonly stages: readonly OutlineNode[];
  readonly start: Day;
  readonly finish: Day;
  /** Lengths of its tasks in calendar days. */
  readonly barDays: readonly number[];
  /** Of all its rows, set as tightly as they go. */
  readonly height: number;
  /** When it has sheets of its own. */
  readonly sheets: number;
}

export interface RunRoom {
  readonly height: number;
  readonly chartWidth: number;
}

/** Blocks `from` up to but not including `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Shortest typical bar, in points, that stages accept to share a sheet. */
export const SHARED_BAR = 9;

export function stageRuns(blocks: readonly StageBlock[], room: RunRoom): Run[] {
  if (blocks.length > 1 && mayShare(blocks, room, LEGIBLE_BAR)) return [{ from: 0, to: blocks.length }];
  return fewestSheets(blocks.length, ({ from, to }) => {
    const run = blocks.slice(from, to);
    if (run.length > 1 && !mayShare(run, room, SHARED_BAR)) return null;
    return { sheets: run.length === 1 ? (run[0]?.sheets ?? 1) : 1, height: heightOf(run) };
  });
}

export function windowOfBlocks(blocks: readonly StageBlock[]): ChartSpan {
  const start = earliest(blocks.map((block) => block.start)) ?? "";
  const finish = latest(blocks.map((block) => block.finish)) ?? "";
  return windowOf(start, finish);
}

/** Stages in order, each opening a block unless it has no dates. Empty when none has. */
export function stageBlocks(
  stages: readonly OutlineNode[],
  sizeOf: (stages: readonly OutlineNode[]) => { readonly height: number; readonly sheets: number },
): StageBlock[] {
  const groups: OutlineNode[][] = [];
  let undated: OutlineNode[] = [];
  for (const stage of stages) {
    if (stage.spanStart !== null) {
      groups.push([...(groups.length === 0 ? undated : []), stage]);
      undated = [];
    } else if (groups.length > 0) groups.at(-1)?.push(stage);
    else undated.push(stage);
  }
  return groups.map((group) => ({
    stages: group,
    start: earliest(group.flatMap(({ spanStart }) => spanStart ?? [])) ?? "",
    finish: latest(group.flatMap(({ spanFinish }) => spanFinish ?? [])) ?? "",
    barDays: group.flatMap(barDaysBelow),
    ...sizeOf(group),
  }));
}

function barDaysBelow(stage: OutlineNode): number[] {
  const days: number[] = [];
  const stack = [...stage.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { item, isGroup, start, finish } = node;
    if (item.kind === "task" && !isGroup && start !== null && finish !== null) {
      days.push(dayNumber(finish) - dayNumber(start) + 1);
    }
    stack.push(...node.children);
  }
  return days;
}

function heightOf(blocks: readonly StageBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.height, 0);
}

function mayShare(blocks: readonly StageBlock[], room: RunRoom, leastBar: number): boolean {
  if (heightOf(blocks) > room.height) return false;
  const perDay = room.chartWidth / daysIn(windowOfBlocks(blocks));
  return typicalDays(blocks.flatMap(({ barDays }) => barDays)) * perDay >= leastBar;
}

interface Cost {
  readonly sheets: number;
  readonly height: number;
}

interface Cut {
  readonly sheets: number;
  readonly runs: readonly Run[];
  /** Sum of the squared heights of the runs: the smaller, the more evenly they share the rows. */
  readonly unevenness: number;
}

/** `costOf` is null for blocks that may not share; then no longer run that ends there may either. */
function fewestSheets(blocks: number, costOf: (run: Run) => Cost | null): Run[] {
  const best: Cut[] = [{ sheets: 0, runs: [], unevenness: 0 }];
  for (let to = 1; to <= blocks; to++) {
    for (let from = to - 1; from >= 0; from--) {
      const cost = costOf({ from, to });
      if (cost === null) break;
      const cut = extended(best[from] as Cut, { from, to }, cost);
      const known = best[to];
      if (!known || isBetter(cut, known)) best[to] = cut;
    }
  }
  return [...(best[blocks]?.runs ?? [])];
}

function extended(before: Cut, run: Run, { sheets, height }: Cost): Cut {
  return {
    sheets: before.sheets + sheets,
    runs: [...before.runs, run],
    unevenness: before.unevenness + height * height,
  };
}

function isBetter(a: Cut, b: Cut): boolean {
  if (a.sheets !== b.sheets) return a.sheets < b.sheets;
  if (a.runs.length !== b.runs.length) return a.runs.length > b.runs.length;
  return a.unevenness < b.unevenness;
}
