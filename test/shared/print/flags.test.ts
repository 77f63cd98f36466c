import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Flag, type FlagRoom, hangFlags, POLE_SPACE } from "#shared/print/planPage/flags.ts";

const room: FlagRoom = { left: 0, right: 700, lanes: 3, gap: 6 };
const flags = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 700 }),
    width: fc.integer({ min: 10, max: 120 }),
    weight: fc.integer({ min: 0, max: 50 }),
  }),
  { maxLength: 30 },
);

interface Box {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly pole: number;
}

function boxes(given: readonly Flag[]): Box[] {
  return hangFlags(given, room).flatMap((hung, i) => {
    const { x, width } = given[i] as Flag;
    return hung ? [{ lane: hung.lane, from: hung.labelX, to: hung.labelX + width, pole: x }] : [];
  });
}

describe("hangFlags", () => {
  it("hangs flags that stand apart next to the line, on the right of their poles", () => {
    const hung = hangFlags(
      [
        { x: 10, width: 80, weight: 1 },
        { x: 300, width: 80, weight: 1 },
      ],
      room,
    );
    expect(hung).toEqual([
      { lane: 0, side: "right", labelX: 10 + POLE_SPACE },
      { lane: 0, side: "right", labelX: 300 + POLE_SPACE },
    ]);
  });

  it("hangs the last one to the left where the right edge is near", () => {
    expect(hangFlags([{ x: 690, width: 80, weight: 1 }], room)[0]?.side).toBe("left");
  });

  it("never lets labels overlap, leave the room, or stand in the way of a pole", () => {
    fc.assert(
      fc.property(flags, (given) => {
        const all = boxes(given);
        for (const [i, a] of all.entries()) {
          expect(a.from).toBeGreaterThanOrEqual(room.left);
          expect(a.to).toBeLessThanOrEqual(room.right);
          for (const b of all.slice(i + 1)) {
            if (a.lane === b.lane) expect(a.to <= b.from || b.to <= a.from).toBe(true);
          }
          for (const b of all) {
            if (b !== a && b.lane >= a.lane) expect(b.pole > a.from && b.pole < a.to).toBe(false);
          }
        }
      }),
    );
  });

  it("leaves out only what has no room: a lone flag that fits always hangs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (x) => {
        expect(hangFlags([{ x, width: 100, weight: 0 }], room)[0]).not.toBeNull();
      }),
    );
  });
});
