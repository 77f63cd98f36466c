/** The app in a browser: files through the browser's own dialogs, paper through its print dialog. */
import { ok, refuse } from "#shared/domain/result.ts";
import { FORMAT_WORDS, type TextFormat } from "#shared/interchange/formatNames.ts";
import { type CallArgument, type CallResult, DOCUMENT_EXTENSIONS } from "#shared/ipc/contract.ts";
import { safeFileName } from "#shared/ipc/fileName.ts";
import { PICTURE_WORDS } from "#shared/print/picture.ts";
import { onDroppedFile } from "./droppedFile.ts";
import type { ClosingGuard, Platform } from "./platform.ts";
import { drawInFrame, printInFrame } from "./printInFrame.ts";
import { readFile } from "./readFile.ts";

export function createBrowserPlatform(page: Window = window): Platform {
  return {
    kind: "browser",
    saveDocument: (argument) => saveDocument(page, argument),
    drawPicture: (request) => drawInFrame(page, request),
    savePicture: (argument) => savePicture(page, argument),
    openDocument: () => openDocument(page.document),
    exportPdf: (argument, watch) => printInFrame(page, argument, watch),
    writeBackup: null,
    onMenuCommand: () => () => undefined,
    onClosing: (guard) => guardLeaving(page, guard),
    onDocumentOpened: (open) => onDroppedFile(page, open),
    setTitle(title) {
      page.document.title = title;
    },
    setTheme: () => undefined,
  };
}

/** The part of the File System Access API that is used; Chromium browsers have it. */
type SavePicker = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly description: string; readonly accept: Record<string, string[]> }[];
}) => Promise<FileSystemFileHandle>;

const MEDIA_TYPES: Readonly<Record<TextFormat, string>> = {
  groundwork: "application/json",
  csv: "text/csv",
  ics: "text/calendar",
  xml: "application/xml",
  mmd: "text/plain",
  md: "text/markdown",
};
const NOT_SAVED = "The copy was not saved: the browser could not write the file. Try another folder.";

function saveDocument(
  page: Window,
  { suggestedName, text, format = "groundwork" }: CallArgument<"document.save">,
): Promise<CallResult<"document.save">> {
  const type = MEDIA_TYPES[format];
  return saveBlob(page, {
    name: safeFileName(suggestedName, format),
    ending: format,
    description: FORMAT_WORDS[format],
    type,
    blob: new Blob([text], { type }),
  });
}

function savePicture(
  page: Window,
  { suggestedName, format, content }: CallArgument<"picture.save">,
): Promise<CallResult<"picture.save">> {
  const type = format === "svg" ? "image/svg+xml" : "image/png";
  const body = format === "svg" ? content : Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  return saveBlob(page, {
    name: safeFileName(suggestedName, format),
    ending: format,
    description: PICTURE_WORDS[format],
    type,
    blob: new Blob([body], { type }),
  });
}

interface NamedBlob {
  readonly name: string;
  readonly ending: string;
  readonly description: string;
  readonly type: string;
  readonly blob: Blob;
}

async function saveBlob(
  page: Window,
  { name, ending, description, type, blob }: NamedBlob,
): Promise<CallResult<"document.save">> {
  const picker: unknown = Reflect.get(page, "showSaveFilePicker");
  if (typeof picker !== "function") return download(page, name, blob);
  try {
    const types = [{ description, accept: { [type]: [`.${ending}`] } }];
    const handle = await (picker as SavePicker).call(page, { suggestedName: name, types });
    const file = await handle.createWritable();
    await file.write(blob);
    await file.close();
    return ok({ outcome: "saved", name: handle.name });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return ok({ outcome: "cancelled" });
    return refuse("file.write", NOT_SAVED);
  }
}

/** Into the browser's download folder, or wherever the browser asks for. */
function download(page: Window, name: string, blob: Blob): CallResult<"document.save"> {
  const url = URL.createObjectURL(blob);
  const link = page.document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after this turn; a minute is ample for 50 MiB.
  page.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return ok({ outcome: "saved", name });
}

function openDocument(document: Document): Promise<CallResult<"document.open">> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = DOCUMENT_EXTENSIONS.map((extension) => `.${extension}`).join(",");
  // Safari forgets an input that is not in the page.
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    async function answer(): Promise<CallResult<"document.open">> {
      const file = input.files?.[0];
      if (!file) return ok({ outcome: "cancelled" });
      const opened = await readFile(file);
      return opened.ok ? ok({ outcome: "opened", ...opened.value }) : opened;
    }
    function finish(): void {
      input.remove();
      resolve(answer());
    }
    input.addEventListener("change", finish, { once: true });
    input.addEventListener("cancel", finish, { once: true });
    input.click();
  });
}

/** The browser asks whether to leave while work is unsaved; and it is written as soon as the tab is put away. */
function guardLeaving(page: Window, guard: ClosingGuard): () => void {
  function onBeforeUnload(event: BeforeUnloadEvent): void {
    if (guard.isSaved()) return;
    event.preventDefault();
    void guard.flush();
  }
  function onHidden(): void {
    if (page.document.visibilityState === "hidden" && !guard.isSaved()) void guard.flush();
  }
  page.addEventListener("beforeunload", onBeforeUnload);
  page.document.addEventListener("visibilitychange", onHidden);
  return () => {
    page.removeEventListener("beforeunload", onBeforeUnload);
    page.document.removeEventListener("visibilitychange", onHidden);
  };
}
