import { expect, it } from "vitest";
import type { BaselineItem } from "#shared/domain/baseline.ts";
import type { Change } from "#shared/domain/change.ts";
import { deleteItems } from "#shared/domain/operations/bin.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { closeSession } from "#shared/domain/operations/sessionClose.ts";
import { openToday } from "#shared/domain/operations/sessions.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { createSession, type Session } from "#shared/domain/session.ts";
import { lastClosed, openSession } from "#shared/domain/sessions.ts";
import { frozenChanges } from "#shared/print/session/frozenChanges.ts";
import { minutesMarkdown } from "#shared/print/session/sessionMarkdown.ts";
import { notesThatFit } from "#shared/print/session/sessionNotes.ts";
import { sessionReport } from "#shared/print/session/sessionReport.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const TASKS = ["A", "B", "C", "D", "E", "F", "G"];
const PLAN = aPlan({
  people: [{ name: "Ana" }, { name: "Bo" }],
  roadmap: { ceoId: "Ana", cooId: "Bo" },
  stages: [
    {
      name: "Idea",
      holds: [
        { milestone: "Lease", date: "2027-02-01", ownerId: "Ana" },
        ...TASKS.map((task) => ({ task, start: "2027-01-11", durationDays: 1, accountableId: "Ana" })),
      ],
    },
    { name: "Shop", holds: [{ task: "Paint", start: "2027-03-01", durationDays: 1 }] },
  ],
});
const ctx = testContext({ today: "2027-01-05" });
const ITEM: Omit<BaselineItem, "id" | "name"> = {
  kind: "task",
  parentId: null,
  start: "2027-01-11",
  finish: null,
  isFinished: false,
  ownerId: null,
};

function session(plan: Plan, edit: (plan: Plan, put: (change: Result<Change>) => void) => void): Plan {
  let now = applyChange(plan, must(openToday(plan, ctx)));
  edit(now, (change) => {
    now = applyChange(now, must(change));
  });
  const open = openSession(now) as Session;
  const closing = { nextOn: "2027-01-19", parentId: null, byId: null };
  return applyChange(now, must(closeSession(now, ctx, open.id, closing)));
}

it("tells two closings apart: moved with its reason, done together, deleted, given to somebody else", () => {
  const first = session(PLAN, () => undefined);
  expect(sessionReport(first, lastClosed(first) as Session, "2027-01-05")).toMatchObject({
    since: null,
    changes: [],
    people: [],
  });
  ctx.setTime("2027-01-05T12:00:00.000Z");
  const second = session(first, (plan, put) => {
    const slips = [{ from: "2027-02-01", to: "2027-02-08", reason: "The bank was slow", on: "2027-01-05" }];
    put(editEntity(plan, ctx, "milestone", "Lease", { date: "2027-02-08", slips }));
    for (const id of TASKS.slice(0, 5))
      put(editEntity(plan, ctx, "task", id, { status: "done", actualFinish: "2027-01-11" }));
    put(editEntity(plan, ctx, "task", "F", { start: "2027-01-12" }));
    put(editEntity(plan, ctx, "task", "G", { accountableId: "Bo" }));
    put(deleteItems(plan, ctx, ["Paint"]));
  });
  const closed = lastClosed(second) as Session;
  // What happens after the closing is told by the next one.
  const later = applyChange(
    second,
    must(editEntity(second, ctx, "milestone", "Lease", { date: "2027-05-03" })),
  );
  const { changes, since } = sessionReport(later, closed, "2027-06-01");
  expect(since).toBe("4 Jan 2027");
  expect(
    changes.map(({ stage, lines, folds }) => [stage, lines.map(({ name, says }) => [name, ...says]), folds]),
  ).toEqual([
    [
      "Idea",
      [
        ["Lease", "1 Feb → 8 Feb, 5 days later"],
        ["F", "11 Jan → 12 Jan, 1 day later"],
        ["G", "Ana → Bo"],
      ],
      [{ title: "Done, 5 tasks", names: TASKS.slice(0, 5) }],
    ],
    ["Shop", [["Paint", "deleted"]], []],
  ]);
  expect(minutesMarkdown(later, closed, "2027-06-01")).toContain(
    "  - Lease: 1 Feb → 8 Feb, 5 days later (The bank was slow)",
  );
});

it("tells tasks together that moved over days off only, and as done what was finished on another day", () => {
  const all = (patch: Partial<BaselineItem>) =>
    TASKS.map((id): BaselineItem => ({ ...ITEM, id, name: id, ...patch }));
  const was = all({ finish: "2027-01-16" });
  const folds = (is: readonly BaselineItem[]) =>
    frozenChanges(PLAN, was, is, "2027-01-20").flatMap((group) => group.folds);
  expect(folds(all({ finish: "2027-01-17" }))).toEqual([
    { title: "Moved, 7 tasks", names: TASKS.map((id) => `${id} (16 Jan → 17 Jan)`) },
  ]);
  expect(folds(all({ finish: "2027-01-20", isFinished: true }))).toEqual([
    { title: "Done, 7 tasks", names: TASKS },
  ]);
});

it("prints the notes of the items only where two pages stay two", () => {
  const report = sessionReport(
    PLAN,
    createSession({ id: "s", roadmapId: "r", plannedFor: "2027-01-04" }),
    "2027-01-05",
  );
  const notes = [{ id: "n", name: "Check-in", text: "Ana: Rested." }];
  expect(notesThatFit({ ...report, notes })).toBe(notes);
  expect(notesThatFit({ ...report, notes, minutes: "We go on.\n".repeat(40) })).toEqual([]);
  expect(notesThatFit({ ...report, notes: [{ id: "n", name: "Gates", text: "x".repeat(2_400) }] })).toEqual(
    [],
  );
});
