import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import type { Change } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import type { Clash } from "#shared/schedule/clash.ts";
import { clashesOf } from "#shared/schedule/clashes.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import {
  aPlan,
  type ItemLiteral,
  type LinkLiteral,
  type PlanLiteral,
  START,
  testContext,
} from "#test/support/builders.ts";

const ctx = testContext();

function plan(
  holds: readonly ItemLiteral[],
  links: readonly LinkLiteral[] = [],
  more: PlanLiteral = {},
): Plan {
  return aPlan({ ...more, stages: [{ name: "Stage", holds }], links });
}

function only(of: Plan, today: Day = START): Clash {
  const clashes = clashesOf(of, today);
  expect(clashes.map(({ words }) => words)).toHaveLength(1);
  return clashes[0] as Clash;
}

const labels = (clash: Clash): string[] => clash.fixes.map(({ label }) => label);

/** Every fix ends the clash it belongs to; the plan after the `n`-th one. */
function mended(of: Plan, clash: Clash, n: number, today: Day = START): Plan {
  const fix = clash.fixes[n];
  if (!fix) throw new Error("no such fix");
  const fixed = applyChange(of, withFollowers(of, must(fix.apply(of, ctx))));
  expect(clashesOf(fixed, today).map(({ key }) => key)).not.toContain(clash.key);
  return fixed;
}

const A = { task: "a", durationDays: 5 } as const;
const B = { task: "b", start: "2027-01-06", durationDays: 2 } as const;

describe("what does not fit together", () => {
  it("is nothing in a plan that keeps its links", () => {
    expect(clashesOf(plan([A, { ...B, start: "2027-01-11" }], [{ from: "a", to: "b" }]), START)).toEqual([]);
    expect(clashesOf(aPlan(), START)).toEqual([]);
  });

  it("names a link that is not kept, and mends it either way", () => {
    const of = plan([A, B], [{ from: "a", to: "b", lagDays: 1 }]);
    const clash = only(of);
    expect(clash.words).toBe(
      "'b' starts 4 working days before the end of 'a' (8 Jan) + 1 working day allows",
    );
    expect(labels(clash)).toEqual(["Move it to 12 Jan", "Remove the link"]);
    expect(mended(of, clash, 0).tasks.get("b")?.start).toBe("2027-01-12");
    expect(mended(of, clash, 1).dependencies.size).toBe(0);
  });

  it("lets go of a pin or a must-date only when asked to", () => {
    const pinned = plan([A, { ...B, isPinned: true }], [{ from: "a", to: "b" }]);
    expect(labels(only(pinned))[0]).toBe("Unpin it and move it to 11 Jan");
    expect(mended(pinned, only(pinned), 0).tasks.get("b")).toMatchObject({
      start: "2027-01-11",
      isPinned: false,
    });
    const must = plan(
      [A, { ...B, constraint: { kind: "MSO", date: "2027-01-06" } }],
      [{ from: "a", to: "b" }],
    );
    expect(only(must).words).toContain("'b' has a must-date and starts 3 working days before");
    expect(mended(must, only(must), 0).tasks.get("b")).toMatchObject({
      start: "2027-01-11",
      constraint: null,
    });
  });

  it("asks nothing of work that has begun or is done", () => {
    const begun = plan([A, { ...B, actualStart: B.start, status: "in-progress" }], [{ from: "a", to: "b" }]);
    expect(clashesOf(begun, START)).toEqual([]);
  });

  it("warns of a promise that is missed, and can pull forward what it waits for", () => {
    const of = plan(
      [
        { task: "a", start: "2027-01-11", durationDays: 5 },
        { milestone: "m", date: "2027-01-22", deadline: "2027-01-08" },
      ],
      [{ from: "a", to: "m" }],
    );
    const clash = only(of);
    expect(clash.words).toBe("'m' falls on 22 Jan, 14 days after its promised date 8 Jan");
    expect(labels(clash)).toEqual([
      "Bring 2 items forward and keep the promise",
      "Promise 22 Jan instead",
      "Take the promise back",
    ]);
    const kept = mended(of, clash, 0);
    expect([kept.tasks.get("a")?.start, kept.milestones.get("m")?.date]).toEqual([
      "2027-01-04",
      "2027-01-08",
    ]);
    expect(mended(of, clash, 1).milestones.get("m")?.deadline).toBe("2027-01-22");
    expect(mended(of, clash, 2).milestones.get("m")?.deadline).toBeNull();
  });

  it("holds a milestone to its promise by the work in it, too", () => {
    const of = plan([{ milestone: "m", date: "2027-01-06", deadline: "2027-01-07", holds: [A] }]);
    const words = clashesOf(of, START).map((clash) => clash.words);
    expect(words[0]).toBe("'m' waits for work that ends 8 Jan, 1 day after its promised date 7 Jan");
  });

  it("says how much of a promise can be won back when not all of it can", () => {
    const of = plan(
      [
        { task: "a", start: "2027-01-11", durationDays: 5 },
        { milestone: "m", date: "2027-01-22", deadline: "2027-01-08" },
      ],
      [{ from: "a", to: "m" }],
    );
    expect(labels(only(of, "2027-01-06"))[0]).toBe("Bring 2 items forward, to 12 Jan");
  });

  it("tells a rule that is not met, and keeps, changes or drops it", () => {
    const of = plan([{ ...B, constraint: { kind: "SNET", date: "2027-01-11" } }]);
    const clash = only(of);
    expect(clash.words).toBe("'b' starts 6 Jan, but must not start before 11 Jan");
    expect(mended(of, clash, 0).tasks.get("b")).toMatchObject({
      start: "2027-01-11",
      constraint: { kind: "SNET", date: "2027-01-11" },
    });
    expect(mended(of, clash, 1).tasks.get("b")?.constraint).toEqual({ kind: "SNET", date: "2027-01-06" });
    expect(mended(of, clash, 2).tasks.get("b")?.constraint).toBeNull();
  });

  it.each([
    ["SNLT", "2027-01-05", "starts 6 Jan, but must start by 5 Jan", "2027-01-05"],
    ["FNET", "2027-01-12", "ends 7 Jan, but must not finish before 12 Jan", "2027-01-11"],
    ["FNLT", "2027-01-05", "ends 7 Jan, but must finish by 5 Jan", "2027-01-04"],
    ["MSO", "2027-01-08", "starts 6 Jan, but must start on 8 Jan", "2027-01-08"],
    ["MFO", "2027-01-08", "ends 7 Jan, but must finish on 8 Jan", "2027-01-07"],
  ] as const)("knows %s", (kind, date, words, start) => {
    const of = plan([{ ...B, constraint: { kind, date } }]);
    expect(only(of).words).toBe(`'b' ${words}`);
    expect(mended(of, only(of), 0).tasks.get("b")?.start).toBe(start);
  });

  it("finds a milestone that comes before the end of the work in it", () => {
    const of = plan([{ milestone: "m", date: "2027-01-05", holds: [A, { ...B, durationDays: 1 }] }]);
    const clash = only(of);
    expect(clash.words).toBe(
      "'m' is planned for 5 Jan, but 2 items in it end later: the last, 'a', on 8 Jan",
    );
    expect(mended(of, clash, 0).milestones.get("m")?.date).toBe("2027-01-08");
  });

  it("offers to cut the link by which a milestone's own work waits for it", () => {
    const of = plan(
      [
        { milestone: "m", date: "2027-01-05", holds: [{ task: "a", start: "2027-01-06" }] },
        { task: "x", start: "2027-01-06" },
      ],
      [
        { from: "m", to: "x", type: "SS" },
        { from: "x", to: "a", type: "SS" },
      ],
    );
    const clash = only(of);
    expect(labels(clash)).toEqual(["Remove the link from 'x' to 'a'", "Move it to 6 Jan"]);
    const cut = applyChange(of, must(clash.fixes[0]?.apply(of, ctx) as Result<Change>));
    expect(clashesOf(mended(cut, only(cut), 0), START)).toEqual([]);
  });

  it("gathers what was left behind, and brings what is left of it up to the as-of date", () => {
    const of = plan([
      A,
      { ...B, progressPct: 50, status: "in-progress", actualStart: B.start },
      { task: "pinned", isPinned: true },
      { task: "done", status: "done" },
      { milestone: "m", date: "2027-01-12" },
    ]);
    const clash = only(of, "2027-01-16");
    expect(clash.words).toBe("3 items were due to begin or end before 16 Jan and have not");
    const fixed = mended(of, clash, 0, "2027-01-16");
    expect(fixed.tasks.get("a")?.start).toBe("2027-01-18");
    expect(fixed.tasks.get("b")).toMatchObject({ start: B.start, durationDays: 9 });
    expect(fixed.milestones.get("m")?.date).toBe("2027-01-16");
    const kept = plan([A], [], { roadmap: { statusDate: START } });
    expect(clashesOf(kept, "2027-06-01")).toEqual([]);
  });

  it("brings a chain up in its order, with what lies in between", () => {
    const chain = ["a", "b", "c"].map((task, n) => ({ task, start: addDays(START, n * 2), durationDays: 2 }));
    const of = plan(
      [...chain, { task: "free", durationDays: 1 }],
      [
        { from: "a", to: "b" },
        { from: "b", to: "c", rule: "never" },
      ],
    );
    const clash = only(of, "2027-01-18");
    expect(labels(clash)).toEqual(["Move what is left to 18 Jan or after"]);
    const fixed = mended(of, clash, 0, "2027-01-18");
    expect(["a", "b", "c", "free"].map((id) => fixed.tasks.get(id)?.start)).toEqual([
      "2027-01-18",
      "2027-01-20",
      "2027-01-22",
      "2027-01-18",
    ]);
    expect(clashesOf(fixed, "2027-01-18")).toEqual([]);
  });

  it("keeps a rule by pulling forward what its links wait for, never by breaking them", () => {
    const late = { kind: "FNLT", date: "2027-01-13" } as const;
    const of = plan(
      [
        { ...A, start: "2027-01-11" },
        { ...B, start: "2027-01-18", constraint: late },
      ],
      [{ from: "a", to: "b" }],
    );
    const clash = only(of);
    expect(labels(clash)).toEqual([
      "Bring 2 items forward and keep the rule",
      "Change the rule to 19 Jan",
      "Drop the rule",
    ]);
    expect(clashesOf(mended(of, clash, 0), START)).toEqual([]);
    expect(labels(only(of, "2027-01-11"))[0]).toBe("Change the rule to 19 Jan");
  });

  it("promises to win days back only where they are won", () => {
    const begun = { ...A, start: "2027-01-11", status: "in-progress", actualStart: "2027-01-11" } as const;
    const of = plan(
      [begun, { task: "b", start: "2027-01-13", durationDays: 2, deadline: "2027-01-08" }],
      [{ from: "a", to: "b" }],
    );
    const clash = clashesOf(of, START).find(({ kind }) => kind === "promise-missed") as Clash;
    // It lies before what its link allows as it is: nothing can be moved forward.
    expect(labels(clash)).toEqual(["Promise 14 Jan instead", "Take the promise back"]);
  });

  it("names no day that a plan cannot hold", () => {
    const long = { durationDays: 9_000, start: "2199-01-02" } as const;
    const of = plan([
      { milestone: "m", deadline: "2027-02-01", holds: [{ task: "a", deadline: "2199-02-01", ...long }] },
    ]);
    for (const { fixes } of clashesOf(of, START)) for (const { apply } of fixes) must(apply(of, ctx));
    expect(clashesOf(of, START).map(({ kind }) => kind)).toContain("milestone-before-work");
  });

  it("lets work without duration lie on the very day of its rule, worked or not", () => {
    const of = plan([
      { task: "a", durationDays: 0, start: "2027-01-09", constraint: { kind: "FNLT", date: "2027-01-09" } },
    ]);
    expect(clashesOf(of, START)).toEqual([]);
  });

  it("names a loop through what groups hold, and offers to cut it", () => {
    const of = aPlan({
      stages: [
        { name: "One", holds: [A, { task: "x" }] },
        { name: "Two", holds: [B] },
      ],
      links: [
        { from: "One", to: "b" },
        { from: "b", to: "x" },
      ],
    });
    const clash = clashesOf(of, START)[0] as Clash;
    expect(clash.kind).toBe("loop");
    expect(clash.words).toContain("lead in a loop");
    expect(labels(clash).sort()).toEqual([
      "Remove the link from 'One' to 'b'",
      "Remove the link from 'b' to 'x'",
    ]);
    mended(of, clash, 0);
  });

  it("has a handful to say of the worked examples, each with a way out", () => {
    for (const name of ["pizza-shop", "immigration-law-office"]) {
      const example = must(parseDocument(readFileSync(`assets/examples/${name}.groundwork`, "utf8")));
      const clashes = clashesOf(example, addDays(example.roadmap.startDate, 60));
      for (const clash of clashes) {
        expect(clash.fixes.length).toBeGreaterThan(0);
        clash.fixes.forEach(({ label }, n) => {
          // Winning some days back is offered as just that.
          if (!label.includes("forward, to"))
            mended(example, clash, n, addDays(example.roadmap.startDate, 60));
        });
      }
    }
  });
});
