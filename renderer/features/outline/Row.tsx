import { GripVertical } from "lucide-react";
import { type MouseEvent, memo, type PointerEvent } from "react";
import { shallow } from "zustand/shallow";
import type { Moved } from "#shared/domain/compareWords.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import { Cell } from "./Cell.tsx";
import { CellEditor } from "./CellEditor.tsx";
import { type ColumnId, DEEPEST_INDENT, INDENT, type Layout, opensList } from "./columns.ts";
import { goToRow, toggleRow } from "./cursor.ts";
import { focusGrid, type Grid, startEdit } from "./grid.ts";
import { elementId, GridCell, GridRow } from "./gridElements.tsx";
import { NameCell } from "./NameCell.tsx";
import styles from "./Row.module.css";
import { type ItemRow, nodesSayTheSame, saysTheSame } from "./rows.ts";
import { startDrag } from "./startDrag.ts";

export interface RowProps {
  readonly grid: Grid;
  readonly row: ItemRow;
  readonly index: number;
  readonly layout: Layout;
  /** By how much it moved since the baseline that is compared with; null while none is. */
  readonly moved: Moved | null;
  readonly movedWords: string;
  readonly people: ReadonlyMap<Id, Person>;
  readonly today: Day;
  readonly readOnly: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isDragged: boolean;
  /** The cell in focus, on the row in focus only. */
  readonly column: ColumnId | null;
  readonly editing: ColumnId | null;
  /** Start of the ids of this grid's rows and cells. */
  readonly idPrefix: string;
}

export const Row = memo(function Row(props: RowProps) {
  const { row, index, isActive, isDragged, column, editing, ...shared } = props;
  const { grid, layout } = shared;
  const { node, expanded } = row;
  return (
    <GridRow
      id={elementId(props.idPrefix, node.item.id, null)}
      aria-rowindex={index + 2}
      aria-level={node.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.expanded ?? undefined}
      aria-selected={props.isSelected}
      className={`${styles.row} ${styles[node.item.kind]} ${styles[`hue${row.hue}`]}`}
      data-empty={(node.item.kind === "stage" && node.start === null) || undefined}
      data-active={isActive || undefined}
      data-row-focus={(isActive && column === null) || undefined}
      data-dragged={isDragged || undefined}
      style={{
        gridTemplateColumns: layout.template,
        transform: `translateY(${index * grid.view.rowHeight}px)`,
      }}
      onMouseDown={(event) => onRowPress(grid, node.item.id, event)}
      onDoubleClick={(event) => onRowDoubleClick(grid, node.item.id, event)}
      onContextMenu={(event) => onRowMenu(grid, node.item.id, event)}
    >
      {layout.columns.map((cell) => (
        <RowCell
          key={cell}
          {...shared}
          node={node}
          expanded={expanded}
          cell={cell}
          isFocused={isActive && column === cell}
          isEditing={editing === cell}
        />
      ))}
    </GridRow>
  );
}, drawsTheSame);

/** An edit makes new nodes of the whole stage it is in; most of them say what the ones before said. */
function drawsTheSame({ row: was, ...before }: RowProps, { row: is, ...now }: RowProps): boolean {
  return shallow(before, now) && (was === is || saysTheSame(was, is));
}

interface RowCellProps
  extends Omit<RowProps, "row" | "index" | "isActive" | "isDragged" | "column" | "editing"> {
  readonly node: OutlineNode;
  readonly expanded: boolean | null;
  readonly cell: ColumnId;
  readonly isFocused: boolean;
  readonly isEditing: boolean;
}

const RowCell = memo(function RowCell(props: RowCellProps) {
  const { grid, node, expanded, cell, isEditing, layout, people, today, readOnly, isSelected } = props;
  return (
    <GridCell
      role={cell === "name" ? "rowheader" : "gridcell"}
      id={elementId(props.idPrefix, node.item.id, cell)}
      aria-colindex={layout.columns.indexOf(cell) + 1}
      data-column={cell}
      data-focused={props.isFocused || undefined}
      className={`${styles.cell} ${styles[cell] ?? ""}`}
      style={cell === "name" ? { paddingLeft: indentOf(node.depth) } : undefined}
      onClick={
        isSelected && opensList(cell) ? (event) => onSecondClick(grid, node.item.id, cell, event) : undefined
      }
    >
      {cell === "wbs" && !readOnly && (
        <span
          className={styles.handle}
          aria-hidden
          title="Drag to move"
          onPointerDown={(event: PointerEvent) => startDrag(grid, node.item.id, event)}
        >
          <GripVertical size={14} />
        </span>
      )}
      {cell === "name" ? (
        <NameCell
          grid={grid}
          node={node}
          expanded={expanded}
          isEditing={isEditing}
          readOnly={readOnly}
          today={today}
          people={people}
          hasPromises={layout.columns.includes("promised")}
        />
      ) : (
        <>
          {isEditing && <CellEditor grid={grid} node={node} column={cell} people={people} />}
          {(!isEditing || opensList(cell)) && (
            <Cell
              node={node}
              column={cell}
              moved={props.moved}
              movedWords={props.movedWords}
              people={people}
              today={today}
              hasAnswering={layout.columns.includes("accountable")}
              isCompact={layout.compact.includes(cell)}
            />
          )}
        </>
      )}
    </GridCell>
  );
}, cellSaysTheSame);

/** A row that moves up or down, or is counted anew, keeps what else its cells say. */
function cellSaysTheSame({ node: was, ...before }: RowCellProps, { node: is, ...now }: RowCellProps) {
  return shallow(before, now) && (was === is || nodesSayTheSame(was, is, now.cell !== "wbs"));
}

function indentOf(depth: number): number {
  return Math.min(depth, DEEPEST_INDENT) * INDENT;
}

/** Whether an event came from the row itself, not from an editor or a list opened from it. */
function isOwn(event: MouseEvent): boolean {
  const { target, currentTarget } = event;
  return (
    target instanceof Element && currentTarget.contains(target) && target.closest("[data-editor]") === null
  );
}

function columnOf(target: EventTarget): ColumnId | null {
  const cell = target instanceof Element ? target.closest("[data-column]") : null;
  return (cell?.getAttribute("data-column") as ColumnId | null) ?? null;
}

/** The press selects and keeps the focus on the grid; buttons inside do their own work on click. */
function onRowPress(grid: Grid, id: Id, event: MouseEvent): void {
  if (!isOwn(event) || event.button !== 0) return;
  event.preventDefault();
  focusGrid(grid);
  if ((event.target as Element).closest("button")) return;
  const { selection } = grid.app.ui.getState();
  const isHeld = (event.target as Element).closest(`.${styles.handle}`) !== null;
  if (isHeld && selection.includes(id)) return;
  grid.view.pressedAgain = selection.length === 1 && selection[0] === id ? id : null;
  grid.store.setState({ column: null });
  if (event.shiftKey) goToRow(grid, id, true);
  else if (event.ctrlKey || event.metaKey) toggleRow(grid, id);
  else if (selection.length !== 1 || selection[0] !== id) goToRow(grid, id);
}

function onRowDoubleClick(grid: Grid, id: Id, event: MouseEvent): void {
  if (!isOwn(event)) return;
  const column = columnOf(event.target);
  if (column && !opensList(column)) startEdit(grid, id, column, "all");
}

/** When the row was selected before the press, a click on a cell with a list opens the list. */
function onSecondClick(grid: Grid, id: Id, column: ColumnId, event: MouseEvent): void {
  const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
  if (!isOwn(event) || !plain || grid.view.pressedAgain !== id) return;
  if (grid.store.getState().editing === null) startEdit(grid, id, column);
}

function onRowMenu(grid: Grid, id: Id, event: MouseEvent): void {
  if (!isOwn(event)) return;
  event.preventDefault();
  if (!grid.app.ui.getState().selection.includes(id)) goToRow(grid, id);
  grid.store.setState({ menu: { x: event.clientX, y: event.clientY } });
}
