/** The keyboard of the whole window: runs the command whose shortcut was pressed. */

import type { App } from "#renderer/commands/app.ts";
import { run } from "#renderer/commands/registry.ts";
import { matchesShortcut } from "#renderer/ui/shortcut.ts";
import { COMMANDS, type CommandId, type CommandInfo } from "#shared/commands/catalogue.ts";

/** Commands that edit the selected rows: while somebody types, these keys belong to the text. */
const NOT_WHILE_TYPING: ReadonlySet<CommandId> = new Set<CommandId>([
  "item.moveUp",
  "item.moveDown",
  "item.duplicate",
  "item.indent",
  "item.outdent",
]);

/** While the plan is shown to a room, other keys would work on what lies behind. */
const WHILE_PRESENTING: ReadonlySet<CommandId> = new Set<CommandId>([
  "edit.undo",
  "edit.redo",
  "view.theme",
  "app.shortcuts",
]);

export function listenToKeyboard(app: App): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const id = commandFor(event);
    if (!id || isBlocked(app, id, event.target)) return;
    if (run(app, id)) event.preventDefault();
  }
  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}

function commandFor(event: KeyboardEvent): CommandId | null {
  const redo = matchesShortcut(event, "Mod+Y");
  if (redo) return "edit.redo";
  const known: readonly (CommandInfo & { readonly id: CommandId })[] = COMMANDS;
  return known.find((command) => command.shortcut && matchesShortcut(event, command.shortcut))?.id ?? null;
}

function isBlocked(app: App, id: CommandId, target: EventTarget | null): boolean {
  if (app.ui.getState().dialog !== null) return true;
  if (app.ui.getState().isPresenting && !WHILE_PRESENTING.has(id)) return true;
  return NOT_WHILE_TYPING.has(id) && isTextField(target);
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  );
}
