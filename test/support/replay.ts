/** The journal played from the start must give the rows on disk: neither may know what the other does not. */
import type { GroundworkDatabase } from "#renderer/persistence/database.ts";
import type { JournalEntry } from "#renderer/store/journal.ts";
import { ENTITY_KINDS, type Entity } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";

export type RowsById = Record<Id, Entity>;

export function rowsById(rows: Iterable<Entity>): RowsById {
  return Object.fromEntries([...rows].map((row) => [row.id, row]));
}

/** `start` (rows that came in without a journal) with every change of the journal made to it. */
export function replayJournal(entries: readonly JournalEntry[], start: Iterable<Entity> = []): RowsById {
  const rows = new Map([...start].map((row) => [row.id, row]));
  for (const { change } of entries) {
    for (const row of change.removed) rows.delete(row.id);
    for (const [, to] of change.updated) rows.set(to.id, to);
    for (const row of change.added) rows.set(row.id, row);
  }
  return rowsById(rows.values());
}

export async function journalOnDisk(db: GroundworkDatabase): Promise<JournalEntry[]> {
  return (await db.journal.orderBy("seq").toArray()) as unknown as JournalEntry[];
}

export async function rowsOnDisk(db: GroundworkDatabase): Promise<RowsById> {
  const tables = await Promise.all(ENTITY_KINDS.map((kind) => db.rows(kind).toArray()));
  return rowsById(tables.flat());
}
