/** Moving about the rows and cells, and selecting rows. */
import { collapseAll, expandAll, select, toggleCollapsed } from "#renderer/commands/selection.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { ColumnId } from "./columns.ts";
import { activeNow, type Grid, outlineNow, visibleNow } from "./grid.ts";
import { visibleSelfOrHolder } from "./rows.ts";

/** Selects one row, or with `extend` all from the anchor to it. The row in focus stands last in the selection. */
export function goToRow(grid: Grid, id: Id, extend = false): void {
  const { anchor } = grid.store.getState();
  const { selection } = grid.app.ui.getState();
  const { ids } = visibleNow(grid);
  const from = anchor !== null && selection.includes(anchor) ? anchor : selection[0];
  if (!extend || from === undefined || !ids.includes(from)) {
    grid.store.setState({ anchor: id });
    select(grid.app, [id]);
    return;
  }
  const [a, b] = [ids.indexOf(from), ids.indexOf(id)];
  const range = a <= b ? ids.slice(a, b + 1) : ids.slice(b, a + 1).reverse();
  grid.store.setState({ anchor: from });
  select(grid.app, range);
}

/** Takes a row into the selection or out of it. */
export function toggleRow(grid: Grid, id: Id): void {
  const { selection } = grid.app.ui.getState();
  const without = selection.filter((other) => other !== id);
  grid.store.setState({ anchor: id });
  select(grid.app, without.length < selection.length ? without : [...selection, id]);
}

export function goBy(grid: Grid, rows: number, extend: boolean): void {
  const { ids } = visibleNow(grid);
  const active = activeNow(grid);
  if (!active) return;
  const nothingSelected = grid.app.ui.getState().selection.length === 0;
  const at = ids.indexOf(active.item.id);
  const to = nothingSelected && Math.abs(rows) === 1 ? at : Math.min(Math.max(at + rows, 0), ids.length - 1);
  const id = ids[to];
  if (id) goToRow(grid, id, extend);
}

export function goToEnd(grid: Grid, end: "first" | "last", extend: boolean): void {
  const { ids } = visibleNow(grid);
  const id = end === "first" ? ids[0] : ids.at(-1);
  if (id) goToRow(grid, id, extend);
}

export function selectAll(grid: Grid): void {
  const { ids } = visibleNow(grid);
  const active = activeNow(grid)?.item.id;
  select(grid.app, active ? [...ids.filter((id) => id !== active), active] : ids);
}

/** Back from the cell to the row; from the row to nothing selected. */
export function letGo(grid: Grid): void {
  if (grid.store.getState().column !== null) {
    grid.store.setState({ column: null });
    return;
  }
  grid.store.setState({ anchor: null });
  select(grid.app, []);
}

/** Opens a closed row; otherwise steps on to the next cell. */
export function goRight(grid: Grid): void {
  const active = activeNow(grid);
  const { column } = grid.store.getState();
  if (!active) return;
  const isClosed = active.children.length > 0 && grid.app.ui.getState().collapsed.has(active.item.id);
  if (column === null && isClosed) toggle(grid, active.item.id);
  else stepColumn(grid, 1);
}

/** Steps back a cell; from the row, closes it, and from a closed row goes to what holds it. */
export function goLeft(grid: Grid): void {
  const active = activeNow(grid);
  if (!active) return;
  const isOpen = active.children.length > 0 && !grid.app.ui.getState().collapsed.has(active.item.id);
  if (grid.store.getState().column !== null) stepColumn(grid, -1);
  else if (isOpen) toggle(grid, active.item.id);
  else if (active.parent) goToRow(grid, active.parent.item.id);
}

export function stepColumn(grid: Grid, by: 1 | -1): void {
  const cells: readonly ColumnId[] = grid.view.layout.columns.filter((column) => column !== "wbs");
  const { column } = grid.store.getState();
  const at = column === null ? -1 : cells.indexOf(column);
  const next: ColumnId | null = at + by < 0 ? null : (cells[Math.min(at + by, cells.length - 1)] ?? null);
  grid.store.setState({ column: next });
}

/** Opens or closes a row; rows that go out of sight leave the selection to the row that now hides them. */
export function toggle(grid: Grid, id: Id): void {
  toggleCollapsed(grid.app, id);
  keepSelectionVisible(grid);
}

export function toggleAll(grid: Grid, open: boolean): void {
  if (open) expandAll(grid.app);
  else collapseAll(grid.app);
  keepSelectionVisible(grid);
}

function keepSelectionVisible(grid: Grid): void {
  const outline = outlineNow(grid);
  const { selection } = grid.app.ui.getState();
  if (!outline || selection.length === 0) return;
  const visible = visibleNow(grid);
  const shown = selection.flatMap((id) => visibleSelfOrHolder(outline, visible, id) ?? []);
  if (shown.some((id, i) => id !== selection[i])) select(grid.app, [...new Set(shown)]);
}
