import { afterEach, describe, expect, it, vi } from "vitest";
import { holdDraft } from "#renderer/commands/drafts.ts";
import { bringIn } from "#renderer/commands/imports.ts";
import { addItemNear, remove, rename } from "#renderer/commands/items.ts";
import { openRoadmap, showHome } from "#renderer/commands/navigation.ts";
import { run } from "#renderer/commands/registry.ts";
import { createRoadmap, duplicate } from "#renderer/commands/roadmaps.ts";
import { saveWord } from "#renderer/store/saveStore.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { createAppWith, createTestApp, storePlan, type TestApp } from "#test/support/app.ts";
import { aPlan } from "#test/support/builders.ts";
import { journalOnDisk, replayJournal, rowsOnDisk } from "#test/support/replay.ts";

const PIZZA = {
  companyName: "Corner Pizza",
  vision: "The best slice in town.",
  startDate: "2027-01-04",
  ceoName: "Ana Lima",
  cooName: "Tom Beck",
};

function planOf(app: TestApp): Plan {
  const { plan } = app.documents.state.getState();
  if (!plan) throw new Error("no plan is open");
  return plan;
}

function rowsById(plan: Plan): Record<string, unknown> {
  return Object.fromEntries(entitiesOf(plan).map((row) => [row.id, row]));
}

afterEach(() => vi.useRealTimers());

describe("keeping", () => {
  it("brings a drafted roadmap back after a restart, to the last row", async () => {
    const app = await createTestApp();
    await createRoadmap(app, PIZZA);
    addItemNear(app, "milestone");
    const taskId = addItemNear(app, "task") as string;
    rename(app, "task", taskId, "Sign the lease");
    const before = planOf(app);
    const again = await app.restart();
    await openRoadmap(again, before.roadmap.id);
    expect(rowsById(planOf(again))).toEqual(rowsById(before));
    expect(outlineOf(planOf(again)).stages.map((s) => s.item.name)).toEqual([
      "Idea",
      "First customer",
      "Customer base",
      "Scale",
    ]);
  });

  it("undoes and redoes across restarts", async () => {
    const app = await createTestApp();
    await createRoadmap(app, PIZZA);
    const id = addItemNear(app, "task") as string;
    rename(app, "task", id, "First");
    rename(app, "task", id, "Second");
    const roadmapId = planOf(app).roadmap.id;

    const second = await app.restart();
    await openRoadmap(second, roadmapId);
    run(second, "edit.undo");
    expect(planOf(second).tasks.get(id)?.name).toBe("First");

    const third = await second.restart();
    await openRoadmap(third, roadmapId);
    run(third, "edit.redo");
    expect(planOf(third).tasks.get(id)?.name).toBe("Second");
    run(third, "edit.undo");
    run(third, "edit.undo");
    run(third, "edit.undo");
    expect(planOf(third).tasks.has(id)).toBe(false);
  });

  it("redoes after a restart however much was undone before it", async () => {
    const app = await createAppWith(aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }] }] }));
    for (let n = 1; n <= 520; n++) rename(app, "task", "A", `name ${n}`);
    for (let n = 0; n < 500; n++) run(app, "edit.undo");
    expect(planOf(app).tasks.get("A")?.name).toBe("name 20");
    const again = await app.restart();
    await openRoadmap(again, "roadmap");
    for (let n = 0; n < 500; n++) run(again, "edit.redo");
    expect(planOf(again).tasks.get("A")?.name).toBe("name 520");
  }, 60_000);

  it("takes a burst of typing back whole after a restart, though it began before what is read back", async () => {
    const app = await createAppWith(aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }] }] }));
    for (let n = 1; n <= 700; n++) rename(app, "task", "A", `A${n}`, { group: "one visit" });
    const again = await app.restart();
    await openRoadmap(again, "roadmap");
    expect(run(again, "edit.undo")).toBe(true);
    expect(planOf(again).tasks.get("A")?.name).toBe("A");
    expect(run(again, "edit.undo")).toBe(false);
  }, 60_000);

  it("keeps a roadmap begun while another was open, whatever is undone in that other one", async () => {
    const app = await createAppWith(aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }] }] }));
    const first = planOf(app);
    rename(app, "task", "A", "A2");
    await createRoadmap(app, PIZZA);
    const begun = rowsById(planOf(app));
    const id = planOf(app).roadmap.id;
    await openRoadmap(app, "roadmap");
    while (run(app, "edit.undo"));
    expect(planOf(app).tasks.get("A")?.name).toBe("A");
    const again = await app.restart();
    expect(again.documents.state.getState().roadmaps.has(id)).toBe(true);
    await openRoadmap(again, id);
    expect(rowsById(planOf(again))).toEqual(begun);
    const replayed = replayJournal(await journalOnDisk(again.db), entitiesOf(first));
    expect(await rowsOnDisk(again.db)).toEqual(replayed);
  });

  it("keeps what is typed in a field when a file is brought in", async () => {
    const app = await createAppWith(aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }] }] }));
    holdDraft(app, {}, () => rename(app, "task", "A", "typed"));
    await bringIn(app, aPlan({ stages: [{ name: "Other" }] }), "Open file");
    expect(planOf(app).roadmap.id).not.toBe("roadmap");
    await openRoadmap(app, "roadmap");
    expect(planOf(app).tasks.get("A")?.name).toBe("typed");
  });

  it("writes one transaction per edit with its journal row, and only the rows that changed", async () => {
    const app = await createAppWith(
      aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }, { task: "B" }] }] }),
    );
    const transactions = vi.spyOn(app.db, "transaction");
    const puts = vi.spyOn(app.db.rows("task"), "bulkPut");
    rename(app, "task", "A", "A2");
    await app.persister.flush();
    expect(transactions).toHaveBeenCalledTimes(1);
    expect(puts.mock.calls.flatMap(([rows]) => rows.map((row) => row.id))).toEqual(["A"]);
    const journal = await app.db.journal.toArray();
    expect(
      journal.map((row) =>
        row.change.updated.map(([from, to]) => [from, to].map((r) => "name" in r && r.name)),
      ),
    ).toEqual([[["A", "A2"]]]);
    expect((await app.db.rows("task").get("A"))?.kind).toBe("task");
  });

  it("puts neither row nor journal line on disk when one of them cannot be written", async () => {
    const app = await createAppWith(aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }] }] }));
    vi.spyOn(app.db.journal, "add").mockRejectedValueOnce(new Error("disk trouble"));
    rename(app, "task", "A", "A2");
    expect(await app.persister.flush()).toBe(false);
    expect(saveWord(app.save.getState())).toBe("failed");
    expect(((await app.db.rows("task").get("A")) as { name: string }).name).toBe("A");
    app.storage.retry();
    expect(await app.persister.flush()).toBe(true);
    expect(saveWord(app.save.getState())).toBe("saved");
    expect(((await app.db.rows("task").get("A")) as { name: string }).name).toBe("A2");
    expect(await app.db.journal.count()).toBe(1);
  });

  it("never says saved while something is queued, and keeps the order through a failure", async () => {
    const app = await createAppWith(aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }] }] }));
    vi.spyOn(app.db.journal, "add").mockRejectedValueOnce(new Error("disk trouble"));
    rename(app, "task", "A", "one");
    rename(app, "task", "A", "two");
    expect(saveWord(app.save.getState())).toBe("saving");
    await app.persister.flush();
    rename(app, "task", "A", "three");
    expect(saveWord(app.save.getState())).toBe("failed");
    app.storage.retry();
    expect(await app.persister.flush()).toBe(true);
    expect(await app.persister.flush()).toBe(true);
    const names = (await app.db.journal.orderBy("seq").toArray()).map(
      (row) => row.change.updated.map(([, to]) => "name" in to && to.name)[0],
    );
    expect(names).toEqual(["one", "two", "three"]);
  });

  it("does not call saved what is written after the stored roadmaps were cleared from outside", async () => {
    const app = await createTestApp();
    await createRoadmap(app, PIZZA);
    await app.persister.flush();
    await app.db.delete({ disableAutoOpen: false });
    await app.db.open();
    addItemNear(app, "task");
    expect(await app.persister.flush()).toBe(false);
    expect(saveWord(app.save.getState())).toBe("failed");
    expect(app.save.getState().failure).toContain("Save a copy as a file");
    expect(await app.db.journal.count()).toBe(0);
  });

  it("keeps a deleted item in the bin across a restart", async () => {
    const app = await createAppWith(
      aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }, { task: "B" }] }] }),
    );
    remove(app, ["A"]);
    const again = await app.restart();
    await openRoadmap(again, "roadmap");
    expect(outlineOf(planOf(again)).byId.has("A")).toBe(false);
    expect(planOf(again).tasks.get("A")?.deletedAt).not.toBeNull();
  });

  it("leaves a row it cannot read as it is, says so, and shows the rest", async () => {
    const app = await createTestApp();
    await storePlan(app.db, aPlan({ stages: [{ name: "Idea", holds: [{ task: "A" }, { task: "B" }] }] }));
    const broken = { ...(await app.db.rows("task").get("A")), start: "not a day" };
    await app.db.table("tasks").put(broken);
    const again = await app.restart();
    await openRoadmap(again, "roadmap");
    expect([...planOf(again).tasks.keys()]).toEqual(["B"]);
    expect(again.ui.getState().dialog).toMatchObject({ kind: "problem" });
    expect(await again.db.table("tasks").get("A")).toEqual(broken);
  });

  it("copies a roadmap under new ids and leaves the original alone", async () => {
    const app = await createAppWith(
      aPlan({
        people: [{ name: "Ana" }],
        stages: [
          {
            name: "Idea",
            holds: [{ milestone: "M", ownerId: "Ana", holds: [{ task: "A", does: ["Ana"] }] }],
          },
        ],
        links: [{ from: "A", to: "M" }],
      }),
    );
    const original = rowsById(planOf(app));
    showHome(app);
    await duplicate(app, "roadmap");
    await app.persister.flush();
    const copy = [...app.documents.state.getState().roadmaps.values()].find((r) => r.id !== "roadmap");
    expect(copy?.name).toBe("Corner Pizza (copy)");
    await openRoadmap(app, copy?.id as string);
    const ids = entitiesOf(planOf(app)).map((row) => row.id);
    expect(ids.some((id) => id in original)).toBe(false);
    expect(planOf(app).dependencies.size).toBe(1);
    await openRoadmap(app, "roadmap");
    expect(rowsById(planOf(app))).toEqual(original);
  });
});
