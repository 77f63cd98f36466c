/** However often something is put into the same gap, the plan stays one that can be written and read back. */
import { describe, expect, it } from "vitest";
import { changeSchema, invertChange } from "#shared/domain/change.ts";
import { entitySchema } from "#shared/domain/entity.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { parsePastedLines, pasteLines } from "#shared/domain/operations/paste.ts";
import { movePerson } from "#shared/domain/operations/people.ts";
import { addItem, duplicateItems, moveItems } from "#shared/domain/operations/place.ts";
import { LONG_ORDER_KEY } from "#shared/domain/operations/room.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import { applyChange, entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const ctx = testContext();
const namesIn = (plan: Plan): string[] => outlineOf(plan).inOrder.map((node) => node.item.name);
const longestKey = (plan: Plan): number =>
  Math.max(...[...plan.tasks.values(), ...plan.stages.values()].map((row) => row.order.length));

describe("room between siblings", () => {
  it("takes hundreds of rows in the same gap, in the right order", () => {
    let plan = aPlan({ stages: [{ name: "Idea", holds: [{ task: "first" }, { task: "last" }] }] });
    for (let n = 1; n <= 900; n++) {
      const place = { parentId: "Idea", afterId: "first" };
      plan = applyChange(plan, must(addItem(plan, ctx, place, { kind: "task", name: `${n}` })));
    }
    const expected = ["Idea", "first", ...Array.from({ length: 900 }, (_, i) => `${900 - i}`), "last"];
    expect(namesIn(plan)).toEqual(expected);
    expect(longestKey(plan)).toBeLessThanOrEqual(LONG_ORDER_KEY);
    expect(checkPlan(plan)).toEqual([]);
  });

  it("takes thousands of moves of the same rows, and each is undone exactly", () => {
    const holds = [{ task: "a" }, { task: "b" }, { task: "c" }, { task: "d" }];
    let plan = aPlan({ stages: [{ name: "Idea", holds }] });
    for (let n = 0; n < 3_000; n++) {
      const [, , second, third] = outlineOf(plan).inOrder.map((node) => node.item.id);
      const place = { parentId: "Idea", afterId: "a" };
      const change = must(moveItems(plan, ctx, [third as string], place));
      const moved = applyChange(plan, change);
      expect(namesIn(moved).slice(0, 4)).toEqual(["Idea", "a", third, second]);
      const back = applyChange(moved, invertChange(ctx, change));
      if (change.updated.length > 1) expect(new Set(entitiesOf(back))).toEqual(new Set(entitiesOf(plan)));
      plan = moved;
    }
    expect(longestKey(plan)).toBeLessThanOrEqual(LONG_ORDER_KEY);
  });

  it("takes thousands of moves of the same people", () => {
    let plan = aPlan({ people: [{ name: "Ana" }, { name: "Ben" }, { name: "Cleo" }, { name: "Dan" }] });
    for (let n = 0; n < 3_000; n++) {
      const third = livePeople(plan)[2]?.id as string;
      plan = applyChange(plan, must(movePerson(plan, ctx, third, -1)));
    }
    expect(livePeople(plan).map((person) => person.name)).toEqual(["Ana", "Ben", "Cleo", "Dan"]);
    const longest = Math.max(...livePeople(plan).map((person) => person.order.length));
    expect(longest).toBeLessThanOrEqual(LONG_ORDER_KEY);
  });

  it("makes room beside a key of a file that is as long as keys may be", () => {
    const holds = [
      { task: "a", order: "a0" },
      { task: "b", order: `a0${"V".repeat(398)}` },
    ];
    const plan = aPlan({ stages: [{ name: "Idea", holds }] });
    const copied = applyChange(plan, must(duplicateItems(plan, ctx, ["a"])));
    expect(namesIn(copied)).toEqual(["Idea", "a", "a (copy)", "b"]);
    for (const row of entitiesOf(copied)) expect(entitySchema.safeParse(row).success).toBe(true);
  });
});

describe("what is written", () => {
  it("refuses a pasted list that would run past the last year, rather than writing rows nobody can read", () => {
    const plan = aPlan({
      roadmap: { startDate: "2190-01-01" },
      stages: [{ name: "Idea", holds: [{ milestone: "M", date: "2190-01-01" }] }],
    });
    const lines = parsePastedLines(Array.from({ length: 200 }, (_, i) => `Milestone ${i}`).join("\n"));
    const pasted = pasteLines(plan, ctx, { id: "M", fill: false }, lines);
    expect(pasted).toMatchObject({
      ok: false,
      problem: { message: "That is not a date between the years 1900 and 2199." },
    });
  });

  it("cuts a label that quotes a very long name, so that its step can be read back for undo", () => {
    const plan = aPlan({ stages: [{ name: "Idea", holds: [{ task: "a" }] }] });
    const change = must(
      addItem(plan, ctx, { parentId: "Idea", afterId: null }, { kind: "task", name: "x".repeat(500) }),
    );
    const labelled = invertChange(ctx, { ...change, label: `Add ${"👩‍🚀".repeat(100)}` });
    expect(changeSchema.safeParse(labelled).success).toBe(true);
  });
});
