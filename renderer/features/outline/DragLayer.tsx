import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { DEEPEST_INDENT, INDENT } from "./columns.ts";
import styles from "./DragLayer.module.css";
import type { Grid } from "./grid.ts";

/** While rows are dragged: the line where they would land, and what is being dragged, at the pointer. */
export function DragLayer({ grid }: { readonly grid: Grid }) {
  const drag = useStore(grid.store, (state) => state.drag);
  const body = grid.view.element?.querySelector("[data-rows]");
  const header = grid.view.element?.querySelector<HTMLElement>("[data-column='name']");
  if (!drag?.drop || !body || !header) return null;
  const { drop } = drag;
  const left = header.offsetLeft + Math.min(drop.depth, DEEPEST_INDENT) * INDENT;
  return (
    <>
      {createPortal(
        <div
          className={styles.line}
          data-invalid={drop.place === null || undefined}
          style={{ top: drop.line * grid.view.rowHeight - 1, left }}
        />,
        body,
      )}
      <div
        className={styles.label}
        data-invalid={drop.place === null || undefined}
        style={{ left: drag.x + 14, top: drag.y + 12 }}
      >
        {drag.label}
        {drop.problem && <span className={styles.problem}>{drop.problem}</span>}
      </div>
      <div className={styles.cursor} data-invalid={drop.place === null || undefined} />
    </>
  );
}
