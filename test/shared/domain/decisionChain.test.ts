import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "#shared/domain/change.ts";
import { createDecision, type Decision } from "#shared/domain/decision.ts";
import { chainsOf, wouldLoop } from "#shared/domain/decisionChain.ts";
import { decisionLog, decisionsTouching, WHOLE_LOG } from "#shared/domain/decisionLog.ts";
import { decisionMarkdown } from "#shared/domain/decisionMarkdown.ts";
import { rightStanding } from "#shared/domain/decisionRecords.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { deleteListed, restoreFromBin } from "#shared/domain/operations/bin.ts";
import {
  acceptDecision,
  addOption,
  type DecisionInput,
  editDecision,
  proposeAgain,
  ratifyDecision,
  recordDecision,
  rejectDecision,
  replaceDecision,
} from "#shared/domain/operations/records.ts";
import { applyChange, entitiesOf, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const TODAY = "2027-02-10";
const base = aPlan({
  roadmap: { ceoId: "Ana", cooId: "Bo", currency: "EUR" },
  people: [{ name: "Ana" }, { name: "Bo" }, { name: "Cy" }],
  decisionRights: [
    { name: "Spending", holderId: "Bo", level: 6, ceiling: 5_000 },
    { name: "Debt", isReserved: true },
  ],
  stages: [{ name: "Idea", holds: [{ task: "Öfen", decisionRightId: "Spending", amount: 300 }] }],
});

function recorded(plan: Plan, input: DecisionInput, context = testContext({ today: TODAY })) {
  const change = must(recordDecision(plan, context, input));
  return { plan: applyChange(plan, change), id: change.added[0]?.id ?? "" };
}

const of = (plan: Plan, id: string) => plan.decisions.get(id) as Decision;

/** Decisions that hang together, bin included, found anew from what each names. */
function groupsOf(plan: Plan): Decision[][] {
  const groups: Decision[][] = [];
  for (const decision of plan.decisions.values()) {
    const near = groups.filter((group) =>
      group.some((other) => other.supersedesId === decision.id || decision.supersedesId === other.id),
    );
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([decision, ...near.flat()]);
  }
  return groups;
}

function expectOnePresent(plan: Plan): void {
  const chains = chainsOf(plan);
  for (const group of groupsOf(plan)) {
    const accepted = group.filter((d) => d.state === "accepted" && d.deletedAt === null);
    const present = accepted.filter((d) => chains.get(d.id)?.standing === "in-force");
    expect(present.length).toBe(accepted.length > 0 ? 1 : 0);
    for (const start of accepted) {
      let at: Decision | null = start;
      for (let n = 0; at && n <= accepted.length; n++) at = chains.get(at.id)?.replacedBy ?? null;
      expect(at).toBeNull();
    }
  }
}

describe("a chain of decisions", () => {
  it("has one present decision and never loops, whatever is done", () => {
    const step = fc.tuple(fc.nat(6), fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const context = testContext({ today: TODAY });
        let plan = base;
        for (const name of ["A", "B", "C"]) plan = recorded(plan, { name, state: "accepted" }, context).plan;
        for (const [kind, a, b] of steps) {
          const ids = [...plan.decisions.keys()];
          const [id, other] = [ids[a % ids.length] ?? "", ids[b % ids.length] ?? ""];
          const all: readonly (() => Result<Change>)[] = [
            () => replaceDecision(plan, context, id, null),
            () => acceptDecision(plan, context, id, "Ana"),
            () => editDecision(plan, context, id, { supersedesId: other }),
            () => deleteListed(plan, context, id),
            () => restoreFromBin(plan, context, id),
            () => proposeAgain(plan, context, id),
            () => rejectDecision(plan, context, id, null),
          ];
          const result = all[kind]?.();
          if (!result?.ok) continue;
          plan = applyChange(plan, result.value);
          expectOnePresent(plan);
          expect(checkPlan(plan)).toEqual([]);
          for (const { id: from, supersedesId } of plan.decisions.values())
            if (supersedesId !== null) expect(wouldLoop(plan, from, supersedesId)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("has one present decision in any rows, forks and loops of damaged files too", () => {
    const row = fc.record({
      names: fc.option(fc.nat(7)),
      state: fc.constantFrom("proposed" as const, "accepted" as const, "rejected" as const),
      day: fc.integer({ min: 10, max: 20 }),
      isGone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (list) => {
        const decisions = list.map(({ names, state, day, isGone }, at) =>
          createDecision({
            id: `d${at}`,
            roadmapId: base.roadmap.id,
            name: `D${at}`,
            recordedAt: `2027-01-${day}T09:00:00.000Z`,
            supersedesId: names === null ? null : `d${names % list.length}`,
            state,
            deletedAt: isGone ? "2027-02-01T09:00:00.000Z" : null,
          }),
        );
        expectOnePresent(planFromEntities(base.roadmap, decisions));
      }),
    );
  });

  it("that runs in a ring is refused when a file is opened", () => {
    const rows = ["a", "b"].map((id) =>
      createDecision({
        id,
        roadmapId: base.roadmap.id,
        name: id,
        recordedAt: "2027-01-04T09:00:00.000Z",
        supersedesId: id === "a" ? "b" : "a",
      }),
    );
    expect(
      checkPlan(planFromEntities(base.roadmap, [...entitiesOf(base), ...rows])).map(({ code }) => code),
    ).toEqual(["replaced-in-a-ring"]);
  });

  it("says what a decision took the place of, and is told once it is replaced", () => {
    const first = recorded(base, { name: "Rent", state: "accepted" });
    const next = must(
      replaceDecision(first.plan, testContext({ today: TODAY, prefix: "m" }), first.id, "Bo"),
    );
    const id = next.added[0]?.id ?? "";
    let plan = applyChange(first.plan, next);
    expect(chainsOf(plan).get(first.id)).toMatchObject({ standing: "in-force", challenger: of(plan, id) });
    plan = applyChange(plan, must(acceptDecision(plan, testContext({ today: TODAY }), id, "Ana")));
    expect(chainsOf(plan).get(first.id)).toMatchObject({ standing: "replaced", replacedBy: of(plan, id) });
    expect(chainsOf(plan).get(id)).toMatchObject({ standing: "in-force", replaces: of(plan, first.id) });
    expect(editDecision(plan, testContext(), first.id, { supersedesId: id })).toMatchObject({
      ok: false,
      problem: { code: "loop" },
    });
    expect(
      recordDecision(plan, testContext({ prefix: "z" }), { name: "Again", supersedesId: first.id }),
    ).toMatchObject({
      ok: false,
      problem: { code: "replaced" },
    });
  });
});

describe("the right to decide", () => {
  const spend = (amount: number, decidedById: string | null, more: Partial<DecisionInput> = {}) =>
    recorded(base, {
      name: "Van",
      state: "accepted",
      decisionRightId: "Spending",
      amount,
      decidedById,
      ...more,
    });

  it("is inside up to the limit, outside above it, and settled once the CEO agrees", () => {
    const small = spend(5_000, "Bo");
    expect(rightStanding(small.plan, of(small.plan, small.id)).kind).toBe("inside");
    const { plan, id } = spend(8_000, "Bo");
    expect(rightStanding(plan, of(plan, id))).toEqual({
      kind: "outside",
      sentence: "More than Bo may decide: Bo decides about Spending up to €5,000, and this commits €8,000.",
    });
    expect(ratifyDecision(plan, testContext(), id, "Bo")).toMatchObject({ problem: { code: "no-right" } });
    const agreed = applyChange(plan, must(ratifyDecision(plan, testContext({ today: TODAY }), id, "Ana")));
    expect(rightStanding(agreed, of(agreed, id))).toMatchObject({
      kind: "agreed",
      sentence: expect.stringMatching(/ Ana agreed on 10 Feb 2027\.$/),
    });
    const dearer = applyChange(agreed, must(editDecision(agreed, testContext(), id, { amount: 9_000 })));
    expect(of(dearer, id)).toMatchObject({ ratifiedById: null, ratifiedOn: null });
    const renamed = applyChange(agreed, must(editDecision(agreed, testContext(), id, { name: "Vans" })));
    expect(of(renamed, id).ratifiedById).toBe("Ana");
  });

  it("follows what is reserved, what was handed over, and who has left since", () => {
    const debt = spend(1, "Bo", { decisionRightId: "Debt" });
    expect(rightStanding(debt.plan, of(debt.plan, debt.id)).sentence).toBe(
      "Not Bo’s to decide: only Ana decides.",
    );
    const byCy = spend(300, "Cy", { itemIds: ["Öfen"] });
    expect(rightStanding(byCy.plan, of(byCy.plan, byCy.id)).kind).toBe("outside");
    const task = byCy.plan.tasks.get("Öfen");
    const handed = {
      byId: "Bo",
      toId: "Cy",
      level: 7,
      on: TODAY,
      state: "acknowledged",
      reason: "",
      followUpOn: null,
    } as const;
    const given = planFromEntities(
      base.roadmap,
      entitiesOf(byCy.plan).map((row) =>
        row === task ? { ...task, accountableId: "Cy", handovers: [handed] } : row,
      ),
    );
    expect(rightStanding(given, of(given, byCy.id)).kind).toBe("inside");
    const small = spend(100, "Bo");
    const left = applyChange(small.plan, must(deleteListed(small.plan, testContext(), "Bo")));
    expect(rightStanding(left, of(left, small.id)).kind).toBe("inside");
    expect(rightStanding(base, of(spend(1, null).plan, spend(1, null).id)).kind).toBe("unchecked");
  });
});

describe("the log", () => {
  it("finds every word in any field, whatever case and accents, newest first", () => {
    const context = testContext({ today: TODAY });
    context.setTime("2027-02-10T09:00:00.000Z");
    let { plan, id } = recorded(
      base,
      { name: "Rent an oven", state: "accepted", decidedById: "Bo", reason: "Cheaper", itemIds: ["Öfen"] },
      context,
    );
    plan = applyChange(plan, must(addOption(plan, context, id, "Buy second-hand")));
    plan = recorded(
      plan,
      { name: "Hire a baker", decidedById: "Ana", decidedOn: "2027-02-11" },
      context,
    ).plan;
    const found = (text: string, more = {}) =>
      decisionLog(plan, { ...WHOLE_LOG, text, ...more }).map(({ name }) => name);
    expect(found("")).toEqual(["Hire a baker", "Rent an oven"]);
    expect(found("OFEN cheap")).toEqual(["Rent an oven"]);
    expect(found("second bo")).toEqual(["Rent an oven"]);
    expect(found("second ana")).toEqual([]);
    expect(found("", { standing: "proposed" })).toEqual(["Hire a baker"]);
    expect(found("", { personId: "Bo" })).toEqual(["Rent an oven"]);
    expect(decisionsTouching(plan, "Öfen").map((decision) => decision.id)).toEqual([id]);
  });

  it("is copied as Markdown that keeps every sign and its own headings", () => {
    const { plan, id } = recorded(base, {
      name: "Use *two* ovens_now",
      state: "accepted",
      decidedById: "Ana",
      context: "# Not a heading\n- a point",
      options: [{ id: "o", text: "Two", weighing: "Dear\nbut quick" }],
      chosenId: "o",
    });
    expect(decisionMarkdown(plan, of(plan, id))).toBe(
      [
        "# Use \\*two\\* ovens\\_now",
        "",
        "- **State:** In force",
        "- **Decided by:** Ana",
        "- **Decided on:** 10 Feb 2027",
        "- **Recorded:** 4 Jan 2027",
        "",
        "## Why it came up",
        "",
        "\\# Not a heading",
        "- a point",
        "",
        "## What was weighed",
        "",
        "- **Two** (taken)",
        "",
        "  Dear",
        "  but quick",
        "",
        "",
      ].join("\n"),
    );
  });
});
