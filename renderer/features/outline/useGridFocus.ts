import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { useUi } from "#renderer/commands/hooks.ts";
import { parentIdOf } from "#shared/domain/entity.ts";
import { focusGrid, type Grid } from "./grid.ts";
import type { Focus } from "./Outline.tsx";

/** Keeps the keyboard in the grid and the row in focus in sight. */
export function useGridFocus(
  grid: Grid,
  element: RefObject<HTMLElement | null>,
  focus: Focus,
  headerHeight: number,
): void {
  useLayoutEffect(() => {
    grid.view.element = element.current;
    const nobodyHasFocus = document.activeElement === document.body;
    if (nobodyHasFocus && grid.app.ui.getState().dialog === null) focusGrid(grid);
    return () => {
      grid.view.element = null;
    };
  }, [grid, element]);
  useFocusAfterEdit(grid);
  useScrollToFocus(grid, focus, headerHeight);
}

/** An editor that ends without handing the focus on (undo, Escape in a date) leaves it with nobody. */
function useFocusAfterEdit(grid: Grid): void {
  const isTyping = useUi((state) => state.editingId !== null);
  const isEditing = useStore(grid.store, (state) => state.editing !== null) || isTyping;
  const was = useRef(false);
  useEffect(() => {
    const hasEnded = was.current && !isEditing;
    was.current = isEditing;
    if (!hasEnded) return;
    const timer = window.setTimeout(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) focusGrid(grid);
    }, 0);
    return () => window.clearTimeout(timer);
  }, [grid, isEditing]);
}

/** Scrolls when another row comes into focus, or when that row is moved; never while somebody scrolls about. */
function useScrollToFocus(grid: Grid, focus: Focus, headerHeight: number): void {
  const { node, index } = focus;
  const place = node ? `${node.item.id} ${parentIdOf(node.item)} ${node.item.order}` : null;
  const latest = useRef(index);
  latest.current = index;
  useLayoutEffect(() => {
    const { element, rowHeight } = grid.view;
    if (!element || place === null || latest.current < 0) return;
    const top = latest.current * rowHeight;
    const height = element.clientHeight - headerHeight;
    if (height <= 0) return;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + height) element.scrollTop = top + rowHeight - height;
  }, [grid, place, headerHeight]);
}
