import { describe, expect, it } from "vitest";
import { createDocumentStore } from "#renderer/store/documentStore.ts";
import { EMPTY_HISTORY, remember } from "#renderer/store/history.ts";
import type { JournalEntry } from "#renderer/store/journal.ts";
import type { Change } from "#shared/domain/change.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { addItem } from "#shared/domain/operations/place.ts";
import { deleteRoadmap, renameRoadmap, startRoadmap } from "#shared/domain/operations/roadmaps.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

function openStore(plan: Plan = aPlan({ stages: [{ name: "Idea", holds: [{ task: "Ask ten people" }] }] })) {
  const context = testContext();
  const written: JournalEntry[] = [];
  const store = createDocumentStore({
    home: { roadmaps: [plan.roadmap], history: EMPTY_HISTORY, nextSeq: 1, unreadable: 0 },
    context,
    sink: (entry) => written.push(entry),
  });
  store.open({ plan, history: EMPTY_HISTORY, unreadable: 0 });
  const openPlan = (): Plan => store.state.getState().plan as Plan;
  const rename = (name: string, group?: string): boolean =>
    store.commit(
      must(
        editEntity(openPlan(), context, "task", "Ask ten people", { name }, { ...(group ? { group } : {}) }),
      ),
    );
  return {
    store,
    context,
    written,
    openPlan,
    rename,
    taskName: () => openPlan().tasks.get("Ask ten people")?.name,
  };
}

describe("document store", () => {
  it("applies a change and hands it on once, in order", () => {
    const { written, rename, taskName } = openStore();
    rename("Ask twenty people");
    rename("Ask thirty people");
    expect(taskName()).toBe("Ask thirty people");
    expect(written.map((entry) => [entry.seq, entry.kind, entry.scope])).toEqual([
      [1, "edit", "roadmap"],
      [2, "edit", "roadmap"],
    ]);
  });

  it("does not write a change that changes nothing", () => {
    const { written, rename } = openStore();
    expect(rename("Ask ten people")).toBe(false);
    expect(written).toEqual([]);
  });

  it("undoes and redoes, and forgets what could be redone after a new edit", () => {
    const { store, rename, taskName } = openStore();
    rename("A");
    rename("B");
    store.undo();
    expect(taskName()).toBe("A");
    store.redo();
    expect(taskName()).toBe("B");
    store.undo();
    rename("C");
    expect(store.redo()).toBeNull();
    store.undo();
    expect(taskName()).toBe("A");
  });

  it("takes a burst of typing back as one step", () => {
    const { store, rename, taskName } = openStore();
    for (const text of ["W", "Wa", "Wal", "Walk"]) rename(text, "burst");
    rename("Walk there");
    store.undo();
    expect(taskName()).toBe("Walk");
    store.undo();
    expect(taskName()).toBe("Ask ten people");
  });

  it("rebuilds the same history from the journal", () => {
    const { store, context, written, rename } = openStore();
    rename("A", "g1");
    rename("AB", "g1");
    rename("B");
    store.undo();
    store.undo();
    store.redo();
    const rebuilt = written.reduce((history, entry) => remember(context, history, entry), EMPTY_HISTORY);
    const { planHistory } = store.state.getState();
    const states = (changes: readonly Change[]) => changes.map((change) => change.updated);
    expect(states(rebuilt.undo)).toEqual(states(planHistory.undo));
    expect(states(rebuilt.redo)).toEqual(states(planHistory.redo));
  });

  it("refuses every edit while it is read-only", () => {
    const { store, rename, taskName, written } = openStore();
    store.state.setState({ readOnly: "Open elsewhere." });
    expect(rename("X")).toBe(false);
    expect(taskName()).toBe("Ask ten people");
    expect(written).toEqual([]);
  });

  it("keeps edits of other fields when an old edit of a roadmap is taken back", () => {
    const { store, context, openPlan } = openStore();
    store.commit(must(editEntity(openPlan(), context, "roadmap", "roadmap", { vision: "Everywhere" })));
    store.close();
    const roadmap = () => store.state.getState().roadmaps.get("roadmap");
    store.commit(must(renameRoadmap(context, roadmap() as never, "Renamed at home")));
    store.open({ plan: openPlanOf(store, roadmap()), history: historyOf(store), unreadable: 0 });
    store.close();
    store.undo();
    expect(roadmap()?.name).toBe("Corner Pizza");
    expect(roadmap()?.vision).toBe("Everywhere");
  });

  it("puts a new roadmap in the bin when its creation is undone, with the work done in it since", () => {
    const { store, context, written } = openStore();
    store.close();
    const change = must(
      startRoadmap(context, {
        companyName: "New Co",
        vision: "",
        startDate: "2027-01-04",
        ceoName: "A",
        cooName: "B",
      }),
    );
    store.commit(change);
    const id = change.added[0]?.id as string;
    expect(written.at(-1)?.scope).toBe("home");
    store.undo();
    expect(store.state.getState().roadmaps.get(id)?.deletedAt).not.toBeNull();
    expect(written.at(-1)?.change.removed).toEqual([]);
    store.redo();
    expect(store.state.getState().roadmaps.get(id)?.deletedAt).toBeNull();
  });

  it("keeps what happens at home out of a roadmap's own undo", () => {
    const { store, context, rename, taskName } = openStore();
    rename("A");
    const history = store.state.getState().planHistory;
    const plan = store.state.getState().plan as Plan;
    store.close();
    store.commit(must(deleteRoadmap(context, plan.roadmap)));
    store.undo();
    expect(store.state.getState().roadmaps.get("roadmap")?.deletedAt).toBeNull();
    store.open({ plan, history, unreadable: 0 });
    store.undo();
    expect(taskName()).toBe("Ask ten people");
  });

  it("keeps the identity of what a change does not touch", () => {
    const { store, context, openPlan, rename } = openStore();
    const before = openPlan();
    rename("A");
    expect(openPlan().stages).toBe(before.stages);
    expect(openPlan().people).toBe(before.people);
    store.commit(must(addItem(openPlan(), context, { parentId: null, afterId: "Idea" }, { kind: "stage" })));
    expect(openPlan().tasks.size).toBe(1);
  });
});

function openPlanOf(store: ReturnType<typeof createDocumentStore>, roadmap: unknown): Plan {
  return { ...(store.state.getState().plan ?? aPlan()), roadmap } as Plan;
}

function historyOf(store: ReturnType<typeof createDocumentStore>) {
  return store.state.getState().planHistory;
}
