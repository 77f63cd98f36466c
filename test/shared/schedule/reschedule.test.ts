import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import type { LinkRule } from "#shared/domain/dependency.ts";
import { withGroups } from "#shared/schedule/groups.ts";
import type { ScheduleActivity } from "#shared/schedule/input.ts";
import { buildNetwork, type Network } from "#shared/schedule/network.ts";
import { linkBound } from "#shared/schedule/placing.ts";
import { reschedule } from "#shared/schedule/reschedule.ts";
import { moveDays } from "#shared/schedule/resolve.ts";
import { storedPlaces } from "#shared/schedule/storedPlaces.ts";
import { inputOf, link, MONDAY, milestone, task } from "./support.ts";

type Starts = Record<string, string>;

function networkOf(
  activities: readonly ScheduleActivity[],
  links: readonly (readonly [string, (LinkRule | undefined)?])[],
): Network {
  const built = buildNetwork({
    ...inputOf(activities),
    links: links.map(([text, rule]) => link(text, rule)),
  });
  if (!built.ok) throw new Error(built.problem.message);
  return built.value;
}

/** Starts of everything that moves when `id` is dropped on `start`, and the links it leaves unmet. */
function drop(network: Network, starts: Starts, id: string, start: string) {
  const stored = storedPlaces(network, (each) => starts[each] ?? null);
  const result = reschedule(network, stored, [{ id, start }]);
  const moved = Object.fromEntries(moveDays(network, stored, result).map((move) => [move.id, move.start]));
  return { moved, broken: result.broken.map((each) => `${each.activityId} ${each.days}`) };
}

describe("link rules", () => {
  /** a: Mon 1 to Tue 2 March; b: Thu 4; c: Mon 8. A gap of one working day before b, two before c. */
  const starts = { a: "2027-03-01", b: "2027-03-04", c: "2027-03-08" };
  const chain = (rule?: LinkRule) =>
    networkOf(
      [task("a", 2), task("b", 1), task("c", 1)],
      [
        ["a FS b", rule],
        ["b FS c", rule],
      ],
    );

  it("keep the gap: the chain shifts by the same working days, later and earlier", () => {
    expect(drop(chain("keep"), starts, "a", "2027-03-03").moved).toEqual({
      a: "2027-03-03",
      b: "2027-03-08",
      c: "2027-03-10",
    });
    const late = { a: "2027-03-03", b: "2027-03-08", c: "2027-03-10" };
    expect(drop(chain("keep"), late, "a", "2027-03-01").moved).toEqual({
      a: "2027-03-01",
      b: "2027-03-04",
      c: "2027-03-08",
    });
  });

  it("use the gap up: nobody moves until the gap is gone, and nobody moves earlier", () => {
    expect(drop(chain("use"), starts, "a", "2027-03-02").moved).toEqual({ a: "2027-03-02" });
    expect(drop(chain("use"), starts, "a", "2027-03-04").moved).toEqual({
      a: "2027-03-04",
      b: "2027-03-08",
      c: "2027-03-09",
    });
    expect(drop(chain(), starts, "b", "2027-03-03").moved).toEqual({ b: "2027-03-03" });
  });

  it("never move: the drag is done alone and the unmet link is told", () => {
    expect(drop(chain("never"), starts, "a", "2027-03-04")).toEqual({
      moved: { a: "2027-03-04" },
      broken: ["b 2"],
    });
    expect(drop(chain("never"), starts, "a", "2027-03-02")).toEqual({
      moved: { a: "2027-03-02" },
      broken: [],
    });
  });

  it("moves earlier only when all links that keep their gap do, and not past another link or a not-before date", () => {
    const two = networkOf(
      [task("a", 1), task("b", 1), task("c", 1)],
      [
        ["a FS c", "keep"],
        ["b FS c", "keep"],
      ],
    );
    const late = { a: "2027-03-03", b: "2027-03-03", c: "2027-03-05" };
    expect(drop(two, late, "a", "2027-03-01").moved).toEqual({ a: "2027-03-01" });
    const use = networkOf(
      [task("a", 1), task("b", 1), task("c", 1)],
      [
        ["a FS c", "keep"],
        ["b FS c", "use"],
      ],
    );
    expect(drop(use, late, "a", "2027-03-01").moved).toEqual({ a: "2027-03-01", c: "2027-03-04" });
    const held = { constraint: { kind: "SNET", date: "2027-03-04" } } as const;
    const dated = networkOf([task("a", 1), task("c", 1, held)], [["a FS c", "keep"]]);
    expect(drop(dated, late, "a", "2027-03-01").moved).toEqual({ a: "2027-03-01", c: "2027-03-04" });
  });

  it("leaves pinned work and history where they are, and tells the link it cannot keep", () => {
    const pinned = networkOf([task("a", 2), task("b", 1, { pinnedStart: "2027-03-04" })], [["a FS b"]]);
    expect(drop(pinned, starts, "a", "2027-03-04")).toEqual({ moved: { a: "2027-03-04" }, broken: ["b 2"] });
    const begun = networkOf(
      [task("a", 2), task("b", 1, { actualStart: "2027-03-04" })],
      [["a FS b", "keep"]],
    );
    expect(drop(begun, starts, "a", "2027-03-04")).toEqual({ moved: { a: "2027-03-04" }, broken: ["b 2"] });
    expect(drop(begun, starts, "b", "2027-03-09").moved).toEqual({ b: "2027-03-09" });
  });

  it("moves milestones to the day the work before them ends", () => {
    const network = networkOf([task("a", 2), milestone("m"), task("b", 1)], [["a FS m"], ["m FS b", "keep"]]);
    const moved = drop(
      network,
      { a: "2027-03-01", m: "2027-03-02", b: "2027-03-04" },
      "a",
      "2027-03-03",
    ).moved;
    expect(moved).toEqual({ a: "2027-03-03", m: "2027-03-04", b: "2027-03-08" });
  });

  it("follows the ends of groups: their last finish and their first start", () => {
    const activities = [task("a", 2), task("b", 1), task("c", 1), task("d", 1)];
    const links = [link("G FS c", "keep"), link("G SS+3 d", "use")];
    const input = withGroups({ ...inputOf(activities), links }, [{ id: "G", leafIds: ["a", "b"] }]);
    const built = buildNetwork(input);
    if (!built.ok) throw new Error(built.problem.message);
    const dates = { a: "2027-03-01", b: "2027-03-04", c: "2027-03-08", d: "2027-03-04" };
    expect(drop(built.value, dates, "a", "2027-03-02").moved).toMatchObject({
      a: "2027-03-02",
      d: "2027-03-05",
    });
    expect(drop(built.value, dates, "a", "2027-03-02").moved.c).toBeUndefined();
    expect(drop(built.value, dates, "b", "2027-03-05").moved).toMatchObject({ c: "2027-03-09" });
  });

  it("leaves links alone that were broken before and have not become worse", () => {
    expect(drop(chain("use"), { ...starts, b: "2027-03-02" }, "c", "2027-03-09")).toEqual({
      moved: { c: "2027-03-09" },
      broken: [],
    });
  });
});

it("after any drag under 'use the gap up' every link that was met is met, and nothing has moved earlier", () => {
  const plan = fc.record({
    durations: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 }),
    gaps: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
    links: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
      maxLength: 9,
    }),
    dragged: fc.integer({ min: 0, max: 5 }),
    to: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(plan, ({ durations, gaps, links, dragged, to }) => {
      const pairs = links.filter(([a, b]) => a < b).map(([a, b]): [string] => [`t${a} FS t${b}`]);
      const network = networkOf(
        durations.map((days, i) => task(`t${i}`, days)),
        pairs,
      );
      const starts = Object.fromEntries(
        durations.map((_, i) => [`t${i}`, addDays(MONDAY, i * 7 + (gaps[i] as number))]),
      );
      const stored = storedPlaces(network, (id) => starts[id] ?? null);
      const after = reschedule(network, stored, [{ id: `t${dragged}`, start: addDays(MONDAY, to) }]);
      for (let i = 0; i < network.size; i++) {
        if (network.activities[i]?.id === `t${dragged}`) continue;
        expect(after.places.at[2 * i]).toBeGreaterThanOrEqual(stored.at[2 * i] as number);
        for (
          let row = network.incoming.offsets[i] as number;
          row < (network.incoming.offsets[i + 1] as number);
          row++
        ) {
          const wasMet = linkBound(network, stored, row) <= (stored.at[2 * i] as number);
          if (wasMet)
            expect(linkBound(network, after.places, row)).toBeLessThanOrEqual(
              after.places.at[2 * i] as number,
            );
        }
      }
    }),
    { numRuns: 400 },
  );
});
