/** Points in time: which day they fall on, and how much room they have and leave, where days off lie in between. */
import { describe, expect, it } from "vitest";
import { brokenLinks } from "#shared/schedule/brokenLinks.ts";
import { datesOf } from "#shared/schedule/dates.ts";
import type { ScheduleInput } from "#shared/schedule/input.ts";
import { reschedule } from "#shared/schedule/reschedule.ts";
import { moveDays } from "#shared/schedule/resolve.ts";
import { storedPlaces } from "#shared/schedule/storedPlaces.ts";
import { backwardFrom, latestStarts } from "#shared/schedule/targets.ts";
import { aPlan, type LinkLiteral } from "#test/support/builders.ts";
import { EVERY_DAY, inputOf, milestone, solved, task, WEEKDAYS } from "./support.ts";

// 1 March 2027 is a Monday, 5 March the Friday, 8 March the Monday after.
const dayOf = (input: ScheduleInput, id: string): string | undefined => datesOf(solved(input), id)?.start;
const roomOf = (input: ScheduleInput, id: string): number | undefined =>
  datesOf(solved(input), id)?.totalFloat;

describe("the day a milestone falls on", () => {
  it("is never before the Saturday on which somebody finishes who works weekends", () => {
    const calendars = [WEEKDAYS, EVERY_DAY];
    const saturday = task("a", 6, { calendar: 1 });
    expect(dayOf(inputOf([saturday, milestone("m")], ["a FS m"], { calendars }), "m")).toBe("2027-03-08");
    expect(dayOf(inputOf([saturday, milestone("m")], ["a FS+1 m"], { calendars }), "m")).toBe("2027-03-08");
    expect(dayOf(inputOf([saturday, milestone("m")], ["a FF m"], { calendars }), "m")).toBe("2027-03-08");
    const friday = task("a", 5, { calendar: 1 });
    expect(dayOf(inputOf([friday, milestone("m")], ["a FS m"], { calendars }), "m")).toBe("2027-03-05");
  });

  it("is the Monday when elapsed days end on a weekend", () => {
    const after = (lag: string) => dayOf(inputOf([task("a", 4), milestone("m")], [`a FS+${lag}ed m`]), "m");
    expect(["1", "2", "3", "4"].map(after)).toEqual(["2027-03-05", "2027-03-08", "2027-03-08", "2027-03-08"]);
  });

  it("is not before the plan starts", () => {
    expect(dayOf(inputOf([milestone("m", { plannedStart: "2027-02-26" })]), "m")).toBe("2027-03-01");
  });

  it("is the day its work must finish on, when that takes no time", () => {
    const constraint = { kind: "MFO", date: "2027-03-05" } as const;
    expect(dayOf(inputOf([task("t", 0, { constraint })]), "t")).toBe("2027-03-05");
  });

  it("is after a Saturday before which nothing may finish", () => {
    const constraint = { kind: "FNET", date: "2027-03-06" } as const;
    expect(datesOf(solved(inputOf([task("t", 2, { constraint })])), "t")?.finish).toBe("2027-03-08");
    expect(dayOf(inputOf([task("t", 0, { constraint })]), "t")).toBe("2027-03-08");
  });
});

describe("what starts on Monday and a milestone on the Friday before", () => {
  const monday = task("a", 3, { pinnedStart: "2027-03-08" });
  const broken = (date: string, link: LinkLiteral) =>
    brokenLinks(
      aPlan({
        stages: [
          {
            name: "Stage",
            holds: [
              { task: "a", start: "2027-03-08", durationDays: 3 },
              { milestone: "m", date },
            ],
          },
        ],
        links: [link],
      }),
      "2027-03-01",
    );

  it("do not keep a start-to-start link", () => {
    const link = { from: "a", to: "m", type: "SS" } as const;
    expect(broken("2027-03-05", link)).toMatchObject([{ itemIds: ["m", "a"], days: 1 }]);
    expect(broken("2027-03-08", link)).toEqual([]);
  });

  it("do keep a finish-to-start link to the milestone's successor", () => {
    expect(broken("2027-03-05", { from: "m", to: "a" })).toEqual([]);
  });

  it("are parted by a drag: the milestone goes along to the Monday", () => {
    const days: Record<string, string> = { a: "2027-03-02", m: "2027-03-05" };
    const { network } = solved(inputOf([task("a", 3), milestone("m")], ["a SS m"]));
    const stored = storedPlaces(network, (id) => days[id] ?? null);
    const moves = reschedule(network, stored, [{ id: "a", start: "2027-03-08" }]);
    expect(moveDays(network, stored, moves).map(({ id, start }) => [id, start])).toEqual([
      ["a", "2027-03-08"],
      ["m", "2027-03-08"],
    ]);
    expect(moves.broken).toEqual([]);
  });

  it("miss a latest date on the Friday by a day", () => {
    const constraint = { kind: "FNLT", date: "2027-03-05" } as const;
    const input = inputOf([monday, milestone("m", { constraint })], ["a SS m"]);
    expect(dayOf(input, "m")).toBe("2027-03-08");
    expect(roomOf(input, "m")).toBe(-1);
  });

  it("miss a promise for the Friday by a day", () => {
    const pass = backwardFrom(solved(inputOf([monday, milestone("m")], ["a SS m"])), "m", "2027-03-05");
    expect(pass && latestStarts(pass).find(({ id }) => id === "m")).toMatchObject({ tooLateBy: 1 });
  });
});

describe("room beside a point", () => {
  it("ends where a pinned milestone would be missed, however long the plan is", () => {
    const pinned = milestone("m", { pinnedStart: "2027-03-05" });
    const input = inputOf([task("a", 2), pinned, task("long", 30)], ["a FS m"]);
    expect(roomOf(input, "a")).toBe(3);
    expect(datesOf(solved(input), "a")?.lateFinish).toBe("2027-03-05");
  });

  it("counts days off between calendars: the milestone may wait for the Sunday, its successor begins on Monday", () => {
    const calendars = [WEEKDAYS, EVERY_DAY];
    const activities = [task("a", 2), milestone("m", { calendar: 1 }), task("b", 5), task("long", 10)];
    const input = inputOf(activities, ["a FS m", "m FS b"], { calendars });
    expect(datesOf(solved(input), "m")).toMatchObject({ start: "2027-03-02", lateFinish: "2027-03-07" });
    expect(roomOf(input, "m")).toBe(5);
    expect(roomOf(input, "a")).toBe(3);
  });

  it("knows that elapsed days run on over the weekend", () => {
    const activities = [task("a", 1), milestone("m"), task("b", 5), task("long", 10)];
    const input = inputOf(activities, ["a FS m", "m FS+3ed b"]);
    // b must begin on Monday 8 March: three days before it is the close of Thursday 4 March.
    expect(datesOf(solved(input), "m")).toMatchObject({ start: "2027-03-01", lateFinish: "2027-03-04" });
    expect(roomOf(input, "m")).toBe(3);
  });

  it("is not less than none in the middle of the plan's last day", () => {
    const odd: ScheduleInput["calendars"][number] = {
      workingWeekdays: [0, 2, 4],
      exceptions: [{ date: "2027-03-09", working: false, name: "" }],
      holidays: null,
    };
    const activities = [task("a", 3, { calendar: 1 }), task("half", 0.5), task("point", 0, { calendar: 1 })];
    const input = inputOf(activities, ["a FF-3 half", "half SF+2 point"], { calendars: [WEEKDAYS, odd] });
    expect(roomOf(input, "point")).toBe(0.5);
  });
});
