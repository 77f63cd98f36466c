import { describe, expect, it } from "vitest";
import { type Change, createChange } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { addLink } from "#shared/domain/operations/link.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { followersOf, withFollowers } from "#shared/schedule/follow.ts";
import { storedScheduleOf } from "#shared/schedule/planSchedule.ts";
import { aPlan, type LinkLiteral, START, type TaskLiteral, testContext } from "#test/support/builders.ts";

const ctx = testContext();

/** The dates after an edit and all that follows it. */
function datesAfter(plan: Plan, change: Result<Change>): Record<string, Day> {
  return dates(applyChange(plan, withFollowers(plan, must(change))));
}

function dates(plan: Plan): Record<string, Day> {
  const tasks = [...plan.tasks.values()].map(({ id, start }) => [id, start]);
  return Object.fromEntries([...tasks, ...[...plan.milestones.values()].map(({ id, date }) => [id, date])]);
}

const start = (plan: Plan, id: string, day: Day) => editEntity(plan, ctx, "task", id, { start: day });

/** Tasks a, b, c, … of two days each, a week apart, from Monday 4 January 2027. */
function weeks(links: readonly LinkLiteral[], fields: Record<string, Partial<TaskLiteral>> = {}): Plan {
  const holds = ["a", "b", "c", "d"].map((task, i) => ({
    task,
    start: addDays(START, 7 * i),
    durationDays: 2,
    ...fields[task],
  }));
  return aPlan({ stages: [{ name: "Stage", holds }], links });
}

describe("what follows an edit", () => {
  it("uses the gap up, then pushes along the chain", () => {
    const plan = weeks([
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ]);
    expect(datesAfter(plan, start(plan, "a", "2027-01-07"))).toMatchObject({ b: "2027-01-11" });
    expect(datesAfter(plan, start(plan, "a", "2027-01-15"))).toMatchObject({
      a: "2027-01-15",
      b: "2027-01-19",
      c: "2027-01-21",
      d: "2027-01-25",
    });
  });

  it("keeps the gap both ways, and leaves alone what never moves", () => {
    const plan = weeks([
      { from: "b", to: "c", rule: "keep" },
      { from: "b", to: "d", rule: "never" },
    ]);
    expect(datesAfter(plan, start(plan, "b", "2027-01-12"))).toMatchObject({ c: "2027-01-19" });
    expect(datesAfter(plan, start(plan, "b", "2027-01-07"))).toMatchObject({ c: "2027-01-14" });
    expect(datesAfter(plan, start(plan, "b", "2027-02-08"))).toMatchObject({ d: "2027-01-25" });
  });

  it("follows a longer duration and a milestone's date, over weekends", () => {
    const plan = aPlan({
      stages: [
        {
          name: "Stage",
          holds: [
            { task: "Paint", start: START, durationDays: 5 },
            { milestone: "Painted", date: "2027-01-08" },
            { task: "Move in", start: "2027-01-11", durationDays: 1 },
          ],
        },
      ],
      links: [
        { from: "Paint", to: "Painted" },
        { from: "Painted", to: "Move in" },
      ],
    });
    const longer = editEntity(plan, ctx, "task", "Paint", { durationDays: 10 });
    expect(datesAfter(plan, longer)).toMatchObject({ Painted: "2027-01-15", "Move in": "2027-01-18" });
    const later = editEntity(plan, ctx, "milestone", "Painted", { date: "2027-01-13" });
    expect(datesAfter(plan, later)).toMatchObject({ Paint: START, "Move in": "2027-01-14" });
  });

  it("pushes what a new link finds too early, and what a longer gap does", () => {
    const plan = weeks([{ from: "a", to: "b" }]);
    expect(datesAfter(plan, addLink(plan, ctx, { fromId: "c", toId: "a" }))).toMatchObject({
      a: "2027-01-20",
      b: "2027-01-22",
    });
    const longer = editEntity(plan, ctx, "dependency", "a > b", { lagDays: 10 });
    expect(datesAfter(plan, longer)).toMatchObject({ b: "2027-01-20" });
    const never = editEntity(plan, ctx, "dependency", "a > b", { lagDays: 10, rule: "never" });
    expect(datesAfter(plan, never)).toMatchObject({ b: "2027-01-11" });
  });

  it("leaves what is done, under way or cancelled where it is", () => {
    const links = ["b", "c", "d"].map((to) => ({ from: "a", to }));
    const plan = weeks(links, {
      b: { status: "done", progressPct: 100 },
      c: { status: "in-progress" },
      d: { status: "cancelled" },
    });
    expect(followersOf(plan, must(start(plan, "a", "2027-06-01")))).toEqual([]);
  });

  it("counts half days: two of them fit into a day, a third waits for the next", () => {
    const half = { start: START, durationDays: 0.5 };
    const plan = weeks(
      [
        { from: "a", to: "b" },
        { from: "b", to: "c" },
      ],
      { a: half, b: half, c: { start: "2027-01-05", durationDays: 1 } },
    );
    expect(followersOf(plan, must(start(plan, "d", "2027-03-01")))).toEqual([]);
    const whole = editEntity(plan, ctx, "task", "a", { durationDays: 1 });
    expect(datesAfter(plan, whole)).toMatchObject({ b: "2027-01-05", c: "2027-01-06" });
  });

  it("holds a stage back by what another stage holds", () => {
    const plan = aPlan({
      stages: [
        { name: "One", holds: [{ task: "a", start: START, durationDays: 3 }] },
        {
          name: "Two",
          holds: [
            { task: "b", start: "2027-01-07" },
            { task: "c", start: "2027-01-20" },
          ],
        },
      ],
      links: [{ from: "One", to: "Two" }],
    });
    expect(datesAfter(plan, start(plan, "a", "2027-01-11"))).toMatchObject({
      b: "2027-01-14",
      c: "2027-01-20",
    });
  });

  it("moves nothing in a plan whose links lead in a loop through what stages hold", () => {
    const plan = aPlan({
      stages: [
        { name: "One", holds: [{ task: "a" }, { task: "b" }] },
        { name: "Two", holds: [{ task: "c" }] },
      ],
      links: [
        { from: "a", to: "Two" },
        { from: "c", to: "One" },
      ],
    });
    expect(checkPlan(plan)).toEqual([]);
    expect(storedScheduleOf(plan)).toBeNull();
    const change = must(start(plan, "a", "2027-03-01"));
    expect(withFollowers(plan, change)).toBe(change);
  });

  it("gives back the same change when no date and no link is touched", () => {
    const plan = weeks([{ from: "a", to: "b" }]);
    const change = must(editEntity(plan, ctx, "task", "a", { name: "Again", notes: "x" }));
    expect(withFollowers(plan, change)).toBe(change);
    const moved = must(start(plan, "d", "2027-03-01"));
    expect(withFollowers(plan, moved)).toBe(moved);
  });

  it("names a row once that the change renames and a link moves", () => {
    const plan = weeks([{ from: "a", to: "b" }]);
    const [a, b] = [plan.tasks.get("a"), plan.tasks.get("b")];
    if (!a || !b) throw new Error("no tasks");
    const change = createChange(ctx, "Both", {
      updated: [
        [b, { ...b, name: "New" }],
        [a, { ...a, start: "2027-01-20" }],
      ],
    });
    const all = withFollowers(plan, change);
    expect(all.updated.map(([from, to]) => [from.id, to.id])).toEqual([
      ["b", "b"],
      ["a", "a"],
    ]);
    expect(all.updated[0]).toEqual([b, { ...b, name: "New", start: "2027-01-22" }]);
  });
});
