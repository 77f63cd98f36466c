import { describe, expect, it } from "vitest";
import { weekLoadOf } from "#shared/load/load.ts";
import { partsOf } from "#shared/load/parts.ts";
import { aPlan, type PlanLiteral, START } from "#test/support/builders.ts";

const NEXT = "2027-01-11";
const holding = (holds: NonNullable<PlanLiteral["stages"]>[number]["holds"], rest: PlanLiteral = {}) =>
  aPlan({
    people: [{ name: "Ana" }, { name: "Bo", hoursPerWeek: 20 }],
    ...rest,
    stages: [{ name: "S", holds: holds ?? [] }],
  });
const shared = [
  { personId: "Ana", allocationPct: 75 },
  { personId: "Bo", allocationPct: 25 },
];

describe("capacity", () => {
  it("is the weekly hours by working weekdays, without holidays and days off", () => {
    const plan = aPlan({
      roadmap: {
        calendar: {
          workingWeekdays: [1, 2, 3, 4],
          exceptions: [
            { date: "2027-01-05", working: false, name: "Holiday", source: "holiday" },
            { date: "2027-01-09", working: true, name: "Saturday opening" },
          ],
          holidays: null,
        },
      },
      people: [{ name: "Ana", daysOff: [{ from: "2027-01-06", to: "2027-01-06", name: "" }] }],
    });
    expect(weekLoadOf(plan, START, "Ana", START).capacity).toBe(30);
    expect(weekLoadOf(plan, START, "Ana", NEXT).capacity).toBe(40);
  });

  it("ends with the engagement, and spreads agreed days a month over its working days", () => {
    const engagement = { from: null, until: "2027-01-13", daysPerMonth: 7 };
    const plan = aPlan({ people: [{ name: "Cleo", engagement }] });
    // January 2027 has 21 working days: each gives a third of a day.
    expect(weekLoadOf(plan, START, "Cleo", START).capacity).toBeCloseTo(40 / 3);
    expect(weekLoadOf(plan, START, "Cleo", NEXT).capacity).toBeCloseTo(8);
    expect(weekLoadOf(plan, START, "Cleo", "2027-01-18").capacity).toBe(0);
  });
});

describe("hours of tasks", () => {
  it("are shared in the proportion of the shares, evenly over the days, half days exactly", () => {
    const plan = holding([
      { task: "T", start: "2027-01-07", durationDays: 4.5, effortHours: 36, assignments: shared },
    ]);
    expect(weekLoadOf(plan, START, "Ana", START).tasks).toBeCloseTo(12);
    expect(weekLoadOf(plan, START, "Ana", NEXT).tasks).toBeCloseTo(15);
    expect(weekLoadOf(plan, START, "Bo", NEXT).tasks).toBeCloseTo(5);
    expect(partsOf(plan, START, "Ana", NEXT)[0]?.days.map(({ hours }) => hours)).toEqual([6, 6, 3]);
  });

  it("are a share of each day without an estimate; nobody's share counts nothing, and says so", () => {
    const plan = holding([
      { task: "T", durationDays: 5, assignments: shared },
      { task: "U", durationDays: 5, accountableId: "Ana" },
    ]);
    expect(weekLoadOf(plan, START, "Ana", START)).toMatchObject({ tasks: 30, hours: 30, over: 0 });
    expect(partsOf(plan, START, "Ana", START)).toMatchObject([
      { kind: "task", hours: 30, isSized: true },
      { kind: "task", hours: 0, isSized: false },
    ]);
  });

  it("go to whoever answers where nobody does it, or else to nobody", () => {
    const plan = holding([
      { task: "T", effortHours: 10, accountableId: "Bo" },
      { task: "U", effortHours: 7 },
    ]);
    expect(weekLoadOf(plan, START, "Bo", START).tasks).toBe(10);
    expect(weekLoadOf(plan, START, null, START)).toMatchObject({ tasks: 7, capacity: 0, over: 0 });
  });

  it("of begun work lie before the as-of day for what is done, and from it on for what is left", () => {
    const plan = holding([
      {
        task: "T",
        durationDays: 10,
        effortHours: 40,
        does: ["Ana"],
        status: "in-progress",
        progressPct: 25,
        actualStart: START,
      },
    ]);
    const today = "2027-01-13";
    expect(weekLoadOf(plan, today, "Ana", START).tasks).toBeCloseTo((10 * 5) / 7);
    expect(weekLoadOf(plan, today, "Ana", NEXT).tasks).toBeCloseTo((10 * 2) / 7 + 30);
  });

  it("of what should be finished lie on as many days as it takes, from the as-of day on", () => {
    const plan = holding([{ task: "T", durationDays: 2, effortHours: 50, does: ["Ana"] }]);
    expect(weekLoadOf(plan, NEXT, "Ana", START).tasks).toBe(0);
    expect(weekLoadOf(plan, NEXT, "Ana", NEXT)).toMatchObject({ tasks: 50, capacity: 40, over: 10 });
    expect(partsOf(plan, NEXT, "Ana", NEXT)[0]).toMatchObject({
      isOverdue: true,
      days: [
        { day: "2027-01-11", hours: 25 },
        { day: "2027-01-12", hours: 25 },
      ],
    });
  });
});

it("counts each run on its day for its owner, on a day off too", () => {
  const plan = aPlan({
    people: [{ name: "Ana", daysOff: [{ from: NEXT, to: "2027-01-17", name: "" }] }],
    routines: [
      {
        name: "Count the cash",
        rule: "FREQ=WEEKLY",
        minutes: 90,
        ownerId: "Ana",
        moved: [{ from: "2027-01-18", to: "2027-01-12" }],
        skipped: [START],
      },
    ],
  });
  const hours = [START, NEXT, "2027-01-18"].map((week) => weekLoadOf(plan, START, "Ana", week));
  expect(hours.map(({ routines }) => routines)).toEqual([0, 3, 0]);
  expect(hours[1]).toMatchObject({ capacity: 0, over: 3 });
});
