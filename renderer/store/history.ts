/** What undo and redo would do, kept as net changes. Rebuilt from the journal when a roadmap is opened. */
import { type Change, composeChanges, type EditContext } from "#shared/domain/change.ts";
import type { JournalEntry } from "./journal.ts";

export interface History {
  /** Oldest first; the last one is undone next. */
  readonly undo: readonly Change[];
  readonly redo: readonly Change[];
}

export const EMPTY_HISTORY: History = { undo: [], redo: [] };

/** Steps kept in memory; the journal keeps all. */
export const UNDO_DEPTH = 500;

/** The history after an entry, whether it was made just now or is read back from the journal. */
export function remember(ctx: EditContext, history: History, entry: JournalEntry): History {
  switch (entry.kind) {
    case "edit":
      return { undo: pushEdit(ctx, history, undoable(entry)), redo: [] };
    case "undo": {
      const step = history.undo.at(-1);
      return step ? { undo: history.undo.slice(0, -1), redo: [...history.redo, step] } : history;
    }
    case "redo": {
      const step = history.redo.at(-1);
      return step ? { undo: [...history.undo, step], redo: history.redo.slice(0, -1) } : history;
    }
  }
}

function pushEdit(ctx: EditContext, history: History, change: Change): readonly Change[] {
  const last = history.undo.at(-1);
  if (last && change.group !== null && last.group === change.group && history.redo.length === 0) {
    const merged = { ...composeChanges(ctx, last.label, [last, change]), group: change.group };
    return [...history.undo.slice(0, -1), merged];
  }
  return [...history.undo.slice(-(UNDO_DEPTH - 1)), change];
}

/**
 * Taking back a new, copied or imported roadmap puts it in the bin rather than out of the world: by then it may
 * hold work that is in its own journal.
 */
function undoable({ scope, change }: JournalEntry): Change {
  if (scope !== "home") return change;
  const updated = change.added.flatMap((row) =>
    row.kind === "roadmap" ? [[{ ...row, deletedAt: change.at }, row] as const] : [],
  );
  return updated.length > 0 ? { ...change, added: [], updated } : change;
}
