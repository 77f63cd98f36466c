import type { KeyboardEvent } from "react";
import type { Selection } from "react-aria-components";
import { matchesShortcut } from "./shortcut.ts";

/** For a list in which one row is chosen, by the arrow keys or the mouse. */
export function chosenOne(chosenId: string | null, onChoose: (id: string) => void) {
  return {
    selectionMode: "single",
    selectionBehavior: "replace",
    disallowEmptySelection: true,
    escapeKeyBehavior: "none",
    selectedKeys: chosenId === null ? [] : [chosenId],
    onSelectionChange(keys: Selection): void {
      const id = keys === "all" ? undefined : [...keys][0];
      if (id !== undefined) onChoose(String(id));
    },
  } as const;
}

interface RowActions {
  readonly remove: () => void;
  readonly move?: (by: -1 | 1) => void;
}

/** Delete and Alt with an arrow, for the chosen row. To be heard before the list, which would choose the next row. */
export function rowKeys(isOn: boolean, { remove, move }: RowActions): (event: KeyboardEvent) => void {
  return (event) => {
    if (!isOn) return;
    if (event.key === "Delete") remove();
    else if (move && matchesShortcut(event.nativeEvent, "Alt+ArrowUp")) move(-1);
    else if (move && matchesShortcut(event.nativeEvent, "Alt+ArrowDown")) move(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
