import { beforeEach, describe, expect, test } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { type Change, invertChange } from "#shared/domain/change.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { binOf, deleteListed, purgeFromBin, restoreFromBin } from "#shared/domain/operations/bin.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { copyRoadmap } from "#shared/domain/operations/roadmaps.ts";
import {
  addRoutine,
  editRun,
  endRoutine,
  liveRoutines,
  moveRun,
  recordRun,
  runOf,
  setRoutineRule,
  skipRun,
  takeBackRun,
  tickStep,
} from "#shared/domain/operations/routines.ts";
import { applyChange, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { shiftPlan } from "#shared/domain/shiftPlan.ts";
import { dueDays } from "#shared/routines/due.ts";
import { standingOf } from "#shared/routines/standing.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

let plan: Plan;
let ctx = testContext({ today: "2027-01-04" });
let id: string;

/** Applies a change and holds the plan against its rules, its undo, and the file. */
function apply(result: Result<Change>): Change {
  const change = must(result);
  const before = plan;
  plan = applyChange(plan, change);
  expect(checkPlan(plan)).toEqual([]);
  const undone = applyChange(plan, invertChange(ctx, change));
  const text = (of: Plan) => serialiseDocument(of, { exportedAt: "2027-01-01T00:00:00.000Z" });
  expect(text(undone)).toBe(text(before));
  expect(text(must(parseDocument(text(plan))))).toBe(text(plan));
  return change;
}

function on(day: string): void {
  ctx = testContext({ today: day, prefix: `on ${day} ` });
}

function routine(): Routine {
  return plan.routines.get(id) as Routine;
}

function refusal(result: Result<Change>): string {
  return result.ok ? "" : result.problem.code;
}

beforeEach(() => {
  on("2027-01-04");
  plan = aPlan({ people: [{ name: "Ana" }, { name: "Bo" }] });
  const steps = [
    { id: "s1", text: "Open the register" },
    { id: "s2", text: "Count the cash" },
  ];
  const input = { name: " Weekly cash count ", ownerId: "Ana", minutes: 45, steps };
  id = apply(addRoutine(plan, ctx, { ...input, rule: "FREQ=WEEKLY;BYDAY=TU" })).added[0]?.id as string;
});

describe("setting a routine up", () => {
  test("the first run is the first day that the rule gives", () => {
    expect(routine()).toMatchObject({ name: "Weekly cash count", firstRun: "2027-01-05", minutes: 45 });
  });

  test("one set up on a Saturday does not come every Saturday", () => {
    on("2027-01-09");
    expect(must(addRoutine(plan, ctx, { name: "x" })).added).toMatchObject([{ firstRun: "2027-01-11" }]);
  });

  test("a rule that is none, that never comes, or an owner who is not there is refused", () => {
    expect(refusal(addRoutine(plan, ctx, { name: "x", rule: "weekly" }))).toBe("bad-rule");
    expect(refusal(addRoutine(plan, ctx, { name: "x", rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }))).toBe(
      "never",
    );
    expect(refusal(addRoutine(plan, ctx, { name: "x", ownerId: "nobody" }))).toBe("gone");
    expect(refusal(editEntity(plan, ctx, "routine", id, { minutes: -1 }))).toBe("invalid");
    expect(refusal(editEntity(plan, ctx, "routine", id, { ownerId: "nobody" }))).toBe("gone");
    expect(refusal(editEntity(plan, ctx, "routine", id, { rule: "FREQ=HOURLY" }))).toBe("invalid");
  });

  test("before its first run another rule simply takes the place of the first", () => {
    apply(setRoutineRule(plan, ctx, id, "FREQ=MONTHLY;BYMONTHDAY=-1", "2027-02-01"));
    expect(routine()).toMatchObject({ firstRun: "2027-02-28", earlierRules: [] });
  });

  test("later, what was due under the old rule stays due and missed", () => {
    on("2027-01-20");
    apply(setRoutineRule(plan, ctx, id, "FREQ=WEEKLY;BYDAY=FR", "2027-01-01"));
    expect(dueDays(routine(), "2027-01-01", "2027-02-01")).toEqual([
      "2027-01-05",
      "2027-01-12",
      "2027-01-19",
      "2027-01-22",
      "2027-01-29",
    ]);
    expect(must(setRoutineRule(plan, ctx, id, "FREQ=WEEKLY;BYDAY=FR", "2027-01-22")).updated).toEqual([]);
  });
});

describe("runs", () => {
  test("done, in whose hands, how long; taken back", () => {
    on("2027-01-05");
    apply(recordRun(plan, ctx, id, "2027-01-05"));
    expect(runOf(plan, id, "2027-01-05")).toMatchObject({
      doneOn: "2027-01-05",
      doneById: "Ana",
      minutes: null,
    });
    apply(recordRun(plan, ctx, id, "2027-01-05", { doneById: "Bo", minutes: 50 }));
    expect(runOf(plan, id, "2027-01-05")).toMatchObject({ doneById: "Bo", minutes: 50 });
    apply(takeBackRun(plan, ctx, id, "2027-01-05"));
    expect(runOf(plan, id, "2027-01-05")).toBeNull();
    expect(refusal(takeBackRun(plan, ctx, id, "2027-01-05"))).toBe("not-done");
  });

  test("steps are ticked before the run is done, and stay when it is taken back", () => {
    on("2027-01-05");
    apply(tickStep(plan, ctx, id, "2027-01-05", "s2", true));
    apply(recordRun(plan, ctx, id, "2027-01-05"));
    apply(editRun(plan, ctx, id, "2027-01-05", { note: "Two short." }));
    apply(takeBackRun(plan, ctx, id, "2027-01-05"));
    expect(runOf(plan, id, "2027-01-05")).toMatchObject({
      doneOn: null,
      ticked: [{ stepId: "s2" }],
      note: "Two short.",
    });
    apply(tickStep(plan, ctx, id, "2027-01-05", "s2", false));
    expect(runOf(plan, id, "2027-01-05")?.ticked).toEqual([]);
    expect(refusal(tickStep(plan, ctx, id, "2027-01-05", "s9", true))).toBe("gone");
  });

  test("no run on a day that has none, and none in the future", () => {
    expect(refusal(recordRun(plan, ctx, id, "2027-01-06"))).toBe("not-due");
    expect(refusal(recordRun(plan, ctx, id, "2027-01-05", { doneOn: "2027-01-05" }))).toBe("in-future");
  });

  test("one is skipped, one is moved, twice and back", () => {
    apply(skipRun(plan, ctx, id, "2027-01-12"));
    apply(moveRun(plan, ctx, id, "2027-01-19", "2027-01-21"));
    apply(moveRun(plan, ctx, id, "2027-01-21", "2027-01-22"));
    const due = () => dueDays(routine(), "2027-01-01", "2027-01-31");
    expect(due()).toEqual(["2027-01-05", "2027-01-22", "2027-01-26"]);
    expect(routine().moved).toEqual([{ from: "2027-01-19", to: "2027-01-22" }]);
    expect(refusal(moveRun(plan, ctx, id, "2027-01-22", "2027-01-26"))).toBe("taken");
    apply(moveRun(plan, ctx, id, "2027-01-22", "2027-01-19"));
    expect(routine().moved).toEqual([]);
    apply(moveRun(plan, ctx, id, "2027-01-26", "2027-01-27"));
    apply(skipRun(plan, ctx, id, "2027-01-27"));
    expect(due()).toEqual(["2027-01-05", "2027-01-19"]);
    expect(refusal(skipRun(plan, ctx, id, "2027-01-27"))).toBe("not-due");
  });

  test("a run that is done is neither moved nor skipped", () => {
    on("2027-01-05");
    apply(recordRun(plan, ctx, id, "2027-01-05"));
    expect(refusal(skipRun(plan, ctx, id, "2027-01-05"))).toBe("done");
    expect(refusal(moveRun(plan, ctx, id, "2027-01-05", "2027-01-07"))).toBe("done");
  });

  test("an ended routine is due no more, and what it rested is not missed when it goes on", () => {
    on("2027-01-13");
    apply(endRoutine(plan, ctx, id, "2027-01-13"));
    on("2027-03-01");
    expect(standingOf(routine(), [], "2027-03-01")).toMatchObject({ slips: 2, next: null });
    apply(endRoutine(plan, ctx, id, null));
    expect(standingOf(routine(), [], "2027-03-01")).toMatchObject({ slips: 2, next: "2027-03-02" });
  });
});

describe("with the rest of the plan", () => {
  test("through the bin and back, and for good with all its runs", () => {
    on("2027-01-05");
    apply(recordRun(plan, ctx, id, "2027-01-05"));
    apply(deleteListed(plan, ctx, id));
    expect(liveRoutines(plan)).toEqual([]);
    expect(binOf(plan).map(({ entity }) => entity.id)).toEqual([id]);
    apply(restoreFromBin(plan, ctx, id));
    expect(liveRoutines(plan)).toHaveLength(1);
    apply(deleteListed(plan, ctx, id));
    apply(purgeFromBin(plan, ctx, [id]));
    expect([plan.routines.size, plan.routineRuns.size]).toEqual([0, 0]);
  });

  test("somebody who is deleted for good is named by no routine and no run", () => {
    on("2027-01-05");
    apply(recordRun(plan, ctx, id, "2027-01-05"));
    apply(deleteListed(plan, ctx, "Ana"));
    apply(purgeFromBin(plan, ctx, ["Ana"]));
    expect(routine().ownerId).toBeNull();
    expect(runOf(plan, id, "2027-01-05")?.doneById).toBeNull();
  });

  test("a copy of the roadmap names its own people and routines", () => {
    on("2027-01-05");
    apply(recordRun(plan, ctx, id, "2027-01-05"));
    const added = must(copyRoadmap(testContext({ prefix: "c" }), plan, "Copy")).added;
    const roadmap = added[0];
    if (roadmap?.kind !== "roadmap") throw new Error("no roadmap");
    expect(checkPlan(planFromEntities(roadmap, added))).toEqual([]);
  });

  test("told on other days, a weekly run stays its weekday, a monthly one its date", () => {
    apply(setRoutineRule(plan, ctx, id, "FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-04"));
    on("2027-02-28");
    apply(recordRun(plan, ctx, id, "2027-01-31", { doneOn: "2027-02-02" }));
    apply(recordRun(plan, ctx, id, "2027-02-28"));
    const later = shiftPlan(plan, 35);
    expect(checkPlan(later)).toEqual([]);
    expect([...later.routineRuns.values()].map(({ day, doneOn }) => [day, doneOn])).toEqual([
      ["2027-03-31", "2027-04-02"],
      ["2027-04-30", "2027-04-30"],
    ]);
  });
});
