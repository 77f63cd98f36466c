import type { Storage } from "#renderer/store/storage.ts";
import type { EditContext } from "#shared/domain/change.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { GroundworkDatabase } from "./database.ts";
import { journalSince } from "./journalSince.ts";
import { loadHome, loadPlan, summarise } from "./load.ts";
import type { Persister } from "./persister.ts";

/** The app's storage over Dexie. Reads wait for writes under way, so nobody reads yesterday's rows. */
export function createStorage(db: GroundworkDatabase, persister: Persister, ctx: EditContext): Storage {
  async function read<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    await persister.flush();
    try {
      return await work();
    } catch {
      return refuse(
        "cannot-read",
        "The roadmap could not be read from this computer's database. Restart the app and try again.",
      );
    }
  }
  return {
    loadHome: () => loadHome(db, ctx),
    loadPlan: (id) => read(() => loadPlan(db, ctx, id)),
    journalSince: (id, question) => read(async () => ok(await journalSince(db, id, question))),
    summarise: (id) => read(() => summarise(db, id)),
    flush: persister.flush,
    retry: persister.retry,
  };
}
