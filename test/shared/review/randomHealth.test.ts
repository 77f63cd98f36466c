import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import { startReview } from "#shared/domain/operations/reviews.ts";
import { applyChange, entitiesOf } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { reviewsOf } from "#shared/domain/reviews.ts";
import { healthOf } from "#shared/review/health.ts";
import { sheetOf, toKeep } from "#shared/review/sheet.ts";
import { START, testContext } from "#test/support/builders.ts";
import { chance } from "#test/support/chance.ts";
import { wildEdit, wildPlan } from "#test/support/wildPlans.ts";

it("says something readable of any plan, about rows that are in it, each once", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 90 }), (seed, later) => {
      const dice = chance(seed);
      const ctx = testContext();
      let plan = wildPlan(dice, ctx);
      for (let edits = 0; edits < 4; edits++) {
        const edited = wildEdit(plan, ctx, dice);
        if (edited.ok) plan = applyChange(plan, edited.value);
      }
      const today = addDays(START, later);
      const health = healthOf(plan, today);
      const ids = new Set(entitiesOf(plan).map(({ id }) => id));
      const all = health.results.flatMap(({ findings }) => findings);
      for (const { itemId, text } of all) {
        expect(itemId === null || ids.has(itemId)).toBe(true);
        expect(text).toMatch(/^\S.*[.?]$/);
        expect(text).not.toMatch(/undefined|null|NaN/);
      }
      expect(health.byKey.size).toBe(all.length);
      const then = applyChange(plan, must(startReview(plan, ctx, toKeep(health), null)));
      const [review] = reviewsOf(then);
      const sheet = review && sheetOf(review, healthOf(then, today));
      expect([sheet?.open, sheet?.added, sheet?.gone]).toEqual([all.length, 0, 0]);
    }),
    { numRuns: 50 },
  );
});
