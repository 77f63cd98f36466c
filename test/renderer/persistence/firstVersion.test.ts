/** A database that the first version wrote: no baselines, and rows without the fields that came later. */
import "fake-indexeddb/auto";
import Dexie from "dexie";
import { expect, it } from "vitest";
import { editTask, toggleDone } from "#renderer/commands/items.ts";
import { openRoadmap } from "#renderer/commands/navigation.ts";
import { run } from "#renderer/commands/registry.ts";
import { type Entity, entitySchemas } from "#shared/domain/entity.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { createTestApp, type TestApp } from "#test/support/app.ts";
import { aPlan } from "#test/support/builders.ts";

const NAME = "first-version";
const LATER = ["constraint", "deadline", "isPinned", "actualStart", "actualFinish", "daysOff", "statusDate"];

function asFirstWritten(row: Entity): object {
  const kept = Object.entries(row).filter(([key]) => !LATER.includes(key));
  if (row.kind !== "roadmap") return Object.fromEntries(kept);
  const { holidays: _, ...calendar } = row.calendar;
  return { ...Object.fromEntries(kept), calendar };
}

async function writeFirstVersion(plan: Plan): Promise<void> {
  const tables = { task: "tasks", stage: "stages", milestone: "milestones", person: "people" } as const;
  const db = new Dexie(NAME);
  db.version(1).stores({
    roadmaps: "id",
    ...Object.fromEntries([...Object.values(tables), "dependencies"].map((t) => [t, "id, roadmapId"])),
    journal: "seq, [scope+seq]",
  });
  const names: Record<string, string> = { ...tables, roadmap: "roadmaps", dependency: "dependencies" };
  for (const row of entitiesOf(plan)) await db.table(names[row.kind] as string).put(asFirstWritten(row));
  db.close();
}

const OLD = aPlan({
  people: [{ name: "Ana" }],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "a", start: "2027-01-04", durationDays: 2, does: ["Ana"] },
        { task: "b", start: "2027-01-06" },
        { milestone: "m", date: "2027-01-06" },
      ],
    },
  ],
  links: [
    { from: "a", to: "b" },
    { from: "b", to: "m" },
  ],
});

function planOf(app: TestApp): Plan {
  const { plan } = app.documents.state.getState();
  if (!plan) throw new Error("no plan is open");
  return plan;
}

it("opens, follows its links, is undone and kept", async () => {
  await writeFirstVersion(OLD);
  const app = await createTestApp({ databaseName: NAME });
  await openRoadmap(app, "roadmap");
  expect(planOf(app)).toEqual(OLD);
  editTask(app, "a", { durationDays: 4 });
  expect(planOf(app).tasks.get("b")?.start).toBe("2027-01-08");
  expect(planOf(app).milestones.get("m")?.date).toBe("2027-01-08");
  toggleDone(app, ["a"]);
  const edited = planOf(app);

  const again = await app.restart();
  await openRoadmap(again, "roadmap");
  expect(planOf(again)).toEqual(edited);
  run(again, "edit.undo");
  run(again, "edit.undo");
  expect(planOf(again)).toEqual(OLD);
  await again.persister.flush();
  for (const row of await again.db.rows("task").toArray())
    expect(entitySchemas.task.safeParse(row).success).toBe(true);
});
