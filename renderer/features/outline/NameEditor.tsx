import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { newItemGroup, nudge, rename } from "#renderer/commands/items.ts";
import {
  addBelow,
  discardRow,
  isJustAdded,
  levelIn,
  levelOut,
  paste,
  restoreName,
} from "#renderer/commands/outlining.ts";
import { type Draft, useDraft } from "#renderer/commands/useDraft.ts";
import { matchesShortcut } from "#renderer/ui/shortcut.ts";
import { parsePastedLines } from "#shared/domain/operations/paste.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { KIND_WORDS } from "#shared/domain/words.ts";
import { goToRow } from "./cursor.ts";
import { endEdit, focusGrid, type Grid, startEdit, visibleNow } from "./grid.ts";
import styles from "./Name.module.css";

interface NameEditorProps {
  readonly grid: Grid;
  readonly node: OutlineNode;
}

/** A closing menu gives the focus back to its button; within this time the new row's name takes it again. */
const SETTLE_MS = 200;

const PLACEHOLDERS = {
  stage: "Name this stage",
  milestone: "A point you can prove you have reached",
  task: "What has to be done",
} as const;

/** Typing the name of a row: Enter for the next row, Tab for its level, arrows for the rows around. */
export function NameEditor({ grid, node }: NameEditorProps) {
  const { item } = node;
  const input = useRef<HTMLInputElement>(null);
  const draft = useDraft(item.name, (text, typing) => {
    const group = isJustAdded(grid.app, item.id) ? newItemGroup(item.id) : typing;
    rename(grid.app, item.kind, item.id, text, { group });
  });
  const typing = useRef({ draft, node, startName: item.name });
  typing.current = { ...typing.current, draft, node };
  const isSettling = useFocusOnStart(grid, input);
  return (
    <input
      ref={input}
      type="text"
      data-editor
      aria-label={`${KIND_WORDS[item.kind]} name`}
      className={styles.input}
      placeholder={PLACEHOLDERS[item.kind]}
      maxLength={500}
      value={draft.text}
      onChange={(event) => draft.setText(event.target.value)}
      onKeyDown={(event) => onNameKey(grid, typing.current, event)}
      onPaste={(event) => {
        const text = event.clipboardData.getData("text/plain");
        if (parsePastedLines(text).length < 2) return;
        event.preventDefault();
        const fill = draft.text.trim() === "";
        draft.commit();
        if (paste(grid.app, { id: item.id, fill }, text) > 0) focusGrid(grid);
      }}
      onBlur={() => {
        draft.commit();
        if (!isSettling() && document.hasFocus() && grid.app.ui.getState().editingId === item.id)
          endEdit(grid);
      }}
    />
  );
}

function useFocusOnStart(grid: Grid, input: RefObject<HTMLInputElement | null>): () => boolean {
  const until = useRef(0);
  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    until.current = performance.now() + SETTLE_MS;
    field.focus({ preventScroll: true });
    const end = field.value.length;
    field.setSelectionRange(grid.store.getState().caret === "all" ? 0 : end, end);
    grid.store.setState({ caret: "end" });
    const timer = window.setTimeout(() => {
      if (document.activeElement !== field && document.hasFocus()) field.focus({ preventScroll: true });
    }, SETTLE_MS);
    return () => window.clearTimeout(timer);
  }, [grid, input]);
  return () => performance.now() < until.current;
}

interface Typing {
  readonly draft: Draft;
  readonly node: OutlineNode;
  readonly startName: string;
}

function onNameKey(grid: Grid, typing: Typing, event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing) return;
  const action = nameAction(grid, typing, event);
  if (!action) return;
  event.preventDefault();
  typing.draft.commit();
  action();
}

function nameAction(grid: Grid, typing: Typing, event: KeyboardEvent<HTMLInputElement>): (() => void) | null {
  const { id } = typing.node.item;
  const pressed = (keys: string): boolean => matchesShortcut(event.nativeEvent, keys);
  const isEmpty = event.currentTarget.value.trim() === "";
  if (pressed("Escape")) return () => giveUp(grid, typing);
  if (pressed("Enter")) return () => (isEmpty ? leaveEmpty(grid, typing) : addBelow(grid.app, id));
  if (pressed("Shift+Enter") || pressed("F2")) return () => leave(grid);
  if (pressed("Tab") || pressed("Alt+Shift+ArrowRight")) return () => levelIn(grid.app, id);
  if (pressed("Shift+Tab") || pressed("Alt+Shift+ArrowLeft")) return () => levelOut(grid.app, id);
  if (pressed("Alt+ArrowUp")) return () => nudge(grid.app, [id], -1);
  if (pressed("Alt+ArrowDown")) return () => nudge(grid.app, [id], 1);
  if (pressed("ArrowUp")) return () => editNeighbour(grid, typing, -1);
  if (pressed("ArrowDown")) return () => editNeighbour(grid, typing, 1);
  if (pressed("Backspace") && event.currentTarget.value === "") return () => removeAndGoUp(grid, typing);
  return null;
}

function leave(grid: Grid): void {
  endEdit(grid);
  focusGrid(grid);
}

/** Restores the name, also where a pause had made a change of what was typed. A new row keeps what it was given. */
function giveUp(grid: Grid, { node, startName, draft }: Typing): void {
  const isNew = startName === "" && isJustAdded(grid.app, node.item.id);
  if (isNew && draft.text.trim() === "") {
    dropRow(grid, node);
    return;
  }
  if (!isNew) restoreName(grid.app, node.item.id, startName);
  leave(grid);
}

function leaveEmpty(grid: Grid, { node }: Typing): void {
  if (isJustAdded(grid.app, node.item.id)) dropRow(grid, node);
  else leave(grid);
}

/** Takes the row away and goes back to the row above, or to the one that takes its place. */
function dropRow(grid: Grid, node: OutlineNode): void {
  const next = neighbourOf(grid, node, -1) ?? neighbourOf(grid, node, 1);
  discardRow(grid.app, node.item.id);
  endEdit(grid);
  if (next) goToRow(grid, next);
  focusGrid(grid);
}

function removeAndGoUp(grid: Grid, { node }: Typing): void {
  const next = neighbourOf(grid, node, -1) ?? neighbourOf(grid, node, 1);
  discardRow(grid.app, node.item.id);
  if (next) startEdit(grid, next, "name");
  else leave(grid);
}

function editNeighbour(grid: Grid, { node }: Typing, by: 1 | -1): void {
  const next = neighbourOf(grid, node, by);
  if (!next) return;
  const { item } = visibleItem(grid, node) ?? node;
  if (item.name.trim() === "" && isJustAdded(grid.app, item.id)) discardRow(grid.app, item.id);
  startEdit(grid, next, "name");
}

/** The row as it is now: the draft was committed a moment ago. */
function visibleItem(grid: Grid, node: OutlineNode): OutlineNode | null {
  const visible = visibleNow(grid);
  const row = visible.rows[visible.indexOf.get(node.item.id) ?? -1];
  return row?.type === "item" ? row.node : null;
}

function neighbourOf(grid: Grid, node: OutlineNode, by: 1 | -1): string | null {
  const { ids } = visibleNow(grid);
  return ids[ids.indexOf(node.item.id) + by] ?? null;
}
