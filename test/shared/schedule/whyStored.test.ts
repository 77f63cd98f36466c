import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { storedScheduleOf } from "#shared/schedule/planSchedule.ts";
import { whyStored } from "#shared/schedule/whyStored.ts";
import { aPlan, bigPlan, type LinkLiteral, type TaskLiteral } from "#test/support/builders.ts";

const why = (plan: Plan, id: string) => whyStored(plan, id, (other) => other);

/** ‘Lease’ takes Monday 1 March 2027 and the day after; ‘Floor’ starts when it is told to. */
function two(floor: Partial<TaskLiteral>, link: Partial<LinkLiteral> = {}): Plan {
  return aPlan({
    stages: [
      {
        name: "Shop",
        holds: [
          { task: "Lease", start: "2027-03-01", durationDays: 2 },
          { task: "Floor", durationDays: 3, ...floor },
        ],
      },
    ],
    links: [{ from: "Lease", to: "Floor", ...link }],
  });
}

describe("why a stored date is what it is", () => {
  it("names the link that holds it, with its gap", () => {
    expect(why(two({ start: "2027-03-03" }), "Floor")).toEqual({
      words: "Starts 3 Mar: after 'Lease' (2 Mar)",
      driver: { id: "Lease", quoted: "'Lease'" },
      moveTo: null,
      isBroken: false,
    });
    expect(why(two({ start: "2027-03-04" }, { lagDays: 1 }), "Floor")?.words).toBe(
      "Starts 4 Mar: after 'Lease' (2 Mar) + 1 working day",
    );
  });

  it("says what its links would allow when it is planned for later", () => {
    expect(why(two({ start: "2027-03-09" }), "Floor")).toMatchObject({
      words: "Planned for 9 Mar; its links would allow 3 Mar, after 'Lease' (2 Mar)",
      isBroken: false,
      moveTo: null,
    });
  });

  it("says the years when they differ, and which day off was skipped", () => {
    expect(why(two({ start: "2028-03-09" }), "Floor")?.words).toBe(
      "Planned for 9 Mar 2028; its links would allow 3 Mar 2027, after 'Lease' (2 Mar)",
    );
    expect(why(two({ start: "2027-03-08" }, { lagDays: 3, lagKind: "elapsed" }), "Floor")?.words).toBe(
      "Starts 8 Mar: after 'Lease' (2 Mar) + 3 calendar days; 6 Mar is not a working day",
    );
  });

  it("says by how much a link is not kept, whatever its rule, and where the item would keep all", () => {
    expect(why(two({ start: "2027-02-26" }, { rule: "never" }), "Floor")).toEqual({
      words: "Starts 3 working days before 'Lease' allows",
      driver: { id: "Lease", quoted: "'Lease'" },
      moveTo: "2027-03-03",
      isBroken: true,
    });
  });

  it("takes the link that reaches furthest, and of equals the first by id", () => {
    const at = { start: "2027-03-01", durationDays: 2 };
    const plan = aPlan({
      stages: [
        {
          name: "Shop",
          holds: [
            { task: "c", ...at },
            { task: "b", ...at },
            { task: "a", ...at, durationDays: 1 },
            { milestone: "Open", date: "2027-03-02" },
          ],
        },
      ],
      links: ["c", "a", "b"].map((from) => ({ from, to: "Open" })),
    });
    expect(why(plan, "Open")?.words).toBe("Falls on 2 Mar: after 'b' (2 Mar)");
  });

  it("names the stage that holds it, and says how the dates hang together", () => {
    const plan = aPlan({
      stages: [
        { name: "One", holds: [{ task: "a", start: "2027-03-01", durationDays: 5 }] },
        { name: "Two", holds: [{ task: "b", start: "2027-03-08" }] },
      ],
      links: [{ from: "One", to: "Two" }],
    });
    expect(why(plan, "b")).toMatchObject({
      words: "Starts 8 Mar: after 'One' (5 Mar)",
      driver: { id: "One" },
    });
    expect(why(plan, "a")?.words).toBe("Planned for 1 Mar; nothing linked comes before it");
    expect(why(plan, "One")).toBeNull();
  });

  it("holds what is done or under way to no link", () => {
    expect(why(two({ start: "2027-02-01", status: "done", progressPct: 100 }), "Floor")).toMatchObject({
      words: "Done, so links no longer move it",
      isBroken: false,
    });
    expect(why(two({ start: "2027-02-01", status: "in-progress" }), "Floor")?.isBroken).toBe(false);
    expect(why(two({ status: "cancelled" }), "Floor")).toBeNull();
  });

  it("allows the second half of a day", () => {
    const plan = two({ start: "2027-03-02", durationDays: 0.5 }, { lagDays: -0.5 });
    expect(why(plan, "Floor")?.words).toBe("Starts 2 Mar: after 'Lease' (2 Mar) − 0.5 working days");
    expect(why(two({ start: "2027-03-02" }, { lagDays: -0.5 }), "Floor")).toMatchObject({
      isBroken: true,
      moveTo: "2027-03-03",
    });
  });

  it("says which work of a milestone ends after it", () => {
    const plan = aPlan({
      stages: [
        {
          name: "S",
          holds: [{ milestone: "m", date: "2027-01-05", holds: [{ task: "paint", durationDays: 5 }] }],
        },
      ],
    });
    expect(why(plan, "m")).toMatchObject({
      words: "Planned for 5 Jan, but 'paint' in it ends 8 Jan",
      driver: { id: "paint" },
      moveTo: "2027-01-08",
      isBroken: true,
    });
    const later = aPlan({
      stages: [{ name: "S", holds: [{ milestone: "m", date: "2026-12-30", holds: [{ task: "paint" }] }] }],
    });
    expect(why(later, "m")?.words).toMatch(/^Planned for 30 Dec, but 'paint' in it ends \d+ Jan 2027$/);
  });

  it("works a plan out once, however often it is asked", () => {
    const plan = bigPlan(10_000);
    outlineOf(plan);
    const schedule = storedScheduleOf(plan);
    for (let i = 0; i < 1_000; i++) why(plan, `t${i * 10}`);
    expect(storedScheduleOf(plan)).toBe(schedule);
  });
});
