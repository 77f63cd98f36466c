import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { daysIn } from "#shared/print/chart/span.ts";
import {
  type RunRoom,
  SHARED_BAR,
  stageBlocks,
  stageRuns,
  windowOfBlocks,
} from "#shared/print/chart/stageRuns.ts";
import { LEGIBLE_BAR, typicalDays } from "#shared/print/chart/tiles.ts";
import { needsYears, windowOf, windowWords } from "#shared/print/chart/window.ts";
import { spanOnSheet } from "#shared/print/timeline/sheetDates.ts";
import { aPlan, START, type StageLiteral } from "#test/support/builders.ts";

interface Sketch {
  readonly from: number;
  readonly rows: number;
  readonly days: number;
  readonly dated?: boolean;
}

const ROW = 10;
const room: RunRoom = { height: 300, chartWidth: 360 };

function blocksOf(sketches: readonly Sketch[]) {
  const stages = sketches.map(({ from, rows, days, dated = true }, i): StageLiteral => {
    const tasks = Array.from({ length: rows }, (_, k) => ({
      task: `Work ${i}.${k}`,
      start: addDays(START, from + k),
      durationDays: days,
    }));
    return { name: `Stage ${i + 1}`, holds: dated ? tasks : [] };
  });
  return stageBlocks(outlineOf(aPlan({ stages })).stages, (group) => {
    const rows = group.reduce((sum, stage) => sum + 1 + stage.children.length, 0);
    return { height: rows * ROW, sheets: Math.ceil((rows * ROW) / room.height) };
  });
}

const runsOf = (sketches: readonly Sketch[]) =>
  stageRuns(blocksOf(sketches), room).map(({ from, to }) => [from, to]);

describe("stageRuns", () => {
  it("keeps stages apart where sharing saves no paper", () => {
    const long = { rows: 28, days: 20 };
    expect(
      runsOf([
        { from: 0, ...long },
        { from: 60, ...long },
      ]),
    ).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it("puts short neighbours together while their bars stay long, and no further", () => {
    const short = { rows: 8, days: 10 };
    const near = [0, 30, 60, 90].map((from) => ({ from, ...short }));
    expect(runsOf(near)).toEqual([
      [0, 2],
      [2, 4],
    ]);
    const far = [0, 700, 1400, 2100].map((from) => ({ from, ...short }));
    expect(runsOf(far)).toEqual([0, 1, 2, 3].map((i) => [i, i + 1]));
  });

  it("keeps a plan that fits on one sheet there while its bars are legible at all", () => {
    const few = { rows: 5, days: 10 };
    const years = [0, 350, 700, 1000].map((from) => ({ from, ...few }));
    const blocks = blocksOf(years);
    const typical = typicalDays(blocks.flatMap(({ barDays }) => barDays));
    const bar = (typical * room.chartWidth) / daysIn(windowOfBlocks(blocks));
    expect(bar).toBeGreaterThan(LEGIBLE_BAR);
    expect(bar).toBeLessThan(SHARED_BAR);
    expect(runsOf(years)).toEqual([[0, 4]]);
  });

  it("gives stages without dates to their neighbours, and nothing to a plan without any", () => {
    const dated = { rows: 3, days: 5 };
    const none = { from: 0, rows: 0, days: 0, dated: false };
    const blocks = blocksOf([none, { from: 0, ...dated }, none, { from: 40, ...dated }]);
    expect(blocks.map(({ stages }) => stages.map(({ wbsCode }) => wbsCode))).toEqual([
      ["1", "2", "3"],
      ["4"],
    ]);
    expect(blocksOf([none, none])).toEqual([]);
  });

  it("holds every stage once and in order, and never shares a sheet that is too small or too dense", () => {
    const sketch = fc.record({
      from: fc.integer({ min: 0, max: 900 }),
      rows: fc.integer({ min: 1, max: 40 }),
      days: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 8 }), (sketches) => {
        const blocks = blocksOf(sketches);
        const runs = stageRuns(blocks, room);
        expect(runs.flatMap(({ from, to }) => blocks.slice(from, to))).toEqual(blocks);
        for (const { from, to } of runs) {
          const run = blocks.slice(from, to);
          const window = windowOfBlocks(run);
          for (const { start, finish } of run) {
            expect(dayNumber(start)).toBeGreaterThanOrEqual(window.firstDay);
            expect(dayNumber(finish)).toBeLessThanOrEqual(window.lastDay);
          }
          if (run.length === 1) continue;
          expect(run.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(room.height);
          const typical = typicalDays(run.flatMap(({ barDays }) => barDays));
          const least = runs.length === 1 ? LEGIBLE_BAR : SHARED_BAR;
          expect((typical * room.chartWidth) / daysIn(window)).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("windows", () => {
  it("are whole weeks, months or quarters, the longer the coarser, and at least six weeks", () => {
    expect(windowWords(windowOf("2026-09-08", "2027-04-17"))).toBe("Sep 2026 – Apr 2027");
    expect(windowWords(windowOf("2027-02-10", "2027-06-11"))).toBe("Feb – Jun 2027");
    expect(windowWords(windowOf("2027-02-27", "2027-05-06"))).toBe("22 Feb – 9 May 2027");
    expect(windowWords(windowOf("2026-12-10", "2026-12-11"))).toBe("7 Dec 2026 – 17 Jan 2027");
    expect(windowWords(windowOf("2026-05-08", "2030-02-17"))).toBe("Apr 2026 – Mar 2030");
  });

  it("hold their first and last day with no more than a quarter beside either", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 3_000 }), (from, days) => {
        const [start, finish] = [addDays(START, from), addDays(START, from + days)];
        const { firstDay, lastDay } = windowOf(start, finish);
        expect(lastDay - firstDay + 1).toBeGreaterThanOrEqual(42);
        const spare = [dayNumber(start) - firstDay, lastDay - dayNumber(finish)];
        for (const days of spare) expect(days >= 0 && days < 92).toBe(true);
      }),
    );
  });

  it("need years in their dates once they are longer than one", () => {
    expect(needsYears(windowOf("2027-01-01", "2027-12-31"))).toBe(false);
    expect(needsYears(windowOf("2027-01-01", "2028-01-01"))).toBe(true);
  });
});

describe("spanOnSheet", () => {
  it("says a month once, and a year only where it is asked for", () => {
    const both = (start: string, finish: string) => [false, true].map((y) => spanOnSheet(start, finish, y));
    expect(both("2027-06-02", "2027-06-17")).toEqual(["2 – 17 Jun", "2 – 17 Jun ’27"]);
    expect(both("2027-07-25", "2027-08-07")).toEqual(["25 Jul – 7 Aug", "25 Jul – 7 Aug ’27"]);
    expect(both("2027-12-28", "2028-01-03")).toEqual(["28 Dec – 3 Jan", "28 Dec ’27 – 3 Jan ’28"]);
    expect(both("2027-06-02", "2027-06-02")).toEqual(["2 Jun", "2 Jun ’27"]);
    expect(spanOnSheet(null, null, true)).toBe("–");
  });
});
