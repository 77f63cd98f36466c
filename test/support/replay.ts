/** The journal played from an empty state must give the rows on disk: neither may know what the other does not. */
import type { GroundworkDatabase } from "#renderer/persistence/database.ts";
import type { JournalEntry } from "#renderer/store/journal.ts";
import { ENTITY_KINDS, type Entity, roadmapIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";

type RowsById = Record<Id, Entity>;

/** Every row that the journal has made and not removed again, in its last state. */
export function replayJournal(entries: readonly JournalEntry[]): RowsById {
  const rows = new Map<Id, Entity>();
  for (const { change } of entries) {
    for (const row of change.removed) rows.delete(row.id);
    for (const [, to] of change.updated) rows.set(to.id, to);
    for (const row of change.added) rows.set(row.id, row);
  }
  return Object.fromEntries(rows);
}

/** The same of a database whose roadmaps all came in by the journal, but those of `strangers`. */
export async function rowsOfJournal(db: GroundworkDatabase, strangers: Id = "roadmap"): Promise<RowsById> {
  const entries = (await db.journal.orderBy("seq").toArray()) as unknown as JournalEntry[];
  return without(Object.values(replayJournal(entries)), strangers);
}

/** All rows of all tables, but those of the roadmap `strangers`, which a test put there without a journal. */
export async function rowsOnDisk(db: GroundworkDatabase, strangers: Id = "roadmap"): Promise<RowsById> {
  const tables = await Promise.all(ENTITY_KINDS.map((kind) => db.rows(kind).toArray()));
  return without(tables.flat(), strangers);
}

function without(rows: readonly Entity[], strangers: Id): RowsById {
  return Object.fromEntries(rows.filter((r) => roadmapIdOf(r) !== strangers).map((r) => [r.id, r]));
}
