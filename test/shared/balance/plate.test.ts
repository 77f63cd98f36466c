import { describe, expect, it } from "vitest";
import { driftOf, mixOf } from "#shared/balance/mix.ts";
import { driftWords, monthWords } from "#shared/balance/mixWords.ts";
import { delegateNext, helperFor } from "#shared/balance/next.ts";
import { reasonsFor } from "#shared/balance/nextWords.ts";
import { plateOf } from "#shared/balance/plate.ts";
import { gapOf, gapWords, routineGap } from "#shared/domain/engagement.ts";
import type { DecisionLevel, Handover } from "#shared/domain/handover.ts";
import { giveTo, markStrategy } from "#shared/domain/operations/strategy.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, START, testContext } from "#test/support/builders.ts";

const handed = (level: DecisionLevel, state: Handover["state"] = "acknowledged"): Handover => ({
  byId: "Ana",
  toId: "Bo",
  level,
  on: START,
  state,
  reason: "",
  followUpOn: null,
});
const LED = { ceoId: "Ana", cooId: "Bo" };
const PEOPLE = [{ name: "Ana" }, { name: "Bo" }];

describe("the CEO's plate", () => {
  const plan = aPlan({
    roadmap: LED,
    people: PEOPLE,
    decisionRights: [
      { name: "Pricing", isReserved: true },
      { name: "Hiring" },
      { name: "Spending", holderId: "Bo", ceiling: 500 },
      { name: "Contracts", holderId: "Bo", level: 4 },
    ],
    stages: [
      {
        name: "Idea",
        wantedCeoPct: 50,
        holds: [
          {
            task: "Own",
            accountableId: "Ana",
            does: ["Ana"],
            effortHours: 12,
            start: "2027-01-20",
            decisionRightId: "Hiring",
          },
          {
            task: "Reserved",
            accountableId: "Bo",
            does: ["Bo"],
            effortHours: 12,
            decisionRightId: "Pricing",
          },
          { task: "Kept", accountableId: "Bo", does: ["Bo"], effortHours: 12, handovers: [handed(2)] },
          { task: "Given", accountableId: "Bo", does: ["Bo"], effortHours: 12, handovers: [handed(6)] },
          {
            task: "Asked",
            accountableId: "Ana",
            does: ["Ana"],
            effortHours: 12,
            handovers: [handed(6, "handed")],
          },
          { task: "Thought", accountableId: "Ana", does: ["Ana"], effortHours: 12, isStrategy: true },
          { task: "Loose", effortHours: 12 },
          {
            task: "Within",
            accountableId: "Bo",
            does: ["Bo"],
            decisionRightId: "Spending",
            amount: 500,
            effortHours: 0,
          },
          {
            task: "Above",
            accountableId: "Bo",
            does: ["Bo"],
            decisionRightId: "Spending",
            amount: 501,
            effortHours: 0,
          },
          {
            task: "Together",
            accountableId: "Bo",
            does: ["Bo"],
            decisionRightId: "Contracts",
            effortHours: 0,
          },
          { task: "Unsized", accountableId: "Bo", durationDays: 2 },
          { task: "Beside", accountableId: "Bo", does: ["Bo"], effortHours: 2 },
        ],
      },
    ],
    routines: [{ name: "Count", ownerId: "Ana", minutes: 60, rule: "FREQ=WEEKLY;BYDAY=MO" }],
  });
  const buckets = Object.fromEntries(
    (plateOf(plan, START)?.items ?? []).map((item) => [item.id, item.bucket]),
  );

  it("tells who decides by the hand-over, the right to the matter and who answers, and who does", () => {
    expect(buckets).toEqual({
      Own: "both",
      Reserved: "decides",
      Kept: "decides",
      Given: "others",
      Asked: "both",
      Thought: "both",
      Loose: "nobody",
      Within: "others",
      Above: "decides",
      Together: "decides",
      Unsized: "others",
      Beside: "others",
      Count: "both",
    });
  });

  it("weighs work without hours as the middle one, and is nothing without a CEO", () => {
    const plate = plateOf(plan, START);
    expect(plate).toMatchObject({ usualHours: 12, unsized: 1 });
    expect(plate?.items.find(({ id }) => id === "Unsized")?.hours).toBeCloseTo(12);
    expect(plateOf(aPlan({ people: PEOPLE }), START)).toBeNull();
  });

  it("proposes what frees most, never what is reserved, with reasons in the CEO's or others' words", () => {
    const next = delegateNext(plan, START);
    expect(next).toMatchObject({ reserved: 1, strategy: 1, waiting: 1 });
    expect(next.candidates.map(({ item, way }) => [item.id, way])).toEqual([
      ["Count", "give"],
      ["Own", "hand-over"],
      ["Kept", "level"],
      ["Above", "level"],
      ["Together", "level"],
    ]);
    const own = next.candidates[1];
    if (!own) throw new Error("Own is proposed");
    const helper = helperFor(plan, START, own.item);
    expect(reasonsFor({ plan, today: START, isCeo: true }, own, helper)).toEqual([
      "You decide and do it, 12 hours left, starts 20 Jan.",
      "Bo has 40 hours to spare in the week of 18 Jan and has 8 open tasks of “Idea” already.",
      "Nobody else is asked.",
      "Hiring is not reserved to you.",
    ]);
    expect(reasonsFor({ plan, today: START, isCeo: false }, own, null)[0]).toBe(
      "Ana decides and does it, 12 hours left, starts 20 Jan.",
    );
  });

  it("names the COO for what nobody works beside, and nobody for their hours alone", () => {
    const alone = (cooId: string | null) => {
      const company = aPlan({
        roadmap: { ...LED, cooId },
        people: PEOPLE,
        stages: [{ name: "Idea", holds: [{ task: "Own", accountableId: "Ana", does: ["Ana"] }] }],
      });
      const item = plateOf(company, START)?.items.find(({ id }) => id === "Own");
      return item && helperFor(company, START, item)?.person.id;
    };
    expect(alone("Bo")).toBe("Bo");
    expect(alone(null)).toBeUndefined();
  });

  it("gives away routines and milestones by their owner, and a doer's part of a task by the share", () => {
    const ctx = testContext();
    const given = applyChange(plan, must(giveTo(plan, ctx, "Count", "Ana", "Bo")));
    expect(given.routines.get("Count")?.ownerId).toBe("Bo");
    const task = applyChange(plan, must(giveTo(plan, ctx, "Own", "Ana", "Bo"))).tasks.get("Own");
    expect(task?.assignments).toEqual([{ personId: "Bo", allocationPct: 100 }]);
  });
});

describe("the COO's time", () => {
  const plan = aPlan({
    roadmap: LED,
    people: [
      { name: "Ana" },
      { name: "Bo", engagement: { from: null, until: "2027-02-12", daysPerMonth: 3 } },
    ],
    stages: [
      {
        name: "Idea",
        wantedStrategyPct: 50,
        holds: [
          { task: "Think", does: ["Bo"], effortHours: 8, durationDays: 1, isStrategy: true },
          { task: "Do", does: ["Bo"], effortHours: 32, durationDays: 5 },
        ],
      },
    ],
    routines: [
      { name: "Past", ownerId: "Bo", rule: "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270301", minutes: 0 },
      { name: "Within", ownerId: "Bo", rule: "FREQ=DAILY;COUNT=3", minutes: 0 },
    ],
  });
  const bo = (of: Plan) => of.people.get("Bo") as NonNullable<ReturnType<Plan["people"]["get"]>>;

  it("holds strategy against what is wanted, and days against what was agreed, in words", () => {
    const mix = mixOf(plan, bo(plan), START);
    const [stage] = mix.stages;
    if (!stage) throw new Error("the stage is there");
    expect(driftOf(stage)).toBeCloseTo(12);
    expect(driftWords(stage).words).toBe("Wanted half strategy, planned 20 %: 12 hours too much execution.");
    const [january] = mix.months;
    expect(january && monthWords(january, mix.isContracted)).toEqual({
      isOver: true,
      words: "Jan 2027: 5 days planned, 3 contracted",
    });
    const thought = applyChange(plan, must(markStrategy(plan, testContext(), ["Do", "Think"], true)));
    const after = mixOf(thought, bo(thought), START).stages[0];
    expect(after && driftWords(after)).toMatchObject({ tone: "much-strategy" });
  });

  it("tells what lies past or before an engagement", () => {
    const late = aPlan({
      people: [{ name: "Bo", engagement: { from: "2027-01-06", until: "2027-01-08", daysPerMonth: null } }],
      stages: [
        {
          name: "Idea",
          holds: [
            { task: "Past", does: ["Bo"], start: "2027-01-07", durationDays: 3 },
            { task: "Before", accountableId: "Bo", durationDays: 2 },
            { task: "Within", does: ["Bo"], start: "2027-01-06", durationDays: 3 },
            { task: "Done", does: ["Bo"], durationDays: 9, status: "done" },
            { milestone: "Point", date: "2027-02-01", ownerId: "Bo" },
          ],
        },
      ],
    });
    const gaps = outlineOf(late).inOrder.map((node) => [
      node.item.id,
      gapOf(late.people, node)?.side ?? null,
    ]);
    expect(Object.fromEntries(gaps)).toEqual({
      Idea: null,
      Past: "after",
      Before: "before",
      Within: null,
      Done: null,
      Point: "after",
    });
    expect(gapWords(late.people, { personId: "Bo", side: "after", day: "2027-01-08" })).toBe(
      "Bo is engaged until 8 Jan 2027. Who carries this on?",
    );
    const routine = (id: string) => plan.routines.get(id) as NonNullable<ReturnType<Plan["routines"]["get"]>>;
    expect(routineGap(plan.people, routine("Past"), START)?.side).toBe("after");
    expect(routineGap(plan.people, routine("Within"), START)).toBeNull();
  });
});
