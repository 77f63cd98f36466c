import { describe, expect, it } from "vitest";
import { toggleDone } from "#shared/domain/operations/done.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const TODAY = "2027-02-01";

function kitchen(): Plan {
  return aPlan({
    stages: [
      {
        name: "Idea",
        holds: [
          { milestone: "Menu settled", holds: [{ task: "Taste" }, { task: "Cost" }] },
          {
            task: "Fit out",
            holds: [
              { task: "Oven" },
              { task: "Counter", status: "cancelled" },
              { task: "Hood", progressPct: 40, status: "in-progress" },
            ],
          },
        ],
      },
    ],
  });
}

function toggled(plan: Plan, ids: string[]): Plan {
  return applyChange(plan, must(toggleDone(plan, testContext(), ids, TODAY)));
}

describe("marking done", () => {
  it("finishes a task, and opens it again", () => {
    const done = toggled(kitchen(), ["Taste"]);
    expect(done.tasks.get("Taste")).toMatchObject({ status: "done", progressPct: 100 });
    expect(toggled(done, ["Taste"]).tasks.get("Taste")).toMatchObject({
      status: "not-started",
      progressPct: 0,
    });
  });

  it("finishes what a group holds, not the group, and leaves cancelled work alone", () => {
    const done = toggled(kitchen(), ["Fit out"]);
    expect(done.tasks.get("Oven")?.status).toBe("done");
    expect(done.tasks.get("Hood")).toMatchObject({ status: "done", progressPct: 100 });
    expect(done.tasks.get("Counter")?.status).toBe("cancelled");
    expect(done.tasks.get("Fit out")?.status).toBe("not-started");
  });

  it("reaches a milestone today, together with selected tasks", () => {
    const done = toggled(kitchen(), ["Menu settled", "Taste"]);
    expect(done.milestones.get("Menu settled")?.reachedOn).toBe(TODAY);
    expect(done.tasks.get("Taste")?.status).toBe("done");
    expect(done.tasks.get("Cost")?.status).toBe("not-started");
  });

  it("finishes the rest when only some of it is done", () => {
    const some = toggled(kitchen(), ["Taste"]);
    expect(toggled(some, ["Taste", "Cost"]).tasks.get("Cost")?.status).toBe("done");
  });

  it("refuses a stage with a sentence", () => {
    expect(toggleDone(kitchen(), testContext(), ["Idea"], TODAY)).toMatchObject({ ok: false });
  });
});
