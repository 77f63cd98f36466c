import { expect, it } from "vitest";
import { must } from "#shared/domain/result.ts";
import { holidayYears, LAST_KNOWN_YEAR, yearsToExtend } from "#shared/schedule/holidayYears.ts";
import { publicHolidays } from "#shared/schedule/publicHolidays.ts";
import { aPlan, aRoadmap } from "#test/support/builders.ts";

const { calendar } = aRoadmap();

function planFrom(start: string, last: string, kept?: readonly [number, number]) {
  const holidays = kept && { country: "FR", firstYear: kept[0], lastYear: kept[1], worked: [] };
  return aPlan({
    roadmap: { startDate: "2027-01-04", calendar: { ...calendar, holidays: holidays ?? null } },
    stages: [
      {
        name: "Idea",
        holds: [
          { task: "First", start, durationDays: 2 },
          { milestone: "Last", date: last },
        ],
      },
    ],
  });
}

it("keeps a year before the plan and fifteen after its end or today", () => {
  expect(holidayYears(planFrom("2026-12-01", "2030-06-01"), "2027-01-04")).toEqual({
    firstYear: 2025,
    lastYear: 2045,
  });
  expect(holidayYears(planFrom("2027-02-01", "2028-06-01"), "2040-01-04")).toEqual({
    firstYear: 2026,
    lastYear: 2055,
  });
  expect(holidayYears(planFrom("2090-02-01", "2099-06-01"), "2090-01-04").lastYear).toBe(LAST_KNOWN_YEAR);
});

it("asks for more years once the plan runs out of those it has", () => {
  const on = (plan: ReturnType<typeof planFrom>) => yearsToExtend(plan, "2027-01-04");
  expect(on(planFrom("2027-02-01", "2043-12-31", [2026, 2043]))).toBeNull();
  expect(on(planFrom("2027-02-01", "2044-01-01", [2026, 2043]))).toEqual({ firstYear: 2026, lastYear: 2059 });
  expect(on(planFrom("2020-02-01", "2030-01-01", [2026, 2043]))).toEqual({ firstYear: 2019, lastYear: 2045 });
  expect(on(planFrom("2027-02-01", "2050-01-01"))).toBeNull();
});

it("has nothing more to ask for beyond the last year that is known", () => {
  expect(
    yearsToExtend(planFrom("2070-02-01", "2199-01-01", [2026, LAST_KNOWN_YEAR]), "2070-01-04"),
  ).toBeNull();
  const names = (year: number) =>
    must(publicHolidays({ country: "AE" }, year, year)).filter(({ name }) => /Eid/.test(name)).length;
  expect(names(LAST_KNOWN_YEAR)).toBeGreaterThan(0);
  expect(names(LAST_KNOWN_YEAR + 2)).toBe(0);
});
