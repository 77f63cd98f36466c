import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "#shared/domain/change.ts";
import { addDays } from "#shared/domain/day.ts";
import { VERDICTS, type Verdict } from "#shared/domain/gate.ts";
import { gateOf, gatesOf, isDue, tooEarlyIn } from "#shared/domain/gates.ts";
import { decidedWith, gateStanding, readinessLine, tooEarlyWords } from "#shared/domain/gateWords.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { deleteItems, purgeFromBin } from "#shared/domain/operations/bin.ts";
import {
  addCriterion,
  addEvidence,
  addUsualCriteria,
  decideGate,
  editCriterion,
  editEvidence,
  moveCriterion,
  removeCriterion,
  removeEvidence,
} from "#shared/domain/operations/gates.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { TASK_STATUSES, type TaskStatus } from "#shared/domain/task.ts";
import { aPlan, START, testContext } from "#test/support/builders.ts";

const ctx = testContext({ today: addDays(START, 60) });

const TEN = { text: "Ten asked", isMust: true };

function shop(): Plan {
  return aPlan({
    roadmap: { ceoId: "Ana" },
    people: [{ name: "Ana" }, { name: "Bo" }],
    stages: [
      { name: "Idea", holds: [{ milestone: "Asked around", date: "2027-02-01" }] },
      {
        name: "First customer",
        holds: [{ milestone: "Oven in", date: "2027-03-01", holds: [{ task: "Order the oven" }] }],
      },
    ],
  });
}

function having(plan: Plan, ...steps: ((plan: Plan) => Result<Change>)[]): Plan {
  return steps.reduce((now, step) => applyChange(now, must(step(now))), plan);
}

const lineOf = (plan: Plan, id = "Idea") => readinessLine(gateOf(plan, id) as never);
const criteriaOf = (plan: Plan, id = "Idea") => plan.stages.get(id)?.gateCriteria ?? [];

describe("readiness", () => {
  it("is told in one line, with what nothing shows and what is still ahead", () => {
    let plan = shop();
    expect(lineOf(plan)).toBe("No criteria yet; 1 milestone still ahead");
    for (const [text, isMust] of [
      ["Ten asked", true],
      ["Three would pay", true],
      ["Price known", false],
    ] as const)
      plan = having(plan, (now) => addCriterion(now, ctx, "Idea", { text, isMust }));
    const [first, second] = criteriaOf(plan).map(({ id }) => id) as [string, string];
    plan = having(
      plan,
      (now) => editCriterion(now, ctx, "Idea", first, { isMet: true }),
      (now) => editCriterion(now, ctx, "Idea", second, { isMet: true }),
      (now) => addEvidence(now, ctx, "Idea", first, { figure: "12 of 20", link: "example.com/answers" }),
    );
    expect(criteriaOf(plan)[0]?.evidence).toMatchObject([
      { figure: "12 of 20", link: "https://example.com/answers", on: ctx.today() },
    ]);
    expect(lineOf(plan)).toBe(
      "2 of 2 must-haves met, 1 without evidence; 0 of 1 should-have met; 1 milestone still ahead",
    );
    expect(gateOf(plan, "Idea")?.day).toBe("2027-02-01");
    expect(isDue(gateOf(plan, "Idea") as never, "2027-01-31")).toBe(false);
    expect(isDue(gateOf(plan, "Idea") as never, "2027-02-01")).toBe(true);
  });

  it("counts what the criteria say, whatever was done to them", () => {
    const step = fc.tuple(fc.nat(7), fc.nat(4), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let plan = shop();
        for (const [kind, at, flag] of steps) {
          const criterion = criteriaOf(plan)[at];
          const id = criterion?.id ?? "none";
          const seen = criterion?.evidence[0]?.id ?? "none";
          const results = [
            () => addCriterion(plan, ctx, "Idea", { text: `C${at}`, isMust: flag, afterId: id }),
            () => editCriterion(plan, ctx, "Idea", id, { isMet: flag }),
            () => editCriterion(plan, ctx, "Idea", id, { isMust: flag, text: "Other" }),
            () => moveCriterion(plan, ctx, "Idea", id, flag ? 1 : -1),
            () => removeCriterion(plan, ctx, "Idea", id),
            () => addEvidence(plan, ctx, "Idea", id, flag ? { note: "Seen" } : {}),
            () => editEvidence(plan, ctx, "Idea", id, seen, { figure: "3" }),
            () => removeEvidence(plan, ctx, "Idea", id, seen),
          ];
          const result = results[kind]?.();
          if (result?.ok) plan = applyChange(plan, result.value);
        }
        expect(checkPlan(plan)).toEqual([]);
        const all = criteriaOf(plan);
        const gate = gateOf(plan, "Idea");
        const [musts, shoulds] = [gate?.musts, gate?.shoulds];
        expect((musts?.count ?? 0) + (shoulds?.count ?? 0)).toBe(all.length);
        expect((musts?.met ?? 0) + (shoulds?.met ?? 0)).toBe(all.filter((c) => c.isMet).length);
        expect(musts?.withoutEvidence).toBe(
          all.filter((c) => c.isMust && c.isMet && c.evidence.length === 0).length,
        );
        expect(gate?.isUsed).toBe(all.length > 0);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses evidence that shows nothing, and addresses that may not be opened", () => {
    const plan = having(shop(), (now) => addCriterion(now, ctx, "Idea", TEN));
    const id = criteriaOf(plan)[0]?.id ?? "";
    expect(addEvidence(plan, ctx, "Idea", id, { note: " " })).toMatchObject({
      problem: { code: "no-evidence" },
    });
    expect(addEvidence(plan, ctx, "Idea", id, { link: "javascript:alert(1)" }).ok).toBe(false);
    expect(addCriterion(plan, ctx, "Idea", { ...TEN, text: "x".repeat(501) })).toMatchObject({
      problem: { message: expect.stringContaining("500 characters") },
    });
  });

  it("offers the usual criteria of a standard stage once", () => {
    const plan = having(shop(), (now) => addUsualCriteria(now, ctx, "Idea"));
    const many = criteriaOf(plan).length;
    expect(many).toBeGreaterThan(3);
    expect(criteriaOf(having(plan, (now) => addUsualCriteria(now, ctx, "Idea")))).toHaveLength(many);
  });
});

describe("a decision", () => {
  const decide = (verdict: Verdict, note = "", on = ctx.today()) => {
    return (now: Plan) => decideGate(now, ctx, "Idea", { verdict, note, on });
  };

  it("is signed by the CEO, keeps the criteria as they stood, and the last one counts", () => {
    let plan = having(shop(), (now) => addCriterion(now, ctx, "Idea", TEN));
    const id = criteriaOf(plan)[0]?.id ?? "";
    expect(decide("go")(plan)).toMatchObject({ problem: { code: "go-needs-reason" } });
    plan = having(plan, decide("hold", "Ask five more"));
    expect(gateOf(plan, "Idea")?.state).toBe("hold");
    expect(gateStanding(plan, gateOf(plan, "Idea") as never)).toBe(
      "Hold on 5 Mar 2027, signed by Ana; to be decided again.",
    );
    plan = having(plan, (now) => editCriterion(now, ctx, "Idea", id, { isMet: true }), decide("go"));
    const gate = gateOf(plan, "Idea");
    expect(gate?.decisions.map(({ verdict }) => verdict)).toEqual(["go", "hold"]);
    expect(gate?.decisions.map(decidedWith)).toEqual(["1 of 1 must-have met", "0 of 1 must-have met"]);
    expect(gate?.decisions[0]?.signedById).toBe("Ana");
    // Told later of something decided earlier.
    plan = having(plan, decide("rework", "", addDays(ctx.today(), -3)));
    expect(gateOf(plan, "Idea")?.state).toBe("go");
    expect(checkPlan(plan)).toEqual([]);
  });

  it("comes after the one before it when the clock stands still", () => {
    const still = { ...ctx, now: () => "2027-01-04T09:00:00.000Z" };
    const verdicts: Verdict[] = ["hold", "rework", "stop", "go"];
    const plan = verdicts.reduce(
      (now, verdict) =>
        having(now, (then) => decideGate(then, still, "Idea", { verdict, note: "", on: START })),
      shop(),
    );
    expect(gateOf(plan, "Idea")?.decisions.map(({ verdict }) => verdict)).toEqual(verdicts.toReversed());
  });

  it("says what is missing: a CEO, a day that has come", () => {
    const { roadmap, ...rest } = shop();
    const headless = { ...rest, roadmap: { ...roadmap, ceoId: null } };
    expect(decide("go")(headless)).toMatchObject({
      problem: { code: "no-ceo", message: expect.stringContaining("Roadmap details") },
    });
    expect(decide("go", "", addDays(ctx.today(), 1))(shop())).toMatchObject({
      problem: { code: "day-ahead" },
    });
  });

  it("goes for good with its stage", () => {
    const plan = having(
      shop(),
      decide("hold"),
      (now) => deleteItems(now, ctx, ["Idea"]),
      (now) => purgeFromBin(now, ctx, ["Idea"]),
    );
    expect(plan.gateDecisions.size).toBe(0);
    expect(checkPlan(plan)).toEqual([]);
  });
});

describe("too early", () => {
  it("marks what has begun behind a gate that was not passed, and says which", () => {
    const plan = having(shop(), (now) => addCriterion(now, ctx, "Idea", TEN));
    expect(tooEarlyIn(plan).size).toBe(0);
    const oven = plan.tasks.get("Order the oven");
    const begun = applyChange(plan, {
      ...must(addCriterion(plan, ctx, "Idea", TEN)),
      updated: [[oven, { ...oven, status: "in-progress" }]] as never,
    });
    const stage = tooEarlyIn(begun).get("Oven in");
    expect(stage && tooEarlyWords(stage)).toBe("Too early: begun before the gate of Idea was passed");
  });

  it("holds exactly for begun milestones behind the first shut gate that somebody set up", () => {
    const gate = fc.record({
      hasCriterion: fc.boolean(),
      verdicts: fc.array(fc.constantFrom(...VERDICTS), { maxLength: 2 }),
      reached: fc.boolean(),
      status: fc.constantFrom(...TASK_STATUSES),
    });
    fc.assert(
      fc.property(fc.array(gate, { minLength: 1, maxLength: 5 }), (drawn) => {
        const plan = drawnPlan(drawn);
        const isShut = (i: number): boolean => {
          const { hasCriterion, verdicts } = drawn[i] as (typeof drawn)[number];
          return (hasCriterion || verdicts.length > 0) && verdicts.at(-1) !== "go";
        };
        const expected = drawn.flatMap(({ reached, status }, i) => {
          const begun = reached || status === "in-progress" || status === "done";
          const shut = drawn.findIndex((_, before) => before < i && isShut(before));
          return begun && shut >= 0 ? [[`M${i}`, `S${shut}`]] : [];
        });
        expect([...tooEarlyIn(plan)].map(([id, stage]) => [id, stage.id])).toEqual(expected);
        expect(gatesOf(plan).map(({ stage }) => stage.id)).toEqual(drawn.map((_, i) => `S${i}`));
      }),
      { numRuns: 150 },
    );
  });
});

interface Drawn {
  readonly hasCriterion: boolean;
  readonly verdicts: readonly Verdict[];
  readonly reached: boolean;
  readonly status: TaskStatus;
}

function drawnPlan(drawn: readonly Drawn[]): Plan {
  const criterion = { id: "c", text: "C", isMust: true, isMet: true, evidence: [] };
  let plan = aPlan({
    roadmap: { ceoId: "Ana" },
    people: [{ name: "Ana" }],
    stages: drawn.map(({ hasCriterion, reached, status }, i) => ({
      id: `S${i}`,
      name: `S${i}`,
      gateCriteria: hasCriterion ? [criterion] : [],
      holds: [{ milestone: `M${i}`, reachedOn: reached ? START : null, holds: [{ task: `T${i}`, status }] }],
    })),
  });
  drawn.forEach(({ verdicts }, i) => {
    for (const verdict of verdicts)
      plan = having(plan, (now) => decideGate(now, ctx, `S${i}`, { verdict, note: "", on: START }));
  });
  return plan;
}
