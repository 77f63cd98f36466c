/** What is being dragged over the screen: milestones to a sentence, tasks to a milestone. */
import { createContext, type DragEvent, useContext, useState } from "react";
import type { Id } from "#shared/domain/fields.ts";

export interface Dragged {
  readonly kind: "milestone" | "task";
  readonly ids: readonly Id[];
}

interface Drag {
  readonly dragged: Dragged | null;
  readonly setDragged: (dragged: Dragged | null) => void;
}

export const DragContext = createContext<Drag>({ dragged: null, setDragged: () => {} });

/** For a row that can be dragged; `ids` says what goes along. */
export function useDraggable(kind: Dragged["kind"], ids: () => readonly Id[], words: string, isOn: boolean) {
  const { setDragged } = useContext(DragContext);
  if (!isOn) return {};
  return {
    draggable: true,
    onDragStart(event: DragEvent): void {
      event.stopPropagation();
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", words);
      setDragged({ kind, ids: ids() });
    },
    onDragEnd: () => setDragged(null),
  };
}

/** For a place that takes one kind. `isOver` while something of it would drop there. */
export function useDrop(kind: Dragged["kind"], onDrop: (ids: readonly Id[]) => void) {
  const { dragged, setDragged } = useContext(DragContext);
  const [isInside, setInside] = useState(false);
  const takes = dragged?.kind === kind;
  const handlers = {
    onDragOver(event: DragEvent): void {
      if (!takes) return;
      event.preventDefault();
      setInside(true);
    },
    onDragLeave(event: DragEvent): void {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setInside(false);
    },
    onDrop(event: DragEvent): void {
      setInside(false);
      if (!takes) return;
      event.preventDefault();
      event.stopPropagation();
      onDrop(dragged.ids);
      setDragged(null);
    },
  };
  return { isOver: takes && isInside, handlers };
}
