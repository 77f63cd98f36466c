import { describe, expect, it } from "vitest";
import type { Change } from "#shared/domain/change.ts";
import {
  binOf,
  deleteItems,
  deleteListed,
  purgeFromBin,
  restoreFromBin,
} from "#shared/domain/operations/bin.ts";
import {
  editEntities,
  editEntity,
  finishTaskOn,
  shiftItems,
  startTaskOn,
} from "#shared/domain/operations/edit.ts";
import { addLink, pathBetween, removeLinks } from "#shared/domain/operations/link.ts";
import { addPerson } from "#shared/domain/operations/people.ts";
import {
  addItem,
  duplicateItems,
  indentItems,
  moveItems,
  nudgeItems,
  outdentItems,
} from "#shared/domain/operations/place.ts";
import {
  adoptRoadmap,
  copyRoadmap,
  renameRoadmap,
  startRoadmap,
} from "#shared/domain/operations/roadmaps.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { expectSound, fullPlan } from "#test/support/plans.ts";

const ctx = testContext();

const PLAN = aPlan({
  people: [{ name: "Ana" }, { name: "Ben" }],
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Named",
          date: "2027-02-01",
          holds: [{ task: "List" }, { task: "Ask" }, { task: "Decide" }],
        },
        { milestone: "Tested", date: "2027-03-01" },
        { task: "Research", start: "2027-01-11", durationDays: 5, does: ["Ana"], accountableId: "Ben" },
      ],
    },
    { name: "Scale", holds: [{ milestone: "Grown", date: "2028-01-03" }] },
  ],
});

/** The plan after an operation that must succeed, checked. */
function done(plan: Plan, result: Result<Change>): Plan {
  const after = applyChange(plan, must(result));
  expectSound(after);
  return after;
}

function rows(plan: Plan): string[] {
  return outlineOf(plan).inOrder.map(({ wbsCode, item }) => `${wbsCode} ${item.name}`);
}

function why(result: Result<unknown>): string {
  return result.ok ? "done" : result.problem.message;
}

describe("adding", () => {
  it("puts an item where it was asked for, with dates that follow from its neighbours", () => {
    let plan = done(
      PLAN,
      addItem(PLAN, ctx, { parentId: "Idea", afterId: "Research" }, { kind: "task", name: "Next" }),
    );
    const next = outlineOf(plan).inOrder.find((n) => n.item.name === "Next");
    expect([next?.wbsCode, next?.start, next?.finish]).toEqual(["1.4", "2027-01-18", "2027-01-22"]);
    plan = done(
      plan,
      addItem(plan, ctx, { parentId: "Named", afterId: null }, { kind: "task", name: "First" }),
    );
    expect(rows(plan)).toContain("1.1.1 First");
    plan = done(
      plan,
      addItem(plan, ctx, { parentId: null, afterId: "Idea" }, { kind: "stage", name: "Between" }),
    );
    expect(rows(plan)).toContain("2 Between");
  });

  it("refuses wrong places and values out of range with a sentence", () => {
    const add = (parentId: string | null, input: Parameters<typeof addItem>[3]) =>
      why(addItem(PLAN, ctx, { parentId, afterId: null }, input));
    expect(add("Idea", { kind: "stage" })).toBe(
      "A stage stands at the top level and cannot go inside another item.",
    );
    expect(add(null, { kind: "task" })).toBe("A task belongs inside a stage.");
    expect(add("Named", { kind: "milestone" })).toBe("A milestone cannot hold a milestone.");
    expect(add("nowhere", { kind: "task" })).toBe(
      "That place is no longer in the plan. It may have been deleted.",
    );
    expect(add("Idea", { kind: "task", name: "x".repeat(501) })).toBe(
      "The name is too long (500 characters at most).",
    );
    expect(add("Idea", { kind: "task", start: "2027-02-30" })).toBe(
      "That is not a date between the years 1900 and 2199.",
    );
    expect(add("Idea", { kind: "task", durationDays: -1 })).toBe(
      "A duration is a number of working days from 0 to 10,000.",
    );
  });
});

describe("moving", () => {
  it("keeps the order of what moves and brings along what it holds", () => {
    const plan = done(
      PLAN,
      moveItems(PLAN, ctx, ["Research", "Named"], { parentId: "Scale", afterId: "Grown" }),
    );
    expect(rows(plan)).toEqual([
      "1 Idea",
      "1.1 Tested",
      "2 Scale",
      "2.1 Grown",
      "2.2 Named",
      "2.2.1 List",
      "2.2.2 Ask",
      "2.2.3 Decide",
      "2.3 Research",
    ]);
  });

  it("indents under the item above and takes out again", () => {
    const inside = done(PLAN, indentItems(PLAN, ctx, ["Ask", "Decide"]));
    expect(rows(inside).slice(2, 5)).toEqual(["1.1.1 List", "1.1.1.1 Ask", "1.1.1.2 Decide"]);
    const outside = done(inside, outdentItems(inside, ctx, ["Ask", "Decide"]));
    expect(rows(outside)).toEqual(rows(PLAN));
    expect(why(indentItems(PLAN, ctx, ["List"]))).toBe(
      "There is no item above on this level to indent under.",
    );
    expect(why(indentItems(PLAN, ctx, ["Tested"]))).toBe(
      "Only tasks can be indented: stages and milestones keep their level.",
    );
    expect(why(outdentItems(PLAN, ctx, ["Idea"]))).toBe("This item is already as far out as it can be.");
  });

  it("passes into the neighbour container at the edge", () => {
    const down = done(PLAN, nudgeItems(PLAN, ctx, ["Decide"], 1));
    expect(rows(down)).toContain("1.2.1 Decide");
    expect(rows(done(down, nudgeItems(down, ctx, ["Decide"], -1)))).toEqual(rows(PLAN));
    expect(rows(done(PLAN, nudgeItems(PLAN, ctx, ["Scale"], -1)))[0]).toBe("1 Scale");
    expect(why(nudgeItems(PLAN, ctx, ["Idea"], -1))).toBe("It is already at the top.");
  });

  it("refuses to put an item into itself", () => {
    const grouped = done(PLAN, indentItems(PLAN, ctx, ["Ask"]));
    expect(why(moveItems(grouped, ctx, ["List"], { parentId: "Ask", afterId: null }))).toBe(
      "An item cannot be moved into itself.",
    );
  });

  it("drops a link into the new container, and undo brings it back", () => {
    const linked = done(PLAN, addLink(PLAN, ctx, { fromId: "List", toId: "Ask" }));
    const change = must(indentItems(linked, ctx, ["Ask"]));
    expect(change.removed).toHaveLength(1);
    expectSound(applyChange(linked, change));
  });

  it("gives no two items the same place when one comes back from the bin", () => {
    let plan = done(PLAN, deleteItems(PLAN, ctx, ["Ask"]));
    plan = done(
      plan,
      addItem(plan, ctx, { parentId: "Named", afterId: "List" }, { kind: "task", name: "Instead" }),
    );
    plan = done(plan, restoreFromBin(plan, ctx, "Ask"));
    expect(rows(plan).slice(2, 6)).toEqual(["1.1.1 List", "1.1.2 Instead", "1.1.3 Ask", "1.1.4 Decide"]);
    done(plan, addItem(plan, ctx, { parentId: "Named", afterId: "Instead" }, { kind: "task" }));
  });
});

describe("copying", () => {
  it("copies what an item holds, with the links inside", () => {
    const linked = done(PLAN, addLink(PLAN, ctx, { fromId: "List", toId: "Ask" }));
    const plan = done(linked, duplicateItems(linked, ctx, ["Named"]));
    expect(rows(plan).slice(5, 9)).toEqual(["1.2 Named (copy)", "1.2.1 List", "1.2.2 Ask", "1.2.3 Decide"]);
    expect(plan.dependencies.size).toBe(2);
  });

  it("keeps the name of a copy within its limit", () => {
    const long = aPlan({ stages: [{ name: "S", holds: [{ id: "long", task: "x".repeat(500) }] }] });
    done(long, duplicateItems(long, ctx, ["long"]));
  });
});

describe("editing", () => {
  it("keeps status and progress in step", () => {
    const set = (plan: Plan, patch: object) => {
      const after = done(plan, editEntity(plan, ctx, "task", "List", patch));
      const task = after.tasks.get("List");
      return [after, `${task?.status} ${task?.progressPct}`] as const;
    };
    const [half, a] = set(PLAN, { progressPct: 40 });
    const [finished, b] = set(half, { status: "done" });
    const [, c] = set(finished, { progressPct: 50 });
    const [, d] = set(finished, { status: "in-progress" });
    const [, e] = set(half, { progressPct: 100 });
    const [, f] = set(half, { status: "not-started" });
    expect([a, b, c, d, e, f]).toEqual([
      "in-progress 40",
      "done 100",
      "in-progress 50",
      "in-progress 90",
      "done 100",
      "not-started 0",
    ]);
  });

  it("refuses what is out of range, and people who are not in the plan", () => {
    const edit = (patch: object) => why(editEntity(PLAN, ctx, "task", "List", patch));
    expect(edit({ progressPct: 101 })).toBe("Progress is a percentage from 0 to 100.");
    expect(edit({ start: "soon" })).toBe("That is not a date between the years 1900 and 2199.");
    expect(edit({ accountableId: "Zoe" })).toBe(
      "That person is no longer in the plan. It may have been deleted.",
    );
    const twice = ["Ana", "Ana"].map((personId) => ({ personId, allocationPct: 50 }));
    expect(edit({ assignments: twice })).toBe("Each person can be named once for the same task.");
    expect(why(editEntity(PLAN, ctx, "task", "nowhere", { name: "x" }))).toMatch(/no longer in the plan/);
  });

  it("makes one change of several rows, and none when nothing differs", () => {
    const change = must(editEntities(PLAN, ctx, "task", ["List", "Ask"], { durationDays: 3 }));
    expect(change.updated).toHaveLength(2);
    expect(must(editEntity(PLAN, ctx, "task", "List", { name: "List" })).updated).toHaveLength(0);
  });

  it("moves in time, onto working days", () => {
    const plan = done(PLAN, shiftItems(PLAN, ctx, ["Research", "Tested"], 6));
    expect([plan.tasks.get("Research")?.start, plan.milestones.get("Tested")?.date]).toEqual([
      "2027-01-18",
      "2027-03-08",
    ]);
    expect(why(shiftItems(PLAN, ctx, ["Research"], 100_000))).toBe(
      "Dates must lie between the years 1900 and 2199.",
    );
  });

  it("changes the first and the last day, and the duration with them", () => {
    const longer = done(PLAN, finishTaskOn(PLAN, ctx, "Research", "2027-01-18"));
    expect(longer.tasks.get("Research")?.durationDays).toBe(6);
    const later = done(longer, startTaskOn(longer, ctx, "Research", "2027-01-16"));
    expect(later.tasks.get("Research")).toMatchObject({ start: "2027-01-18", durationDays: 1 });
    expect(why(finishTaskOn(PLAN, ctx, "Research", "2027-01-10"))).toBe(
      "A task cannot end before it starts.",
    );
    expect(why(startTaskOn(PLAN, ctx, "Research", "2027-01-16"))).toBe("A task cannot start after it ends.");
  });
});

describe("linking", () => {
  const linked = done(PLAN, addLink(PLAN, ctx, { fromId: "List", toId: "Ask" }));
  const chain = done(linked, addLink(linked, ctx, { fromId: "Ask", toId: "Grown", type: "SS", lagDays: -2 }));

  it("names the loop it refuses to close", () => {
    expect(pathBetween(chain, "List", "Grown")).toEqual(["List", "Ask", "Grown"]);
    expect(why(addLink(chain, ctx, { fromId: "Grown", toId: "List" }))).toBe(
      "This link would close a loop: “List” → “Ask” → “Grown” → “List”. Remove one of its links first.",
    );
  });

  it("refuses itself, its own container, and the same again", () => {
    expect(why(addLink(PLAN, ctx, { fromId: "List", toId: "List" }))).toBe("An item cannot wait for itself.");
    expect(why(addLink(PLAN, ctx, { fromId: "Idea", toId: "List" }))).toBe(
      "An item cannot wait for what it holds, or for what holds it.",
    );
    expect(why(addLink(chain, ctx, { fromId: "List", toId: "Ask" }))).toBe("These two are linked already.");
  });

  it("goes again", () => {
    const plan = done(chain, removeLinks(chain, ctx, [...chain.dependencies.keys()]));
    expect(plan.dependencies.size).toBe(0);
    expect(why(removeLinks(plan, ctx, ["none"]))).toMatch(/no longer in the plan/);
  });
});

describe("the bin", () => {
  it("takes along what an item holds and gives all of it back to its place", () => {
    const plan = done(PLAN, deleteItems(PLAN, ctx, ["Named", "List"]));
    expect(rows(plan)).toEqual(["1 Idea", "1.1 Tested", "1.2 Research", "2 Scale", "2.1 Grown"]);
    expect(binOf(plan).map((e) => [e.entity.name, e.holds])).toEqual([["Named", 3]]);
    expect(rows(done(plan, restoreFromBin(plan, ctx, "Named")))).toEqual(rows(PLAN));
  });

  it("gives an item back to the nearest container that is left", () => {
    let plan = done(PLAN, deleteItems(PLAN, ctx, ["List"]));
    plan = done(plan, deleteItems(plan, ctx, ["Named"]));
    const restored = done(plan, restoreFromBin(plan, ctx, "List"));
    expect(restored.tasks.get("List")?.parentId).toBe("Idea");
    let empty = done(plan, deleteItems(plan, ctx, ["Idea"]));
    expect(done(empty, restoreFromBin(empty, ctx, "List")).tasks.get("List")?.parentId).toBe("Scale");
    empty = done(empty, deleteItems(empty, ctx, ["Scale"]));
    expect(why(restoreFromBin(empty, ctx, "List"))).toBe(
      "Restore or add a stage first: this item has none to go back to.",
    );
  });

  it("empties for good with all it holds and every link, and undo still brings it back", () => {
    const linked = done(PLAN, addLink(PLAN, ctx, { fromId: "List", toId: "Research" }));
    const binned = done(linked, deleteItems(linked, ctx, ["Named"]));
    const purged = done(binned, purgeFromBin(binned, ctx, ["Named"]));
    expect([purged.milestones.has("Named"), purged.tasks.has("List"), purged.dependencies.size]).toEqual([
      false,
      false,
      0,
    ]);
    expect(why(purgeFromBin(purged, ctx, ["Named"]))).toBe("The bin is already empty.");
  });

  it("keeps a removed person's name on their work until they are deleted for good", () => {
    const binned = done(PLAN, deleteListed(PLAN, ctx, "Ana"));
    expect(binned.tasks.get("Research")?.assignments).toHaveLength(1);
    const purged = done(binned, purgeFromBin(binned, ctx, ["Ana"]));
    expect(purged.tasks.get("Research")).toMatchObject({ assignments: [], accountableId: "Ben" });
    expect(done(binned, restoreFromBin(binned, ctx, "Ana")).people.get("Ana")?.deletedAt).toBeNull();
  });
});

describe("people", () => {
  it("join at the end, behind those in the bin too", () => {
    const binned = done(PLAN, deleteListed(PLAN, ctx, "Ben"));
    const change = must(addPerson(binned, ctx, { name: "Cy", role: "Cook", hoursPerWeek: 20 }));
    const [cy] = change.added;
    expect(cy).toMatchObject({ name: "Cy", role: "Cook", hoursPerWeek: 20 });
    expect((cy as { order: string }).order > (PLAN.people.get("Ben")?.order ?? "")).toBe(true);
    expect(why(addPerson(PLAN, ctx, { name: "x".repeat(501) }))).toMatch(/too long/);
  });
});

describe("roadmaps", () => {
  const start = {
    companyName: " Corner Pizza ",
    vision: "Slices.",
    startDate: "2027-01-04",
    ceoName: "Ana",
    cooName: "Ben",
  };

  function planOf(change: Change): Plan {
    const roadmap = change.added[0];
    if (roadmap?.kind !== "roadmap") throw new Error("The roadmap comes first.");
    const plan = planFromEntities(roadmap, change.added);
    expectSound(plan);
    return plan;
  }

  it("start with four stages, a CEO and a COO", () => {
    const plan = planOf(must(startRoadmap(ctx, start)));
    expect(rows(plan)).toEqual(["1 Idea", "2 First customer", "3 Customer base", "4 Scale"]);
    expect(plan.roadmap).toMatchObject({ name: "Corner Pizza", companyName: "Corner Pizza" });
    expect([...plan.people.values()].map((p) => [p.name, p.role])).toEqual([
      ["Ana", "CEO"],
      ["Ben", "COO"],
    ]);
  });

  it("start with one person who is both, or nobody", () => {
    const both = planOf(must(startRoadmap(ctx, { ...start, cooName: "Ana " })));
    expect([both.people.size, both.roadmap.ceoId === both.roadmap.cooId]).toEqual([1, true]);
    const none = planOf(must(startRoadmap(ctx, { ...start, ceoName: "", cooName: " " })));
    expect([none.people.size, none.roadmap.ceoId]).toEqual([0, null]);
  });

  it("refuse to start without a name, or with one beyond the limit, or on no date", () => {
    expect(why(startRoadmap(ctx, { ...start, companyName: "  " }))).toBe("Give the company a name.");
    expect(why(startRoadmap(ctx, { ...start, companyName: "x".repeat(501) }))).toBe(
      "The name is too long (500 characters at most).",
    );
    expect(why(startRoadmap(ctx, { ...start, startDate: "" }))).toBe(
      "That is not a date between the years 1900 and 2199.",
    );
  });

  it("are copied and adopted under ids of their own, bin and links included", () => {
    const original = fullPlan();
    const copy = planOf(must(copyRoadmap(ctx, original, "Copy")));
    const adopted = planOf(must(adoptRoadmap(ctx, original, "Import file")));
    for (const plan of [copy, adopted]) {
      expect(rows(plan)).toEqual(rows(original));
      expect(plan.dependencies.size).toBe(3);
      for (const id of plan.tasks.keys()) expect(original.tasks.has(id)).toBe(false);
    }
    expect([copy.roadmap.name, adopted.roadmap.name]).toEqual(["Copy", original.roadmap.name]);
  });

  it("are renamed within the limit", () => {
    expect(must(renameRoadmap(ctx, PLAN.roadmap, " New ")).updated[0]?.[1]).toMatchObject({ name: "New" });
    expect(why(renameRoadmap(ctx, PLAN.roadmap, " "))).toBe("Give the roadmap a name.");
  });
});
