import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOfInstant,
  daysBetween,
  earliest,
  formatDay,
  formatDayNear,
  formatSpan,
  isDay,
  latest,
  parseDayInput,
  weekdayOf,
} from "#shared/domain/day.ts";

const days = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") }).map(dayFromNumber);

describe("a day", () => {
  it.each(["2024-02-29", "1900-01-01", "2199-12-31", "2000-02-29"])("can be %s", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "1899-12-31",
    "2200-01-01",
    "2024-1-1",
    " 2024-01-01",
    "2024-01-01T00:00",
    "",
  ])("cannot be %j", (text) => {
    expect(isDay(text)).toBe(false);
  });

  it("survives the way to a number and back, and to a screen and back, on every day of two centuries", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayFromNumber(dayNumber(day))).toBe(day);
        expect(isDay(day)).toBe(true);
        expect(parseDayInput(formatDay(day), "2027-01-04")).toBe(day);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("is the day a point in its middle lies on, and its own number all the same", () => {
    const noon = dayNumber("2031-05-17") + 400.5;
    const day = dayFromNumber(noon);
    expect(day).toBe("2032-06-20");
    expect(dayNumber(day)).toBe(noon - 0.5);
  });

  it("counts days across changes of the clock in either hemisphere", () => {
    for (const [from, to, between] of [
      ["2027-03-13", "2027-03-15", 2],
      ["2027-11-06", "2027-11-08", 2],
      ["2026-10-24", "2026-10-26", 2],
      ["2027-12-31", "2028-01-01", 1],
    ] as const) {
      expect(daysBetween(from, to)).toBe(between);
      expect(addDays(from, between)).toBe(to);
      expect(formatDay(to, "short")).toContain(String(Number(to.slice(8))));
    }
  });

  it("is the day on the wall clock, not the one in London", () => {
    const lateEvening = new Date(2027, 2, 14, 23, 59);
    expect(dayOfInstant(lateEvening)).toBe("2027-03-14");
    expect(dayOfInstant(new Date(2027, 2, 14, 0, 0))).toBe("2027-03-14");
  });

  it("knows its weekday", () => {
    expect(weekdayOf("2027-01-04")).toBe(1);
    expect(weekdayOf("1969-12-31")).toBe(3);
    fc.assert(
      fc.property(days, (day) => {
        expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
      { seed: 2 },
    );
  });

  it("keeps to the month's end when months are added", () => {
    expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2027-03-31", -1)).toBe("2027-02-28");
    expect(addMonths("2027-01-15", -1)).toBe("2026-12-15");
    expect(addMonths("2027-11-30", 3)).toBe("2028-02-29");
    expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  });

  it("finds the first and the last of several", () => {
    expect(earliest(["2027-02-01", "2026-12-31", "2027-01-01"])).toBe("2026-12-31");
    expect(latest(["2027-02-01", "2026-12-31"])).toBe("2027-02-01");
    expect([earliest([]), latest([])]).toEqual([null, null]);
  });

  it("reads as people write it", () => {
    expect(formatDay("2027-03-04")).toBe("4 Mar 2027");
    expect(formatDay("2027-03-04", "long")).toBe("Thursday, 4 March 2027");
    expect(formatDay("2027-03-04", "weekday")).toBe("Thu 4 Mar");
    expect(formatDay("2027-03-04", "monthYear")).toBe("Mar 2027");
    expect(formatDayNear("2027-03-04", "2027-12-31")).toBe("4 Mar");
    expect(formatDayNear("2028-03-04", "2027-12-31")).toBe("4 Mar 2028");
    expect(formatSpan("2027-03-04", "2027-04-09")).toBe("4 Mar – 9 Apr 2027");
    expect(formatSpan("2026-12-30", "2027-01-02")).toBe("30 Dec 2026 – 2 Jan 2027");
    expect(formatSpan("2027-03-04", "2027-03-04")).toBe("4 Mar 2027");
  });
});

describe("what a person types for a date", () => {
  const from = "2027-03-04"; // a Thursday
  it.each([
    ["2027-05-09", "2027-05-09"],
    ["today", from],
    [" Tomorrow ", "2027-03-05"],
    ["yesterday", "2027-03-03"],
    ["+3", "2027-03-07"],
    ["+2w", "2027-03-18"],
    ["- 3d", "2027-03-01"],
    ["+1m", "2027-04-04"],
    ["+1y", "2028-03-04"],
    ["fri", "2027-03-05"],
    ["thu", "2027-03-11"],
    ["next monday", "2027-03-08"],
    ["tues", "2027-03-09"],
    ["4 Mar", "2027-03-04"],
    ["4 march 2028", "2028-03-04"],
    ["March 4, 2028", "2028-03-04"],
    ["mar 4 2028", "2028-03-04"],
    ["1 Jan", "2027-01-01"],
    ["10 nov", "2027-11-10"],
    ["4.3.2028", "2028-03-04"],
    ["2028/3/4", "2028-03-04"],
    ["29 feb 2028", "2028-02-29"],
  ])("%j is %s", (text, day) => {
    expect(parseDayInput(text, from)).toBe(day);
  });

  it("takes a month long past as next year's", () => {
    expect(parseDayInput("3 Jan", "2027-11-20")).toBe("2028-01-03");
  });

  it.each([
    "",
    "  ",
    "3/4/2027",
    "04/03/27",
    "30 feb 2027",
    "31 apr",
    "mo",
    "monkey",
    "+99999y",
    "4 Mar 1899",
    "2200-01-01",
    "soon",
    "+9999y",
  ])("%j is refused", (text) => {
    expect(parseDayInput(text, from)).toBeNull();
  });
});
