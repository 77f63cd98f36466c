import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import { daysLate, isFinished, statusOf } from "#shared/domain/standing.ts";
import { aPlan } from "#test/support/builders.ts";

const { byId } = outlineOf(
  aPlan({
    stages: [
      {
        name: "Idea",
        holds: [
          { milestone: "Reached late", date: "2027-01-08", reachedOn: "2027-01-20" },
          { milestone: "Missed", date: "2027-01-08" },
          { task: "Open", start: "2027-01-04", durationDays: 5 },
          { task: "Dropped", start: "2027-01-04", status: "cancelled" },
          { task: "Ticked", start: "2027-01-04", status: "done", progressPct: 100 },
          {
            task: "Half",
            holds: [
              { task: "A", start: "2027-01-04", status: "done", progressPct: 100 },
              { task: "B", start: "2027-01-04" },
            ],
          },
          {
            task: "Whole",
            holds: [
              { task: "C", start: "2027-01-04", status: "done", progressPct: 100 },
              { task: "D", start: "2027-01-04", status: "cancelled" },
            ],
          },
          { task: "Untouched", status: "blocked", holds: [{ task: "E", start: "2027-01-04" }] },
        ],
      },
    ],
  }),
);
const node = (id: string) => {
  const found = byId.get(id);
  if (!found) throw new Error(`No ${id}.`);
  return found;
};

describe("lateness", () => {
  it("counts calendar days past the last day of what is open", () => {
    expect(daysLate(node("Open"), "2027-01-08")).toBe(0);
    expect(daysLate(node("Open"), "2027-01-09")).toBe(1);
    expect(daysLate(node("Missed"), "2027-02-08")).toBe(31);
  });

  it("leaves alone what is finished and what only holds others", () => {
    for (const id of ["Reached late", "Dropped", "Ticked", "Half", "Idea"])
      expect(daysLate(node(id), "2028-01-01")).toBe(0);
  });
});

describe("what a group's tasks make of it", () => {
  it.each([
    ["Half", "in-progress", false],
    ["Whole", "done", true],
    ["Untouched", "not-started", false],
    ["Dropped", "cancelled", true],
    ["Idea", null, false],
    ["Missed", null, false],
  ])("%s", (id, status, finished) => {
    expect(statusOf(node(id))).toBe(status);
    expect(isFinished(node(id))).toBe(finished);
  });
});
