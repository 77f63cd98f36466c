import { describe, expect, it } from "vitest";
import type { Change } from "#shared/domain/change.ts";
import { giveWork, putOff, shareWork } from "#shared/domain/operations/workload.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { effectOf } from "#shared/load/effect.ts";
import { weekLoadOf } from "#shared/load/load.ts";
import { aPlan, START, type TaskLiteral, testContext } from "#test/support/builders.ts";

const NEXT = "2027-01-11";
const of = (fields: Partial<TaskLiteral>) =>
  aPlan({
    people: [{ name: "Ana" }, { name: "Bo" }, { name: "Gone", deletedAt: "2027-01-01T00:00:00.000Z" }],
    stages: [{ name: "S", holds: [{ task: "T", durationDays: 5, effortHours: 30, ...fields }] }],
  });
const taskAfter = (plan: Plan, result: Result<Change>) => applyChange(plan, must(result)).tasks.get("T");
const ctx = testContext({ today: NEXT });

describe("putting work off", () => {
  it("starts it later, from the as-of day when it should have begun before", () => {
    const plan = of({ does: ["Ana"] });
    expect(taskAfter(plan, putOff(plan, ctx, "T", 1))?.start).toBe("2027-01-12");
    expect(taskAfter(plan, putOff(plan, testContext(), "T", 7))?.start).toBe(NEXT);
  });

  it("gives begun work longer, and leaves its beginning", () => {
    const plan = of({ does: ["Ana"], status: "in-progress", actualStart: START, durationDays: 8 });
    expect(taskAfter(plan, putOff(plan, ctx, "T", 7))).toMatchObject({
      actualStart: START,
      durationDays: 13,
    });
    expect(taskAfter(plan, putOff(plan, ctx, "T", 3))).toMatchObject({ durationDays: 11 });
  });

  it("refuses finished work", () => {
    const plan = of({ status: "done", progressPct: 100, actualStart: START, actualFinish: START });
    expect(putOff(plan, ctx, "T", 1)).toMatchObject({ ok: false, problem: { code: "finished" } });
  });
});

describe("sharing work", () => {
  it("splits one share in two that add up to it, and keeps the hours", () => {
    const plan = of({ assignments: [{ personId: "Ana", allocationPct: 80 }] });
    expect(taskAfter(plan, shareWork(plan, ctx, "T", "Ana", "Bo", 0.25))).toMatchObject({
      effortHours: 30,
      assignments: [
        { personId: "Ana", allocationPct: 60 },
        { personId: "Bo", allocationPct: 20 },
      ],
    });
  });

  it("gives it all, adding to what they have of it; who answers for it stays", () => {
    const plan = of({ does: ["Ana", "Bo"], accountableId: "Ana" });
    expect(taskAfter(plan, giveWork(plan, ctx, "T", "Ana", "Bo"))).toMatchObject({
      accountableId: "Ana",
      assignments: [{ personId: "Bo", allocationPct: 200 }],
    });
  });

  it("takes it from whoever answers for it, or from nobody", () => {
    const answered = of({ accountableId: "Ana" });
    expect(taskAfter(answered, shareWork(answered, ctx, "T", "Ana", "Bo", 0.5))?.assignments).toHaveLength(2);
    const nobodys = of({});
    expect(taskAfter(nobodys, giveWork(nobodys, ctx, "T", null, "Bo"))?.assignments).toEqual([
      { personId: "Bo", allocationPct: 100 },
    ]);
    expect(giveWork(nobodys, ctx, "T", "Ana", "Bo")).toMatchObject({ problem: { code: "not-theirs" } });
    expect(giveWork(answered, ctx, "T", "Ana", "Gone")).toMatchObject({ problem: { code: "no-receiver" } });
  });

  it("is foreseen week by week before it is done", () => {
    const plan = of({ does: ["Ana"] });
    const asked = ["Ana", "Bo"].map((personId) => ({ personId, week: START }));
    const change = must(giveWork(plan, ctx, "T", "Ana", "Bo"));
    const effects = effectOf(plan, change, START, [...asked, { personId: "Bo", week: NEXT }]);
    expect(effects.map(({ personId, before, after: then }) => [personId, before.hours, then.hours])).toEqual([
      ["Ana", 30, 0],
      ["Bo", 0, 30],
    ]);
    expect(weekLoadOf(plan, START, "Ana", START).hours).toBe(30);
  });
});
