import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { createRoutine, createRoutineRun, type Routine, type RoutineRun } from "#shared/domain/routine.ts";
import { dueDays, nextDue, nextDueDays, timeOf } from "#shared/routines/due.ts";
import { standingOf } from "#shared/routines/standing.ts";

function weekly(fields: Partial<Routine> = {}): Routine {
  const common = { id: "r", roadmapId: "roadmap", order: "a0", name: "Count the cash" };
  return createRoutine({ ...common, rule: "FREQ=WEEKLY;BYDAY=TU", firstRun: "2027-01-05", ...fields });
}

function done(...days: readonly (string | [due: string, done: string])[]): RoutineRun[] {
  return days.map((entry) => {
    const [day, doneOn] = typeof entry === "string" ? [entry, entry] : entry;
    return createRoutineRun({ id: day, roadmapId: "roadmap", routineId: "r", day, doneOn });
  });
}

describe("how a routine stands", () => {
  test("a month with two misses", () => {
    // Due on 5, 12, 19 and 26 January and 2 February; the 12th and the 19th were missed.
    const standing = standingOf(
      weekly(),
      done("2027-01-05", ["2027-01-26", "2027-01-28"], "2027-02-02"),
      "2027-02-03",
    );
    expect(standing).toMatchObject({ streak: 2, slips: 2, missed: null, today: null, next: "2027-02-09" });
    expect(standing.history.map(({ day, state }) => `${day} ${state}`)).toEqual([
      "2027-02-02 done",
      "2027-01-26 late",
      "2027-01-19 missed",
      "2027-01-12 missed",
      "2027-01-05 done",
    ]);
  });

  test("missed runs are one line, and the next one stands", () => {
    const runs = done("2027-01-05");
    expect(standingOf(weekly(), runs, "2027-01-20")).toMatchObject({
      missed: { day: "2027-01-19", since: "2027-01-12", count: 2 },
      next: "2027-01-26",
      streak: 0,
    });
    const onTheDay = standingOf(weekly(), runs, "2027-01-26");
    expect(onTheDay).toMatchObject({ next: "2027-01-26", missed: { count: 2 }, slips: 2 });
    expect(onTheDay.today?.state).toBe("due");
    const caughtUp = standingOf(weekly(), [...runs, ...done("2027-01-26")], "2027-01-26");
    expect(caughtUp).toMatchObject({ missed: null, streak: 1, slips: 2, next: "2027-02-02" });
  });

  test("making up for the last missed run leaves the earlier one missed", () => {
    const runs = done("2027-01-05", ["2027-01-19", "2027-01-21"]);
    expect(standingOf(weekly(), runs, "2027-01-21")).toMatchObject({ missed: null, slips: 1, streak: 1 });
  });

  test("today's run breaks no streak before the day is over", () => {
    const runs = done("2027-01-05", "2027-01-12");
    expect(standingOf(weekly(), runs, "2027-01-19").streak).toBe(2);
    expect(standingOf(weekly(), runs, "2027-01-20").streak).toBe(0);
  });

  test("this week is what comes after today up to Sunday", () => {
    const daily = weekly({ rule: "FREQ=DAILY" });
    const days = (today: string) => standingOf(daily, [], today).thisWeek.map(({ day }) => day);
    expect(days("2027-01-14")).toEqual(["2027-01-15", "2027-01-16", "2027-01-17"]);
    expect(days("2027-01-17")).toEqual([]);
  });

  test("skipped runs are neither due nor missed; moved ones are due on their new day", () => {
    const routine = weekly({ skipped: ["2027-01-12"], moved: [{ from: "2027-01-19", to: "2027-01-21" }] });
    expect(standingOf(routine, done("2027-01-05"), "2027-01-20")).toMatchObject({
      slips: 0,
      streak: 1,
      next: "2027-01-21",
    });
    expect(nextDueDays(routine, "2027-01-05", 3)).toEqual(["2027-01-05", "2027-01-21", "2027-01-26"]);
  });

  test("a run done on a day that is no longer due stays in the history", () => {
    expect(standingOf(weekly(), done("2027-01-07"), "2027-01-08").history.map(({ state }) => state)).toEqual([
      "done",
      "missed",
    ]);
  });

  test("minutes a week", () => {
    expect(timeOf(weekly({ minutes: 45 }), "2027-01-05").perWeek).toBe(45);
    expect(timeOf(weekly({ minutes: 10, rule: "FREQ=DAILY" }), "2027-01-05").perWeek).toBe(70);
    expect(timeOf(weekly({ minutes: 45, endedOn: "2027-01-05" }), "2027-01-12").perWeek).toBe(0);
    // A routine that ends on Wednesday 6 January, daily: three runs in its last week, whichever day one looks.
    const ends = weekly({ minutes: 10, rule: "FREQ=DAILY", endedOn: "2027-01-06" });
    expect(timeOf(ends, "2027-01-10").thisWeek).toBe(timeOf(ends, "2027-01-05").thisWeek);
    expect(timeOf(ends, "2027-01-11").thisWeek).toBe(0);
  });

  test("whatever was done, skipped and moved: streak, slips and history agree", () => {
    const day = fc.integer({ min: dayNumber("2027-01-01"), max: dayNumber("2027-04-30") }).map(dayFromNumber);
    const rule = fc.constantFrom(
      "FREQ=DAILY",
      "FREQ=WEEKLY;BYDAY=MO,TH",
      "FREQ=MONTHLY;BYMONTHDAY=-1",
      "FREQ=WEEKLY;COUNT=5",
    );
    fc.assert(
      fc.property(rule, fc.uniqueArray(day), fc.uniqueArray(day), day, (text, doneDays, skipped, today) => {
        const routine = weekly({ rule: text, skipped });
        const standing = standingOf(routine, done(...doneDays), today);
        const due = dueDays(routine, routine.firstRun, today);
        const missed = due.filter((d) => d < today && !doneDays.includes(d));
        expect(standing.slips).toBe(missed.length);
        const settled = due.filter((d) => d < today || doneDays.includes(d));
        expect(standing.streak).toBe(settled.filter((d) => d > (missed.at(-1) ?? "")).length);
        expect(standing.missed?.day ?? null).toBe(
          settled.at(-1) === missed.at(-1) ? (missed.at(-1) ?? null) : null,
        );
        expect(nextDue(routine, today)).toBe(dueDays(routine, today, addDays(today, 400))[0] ?? null);
        const days = standing.history.map((line) => line.day);
        expect(days).toEqual([...new Set(days)].sort().reverse());
      }),
    );
  });
});
