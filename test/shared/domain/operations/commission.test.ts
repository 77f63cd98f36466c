import { describe, expect, it } from "vitest";
import { invertChange } from "#shared/domain/change.ts";
import { builderOf, commissionState, toStart } from "#shared/domain/commission.ts";
import { nowList } from "#shared/domain/delegation.ts";
import {
  buildersFinishedBy,
  buildersReopenedBy,
  finishAndStart,
  likelyStart,
  setCommission,
} from "#shared/domain/operations/commission.ts";
import { toggleDone } from "#shared/domain/operations/done.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { duplicateItems } from "#shared/domain/operations/place.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import type { Commission, Task } from "#shared/domain/task.ts";
import { aPlan, START, testContext } from "#test/support/builders.ts";

const NAMED: Commission = {
  name: "Count the cash",
  ownerId: null,
  rule: null,
  minutes: null,
  procedureId: null,
  routineId: null,
};
const PLAN = aPlan({
  people: [{ name: "Ana" }, { name: "Bo" }],
  procedures: [{ name: "Cash" }],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Open the till", does: ["Bo"], accountableId: "Ana", commission: NAMED, procedureId: "Cash" },
        { task: "Paint", does: ["Bo"] },
        { task: "Group", commission: NAMED, holds: [{ task: "Only part" }] },
      ],
    },
  ],
});
const node = (plan: Plan, id: string) => outlineOf(plan).byId.get(id) as NonNullable<ReturnType<typeof at>>;
const at = (plan: Plan, id: string) => outlineOf(plan).byId.get(id);
const task = (plan: Plan, id: string) => plan.tasks.get(id) as Task;

describe("work that builds a routine", () => {
  it("is noticed however it becomes done: by itself, among others, as the last part of a group", () => {
    const ctx = testContext();
    const finished = (ids: string[]) => buildersFinishedBy(PLAN, must(toggleDone(PLAN, ctx, ids, START)));
    expect(finished(["Open the till"])).toEqual(["Open the till"]);
    expect(finished(["Paint", "Only part", "Open the till"])).toEqual(["Open the till", "Group"]);
    expect(finished(["Paint"])).toEqual([]);
    const full = must(editEntity(PLAN, ctx, "task", "Open the till", { progressPct: 100 }));
    expect(buildersFinishedBy(PLAN, full)).toEqual(["Open the till"]);
  });

  it("suggests what is most likely, then starts done and routine as one change that is taken back whole", () => {
    const ctx = testContext();
    const start = likelyStart(PLAN, task(PLAN, "Open the till"), "2027-01-09");
    expect(start).toMatchObject({
      ownerId: "Ana",
      minutes: 30,
      procedureId: "Cash",
      firstRun: "2027-01-11",
    });
    const change = must(
      finishAndStart(PLAN, ctx, (plan, c) => toggleDone(plan, c, ["Open the till"], START), [
        { ...start, ownerId: "Bo", rule: "FREQ=WEEKLY;BYDAY=FR", minutes: 45 },
      ]),
    );
    expect(change.label).toBe("Mark done, start routine Count the cash");
    const after = applyChange(PLAN, change);
    const [routine] = [...after.routines.values()];
    expect(routine).toMatchObject({
      name: "Count the cash",
      ownerId: "Bo",
      minutes: 45,
      procedureId: "Cash",
      firstRun: "2027-01-15",
    });
    expect(task(after, "Open the till")).toMatchObject({
      status: "done",
      commission: { routineId: routine?.id },
    });
    expect(routine && builderOf(after, routine)?.id).toBe("Open the till");
    expect(applyChange(after, invertChange(ctx, change))).toEqual(PLAN);
  });

  it("reminds its starter while it is done without a routine, and leaves a routine running when it is reopened", () => {
    const ctx = testContext();
    const done = applyChange(PLAN, must(toggleDone(PLAN, ctx, ["Open the till"], START)));
    expect(commissionState(done, node(done, "Open the till"))).toBe("waiting");
    expect(toStart(done, "Ana").map(({ item }) => item.id)).toEqual(["Open the till"]);
    expect(nowList(done, "Ana", START).map(({ kind }) => kind)).toEqual(["start-routine"]);
    const start = likelyStart(done, task(done, "Open the till"), START);
    const runs = applyChange(done, must(finishAndStart(done, ctx, null, [start])));
    expect(nowList(runs, "Ana", START)).toEqual([]);
    const reopened = must(toggleDone(runs, ctx, ["Open the till"], START));
    expect(buildersReopenedBy(runs, reopened)).toHaveLength(1);
    const open = applyChange(runs, reopened);
    expect(commissionState(open, node(open, "Open the till"))).toBe("running");
    expect(buildersFinishedBy(open, must(toggleDone(open, ctx, ["Open the till"], START)))).toEqual([]);
  });

  it("does not start twice, nor without a name; a copy builds a routine of its own", () => {
    const ctx = testContext();
    const start = likelyStart(PLAN, task(PLAN, "Open the till"), START);
    const runs = applyChange(PLAN, must(finishAndStart(PLAN, ctx, null, [start])));
    expect(finishAndStart(runs, ctx, null, [start])).toMatchObject({ problem: { code: "started" } });
    expect(finishAndStart(PLAN, ctx, null, [{ ...start, name: " " }])).toMatchObject({
      problem: { code: "no-name" },
    });
    const copied = must(duplicateItems(runs, ctx, ["Open the till"]));
    expect(copied.added[0]).toMatchObject({ commission: { name: "Count the cash", routineId: null } });
  });

  it("is named by a task, and known in part before it is done", () => {
    const ctx = testContext();
    const named = applyChange(
      PLAN,
      must(setCommission(PLAN, ctx, "Paint", { name: "Touch up", minutes: 20 })),
    );
    expect(task(named, "Paint").commission).toEqual({ ...NAMED, name: "Touch up", minutes: 20 });
    expect(setCommission(PLAN, ctx, "Paint", { minutes: -1 })).toMatchObject({ ok: false });
    const cleared = applyChange(PLAN, must(setCommission(PLAN, ctx, "Open the till", { name: " " })));
    expect(task(cleared, "Open the till").commission).toBeNull();
    const none = applyChange(named, must(setCommission(named, ctx, "Paint", null)));
    expect(task(none, "Paint").commission).toBeNull();
  });
});
