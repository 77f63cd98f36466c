import { describe, expect, it } from "vitest";
import { attentionPoints } from "#shared/print/planPage/attention.ts";
import { headlineFacts } from "#shared/print/planPage/facts.ts";
import { aPlan } from "#test/support/builders.ts";

const plan = aPlan({
  people: [{ name: "Ana" }, { name: "Ben", deletedAt: "2027-01-05T00:00:00.000Z" }],
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Named",
          date: "2027-01-15",
          ownerId: "Ana",
          reachedOn: "2027-01-14",
          holds: [
            { task: "Choose a name", start: "2027-01-04", durationDays: 5, status: "done", progressPct: 100 },
          ],
        },
      ],
    },
    {
      name: "First customer",
      holds: [
        {
          milestone: "Lease",
          date: "2027-02-01",
          ownerId: "Ben",
          holds: [
            {
              task: "View sites",
              start: "2027-01-18",
              durationDays: 5,
              accountableId: "Ana",
              status: "in-progress",
              progressPct: 40,
            },
            { task: "Sign", start: "2027-03-01", durationDays: 5, status: "blocked" },
            { task: "Dropped", start: "2027-01-04", durationDays: 5, status: "cancelled" },
          ],
        },
        { milestone: "Open", date: "2027-04-01", ownerId: "Ana", health: "off-track" },
        {
          milestone: "Binned",
          date: "2027-02-02",
          health: "off-track",
          deletedAt: "2027-01-05T00:00:00.000Z",
        },
      ],
    },
  ],
});

describe("headlineFacts", () => {
  it("says stage, milestones reached, next milestone with owner and date, and work done", () => {
    expect(headlineFacts(plan, "2027-02-08")).toEqual([
      { label: "Stage we are in", value: "First customer", detail: "Stage 2 of 2, to 1 Apr 2027" },
      { label: "Milestones reached", value: "1 of 3", detail: "1 past its date" },
      { label: "Next milestone", value: "Open", detail: "1 Apr 2027, Ana" },
      { label: "Work done", value: "46 %", detail: "1 of 3 tasks done, 1 late" },
    ]);
  });

  it("does not pretend when there is nothing", () => {
    expect(headlineFacts(aPlan(), "2027-02-08").map(({ value }) => value)).toEqual([
      "No stages yet",
      "None set",
      "None ahead",
      "No tasks yet",
    ]);
  });

  it("says that a stage lies ahead before it starts", () => {
    expect(headlineFacts(plan, "2027-01-01")[0]?.label).toBe("Stage ahead");
  });
});

describe("attentionPoints", () => {
  it("lists what is true, the gravest first; nothing reached, cancelled or in the bin, and nobody who is", () => {
    expect(attentionPoints(plan, "2027-02-08").map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      "Open: Off track, due 1 Apr 2027, Ana",
      "Lease: 7 days late, no owner",
      "Sign: Blocked, nobody answers for it",
      "View sites: 17 days late, Ana",
    ]);
  });

  it("is empty for a plan in order", () => {
    const calm = aPlan({
      people: [{ name: "Ana" }],
      stages: [{ name: "Idea", holds: [{ milestone: "Named", date: "2027-03-01", ownerId: "Ana" }] }],
    });
    expect(attentionPoints(calm, "2027-02-01")).toEqual([]);
  });
});
