import { useEffect } from "react";
import { paste } from "#renderer/commands/outlining.ts";
import { subtreeOf, topmostOf } from "#shared/domain/outline.ts";
import { activeNow, focusGrid, type Grid, idsNow, isReadOnly, outlineNow } from "./grid.ts";

/** Copies rows as indented text and makes rows of pasted text, while the grid itself has the focus. */
export function useClipboard(grid: Grid): void {
  useEffect(() => {
    const isMine = (): boolean =>
      document.activeElement !== null && document.activeElement === grid.view.element;
    function onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || !isMine() || isReadOnly(grid) || text.trim() === "") return;
      event.preventDefault();
      paste(grid.app, { id: activeNow(grid)?.item.id ?? null, fill: false }, text);
      focusGrid(grid);
    }
    function onCopy(event: ClipboardEvent): void {
      if (!isMine() || (window.getSelection()?.toString() ?? "") !== "") return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", textOf(grid));
    }
    document.addEventListener("paste", onPaste);
    document.addEventListener("copy", onCopy);
    return () => {
      document.removeEventListener("paste", onPaste);
      document.removeEventListener("copy", onCopy);
    };
  }, [grid]);
}

/** The selected rows with all they hold, a tab for each level. */
function textOf(grid: Grid): string {
  const outline = outlineNow(grid);
  if (!outline) return "";
  return topmostOf(outline, idsNow(grid))
    .flatMap((root) => subtreeOf(root).map((node) => "\t".repeat(node.depth - root.depth) + node.item.name))
    .join("\n");
}
