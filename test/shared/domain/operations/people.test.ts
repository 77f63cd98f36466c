import { expect, it } from "vitest";
import { movePerson } from "#shared/domain/operations/people.ts";
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
