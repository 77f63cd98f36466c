import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { changedRows } from "#shared/domain/changedRows.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const PLAN = aPlan({
  stages: [{ name: "Idea", holds: [{ milestone: "Menu", holds: [{ task: "Taste" }] }] }],
});

it("gives the same plan for a change that was tried before it is made", () => {
  const change = must(editEntity(PLAN, testContext(), "task", "Taste", { name: "Try" }));
  const tried = applyChange(PLAN, change);
  expect(applyChange(PLAN, change)).toBe(tried);
  const other = applyChange(PLAN, must(editEntity(PLAN, testContext(), "task", "Taste", { name: "Smell" })));
  expect(applyChange(other, change)).not.toBe(tried);
  expect(applyChange(PLAN, change)).toEqual(tried);
});

it("keeps none of the plans that were edited away", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  let plan = applyChange(PLAN, must(editEntity(PLAN, testContext(), "task", "Taste", { name: "0" })));
  const early = new WeakRef(plan.tasks);
  for (let i = 1; i < 20; i++) {
    const before = plan;
    plan = applyChange(before, must(editEntity(before, testContext(), "task", "Taste", { name: `${i}` })));
    expect(changedRows(before.tasks, plan.tasks)).toHaveLength(1);
    outlineOf(plan);
  }
  await new Promise((done) => setTimeout(done, 20));
  collect();
  expect(early.deref()).toBeUndefined();
  expect(plan.tasks.get("Taste")?.name).toBe("19");
});
