/**
 * The same plan gives the same days in every time zone, over the days on which clocks change. The suite runs in
 * several zones (vitest.config.ts), and each of them is held to the days written here.
 */
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "#shared/domain/day.ts";
import { allDays, datesOf, endDay } from "#shared/schedule/dates.ts";
import { backwardFrom, latestStarts } from "#shared/schedule/targets.ts";
import { EVERY_DAY, inputOf, milestone, solved, task, WEEKDAYS } from "./support.ts";

/** Mornings after which an hour is missing or doubled: Los Angeles, then Europe, spring and autumn 2027. */
const CHANGES: readonly Day[] = ["2027-03-14", "2027-03-28", "2027-10-31", "2027-11-07"];

/** Hours by which the zone's clocks are behind in January and in July. */
const ZONES: Readonly<Record<string, readonly [number, number]>> = {
  UTC: [0, 0],
  "America/Los_Angeles": [8, 7],
  "Asia/Kolkata": [-5.5, -5.5],
};

it("runs in the zone it was told to", () => {
  const behind = [0, 6].map((month) => new Date(2027, month, 15).getTimezoneOffset() / 60);
  expect(behind).toEqual(ZONES[process.env.TZ ?? ""]);
});

describe.each(CHANGES)("around the clock change of Sunday %s", (sunday) => {
  const friday = addDays(sunday, -2);
  const monday = addDays(sunday, 1);

  it("a working day more is the Monday, an elapsed day more the Saturday", () => {
    const calendars = [WEEKDAYS, EVERY_DAY];
    const activities = [
      task("a", 1),
      task("b", 1),
      task("c", 1, { calendar: 1 }),
      task("d", 2, { calendar: 1 }),
    ];
    const links = ["a FS b", "a FS+1ed c", "a FS d"];
    const result = solved(inputOf(activities, links, { calendars, projectStart: friday }));
    const at = (id: string) => datesOf(result, id);
    expect(at("a")).toMatchObject({ start: friday, finish: friday });
    expect(at("b")).toMatchObject({ start: monday, finish: monday });
    expect(at("c")).toMatchObject({ start: sunday, finish: sunday });
    expect(at("d")).toMatchObject({ start: addDays(sunday, -1), finish: sunday });
  });

  it("half days, milestones and floats count the same", () => {
    const activities = [task("a", 0.5), task("b", 0.5), milestone("m"), task("c", 1), task("long", 5)];
    const result = solved(inputOf(activities, ["a FS b", "b FS m", "m FS c"], { projectStart: friday }));
    expect(datesOf(result, "b")?.finish).toBe(friday);
    expect(datesOf(result, "m")).toMatchObject({
      start: friday,
      lateStart: addDays(sunday, 3),
      totalFloat: 3,
    });
    expect(datesOf(result, "c")).toMatchObject({ start: monday, totalFloat: 3 });
    expect(endDay(result)).toBe(addDays(sunday, 4));
  });

  it("every day of the weeks around it is drawn once", () => {
    const activities = Array.from({ length: 40 }, (_, i) => task(`${i}`, 1));
    const links = activities.slice(1).map((_, i) => `${i} FS ${i + 1}`);
    const projectStart = addDays(sunday, -20);
    const days = allDays(solved(inputOf(activities, links, { calendars: [EVERY_DAY], projectStart })));
    const starts = Array.from({ length: 40 }, (_, i) => (days[2 * i] as number) - (days[0] as number));
    expect(starts).toEqual(starts.map((_, i) => i));
  });

  it("latest starts for a promise go back over it", () => {
    const result = solved(
      inputOf([task("a", 3), milestone("m")], ["a FS m"], { projectStart: addDays(friday, -30) }),
    );
    const pass = backwardFrom(result, "m", monday);
    expect(pass && latestStarts(pass).find(({ id }) => id === "a")).toMatchObject({
      latestStart: addDays(friday, -1),
      latestFinish: monday,
    });
  });
});
