import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "#shared/domain/day.ts";
import { editEntity, shiftItems } from "#shared/domain/operations/edit.ts";
import type { Absence } from "#shared/domain/person.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { finishOf } from "#shared/domain/taskDates.ts";
import { calendarFor, workCalendarOf } from "#shared/domain/workingTime.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

/** Monday. */
const MONDAY = "2027-02-01";
const off = (from: Day, to: Day = from): Absence => ({ from, to, name: "" });

function planOf(
  absences: Record<string, readonly Absence[]>,
  tasks: Record<string, readonly string[]>,
): Plan {
  return aPlan({
    people: Object.entries(absences).map(([name, daysOff]) => ({ name, daysOff })),
    stages: [
      {
        name: "Idea",
        holds: [
          ...Object.entries(tasks).map(([task, does]) => ({ task, does, start: MONDAY, durationDays: 5 })),
          { milestone: "End", date: MONDAY },
        ],
      },
    ],
  });
}

const row = (plan: Plan, id: string): Task => plan.tasks.get(id) as Task;
const finish = (plan: Plan, id: string): Day => finishOf(row(plan, id), calendarFor(plan, row(plan, id)));

it("keeps its calendar for a plan while another one, with other days off, is asked for", () => {
  const plan = planOf({ Ana: [off("2027-02-03")] }, { job: ["Ana"] });
  const [ana] = plan.people.values();
  const tried = { ...plan, people: new Map([["Ana", { ...ana, daysOff: [off("2027-02-04")] }]]) } as Plan;
  const calendar = workCalendarOf(plan, row(plan, "job"));
  const other = workCalendarOf(tried, row(tried, "job"));
  expect(workCalendarOf(plan, row(plan, "job"))).toBe(calendar);
  expect(workCalendarOf(tried, row(tried, "job"))).toBe(other);
  expect(other).not.toBe(calendar);
});

describe("whose days count for a task", () => {
  const plan = planOf(
    {
      Ana: [off("2027-02-03", "2027-02-05"), off("2027-02-10")],
      Bo: [off("2027-02-04", "2027-02-08")],
      Cy: [],
    },
    {
      "by Ana": ["Ana"],
      "by Bo": ["Bo"],
      "by both": ["Ana", "Bo"],
      "by Bo and Ana": ["Bo", "Ana"],
      "with Cy": ["Ana", "Cy"],
      "by nobody": [],
    },
  );

  it.each([
    ["by Ana", "2027-02-11"],
    ["by Bo", "2027-02-10"],
    ["by both", "2027-02-09"],
    ["by Bo and Ana", "2027-02-09"],
    ["with Cy", "2027-02-05"],
    ["by nobody", "2027-02-05"],
  ])("%s: five days end on %s", (id, last) => {
    expect(finish(plan, id)).toBe(last);
  });

  it("is the plan's own calendar where nobody is away, and for milestones", () => {
    const { calendar } = plan.roadmap;
    expect(workCalendarOf(plan, row(plan, "by nobody"))).toBe(calendar);
    expect(workCalendarOf(plan, row(plan, "with Cy"))).toBe(calendar);
    const milestone = plan.milestones.get("End");
    expect(milestone && workCalendarOf(plan, milestone)).toBe(calendar);
  });

  it("stays the same value as long as these people and the calendar do", () => {
    const same = workCalendarOf(plan, row(plan, "by both"));
    expect(workCalendarOf(plan, row(plan, "by Bo and Ana"))).toBe(same);
    const renamed = applyChange(
      plan,
      must(editEntity(plan, testContext(), "person", "Ana", { name: "Anna" })),
    );
    expect(workCalendarOf(renamed, row(renamed, "by both"))).toBe(same);
    const back = applyChange(plan, must(editEntity(plan, testContext(), "person", "Ana", { daysOff: [] })));
    expect(workCalendarOf(back, row(back, "by both"))).toBe(plan.roadmap.calendar);
  });

  it("is one for all who are away on the same days", () => {
    const closed = [off("2027-02-03")];
    const twins = planOf({ Ana: closed, Bo: [...closed] }, { one: ["Ana"], other: ["Bo"] });
    expect(workCalendarOf(twins, row(twins, "one"))).toBe(workCalendarOf(twins, row(twins, "other")));
  });

  it("goes before a day on which the company works, and knows somebody who left", () => {
    const open = aPlan({
      roadmap: {
        calendar: {
          workingWeekdays: [1, 2, 3, 4, 5],
          exceptions: [{ date: "2027-02-06", working: true, name: "Fair" }],
          holidays: null,
        },
      },
      people: [{ name: "Ana", daysOff: [off("2027-02-06")], deletedAt: "2027-01-20T09:00:00.000Z" }],
      stages: [{ name: "Idea", holds: [{ task: "Stand", start: MONDAY, durationDays: 6, does: ["Ana"] }] }],
    });
    expect(finish(open, "Stand")).toBe("2027-02-08");
  });
});

const dayArb = fc.integer({ min: 0, max: 60 }).map((days) => addDays(MONDAY, days));
const absencesArb = fc.array(
  fc.tuple(dayArb, fc.integer({ min: 0, max: 12 })).map(([from, days]) => off(from, addDays(from, days))),
  { maxLength: 4 },
);
const isAway = (absences: readonly Absence[], day: Day): boolean =>
  absences.some(({ from, to }) => from <= day && day <= to);

describe("whatever days off", () => {
  it("no task runs on a day all its doers are away, and it takes as many days as it should", () => {
    fc.assert(
      fc.property(absencesArb, absencesArb, dayArb, fc.integer({ min: 1, max: 15 }), (ana, bo, day, days) => {
        const before = planOf({ Ana: ana, Bo: bo }, { job: ["Ana", "Bo"] });
        const ctx = testContext();
        const change = must(
          editEntity(before, ctx, "task", "job", { start: day, durationDays: days, isPinned: false }),
        );
        const plan = applyChange(before, change);
        const calendar = calendarFor(plan, row(plan, "job"));
        const last = finish(plan, "job");
        let worked = 0;
        for (let at = row(plan, "job").start; at <= last; at = addDays(at, 1)) {
          if (!calendar.isWorking(at)) continue;
          expect(isAway(ana, at) && isAway(bo, at)).toBe(false);
          worked++;
        }
        expect(worked).toBe(days);
        expect(calendar.isWorking(last)).toBe(true);
      }),
    );
  });

  it("a shift lands on worked days; by whole weeks there and back changes nothing where weeks are alike", () => {
    fc.assert(
      fc.property(absencesArb, fc.integer({ min: -30, max: 30 }), (ana, days) => {
        const away = planOf({ Ana: ana }, { job: ["Ana"] });
        const moved = applyChange(away, must(shiftItems(away, testContext(), ["job"], days)));
        const { start } = row(moved, "job");
        if (days !== 0) expect(calendarFor(moved, row(moved, "job")).isWorking(start)).toBe(true);
        const plain = planOf({ Ana: [] }, { job: ["Ana"] });
        const there = applyChange(plain, must(shiftItems(plain, testContext(), ["job"], days * 7)));
        const back = applyChange(there, must(shiftItems(there, testContext(), ["job"], days * -7)));
        expect(row(back, "job")).toEqual(row(plain, "job"));
      }),
    );
  });
});
