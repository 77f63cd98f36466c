import { type MouseEvent, useId, useRef, useState } from "react";
import { useStore } from "zustand";
import { useApp, useComparison, useOutline, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { select } from "#renderer/commands/selection.ts";
import type { Day } from "#shared/domain/day.ts";
import { type Outline as OutlineOf, planSpan } from "#shared/domain/outline.ts";
import { Announcer } from "./Announcer.tsx";
import { ColumnChooser } from "./ColumnChooser.tsx";
import { choiceWhile, columnTitle, type Layout, layoutFor } from "./columns.ts";
import { DragLayer } from "./DragLayer.tsx";
import { activeNow, createGrid, type Grid } from "./grid.ts";
import { elementId, GridCell, GridRow } from "./gridElements.tsx";
import { Hint } from "./Hint.tsx";
import { onGridKey } from "./keys.ts";
import styles from "./Outline.module.css";
import { RowMenu } from "./RowMenu.tsx";
import { Rows } from "./Rows.tsx";
import { type VisibleRows, visibleRows } from "./rows.ts";
import { useClipboard } from "./useClipboard.ts";
import { useDropUntouched } from "./useDropUntouched.ts";
import { useGridFocus } from "./useGridFocus.ts";
import { useViewport } from "./useViewport.ts";

const HEADER_HEIGHT = 32;
/** Room at the right end of every row, for the button in the header; as in the styles. */
const END_WIDTH = 24;

/** The plan as an outline to type in: stages, milestones and tasks with their dates, people and state. */
export function Outline() {
  const app = useApp();
  const [grid] = useState(() => createGrid(app));
  const menu = useStore(grid.store, (state) => state.menu);
  return (
    <div className={styles.outline}>
      <TreeGrid grid={grid} />
      <ColumnChooser grid={grid} />
      <Hint />
      <DragLayer grid={grid} />
      {menu && <RowMenu grid={grid} x={menu.x} y={menu.y} />}
      <Announcer grid={grid} />
    </div>
  );
}

function TreeGrid({ grid }: { readonly grid: Grid }) {
  const element = useRef<HTMLDivElement>(null);
  const { rowHeight } = grid.view;
  const idPrefix = `${useId()}row`;
  const readOnly = useReadOnly();
  const plan = usePlan();
  const outline = useOutline();
  const today = useUi((state) => state.today);
  const visible = visibleRows(
    outline,
    useUi((state) => state.collapsed),
    !readOnly,
  );
  const comparison = useComparison();
  const viewport = useViewport(element, rowHeight, HEADER_HEIGHT);
  const layout = layoutFor(
    viewport.width - END_WIDTH,
    codeWidth(visible.codeLength),
    needsYears(outline, today),
    choiceWhile(
      useUi((state) => state.columnChoice),
      comparison !== null,
    ),
  );
  const focus = useFocus(grid, visible.indexOf);
  grid.view.layout = layout;
  grid.view.pageRows = Math.max(1, Math.floor((viewport.height - HEADER_HEIGHT) / rowHeight) - 1);
  useGridFocus(grid, element, focus, HEADER_HEIGHT);
  useClipboard(grid);
  useDropUntouched();
  return (
    <div
      ref={element}
      role="treegrid"
      tabIndex={0}
      aria-label={`Outline of ${plan.roadmap.name}`}
      aria-multiselectable
      aria-readonly={readOnly}
      aria-rowcount={visible.rows.length + 1}
      aria-colcount={layout.columns.length}
      aria-activedescendant={
        focus.node && focus.index >= 0 ? elementId(idPrefix, focus.node.item.id, focus.column) : undefined
      }
      className={styles.grid}
      onKeyDown={(event) => onGridKey(grid, event)}
      onMouseDown={(event) => {
        if (isEmptySpace(event)) select(grid.app, []);
      }}
      onScroll={viewport.onScroll}
      onContextMenu={(event) => {
        // The menu key has opened the row's own menu.
        if (event.target === event.currentTarget) event.preventDefault();
      }}
    >
      <Header layout={layout} />
      <Rows
        grid={grid}
        visible={visible}
        viewport={viewport}
        layout={layout}
        comparison={layout.columns.includes("moved") ? comparison : null}
        focus={focus}
        idPrefix={idPrefix}
      />
    </div>
  );
}

/** Below the rows, the scrollbar apart. */
function isEmptySpace({ button, target, currentTarget, nativeEvent }: MouseEvent<HTMLElement>): boolean {
  return button === 0 && target === currentTarget && nativeEvent.offsetX <= currentTarget.clientWidth;
}

/** Whether some dates are of another year than this one and so say theirs. */
function needsYears(outline: OutlineOf, today: Day): boolean {
  const span = planSpan(outline);
  const year = today.slice(0, 4);
  return span !== null && !(span.start.startsWith(year) && span.finish.startsWith(year));
}

/** Room for outline numbers behind the drag handle, in pixels. */
function codeWidth(letters: number): number {
  return Math.min(26 + Math.ceil(letters * 5.6), 130);
}

/** The row and cell in focus, re-read when anything they hang on changes. */
function useFocus(grid: Grid, indexOf: VisibleRows["indexOf"]) {
  useUi((state) => state.selection);
  const column = useStore(grid.store, (state) => state.column);
  const node = activeNow(grid);
  const index = node ? (indexOf.get(node.item.id) ?? -1) : -1;
  if (node) grid.view.last = { id: node.item.id, index };
  return { node, column, index };
}

export type Focus = ReturnType<typeof useFocus>;

function Header({ layout }: { readonly layout: Layout }) {
  return (
    <GridRow aria-rowindex={1} className={styles.header} style={{ gridTemplateColumns: layout.template }}>
      {layout.columns.map((column, index) => (
        <GridCell
          key={column}
          role="columnheader"
          aria-colindex={index + 1}
          data-column={column}
          title={columnTitle(column)}
          className={styles.title}
        >
          {columnTitle(column, layout.compact.includes(column))}
        </GridCell>
      ))}
    </GridRow>
  );
}
