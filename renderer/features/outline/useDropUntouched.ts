import { useEffect } from "react";
import type { App } from "#renderer/commands/app.ts";
import { useApp } from "#renderer/commands/hooks.ts";
import { discardRow } from "#renderer/commands/outlining.ts";
import type { Id } from "#shared/domain/fields.ts";

/** A row that was just added goes away again when it is left with nothing in it, however it is left. */
export function useDropUntouched(): void {
  const app = useApp();
  useEffect(
    () =>
      app.ui.subscribe(({ selection }, before) => {
        const [left] = before.selection;
        if (left === undefined || selection.includes(left) || !isUntouched(app, left)) return;
        afterPress(() => {
          if (isUntouched(app, left) && !app.ui.getState().selection.includes(left)) discardRow(app, left);
        });
      }),
    [app],
  );
}

/** Nothing has happened since it was added, and it was given no name. */
function isUntouched(app: App, id: Id): boolean {
  const last = app.documents.state.getState().planHistory.undo.at(-1);
  const [added, ...others] = last?.added ?? [];
  return (
    added?.id === id &&
    others.length + (last?.updated.length ?? 0) === 0 &&
    "name" in added &&
    added.name.trim() === ""
  );
}

/** Rows must not move away under a pointer that is still down: the click would miss what it was meant for. */
function afterPress(run: () => void): void {
  const later = (): void => void window.setTimeout(run, 0);
  if (document.documentElement.matches(":active"))
    window.addEventListener("pointerup", later, { once: true });
  else later();
}
