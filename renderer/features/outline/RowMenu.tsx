import { Button as AriaButton } from "react-aria-components";
import { togglePin } from "#renderer/commands/dates.ts";
import { handable, openHandOver } from "#renderer/commands/delegation.ts";
import { useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { duplicate, indent, outdent, remove, toggleDone } from "#renderer/commands/items.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { addBelow, addInside } from "#renderer/commands/outlining.ts";
import { setDetailsOpen } from "#renderer/commands/selection.ts";
import { Menu, type MenuEntry } from "#renderer/ui/Menu.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { datedItems } from "#shared/domain/operations/dateRules.ts";
import { KIND_WORDS } from "#shared/domain/words.ts";
import { toggleAll } from "./cursor.ts";
import { activeNow, focusGrid, type Grid, idsNow, startEdit } from "./grid.ts";
import styles from "./RowMenu.module.css";

/** What can be done with the selected rows, where the pointer is. */
export function RowMenu({ grid, x, y }: { readonly grid: Grid; readonly x: number; readonly y: number }) {
  const readOnly = useReadOnly();
  useUi((state) => state.selection);
  function close(): void {
    grid.store.setState({ menu: null });
    if (grid.app.ui.getState().editingId === null) focusGrid(grid);
  }
  const entries = [...(readOnly ? [] : editingEntries(grid)), ...viewEntries(grid)];
  return (
    <span className={styles.place} style={{ left: x, top: y }}>
      <Menu
        startsOpen
        onClosed={close}
        label="Row"
        entries={entries}
        trigger={<AriaButton aria-label="Row menu" excludeFromTabOrder className={styles.anchor ?? ""} />}
      />
    </span>
  );
}

function editingEntries(grid: Grid): readonly MenuEntry[] {
  const { app } = grid;
  const ids = idsNow(grid);
  const node = activeNow(grid);
  if (!node) return [];
  const { id, kind } = node.item;
  const kindWord = KIND_WORDS[kind].toLowerCase();
  const isTask = kind === "task";
  return [
    { id: "below", label: `Add ${kindWord} below`, onAction: () => void addBelow(app, id) },
    ...(kind === "stage"
      ? [
          {
            id: "milestone",
            label: "Add milestone inside",
            onAction: () => void addInside(app, id, "milestone"),
          },
        ]
      : []),
    { id: "task", label: "Add task inside", onAction: () => void addInside(app, id, "task") },
    {
      id: "rename",
      label: "Rename",
      shortcut: "Enter",
      separatorBefore: true,
      onAction: () => startEdit(grid, id, "name"),
    },
    {
      id: "done",
      label: doneWord(kind),
      shortcut: "Space",
      disabled: kind === "stage",
      onAction: () => toggleDone(app, ids),
    },
    {
      id: "hand-over",
      label: "Hand over…",
      shortcut: "Mod+G",
      disabled: handable(app) === null,
      onAction: () => openHandOver(app, handable(app)),
    },
    ...datedEntries(grid, ids),
    {
      id: "in",
      label: "Indent",
      shortcut: "Alt+Shift+ArrowRight",
      disabled: !isTask,
      onAction: () => indent(app, ids),
    },
    {
      id: "out",
      label: "Outdent",
      shortcut: "Alt+Shift+ArrowLeft",
      disabled: !node.parent?.parent || (kind === "milestone" && node.depth === 1),
      onAction: () => outdent(app, ids),
    },
    { id: "duplicate", label: "Duplicate", shortcut: "Mod+D", onAction: () => duplicate(app, ids) },
    {
      id: "delete",
      label: "Delete",
      shortcut: "Delete",
      danger: true,
      separatorBefore: true,
      onAction: () => remove(app, ids),
    },
  ];
}

/** Only where a row has dates of its own. */
function datedEntries({ app }: Grid, ids: readonly Id[]): readonly MenuEntry[] {
  const { plan } = app.documents.state.getState();
  const items = plan ? datedItems(plan, ids) : [];
  if (items.length === 0) return [];
  return [
    {
      id: "pin",
      label: items.every(({ isPinned }) => isPinned) ? "Unpin dates" : "Pin dates",
      onAction: () => togglePin(app, ids),
    },
    {
      id: "promise",
      label: "Set promised date…",
      onAction: () => showDialog(app, { kind: "promise", ids }),
    },
  ];
}

function doneWord(kind: string): string {
  return kind === "milestone" ? "Mark reached or not" : "Mark done or not";
}

function viewEntries(grid: Grid): readonly MenuEntry[] {
  const { app } = grid;
  return [
    {
      id: "details",
      label: "Open details",
      separatorBefore: true,
      onAction: () => setDetailsOpen(app, true),
    },
    { id: "open", label: "Open all rows", onAction: () => toggleAll(grid, true) },
    { id: "close", label: "Close all rows", onAction: () => toggleAll(grid, false) },
  ];
}
