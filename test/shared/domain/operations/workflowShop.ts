/** A small shop with a workflow, a checklist and a routine's steps, for the rules of workflows. */
import { expect } from "vitest";
import { type Change, invertChange } from "#shared/domain/change.ts";
import { applyChange, entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { createStep } from "#shared/domain/steps.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { expectSound } from "#test/support/plans.ts";

export const TODAY = "2027-02-01"; // a Monday
export const ctx = testContext({ today: TODAY });

export function shop(): Plan {
  return aPlan({
    roadmap: { ceoId: "Ana", cooId: "Bo" },
    people: [
      { name: "Ana", role: "Founder" },
      { name: "Bo", role: "Runs the shop" },
      { name: "Cy", role: "Chef, buyer" },
      { name: "Di", role: "Waiter", hoursPerWeek: 20 },
      { name: "Ed", role: "waiter" },
    ],
    stages: [
      {
        name: "Idea",
        holds: [
          {
            milestone: "Open",
            date: "2027-03-01",
            holds: [
              {
                task: "Lease",
                start: TODAY,
                accountableId: "Ana",
                checklist: [
                  { id: "c1", text: "Find a lawyer", done: true },
                  { id: "c2", text: "Read it", done: false },
                ],
              },
            ],
          },
        ],
      },
    ],
    routines: [
      { name: "Close up", ownerId: "Cy", steps: [{ id: "r1", text: "Lock the door" }], firstRun: TODAY },
    ],
    procedures: [
      {
        name: "Hire",
        steps: [
          createStep({
            id: "p1",
            text: "Write the offer",
            role: "COO",
            minutes: 90,
            link: "https://x.org/offer",
          }),
          createStep({
            id: "p2",
            text: "Try them out",
            role: " chef ",
            minutes: 480,
            note: "A whole evening",
          }),
          createStep({ id: "p3", text: "Decide", role: "ceo", minutes: 15 }),
        ],
      },
    ],
  });
}

/** The plan after an operation; taking the change back has to give every row back as it was. */
export function done(plan: Plan, result: Result<Change>): Plan {
  const change = must(result);
  const next = applyChange(plan, change);
  expectSound(next);
  const back = applyChange(next, invertChange(ctx, change));
  expect(entitiesOf(back)).toEqual(expect.arrayContaining(entitiesOf(plan)));
  expect(entitiesOf(back)).toHaveLength(entitiesOf(plan).length);
  return next;
}
