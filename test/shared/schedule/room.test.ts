import { describe, expect, it } from "vitest";
import type { Plan } from "#shared/domain/plan.ts";
import { criticalIds } from "#shared/schedule/criticalPath.ts";
import { roomOf } from "#shared/schedule/room.ts";
import { aPlan, type LinkLiteral, type MilestoneLiteral } from "#test/support/builders.ts";

/** Two milestones: a (3 days) and b (2 days, after it) lead to M on Friday 15 January; c leads to N a week later. */
function plan(links: readonly LinkLiteral[] = [], of: Partial<MilestoneLiteral> = {}): Plan {
  return aPlan({
    stages: [
      {
        id: "S",
        name: "Stage",
        holds: [
          {
            milestone: "M",
            date: "2027-01-15",
            ...of,
            holds: [
              { task: "a", start: "2027-01-04", durationDays: 3 },
              { task: "b", start: "2027-01-08", durationDays: 2 },
              { task: "done", start: "2027-01-04", status: "done", progressPct: 100 },
            ],
          },
          {
            milestone: "N",
            date: "2027-01-22",
            holds: [{ task: "c", start: "2027-01-18", durationDays: 2 }],
          },
          { task: "alone", start: "2027-01-04", durationDays: 2 },
        ],
      },
    ],
    links: [{ from: "a", to: "b" }, ...links],
  });
}

describe("room to slip", () => {
  it("is what is left until a milestone moves, and until anything moves", () => {
    expect(roomOf(plan(), "a")).toEqual({ totalDays: 5, freeDays: 1, isCritical: false, limitId: "M" });
    expect(roomOf(plan(), "b")).toEqual({ totalDays: 4, freeDays: 4, isCritical: false, limitId: "M" });
  });

  it("ends with the plan where nothing follows", () => {
    expect(roomOf(plan(), "alone")).toEqual({
      totalDays: 13,
      freeDays: 13,
      isCritical: false,
      limitId: null,
    });
    expect(roomOf(plan(), "N")).toMatchObject({ totalDays: 0, isCritical: true, limitId: null });
  });

  it("of a milestone does not end at its own date, but at what follows it or at its promise", () => {
    const linked = plan([{ from: "M", to: "c" }]);
    expect(roomOf(linked, "M")).toEqual({ totalDays: 3, freeDays: 0, isCritical: false, limitId: "N" });
    const promised = plan([{ from: "M", to: "c" }], { deadline: "2027-01-18" });
    expect(roomOf(promised, "M")).toMatchObject({ totalDays: 1, limitId: "M" });
  });

  it("ends at what is pinned", () => {
    const pinned = aPlan({
      stages: [
        {
          name: "S",
          holds: [
            { task: "x", durationDays: 3 },
            { milestone: "M", date: "2027-01-06" },
            { task: "p", start: "2027-01-11", isPinned: true },
            { task: "z", durationDays: 30 },
          ],
        },
      ],
      links: [
        { from: "x", to: "p" },
        { from: "M", to: "p" },
      ],
    });
    expect(roomOf(pinned, "x")).toMatchObject({ totalDays: 2, freeDays: 2, limitId: "p" });
    expect(roomOf(pinned, "M")).toMatchObject({ totalDays: 2, limitId: "p" });
    expect(roomOf(pinned, "p")).toMatchObject({ limitId: null });
  });

  it("is below zero where it is too late already, and nothing for what is finished", () => {
    const late = plan([], { date: "2027-01-08" });
    expect(roomOf(late, "b")).toMatchObject({ totalDays: -1, isCritical: true, limitId: "M" });
    expect(roomOf(plan(), "done")).toBeNull();
    expect(roomOf(plan(), "S")).toBeNull();
  });
});

describe("the critical path", () => {
  it("leads from the end of the plan to what it waits for longest, gaps or not", () => {
    expect([...criticalIds(plan(), null)].sort()).toEqual(["N", "S", "c"]);
    const linked = plan([{ from: "M", to: "c" }]);
    expect([...criticalIds(linked, null)].sort()).toEqual(["M", "N", "S", "a", "b", "c"]);
  });

  it("leads to any item that is picked, and past nothing that is finished", () => {
    expect([...criticalIds(plan(), "M")].sort()).toEqual(["M", "S", "a", "b"]);
    expect([...criticalIds(plan([{ from: "done", to: "c" }]), "c")].sort()).toEqual(["S", "c"]);
  });

  it("has all of several that reach equally far", () => {
    const tied = plan([{ from: "c", to: "alone", type: "FF" }]);
    const ids = criticalIds(tied, "N");
    expect(ids.has("c")).toBe(true);
    expect(criticalIds(plan(), "nothing").size).toBe(0);
  });
});
