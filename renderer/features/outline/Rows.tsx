import { Plus } from "lucide-react";
import { useMemo } from "react";
import { useStore } from "zustand";
import { usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { addItemAt } from "#renderer/commands/items.ts";
import { addInside } from "#renderer/commands/outlining.ts";
import type { Comparison } from "#shared/domain/compare.ts";
import { movedOf, movedSinceWords } from "#shared/domain/compareWords.ts";
import type { Layout } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { GridCell, GridRow, GridRowGroup } from "./gridElements.tsx";
import styles from "./Outline.module.css";
import type { Focus } from "./Outline.tsx";
import rowStyles from "./Row.module.css";
import { Row } from "./Row.tsx";
import type { OutlineRow, VisibleRows } from "./rows.ts";
import type { Viewport } from "./useViewport.ts";

interface RowsProps {
  readonly grid: Grid;
  readonly visible: VisibleRows;
  readonly viewport: Viewport;
  readonly layout: Layout;
  /** Null unless what moved is on screen. */
  readonly comparison: Comparison | null;
  readonly focus: Focus;
  readonly idPrefix: string;
}

/** The rows in sight, and the one in focus or being typed in wherever it is, so that neither is ever lost. */
export function Rows({ grid, visible, viewport, layout, comparison, focus, idPrefix }: RowsProps) {
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const selection = useUi((state) => state.selection);
  const editingId = useUi((state) => state.editingId);
  const editing = useStore(grid.store, (state) => state.editing);
  const dragged = useStore(grid.store, (state) => state.drag?.ids ?? null);
  const selected = useMemo(() => new Set(selection), [selection]);
  const editedIndex = visible.indexOf.get(editingId ?? editing?.id ?? "") ?? -1;
  return (
    <GridRowGroup
      data-rows
      className={styles.rows}
      style={{ height: visible.rows.length * grid.view.rowHeight }}
    >
      {indexesToDraw(viewport, visible.rows.length, [focus.index, editedIndex]).map((index) => {
        const row = visible.rows[index] as OutlineRow;
        if (row.type !== "item") return <Invitation key={keyOf(row)} grid={grid} row={row} index={index} />;
        const { id } = row.node.item;
        const isActive = index === focus.index;
        return (
          <Row
            key={id}
            grid={grid}
            row={row}
            index={index}
            layout={layout}
            moved={comparison && movedOf(comparison, id)}
            movedWords={comparison ? movedSinceWords(comparison, id) : ""}
            people={people}
            today={today}
            readOnly={readOnly}
            isSelected={selected.has(id)}
            isActive={isActive}
            isDragged={dragged?.includes(id) ?? false}
            column={isActive ? focus.column : null}
            editing={editingId === id ? "name" : editing?.id === id ? editing.column : null}
            idPrefix={idPrefix}
          />
        );
      })}
    </GridRowGroup>
  );
}

function indexesToDraw(viewport: Viewport, length: number, kept: readonly number[]): readonly number[] {
  const to = Math.min(viewport.to, length);
  const indexes: number[] = [];
  for (let index = viewport.from; index < to; index++) indexes.push(index);
  for (const index of kept) {
    if (index >= 0 && index < length && !indexes.includes(index)) indexes.push(index);
  }
  return indexes.sort((a, b) => a - b);
}

function keyOf(row: OutlineRow): string {
  return row.type === "prompt" ? `prompt:${row.stage.item.id}` : row.type;
}

interface InvitationProps {
  readonly grid: Grid;
  readonly row: Exclude<OutlineRow, { type: "item" }>;
  readonly index: number;
}

/** A quiet row that invites the next thing to add. */
function Invitation({ grid, row, index }: InvitationProps) {
  const isStage = row.type === "add-stage";
  function add(): void {
    if (row.type === "prompt") addInside(grid.app, row.stage.item.id, "milestone");
    else addItemAt(grid.app, { parentId: null, afterId: lastStageId(grid) }, { kind: "stage" });
  }
  return (
    <GridRow
      aria-rowindex={index + 2}
      aria-level={isStage ? 1 : 2}
      className={`${rowStyles.row} ${rowStyles.invitation} ${isStage ? "" : rowStyles[`hue${row.hue}`]}`}
      style={{ transform: `translateY(${index * grid.view.rowHeight}px)` }}
    >
      <GridCell className={rowStyles.inviting} data-level={isStage ? 1 : 2}>
        <button type="button" className={rowStyles.invite} onClick={add}>
          <Plus size={14} aria-hidden />
          <span className={rowStyles.inviteWords}>
            {isStage
              ? "Add stage"
              : "Add the first milestone of this stage: a point you can prove you have reached"}
          </span>
        </button>
      </GridCell>
    </GridRow>
  );
}

function lastStageId(grid: Grid): string | null {
  const { plan } = grid.app.documents.state.getState();
  if (!plan) return null;
  const stages = [...plan.stages.values()].filter((stage) => stage.deletedAt === null);
  return stages.sort((a, b) => (a.order < b.order ? -1 : 1)).at(-1)?.id ?? null;
}
