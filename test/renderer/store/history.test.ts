/** However little of the journal's end is read back, undo and redo after a restart do what they would have done. */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  certainPart,
  EMPTY_HISTORY,
  type History,
  remember,
  rememberPart,
  UNKNOWN_HISTORY,
} from "#renderer/store/history.ts";
import type { JournalEntry } from "#renderer/store/journal.ts";
import { type Change, createChange, invertChange } from "#shared/domain/change.ts";
import { createStage, type Stage } from "#shared/domain/stage.ts";
import { testContext } from "#test/support/builders.ts";

const ctx = testContext();
const stage = (name: string): Stage => createStage({ id: "s", roadmapId: "r", order: "a0", name });

type Move = "edit" | "type" | "pause" | "undo" | "redo";
const MOVES: readonly Move[] = ["edit", "type", "type", "pause", "undo", "undo", "redo"];

/** The journal that such moves write, and the history that a session which saw them all ends with. */
function play(moves: readonly Move[]): { journal: JournalEntry[]; history: History } {
  const journal: JournalEntry[] = [];
  let history = EMPTY_HISTORY;
  let name = 0;
  let burst = 0;
  const write = (kind: JournalEntry["kind"], change: Change): void => {
    const entry: JournalEntry = { seq: journal.length + 1, scope: "r", kind, change };
    journal.push(entry);
    history = remember(ctx, history, entry);
  };
  for (const move of moves) {
    if (move === "pause") burst++;
    else if (move === "undo" || move === "redo") {
      const step = history[move].at(-1);
      if (step) write(move, move === "undo" ? invertChange(ctx, step) : step);
    } else {
      const rows = { updated: [[stage(`${name}`), stage(`${++name}`)] as const] };
      write("edit", createChange(ctx, "Edit", rows, move === "type" ? `burst ${burst}` : null));
    }
  }
  return { journal, history };
}

function rowsOf(steps: readonly Change[]): unknown[] {
  return steps.map(({ added, updated, removed }) => ({ added, updated, removed }));
}

it("knows the same next steps from any tail of the journal as from the whole of it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 60 }), (moves) => {
      const { journal, history } = play(moves);
      for (let cut = 0; cut <= journal.length; cut++) {
        const end = journal.slice(cut).reduce((h, e) => rememberPart(ctx, h, e), UNKNOWN_HISTORY);
        const { undo, redo } = certainPart(end);
        expect(rowsOf(undo)).toEqual(rowsOf(history.undo.slice(history.undo.length - undo.length)));
        expect(rowsOf(redo)).toEqual(rowsOf(history.redo.slice(history.redo.length - redo.length)));
      }
    }),
    { numRuns: 300 },
  );
});

it("leaves no step for a row that was typed and taken away in one go", () => {
  const add = createChange(ctx, "Add", { added: [stage("new")] }, "new:s");
  const remove = createChange(ctx, "Remove", { removed: [stage("new")] }, "new:s");
  const before = createChange(ctx, "Edit", { updated: [[stage("a"), stage("b")]] });
  const history = [before, add, remove].reduce(
    (h, change, i) => remember(ctx, h, { seq: i + 1, scope: "r", kind: "edit", change }),
    EMPTY_HISTORY,
  );
  expect(rowsOf(history.undo)).toEqual(rowsOf([before]));
});
