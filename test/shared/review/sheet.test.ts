import { expect, it } from "vitest";
import type { Change } from "#shared/domain/change.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import {
  acceptFinding,
  addAssumption,
  addPremortem,
  closeReview,
  editAssumption,
  startReview,
} from "#shared/domain/operations/reviews.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import type { Review } from "#shared/domain/review.ts";
import { assumptionsDue, reviewsOf } from "#shared/domain/reviews.ts";
import { reviewReport } from "#shared/print/session/reviewReport.ts";
import { healthOf } from "#shared/review/health.ts";
import { presentOf, type Sheet, sheetOf, tallyWords, toKeep } from "#shared/review/sheet.ts";
import { reviewMarkdown, sinceWords } from "#shared/review/words.ts";
import { aPlan, START, testContext } from "#test/support/builders.ts";

const ctx = testContext();

/** Every task has a doer and lacks somebody who answers for it. */
function planOf(tasks: number): Plan {
  const holds = Array.from({ length: tasks }, (_, i) => ({
    task: `t${i}`,
    start: START,
    durationDays: 1,
    does: ["Ana"],
  }));
  return aPlan({ people: [{ name: "Ana", hoursPerWeek: 168 }], stages: [{ name: "Idea", holds }] });
}

/** Follows one plan through its edits. */
class Story {
  constructor(public plan: Plan) {}
  do(operation: (plan: Plan) => Result<Change>): void {
    this.plan = applyChange(this.plan, must(operation(this.plan)));
  }
  get review(): Review {
    return reviewsOf(this.plan)[0] as Review;
  }
  get sheet(): Sheet {
    return sheetOf(this.review, healthOf(this.plan, START));
  }
  start(): void {
    this.do((plan) => startReview(plan, ctx, toKeep(healthOf(plan, START)), "Ana"));
  }
  close(): void {
    const { id } = this.review;
    this.do((plan) => closeReview(plan, ctx, id, presentOf(this.review, healthOf(plan, START))));
  }
  answers(check = "nobody-answers"): string[] {
    const group = this.sheet.groups.find(({ key }) => key === check);
    return (group?.lines ?? []).map(({ itemId, standing, answer }) => `${itemId} ${standing} ${answer}`);
  }
}

it("tells what is new, still there and gone, and keeps what is fine fine until the fact changes", () => {
  const story = new Story(planOf(3));
  story.start();
  const t0 = { check: "nobody-answers", itemId: "t0", text: "" };
  expect(acceptFinding(story.plan, ctx, story.review.id, t0, " ").ok).toBe(false);
  story.do((plan) => acceptFinding(plan, ctx, story.review.id, t0, "A trial"));
  story.do((plan) => editEntity(plan, ctx, "task", "t1", { accountableId: "Ana" }));
  expect(story.answers()).toEqual(["t2 still open", "t0 still accepted", "t1 gone fixed"]);
  story.do((plan) => editEntity(plan, ctx, "task", "t1", { accountableId: null }));
  story.do((plan) => editEntity(plan, ctx, "stage", "Idea", { goal: "Somebody wants it" }));
  story.close();
  const closed = story.review;
  expect(closed.closedOn).toBe(START);
  expect(tallyWords(story.sheet, true)).toMatch(/1 fine as it is, 1 fixed$/);
  expect(acceptFinding(story.plan, ctx, closed.id, t0, "No").ok).toBe(false);

  story.do((plan) => editEntity(plan, ctx, "task", "t2", { accountableId: "Ana" }));
  story.do((plan) => editEntity(plan, ctx, "task", "t1", { assignments: [] }));
  story.do((plan) => editEntity(plan, ctx, "task", "t1", { accountableId: "Ana" }));
  expect(story.answers()).toEqual(["t1 gone open", "t2 gone open", "t0 still accepted"]);
  expect(sinceWords(story.sheet)).toMatch(/3 gone, .* 1 new\.$/);
  expect(story.review).toEqual(closed);

  story.start();
  expect(story.answers()).toEqual(["t0 still accepted"]);
  expect(startReview(story.plan, ctx, [], null).ok).toBe(false);
  story.do((plan) => editEntity(plan, ctx, "task", "t0", { accountableId: "Ana" }));
  story.close();
  story.do((plan) => editEntity(plan, ctx, "task", "t0", { accountableId: null }));
  story.start();
  expect(story.answers()).toEqual(["t0 still open"]);
});

it("changes nothing of the plan but the sheet", () => {
  const story = new Story(planOf(2));
  const { reviews: _, ...before } = story.plan;
  story.start();
  story.do((plan) => addPremortem(plan, ctx, story.review.id, "The bank said no"));
  story.close();
  const { reviews: __, ...after } = story.plan;
  expect(after).toEqual(before);
});

it("names fifty of a kind and counts the rest", () => {
  const story = new Story(planOf(120));
  story.start();
  const [group] = story.sheet.groups.filter(({ key }) => key === "nobody-answers");
  expect([group?.lines.length, group?.more]).toEqual([50, 70]);
  story.do((plan) => editEntity(plan, ctx, "task", "t0", { accountableId: "Ana" }));
  expect(story.sheet.groups.find(({ key }) => key === "nobody-answers")?.more).toBe(70);
  story.close();
  story.do((plan) => editEntity(plan, ctx, "task", "t119", { accountableId: "Ana" }));
  expect(story.sheet.groups.find(({ key }) => key === "nobody-answers")?.more).toBe(70);
  expect(reviewMarkdown(story.plan, story.review, story.sheet)).toContain("- and 70 more");
});

it("takes what was not tested along, and has the outcome written after the sheet was closed", () => {
  const story = new Story(planOf(1));
  story.start();
  const first = story.review.id;
  story.do((plan) => addAssumption(plan, ctx, first, "Offices order lunch"));
  const line = story.review.assumptions[0]?.id ?? "";
  story.do((plan) => editAssumption(plan, ctx, first, line, { testBy: "2027-01-06" }));
  story.close();
  expect(assumptionsDue(story.plan, "2027-01-05")).toEqual([]);
  expect(assumptionsDue(story.plan, "2027-01-06").map(({ text }) => text)).toEqual(["Offices order lunch"]);
  expect(editAssumption(story.plan, ctx, first, line, { text: "Nobody does" }).ok).toBe(false);
  const open = story.plan;
  story.do((plan) => editAssumption(plan, ctx, first, line, { outcome: "failed" }));
  expect(assumptionsDue(story.plan, "2027-01-06")).toEqual([]);
  const again = new Story(open);
  again.start();
  expect(again.review.assumptions.map(({ text, testBy }) => [text, testBy])).toEqual([
    ["Offices order lunch", "2027-01-06"],
  ]);
  expect(editAssumption(again.plan, ctx, first, line, { outcome: "held" }).ok).toBe(false);
});

it("is told on paper as it stands: reasons, assumptions and findings with what was said of them", () => {
  const story = new Story(planOf(2));
  story.start();
  story.do((plan) => addPremortem(plan, ctx, story.review.id, "The permit came late"));
  story.do((plan) => addAssumption(plan, ctx, story.review.id, "The bank lends"));
  const report = reviewReport(story.plan, story.review, START);
  expect(report).toMatchObject({
    title: "Review of 4 Jan 2027",
    about: "Begun on 4 Jan 2027 by Ana, still open",
    premortem: [{ text: "The permit came late" }],
    assumptions: [{ text: "The bank lends", said: "Not tested" }],
  });
  const group = report.groups.find(({ key }) => key === "nobody-answers");
  expect(group).toMatchObject({ severity: "Weakens the plan", more: "" });
  expect(group?.lines.map(({ said }) => said)).toEqual(["", ""]);
});
