import { describe, expect, it } from "vitest";
import type { Baseline } from "#shared/domain/baseline.ts";
import { compareWithBaseline, type ItemComparison } from "#shared/domain/compare.ts";
import {
  baselineName,
  frozenOn,
  itemMoved,
  movedOf,
  movedSign,
  movedSince,
  movedSinceWords,
  movedWords,
} from "#shared/domain/compareWords.ts";
import { freezeBaseline } from "#shared/domain/operations/baselines.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { addItem } from "#shared/domain/operations/place.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const ctx = testContext();
const start = aPlan({
  stages: [
    { name: "Idea", holds: [{ task: "Visit", start: "2027-03-01", durationDays: 3 }] },
    { name: "Empty" },
  ],
});
const frozen = must(freezeBaseline(start, ctx, "As agreed"));
const baseline = frozen.added[0] as Baseline;
const plan = applyChange(start, frozen);

function visit(patch: { readonly start?: string; readonly durationDays?: number }): ItemComparison {
  const edited = applyChange(plan, must(editEntity(plan, ctx, "task", "Visit", patch)));
  return compareWithBaseline(edited, baseline).byId.get("Visit") as ItemComparison;
}

describe("words of a comparison", () => {
  it("are signed, and say later or earlier", () => {
    expect([5, -2, 0, 1, 1_200, "new", "undated"].map((moved) => movedSign(moved as number))).toEqual([
      "+5\u00a0d",
      "−2\u00a0d",
      "0",
      "+1\u00a0d",
      "+1,200\u00a0d",
      "new",
      "–",
    ]);
    expect([5, -1, 0].map(movedWords)).toEqual(["5 days later", "1 day earlier", "not moved"]);
    expect(movedSince(5, baseline)).toBe("5 days later than in “As agreed”");
    expect(movedSince(0, baseline)).toBe("where it was in “As agreed”");
    expect(movedSince("new", baseline)).toBe("new since “As agreed”");
  });

  it("say of an item whether it is new, and whether it had dates", () => {
    const added = applyChange(
      plan,
      must(addItem(plan, ctx, { parentId: "Empty", afterId: null }, { kind: "task", start: "2027-03-08" })),
    );
    const comparison = compareWithBaseline(added, baseline);
    const id = [...added.tasks.keys()].find((task) => task !== "Visit") ?? "";
    expect([id, "Empty", "Visit"].map((item) => movedOf(comparison, item))).toEqual(["new", "undated", 0]);
  });

  it("say of a bar when only its beginning moved", () => {
    expect(itemMoved(visit({ start: "2027-03-02" }), baseline)).toBe("1 day later than in “As agreed”");
    expect(itemMoved(visit({ durationDays: 4 }), baseline)).toBe("1 day later than in “As agreed”");
    expect(itemMoved(visit({ start: "2027-03-02", durationDays: 2 }), baseline)).toBe(
      "starts 1 day later than in “As agreed”",
    );
  });

  it("say of a day that is not worked that it moved all the same", () => {
    const weekend = aPlan({ stages: [{ name: "S", holds: [{ milestone: "M", date: "2027-03-06" }] }] });
    const change = must(freezeBaseline(weekend, ctx, "As agreed"));
    const sunday = applyChange(
      weekend,
      must(editEntity(weekend, ctx, "milestone", "M", { date: "2027-03-07" })),
    );
    const comparison = compareWithBaseline(sunday, change.added[0] as Baseline);
    expect(movedSinceWords(comparison, "M")).toBe("moved by less than a working day since “As agreed”");
    expect(movedSinceWords(comparison, "nowhere")).toBe("new since “As agreed”");
  });

  it("name a baseline without a name, and its day where the program runs", () => {
    expect(baselineName({ name: " " })).toBe("Untitled baseline");
    expect(baselineName({ name: ` ${"n".repeat(60)} ` })).toBe("n".repeat(60));
    expect(baselineName({ name: "n".repeat(500) })).toBe(`${"n".repeat(60)}…`);
    expect(frozenOn({ frozenAt: "2027-01-05T12:00:00.000Z" }, "2027-03-01")).toBe("5 Jan");
    expect(frozenOn({ frozenAt: "2027-01-05T12:00:00.000Z" }, "2028-03-01")).toBe("5 Jan 2027");
  });
});
