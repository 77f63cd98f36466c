import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { MilestoneDetails } from "#renderer/features/details/MilestoneDetails.tsx";
import { Vision } from "#renderer/features/vision/Vision.tsx";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const TODAY = "2027-02-10";
const STAGES = [
  {
    name: "Idea",
    holds: [
      { milestone: "Lease", date: "2027-02-01", reachedOn: "2027-02-01", visionLineId: "eat" },
      { milestone: "Full house", date: "2027-02-06", visionLineId: "eat", ownerId: "Ana Lima" },
      { milestone: "Named", date: "2027-03-01" },
      { milestone: "Painted", date: "2027-03-02" },
      { task: "Tidy the files", start: "2027-02-10" },
    ],
  },
];
const LINES = [
  { id: "eat", text: "The block eats here." },
  { id: "stay", text: "The cooks stay." },
];
const PLAN = aPlan({
  people: [{ name: "Ana Lima" }],
  roadmap: { visionLines: LINES, vision: "We open." },
  stages: STAGES,
});
const BARE = aPlan({
  roadmap: { vision: "The block eats here. The cooks stay." },
  stages: STAGES.slice(0, 0),
});

const open = (plan: Plan) => show(<Vision />, plan, { today: TODAY });
const sentences = () => within(screen.getByRole("list", { name: "Sentences of the vision" }));
const sentence = (name: string) => within(screen.getByRole("listitem", { name }));
const texts = (plan: Plan) => plan.roadmap.visionLines.map(({ text }) => text);
const servedBy = (plan: Plan, id: string) => plan.milestones.get(id)?.visionLineId;

describe("the vision", () => {
  it("teaches, and takes its own sentences or those typed", async () => {
    const { user, plan, undo } = await open(BARE);
    await user.click(screen.getByRole("button", { name: "Use the sentences of the vision" }));
    expect(texts(plan())).toEqual(["The block eats here.", "The cooks stay."]);
    expect(sentences().getAllByText("Nothing serves this yet")).toHaveLength(2);
    undo();
    await user.type(screen.getByRole("textbox", { name: "Add a sentence" }), "It pays.{Enter}");
    await user.type(screen.getByRole("textbox", { name: "Add a sentence" }), "We grow.{Enter}");
    expect(texts(plan())).toEqual(["It pays.", "We grow."]);
  });

  it("says in words how far each sentence is, and what serves it", async () => {
    await open(PLAN);
    const eat = sentence("The block eats here.");
    expect(eat.getByText("1 of 2 reached")).toBeInTheDocument();
    expect(eat.getByText("Next: Full house on 6 Feb, Ana Lima")).toBeInTheDocument();
    expect(eat.getByText("4 days late")).toBeInTheDocument();
    expect(eat.getByText("Was to be true on 6 Feb")).toBeInTheDocument();
    expect(sentence("The cooks stay.").getByText("Nothing serves this yet")).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
  });

  it("ties several milestones at once, by keyboard, and one by dragging", async () => {
    const { user, plan, undo } = await open(PLAN);
    await user.click(screen.getByRole("checkbox", { name: "Choose Named" }));
    await user.click(screen.getByRole("checkbox", { name: "Choose Painted" }));
    screen.getByRole("button", { name: "Tie the 2 chosen" }).focus();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("option", { name: "The cooks stay." }));
    expect([servedBy(plan(), "Named"), servedBy(plan(), "Painted")]).toEqual(["stay", "stay"]);
    undo();
    expect(servedBy(plan(), "Painted")).toBeNull();
    const row = screen.getByRole("button", { name: "Named" }).closest("li") as HTMLElement;
    const target = screen.getByRole("listitem", { name: "The cooks stay." });
    fireEvent.dragStart(row, { dataTransfer: { setData: () => undefined } });
    fireEvent.dragOver(target);
    fireEvent.drop(target);
    expect(servedBy(plan(), "Named")).toBe("stay");
  });

  it("puts loose work under a milestone", async () => {
    const { user, plan } = await open(PLAN);
    await user.click(screen.getByRole("button", { name: "Tie Tidy the files" }));
    await user.click(await screen.findByRole("option", { name: "Full house" }));
    expect(plan().tasks.get("Tidy the files")?.parentId).toBe("Full house");
    expect(screen.queryByText("Tasks that lead to no milestone")).not.toBeInTheDocument();
  });

  it("is edited as one types, moved with Alt and an arrow, and a removed sentence frees its milestones", async () => {
    const { user, plan, undo } = await open(PLAN);
    const field = screen.getByRole("textbox", { name: "Sentence 1" });
    await user.type(field, "{End} Every day.");
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(texts(plan())).toEqual(["The cooks stay.", "The block eats here. Every day."]);
    await user.click(sentence("The block eats here. Every day.").getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Remove sentence" }));
    expect([texts(plan()), servedBy(plan(), "Lease")]).toEqual([["The cooks stay."], null]);
    undo();
    expect(servedBy(plan(), "Lease")).toBe("eat");
  });

  it("is picked in a milestone's details, where a new sentence can be typed", async () => {
    const node = outlineOf(PLAN).byId.get("Named") as OutlineNode;
    const milestone = PLAN.milestones.get("Named");
    if (!milestone) throw new Error("no such milestone");
    const { user, plan } = await show(<MilestoneDetails milestone={milestone} node={node} />, PLAN);
    await user.click(screen.getByRole("button", { name: "Serves: Nothing yet" }));
    await user.keyboard("It pays.");
    await user.click(await screen.findByRole("option", { name: "Add “It pays.”" }));
    expect(texts(plan()).at(-1)).toBe("It pays.");
    expect(servedBy(plan(), "Named")).toBe(plan().roadmap.visionLines.at(-1)?.id);
  });
});
