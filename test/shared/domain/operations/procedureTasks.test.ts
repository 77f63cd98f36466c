import { describe, expect, it } from "vitest";
import { addSteps, editStep } from "#shared/domain/operations/procedures.ts";
import { durationFor, rolesToAsk, turnIntoTasks } from "#shared/domain/operations/procedureTasks.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { ctx, done, shop } from "./workflowShop.ts";

const stepsOf = (plan: Plan, id: string) => plan.procedures.get(id)?.steps ?? [];

describe("a workflow as delegated tasks", () => {
  const into = { parentId: "Open", start: "2027-02-06", byId: "Bo", named: new Map<string, string | null>() };

  it("makes a task of each step, one after the other, each handed to whose role it is", () => {
    const plan = done(shop(), turnIntoTasks(shop(), ctx, "Hire", into));
    const tasks = (outlineOf(plan).byId.get("Open")?.children ?? [])
      .slice(1)
      .map(({ item }) => plan.tasks.get(item.id));
    const facts = tasks.map((task) => [
      task?.name,
      task?.start,
      task?.durationDays,
      task?.handovers[0]?.toId,
    ]);
    expect(facts).toEqual([
      ["Write the offer", "2027-02-08", 0.5, undefined],
      ["Try them out", "2027-02-09", 1, "Cy"],
      ["Decide", "2027-02-10", 0.5, "Ana"],
    ]);
    expect(tasks.map((task) => task?.accountableId)).toEqual(["Bo", "Bo", "Bo"]);
    expect(tasks.map((task) => task?.notes)).toEqual(["https://x.org/offer", "A whole evening", ""]);
    expect(tasks[1]?.handovers[0]).toMatchObject({ byId: "Bo", state: "handed", followUpOn: "2027-02-08" });
  });

  it("asks once for each role that names nobody or several, and takes nobody for an answer", () => {
    let plan = shop();
    for (const [text, role] of [
      ["Ring them", "Waiter"],
      ["Greet", "waiter"],
      ["Sign", "Notary"],
    ] as const) {
      plan = applyChange(plan, must(addSteps(plan, ctx, "Hire", [text])));
      const step = stepsOf(plan, "Hire").at(-1)?.id ?? "";
      plan = applyChange(plan, must(editStep(plan, ctx, "Hire", step, { role })));
    }
    const hire = plan.procedures.get("Hire");
    if (!hire) throw new Error("no workflow");
    expect(
      rolesToAsk(plan, hire).map(({ key, stepCount, candidates }) => [key, stepCount, candidates.length]),
    ).toEqual([
      ["waiter", 2, 2],
      ["notary", 1, 0],
    ]);
    expect(turnIntoTasks(plan, ctx, "Hire", into).ok).toBe(false);
    const named = new Map([
      ["waiter", "Di"],
      ["notary", null],
    ]);
    const next = done(plan, turnIntoTasks(plan, ctx, "Hire", { ...into, named }));
    const sign = [...next.tasks.values()].find(({ name }) => name === "Sign");
    expect([sign?.accountableId, sign?.handovers.length]).toEqual([null, 0]);
    expect(turnIntoTasks(plan, ctx, "Hire", { ...into, named, byId: null }).ok).toBe(false);
  });

  it("counts days by the hours a day of whoever does it", () => {
    const plan = shop();
    expect([15, 240, 241, 480, null].map((minutes) => durationFor(plan, minutes, "Cy"))).toEqual([
      0.5, 0.5, 1, 1, 1,
    ]);
    expect(durationFor(plan, 480, "Di")).toBe(2);
  });
});
