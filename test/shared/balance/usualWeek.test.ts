import { expect, it } from "vitest";
import { weekWith, weekWords } from "#shared/balance/usualWeek.ts";
import type { RoutineStart } from "#shared/domain/operations/commission.ts";
import { aPlan, START } from "#test/support/builders.ts";

const START_CASH: RoutineStart = {
  taskId: "t",
  name: "Count the cash",
  ownerId: "Bo",
  rule: "FREQ=WEEKLY;BYDAY=MO,FR",
  minutes: 60,
  procedureId: null,
  firstRun: START,
};

it("a new routine is added to the tasks and routines of its owner's usual week", () => {
  const plan = aPlan({
    people: [{ name: "Bo", hoursPerWeek: 4 }],
    stages: [
      {
        name: "Idea",
        // Twelve weeks of five days from the week after the first run: 24 hours are two a week.
        holds: [{ task: "Hire", start: "2027-01-11", durationDays: 60, does: ["Bo"], effortHours: 24 }],
      },
    ],
    routines: [{ name: "Close", ownerId: "Bo", rule: "FREQ=WEEKLY;BYDAY=WE", firstRun: START, minutes: 30 }],
  });
  const bo = plan.people.get("Bo");
  if (!bo) throw new Error("Bo is there");
  const alone = weekWith(plan, START, bo, START_CASH, []);
  expect(alone).toEqual({ before: expect.closeTo(2.5), after: expect.closeTo(4.5), capacity: 4 });
  expect(weekWords("Bo", alone)).toBe("Bo: 2.5 of 4 hours in a usual week, 4.5 with it, 0.5 too many.");
  expect(weekWith(plan, START, bo, START_CASH, [START_CASH]).before).toBeCloseTo(4.5);
});
