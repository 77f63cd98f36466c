import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONSTRAINT_KINDS, isDated } from "#shared/domain/constraint.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { createMilestone } from "#shared/domain/milestone.ts";
import { STANDARD_CALENDAR } from "#shared/domain/roadmap.ts";
import { createTask, TASK_STATUSES, type Task } from "#shared/domain/task.ts";
import {
  dateOf,
  finishOf,
  movedTask,
  reconcileMilestone,
  reconcileTask,
  shownDays,
  startOf,
} from "#shared/domain/taskDates.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";

const weekdays = calendarTable(STANDARD_CALENDAR);
/** Monday. */
const TODAY = "2027-02-01";

function task(fields: Partial<Task> = {}): Task {
  return createTask({
    id: "t",
    roadmapId: "r",
    parentId: "s",
    order: "a0",
    name: "Task",
    start: "2027-02-08",
    durationDays: 5,
    ...fields,
  });
}

const edit = (before: Task, patch: Partial<Task>, today: Day = TODAY): Task =>
  reconcileTask(before, { ...before, ...patch }, weekdays, today);

describe("when a task runs", () => {
  it.each([
    ["as planned", {}, "2027-02-08", "2027-02-12", 5],
    ["half a day", { durationDays: 0.5 }, "2027-02-08", "2027-02-08", 0.5],
    ["begun late: the rest follows", { actualStart: "2027-02-10" }, "2027-02-10", "2027-02-16", 5],
    ["done early", { actualStart: "2027-02-08", actualFinish: "2027-02-10" }, "2027-02-08", "2027-02-10", 3],
    ["done, its beginning forgotten", { actualFinish: "2027-02-15" }, "2027-02-08", "2027-02-15", 6],
    [
      "half a day, done on it",
      { durationDays: 0.5, actualFinish: "2027-02-08" },
      "2027-02-08",
      "2027-02-08",
      0.5,
    ],
    [
      "done on a Saturday",
      { actualStart: "2027-02-13", actualFinish: "2027-02-13" },
      "2027-02-13",
      "2027-02-13",
      1,
    ],
  ] as const)("%s", (_, fields, start, finish, days) => {
    const row = task(fields);
    expect([startOf(row), finishOf(row, weekdays), shownDays(row, weekdays)]).toEqual([start, finish, days]);
  });

  it("a milestone that was reached stands on that day", () => {
    const milestone = createMilestone({
      id: "m",
      roadmapId: "r",
      parentId: "s",
      order: "a0",
      name: "",
      date: "2027-03-01",
    });
    expect(dateOf(milestone)).toBe("2027-03-01");
    expect(dateOf({ ...milestone, reachedOn: "2027-02-26" })).toBe("2027-02-26");
  });
});

describe("marking work", () => {
  it.each([
    ["begun before its day", { status: "in-progress" }, TODAY, null],
    ["begun by progress", { progressPct: 20 }, TODAY, null],
    ["done before its day", { status: "done" }, TODAY, TODAY],
    ["done by progress", { progressPct: 100 }, TODAY, TODAY],
    ["done on a day that is given", { actualFinish: "2027-02-16" }, "2027-02-08", "2027-02-16"],
    ["begun on a day that is given", { actualStart: "2027-02-03" }, "2027-02-03", null],
    ["waiting", { status: "waiting" }, null, null],
    ["cancelled", { status: "cancelled" }, null, null],
  ] as const)("%s", (_, patch, actualStart, actualFinish) => {
    expect(edit(task(), patch)).toMatchObject({ start: "2027-02-08", actualStart, actualFinish });
  });

  it("done long after its days, it began as planned", () => {
    expect(edit(task(), { status: "done" }, "2027-03-01")).toMatchObject({
      actualStart: "2027-02-08",
      actualFinish: "2027-03-01",
    });
  });

  it("done before the day its beginning had been put on, it began by then", () => {
    const begun = task({ status: "in-progress", progressPct: 10, actualStart: "2027-03-01" });
    expect(edit(begun, { status: "done" })).toMatchObject({ actualStart: TODAY, actualFinish: TODAY });
  });

  it("taken up again keeps its beginning and has no end", () => {
    const done = edit(edit(task(), { status: "in-progress" }), { status: "done" }, "2027-02-10");
    expect(edit(done, { status: "in-progress" })).toMatchObject({ actualStart: TODAY, actualFinish: null });
  });

  it("whoever clears a real date keeps the state", () => {
    const done = edit(task(), { status: "done" });
    expect(edit(done, { actualFinish: null })).toMatchObject({ status: "done", actualFinish: null });
  });
});

describe("moving and resizing work that has begun", () => {
  const done = task({
    status: "done",
    progressPct: 100,
    actualStart: "2027-02-09",
    actualFinish: "2027-02-11",
  });

  it("moves when it really ran, as long as it took", () => {
    expect(movedTask(done, "2027-02-16", weekdays)).toMatchObject({
      actualStart: "2027-02-16",
      actualFinish: "2027-02-18",
    });
    expect(edit(done, { start: "2027-02-19" })).toMatchObject({
      actualStart: "2027-02-19",
      actualFinish: "2027-02-23",
    });
  });

  it("gives it another last day", () => {
    expect(edit(done, { durationDays: 1 })).toMatchObject({
      actualStart: "2027-02-09",
      actualFinish: "2027-02-09",
    });
  });
});

describe("a new rule for dates", () => {
  it.each([
    ["SNET", "2027-02-15", "2027-02-15"],
    ["SNET", "2027-02-01", "2027-02-08"],
    ["SNET", "2027-02-13", "2027-02-15"],
    ["FNET", "2027-02-19", "2027-02-15"],
    ["FNET", "2027-02-20", "2027-02-15"],
    ["FNET", "2027-02-05", "2027-02-08"],
    ["SNLT", "2027-02-01", "2027-02-08"],
    ["FNLT", "2027-02-01", "2027-02-08"],
    ["MSO", "2027-02-01", "2027-02-01"],
    ["MSO", "2027-02-14", "2027-02-15"],
    ["MFO", "2027-02-05", "2027-02-01"],
    ["MFO", "2027-02-07", "2027-02-01"],
    ["ASAP", null, "2027-02-08"],
    ["ALAP", null, "2027-02-08"],
  ] as const)("%s %s: starts %s", (kind, date, start) => {
    expect(edit(task(), { constraint: { kind, date } }).start).toBe(start);
  });

  it("leaves work that has begun where it is, and a milestone that was reached", () => {
    const constraint = { kind: "MSO", date: "2027-03-01" } as const;
    expect(edit(task({ actualStart: "2027-02-08" }), { constraint }).start).toBe("2027-02-08");
    const reached = createMilestone({
      id: "m",
      roadmapId: "r",
      parentId: "s",
      order: "a0",
      name: "",
      date: "2027-02-05",
      reachedOn: "2027-02-04",
    });
    expect(reconcileMilestone(reached, { ...reached, constraint }).date).toBe("2027-02-05");
    const ahead = { ...reached, reachedOn: null };
    expect(reconcileMilestone(ahead, { ...ahead, constraint }).date).toBe("2027-03-01");
  });
});

const dayArb = fc.integer({ min: -60, max: 200 }).map((days) => addDays(TODAY, days));
const workdayArb = dayArb.map((day) => weekdays.onOrAfter(day));
const constraintArb = fc
  .tuple(fc.constantFrom(...CONSTRAINT_KINDS), dayArb)
  .map(([kind, date]) => ({ kind, date: isDated(kind) ? date : null }));
const plannedArb = fc
  .record({ start: workdayArb, durationDays: fc.constantFrom(0, 0.5, 1, 2.5, 5, 17, 60) })
  .map((fields) => task(fields));
const patchArb: fc.Arbitrary<Partial<Task>> = fc.oneof(
  fc.constantFrom(...TASK_STATUSES).map((status) => ({ status })),
  fc.integer({ min: 0, max: 100 }).map((progressPct) => ({ progressPct })),
  dayArb.map((start) => ({ start })),
  fc.constantFrom(0, 1, 4, 20).map((durationDays) => ({ durationDays })),
  fc.option(constraintArb).map((constraint) => ({ constraint })),
);

describe("whatever is done", () => {
  it("ticking and unticking gives the task back", () => {
    fc.assert(
      fc.property(plannedArb, dayArb, dayArb, (row, ticked, unticked) => {
        const done = edit(row, { status: "done" }, ticked);
        expect(done).toMatchObject({ start: row.start, durationDays: row.durationDays });
        expect(edit(done, { status: "not-started" }, unticked)).toEqual(row);
      }),
    );
  });

  it("nothing ends before it starts, and only finished work has an end", () => {
    fc.assert(
      fc.property(plannedArb, fc.array(fc.tuple(patchArb, dayArb), { maxLength: 8 }), (row, steps) => {
        let now = row;
        for (const [patch, today] of steps) {
          now = edit(now, patch, today);
          expect(finishOf(now, weekdays) >= startOf(now)).toBe(true);
          if (now.actualFinish !== null) expect(now.status).toBe("done");
          if (now.status === "not-started") expect(now.actualStart).toBeNull();
        }
      }),
    );
  });

  it("a task that is moved is as long as before", () => {
    fc.assert(
      fc.property(plannedArb, workdayArb, dayArb, (row, start, today) => {
        expect(shownDays(movedTask(row, start, weekdays), weekdays)).toBe(row.durationDays);
        const done = edit(row, { status: "done" }, weekdays.onOrAfter(today));
        expect(shownDays(movedTask(done, start, weekdays), weekdays)).toBe(shownDays(done, weekdays));
      }),
    );
  });

  it("what must start on a day does, and what must not start before it does not", () => {
    fc.assert(
      fc.property(plannedArb, constraintArb, (row, constraint) => {
        const after = edit(row, { constraint });
        const { kind, date } = constraint;
        const finish = finishOf(after, weekdays);
        expect(weekdays.isWorking(after.start)).toBe(true);
        if (date === null || kind === "SNLT" || kind === "FNLT") expect(after.start).toBe(row.start);
        else if (kind === "MSO") expect(after.start).toBe(weekdays.onOrAfter(date));
        else if (kind === "SNET") expect(after.start >= date && after.start >= row.start).toBe(true);
        else if (kind === "MFO") expect(finish).toBe(weekdays.onOrBefore(date));
        else expect(finish >= weekdays.onOrBefore(date)).toBe(true);
      }),
    );
  });
});
