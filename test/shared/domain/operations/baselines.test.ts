import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import type { Baseline } from "#shared/domain/baseline.ts";
import { type Change, invertChange } from "#shared/domain/change.ts";
import {
  baselinesOf,
  deleteBaseline,
  freezeBaseline,
  renameBaseline,
  suggestedBaselineName,
} from "#shared/domain/operations/baselines.ts";
import { deleteItems } from "#shared/domain/operations/bin.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { expectSound, fullPlan } from "#test/support/plans.ts";

const ctx = testContext({ today: "2026-11-23" });

function applied(plan: Plan, result: Result<Change>): Plan {
  const next = applyChange(plan, must(result));
  expectSound(next);
  return next;
}

function refusal(result: Result<Change>): string {
  if (result.ok) throw new Error("It was not refused.");
  return result.problem.message;
}

function frozen(plan: Plan, name: string): { readonly plan: Plan; readonly baseline: Baseline } {
  const next = applied(plan, freezeBaseline(plan, ctx, name));
  const baseline = [...next.baselines.values()].find((b) => !plan.baselines.has(b.id));
  if (!baseline) throw new Error("Nothing was frozen.");
  return { plan: next, baseline };
}

describe("freezing", () => {
  it("keeps what is live, in reading order, with rolled-up dates and what was finished", () => {
    const { baseline } = frozen(fullPlan(), "  As agreed ");
    expect(baseline).toMatchObject({ kind: "baseline", roadmapId: "roadmap", name: "As agreed" });
    expect(baseline.items.map((i) => [i.id, i.parentId, i.kind, i.start, i.finish, i.isFinished])).toEqual([
      ["idea", null, "stage", "2027-01-04", "2027-03-01", false],
      ["named", "idea", "milestone", "2027-02-02", "2027-02-02", true],
      ["choose", "named", "task", "2027-01-04", "2027-01-06", false],
      ["group", "idea", "task", "2027-02-08", "2027-03-01", false],
      ["visit", "group", "task", "2027-02-08", "2027-02-11", false],
      ["lease", "group", "milestone", "2027-03-01", "2027-03-01", false],
      ["scale", null, "stage", null, null, false],
    ]);
  });

  it("stays as it is whatever the plan does, and is undone whole", () => {
    const before = fullPlan();
    const change = must(freezeBaseline(before, ctx, "As agreed"));
    const { plan, baseline } = frozen(before, "As agreed");
    const later = applied(plan, deleteItems(plan, ctx, ["idea"]));
    expect(later.baselines.get(baseline.id)).toBe(baseline);
    expect(applyChange(applyChange(before, change), invertChange(ctx, change))).toEqual(before);
  });

  it("says what to do when there is no name, a name twice, or nothing to freeze", () => {
    const { plan } = frozen(fullPlan(), "As agreed");
    for (const blank of ["", "  ", "\u200b"])
      expect(refusal(freezeBaseline(plan, ctx, blank))).toBe(
        "Give the baseline a name, for instance “As agreed”.",
      );
    expect(refusal(freezeBaseline(plan, ctx, "as AGREED "))).toBe(
      "There is a baseline called “as AGREED” already. Give this one another name.",
    );
    expect(refusal(freezeBaseline(plan, ctx, "n".repeat(501)))).toMatch(/too long/);
    expect(refusal(freezeBaseline(aPlan({ stages: [{ name: "Idea" }] }), ctx, "Start"))).toBe(
      "Nothing in this plan has a date yet. Add a milestone or a task first.",
    );
  });

  it("suggests a name of the day that is free", () => {
    expect(suggestedBaselineName(fullPlan(), "2026-11-23")).toBe("Plan of 23 Nov 2026");
    const { plan } = frozen(fullPlan(), "plan of 23 nov 2026");
    expect(suggestedBaselineName(plan, "2026-11-23")).toBe("Plan of 23 Nov 2026 (2)");
    expect(suggestedBaselineName(plan, "2026-11-24")).toBe("Plan of 24 Nov 2026");
  });
});

describe("naming and deleting", () => {
  it("changes the name and nothing else", () => {
    const { plan, baseline } = frozen(fullPlan(), "As agreed");
    const renamed = applied(plan, renameBaseline(plan, ctx, baseline.id, " Board, January "));
    expect(renamed.baselines.get(baseline.id)).toEqual({ ...baseline, name: "Board, January" });
    expect(renamed.baselines.get(baseline.id)?.items).toBe(baseline.items);
    expect(must(renameBaseline(plan, ctx, baseline.id, "As agreed")).updated).toEqual([]);
    expect(applied(plan, renameBaseline(plan, ctx, baseline.id, "AS AGREED")).baselines.size).toBe(1);
    expect(refusal(renameBaseline(plan, ctx, baseline.id, ""))).toMatch(/^Give the baseline a name/);
  });

  it("refuses the name of another, and one that is gone", () => {
    const first = frozen(fullPlan(), "First");
    const { plan, baseline } = frozen(first.plan, "Second");
    expect(refusal(renameBaseline(plan, ctx, baseline.id, "first"))).toMatch(/called “first” already/);
    expect(refusal(renameBaseline(plan, ctx, "nowhere", "Third"))).toMatch(/no longer in the plan/);
    expect(refusal(deleteBaseline(plan, ctx, "nowhere"))).toMatch(/no longer in the plan/);
  });

  it("takes one out and undo brings it back as it was; the latest stands first", () => {
    const first = frozen(fullPlan(), "First");
    const { plan, baseline } = frozen(first.plan, "Second");
    expect(baselinesOf(plan).map(({ name }) => name)).toEqual(["Second", "First"]);
    const change = must(deleteBaseline(plan, ctx, baseline.id));
    const less = applyChange(plan, change);
    expect(baselinesOf(less).map(({ name }) => name)).toEqual(["First"]);
    expect(applyChange(less, invertChange(ctx, change))).toEqual(plan);
  });

  it("that is taken out is named nowhere: not by a session, not by what is printed", () => {
    const plan = must(parseDocument(readFileSync("test/fixtures/groundwork-v4.groundwork", "utf8")));
    expect(plan.roadmap.print.sinceBaselineId).toBe("b1");
    expect(plan.sessions.get("se1")?.baselineId).toBe("b1");
    const less = applied(plan, deleteBaseline(plan, ctx, "b1"));
    expect(less.roadmap.print.sinceBaselineId).toBeNull();
    expect(less.sessions.get("se1")?.baselineId).toBeNull();
  });
});
