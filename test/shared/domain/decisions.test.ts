import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecision, type Decision } from "#shared/domain/decision.ts";
import { recordProblem } from "#shared/domain/decisionRecords.ts";
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import { decidersOf, decisionFinding, decisionsOf, mayDecide } from "#shared/domain/decisions.ts";
import { DECISION_LEVELS, type DecisionLevel, type Handover } from "#shared/domain/handover.ts";
import { decisionFixes, fixDecision, fixLabel } from "#shared/domain/operations/decisionFixes.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

type Link = readonly [by: string, to: string, level: DecisionLevel, state?: Handover["state"]];

interface Case {
  readonly right?: Partial<DecisionRight>;
  readonly task?: Partial<Task>;
  readonly chain?: readonly Link[];
  readonly ceoId?: string | null;
  readonly gone?: readonly string[];
}

const DELETED = "2027-01-04T09:00:00.000Z";

/** Ana is the CEO, Bo holds Spending (alone, up to 5,000), Cy and Di hold nothing. */
function aCase({ right = {}, task = {}, chain = [], ceoId = "Ana", gone = [] }: Case): Plan {
  const handovers = chain.map(([byId, toId, level, state = "acknowledged"]): Handover => {
    return { byId, toId, level, state, on: "2027-01-04", reason: "", followUpOn: null };
  });
  const taken = handovers.findLast(({ state }) => state === "acknowledged");
  return aPlan({
    roadmap: { ceoId, currency: "EUR" },
    people: ["Ana", "Bo", "Cy", "Di"].map((name) => {
      return { name, deletedAt: gone.includes(name) ? DELETED : null };
    }),
    decisionRights: [{ name: "Spending", holderId: "Bo", level: 6, ceiling: 5_000, ...right }],
    stages: [
      {
        name: "Idea",
        holds: [
          {
            task: "Oven",
            decisionRightId: "Spending",
            accountableId: taken?.toId ?? handovers[0]?.byId ?? "Bo",
            handovers,
            ...task,
          },
        ],
      },
    ],
  });
}

const findingOf = (plan: Plan) => decisionsOf(plan).outside.get("Oven") ?? null;
const labels = (plan: Plan) => {
  const finding = findingOf(plan);
  return finding ? decisionFixes(plan, finding).map((fix) => fixLabel(plan, fix)) : [];
};

describe("who may decide", () => {
  it.each<[string, Case]>([
    ["the CEO, everything", { task: { accountableId: "Ana", amount: 9_000_000 } }],
    ["the CEO, reserved matters", { right: { isReserved: true }, task: { accountableId: "Ana" } }],
    ["the CEO, what nobody holds", { right: { holderId: null }, task: { accountableId: "Ana" } }],
    ["the holder, up to and with the ceiling", { task: { amount: 5_000 } }],
    ["the holder, anything where money sets no limit", { right: { ceiling: null }, task: { amount: 1e9 } }],
    ["the holder together with the CEO", { right: { level: 4 } }],
    ["whoever the holder hands it to", { task: { amount: 5_000 }, chain: [["Bo", "Cy", 5]] }],
    [
      "whoever has it from them in turn",
      {
        chain: [
          ["Bo", "Cy", 6],
          ["Cy", "Di", 5],
        ],
      },
    ],
    [
      "whoever the CEO hands it to, above the ceiling",
      { task: { amount: 8_000 }, chain: [["Ana", "Cy", 6]] },
    ],
    ["the holder of what the CEO hands over", { task: { amount: 8_000 }, chain: [["Ana", "Bo", 5]] }],
    ["whoever keeps it and has only the work done", { chain: [["Bo", "Cy", 2]] }],
    ["the CEO who keeps a reserved matter", { right: { isReserved: true }, chain: [["Ana", "Cy", 3]] }],
    ["the holder who is handed it by somebody without a say", { chain: [["Cy", "Bo", 6]] }],
  ])("%s", (_, how) => {
    expect(findingOf(aCase(how))?.sentence).toBeUndefined();
  });

  it.each<[string, Case, string]>([
    [
      "above the ceiling",
      { task: { amount: 5_000.5 } },
      "Bo decides about Spending up to €5,000; “Oven” commits €5,000.50.",
    ],
    [
      "above the ceiling, handed on",
      { task: { amount: 8_000 }, chain: [["Bo", "Cy", 7]] },
      "Cy decides about Spending up to €5,000, as handed on by Bo; “Oven” commits €8,000.",
    ],
    [
      "a reserved matter, handed over all the same",
      { right: { isReserved: true }, chain: [["Ana", "Bo", 6]] },
      "Only Ana (CEO) decides about Spending; Bo is to decide “Oven”.",
    ],
    [
      "a reserved matter, shared",
      { right: { isReserved: true }, chain: [["Ana", "Bo", 4]] },
      "Only Ana (CEO) decides about Spending; Bo is to decide “Oven”.",
    ],
    [
      "somebody it was not handed to",
      { task: { accountableId: "Cy", amount: 300 } },
      "Cy is to decide “Oven” and commits €300, but Bo decides about Spending up to €5,000 and has not handed it to Cy.",
    ],
    [
      "somebody it was not handed to, above the ceiling",
      { task: { accountableId: "Cy", amount: 8_000 } },
      "Cy is to decide “Oven” and commits €8,000, but above €5,000 only Ana (CEO) decides about Spending.",
    ],
    [
      "somebody who has it from nobody with a say",
      { chain: [["Di", "Cy", 6]] },
      "Cy is to decide “Oven”, but Bo decides about Spending up to €5,000 and has not handed it to Cy.",
    ],
    [
      "a level at which the CEO decides",
      { right: { level: 3 } },
      "Bo is to decide “Oven”, but about Spending Ana asks Bo first, then decides; Bo does it.",
    ],
    [
      "a matter without a holder",
      { right: { holderId: null } },
      "Nobody has been given Spending, so Ana (CEO) decides; Bo is to decide “Oven”.",
    ],
    ["nobody", { task: { accountableId: null } }, "Nobody answers for “Oven”, which decides about Spending."],
    [
      "a holder in the bin",
      { gone: ["Bo"], task: { accountableId: "Cy" } },
      "Bo, who decides about Spending, lies in the bin, so it is with Ana (CEO); Cy is to decide “Oven”.",
    ],
    [
      "a CEO in the bin",
      { gone: ["Ana"], right: { isReserved: true } },
      "“Oven” decides about Spending, which takes Ana (CEO), who lies in the bin.",
    ],
    [
      "no CEO",
      { ceoId: null, right: { level: 4 } },
      "“Oven” decides about Spending, which takes the CEO, and nobody is named as CEO yet.",
    ],
    [
      "more than was given",
      { right: { level: 4 }, chain: [["Bo", "Cy", 6]] },
      "Cy is to decide “Oven” alone, but Bo, who hands it over, does not decide about Spending alone.",
    ],
    [
      "more than was given, not acknowledged yet",
      { right: { level: 4 }, chain: [["Bo", "Cy", 6, "handed"]] },
      "Cy is to decide “Oven” alone, but Bo, who hands it over, does not decide about Spending alone.",
    ],
    [
      "what the CEO kept",
      {
        chain: [
          ["Ana", "Bo", 3],
          ["Bo", "Cy", 6],
        ],
      },
      "Cy is to decide “Oven”, but Bo, who hands it over, was not given that much of the decision.",
    ],
  ])("is said of %s", (_, how, sentence) => {
    expect(findingOf(aCase(how))?.sentence).toBe(sentence);
  });

  it("is not asked of finished work, nor about a matter in the bin", () => {
    expect(findingOf(aCase({ task: { amount: 8_000, status: "done", progressPct: 100 } }))).toBeNull();
    expect(findingOf(aCase({ task: { amount: 8_000 }, right: { deletedAt: DELETED } }))).toBeNull();
  });
});

describe("ways out", () => {
  it.each<[string, Case, readonly string[]]>([
    [
      "above the ceiling",
      { task: { amount: 8_000 } },
      ["Give to Ana, who may decide", "Raise the limit to €8,000"],
    ],
    [
      "handed on above the ceiling",
      { task: { amount: 8_000 }, chain: [["Bo", "Cy", 6]] },
      ["Give to Ana, who may decide", "Raise the limit to €8,000"],
    ],
    [
      "not theirs",
      { task: { accountableId: "Cy" } },
      ["Give to Bo, who may decide", "Give to Ana, who may decide"],
    ],
    [
      "a reserved matter handed over",
      { right: { isReserved: true }, chain: [["Ana", "Bo", 6]] },
      ["Hand back to Ana", "Ana says “I ask you, then decide”"],
    ],
    [
      "too far",
      { right: { level: 4 }, chain: [["Bo", "Cy", 6]] },
      [
        "Hand back to Bo",
        "Give to Ana, who may decide",
        "Bo says “We decide together”",
        "Bo says “I ask you, then decide”",
      ],
    ],
    ["a low level", { right: { level: 2 } }, ["Give to Ana, who may decide", "Let them decide together"]],
    ["no holder", { right: { holderId: null } }, ["Give to Ana, who may decide", "Let Bo decide about it"]],
    ["no CEO", { ceoId: null, right: { isReserved: true } }, ["Name the CEO…"]],
    ["the CEO in the bin", { gone: ["Ana"], right: { level: 4 } }, ["Restore Ana", "Name the CEO…"]],
  ])("of %s", (_, how, expected) => {
    expect(labels(aCase(how))).toEqual(expected);
  });
});

const PEOPLE = ["Ana", "Bo", "Cy", "Di"] as const;
const person = fc.constantFrom(...PEOPLE);
const level = fc.constantFrom(...DECISION_LEVELS);
const money = fc.option(fc.integer({ min: 0, max: 10 }), { nil: null });
const anyCase = fc.record({
  right: fc.record({
    isReserved: fc.boolean(),
    level,
    ceiling: money,
    holderId: fc.option(person, { nil: null }),
  }),
  amount: money,
  ceoId: fc.option(person, { nil: null, freq: 6 }),
  gone: fc.subarray([...PEOPLE], { maxLength: 1 }),
  route: fc.shuffledSubarray([...PEOPLE], { minLength: 1 }),
  levels: fc.array(level, { minLength: 4, maxLength: 4 }),
  isPending: fc.boolean(),
});

describe("whatever was handed over", () => {
  const built = anyCase.map(({ right, amount, ceoId, gone, route, levels, isPending }) => {
    const chain = route.slice(1).map((to, at): Link => {
      const state = isPending && at === route.length - 2 ? "handed" : "acknowledged";
      return [route[at] as string, to, levels[at] as DecisionLevel, state];
    });
    const task = chain.length === 0 ? { amount, accountableId: route[0] as string } : { amount };
    return { plan: aCase({ right, gone, ceoId, chain, task }), right, amount, ceoId, gone, chain };
  });
  const taskOf = (plan: Plan) => plan.tasks.get("Oven") as Task;
  const rightOf = (plan: Plan) => plan.decisionRights.get("Spending") as DecisionRight;

  it("nobody but the CEO is ever inside a reserved matter", () => {
    fc.assert(
      fc.property(built, ({ plan, right, ceoId }) => {
        fc.pre(right.isReserved);
        for (const id of PEOPLE)
          if (id !== ceoId) expect(mayDecide(plan, rightOf(plan), taskOf(plan), id)).toBe(false);
        if (!findingOf(plan)) expect(decidersOf(taskOf(plan))).toEqual([ceoId]);
      }),
    );
  });

  it("a chain never widens a right", () => {
    fc.assert(
      fc.property(built, ({ plan, right, amount, ceoId, gone, chain }) => {
        if (findingOf(plan)) return;
        const isOver = right.ceiling !== null && (amount ?? 0) > right.ceiling;
        const holderCan = !right.isReserved && !isOver && right.level >= 4;
        const sources = [ceoId, holderCan ? right.holderId : null].filter(
          (id) => id && !gone.includes(id as never),
        );
        const touched = chain.length === 0 ? decidersOf(taskOf(plan)) : chain.flat();
        expect(touched.some((id) => sources.includes(id as never))).toBe(true);
        // Nor does anybody end up alone with what the holder only shares.
        const [only, ...others] = decidersOf(taskOf(plan));
        if (others.length > 0 || only === ceoId || only === right.holderId || right.level > 4) return;
        expect(chain.some(([by]) => by === ceoId)).toBe(true);
      }),
    );
  });

  it("every way out helps when it is taken, as one step", () => {
    fc.assert(
      fc.property(built, ({ plan }) => {
        const finding = findingOf(plan);
        if (!finding) return;
        for (const fix of decisionFixes(plan, finding)) {
          if (fix.kind === "name-ceo") continue;
          const then = applyChange(plan, must(fixDecision(plan, testContext(), finding, fix)));
          expect(findingOf(then)?.sentence, fixLabel(plan, fix)).toBeUndefined();
          expect(decisionFinding(then, rightOf(then), taskOf(then))).toBeNull();
        }
      }),
    );
  });
});

describe("a recorded decision", () => {
  const recorded = (fields: Partial<Decision>): string | null => {
    const plan = aCase({});
    const right = plan.decisionRights.get("Spending") as DecisionRight;
    const ids = { id: "d", roadmapId: plan.roadmap.id, recordedAt: DELETED };
    const decision = createDecision({ ...ids, name: "Van", state: "accepted", decidedById: "Bo", ...fields });
    return recordProblem(plan, right, decision);
  };

  it("is sound inside the right, or once somebody with the right agreed", () => {
    expect(recorded({ amount: 5_000 })).toBeNull();
    expect(recorded({ amount: 8_000, ratifiedById: "Ana" })).toBeNull();
    expect(recorded({ amount: 8_000, state: "proposed" })).toBeNull();
  });

  it("is said outside of it", () => {
    expect(recorded({ amount: 8_000, ratifiedById: "Bo" })).toBe(
      "Bo decided “Van” and committed €8,000, but Bo decides about Spending up to €5,000; Ana has not agreed yet.",
    );
    expect(recorded({ decidedById: "Cy" })).toBe(
      "Cy decided “Van”, but Cy does not decide about Spending; Ana has not agreed yet.",
    );
  });
});
