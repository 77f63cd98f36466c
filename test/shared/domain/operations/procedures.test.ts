import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { type Change, invertChange } from "#shared/domain/change.ts";
import { formatDay } from "#shared/domain/day.ts";
import { deleteListed, purgeFromBin } from "#shared/domain/operations/bin.ts";
import {
  discardChecklist,
  finishChecklist,
  openSteps,
  reopenChecklist,
  startChecklist,
  tickChecklist,
} from "#shared/domain/operations/checklists.ts";
import {
  addProcedure,
  addSteps,
  editStep,
  markReviewed,
  moveStep,
  procedureFromRoutine,
  procedureFromTask,
  removeStep,
  stepTexts,
} from "#shared/domain/operations/procedures.ts";
import { durationFor, rolesToAsk, turnIntoTasks } from "#shared/domain/operations/procedureTasks.ts";
import { recordRun, tickStep } from "#shared/domain/operations/routines.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { linkWords, outsideLink, readLink } from "#shared/domain/outsideLink.ts";
import { applyChange, entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { procedureStanding, reviewState, reviewWords, runWords } from "#shared/domain/procedureStanding.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { peopleForRole } from "#shared/domain/roles.ts";
import { createStep, totalMinutes } from "#shared/domain/steps.ts";
import { finishOf } from "#shared/domain/taskDates.ts";
import { minutesWords } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { expectSound } from "#test/support/plans.ts";

const TODAY = "2027-02-01"; // a Monday
const ctx = testContext({ today: TODAY });

function shop(): Plan {
  return aPlan({
    roadmap: { ceoId: "Ana", cooId: "Bo" },
    people: [
      { name: "Ana", role: "Founder" },
      { name: "Bo", role: "Runs the shop" },
      { name: "Cy", role: "Chef, buyer" },
      { name: "Di", role: "Waiter", hoursPerWeek: 20 },
      { name: "Ed", role: "waiter" },
    ],
    stages: [
      {
        name: "Idea",
        holds: [
          {
            milestone: "Open",
            date: "2027-03-01",
            holds: [
              {
                task: "Lease",
                start: TODAY,
                accountableId: "Ana",
                checklist: [
                  { id: "c1", text: "Find a lawyer", done: true },
                  { id: "c2", text: "Read it", done: false },
                ],
              },
            ],
          },
        ],
      },
    ],
    routines: [
      { name: "Close up", ownerId: "Cy", steps: [{ id: "r1", text: "Lock the door" }], firstRun: TODAY },
    ],
    procedures: [
      {
        name: "Hire",
        steps: [
          createStep({
            id: "p1",
            text: "Write the offer",
            role: "COO",
            minutes: 90,
            link: "https://x.org/offer",
          }),
          createStep({
            id: "p2",
            text: "Try them out",
            role: " chef ",
            minutes: 480,
            note: "A whole evening",
          }),
          createStep({ id: "p3", text: "Decide", role: "ceo", minutes: 15 }),
        ],
      },
    ],
  });
}

/** The plan after an operation; taking the change back has to give every row back as it was. */
function done(plan: Plan, result: Result<Change>): Plan {
  const change = must(result);
  const next = applyChange(plan, change);
  expectSound(next);
  const back = applyChange(next, invertChange(ctx, change));
  expect(entitiesOf(back)).toEqual(expect.arrayContaining(entitiesOf(plan)));
  expect(entitiesOf(back)).toHaveLength(entitiesOf(plan).length);
  return next;
}

const stepsOf = (plan: Plan, id: string) => plan.procedures.get(id)?.steps ?? [];
const textsOf = (plan: Plan, id: string) => stepsOf(plan, id).map(({ text }) => text);

describe("writing a workflow", () => {
  it("adds, edits, moves and removes steps in order", () => {
    let plan = done(shop(), addProcedure(shop(), ctx, { name: " Pay wages ", ownerId: "Bo" }));
    const { id } = [...plan.procedures.values()].find(({ name }) => name === "Pay wages") as { id: string };
    plan = done(plan, addSteps(plan, ctx, id, stepTexts("- Collect hours\n\n2. Check them\n  • Pay")));
    const [first, second] = stepsOf(plan, id).map((step) => step.id) as [string, string];
    plan = done(plan, addSteps(plan, ctx, id, ["Ask who is missing"], first));
    plan = done(plan, moveStep(plan, ctx, id, second, 1));
    expect(textsOf(plan, id)).toEqual(["Collect hours", "Ask who is missing", "Pay", "Check them"]);
    plan = done(plan, removeStep(plan, ctx, id, second));
    plan = done(
      plan,
      editStep(plan, ctx, id, first, { role: " COO ", minutes: 20, link: "bank.example/pay" }),
    );
    expect(stepsOf(plan, id)[0]).toMatchObject({
      role: "COO",
      minutes: 20,
      link: "https://bank.example/pay",
    });
    expect(must(moveStep(plan, ctx, id, first, -1)).updated).toEqual([]);
    expect(editStep(plan, ctx, id, first, { minutes: 99_999 }).ok).toBe(false);
    expect(editStep(plan, ctx, id, first, { link: "javascript:alert(1)" })).toMatchObject({
      problem: { message: "Only web addresses (http, https) and mail addresses can be opened." },
    });
    expect(
      addSteps(
        plan,
        ctx,
        id,
        Array.from({ length: 500 }, () => "More"),
      ).ok,
    ).toBe(false);
  });

  it("says by word when it is looked at again, and how often it was run", () => {
    const plan = done(shop(), markReviewed(shop(), ctx, "Hire"));
    const hire = plan.procedures.get("Hire") as { reviewOn: string };
    expect(formatDay(hire.reviewOn)).toBe("1 Aug 2027");
    expect([reviewState(hire, "2027-07-18"), reviewWords(hire, "2027-07-18")]).toEqual([
      "due",
      "Review in 14 days",
    ]);
    expect([reviewState(hire, "2027-08-02"), reviewWords(hire, "2027-08-02")]).toEqual([
      "overdue",
      "Review 1 day late",
    ]);
    expect(reviewState(hire, "2027-07-01")).toBe("later");
    expect(runWords(procedureStanding(plan, "Hire"), TODAY)).toBe("Not run yet");
    expect([5, 60, 90].map(minutesWords)).toEqual(["5 min", "1 h", "1 h 30 min"]);
  });

  it("knows which addresses may be opened", () => {
    const kept = (typed: string) => {
      const link = readLink(typed);
      return link.ok ? link.value : null;
    };
    expect(kept(" example.com/a?b=c ")).toBe("https://example.com/a?b=c");
    expect(kept("localhost.test:8080/x")).toBe("https://localhost.test:8080/x");
    expect(kept("HTTP://example.com")).toBe("HTTP://example.com");
    expect(kept("ana@example.com")).toBe("mailto:ana@example.com");
    expect(kept("")).toBe("");
    const refused = [
      "javascript:alert(1)",
      "file:///etc/passwd",
      "data:text/html,x",
      "vbscript:x",
      "hello",
      "a b.com",
    ];
    expect(refused.map(kept)).toEqual(refused.map(() => null));
    const unsafe = [
      "https://good.com@evil.com",
      "https://",
      "java\nscript:x",
      "https://a.b\u202egpj.exe",
      "mailto:x",
    ];
    expect(unsafe.map((text) => outsideLink(text).ok)).toEqual(unsafe.map(() => false));
    expect(linkWords("https://www.example.com/a/")).toBe("example.com/a");
  });
});

describe("a checklist", () => {
  it("keeps the steps of its first day, and who ticked what", () => {
    let plan = done(shop(), startChecklist(shop(), ctx, "Hire", { taskId: "Lease", meId: null }));
    const [{ id }] = [...plan.checklistRuns.values()] as unknown as [{ id: string }];
    expect(startChecklist(plan, ctx, "Hire", { taskId: "Lease", meId: null }).ok).toBe(false);
    plan = done(plan, tickChecklist(plan, ctx, id, "p2", true, null));
    plan = done(plan, tickChecklist(plan, ctx, id, "p1", true, "Di"));
    plan = done(plan, removeStep(plan, ctx, "Hire", "p3"));
    const run = () => plan.checklistRuns.get(id) as NonNullable<ReturnType<Plan["checklistRuns"]["get"]>>;
    expect(run().ticked.map(({ stepId, byId }) => [stepId, byId])).toEqual([
      ["p2", "Cy"],
      ["p1", "Di"],
    ]);
    expect(openSteps(run()).map((step) => step.text)).toEqual(["Decide"]);
    expect(finishChecklist(plan, ctx, id, { leaveOpen: false })).toMatchObject({
      problem: { message: "1 step of it is still open." },
    });
    plan = done(plan, finishChecklist(plan, ctx, id, { leaveOpen: true }));
    expect(openSteps(run())).toHaveLength(1);
    expect(tickChecklist(plan, ctx, id, "p3", true, null).ok).toBe(false);
    expect(runWords(procedureStanding(plan, "Hire"), TODAY)).toBe("Run once, last on 1 Feb");
    plan = done(plan, reopenChecklist(plan, ctx, id));
    plan = done(plan, tickChecklist(plan, ctx, id, "p1", false, null));
    expect(
      must(parseDocument(serialiseDocument(plan, { exportedAt: ctx.now() }))).checklistRuns.get(id),
    ).toEqual(run());
    plan = done(plan, discardChecklist(plan, ctx, id));
    expect(plan.checklistRuns.size).toBe(0);
  });

  it("goes with its workflow for good, and tasks forget it", () => {
    let plan = done(shop(), procedureFromTask(shop(), ctx, "Lease"));
    const id = plan.tasks.get("Lease")?.procedureId ?? "";
    plan = applyChange(plan, must(deleteListed(plan, ctx, id)));
    plan = done(plan, purgeFromBin(plan, ctx, [id]));
    expect([plan.checklistRuns.size, plan.tasks.get("Lease")?.procedureId]).toEqual([0, null]);
  });
});

describe("a workflow of what was written before", () => {
  it("takes a task's checklist over, ticks included", () => {
    const plan = done(shop(), procedureFromTask(shop(), ctx, "Lease"));
    const task = plan.tasks.get("Lease");
    expect(textsOf(plan, task?.procedureId ?? "")).toEqual(["Find a lawyer", "Read it"]);
    expect(task?.checklist).toEqual([]);
    expect(
      [...plan.checklistRuns.values()].map(({ taskId, ticked }) => [taskId, ticked.map((t) => t.stepId)]),
    ).toEqual([["Lease", ["c1"]]]);
    expect(procedureFromTask(plan, ctx, "Lease").ok).toBe(false);
  });

  it("takes a routine's steps over, which are ticked in its runs as before", () => {
    let plan = applyChange(shop(), must(tickStep(shop(), ctx, "Close up", TODAY, "r1", true)));
    plan = done(plan, procedureFromRoutine(plan, ctx, "Close up"));
    const id = plan.routines.get("Close up")?.procedureId ?? "";
    plan = done(plan, tickStep(plan, ctx, "Close up", TODAY, "r1", false));
    plan = done(plan, tickStep(plan, ctx, "Close up", TODAY, "r1", true, "Di"));
    plan = done(plan, recordRun(plan, ctx, "Close up", TODAY));
    expect([...plan.routineRuns.values()][0]?.ticked[0]).toMatchObject({ stepId: "r1", byId: "Di" });
    expect(procedureStanding(plan, id)).toMatchObject({
      routines: [{ id: "Close up" }],
      runs: [{ on: TODAY }],
    });
  });
});

describe("roles", () => {
  it("mean whoever leads, whoever has the role, one of several roles, or a name", () => {
    const names = (role: string) => peopleForRole(shop(), role).map(({ name }) => name);
    expect(["CEO", "coo", "founder", "Chef", "BUYER", "ed", ""].map(names)).toEqual([
      ["Ana"],
      ["Bo"],
      ["Ana"],
      ["Cy"],
      ["Cy"],
      ["Ed"],
      [],
    ]);
    expect(names("Waiter")).toEqual(["Di", "Ed"]);
  });
});

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

  it("keeps the order, one task a step, and all the minutes, whatever the steps", () => {
    const step = fc.record({
      text: fc.string({ maxLength: 20 }),
      role: fc.constantFrom("", "CEO", "coo", "Chef", "Waiter", "Nobody’s"),
      minutes: fc.option(fc.integer({ min: 0, max: 10_080 })),
      note: fc.string({ maxLength: 10 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("Idea", "Open", "Lease"),
        (drawn, parentId) => {
          const steps = drawn.map((each, i) => createStep({ ...each, id: `s${i}` }));
          const base = applyChange(shop(), must(addProcedure(shop(), ctx, { name: "Drawn", steps })));
          const id = [...base.procedures.keys()].find((key) => key !== "Hire") ?? "";
          const named = new Map([
            ["waiter", "Ed"],
            ["nobody’s", null],
          ]);
          const before = outlineOf(base).byId.get(parentId)?.children.length ?? 0;
          const plan = done(base, turnIntoTasks(base, ctx, id, { ...into, parentId, named }));
          const tasks = (outlineOf(plan).byId.get(parentId)?.children ?? [])
            .slice(before)
            .flatMap(({ item }) => plan.tasks.get(item.id) ?? []);
          expect(tasks.map(({ name }) => name)).toEqual(steps.map(({ text }) => text));
          const hours = tasks.reduce((sum, { effortHours }) => sum + (effortHours ?? 0), 0);
          expect(hours * 60).toBeCloseTo(totalMinutes(steps), 6);
          for (const [i, task] of tasks.slice(1).entries()) {
            const earlier = tasks[i];
            expect(earlier && task.start >= finishOf(earlier, calendarFor(plan, earlier))).toBe(true);
            expect([...plan.dependencies.values()].filter(({ toId }) => toId === task.id)).toMatchObject([
              { fromId: earlier?.id, type: "FS" },
            ]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
