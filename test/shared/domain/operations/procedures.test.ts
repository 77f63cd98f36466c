import { describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
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
import { recordRun, tickStep } from "#shared/domain/operations/routines.ts";
import { linkWords, outsideLink, readLink } from "#shared/domain/outsideLink.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { procedureStanding, reviewState, reviewWords, runWords } from "#shared/domain/procedureStanding.ts";
import { must } from "#shared/domain/result.ts";
import { peopleForRole } from "#shared/domain/roles.ts";
import { minutesWords } from "#shared/domain/words.ts";
import { ctx, done, shop, TODAY } from "./workflowShop.ts";

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
    expect(runWords(procedureStanding(plan, "Hire"), TODAY)).toBe("Not run yet");
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
