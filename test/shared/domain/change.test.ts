import { describe, expect, it } from "vitest";
import {
  changeSchema,
  composeChanges,
  createChange,
  invertChange,
  isEmptyChange,
  kindsOf,
} from "#shared/domain/change.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { createTask } from "#shared/domain/task.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const plan = aPlan({ stages: [{ name: "S", holds: [{ task: "Old" }] }] });
const old = plan.tasks.get("Old") as NonNullable<ReturnType<typeof plan.tasks.get>>;
const fresh = createTask({
  id: "new",
  roadmapId: "roadmap",
  parentId: "S",
  order: "a5",
  name: "New",
  start: "2027-01-04",
});
const ctx = testContext();

describe("a change", () => {
  it("says who did what and when, and can be stored", () => {
    const change = createChange(ctx, "Add task", { added: [fresh] }, "typing");
    expect(change).toMatchObject({ label: "Add task", author: "Test", sessionId: null, group: "typing" });
    expect(changeSchema.parse(JSON.parse(JSON.stringify(change)))).toEqual(change);
  });

  it("leaves out rows that did not change", () => {
    expect(isEmptyChange(createChange(ctx, "Nothing", { updated: [[old, old]] }))).toBe(true);
  });

  it("is taken back by its inverse", () => {
    const renamed = { ...old, name: "Renamed" };
    const change = createChange(ctx, "Several", { added: [fresh], updated: [[old, renamed]] });
    const after = applyChange(plan, change);
    expect([after.tasks.get("Old")?.name, after.tasks.size]).toEqual(["Renamed", 2]);
    expect(applyChange(after, invertChange(ctx, change))).toEqual(plan);
    expect(plan.tasks.size).toBe(1);
  });

  it("leaves the maps it does not touch as they were, so that views need not redraw", () => {
    const after = applyChange(plan, createChange(ctx, "Add", { added: [fresh] }));
    expect(after.stages).toBe(plan.stages);
    expect(after.tasks).not.toBe(plan.tasks);
  });

  it("touches nothing of another roadmap", () => {
    const foreign = { ...fresh, roadmapId: "other" };
    expect(applyChange(plan, createChange(ctx, "Add", { added: [foreign] })).tasks.size).toBe(1);
    const other = { ...plan.roadmap, id: "other", name: "Other" };
    expect(applyChange(plan, createChange(ctx, "Rename", { updated: [[other, other]] })).roadmap).toBe(
      plan.roadmap,
    );
  });

  it("names the kinds of rows it touches", () => {
    const change = createChange(ctx, "x", { added: [fresh], removed: [plan.stages.get("S") as never] });
    expect([...kindsOf(change)].sort()).toEqual(["stage", "task"]);
  });
});

describe("changes added up", () => {
  const renamed = { ...old, name: "Once" };
  const again = { ...renamed, name: "Twice" };
  const add = createChange(ctx, "a", { added: [fresh] });
  const remove = createChange(ctx, "b", { removed: [fresh] });
  const rename = createChange(ctx, "c", { updated: [[old, renamed]] });
  const renameAgain = createChange(ctx, "d", { updated: [[renamed, again]] });

  it("lose a row that came and went", () => {
    expect(isEmptyChange(composeChanges(ctx, "all", [add, remove]))).toBe(true);
  });

  it("go from a row's first state to its last", () => {
    expect(composeChanges(ctx, "all", [rename, renameAgain]).updated).toEqual([[old, again]]);
    const edited = createChange(ctx, "e", { updated: [[fresh, { ...fresh, name: "Edited" }]] });
    expect(composeChanges(ctx, "all", [add, edited]).added).toEqual([{ ...fresh, name: "Edited" }]);
  });

  it("lose a row that ends as it began", () => {
    const back = createChange(ctx, "f", { updated: [[renamed, old]] });
    expect(isEmptyChange(composeChanges(ctx, "all", [rename, back]))).toBe(true);
  });

  it("remove what was edited first, in its first state", () => {
    const gone = createChange(ctx, "g", { removed: [renamed] });
    expect(composeChanges(ctx, "all", [rename, gone]).removed).toEqual([old]);
  });
});
