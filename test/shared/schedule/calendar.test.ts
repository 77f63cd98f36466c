import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, dayFromNumber, dayNumber, weekdayOf } from "#shared/domain/day.ts";
import { STANDARD_CALENDAR, type WorkCalendar } from "#shared/domain/roadmap.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";

/** Day by day, straight from the definition: an exception of the date, else a yearly one, else the weekday. */
function isWorking(calendar: WorkCalendar, day: Day): boolean {
  const dated = calendar.exceptions.findLast((e) => !e.yearly && e.date === day);
  const yearly = calendar.exceptions.findLast((e) => e.yearly && e.date.slice(4) === day.slice(4));
  return dated?.working ?? yearly?.working ?? calendar.workingWeekdays.includes(weekdayOf(day));
}

function walk(calendar: WorkCalendar, day: Day, step: 1 | -1): Day {
  let at = day;
  while (!isWorking(calendar, at)) at = addDays(at, step);
  return at;
}

const first = dayNumber("2026-01-01");
const days = fc.integer({ min: first, max: first + 1_500 }).map(dayFromNumber);
const calendars: fc.Arbitrary<WorkCalendar> = fc.record({
  workingWeekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
  holidays: fc.constant(null),
  exceptions: fc.array(
    fc.record({
      date: days,
      working: fc.boolean(),
      name: fc.constant(""),
      yearly: fc.boolean(),
    }),
    { maxLength: 25 },
  ),
});

describe("the working calendar", () => {
  it("agrees with a walk from day to day", () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 0, max: 60 }), (calendar, day, count) => {
        const table = calendarTable(calendar);
        expect(table.isWorking(day)).toBe(isWorking(calendar, day));
        expect(table.onOrAfter(day)).toBe(walk(calendar, day, 1));
        expect(table.onOrBefore(day)).toBe(walk(calendar, day, -1));
        let at = walk(calendar, day, 1);
        for (let i = 0; i < count; i++) at = walk(calendar, addDays(at, 1), 1);
        expect(table.addWorkingDays(day, count)).toBe(at);
        if (count > 0) {
          const finish = table.finishOf(day, count);
          expect(table.addWorkingDays(day, count - 1)).toBe(finish);
          expect(table.durationOf(day, finish)).toBe(count);
        }
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("counts working days between two days, either way round", () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 0, max: 90 }), (calendar, from, span) => {
        let count = 0;
        for (let i = 0; i < span; i++) if (isWorking(calendar, addDays(from, i))) count++;
        const table = calendarTable(calendar);
        expect(table.workingDaysBetween(from, addDays(from, span))).toBe(count);
        expect(table.workingDaysBetween(addDays(from, span), from)).toBe(-count + 0);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it("goes back as it goes forward", () => {
    const table = calendarTable(STANDARD_CALENDAR);
    expect(table.addWorkingDays("2027-01-08", 1)).toBe("2027-01-11");
    expect(table.addWorkingDays("2027-01-11", -1)).toBe("2027-01-08");
    expect(table.addWorkingDays("2027-01-09", 0)).toBe("2027-01-11");
  });

  it("ends tasks on their last worked day", () => {
    const table = calendarTable(STANDARD_CALENDAR);
    expect(table.finishOf("2027-01-04", 5)).toBe("2027-01-08");
    expect(table.finishOf("2027-01-04", 6)).toBe("2027-01-11");
    expect(table.finishOf("2027-01-04", 0.5)).toBe("2027-01-04");
    expect(table.finishOf("2027-01-04", 1.5)).toBe("2027-01-05");
    expect(table.finishOf("2027-01-09", 1)).toBe("2027-01-11");
    expect(table.finishOf("2027-01-09", 0)).toBe("2027-01-09");
  });

  it("takes yearly days off in every year, leap days only in leap years, and lets a dated day overrule them", () => {
    const table = calendarTable({
      workingWeekdays: [0, 1, 2, 3, 4, 5, 6],
      holidays: null,
      exceptions: [
        { date: "2000-12-25", working: false, name: "Christmas", yearly: true },
        { date: "2000-02-29", working: false, name: "Leap day", yearly: true },
        { date: "2028-12-25", working: true, name: "Worked once" },
      ],
    });
    expect(["1950-12-25", "2027-12-25", "2199-12-25", "2028-02-29"].map((d) => table.isWorking(d))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(["2028-12-25", "2027-02-28", "2027-03-01"].map((d) => table.isWorking(d))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("counts on without a step from the years that plans lie in to those before and after", () => {
    const table = calendarTable({ ...STANDARD_CALENDAR, exceptions: [] });
    expect(table.finishOf("2044-12-27", 7)).toBe("2045-01-04");
    expect(table.durationOf("2044-12-27", "2045-01-06")).toBe(9);
    expect(table.addWorkingDays("2015-01-01", -3)).toBe("2014-12-29");
    expect(table.workingDaysBetween("2014-12-25", "2045-01-06")).toBe(7_836);
    expect(table.onOrBefore("2015-01-01")).toBe("2015-01-01");
    expect(table.onOrAfter("2044-12-31")).toBe("2045-01-02");
    expect([table.isWorking("2014-12-31"), table.isWorking("2045-01-01")]).toEqual([true, false]);
  });

  it("stays within its years at their edges", () => {
    const table = calendarTable(STANDARD_CALENDAR);
    expect(table.finishOf("2199-12-31", 10_000) > "2199-12-31").toBe(true);
    expect(table.onOrBefore("1900-01-01")).toBe("1900-01-01");
  });
});
