import { describe, expect, it } from "vitest";
import { closedSessions, formerOf } from "#renderer/commands/changes.ts";
import { perform } from "#renderer/commands/perform.ts";
import { createDocumentStore, type DocumentStore } from "#renderer/store/documentStore.ts";
import { EMPTY_HISTORY } from "#renderer/store/history.ts";
import type { JournalEntry } from "#renderer/store/journal.ts";
import { changesSince } from "#shared/changes/list.ts";
import { isWhereItLed, netOfChanges, netOfStates, planBefore } from "#shared/changes/net.ts";
import type { ChangeList } from "#shared/changes/types.ts";
import type { Decision } from "#shared/domain/decision.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { frozenItem } from "#shared/domain/operations/baselines.ts";
import { binOf, purgeFromBin, restoreFromBin } from "#shared/domain/operations/bin.ts";
import { renameRoadmap } from "#shared/domain/operations/roadmaps.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import { createAppWith } from "#test/support/app.ts";
import { START, type TestContext, testContext } from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";
import { wildEdit, wildPlan } from "#test/support/wildPlans.ts";
import { wildRecord } from "#test/support/wildRecords.ts";

interface Played {
  readonly documents: DocumentStore;
  readonly entries: readonly JournalEntry[];
  /** The plan as it stood before each entry. */
  readonly stood: readonly Plan[];
}

const planNow = (documents: DocumentStore): Plan => documents.state.getState().plan as Plan;

/** Edits as the app makes them, with what they move, sessions, issues and decisions between them, undone and redone, deleted, restored and purged. */
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
    const edit = dice.next() < 0.35 ? wildRecord(plan, ctx, dice) : wildEdit(plan, ctx, dice);
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
  expectRecordsTold(then, plan, says);
}

/** Issues and decisions as they stood and stand, and what was decided at the gates of stages that stand in both. */
function expectRecordsTold(then: Plan, plan: Plan, says: (id: Id) => string[]): void {
  const told = (id: Id, ...kinds: string[]): boolean => says(id).some((kind) => kinds.includes(kind));
  const isLive = (row: Issue | Decision | undefined): boolean => row?.deletedAt === null;
  const pairs = (of: (plan: Plan) => ReadonlyMap<Id, Issue | Decision>) =>
    [...new Set([...of(then).keys(), ...of(plan).keys()])].map(
      (id) => [id, of(then).get(id), of(plan).get(id)] as const,
    );
  for (const [id, was, is] of [...pairs((of) => of.issues), ...pairs((of) => of.decisions)]) {
    expect([id, told(id, "deleted")]).toEqual([id, isLive(was) && !isLive(is)]);
    expect([id, told(id, "restored")]).toEqual([id, was !== undefined && !isLive(was) && isLive(is)]);
  }
  for (const [id, was, is] of pairs((of) => of.issues)) {
    expect([id, told(id, "raised")]).toEqual([id, !was && isLive(is)]);
    if (isLive(was) && isLive(is) && was?.state !== is?.state) expect([id, says(id)]).not.toEqual([id, []]);
  }
  for (const [id, was, is] of pairs((of) => of.decisions)) {
    if (!isLive(is) || (was && !isLive(was)) || was?.state === is?.state) continue;
    expect([id, told(id, "decided", "proposed")]).toEqual([id, true]);
  }
  for (const decision of plan.gateDecisions.values()) {
    const { stageId } = decision;
    const stands = [then, plan].every((of) => of.stages.get(stageId)?.deletedAt === null);
    if (stands && !then.gateDecisions.has(decision.id))
      expect([stageId, told(stageId, "gate")]).toEqual([stageId, true]);
  }
}

/** Sessions closed in the real app, with its journal read from disk. Returns how many there were. */
async function expectToldSinceSessions(seed: number): Promise<number> {
  const dice = chance(seed);
  const app = await createAppWith(wildPlan(dice, testContext({ prefix: "w" })));
  const context = app.context as TestContext;
  const now = (): Plan => planNow(app.documents);
  const closings = new Map<Id, Plan>();
  for (let step = 0; step < 90; step++) {
    perform(app, (plan) => (dice.next() < 0.5 ? wildRecord : wildEdit)(plan, context, dice));
    for (const { id } of closedSessions(now())) if (!closings.has(id)) closings.set(id, now());
    for (const id of closings.keys()) if (!now().sessions.get(id)?.closedAt) closings.delete(id);
  }
  for (const [id, then] of closings) {
    const { former } = must(await formerOf(app, { kind: "session", id }));
    expect(former.kind === "plan" && byId(former.plan)).toEqual(byId(then));
    expect(changesSince(former, now(), START)).toEqual(
      changesSince({ kind: "plan", plan: then }, now(), START),
    );
  }
  return closings.size;
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

  it("is told since a session as since the plan that was closed with it", async () => {
    let told = 0;
    for (const seed of [1, 2, 3, 4]) told += await expectToldSinceSessions(seed);
    expect(told).toBeGreaterThan(3);
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
