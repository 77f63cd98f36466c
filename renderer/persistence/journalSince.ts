/** The edits of one roadmap since an instant. Read from the end of the journal back, never the whole of it. */
import { type JournalEntry, journalEntrySchema, type Scope } from "#renderer/store/journal.ts";
import type { JournalQuestion, JournalSince } from "#renderer/store/storage.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { GroundworkDatabase, JournalRow } from "./database.ts";

const BATCH = 200;

/**
 * Edits inside the roadmap, and those of its own row from the list of roadmaps. What made or brought in the roadmap
 * is no edit of it. An entry that cannot be read ends the reading: of older ones nobody can say where they led.
 */
export async function journalSince(
  db: GroundworkDatabase,
  id: Id,
  question: JournalQuestion,
): Promise<JournalSince> {
  const [own, home] = await Promise.all([rowsBack(db, id, question), rowsBack(db, "home", question)]);
  const rows = [...own, ...home.flatMap((row) => ofRoadmap(row, id))].sort((a, b) => b.seq - a.seq);
  const entries: JournalEntry[] = [];
  for (const row of rows) {
    const entry = journalEntrySchema.safeParse(row);
    if (!entry.success) return { entries: entries.reverse(), isCut: true };
    entries.push(entry.data);
  }
  return { entries: entries.reverse(), isCut: false };
}

/** Latest first. */
async function rowsBack(
  db: GroundworkDatabase,
  scope: Scope,
  question: JournalQuestion,
): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  for (let below: number = Number.MAX_SAFE_INTEGER; ; ) {
    const batch = await db.journal
      .where("[scope+seq]")
      .between([scope, 0], [scope, below], true, false)
      .reverse()
      .limit(BATCH)
      .toArray();
    for (const row of batch) {
      if (isBefore(row, question)) return rows;
      rows.push(row);
    }
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return rows;
    below = last.seq;
  }
}

/** Rows are not parsed yet: one whose time cannot be read is not known to be older. */
function isBefore({ change }: JournalRow, { since, sessionId }: JournalQuestion): boolean {
  if (sessionId !== null && change?.sessionId === sessionId) return true;
  return Date.parse(String(change?.at)) < Date.parse(since);
}

/** What an edit of the list of roadmaps did to this one's own row. */
function ofRoadmap(row: JournalRow, id: Id): JournalRow[] {
  const updated: unknown = row.change?.updated;
  if (!Array.isArray(updated)) return [];
  const own = updated.filter((pair) => pair?.[1]?.kind === "roadmap" && pair[1].id === id);
  if (own.length === 0) return [];
  return [{ ...row, change: { ...row.change, added: [], updated: own, removed: [] } }];
}
