import { describe, expect, it } from "vitest";
import type { Change } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { toggleDone } from "#shared/domain/operations/done.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { removeLinks } from "#shared/domain/operations/link.ts";
import { setDaysOff } from "#shared/domain/operations/people.ts";
import { addItem, moveItems } from "#shared/domain/operations/place.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { followersOf, withFollowers } from "#shared/schedule/follow.ts";
import { aPlan, type LinkLiteral, START, type TaskLiteral, testContext } from "#test/support/builders.ts";

const ctx = testContext();

function applied(plan: Plan, change: Result<Change>): Plan {
  return applyChange(plan, withFollowers(plan, must(change)));
}
const edit = (plan: Plan, id: string, patch: Parameters<typeof editEntity<"task">>[4]) =>
  applied(plan, editEntity(plan, ctx, "task", id, patch));
const startIn = (plan: Plan, id: string): Day | undefined => plan.tasks.get(id)?.start;

/** Tasks a, b, c, d of two days each, a week apart, from Monday 4 January 2027. */
function weeks(links: readonly LinkLiteral[], fields: Record<string, Partial<TaskLiteral>> = {}): Plan {
  const holds = ["a", "b", "c", "d"].map((task, i) => ({
    task,
    start: addDays(START, 7 * i),
    durationDays: 2,
    ...fields[task],
  }));
  const people = [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ];
  return aPlan({ people, stages: [{ name: "Stage", holds }], links });
}

describe("work that is to lie as soon as its links allow", () => {
  const plan = weeks([
    { from: "a", to: "b", rule: "never" },
    { from: "b", to: "c" },
  ]);
  const soon = edit(plan, "b", { constraint: { kind: "ASAP", date: null } });

  it("goes there when it is told to, and moves nothing that need not move", () => {
    expect(startIn(soon, "b")).toBe("2027-01-06");
    expect(startIn(soon, "c")).toBe("2027-01-18");
  });

  it("follows what comes before it both ways", () => {
    expect(startIn(edit(soon, "a", { start: "2027-01-14" }), "b")).toBe("2027-01-18");
    const back = edit(edit(soon, "a", { start: "2027-01-14" }), "a", { start: "2027-01-05" });
    expect(startIn(back, "b")).toBe("2027-01-07");
  });

  it("stays when nothing links to it, also when its last link goes", () => {
    const alone = applied(soon, removeLinks(soon, ctx, ["a > b"]));
    expect(startIn(alone, "b")).toBe("2027-01-06");
    const d = edit(plan, "d", { constraint: { kind: "ASAP", date: null } });
    expect(startIn(d, "d")).toBe("2027-01-25");
  });
});

describe("work that is to lie as late as possible", () => {
  const plan = weeks([
    { from: "a", to: "b" },
    { from: "b", to: "c" },
  ]);
  const late = edit(plan, "b", { constraint: { kind: "ALAP", date: null } });

  it("ends just before what follows it, and stays there when that moves", () => {
    expect(startIn(late, "b")).toBe("2027-01-14");
    expect(startIn(edit(late, "c", { start: "2027-01-21" }), "b")).toBe("2027-01-19");
    expect(startIn(edit(late, "c", { start: "2027-01-14" }), "b")).toBe("2027-01-12");
  });

  it("is not drawn to the beginning of a stage that it lies in the middle of", () => {
    const holds = [
      { task: "first", durationDays: 2 },
      { task: "mid", start: "2027-01-18", constraint: { kind: "ALAP", date: null } as const },
    ];
    const of = aPlan({
      stages: [
        { name: "One", holds },
        { name: "Two", holds: [{ task: "b", start: "2027-01-25" }] },
      ],
      links: [{ from: "One", to: "b", type: "SS" }],
    });
    expect(startIn(edit(of, "first", { start: "2027-01-05" }), "mid")).toBe("2027-01-18");
  });

  it("never lies before what its own links allow", () => {
    const squeezed = edit(late, "a", { start: "2027-01-14" });
    expect(startIn(squeezed, "b")).toBe("2027-01-18");
    expect(startIn(squeezed, "c")).toBe("2027-01-20");
  });

  it("pulls a chain of its like along, last one first", () => {
    const both = edit(late, "a", { constraint: { kind: "ALAP", date: null } });
    expect([startIn(both, "a"), startIn(both, "b")]).toEqual(["2027-01-12", "2027-01-14"]);
  });
});

describe("rules with a date", () => {
  const plan = weeks([{ from: "a", to: "b" }]);
  it.each([
    ["SNET", "2027-01-14", "2027-01-14"],
    ["SNET", "2027-01-08", "2027-01-11"],
    ["FNET", "2027-01-15", "2027-01-14"],
    ["FNET", "2027-01-17", "2027-01-14"],
    ["MSO", "2027-01-07", "2027-01-07"],
    ["MFO", "2027-01-08", "2027-01-07"],
    ["SNLT", "2027-01-07", "2027-01-11"],
    ["FNLT", "2027-01-07", "2027-01-11"],
  ] as const)("%s %s puts the start on %s", (kind, date, expected) => {
    expect(startIn(edit(plan, "b", { constraint: { kind, date } }), "b")).toBe(expected);
  });

  it("move what follows", () => {
    const moved = edit(plan, "a", { constraint: { kind: "MFO", date: "2027-01-15" } });
    expect([startIn(moved, "a"), startIn(moved, "b")]).toEqual(["2027-01-14", "2027-01-18"]);
  });

  it("hold work with a must-date, and pinned work, against links", () => {
    for (const hold of [{ isPinned: true }, { constraint: { kind: "MSO", date: "2027-01-11" } as const }]) {
      const held = edit(plan, "b", hold);
      expect(startIn(edit(held, "a", { start: "2027-01-14" }), "b")).toBe("2027-01-11");
    }
  });

  it("leave pinned work to its links again once it is unpinned and something moves", () => {
    const broken = edit(edit(plan, "b", { isPinned: true }), "a", { start: "2027-01-14" });
    const free = edit(broken, "b", { isPinned: false });
    expect(startIn(free, "b")).toBe("2027-01-11");
    expect(startIn(edit(free, "a", { start: "2027-01-15" }), "b")).toBe("2027-01-19");
  });
});

describe("what really happened", () => {
  const plan = weeks([
    { from: "a", to: "b", rule: "keep" },
    { from: "a", to: "c" },
  ]);

  it("moves what follows when work ends on another day than planned, and gives it back when reopened", () => {
    const done = applied(plan, toggleDone(plan, ctx, ["a"], "2027-01-07"));
    expect(startIn(done, "b")).toBe("2027-01-13");
    expect(startIn(done, "c")).toBe("2027-01-18");
    const open = applied(done, toggleDone(done, ctx, ["a"], "2027-01-08"));
    expect([startIn(open, "a"), startIn(open, "b")]).toEqual(["2027-01-04", "2027-01-11"]);
  });

  it("no longer moves work that has begun, unless somebody does", () => {
    const begun = edit(plan, "b", { actualStart: "2027-01-11" });
    expect(begun.tasks.get("b")?.status).toBe("in-progress");
    expect(startIn(edit(begun, "a", { start: "2027-01-14" }), "b")).toBe("2027-01-11");
    expect(edit(begun, "b", { start: "2027-01-13" }).tasks.get("b")?.actualStart).toBe("2027-01-13");
  });
});

describe("days off", () => {
  const away = { from: "2027-01-05", to: "2027-01-08", name: "Ski" };
  const plan = weeks([{ from: "a", to: "b" }], {
    a: { does: ["ana"], durationDays: 5 },
    b: { does: ["ana"] },
    c: { does: ["ana", "ben"], start: "2027-01-05" },
  });
  const takeOff = (of: Plan, personId: string) =>
    applied(of, editEntity(of, ctx, "person", personId, { daysOff: [away] }));

  it("move work off the days on which everybody who does it is away, and what follows", () => {
    const off = takeOff(plan, "ana");
    expect([startIn(off, "a"), startIn(off, "b"), startIn(off, "c")]).toEqual([
      "2027-01-04",
      "2027-01-15",
      "2027-01-05",
    ]);
    expect(startIn(takeOff(off, "ben"), "c")).toBe("2027-01-11");
  });

  it("count when somebody else takes the work over", () => {
    const off = takeOff(weeks([], { c: { does: ["ben"], start: "2027-01-05" } }), "ana");
    const given = edit(off, "c", { assignments: [{ personId: "ana", allocationPct: 100 }] });
    expect(startIn(given, "c")).toBe("2027-01-11");
  });

  it("leave pinned and begun work where it is", () => {
    const held = edit(plan, "c", { isPinned: true });
    expect(startIn(takeOff(takeOff(held, "ana"), "ben"), "c")).toBe("2027-01-05");
  });

  it("of the whole company move work and what follows it", () => {
    const { calendar } = plan.roadmap;
    const closed = {
      ...calendar,
      exceptions: [{ date: "2027-01-04", working: false, name: "Closed" }],
    };
    const change = editEntity(plan, ctx, "roadmap", plan.roadmap.id, { calendar: closed });
    const moved = applied(plan, change);
    expect([startIn(moved, "a"), startIn(moved, "b"), startIn(moved, "d")]).toEqual([
      "2027-01-05",
      "2027-01-12",
      "2027-01-25",
    ]);
  });
});

describe("work that has begun", () => {
  it("stays where it began when it waits or is blocked now", () => {
    const begun = { actualStart: "2027-01-12", start: "2027-01-11" } as const;
    const plan = weeks([{ from: "a", to: "b", rule: "keep" }], { b: { ...begun, status: "blocked" } });
    const moved = edit(plan, "a", { start: "2027-01-18" });
    expect(moved.tasks.get("b")).toEqual(plan.tasks.get("b"));
  });
});

describe("what a stage or group holds", () => {
  const plan = aPlan({
    stages: [
      {
        name: "One",
        holds: [
          { task: "a", durationDays: 5 },
          { task: "late", start: "2027-01-25" },
        ],
      },
      { name: "Two", holds: [{ task: "b", start: "2027-02-01" }] },
      { name: "Other", holds: [{ task: "c", start: "2027-02-08", durationDays: 5 }] },
    ],
    links: [{ from: "One", to: "Two" }],
  });
  const into = (id: string) => applied(plan, moveItems(plan, ctx, [id], { parentId: "One", afterId: null }));

  it("moves what waits for it when work comes in that ends later", () => {
    expect(startIn(into("c"), "b")).toBe("2027-02-15");
    const added = addItem(
      plan,
      ctx,
      { parentId: "One", afterId: null },
      { kind: "task", start: "2027-02-01", durationDays: 2 },
    );
    expect(startIn(applied(plan, added), "b")).toBe("2027-02-03");
  });

  it("moves nothing when its last day stays, or nothing is linked to it", () => {
    const bare = moveItems(plan, ctx, ["late"], { parentId: "Other", afterId: null });
    expect(followersOf(plan, must(bare))).toEqual([]);
    const apart = { ...plan, dependencies: new Map() };
    expect(
      followersOf(apart, must(moveItems(apart, ctx, ["c"], { parentId: "One", afterId: null }))),
    ).toEqual([]);
  });
});

describe("links between people with different days off", () => {
  it("are kept by a link that keeps its gap, when days off eat the gap up", () => {
    const plan = aPlan({
      people: [
        { name: "Ana", daysOff: [{ from: "2027-01-25", to: "2027-02-05", name: "Away" }] },
        { name: "Ben" },
      ],
      stages: [
        {
          name: "Stage",
          holds: [
            { task: "a", start: "2027-01-21", durationDays: 2, does: ["Ana"] },
            { task: "b", start: "2027-01-25", does: ["Ben"] },
          ],
        },
      ],
      links: [{ from: "a", to: "b", rule: "keep" }],
    });
    // One working day later for Ana is the day after her holiday.
    expect(startIn(edit(plan, "a", { start: "2027-01-22" }), "b")).toBe("2027-02-09");
  });
});

describe("days off that are only tried", () => {
  it("change nothing about what follows the next edit", () => {
    const away = { from: "2027-01-27", to: "2027-01-28", name: "Away" };
    const plan = weeks([{ from: "a", to: "b" }], { a: { does: ["ana"] } });
    const off = applied(plan, setDaysOff(plan, ctx, "ana", away));
    const expected = startIn(edit(off, "a", { start: "2027-01-12", isPinned: true }), "b");
    applied(off, setDaysOff(off, ctx, "ana", { from: "2027-03-01", to: "2027-03-02", name: "Tried" }));
    expect(startIn(edit(off, "a", { start: "2027-01-12", isPinned: true }), "b")).toBe(expected);
    expect(expected).toBe("2027-01-14");
  });
});
