import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, isEmptyChange } from "#shared/domain/change.ts";
import { type Closure, closuresOf, daysLost, nextRun } from "#shared/domain/closures.ts";
import { dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import {
  addWorkedDay,
  chooseHolidays,
  extendHolidays,
  removeClosure,
  removeHolidays,
  removeWorkedDay,
  saveClosure,
  setWorkingWeekdays,
  workHoliday,
} from "#shared/domain/operations/calendar.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import type { CalendarException, HolidayPlace, WorkCalendar } from "#shared/domain/roadmap.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { publicHolidays } from "#shared/schedule/publicHolidays.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const ctx = testContext();
const STANDARD: WorkCalendar = { workingWeekdays: [1, 2, 3, 4, 5], exceptions: [], holidays: null };

function planWith(calendar: Partial<WorkCalendar> = {}): Plan {
  return aPlan({ roadmap: { calendar: { ...STANDARD, ...calendar } } });
}
const applied = (plan: Plan, change: Result<Change>): Plan => applyChange(plan, must(change));
const sentence = (result: Result<Change>): string => (result.ok ? "" : result.problem.message);
const works = (plan: Plan, ...days: string[]): boolean[] =>
  days.map((day) => calendarTable(plan.roadmap.calendar).isWorking(day));

function holidays(place: HolidayPlace, firstYear = 2026, lastYear = 2029) {
  return {
    place,
    placeName: "there",
    firstYear,
    lastYear,
    days: must(publicHolidays(place, firstYear, lastYear)),
  };
}
const GERMANY = holidays({ country: "DE" });
const ENGLAND = holidays({ country: "GB", state: "ENG" });
const BREAK: Closure = { from: "2027-12-24", to: "2028-01-01", name: "Winter break", yearly: true };

describe("public holidays", () => {
  it("are kept as dated days off, and a change of country replaces just them", () => {
    const saturday: CalendarException = { date: "2027-02-06", working: true, name: "Stocktaking" };
    let plan = applied(
      planWith({ exceptions: [saturday] }),
      chooseHolidays(planWith({ exceptions: [saturday] }), ctx, GERMANY),
    );
    expect(works(plan, "2027-10-03", "2027-05-06", "2027-02-06")).toEqual([false, false, true]);
    plan = applied(plan, saveClosure(plan, ctx, BREAK));
    plan = applied(plan, chooseHolidays(plan, ctx, ENGLAND));
    // Ascension Day is worked in England, the spring bank holiday is not.
    expect(works(plan, "2027-05-06", "2027-05-31", "2027-02-06", "2026-12-30")).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(plan.roadmap.calendar.holidays).toEqual({
      country: "GB",
      state: "ENG",
      firstYear: 2026,
      lastYear: 2029,
      worked: [],
    });
    plan = applied(plan, removeHolidays(plan, ctx));
    expect(plan.roadmap.calendar.holidays).toBeNull();
    expect(plan.roadmap.calendar.exceptions.map(({ source }) => source)).not.toContain("holiday");
    expect(closuresOf(plan.roadmap.calendar)).toHaveLength(1);
  });

  it("can be worked one by one, stay so when the country is chosen again, and be taken off again", () => {
    const chosen = applied(planWith(), chooseHolidays(planWith(), ctx, GERMANY));
    let plan = applied(chosen, workHoliday(chosen, ctx, "2027-05-06", true));
    expect(works(plan, "2027-05-06", "2027-05-17")).toEqual([true, false]);
    expect(plan.roadmap.calendar.holidays?.worked).toEqual([{ date: "2027-05-06", name: "Ascension Day" }]);
    expect(isEmptyChange(must(chooseHolidays(plan, ctx, GERMANY)))).toBe(true);
    plan = applied(plan, extendHolidays(plan, ctx, holidays({ country: "DE" }, 2025, 2031)));
    expect(works(plan, "2027-05-06", "2031-10-03", "2031-05-22")).toEqual([true, false, false]);
    expect(plan.roadmap.calendar.holidays).toMatchObject({ firstYear: 2025, lastYear: 2031 });
    const again = applied(plan, workHoliday(plan, ctx, "2027-05-06", false));
    expect(works(again, "2027-05-06")).toEqual([false]);
    expect(workHoliday(again, ctx, "2027-05-07", true).ok).toBe(false);
  });

  it("that are worked on a weekend or in a closure stay what the week and the closure make of them", () => {
    let plan = applied(planWith(), chooseHolidays(planWith(), ctx, GERMANY));
    plan = applied(plan, saveClosure(plan, ctx, BREAK));
    plan = applied(plan, workHoliday(plan, ctx, "2026-12-25", true));
    plan = applied(plan, workHoliday(plan, ctx, "2027-10-03", true));
    expect(works(plan, "2026-12-25", "2027-10-03")).toEqual([false, false]);
  });

  it("keep the days they were told when they are extended", () => {
    const told = { ...GERMANY, days: GERMANY.days.filter(({ date }) => date !== "2027-10-03") };
    const plan = applied(planWith(), chooseHolidays(planWith(), ctx, told));
    const extended = applied(plan, extendHolidays(plan, ctx, holidays({ country: "DE" }, 2026, 2031)));
    const dates = extended.roadmap.calendar.exceptions.map(({ date }) => date);
    expect(dates).not.toContain("2027-10-03");
    expect(dates).toContain("2031-10-03");
  });
});

describe("company closures", () => {
  it("return every year over New Year, and read back as one run", () => {
    const plan = applied(planWith(), saveClosure(planWith(), ctx, BREAK));
    expect(
      works(plan, "2026-12-23", "2026-12-24", "2026-12-31", "2031-12-31", "2027-01-01", "2027-01-04"),
    ).toEqual([true, false, false, false, false, true]);
    const [closure] = closuresOf(plan.roadmap.calendar);
    expect(closure).toEqual({ from: "2000-12-24", to: "2000-01-01", name: "Winter break", yearly: true });
    expect(nextRun(closure as Closure, "2027-01-01")).toEqual({ from: "2026-12-24", to: "2027-01-01" });
    expect(nextRun(closure as Closure, "2027-01-02")).toEqual({ from: "2027-12-24", to: "2028-01-01" });
  });

  it("count the days they take, holidays and weekends apart", () => {
    const plan = applied(planWith(), chooseHolidays(planWith(), ctx, GERMANY));
    // Thu 24 Dec 2026 to Fri 1 Jan 2027: Christmas on Friday, Saturday; New Year on Friday.
    expect(daysLost(plan.roadmap.calendar, { from: "2026-12-24", to: "2027-01-01" })).toEqual({
      days: 9,
      workingDays: 5,
    });
  });

  it("are changed and removed, whatever wrote their days", () => {
    const days = ["2027-08-02", "2027-08-03"].map((date) => ({
      date,
      working: false,
      name: "Betriebsferien",
    }));
    const plan = planWith({ exceptions: [...days, { date: "2027-09-01", working: false, name: "" }] });
    const [imported, single] = closuresOf(plan.roadmap.calendar) as [Closure, Closure];
    expect([imported.from, imported.to, single.name]).toEqual(["2027-08-02", "2027-08-03", ""]);
    const longer = applied(
      plan,
      saveClosure(plan, ctx, { ...imported, to: "2027-08-06", name: "Summer" }, imported),
    );
    expect(closuresOf(longer.roadmap.calendar)).toEqual([
      { from: "2027-08-02", to: "2027-08-06", name: "Summer", yearly: false },
      single,
    ]);
    const none = applied(
      longer,
      removeClosure(longer, ctx, { ...imported, to: "2027-08-06", name: "Summer" }),
    );
    expect(closuresOf(none.roadmap.calendar)).toEqual([single]);
    expect(isEmptyChange(must(saveClosure(plan, ctx, imported, imported)))).toBe(true);
    expect(removeClosure(none, ctx, imported).ok).toBe(false);
  });

  it.each([
    [{ from: "2027-08-06", to: "2027-08-02" }, /cannot end before it starts/],
    [{ from: "2027-08-06", to: "2027-08-02", yearly: true }, /cannot end before it starts/],
    [{ from: "2027-08-06", to: "2028-08-06" }, /at most a year/],
    [{ from: "2027-01-01", to: "2027-12-31", yearly: true }, /no working day/],
    [{ from: "", to: "2027-12-31" }, /first and a last day/],
    [{ from: "2027-08-06", to: "2027-08-06", name: "x".repeat(501) }, /too long/],
  ])("refuses %o with a sentence", (fields, words) => {
    const closure = { name: "", yearly: false, ...fields };
    expect(sentence(saveClosure(planWith(), ctx, closure))).toMatch(words);
  });

  it("are refused once a calendar holds 5,000 special days", () => {
    const first = dayNumber("2030-01-01");
    const exceptions = Array.from({ length: 4_995 }, (_, i) => ({
      date: dayFromNumber(first + i),
      working: false,
      name: "",
    }));
    const plan = planWith({ exceptions });
    expect(saveClosure(plan, ctx, { ...BREAK, to: "2027-12-26" }).ok).toBe(true);
    expect(sentence(saveClosure(plan, ctx, BREAK))).toBe(
      "A calendar holds at most 5,000 special days, and this would make 5,004 special days.",
    );
  });
});

describe("days worked all the same", () => {
  it("outrank the weekend and a closure, and can be taken back", () => {
    let plan = applied(planWith(), saveClosure(planWith(), ctx, { ...BREAK, yearly: false }));
    plan = applied(plan, addWorkedDay(plan, ctx, "2027-12-11", "Stocktaking"));
    plan = applied(plan, addWorkedDay(plan, ctx, "2027-12-28", ""));
    expect(works(plan, "2027-12-11", "2027-12-28", "2027-12-29")).toEqual([true, true, false]);
    const widened = { ...BREAK, from: "2027-12-20", yearly: false };
    expect(works(applied(plan, saveClosure(plan, ctx, widened)), "2027-12-28")).toEqual([true]);
    plan = applied(plan, removeWorkedDay(plan, ctx, { date: "2027-12-28" }));
    expect(works(plan, "2027-12-28")).toEqual([false]);
    expect(sentence(addWorkedDay(plan, ctx, "2027-12-13", ""))).toBe(
      "Mon 13 Dec 2027 is a working day already.",
    );
  });

  it("on a public holiday are that holiday worked", () => {
    const chosen = applied(planWith(), chooseHolidays(planWith(), ctx, GERMANY));
    const plan = applied(chosen, addWorkedDay(chosen, ctx, "2027-05-06", "Launch"));
    expect(plan.roadmap.calendar.holidays?.worked).toEqual([{ date: "2027-05-06", name: "Ascension Day" }]);
  });
});

it("keeps at least one day of the week", () => {
  expect(sentence(setWorkingWeekdays(planWith(), ctx, []))).toMatch(/at least one working day/);
  const plan = applied(planWith(), setWorkingWeekdays(planWith(), ctx, [6, 1, 1]));
  expect(plan.roadmap.calendar.workingWeekdays).toEqual([1, 6]);
});

const anyDay = fc.integer({ min: dayNumber("2026-01-01"), max: dayNumber("2029-12-31") }).map(dayFromNumber);
const anyException: fc.Arbitrary<CalendarException> = fc
  .record({
    date: anyDay,
    working: fc.boolean(),
    name: fc.constantFrom("", "Bridge day", "Winter break"),
    yearly: fc.boolean(),
    closure: fc.boolean(),
  })
  .map(({ date, working, name, yearly, closure }) => ({
    date,
    working,
    name,
    ...(yearly && !working ? { yearly } : {}),
    ...(closure && !working ? { source: "closure" as const } : {}),
  }));
const anyPlan = fc.array(anyException, { maxLength: 30 }).map((exceptions) => planWith({ exceptions }));
const PLACES = [
  GERMANY,
  ENGLAND,
  holidays({ country: "AE" }),
  holidays({ country: "US", state: "LA", region: "NO" }),
];

it("choosing a country twice changes nothing, and none after any others gives back what was there", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      anyPlan,
      fc.array(fc.constantFrom(...PLACES), { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(50), { maxLength: 3 }),
      (plan, places, flips) => {
        let now = plan;
        for (const place of places) {
          now = applied(now, chooseHolidays(now, ctx, place));
          expect(isEmptyChange(must(chooseHolidays(now, ctx, place)))).toBe(true);
          for (const flip of flips) {
            const off = now.roadmap.calendar.exceptions.filter(({ source }) => source === "holiday");
            now = applied(now, workHoliday(now, ctx, off[flip % off.length]?.date as string, true));
          }
        }
        expect(applied(now, removeHolidays(now, ctx)).roadmap).toEqual(plan.roadmap);
      },
    ),
    { numRuns: 25 },
  );
});

it("a closure added can be read back, and removing every closure leaves no day of one", {
  timeout: 60_000,
}, () => {
  const anyClosure = fc
    .record({ from: anyDay, days: fc.integer({ min: 0, max: 40 }), yearly: fc.boolean() })
    .map(({ from, days, yearly }) => ({
      from,
      to: dayFromNumber(dayNumber(from) + days),
      name: "Ours",
      yearly,
    }));
  fc.assert(
    fc.property(anyPlan, anyClosure, (plan, closure) => {
      let now = applied(plan, saveClosure(plan, ctx, closure));
      const worked = plan.roadmap.calendar.exceptions.filter((e) => e.working).map((e) => e.date);
      for (let day = dayNumber(closure.from); day <= dayNumber(closure.to); day++) {
        if (!worked.includes(dayFromNumber(day))) expect(works(now, dayFromNumber(day))).toEqual([false]);
      }
      expect(closuresOf(now.roadmap.calendar).filter(({ name }) => name === "Ours")).toHaveLength(1);
      for (const any of closuresOf(now.roadmap.calendar)) now = applied(now, removeClosure(now, ctx, any));
      const left = plan.roadmap.calendar.exceptions.filter((e) => e.working);
      expect(now.roadmap.calendar.exceptions).toEqual(left);
    }),
    { numRuns: 25 },
  );
});
