import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PageRow, paginate } from "#shared/print/layout/pagination.ts";

/** Rows of a believable outline: each at most one deeper than the row before. */
const rowsBy = (step: fc.Arbitrary<number>) =>
  fc
    .array(fc.record({ height: fc.integer({ min: 8, max: 40 }), step }), {
      minLength: 1,
      maxLength: 200,
      // Otherwise fast-check keeps to some ten rows, which fit on one sheet.
      size: "max",
    })
    .map((steps) => {
      let depth = -1;
      return steps.map(({ height, step }): PageRow => {
        depth = Math.max(0, Math.min(depth + step, depth + 1, 5));
        return { height, depth };
      });
    });
const rows = rowsBy(fc.integer({ min: -3, max: 1 }));
/** Long groups, several deep. */
const groups = rowsBy(fc.constantFrom(-2, -1, 0, 0, 0, 0, 1, 1));
const ROOM = 300;

describe("paginate", () => {
  it("keeps every row exactly once and in order, and overfills no sheet", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const pages = paginate(given, () => ROOM);
        expect(pages[0]?.from).toBe(0);
        expect(pages.at(-1)?.to).toBe(given.length);
        pages.forEach((page, i) => {
          expect(page.to).toBeGreaterThan(page.from);
          if (i > 0) expect(page.from).toBe(pages[i - 1]?.to);
          const height = given.slice(page.from, page.to).reduce((sum, row) => sum + row.height, 0);
          expect(height).toBeLessThanOrEqual(ROOM);
        });
      }),
    );
  });

  it("never ends a sheet with a heading whose first item starts the next", () => {
    fc.assert(
      fc.property(rows, (given) => {
        for (const { to } of paginate(given, () => ROOM).slice(0, -1)) {
          expect(given[to]?.depth ?? 0).toBeLessThanOrEqual(given[to - 1]?.depth ?? 0);
        }
      }),
    );
  });

  it("cuts no group in two that would fit on a sheet with the headings it follows", () => {
    fc.assert(
      fc.property(groups, (given) => {
        const pages = paginate(given, () => ROOM, "whole");
        const pageOf = (row: number) => pages.findIndex(({ from, to }) => row >= from && row < to);
        expect(pages.flatMap(({ from, to }) => given.slice(from, to))).toEqual(given);
        given.forEach(({ depth }, group) => {
          if (depth === 0) return;
          let end = group + 1;
          while ((given[end]?.depth ?? 0) > depth) end++;
          let first = group;
          while (first > 0 && (given[first - 1]?.depth ?? 0) < (given[first]?.depth ?? 0)) first--;
          const height = given.slice(first, end).reduce((sum, row) => sum + row.height, 0);
          if (height <= ROOM) expect(pageOf(end - 1)).toBe(pageOf(group));
        });
      }),
    );
  });

  it("starts a new sheet with a new milestone rather than cutting it in two", () => {
    const group = (tasks: number): PageRow[] => [
      { height: 20, depth: 1 },
      ...Array.from({ length: tasks }, () => ({ height: 20, depth: 2 })),
    ];
    const given = [{ height: 20, depth: 0 }, ...group(5), ...group(5), ...group(4)];
    expect(paginate(given, () => ROOM)).toEqual([
      { from: 0, to: 13 },
      { from: 13, to: 18 },
    ]);
  });

  it("gives a row higher than a sheet a sheet of its own", () => {
    const given = [10, 900, 10].map((height) => ({ height, depth: 0 }));
    expect(paginate(given, () => ROOM)).toHaveLength(3);
  });
});
