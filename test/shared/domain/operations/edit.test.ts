import { describe, expect, it } from "vitest";
import { editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const PLAN = aPlan({
  people: [{ name: "Ana", daysOff: [{ from: "2027-01-06", to: "2027-01-06", name: "" }] }],
  stages: [
    {
      name: "Idea",
      holds: [
        {
          task: "Choose",
          start: "2027-01-11",
          constraint: { kind: "MSO", date: "2027-01-04" },
          does: ["Ana"],
          checklist: [{ id: "c", text: "Ask", done: false }],
        },
        { task: "Too early", start: "2027-01-04" },
        { milestone: "Named", date: "2027-02-05", constraint: { kind: "SNET", date: "2027-03-01" } },
      ],
    },
  ],
  links: [{ from: "Choose", to: "Too early" }],
});

function edited<K extends "task" | "milestone">(kind: K, id: string, patch: Patch<K>): Plan {
  const change = must(editEntity(PLAN, testContext(), kind, id, patch));
  return applyChange(PLAN, withFollowers(PLAN, change));
}

describe("editing one field", () => {
  it("leaves the values of all the others the very ones they were", () => {
    const [before, after] = [
      PLAN.tasks.get("Choose"),
      edited("task", "Choose", { name: "Take" }).tasks.get("Choose"),
    ];
    expect(after?.name).toBe("Take");
    expect(after?.assignments).toBe(before?.assignments);
    expect(after?.checklist).toBe(before?.checklist);
    expect(after?.constraint).toBe(before?.constraint);
  });

  it("asks no rule for dates again, so that what was put elsewhere by hand stays there", () => {
    expect(edited("task", "Choose", { notes: "Soon." }).tasks.get("Choose")?.start).toBe("2027-01-11");
    expect(edited("task", "Choose", { start: "2027-01-18" }).tasks.get("Choose")?.start).toBe("2027-01-18");
    expect(edited("milestone", "Named", { name: "Called" }).milestones.get("Named")?.date).toBe("2027-02-05");
  });

  it("moves nothing else, even where a link is not kept", () => {
    expect(edited("task", "Choose", { name: "Take" }).tasks.get("Too early")).toBe(
      PLAN.tasks.get("Too early"),
    );
  });
});
