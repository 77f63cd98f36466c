import { z } from "zod";
import { type Change, changeSchema } from "#shared/domain/change.ts";
import { type Id, idSchema } from "#shared/domain/fields.ts";

/** Edits of the list of roadmaps and edits inside one roadmap undo separately. */
export type Scope = "home" | Id;

/** One line of the append-only journal, written in the same transaction as the rows it changed. */
export interface JournalEntry {
  /** Rises by one per entry over the whole database. */
  readonly seq: number;
  readonly scope: Scope;
  readonly kind: "edit" | "undo" | "redo";
  readonly change: Change;
}

export const journalEntrySchema: z.ZodType<JournalEntry> = z.object({
  seq: z.int().min(1),
  scope: idSchema,
  kind: z.enum(["edit", "undo", "redo"]),
  change: changeSchema,
});
