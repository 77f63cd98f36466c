/** Closing a window: the page writes what is left, then says so. If it cannot, the person decides, not a timer. */
import type { BrowserWindow, Dialog } from "electron";
import { sendEvent } from "./ipc.ts";

export interface ClosingDeps {
  readonly window: BrowserWindow;
  readonly dialog: Pick<Dialog, "showMessageBox">;
  /** Milliseconds the page has before the person is asked. */
  readonly patience: number;
  /** Called once the window may go. */
  readonly onGone: () => void;
}

export interface Closing {
  /** The page's answer to `app.closing`: null when everything is saved, or what is not. */
  answer(unsaved: string | null): void;
}

const STILL_SAVING = "Groundwork is still saving your last changes.";

export function guardClosing({ window, dialog, patience, onGone }: ClosingDeps): Closing {
  let state: "open" | "asked" | "deciding" | "gone" = "open";
  let timer: NodeJS.Timeout | undefined;
  let question = new AbortController();

  function leave(): void {
    clearTimeout(timer);
    if (state === "gone") return;
    state = "gone";
    question.abort();
    if (!window.isDestroyed()) window.destroy();
    onGone();
  }

  function askPage(): void {
    state = "asked";
    sendEvent(window.webContents, "app.closing", {});
    startTimer();
  }

  function startTimer(): void {
    timer = setTimeout(() => void askPerson(STILL_SAVING, "Wait"), patience);
  }

  async function askPerson(message: string, stay: "Wait" | "Keep Groundwork open"): Promise<void> {
    clearTimeout(timer);
    state = "deciding";
    question = new AbortController();
    const { response } = await dialog.showMessageBox(window, {
      type: "warning",
      message,
      detail: "If you close now, those changes may be lost.",
      buttons: [stay, "Close anyway"],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: question.signal,
    });
    if (state !== "deciding") return;
    if (response === 1) return leave();
    state = stay === "Wait" ? "asked" : "open";
    if (state === "asked") startTimer();
  }

  window.on("close", (event) => {
    if (state === "gone") return;
    event.preventDefault();
    if (state === "open") askPage();
  });
  // A page that has crashed cannot answer, and has nothing left to write.
  window.webContents.on("render-process-gone", () => {
    if (state !== "open") leave();
  });

  return {
    answer(unsaved) {
      if (state !== "asked" && state !== "deciding") return;
      if (unsaved === null) leave();
      else if (state === "asked") void askPerson(unsaved, "Keep Groundwork open");
    },
  };
}
