import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import { aPlan, bigPlan, testContext } from "#test/support/builders.ts";

describe("the builders", () => {
  it("make a plan whose siblings stand in the order given", () => {
    const plan = aPlan({
      people: [{ name: "Ana" }],
      stages: [
        {
          name: "Idea",
          holds: [
            {
              milestone: "Named",
              date: "2027-02-01",
              holds: [{ task: "Choose", does: ["Ana"] }, { task: "Check" }],
            },
          ],
        },
        { name: "Scale" },
      ],
      links: [{ from: "Choose", to: "Check" }],
    });
    expect(outlineOf(plan).inOrder.map((n) => `${n.wbsCode} ${n.item.name}`)).toEqual([
      "1 Idea",
      "1.1 Named",
      "1.1.1 Choose",
      "1.1.2 Check",
      "2 Scale",
    ]);
    expect(plan.tasks.get("Choose")?.assignments).toEqual([{ personId: "Ana", allocationPct: 100 }]);
  });

  it("make big plans of exactly the size asked for, the same each time", () => {
    expect(bigPlan(1_000).tasks.size).toBe(1_000);
    expect(bigPlan(137)).toEqual(bigPlan(137));
    expect(outlineOf(bigPlan(137)).inOrder.filter((n) => n.item.kind === "task")).toHaveLength(137);
  });

  it("give contexts with a clock and ids of their own", () => {
    const ctx = testContext();
    expect([ctx.newId(), ctx.newId(), ctx.now(), ctx.now()]).toEqual([
      "n1",
      "n2",
      "2027-01-04T09:00:00.000Z",
      "2027-01-04T09:00:01.000Z",
    ]);
  });
});
