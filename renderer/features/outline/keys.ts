/** The keyboard while a row or a cell is in focus. While somebody types, the editors have it. */
import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { duplicate, indent, nudge, outdent, remove, toggleDone } from "#renderer/commands/items.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { matchesShortcut } from "#renderer/ui/shortcut.ts";
import { clearCell } from "./cellValues.ts";
import { opensList } from "./columns.ts";
import { goBy, goLeft, goRight, goToEnd, letGo, selectAll } from "./cursor.ts";
import { activeNow, type Grid, idsNow, isReadOnly, startEdit } from "./grid.ts";

type Action = (grid: Grid, event: KeyboardEvent) => void;

const MOVES: Record<string, Action> = {
  ArrowUp: (grid, event) => goBy(grid, -1, event.shiftKey),
  ArrowDown: (grid, event) => goBy(grid, 1, event.shiftKey),
  PageUp: (grid, event) => goBy(grid, -grid.view.pageRows, event.shiftKey),
  PageDown: (grid, event) => goBy(grid, grid.view.pageRows, event.shiftKey),
  Home: (grid, event) => goToEnd(grid, "first", event.shiftKey),
  End: (grid, event) => goToEnd(grid, "last", event.shiftKey),
  ArrowRight: goRight,
  ArrowLeft: goLeft,
  Escape: letGo,
  "?": (grid) => showDialog(grid.app, { kind: "shortcuts" }),
  ContextMenu: openMenuByKey,
};

const EDITS: Record<string, Action> = {
  Enter: editFocused,
  F2: editFocused,
  " ": (grid) => toggleDone(grid.app, idsNow(grid)),
  Delete: deleteFocused,
  Backspace: deleteFocused,
};

/** The same keys as in the menus; listed here too so that they work on the row in focus when none is selected. */
const SHORTCUTS: readonly (readonly [string, Action])[] = [
  ["Alt+Shift+ArrowRight", (grid) => indent(grid.app, idsNow(grid))],
  ["Alt+Shift+ArrowLeft", (grid) => outdent(grid.app, idsNow(grid))],
  ["Alt+ArrowUp", (grid) => nudge(grid.app, idsNow(grid), -1)],
  ["Alt+ArrowDown", (grid) => nudge(grid.app, idsNow(grid), 1)],
  ["Mod+D", (grid) => duplicate(grid.app, idsNow(grid))],
];

export function onGridKey(grid: Grid, event: KeyboardEvent): void {
  if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
  if (startTyping(grid, event)) return;
  const action = actionFor(grid, event);
  if (!action) return;
  event.preventDefault();
  action(grid, event);
}

function actionFor(grid: Grid, event: KeyboardEvent): Action | null {
  if (matchesShortcut(event.nativeEvent, "Mod+A")) return selectAll;
  if (matchesShortcut(event.nativeEvent, "Shift+F10")) return openMenuByKey;
  const editable = !isReadOnly(grid);
  const shortcut = SHORTCUTS.find(([keys]) => matchesShortcut(event.nativeEvent, keys));
  if (shortcut) return editable ? shortcut[1] : null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return MOVES[event.key] ?? (editable ? EDITS[event.key] : undefined) ?? null;
}

/**
 * A printed character starts an edit that replaces the text. The editor takes the focus while the key is still
 * down, so the character itself (of any keyboard) lands in it. A list takes a moment to open and gets it then.
 */
function startTyping(grid: Grid, event: KeyboardEvent): boolean {
  const printed = [...event.key].length === 1 && event.key !== " " && event.key !== "?";
  const active = activeNow(grid);
  if (!printed || event.ctrlKey || event.metaKey || event.altKey || !active || isReadOnly(grid)) return false;
  const column = grid.store.getState().column ?? "name";
  if (opensList(column)) grid.view.typedAhead += event.key;
  if (grid.store.getState().editing === null) flushSync(() => startEdit(grid, active.item.id, column, "all"));
  return true;
}

function editFocused(grid: Grid): void {
  const active = activeNow(grid);
  if (active) startEdit(grid, active.item.id, grid.store.getState().column ?? "name", "end");
}

function deleteFocused(grid: Grid): void {
  const { column } = grid.store.getState();
  const active = activeNow(grid);
  if (column === null || column === "name") remove(grid.app, idsNow(grid));
  else if (active) clearCell(grid, active, column);
}

function openMenuByKey(grid: Grid): void {
  const { element } = grid.view;
  const id = element?.getAttribute("aria-activedescendant");
  const box = id ? document.getElementById(id)?.getBoundingClientRect() : null;
  if (box) grid.store.setState({ menu: { x: box.left + 72, y: box.bottom } });
}
