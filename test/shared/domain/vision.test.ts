import { describe, expect, it } from "vitest";
import { invertChange } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteItems, restoreFromBin } from "#shared/domain/operations/bin.ts";
import { addLink } from "#shared/domain/operations/link.ts";
import { addItem, duplicateItems, moveItems } from "#shared/domain/operations/place.ts";
import {
  addVisionLine,
  editVisionLine,
  hangMilestones,
  hangOnNewLine,
  moveVisionLine,
  putUnderMilestone,
  removeVisionLine,
  splitVision,
} from "#shared/domain/operations/vision.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { sentencesIn, splitAtMarks } from "#shared/domain/sentencesIn.ts";
import { lineOfSight } from "#shared/domain/vision.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { chance } from "#test/support/chance.ts";
import { expectSound } from "#test/support/plans.ts";

const LINES = [
  { id: "eat", text: "The block eats here on a Tuesday." },
  { id: "stay", text: "The cooks stay for years." },
  { id: "more", text: "Then we build two more." },
];

const PLAN = aPlan({
  roadmap: { visionLines: LINES },
  stages: [
    {
      name: "Idea",
      holds: [
        { milestone: "Full house", date: "2027-05-03", visionLineId: "eat" },
        { milestone: "Lease", date: "2027-02-01", visionLineId: "eat", reachedOn: "2027-02-03" },
        { milestone: "Named", date: "2027-01-20", holds: [{ task: "Choose a name", start: "2027-01-04" }] },
        { task: "Ask around", start: "2027-01-04" },
        { task: "Tidy the files", start: "2027-01-04" },
        { task: "Dropped", start: "2027-01-04", status: "cancelled" },
        { task: "Group", start: "2027-01-04", holds: [{ task: "In a group", start: "2027-01-04" }] },
      ],
    },
    {
      name: "Scale",
      holds: [
        { task: "Fit-out", start: "2027-03-01", holds: [{ milestone: "Inside", date: "2027-06-01" }] },
        { task: "Feeds the fit-out", start: "2027-02-01" },
      ],
    },
  ],
  links: [
    { from: "Ask around", to: "Choose a name" },
    { from: "Feeds the fit-out", to: "Fit-out" },
  ],
});

const names = (nodes: readonly { readonly item: { readonly name: string } }[]) =>
  nodes.map((n) => n.item.name);

describe("line of sight", () => {
  it("says what serves each sentence, by date, how far it is and when it is true", () => {
    const [eat, stay] = lineOfSight(PLAN).lines;
    expect(names(eat?.milestones ?? [])).toEqual(["Lease", "Full house"]);
    expect(eat).toMatchObject({ reached: 1, next: { item: { name: "Full house" } }, trueOn: "2027-05-03" });
    expect(stay).toMatchObject({ milestones: [], reached: 0, next: null, trueOn: null });
  });

  it("finds milestones without a sentence and open tasks that lead to no milestone, in the plan's order", () => {
    const { orphans, loose } = lineOfSight(PLAN);
    expect(names(orphans)).toEqual(["Named", "Inside"]);
    expect(names(loose)).toEqual(["Tidy the files", "In a group"]);
  });

  it("moves with edits: a link or a place under a milestone ties a task, a removed sentence frees its milestones", () => {
    const ctx = testContext();
    const linked = applyChange(PLAN, must(addLink(PLAN, ctx, { fromId: "Group", toId: "Named" })));
    expect(names(lineOfSight(linked).loose)).toEqual(["Tidy the files"]);
    const tied = applyChange(linked, must(putUnderMilestone(linked, ctx, ["Tidy the files"], "Named")));
    expect(lineOfSight(tied).loose).toEqual([]);
    expect(names(outlineOf(tied).byId.get("Named")?.children ?? [])).toEqual([
      "Choose a name",
      "Tidy the files",
    ]);
    const removal = must(removeVisionLine(tied, ctx, "eat"));
    const freed = applyChange(tied, removal);
    expect(names(lineOfSight(freed).orphans)).toEqual(["Full house", "Lease", "Named", "Inside"]);
    expect(applyChange(freed, invertChange(ctx, removal))).toEqual(tied);
  });

  it("refuses what makes no sense, in a sentence", () => {
    const ctx = testContext();
    const full = aPlan({
      roadmap: { visionLines: Array.from({ length: 20 }, (_, i) => ({ id: `${i}`, text: "So" })) },
    });
    for (const result of [
      addVisionLine(full, ctx, "One more."),
      addVisionLine(PLAN, ctx, "n".repeat(501)),
      hangMilestones(PLAN, ctx, ["Named"], "gone"),
      putUnderMilestone(PLAN, ctx, ["Tidy the files"], "Group"),
      removeVisionLine(PLAN, ctx, "gone"),
      splitVision(aPlan({ roadmap: { vision: " … " } }), ctx),
    ]) {
      expect(result).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/^[A-Z].*\.$/) } });
    }
  });

  it("has every live milestone in exactly one place, whatever is done", () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const dice = chance(seed);
      const ctx = testContext();
      let plan: Plan = PLAN;
      const ids = (kind: string): Id[] =>
        outlineOf(plan).inOrder.flatMap(({ item }) => (item.kind === kind ? [item.id] : []));
      const line = () => dice.pick(plan.roadmap.visionLines)?.id ?? "none";
      const milestones = () => dice.some(ids("milestone"));
      const steps = [
        () => addVisionLine(plan, ctx, "Another."),
        () => editVisionLine(plan, ctx, line(), "Said better."),
        () => moveVisionLine(plan, ctx, line(), dice.pick([1, -1] as const) ?? 1),
        () => removeVisionLine(plan, ctx, line()),
        () => splitVision(plan, ctx),
        () => hangMilestones(plan, ctx, milestones(), dice.pick([null, line()]) ?? null),
        () => hangOnNewLine(plan, ctx, milestones(), "New."),
        () => putUnderMilestone(plan, ctx, dice.some(ids("task")), dice.pick(ids("milestone")) ?? "none"),
        () =>
          addItem(
            plan,
            ctx,
            { parentId: dice.pick(ids("stage")) ?? "none", afterId: null },
            { kind: "milestone" },
          ),
        () =>
          moveItems(plan, ctx, milestones(), { parentId: dice.pick(ids("task")) ?? "none", afterId: null }),
        () => duplicateItems(plan, ctx, dice.some(ids("milestone").slice(0, 2))),
        () => deleteItems(plan, ctx, milestones()),
        () => restoreFromBin(plan, ctx, dice.pick([...plan.milestones.keys()]) ?? "none"),
      ];
      for (let step = 0; step < 60; step++) {
        const result = (dice.pick(steps) as (typeof steps)[number])();
        if (!result.ok) continue;
        const before = plan;
        plan = applyChange(plan, result.value);
        expect(applyChange(plan, invertChange(ctx, result.value))).toEqual(before);
        expectSound(plan);
        const { lines, orphans } = lineOfSight(plan);
        const placed = [...lines.flatMap((served) => served.milestones), ...orphans];
        expect(placed.map(({ item }) => item.id).sort()).toEqual(ids("milestone").sort());
        for (const { milestones: on, reached } of lines) {
          const dates = on.map(({ item }) => item.reachedOn ?? item.date);
          expect(dates).toEqual([...dates].sort());
          expect(reached).toBe(on.filter(({ item }) => item.reachedOn !== null).length);
        }
      }
    }
  });
});

describe("the sentences of a text", () => {
  it.each([
    ["We open. Does it sell? It does!", ["We open.", "Does it sell?", "It does!"]],
    ["We serve 3.5 towns. Dr. Lee leads.", ["We serve 3.5 towns.", "Dr. Lee leads."]],
    ["- Open one\n- Open two\n\n1. Grow", ["Open one", "Open two", "Grow"]],
    ["A line that was\nwrapped by hand. Next.", ["A line that was wrapped by hand.", "Next."]],
    ["我们开店。人人都来！", ["我们开店。", "人人都来！"]],
    ["نفتح متجرا. هل يبيع؟ نعم.", ["نفتح متجرا.", "هل يبيع؟", "نعم."]],
    ["हम खोलते हैं। सब आते हैं।", ["हम खोलते हैं।", "सब आते हैं।"]],
    ["", []],
    ["… 42 !", []],
  ])("%s", (text, sentences) => {
    expect(sentencesIn(text)).toEqual(sentences);
    expect(sentencesIn(text, splitAtMarks)).toEqual(sentences);
  });

  it("become the lines of the vision in one step, once", () => {
    const ctx = testContext();
    const bare = aPlan({ roadmap: { vision: "We open. We stay.\nWe grow." } });
    const change = must(splitVision(bare, ctx));
    const split = applyChange(bare, change);
    expect(split.roadmap.visionLines.map(({ text }) => text)).toEqual(["We open.", "We stay.", "We grow."]);
    expect(must(splitVision(split, ctx)).updated).toEqual([]);
    expect(applyChange(split, invertChange(ctx, change))).toEqual(bare);
  });
});
