import type { Result } from "#shared/domain/result.ts";
import type { OpenedDocument } from "#shared/ipc/contract.ts";
import { readFile } from "./readFile.ts";

/** Opens a file that is dropped anywhere on the window. Drags that begin inside the app carry no files. */
export function onDroppedFile(page: Window, open: (opened: Result<OpenedDocument>) => void): () => void {
  function onDragOver(event: DragEvent): void {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  }
  function onDrop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void readFile(file).then(open);
  }
  page.addEventListener("dragover", onDragOver);
  page.addEventListener("drop", onDrop);
  return () => {
    page.removeEventListener("dragover", onDragOver);
    page.removeEventListener("drop", onDrop);
  };
}
