/** The app inside the desktop shell. What comes through the door is checked again before it is believed. */
import type { z } from "zod";
import { refuse } from "#shared/domain/result.ts";
import {
  CALLS,
  type CallArgument,
  type CallChannel,
  type CallResult,
  EVENTS,
  type EventChannel,
  type EventPayload,
  type GroundworkHost,
  resultSchema,
} from "#shared/ipc/contract.ts";
import { onDroppedFile } from "./droppedFile.ts";
import type { Platform } from "./platform.ts";
import { drawInFrame } from "./printInFrame.ts";

const FAULT =
  "Groundwork's window and its shell did not understand each other. Restart Groundwork and try again.";

export function createDesktopPlatform(host: GroundworkHost, page: Window = window): Platform {
  async function call<C extends CallChannel>(channel: C, argument: CallArgument<C>): Promise<CallResult<C>> {
    const answer = resultSchema(CALLS[channel].value).safeParse(await host.call(channel, argument));
    return answer.success ? (answer.data as CallResult<C>) : refuse("ipc.answer", FAULT);
  }

  function on<E extends EventChannel>(channel: E, listener: (payload: EventPayload<E>) => void): () => void {
    return host.on(channel, (raw) => {
      const payload = (EVENTS[channel] as z.ZodType).safeParse(raw);
      if (payload.success) listener(payload.data as EventPayload<E>);
      else page.reportError(payload.error);
    });
  }

  return {
    kind: "desktop",
    saveDocument: (argument) => call("document.save", argument),
    drawPicture: (request) => drawInFrame(page, request),
    savePicture: (argument) => call("picture.save", argument),
    openDocument: () => call("document.open", {}),
    async exportPdf(argument, { onProgress, signal }) {
      const unwatch = on("pdf.progress", onProgress);
      const cancel = (): void => void call("pdf.cancel", {});
      signal.addEventListener("abort", cancel, { once: true });
      try {
        return await call("pdf.export", argument);
      } finally {
        unwatch();
        signal.removeEventListener("abort", cancel);
      }
    },
    writeBackup: (argument) => call("backup.write", argument),
    onMenuCommand: (run) =>
      on("menu.command", ({ id }) => {
        if (!undoneInText(id, page.document)) run(id);
      }),
    onClosing: (guard) =>
      on("app.closing", async () => {
        const flushed = await guard.flush();
        await call("window.readyToClose", { unsaved: flushed.ok ? null : flushed.problem.message });
      }),
    onDocumentOpened(open) {
      const ends = [on("document.opened", open), onDroppedFile(page, open)];
      return () => {
        for (const end of ends) end();
      };
    },
    setTitle(title) {
      page.document.title = title;
    },
    setTheme(theme) {
      void call("window.theme", { theme });
    },
  };
}

/** The menu's Undo belongs to the text while somebody types in it; only the page can tell. */
function undoneInText(id: string, document: Document): boolean {
  if (id !== "edit.undo" && id !== "edit.redo") return false;
  const focused = document.activeElement;
  if (!focused?.matches("input, textarea, [contenteditable]:not([contenteditable=false])")) return false;
  return document.execCommand(id === "edit.undo" ? "undo" : "redo");
}
