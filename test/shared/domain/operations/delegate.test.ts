import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import type { Change } from "#shared/domain/change.ts";
import { delegationOf } from "#shared/domain/delegation.ts";
import type { Id } from "#shared/domain/fields.ts";
import { DECISION_LEVELS, type DecisionLevel } from "#shared/domain/handover.ts";
import { deleteListed, purgeFromBin } from "#shared/domain/operations/bin.ts";
import {
  acknowledge,
  decline,
  editHandover,
  handOver,
  takeBack,
  usualFollowUp,
} from "#shared/domain/operations/delegate.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { duplicateItems } from "#shared/domain/operations/place.ts";
import { copyRoadmap } from "#shared/domain/operations/roadmaps.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import { applyChange, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { shiftPlan } from "#shared/domain/shiftPlan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { expectSound } from "#test/support/plans.ts";

const TODAY = "2027-02-01";
const ctx = testContext({ today: TODAY });

function shop(): Plan {
  return aPlan({
    people: [{ name: "Ana" }, { name: "Bo" }, { name: "Cy" }, { name: "Di" }],
    stages: [
      {
        name: "Idea",
        holds: [
          { task: "Lease", start: TODAY, durationDays: 5, accountableId: "Ana", does: ["Ana"] },
          { task: "Menu", start: TODAY, durationDays: 5, accountableId: "Ana", does: ["Cy"] },
          { task: "Oven", start: TODAY, durationDays: 5 },
          { task: "Name", status: "done", progressPct: 100, accountableId: "Ana" },
        ],
      },
    ],
  });
}

type Step = (plan: Plan) => Result<Change>;
const hand =
  (task: Id, byId: Id, toId: Id, level: DecisionLevel = 5): Step =>
  (plan) =>
    handOver(plan, ctx, task, { byId, toId, level, followUpOn: "2027-02-08" });
const ack =
  (task: Id): Step =>
  (plan) =>
    acknowledge(plan, ctx, task);
const no =
  (task: Id, reason = "No time"): Step =>
  (plan) =>
    decline(plan, ctx, task, reason);
const back =
  (task: Id, byId: Id): Step =>
  (plan) =>
    takeBack(plan, ctx, task, byId);

function having(plan: Plan, ...steps: readonly Step[]): Plan {
  return steps.reduce((now, step) => {
    const next = applyChange(now, must(step(now)));
    expectSound(next);
    return next;
  }, plan);
}
const task = (plan: Plan, id: Id): Task => plan.tasks.get(id) as Task;
const chain = (plan: Plan, id: Id): string[] =>
  task(plan, id).handovers.map(({ byId, toId, state }) => `${byId} > ${toId} ${state}`);

describe("handing over", () => {
  it("leaves the work where it is until it is acknowledged, then moves it", () => {
    const handed = having(shop(), hand("Lease", "Ana", "Bo", 6));
    expect(task(handed, "Lease").handovers).toEqual([
      { byId: "Ana", toId: "Bo", level: 6, on: TODAY, state: "handed", reason: "", followUpOn: "2027-02-08" },
    ]);
    expect(task(handed, "Lease").accountableId).toBe("Ana");
    const taken = having(handed, ack("Lease"));
    expect(task(taken, "Lease")).toMatchObject({
      accountableId: "Bo",
      assignments: [{ personId: "Bo", allocationPct: 100 }],
    });
  });

  it("leaves others who do it, and gives work that nobody does to the receiver", () => {
    expect(task(having(shop(), hand("Menu", "Ana", "Bo"), ack("Menu")), "Menu").assignments).toEqual([
      { personId: "Cy", allocationPct: 100 },
    ]);
    expect(task(having(shop(), hand("Oven", "Di", "Bo"), ack("Oven")), "Oven")).toMatchObject({
      accountableId: "Bo",
      assignments: [{ personId: "Bo", allocationPct: 100 }],
    });
  });

  it("is declined with a reason, and can then go to somebody else", () => {
    const declined = having(shop(), hand("Lease", "Ana", "Bo"), no("Lease", "  I am away "));
    expect(task(declined, "Lease").handovers[0]).toMatchObject({ state: "declined", reason: "I am away" });
    expect(task(declined, "Lease").accountableId).toBe("Ana");
    expect(delegationOf(declined, "Ana").declined.map(({ node }) => node.item.id)).toEqual(["Lease"]);
    expect(delegationOf(declined, "Ana").waitingOn).toEqual([]);
    expect(chain(having(declined, hand("Lease", "Ana", "Cy")), "Lease")).toEqual(["Ana > Cy handed"]);
  });

  it("is handed on, and each waits for the next", () => {
    const plan = having(shop(), hand("Lease", "Ana", "Bo"), ack("Lease"), hand("Lease", "Bo", "Cy"));
    expect(chain(plan, "Lease")).toEqual(["Ana > Bo acknowledged", "Bo > Cy handed"]);
    expect(delegationOf(plan, "Ana").waitingOn[0]?.handover.toId).toBe("Bo");
    expect(delegationOf(plan, "Bo").waitingOn[0]?.handover.toId).toBe("Cy");
    const all = having(plan, ack("Lease"), back("Lease", "Ana"));
    expect(task(all, "Lease")).toMatchObject({
      accountableId: "Ana",
      handovers: [],
      assignments: [{ personId: "Ana", allocationPct: 100 }],
    });
  });

  it.each<[string, Plan, Step, RegExp]>([
    ["to oneself", shop(), hand("Lease", "Ana", "Ana"), /to themselves/],
    ["to nobody known", shop(), hand("Lease", "Ana", "Eve"), /not in the bin/],
    ["by somebody who does not have it", shop(), hand("Lease", "Bo", "Cy"), /Ana answers for it/],
    ["finished work", shop(), hand("Name", "Ana", "Bo"), /finished/],
    ["twice", having(shop(), hand("Lease", "Ana", "Bo")), hand("Lease", "Ana", "Cy"), /waits for Bo/],
    [
      "back up the chain",
      having(shop(), hand("Lease", "Ana", "Bo"), ack("Lease")),
      hand("Lease", "Bo", "Ana"),
      /came from Ana/,
    ],
    ["a stage", shop(), hand("Idea", "Ana", "Bo"), /no longer in the plan/],
    ["an answer to nothing", shop(), ack("Lease"), /Nothing waits/],
    ["no reason", having(shop(), hand("Lease", "Ana", "Bo")), no("Lease", "  "), /few words/],
    ["what was not handed over", shop(), back("Lease", "Ana"), /not handed/],
    [
      "to somebody in the bin",
      having(shop(), (plan) => deleteListed(plan, ctx, "Bo")),
      hand("Lease", "Ana", "Bo"),
      /not in the bin/,
    ],
    [
      "an answer of somebody in the bin",
      having(shop(), hand("Lease", "Ana", "Bo"), (plan) => deleteListed(plan, ctx, "Bo")),
      ack("Lease"),
      /in the bin/,
    ],
  ])("refuses %s", (_what, plan, step, sentence) => {
    const result = step(plan);
    expect(result.ok ? "" : result.problem.message).toMatch(sentence);
  });

  it("changes how far the decision goes and when to follow up, and nothing of others", () => {
    const plan = having(
      shop(),
      hand("Lease", "Ana", "Bo"),
      (p) => editHandover(p, ctx, "Lease", "Ana", { level: 2 }),
      (p) => editHandover(p, ctx, "Lease", "Ana", { followUpOn: null }),
    );
    expect(task(plan, "Lease").handovers[0]).toMatchObject({ level: 2, followUpOn: null, state: "handed" });
    expect(editHandover(plan, ctx, "Lease", "Bo", { level: 2 }).ok).toBe(false);
  });

  it("proposes to follow up a week later, on a day that is worked", () => {
    expect(usualFollowUp(shop(), TODAY)).toBe("2027-02-08");
    expect(usualFollowUp(shop(), "2027-02-06")).toBe("2027-02-15");
  });
});

describe("naming somebody else as answering for it", () => {
  const handedOn = having(shop(), hand("Lease", "Ana", "Bo"), ack("Lease"), hand("Lease", "Bo", "Cy"));
  it.each<[Id | null, string[]]>([
    ["Cy", ["Ana > Bo acknowledged", "Bo > Cy acknowledged"]],
    ["Bo", ["Ana > Bo acknowledged", "Bo > Cy handed"]],
    ["Ana", []],
    ["Di", []],
    [null, []],
  ])("%s", (accountableId, left) => {
    const edit: Step = (plan) => editEntity(plan, ctx, "task", "Lease", { accountableId });
    expect(chain(having(handedOn, edit), "Lease")).toEqual(left);
  });
});

describe("what else happens to hand-overs", () => {
  const plan = having(shop(), hand("Lease", "Ana", "Bo"), (p) =>
    editEntity(p, ctx, "task", "Lease", { consultedIds: ["Cy", "Bo"], informedIds: ["Bo"] }),
  );

  it("a person deleted for good is forgotten everywhere", () => {
    const without = having(
      plan,
      (p) => deleteListed(p, ctx, "Bo"),
      (p) => purgeFromBin(p, ctx, ["Bo"]),
    );
    expect(task(without, "Lease")).toMatchObject({ handovers: [], consultedIds: ["Cy"], informedIds: [] });
  });

  it("a copy of the task was handed to nobody; a copy of the roadmap keeps everything under new ids", () => {
    const copies = having(plan, (p) => duplicateItems(p, ctx, ["Lease"]));
    expect([...copies.tasks.values()].find(({ name }) => name === "Lease (copy)")?.handovers).toEqual([]);
    const rows = must(copyRoadmap(ctx, plan, "Copy")).added;
    const [roadmap] = rows;
    if (roadmap?.kind !== "roadmap") throw new Error("no roadmap");
    const copy = planFromEntities(roadmap, rows);
    expectSound(copy);
    const lease = [...copy.tasks.values()].find(({ name }) => name === "Lease");
    expect(copy.people.get(lease?.handovers[0]?.toId ?? "")?.name).toBe("Bo");
    expect(lease?.handovers[0]?.toId).not.toBe("Bo");
  });

  it("moves with the plan and travels in the file", () => {
    expect(task(shiftPlan(plan, 7), "Lease").handovers[0]).toMatchObject({
      on: "2027-02-08",
      followUpOn: "2027-02-15",
    });
    expect(must(parseDocument(serialiseDocument(plan, { exportedAt: ctx.now() })))).toEqual(plan);
  });

  it.each<[string, object, RegExp]>([
    ["unknown people", { toId: "Eve" }, /not in the file/],
    ["oneself", { toId: "Ana" }, /to themselves/],
    ["no level", { level: 8 }, /hand-over that cannot be read/],
  ])("a file with %s is refused", (_what, wrong, sentence) => {
    const text = JSON.parse(serialiseDocument(plan, { exportedAt: ctx.now() }));
    const row = text.tasks.find(({ id }: Task) => id === "Lease");
    row.handovers[0] = { ...row.handovers[0], ...wrong };
    const read = parseDocument(JSON.stringify(text));
    expect(read.ok ? "" : read.problem.message).toMatch(sentence);
  });
});

const PEOPLE = ["Ana", "Bo", "Cy", "Di"];
const TASKS = ["Lease", "Menu", "Oven"];
const person = fc.constantFrom(...PEOPLE);
const someTask = fc.constantFrom(...TASKS);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(someTask, person, person, fc.constantFrom(...DECISION_LEVELS))
    .map(([id, by, to, level]) => hand(id, by, to, level)),
  someTask.map(ack),
  someTask.map((id) => no(id)),
  fc.tuple(someTask, person).map(([id, by]) => back(id, by)),
  fc.tuple(someTask, person).map(
    ([id, to]): Step =>
      (plan) =>
        editEntity(plan, ctx, "task", id, { accountableId: to }),
  ),
  fc.tuple(someTask, fc.constantFrom("done", "in-progress") as fc.Arbitrary<Task["status"]>).map(
    ([id, status]): Step =>
      (plan) =>
        editEntity(plan, ctx, "task", id, { status }),
  ),
);

describe("any sequence of hand-overs", () => {
  const walk = (steps: readonly Step[]): Plan =>
    steps.reduce((plan, step) => {
      const result = step(plan);
      return result.ok ? applyChange(plan, result.value) : plan;
    }, shop());

  it("stays sound, and each open one is in exactly one list of what somebody waits for", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const plan = walk(steps);
        expectSound(plan);
        const listed = livePeople(plan).flatMap(({ id }) => delegationOf(plan, id).waitingOn);
        const open = outlineOf(plan).inOrder.flatMap((node) =>
          node.item.kind === "task" && !isFinished(node)
            ? node.item.handovers.filter(({ state }) => state !== "declined")
            : [],
        );
        expect(listed.map(({ handover }) => handover)).toHaveLength(open.length);
        expect(new Set(listed.map(({ handover }) => handover))).toEqual(new Set(open));
      }),
      { numRuns: 200 },
    );
  });

  it("handing over and taking back gives the plan back", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 25 }), someTask, person, person, (steps, id, by, to) => {
        const plan = walk(steps);
        const handed = hand(id, by, to)(plan);
        const last = plan.tasks.get(id)?.handovers.at(-1);
        fc.pre(handed.ok && last?.state !== "declined");
        const next = applyChange(plan, must(handed));
        expect(applyChange(next, must(back(id, by)(next)))).toEqual(plan);
      }),
      { numRuns: 200 },
    );
  });
});
