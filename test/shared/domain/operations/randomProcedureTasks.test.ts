import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addProcedure } from "#shared/domain/operations/procedures.ts";
import { turnIntoTasks } from "#shared/domain/operations/procedureTasks.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { createStep, totalMinutes } from "#shared/domain/steps.ts";
import { finishOf } from "#shared/domain/taskDates.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { ctx, done, shop } from "./workflowShop.ts";

describe("any workflow as delegated tasks", () => {
  const into = { parentId: "Open", start: "2027-02-06", byId: "Bo", named: new Map<string, string | null>() };

  it("keeps the order, one task a step, and all the minutes, whatever the steps", () => {
    const step = fc.record({
      text: fc.string({ maxLength: 20 }),
      role: fc.constantFrom("", "CEO", "coo", "Chef", "Waiter", "Nobody’s"),
      minutes: fc.option(fc.integer({ min: 0, max: 10_080 })),
      note: fc.string({ maxLength: 10 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("Idea", "Open", "Lease"),
        (drawn, parentId) => {
          const steps = drawn.map((each, i) => createStep({ ...each, id: `s${i}` }));
          const base = applyChange(shop(), must(addProcedure(shop(), ctx, { name: "Drawn", steps })));
          const id = [...base.procedures.keys()].find((key) => key !== "Hire") ?? "";
          const named = new Map([
            ["waiter", "Ed"],
            ["nobody’s", null],
          ]);
          const before = outlineOf(base).byId.get(parentId)?.children.length ?? 0;
          const plan = done(base, turnIntoTasks(base, ctx, id, { ...into, parentId, named }));
          const tasks = (outlineOf(plan).byId.get(parentId)?.children ?? [])
            .slice(before)
            .flatMap(({ item }) => plan.tasks.get(item.id) ?? []);
          expect(tasks.map(({ name }) => name)).toEqual(steps.map(({ text }) => text));
          const hours = tasks.reduce((sum, { effortHours }) => sum + (effortHours ?? 0), 0);
          expect(hours * 60).toBeCloseTo(totalMinutes(steps), 6);
          for (const [i, task] of tasks.slice(1).entries()) {
            const earlier = tasks[i];
            expect(earlier && task.start >= finishOf(earlier, calendarFor(plan, earlier))).toBe(true);
            expect([...plan.dependencies.values()].filter(({ toId }) => toId === task.id)).toMatchObject([
              { fromId: earlier?.id, type: "FS" },
            ]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
