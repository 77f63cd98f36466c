/** The keyboard in the list of clashes: arrows from line to line, and on to the next when one is mended. */
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";

const PANEL_ID = "clashes-panel";

interface PanelFocus {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Once the list has changed, whatever then stands in the place of this line has the focus; of none, the first. */
  readonly keepPlace: (key: string | null) => void;
}

/** `list` is what the panel shows, null while it is not known yet. */
export function usePanelFocus(
  panel: RefObject<HTMLElement | null>,
  list: object | null,
  close: () => void,
): PanelFocus {
  const place = useRef<number | null>(null);
  const hasOpened = useRef(false);
  useRestoredFocus(panel);

  useEffect(() => {
    if (!list || hasOpened.current) return;
    hasOpened.current = true;
    focusLine(panel.current, 0);
  }, [panel, list]);

  useLayoutEffect(() => {
    if (!list || place.current === null) return;
    focusLine(panel.current, place.current);
    place.current = null;
  }, [panel, list]);

  const keepPlace = useCallback(
    (key: string | null) => {
      const index = linesIn(panel.current).findIndex((line) => line.dataset.clash === key);
      place.current = Math.max(0, index);
    },
    [panel],
  );

  return {
    keepPlace,
    onKeyDown: (event) => {
      const root = panel.current;
      const { target } = event;
      // Keys of a menu that hangs from a line arrive here as well.
      if (!root || !(target instanceof HTMLElement) || !root.contains(target)) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape") close();
      else if (!moveFocus(root, target, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** Whoever closes the panel with its own keys goes on where they were before. */
function useRestoredFocus(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const root = panel.current;
    return () => {
      if (!root?.contains(document.activeElement)) return;
      const opener = document.querySelector<HTMLElement>(`[aria-controls="${PANEL_ID}"]`);
      const back = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (back ? before : opener)?.focus();
    };
  }, [panel]);
}

function moveFocus(root: HTMLElement, target: HTMLElement, key: string): boolean {
  const all = linesIn(root);
  const index = lineOf(root, target);
  switch (key) {
    case "ArrowDown":
      return focusLine(root, Math.min(all.length - 1, index + 1));
    case "ArrowUp":
      return focusLine(root, Math.max(0, index - 1));
    case "Home":
      return focusLine(root, 0);
    case "End":
      return focusLine(root, all.length - 1);
    case "ArrowRight":
      return focusBeside(all[index], target, 1);
    case "ArrowLeft":
      return focusBeside(all[index], target, -1);
    default:
      return false;
  }
}

function linesIn(root: HTMLElement | null): readonly HTMLElement[] {
  return root ? [...root.querySelectorAll<HTMLElement>("[data-clash]")] : [];
}

/** -1 when it is in no line. */
function lineOf(root: HTMLElement | null, element: Element | null): number {
  const line = element?.closest<HTMLElement>("[data-clash]");
  return line ? linesIn(root).indexOf(line) : -1;
}

function controlsIn(line: HTMLElement): readonly HTMLElement[] {
  return [...line.querySelectorAll<HTMLElement>("button, [role=link]")];
}

/** A line is entered at its first way out, else at the first item it names; without lines the panel has the focus. */
function focusLine(root: HTMLElement | null, index: number): boolean {
  const all = linesIn(root);
  const line = all[Math.min(index, all.length - 1)];
  if (!line) {
    root?.focus();
    return root !== null;
  }
  (line.querySelector<HTMLElement>("[data-fix]") ?? controlsIn(line)[0])?.focus();
  line.scrollIntoView({ block: "nearest" });
  return true;
}

function focusBeside(line: HTMLElement | undefined, target: HTMLElement, step: 1 | -1): boolean {
  if (!line) return false;
  const controls = controlsIn(line);
  controls[controls.indexOf(target) + step]?.focus();
  return true;
}
