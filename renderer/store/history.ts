/** What undo and redo would do, kept as net changes. Rebuilt from the journal when a roadmap is opened. */
import { type Change, composeChanges, type EditContext, isEmptyChange } from "#shared/domain/change.ts";
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

/**
 * A history rebuilt from the end of a journal. The steps before that end are there but not known: `hidden` of them
 * stand undone in front of what `known` could do again.
 */
export interface PartialHistory {
  readonly known: History;
  readonly hidden: number;
}

export const UNKNOWN_HISTORY: PartialHistory = { known: EMPTY_HISTORY, hidden: 0 };

/**
 * The same as `remember` while earlier entries are not known. Undo and redo of steps from before count, so that they
 * never move a known one; and typing that may have begun before stays unknown, since half of it cannot be taken back.
 */
export function rememberPart(
  ctx: EditContext,
  { known, hidden }: PartialHistory,
  entry: JournalEntry,
): PartialHistory {
  if (entry.kind === "edit") {
    const mayContinue = known.undo.length + known.redo.length + hidden === 0 && entry.change.group !== null;
    return mayContinue ? UNKNOWN_HISTORY : { known: remember(ctx, known, entry), hidden: 0 };
  }
  if (entry.kind === "undo" && known.undo.length === 0) return { known, hidden: hidden + 1 };
  if (entry.kind === "redo" && hidden > 0) return { known, hidden: hidden - 1 };
  return { known: remember(ctx, known, entry), hidden };
}

/** What can be undone and redone for certain. */
export function certainPart({ known, hidden }: PartialHistory): History {
  return hidden > 0 ? { ...known, redo: [] } : known;
}

function pushEdit(ctx: EditContext, history: History, change: Change): readonly Change[] {
  const last = history.undo.at(-1);
  if (last && change.group !== null && last.group === change.group && history.redo.length === 0) {
    const merged = { ...composeChanges(ctx, last.label, [last, change]), group: change.group };
    // A row typed and taken away again leaves nothing to undo.
    return isEmptyChange(merged) ? history.undo.slice(0, -1) : [...history.undo.slice(0, -1), merged];
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
