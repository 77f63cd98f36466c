import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { passTo } from "#shared/schedule/analysis.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { roomOf } from "#shared/schedule/room.ts";
import { slipDay, slipDays } from "#shared/schedule/slipTo.ts";
import { aPlan, bigPlan } from "#test/support/builders.ts";

/** Working days from each open item's finish to the day it may slip to; 0 where it may not. */
function slack(plan: Plan, targetId: string | null): Record<string, number> {
  const days = slipDays(plan, targetId);
  const found: Record<string, number> = {};
  for (const { item, finish } of outlineOf(plan).inOrder) {
    const to = slipDay(days, item.id);
    const calendar = item.kind === "task" ? calendarFor(plan, item) : calendarTable(plan.roadmap.calendar);
    found[item.id] = to === null || finish === null ? 0 : calendar.workingDaysBetween(finish, to);
  }
  return found;
}

const plan = aPlan({
  stages: [
    {
      name: "Shop",
      holds: [
        { task: "Survey", start: "2027-01-04", durationDays: 5 },
        { task: "Permit", start: "2027-01-11", durationDays: 5 },
        { task: "Paint", start: "2027-01-11", durationDays: 2 },
        { task: "Wired", start: "2027-01-04", durationDays: 1, status: "done", progressPct: 100 },
        { milestone: "Open", date: "2027-01-18" },
        { task: "Later", start: "2027-02-01", durationDays: 5 },
      ],
    },
  ],
  links: [
    { from: "Survey", to: "Permit" },
    { from: "Survey", to: "Paint" },
    { from: "Permit", to: "Open" },
    { from: "Paint", to: "Open" },
  ],
});

describe("days up to which work may slip", () => {
  it("are those of the room to slip, of every item at once", () => {
    for (const any of [plan, bigPlan(80)]) {
      const found = slack(any, null);
      for (const { item } of outlineOf(any).inOrder) {
        const room = roomOf(any, item.id)?.totalDays ?? 0;
        expect([item.id, found[item.id]]).toEqual([item.id, Math.max(0, Math.floor(room))]);
      }
    }
  });

  it("lead to a target, and are not given for what it does not wait for", () => {
    const found = slack(plan, "Open");
    expect(found).toMatchObject({ Later: 0, Wired: 0, Shop: 0 });
    const pass = passTo(plan, "Open");
    for (const id of ["Survey", "Permit", "Paint"]) {
      const index = pass?.schedule.network.indexOf.get(id) ?? -1;
      expect([id, found[id]]).toEqual([id, pass?.floatToTarget[index]]);
    }
    expect(found.Paint).toBe((found.Permit ?? 0) + 3);
  });

  it("know no target that is gone", () => {
    expect(slipDays(plan, "Nowhere").size).toBe(0);
  });
});
