import { expect, it } from "vitest";
import { weekdayOf } from "#shared/domain/day.ts";
import { must } from "#shared/domain/result.ts";
import { calendarExceptionSchema, type HolidayPlace } from "#shared/domain/roadmap.ts";
import {
  holidayCountries,
  holidayRegions,
  holidayStates,
  placeName,
  publicHolidays,
} from "#shared/schedule/publicHolidays.ts";

function off(place: HolidayPlace, year: number): readonly string[] {
  return must(publicHolidays(place, year, year)).map(({ date }) => date.slice(5));
}

/** https://www.gov.uk/bank-holidays, England and Wales, the substitute days as announced. */
it("knows England's bank holidays with their substitute days", () => {
  const place = { country: "GB", state: "ENG" };
  const onWeekdays = (year: number) =>
    off(place, year).filter((day) => ![0, 6].includes(weekdayOf(`${year}-${day}`)));
  expect(onWeekdays(2026)).toEqual(["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]);
  expect(onWeekdays(2027)).toEqual(["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]);
});

/** Feiertagsgesetz NW; Augsburg's Friedensfest is 8 August, by Bavaria's Feiertagsgesetz art. 1(2). */
it("knows what a state and a town keep besides", () => {
  expect(off({ country: "DE", state: "NW" }, 2026)).toEqual([
    "01-01",
    "04-03",
    "04-06",
    "05-01",
    "05-14",
    "05-25",
    "06-04",
    "10-03",
    "11-01",
    "12-25",
    "12-26",
  ]);
  const [augsburg, bavaria] = [{ region: "A" }, {}].map((more) =>
    off({ country: "DE", state: "BY", ...more }, 2027),
  );
  expect(augsburg).toContain("08-08");
  expect(bavaria).not.toContain("08-08");
  expect(off({ country: "DE" }, 2027)).not.toContain("06-04");
});

it("takes every day of a holiday of several days, over the end of a year too, and no half days", () => {
  const eid = must(publicHolidays({ country: "AE" }, 2027, 2027)).filter(({ name }) => /Fitr/.test(name));
  expect(eid.map(({ date }) => date)).toEqual(["2027-03-09", "2027-03-10", "2027-03-11"]);
  // Swaziland's Incwala takes six days from 28 December.
  expect(off({ country: "SZ" }, 2027).slice(0, 2)).toEqual(["01-01", "01-02"]);
  expect(must(publicHolidays({ country: "SZ" }, 2027, 2028)).map(({ date }) => date)).toContain("2028-01-02");
  // Iceland's Christmas Eve begins at one o'clock.
  expect(off({ country: "IS" }, 2026)).not.toContain("12-24");
});

it("names its places and days in English, and makes up a substitute for New Year in the year before", () => {
  expect(holidayCountries().find(({ code }) => code === "DE")).toEqual({ code: "DE", name: "Germany" });
  expect(holidayStates("DE").map(({ name }) => name)).toContain("Bayern");
  expect(holidayRegions("DE", "BY").map(({ code }) => code)).toContain("A");
  expect([holidayStates("FO"), holidayRegions("DE", "BE"), holidayRegions("DE", "??")]).toEqual([[], [], []]);
  expect(placeName({ country: "DE", state: "BY", region: "A" })).toBe("Stadt Augsburg, Bayern, Germany");
  expect(placeName({ country: "XX" })).toBe("XX");
  const us = must(publicHolidays({ country: "US" }, 2027, 2027));
  expect(us.find(({ date }) => date === "2027-12-31")?.name).toMatch(/^New Year's Day \(substitute/);
});

it.each([
  { country: "XX" },
  { country: "DE", state: "XX" },
  { country: "DE", state: "BY", region: "XX" },
  { country: "DE", region: "A" },
])("refuses %o with a sentence", (place) => {
  const result = publicHolidays(place, 2027, 2028);
  expect(result.ok ? "" : result.problem.message).toMatch(/not known\. Choose another country or region\.$/);
});

it("gives sound days, each once and in order, for every place it lists", { timeout: 60_000 }, () => {
  for (const { code: country } of holidayCountries()) {
    const states = holidayStates(country).map(({ code }) => code);
    for (const state of [undefined, ...states.slice(0, 2)]) {
      const place = { country, ...(state === undefined ? {} : { state }) };
      const days = must(publicHolidays(place, 2026, 2028));
      const dates = days.map(({ date }) => date);
      expect(dates.length, country).toBeGreaterThan(0);
      expect(dates, country).toEqual([...new Set(dates)].sort());
      for (const day of days) expect(calendarExceptionSchema.parse(day)).toEqual(day);
      expect(days.every(({ working, name }) => !working && name.trim() !== "")).toBe(true);
    }
  }
});
