import { expect, it } from "vitest";
import { STANDARD_CALENDAR } from "#shared/domain/roadmap.ts";
import { dayOffName } from "#shared/schedule/dayOffName.ts";

it("names a day off by its holiday and its closure, and nothing else", () => {
  const calendar = {
    ...STANDARD_CALENDAR,
    exceptions: [
      { date: "2027-12-24", working: false, name: "Christmas Eve", source: "holiday" as const },
      { date: "2000-12-24", working: false, name: "Winter break", yearly: true },
      { date: "2000-12-28", working: false, name: "Winter break", yearly: true },
      { date: "2028-12-28", working: true, name: "Stocktaking" },
      { date: "2027-08-02", working: false, name: " " },
    ],
  };
  const days = [
    "2027-12-24",
    "2026-12-24",
    "2026-12-28",
    "2028-12-28",
    "2027-08-02",
    "2027-08-07",
    "2027-08-09",
  ];
  expect(days.map((day) => dayOffName(calendar, day))).toEqual([
    "Christmas Eve, Winter break",
    "Winter break",
    "Winter break",
    null,
    null,
    null,
    null,
  ]);
});
