import { describe, expect, it } from "vitest";
import { createDocumentStore, type DocumentStore } from "#renderer/store/documentStore.ts";
import { EMPTY_HISTORY } from "#renderer/store/history.ts";
import type { JournalEntry } from "#renderer/store/journal.ts";
import { changesSince } from "#shared/changes/list.ts";
import { isWhereItLed, netOfChanges, netOfStates, planBefore } from "#shared/changes/net.ts";
import type { ChangeList } from "#shared/changes/types.ts";
import type { Id } from "#shared/domain/fields.ts";
import { frozenItem } from "#shared/domain/operations/baselines.ts";
import { binOf, purgeFromBin, restoreFromBin } from "#shared/domain/operations/bin.ts";
import { renameRoadmap } from "#shared/domain/operations/roadmaps.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import { START, type TestContext, testContext } from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";
import { wildEdit, wildPlan } from "#test/support/wildPlans.ts";

interface Played {
  readonly documents: DocumentStore;
  readonly entries: readonly JournalEntry[];
  /** The plan as it stood before each entry. */
  readonly stood: readonly Plan[];
}

const planNow = (documents: DocumentStore): Plan => documents.state.getState().plan as Plan;

/** A session of edits as the app makes them, with what they move, undone and redone, deleted, restored and purged. */
function play(seed: number, steps: number): Played {
  const dice = chance(seed);
  const ctx = testContext();
  const plan = wildPlan(dice, ctx);
  const entries: JournalEntry[] = [];
  const stood: Plan[] = [];
  let before = plan;
  const home = { roadmaps: [plan.roadmap], history: EMPTY_HISTORY, nextSeq: 1, unreadable: 0 };
  const sink = (entry: JournalEntry): void => {
    entries.push(entry);
    stood.push(before);
  };
  const documents = createDocumentStore({ home, context: ctx, sink });
  documents.open({ plan, history: EMPTY_HISTORY, unreadable: 0 });
  for (let step = 0; step < steps; step++) {
    before = planNow(documents);
    act(documents, ctx, dice);
  }
  return { documents, entries, stood };
}

function act(documents: DocumentStore, ctx: TestContext, dice: Chance): void {
  const plan = planNow(documents);
  const roll = dice.next();
  if (roll < 0.15) documents.undo();
  else if (roll < 0.25) documents.redo();
  else if (roll < 0.3) documents.commit(must(renameRoadmap(ctx, plan.roadmap, `Name ${dice.whole(1, 9)}`)));
  else if (roll < 0.4) {
    const inBin = binOf(plan).map(({ entity }) => entity.id);
    const id = dice.pick(inBin);
    const edit =
      id === undefined
        ? null
        : dice.next() < 0.7
          ? purgeFromBin(plan, ctx, [id])
          : restoreFromBin(plan, ctx, id);
    if (edit?.ok) documents.commit(edit.value);
  } else {
    const edit = wildEdit(plan, ctx, dice);
    if (edit.ok) documents.commit(dice.next() < 0.8 ? withFollowers(plan, edit.value) : edit.value);
  }
}

/** A journal as it comes back from the disk: other objects, the same values. */
const readBack = (entries: readonly JournalEntry[]): JournalEntry[] => JSON.parse(JSON.stringify(entries));

const byId = (plan: Plan) => new Map(entitiesOf(plan).map((row) => [row.id, row]));
const sorted = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Both states as baselines would freeze them, held against each other item by item, without any of the list's code. */
function expectTold(then: Plan, plan: Plan, list: ChangeList): void {
  const [was, is] = [then, plan].map(
    (of) => new Map(outlineOf(of).inOrder.map((node) => [node.item.id, frozenItem(node)])),
  );
  const lines = new Map(list.groups.flatMap((group) => group.lines).map((line) => [line.id, line]));
  const says = (id: Id): string[] => lines.get(id)?.says.map(({ kind }) => kind) ?? [];
  const held = (id: Id, of: typeof was, other: typeof was): boolean => {
    const parent = of?.get(id)?.parentId ?? null;
    return parent !== null && !other?.has(parent);
  };
  for (const item of was?.values() ?? []) {
    const now = is?.get(item.id);
    const isGone = !now && !held(item.id, was, is);
    expect([item.id, says(item.id).includes("deleted")]).toEqual([item.id, isGone]);
    if (!now) continue;
    const isOwn = item.kind !== "stage" && outlineOf(plan).byId.get(item.id)?.isGroup === false;
    const isMoved = item.start !== now.start || item.finish !== now.finish;
    expect([item.id, says(item.id).includes("moved")]).toEqual([item.id, isOwn && isMoved]);
    expect([item.id, says(item.id).includes("renamed")]).toEqual([item.id, item.name !== now.name]);
    expect([item.id, says(item.id).includes("regrouped")]).toEqual([item.id, item.parentId !== now.parentId]);
    const isOver = says(item.id).some((kind) => kind === "done" || kind === "dropped");
    expect([item.id, isOver]).toEqual([item.id, isOwn && !item.isFinished && now.isFinished]);
  }
  for (const { id } of is?.values() ?? []) {
    const isNew = !was?.has(id) && !held(id, is, was);
    expect([id, says(id).some((kind) => kind === "added" || kind === "restored")]).toEqual([id, isNew]);
  }
}

describe("what changed, by the journal and by the two states", () => {
  it.each(Array.from({ length: 60 }, (_, i) => i + 1))("is the same after random edits (seed %i)", (seed) => {
    const { documents, entries, stood } = play(seed, 30);
    const plan = planNow(documents);
    const dice = chance(seed + 1_000);
    for (const at of [0, dice.whole(0, entries.length - 1)]) {
      const then = stood[at] as Plan;
      const net = netOfChanges(
        plan.roadmap.id,
        readBack(entries.slice(at)).map(({ change }) => change),
      );
      expect(sorted(net)).toEqual(sorted(netOfStates(then, plan)));
      expect(isWhereItLed(plan, net)).toBe(true);
      const told = planBefore(plan, net);
      expect(byId(told)).toEqual(byId(then));
      const list = changesSince({ kind: "plan", plan: told }, plan, START);
      expect(list).toEqual(changesSince({ kind: "plan", plan: then }, plan, START));
      expectTold(then, plan, list);
    }
  });

  it("says nothing when everything was taken back", () => {
    const { documents, entries, stood } = play(7, 25);
    while (documents.undo());
    const plan = planNow(documents);
    expect(
      netOfChanges(
        plan.roadmap.id,
        entries.map(({ change }) => change),
      ),
    ).toEqual([]);
    expect(changesSince({ kind: "plan", plan: stood[0] as Plan }, plan, START).groups).toEqual([]);
  });
});
