import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEPENDENCY_TYPES } from "#shared/domain/dependency.ts";
import { arrowPath, type BarBox, pathData, routeCrosses, routeLink } from "#shared/timeline/link.ts";

const ROW = 34;
const boxes: fc.Arbitrary<BarBox> = fc.record({
  x: fc.integer({ min: 0, max: 3_000 }),
  width: fc.integer({ min: 4, max: 800 }),
  y: fc.integer({ min: 0, max: 60 }).map((row) => row * ROW + ROW / 2),
});
const pairs = fc
  .tuple(boxes, boxes, fc.constantFrom(...DEPENDENCY_TYPES))
  .filter(([from, to]) => from.y !== to.y);

describe("the route of a link", () => {
  it("starts at the end of the one bar and stops at the end of the other that the type names", () => {
    fc.assert(
      fc.property(pairs, ([from, to, type]) => {
        const points = routeLink(from, to, type, ROW);
        expect(points[0]).toEqual({ x: type[0] === "F" ? from.x + from.width : from.x, y: from.y });
        expect(points.at(-1)).toEqual({ x: type[1] === "F" ? to.x + to.width : to.x, y: to.y });
      }),
    );
  });

  it("has right angles only, and enters the bar from outside", () => {
    fc.assert(
      fc.property(pairs, ([from, to, type]) => {
        const points = routeLink(from, to, type, ROW);
        for (let i = 1; i < points.length; i++) {
          const [a, b] = [points[i - 1], points[i]] as const;
          expect(a?.x === b?.x || a?.y === b?.y).toBe(true);
        }
        const before = points.at(-2)?.x ?? 0;
        if (type[1] === "S") expect(before).toBeLessThan(to.x);
        else expect(before).toBeGreaterThan(to.x + to.width);
      }),
    );
  });

  it("is found by every rectangle that holds one of its corners", () => {
    fc.assert(
      fc.property(pairs, ([from, to, type]) => {
        const points = routeLink(from, to, type, ROW);
        for (const { x, y } of points) expect(routeCrosses(points, x - 5, y - 5, x + 5, y + 5)).toBe(true);
      }),
    );
  });

  it("is not found where none of it lies, even inside its outline", () => {
    const points = routeLink({ x: 0, width: 100, y: 17 }, { x: 500, width: 50, y: 357 }, "FS", ROW);
    expect(routeCrosses(points, 200, 50, 450, 300)).toBe(false);
  });
});

describe("path data", () => {
  const straight = routeLink({ x: 0, width: 10, y: 17 }, { x: 100, width: 10, y: 51 }, "FS", ROW);

  it("walks the corners", () => {
    expect(pathData(straight)).toBe("M10 17L17 17L17 51L100 51");
  });

  it("rounds the corners and ends in an arrow head pointing into the bar", () => {
    expect(arrowPath(straight, 4)).toBe(
      "M10 17L13.5 17Q17 17 17 20.5L17 47Q17 51 21 51H100M96.5 47.5L100 51L96.5 54.5",
    );
  });

  it("can be drawn into a tile", () => {
    expect(arrowPath(straight, 0, 10, 17)).toMatch(/^M0 0/);
  });
});
