import { describe, expect, it } from "vitest";
import { datesOf } from "#shared/schedule/dates.ts";
import { drivenBy } from "#shared/schedule/drivers.ts";
import { groupOfPoint, rollUp, withGroups } from "#shared/schedule/groups.ts";
import { backwardFrom, latestStarts } from "#shared/schedule/targets.ts";
import { inputOf, milestone, solved, task } from "./support.ts";

describe("backward from one milestone", () => {
  const input = inputOf(
    [task("a", 3), task("b", 1), milestone("launch"), task("after", 20), task("aside", 9)],
    ["a FS launch", "b FS launch", "launch FS after"],
  );
  const result = solved(input);

  it("finds the way that decides its date, whatever the end of the plan", () => {
    const pass = backwardFrom(result, "launch");
    const at = (id: string): number => result.network.indexOf.get(id) as number;
    expect(["a", "b", "launch"].map((id) => pass?.floatToTarget[at(id)])).toEqual([0, 2, 0]);
    expect(["a", "b", "launch"].map((id) => pass?.isCritical[at(id)])).toEqual([1, 0, 1]);
    expect(pass?.floatToTarget[at("aside")]).toBe(Number.POSITIVE_INFINITY);
    expect(backwardFrom(result, "nobody")).toBeNull();
  });

  it("leaves out what leads to something held elsewhere", () => {
    const held = solved(
      inputOf(
        [
          task("a", 3),
          milestone("launch"),
          task("aside", 2),
          task("pinned", 1, { pinnedStart: "2027-04-01" }),
        ],
        ["a FS launch", "aside FS pinned", "launch FS pinned"],
      ),
    );
    const pass = backwardFrom(held, "launch", "2027-03-10");
    expect(pass && latestStarts(pass).map(({ id }) => id)).toEqual(["a", "launch"]);
  });

  it("gives latest starts for a promised date, and what is too late already", () => {
    const kept = backwardFrom(result, "launch", "2027-03-10");
    expect(kept && latestStarts(kept)).toEqual([
      { id: "a", latestStart: "2027-03-08", latestFinish: "2027-03-10", tooLateBy: 0 },
      { id: "b", latestStart: "2027-03-10", latestFinish: "2027-03-10", tooLateBy: 0 },
      { id: "launch", latestStart: "2027-03-10", latestFinish: "2027-03-10", tooLateBy: 0 },
    ]);
    const broken = backwardFrom(result, "launch", "2027-03-02");
    expect(broken && latestStarts(broken).map(({ id, tooLateBy }) => [id, tooLateBy])).toEqual([
      ["a", 1],
      ["b", 0],
      ["launch", 1],
    ]);
  });
});

describe("groups", () => {
  const leaves = [task("a", 2), task("b", 4, { plannedStart: "2027-03-03" }), task("x", 1), task("y", 2)];
  const groups = [
    { id: "G", leafIds: ["a", "b"] },
    { id: "H", leafIds: ["x", "y"] },
    { id: "empty", leafIds: [] },
  ];

  it("holds every task of the successor group to the last finish of the predecessor group", () => {
    const result = solved(withGroups(inputOf(leaves, ["G FS+1 H", "empty FS x"]), groups));
    expect(datesOf(result, "b")?.finish).toBe("2027-03-08");
    expect(datesOf(result, "x")?.start).toBe("2027-03-10");
    expect(datesOf(result, "y")?.start).toBe("2027-03-10");
    expect(drivenBy(result, "x").map((driver) => groupOfPoint(driver.link.from))).toEqual(["G"]);
    expect(groupOfPoint("x")).toBeNull();
  });

  it("hangs start links on the first start of the group, not the last", () => {
    const result = solved(withGroups(inputOf(leaves, ["G SS+1 x", "G SF+3 y"]), groups));
    expect(datesOf(result, "x")?.start).toBe("2027-03-02");
    expect(datesOf(result, "y")?.finish).toBe("2027-03-03");
    // y may finish on 8 March at the latest, 3 days after the group's first start: a may start by 4 March.
    expect(datesOf(result, "a")).toMatchObject({ lateStart: "2027-03-04", totalFloat: 3 });
  });

  it("rolls dates and float up", () => {
    const result = solved(withGroups(inputOf(leaves, ["G FS H"]), groups));
    expect(rollUp(result, ["a", "b"])).toEqual({
      start: "2027-03-01",
      finish: "2027-03-08",
      totalFloat: 0,
      isCritical: true,
    });
    expect(rollUp(result, [])).toBeNull();
  });

  it("keeps a link between groups of 1,000 to thousands of links, not a million", () => {
    const many = (prefix: string) => Array.from({ length: 1000 }, (_, i) => task(`${prefix}${i}`, 1));
    const big = [
      { id: "P", leafIds: many("p").map(({ id }) => id) },
      { id: "Q", leafIds: many("q").map(({ id }) => id) },
    ];
    const input = withGroups(inputOf([...many("p"), ...many("q")], ["P FS Q"]), big);
    expect(input.links).toHaveLength(2000);
    expect(datesOf(solved(input), "q999")?.start).toBe("2027-03-02");
  });
});
