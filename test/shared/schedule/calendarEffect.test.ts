import { expect, it } from "vitest";
import { removeClosure, saveClosure } from "#shared/domain/operations/calendar.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { setDaysOff } from "#shared/domain/operations/people.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { calendarEffect, effectSentence } from "#shared/schedule/calendarEffect.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const ctx = testContext();
const CLOSURE = { from: "2027-02-02", to: "2027-02-03", name: "Move", yearly: false };
const plan = aPlan({
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Starts on it", start: "2027-02-02", durationDays: 1 },
        { task: "Waits for that", start: "2027-02-04", durationDays: 1 },
        { task: "Takes it in", start: "2027-02-01", durationDays: 4 },
        {
          task: "Has begun",
          start: "2027-02-02",
          actualStart: "2027-02-02",
          durationDays: 1,
          status: "in-progress",
        },
        { task: "Lies elsewhere", start: "2027-03-01", durationDays: 2 },
        { task: "Group", holds: [{ task: "Inside", start: "2027-02-02", durationDays: 1 }] },
        { milestone: "Promised for it", date: "2027-02-03" },
      ],
    },
  ],
  links: [{ from: "Starts on it", to: "Waits for that" }],
});

it("says what a closure moves, what follows, and what it stretches; and counts what then happens", () => {
  const change = must(saveClosure(plan, ctx, CLOSURE));
  const effect = calendarEffect(plan, change);
  expect(effect).toEqual({ onDaysOff: 2, following: 1, longer: 2, shorter: 0 });
  expect(effectSentence(effect)).toBe(
    "2 items fall on days off and will move; 1 more follows by its links; 2 tasks will end later.",
  );
  const moved = withFollowers(plan, change).updated.filter(([, to]) => to.kind !== "roadmap");
  expect(moved).toHaveLength(effect.onDaysOff + effect.following);
});

it("says what ends earlier once a closure is gone, and that nothing changes when nothing does", () => {
  const closed = applyChange(plan, must(saveClosure(plan, ctx, CLOSURE)));
  const effect = calendarEffect(closed, must(removeClosure(closed, ctx, CLOSURE)));
  expect(effectSentence(effect)).toMatch(/tasks? will end earlier\.$/);
  const far = must(saveClosure(plan, ctx, { ...CLOSURE, from: "2035-02-01", to: "2035-02-02" }));
  expect(effectSentence(calendarEffect(plan, far))).toBe("No date in the plan changes.");
  const other = must(editEntity(plan, ctx, "roadmap", plan.roadmap.id, { name: "Plan B" }));
  expect(effectSentence(calendarEffect(plan, other))).toBe("No date in the plan changes.");
});

it.each([
  [{ onDaysOff: 1 }, "1 item falls on a day off and will move."],
  [{ following: 2 }, "2 items will move by their links."],
  [{ onDaysOff: 2, shorter: 1 }, "2 items fall on days off and will move; 1 task will end earlier."],
])("words %o", (some, words) => {
  expect(effectSentence({ onDaysOff: 0, following: 0, longer: 0, shorter: 0, ...some })).toBe(words);
});

it("says what somebody's days off move, for the work they do alone", () => {
  const away = aPlan({
    people: [{ name: "Ana" }, { name: "Bo" }],
    stages: [
      {
        name: "Idea",
        holds: [
          { task: "Alone", start: "2027-02-02", durationDays: 1, does: ["Ana"] },
          { task: "Across", start: "2027-02-01", durationDays: 3, does: ["Ana"] },
          { task: "Together", start: "2027-02-02", durationDays: 1, does: ["Ana", "Bo"] },
        ],
      },
    ],
  });
  const change = must(setDaysOff(away, ctx, "Ana", { from: "2027-02-02", to: "2027-02-03", name: "" }));
  expect(calendarEffect(away, change)).toEqual({ onDaysOff: 1, following: 0, longer: 1, shorter: 0 });
});
