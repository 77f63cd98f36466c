/**
 * The state of the outline on screen that is nobody else's: the cell in focus, the cell being edited, the menu and
 * the drag. The grid element keeps the keyboard focus itself, so that scrolling, undo and deleting never lose it;
 * the row or cell meant is its active descendant.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { App } from "#renderer/commands/app.ts";
import { startEditing } from "#renderer/commands/selection.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { type ColumnId, isEditable, type Layout } from "./columns.ts";
import type { Drop } from "./drop.ts";
import { type VisibleRows, visibleRows, visibleSelfOrHolder } from "./rows.ts";

export interface Drag {
  readonly ids: readonly Id[];
  readonly label: string;
  readonly drop: Drop | null;
  readonly x: number;
  readonly y: number;
}

export interface GridState {
  /** The cell in focus; null while the row as a whole is. */
  readonly column: ColumnId | null;
  /** The cell being edited, names apart: those are `editingId` of the ui store. */
  readonly editing: { readonly id: Id; readonly column: ColumnId } | null;
  /** How the next name editor starts: all selected, or the caret behind the text. */
  readonly caret: "all" | "end";
  readonly menu: { readonly x: number; readonly y: number } | null;
  readonly drag: Drag | null;
  /** Where Shift extends from. */
  readonly anchor: Id | null;
}

export interface Grid {
  readonly app: App;
  readonly store: StoreApi<GridState>;
  /** What the view tells the handlers: its element, its columns and how many rows a page has. */
  readonly view: {
    element: HTMLElement | null;
    layout: Layout;
    pageRows: number;
    rowHeight: number;
    /** The row last in focus, and where it stood: the focus stays there when its row goes. */
    last: { readonly id: Id; readonly index: number } | null;
    /** The row that was already selected, alone, when the pointer went down on it. */
    pressedAgain: Id | null;
    /** Letters typed while a list to search was still opening. */
    typedAhead: string;
  };
}

export function createGrid(app: App): Grid {
  const store = createStore<GridState>(() => ({
    column: null,
    editing: null,
    caret: "end",
    menu: null,
    drag: null,
    anchor: null,
  }));
  return {
    app,
    store,
    view: {
      element: null,
      layout: { columns: [], template: "", compact: [] },
      pageRows: 15,
      last: null,
      pressedAgain: null,
      typedAhead: "",
      rowHeight: rowHeightToken(),
    },
  };
}

const DEFAULT_ROW_HEIGHT = 34;

/** Rows are placed by arithmetic, so their height must be known before they are drawn. */
function rowHeightToken(): number {
  const token = getComputedStyle(document.documentElement).getPropertyValue("--row-height");
  return Number.parseFloat(token) || DEFAULT_ROW_HEIGHT;
}

export function isReadOnly(grid: Grid): boolean {
  return grid.app.documents.state.getState().readOnly !== null;
}

export function outlineNow(grid: Grid) {
  const { plan } = grid.app.documents.state.getState();
  return plan ? outlineOf(plan) : null;
}

export function visibleNow(grid: Grid): VisibleRows {
  const outline = outlineNow(grid);
  if (!outline) return { rows: [], indexOf: new Map(), ids: [], codeLength: 0 };
  return visibleRows(outline, grid.app.ui.getState().collapsed, !isReadOnly(grid));
}

/** The row in focus: the one selected last, or the visible row that holds it; else where the focus was before. */
export function activeNow(grid: Grid): OutlineNode | null {
  const outline = outlineNow(grid);
  if (!outline) return null;
  const visible = visibleNow(grid);
  const { last } = grid.view;
  const wanted = grid.app.ui.getState().selection.at(-1) ?? last?.id;
  const id = (wanted && visibleSelfOrHolder(outline, visible, wanted)) ?? rowNear(visible, last?.index ?? 0);
  return id ? (outline.byId.get(id) ?? null) : null;
}

function rowNear(visible: VisibleRows, index: number): Id | null {
  for (let i = Math.min(index, visible.rows.length - 1); i >= 0; i--) {
    const row = visible.rows[i];
    if (row?.type === "item") return row.node.item.id;
  }
  return visible.ids[0] ?? null;
}

/** The rows a command works on: the selected ones, else the one in focus. */
export function idsNow(grid: Grid): readonly Id[] {
  const { selection } = grid.app.ui.getState();
  const active = activeNow(grid);
  return selection.length > 0 ? selection : active ? [active.item.id] : [];
}

export function focusGrid(grid: Grid): void {
  grid.view.element?.focus({ preventScroll: true });
}

export function startEdit(grid: Grid, id: Id, column: ColumnId, caret: GridState["caret"] = "end"): void {
  const node = outlineNow(grid)?.byId.get(id);
  if (!node || isReadOnly(grid)) return;
  if (column === "name" || column === "wbs") {
    grid.store.setState({ caret, editing: null, menu: null });
    startEditing(grid.app, id);
  } else if (isEditable(node, column, grid.view.layout.columns)) {
    const { selection } = grid.app.ui.getState();
    grid.app.ui.setState({ editingId: null, ...(selection.includes(id) ? {} : { selection: [id] }) });
    grid.store.setState({ column, editing: { id, column }, caret, menu: null });
  }
}

export function endEdit(grid: Grid): void {
  if (grid.store.getState().editing) grid.store.setState({ editing: null });
  if (grid.app.ui.getState().editingId !== null) startEditing(grid.app, null);
}
