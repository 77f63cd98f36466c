/** The real app without a window: real stores, real persister and Dexie over fake-indexeddb, and a host that records. */
import "fake-indexeddb/auto";
import type { App } from "#renderer/commands/app.ts";
import { openRoadmap } from "#renderer/commands/navigation.ts";
import { GroundworkDatabase } from "#renderer/persistence/database.ts";
import { createPersister, type Persister } from "#renderer/persistence/persister.ts";
import { createStorage } from "#renderer/persistence/storage.ts";
import { createFakePlatform, type FakePlatform } from "#renderer/platform/fake.ts";
import { createDocumentStore, type DocumentStore } from "#renderer/store/documentStore.ts";
import { createSaveStore } from "#renderer/store/saveStore.ts";
import { withOpenSession } from "#renderer/store/sessionContext.ts";
import { createUiStore } from "#renderer/store/uiStore.ts";
import type { Day } from "#shared/domain/day.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { testContext } from "./builders.ts";

export interface TestApp extends App {
  readonly platform: FakePlatform;
  readonly db: GroundworkDatabase;
  readonly persister: Persister;
  /** Sets the clock; it goes on from there. */
  setTime(instant: string): void;
  /** The same database opened anew, as after a restart. */
  restart(): Promise<TestApp>;
}

export interface TestAppOptions {
  readonly today?: Day;
  readonly databaseName?: string;
  readonly readOnly?: string;
  readonly idPrefix?: string;
}

let databases = 0;

export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const databaseName = options.databaseName ?? `test-${++databases}`;
  const started = testContext({ prefix: options.idPrefix ?? "n" });
  const context = withOpenSession(started, () => documents.state.getState().plan);
  const db = new GroundworkDatabase(databaseName);
  const save = createSaveStore();
  const persister = createPersister(db, save);
  const storage = createStorage(db, persister, context);
  const documents: DocumentStore = createDocumentStore({
    home: await storage.loadHome(),
    context,
    readOnly: options.readOnly ?? null,
    sink: persister.enqueue,
  });
  const ui = createUiStore({ today: options.today ?? "2027-01-04" });
  return {
    documents,
    ui,
    save,
    storage,
    platform: createFakePlatform(),
    context,
    db,
    persister,
    setTime: started.setTime,
    async restart() {
      await persister.flush();
      db.close();
      return createTestApp({ ...options, databaseName, idPrefix: `${options.idPrefix ?? "n"}-` });
    },
  };
}

/** An app in which `plan` is stored and open. */
export async function createAppWith(plan: Plan, options: TestAppOptions = {}): Promise<TestApp> {
  const app = await createTestApp(options);
  await storePlan(app.db, plan);
  const restarted = await app.restart();
  await openRoadmap(restarted, plan.roadmap.id);
  return restarted;
}

export async function storePlan(db: GroundworkDatabase, plan: Plan): Promise<void> {
  for (const row of entitiesOf(plan)) await db.rows(row.kind).put(row);
}
