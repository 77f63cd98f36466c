import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, invertChange } from "#shared/domain/change.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { issuesOf } from "#shared/domain/issues.ts";
import { deleteListed, purgeFromBin } from "#shared/domain/operations/bin.ts";
import {
  dropIssue,
  moveIssue,
  placeIssue,
  raiseIssue,
  reopenIssue,
  solveIntoDecision,
  solveIntoTask,
  solveIssue,
} from "#shared/domain/operations/issues.ts";
import { applyChange, entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const TODAY = "2027-02-10";
const ctx = () => testContext({ today: TODAY });

function withIssues(names: readonly string[]): Plan {
  const context = testContext({ today: TODAY, prefix: "i" });
  const start = aPlan({
    roadmap: { ceoId: "Ana", cooId: "Bo" },
    people: [{ name: "Ana" }, { name: "Bo" }],
    stages: [
      { name: "Idea", holds: [{ task: "Oven", start: "2027-02-01", durationDays: 3 }] },
      { name: "First customer", holds: [{ milestone: "Open", date: "2027-03-01" }] },
    ],
  });
  return names.reduce(
    (plan, name) => applyChange(plan, must(raiseIssue(plan, context, { name, itemId: "Oven" }))),
    start,
  );
}

const open = (plan: Plan) => issuesOf(plan).open.map(({ name }) => name);
const idOf = (plan: Plan, name: string) =>
  [...plan.issues.values()].find((issue) => issue.name === name)?.id ?? "";
/** Rows by id, to compare plans whatever the order of their maps. */
const rows = (plan: Plan) => entitiesOf(plan).sort((a, b) => (a.id < b.id ? -1 : 1));

describe("issues", () => {
  it("are raised last, ranked, and refused without a word", () => {
    let plan = withIssues(["Rent", "Dough", "Sign"]);
    expect(open(plan)).toEqual(["Rent", "Dough", "Sign"]);
    plan = applyChange(plan, must(moveIssue(plan, ctx(), idOf(plan, "Sign"), -1)));
    expect(open(plan)).toEqual(["Rent", "Sign", "Dough"]);
    plan = applyChange(plan, must(placeIssue(plan, ctx(), idOf(plan, "Dough"), null)));
    expect(open(plan)).toEqual(["Dough", "Rent", "Sign"]);
    expect(raiseIssue(plan, ctx(), { name: " \u200b " }).ok).toBe(false);
    expect(raiseIssue(plan, ctx(), { name: "x", itemId: "nowhere" }).ok).toBe(false);
  });

  it("are solved into a decision about the same item, with what was known as its context", () => {
    const plan = withIssues(["Rent"]);
    const id = idOf(plan, "Rent");
    const noted = applyChange(plan, {
      ...must(reopenIssue(plan, ctx(), id)),
      updated: [[plan.issues.get(id) as never, { ...plan.issues.get(id), notes: "Ends in March" } as never]],
    });
    const change = must(
      solveIntoDecision(noted, ctx(), id, { name: "We move", state: "accepted", decidedById: "Ana" }),
    );
    const then = applyChange(noted, change);
    const decision = [...then.decisions.values()][0];
    expect(decision).toMatchObject({ itemIds: ["Oven"], context: "Rent\n\nEnds in March", decidedOn: TODAY });
    expect(then.issues.get(id)).toMatchObject({
      state: "solved",
      decisionId: decision?.id,
      settledOn: TODAY,
    });
    expect(solveIssue(then, ctx(), id).ok).toBe(false);
    const binned = applyChange(then, must(deleteListed(then, ctx(), decision?.id ?? "")));
    const purged = applyChange(binned, must(purgeFromBin(binned, ctx(), [decision?.id ?? ""])));
    expect(purged.issues.get(id)).toMatchObject({ state: "solved", decisionId: null });
    expect(checkPlan(purged)).toEqual([]);
  });

  it("are solved into work beside what they are about, handed over and to be acknowledged", () => {
    const plan = withIssues(["Rent"]);
    const input = {
      name: "Call the landlord",
      parentId: "Idea",
      toId: "Bo",
      byId: "Ana",
      start: "2027-02-13",
      finish: "2027-02-17",
    };
    const then = applyChange(plan, must(solveIntoTask(plan, ctx(), idOf(plan, "Rent"), input)));
    const task = [...then.tasks.values()].find(({ name }) => name === "Call the landlord");
    expect(task).toMatchObject({ start: "2027-02-15", durationDays: 3, accountableId: "Ana" });
    expect(task?.handovers).toMatchObject([{ byId: "Ana", toId: "Bo", state: "handed" }]);
    expect(then.issues.get(idOf(plan, "Rent"))?.taskId).toBe(task?.id);
    const own = { ...input, toId: "Ana" };
    const kept = applyChange(plan, must(solveIntoTask(plan, ctx(), idOf(plan, "Rent"), own)));
    expect([...kept.tasks.values()].at(-1)).toMatchObject({ accountableId: "Ana", handovers: [] });
    expect(solveIntoTask(plan, ctx(), idOf(plan, "Rent"), { ...input, parentId: "nowhere" }).ok).toBe(false);
  });

  it("whatever is done with them, undoing it restores the plan, and ranks stay their own", () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.nat(5), fc.nat(5));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const context = ctx();
        let plan = withIssues(["A", "B", "C", "D"]);
        for (const [kind, at, other] of steps) {
          const all = [...plan.issues.values()];
          const id = all[at % all.length]?.id ?? "";
          const input = { parentId: "Open", toId: "Bo", byId: "Ana", start: TODAY, finish: TODAY };
          const results: readonly (() => Result<Change>)[] = [
            () => solveIntoDecision(plan, context, id, { name: "So be it" }),
            () => solveIntoTask(plan, context, id, { name: "Do it", ...input }),
            () => dropIssue(plan, context, id),
            () => reopenIssue(plan, context, id),
            () => placeIssue(plan, context, id, other === 0 ? null : (all[other % all.length]?.id ?? null)),
            () => moveIssue(plan, context, id, other % 2 === 0 ? 1 : -1),
            () => raiseIssue(plan, context, { name: `E${other}` }),
          ];
          const result = results[kind]?.();
          if (!result?.ok) continue;
          const then = applyChange(plan, result.value);
          expect(rows(applyChange(then, invertChange(context, result.value)))).toEqual(rows(plan));
          expect(checkPlan(then)).toEqual([]);
          const ranks = [...then.issues.values()].map(({ order }) => order);
          expect(new Set(ranks).size).toBe(ranks.length);
          for (const { state, settledOn } of then.issues.values())
            expect(state === "open").toBe(settledOn === null);
          plan = then;
        }
      }),
      { numRuns: 60 },
    );
  });
});
