/**
 * Writes journal entries to the database, in order, each in one transaction with the rows it changed. A failed
 * write is shown, kept and tried again; nothing behind it overtakes it.
 */
import type { StoreApi } from "zustand/vanilla";
import type { JournalEntry } from "#renderer/store/journal.ts";
import type { SaveState } from "#renderer/store/saveStore.ts";
import { kindsOf } from "#shared/domain/change.ts";
import type { Entity, EntityKind } from "#shared/domain/entity.ts";
import { type GroundworkDatabase, TABLE_OF } from "./database.ts";

export interface Persister {
  enqueue(entry: JournalEntry): void;
  /** True once everything enqueued so far is on disk; false when a write has failed. */
  flush(): Promise<boolean>;
  retry(): void;
}

const RETRY_DELAYS_MS = [500, 2_000, 5_000, 15_000];

export function createPersister(db: GroundworkDatabase, save: StoreApi<SaveState>): Persister {
  const queue: JournalEntry[] = [];
  let running: Promise<void> | null = null;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let confirmed = 0;

  /** Ends in the same turn in which it finds the queue empty, so nothing enqueued meanwhile is left standing. */
  async function drain(): Promise<void> {
    try {
      for (let entry = queue[0]; entry; entry = queue[0]) {
        await writeEntry(db, entry);
        confirmed = entry.seq;
        queue.shift();
        attempts = 0;
        save.setState({ queued: queue.length, failure: null });
      }
    } catch (error) {
      save.setState({ failure: sentenceFor(error) });
      timer = setTimeout(start, RETRY_DELAYS_MS[Math.min(attempts++, RETRY_DELAYS_MS.length - 1)]);
    } finally {
      running = null;
    }
  }

  function start(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (running === null && queue.length > 0) running = drain();
  }

  /** The browser has closed the database: fine if it only has to be opened again, not if the data went too. */
  async function checkKept(): Promise<void> {
    if (confirmed === 0 || running !== null) return;
    try {
      if ((await lastSeq(db)) < confirmed) save.setState({ failure: GONE });
    } catch (error) {
      save.setState({ failure: sentenceFor(error) });
    }
  }
  db.on("close", () => void checkKept());
  db.on("versionchange", () => void setTimeout(() => void checkKept()));

  return {
    enqueue(entry) {
      queue.push(entry);
      save.setState({ queued: queue.length });
      if (timer === null) start();
    },
    async flush() {
      if (queue.length > 0) start();
      await running;
      return queue.length === 0;
    },
    retry: start,
  };
}

/** Another window wrote, or the data was cleared: the journal on disk is not the one this entry continues. */
class JournalGone extends Error {
  override readonly name = "JournalGone";
}

async function lastSeq(db: GroundworkDatabase): Promise<number> {
  return Number((await db.journal.orderBy("seq").lastKey()) ?? 0);
}

/**
 * Puts one entry on disk: its rows and its journal line, or neither. Refused when the journal there does not end
 * with the entry before, since changes without the rows they build on are no roadmap.
 */
async function writeEntry(db: GroundworkDatabase, entry: JournalEntry): Promise<void> {
  const { change } = entry;
  const kinds = [...kindsOf(change)];
  await db.transaction("rw", [...kinds.map((kind) => TABLE_OF[kind]), "journal"], async () => {
    if ((await lastSeq(db)) !== entry.seq - 1) throw new JournalGone();
    for (const kind of kinds) await writeRows(db, kind, entry);
    await db.journal.add({ ...entry });
  });
}

async function writeRows(db: GroundworkDatabase, kind: EntityKind, { change }: JournalEntry): Promise<void> {
  const table = db.rows(kind);
  const isOfKind = (row: Entity): boolean => row.kind === kind;
  const removed = change.removed.filter(isOfKind).map((row) => row.id);
  const put = [...change.updated.map(([, to]) => to), ...change.added].filter(isOfKind);
  if (removed.length > 0) await table.bulkDelete(removed);
  if (put.length > 0) await table.bulkPut(put);
}

const GONE =
  "The roadmaps stored on this computer were cleared or changed from outside while this window was open, so the last changes are not saved. Save a copy as a file, then restart the app.";

function sentenceFor(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "JournalGone") return GONE;
  if (name === "QuotaExceededError") {
    return "The disk is full, so the last changes are not saved yet. Free some space; saving is tried again by itself.";
  }
  if (name === "DatabaseClosedError" || name === "InvalidStateError") {
    return "The database was closed, so the last changes are not saved yet. Save a copy as a file, then restart the app.";
  }
  return "The last changes could not be written to disk yet. It is tried again by itself; to be safe, save a copy as a file.";
}
