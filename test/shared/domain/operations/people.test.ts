import { describe, expect, it } from "vitest";
import { absencesOf, absenceWords, tasksDuring } from "#shared/domain/absences.ts";
import { movePerson, removeDaysOff, setDaysOff } from "#shared/domain/operations/people.ts";
import { livePeople } from "#shared/domain/people.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const ctx = testContext();
const PLAN = aPlan({
  people: [
    { name: "Ana" },
    { name: "Gone", deletedAt: "2027-01-20T09:00:00.000Z" },
    { name: "Bo" },
    { name: "Cy" },
  ],
});

function moved(plan: Plan, id: string, by: -1 | 1): Plan {
  return applyChange(plan, must(movePerson(plan, ctx, id, by)));
}
const names = (plan: Plan): readonly string[] => livePeople(plan).map(({ name }) => name);

it("moves somebody by one place, and not past the ends", () => {
  expect(names(moved(PLAN, "Bo", -1))).toEqual(["Bo", "Ana", "Cy"]);
  expect(names(moved(PLAN, "Ana", 1))).toEqual(["Bo", "Ana", "Cy"]);
  expect(names(moved(PLAN, "Cy", 1))).toEqual(["Ana", "Bo", "Cy"]);
  expect(names(moved(PLAN, "Ana", -1))).toEqual(["Ana", "Bo", "Cy"]);
  expect(movePerson(PLAN, ctx, "Gone", 1).ok).toBe(false);
});

it("never gives two people one place, those in the bin included", () => {
  let plan = PLAN;
  for (const [id, by] of [
    ["Cy", -1],
    ["Ana", 1],
    ["Bo", -1],
    ["Ana", 1],
    ["Cy", 1],
    ["Bo", 1],
  ] as const) {
    plan = moved(plan, id, by);
    expect(new Set([...plan.people.values()].map(({ order }) => order)).size).toBe(4);
  }
});

describe("days off", () => {
  const HOLIDAY = { from: "2027-02-10", to: "2027-02-12", name: "Holiday" };
  const off = aPlan({
    people: [{ name: "Ana", daysOff: [HOLIDAY] }],
    stages: [
      {
        name: "Idea",
        holds: [
          { task: "Across", start: "2027-02-08", durationDays: 5, does: ["Ana"] },
          { task: "Before", start: "2027-02-01", durationDays: 5, does: ["Ana"] },
          { task: "Over", start: "2027-02-08", does: ["Ana"], status: "done", progressPct: 100 },
        ],
      },
    ],
  });
  const daysOff = (plan: Plan) => plan.people.get("Ana")?.daysOff;

  it("are kept in order, changed and removed", () => {
    const one = { from: "2027-02-01", to: "2027-02-01", name: " Dentist " };
    const added = applyChange(off, must(setDaysOff(off, ctx, "Ana", one)));
    expect(daysOff(added)).toEqual([{ ...one, name: "Dentist" }, HOLIDAY]);
    const longer = { ...HOLIDAY, to: "2027-02-15" };
    const changed = applyChange(added, must(setDaysOff(added, ctx, "Ana", longer, HOLIDAY)));
    expect(daysOff(changed)?.[1]).toEqual(longer);
    const removed = applyChange(changed, must(removeDaysOff(changed, ctx, "Ana", longer)));
    expect(daysOff(removed)).toHaveLength(1);
  });

  it.each([
    [
      "2027-02-12",
      "2027-02-20",
      "Those days overlap Holiday (10 Feb – 12 Feb 2027). Change that entry instead.",
    ],
    [
      "2027-02-01",
      "2027-02-28",
      "Those days overlap Holiday (10 Feb – 12 Feb 2027). Change that entry instead.",
    ],
    ["2027-02-20", "2027-02-19", "The last day off cannot be before the first."],
    ["", "2027-02-19", "Give the first and the last day off."],
  ])("from %s to %s are refused in a sentence", (from, to, message) => {
    expect(setDaysOff(off, ctx, "Ana", { from, to, name: "" })).toMatchObject({ problem: { message } });
  });

  it("may follow each other, and are gone once removed", () => {
    expect(setDaysOff(off, ctx, "Ana", { from: "2027-02-13", to: "2027-02-13", name: "" }).ok).toBe(true);
    expect(removeDaysOff(off, ctx, "Ana", { ...HOLIDAY, to: "2027-02-11" }).ok).toBe(false);
    expect(setDaysOff(off, ctx, "Ana", HOLIDAY, { ...HOLIDAY, to: "2027-02-11" }).ok).toBe(false);
  });

  it("are listed as to come and past, and tell which open tasks they touch", () => {
    const person = off.people.get("Ana");
    if (!person) throw new Error("Nobody.");
    expect(absencesOf(person, "2027-02-12").upcoming).toEqual([HOLIDAY]);
    expect(absencesOf(person, "2027-02-13")).toEqual({ upcoming: [], past: [HOLIDAY] });
    expect(absenceWords({ ...HOLIDAY, name: "" })).toBe("10 Feb – 12 Feb 2027");
    expect(tasksDuring(off, "Ana", HOLIDAY)).toBe(1);
    expect(tasksDuring(off, "Ana", { from: "2027-02-05", to: "2027-02-08" })).toBe(2);
  });
});
