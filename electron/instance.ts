/** One Groundwork at a time: a second start hands its file to the first and leaves. */
import { resolve } from "node:path";
import type { App, BrowserWindow } from "electron";
import { DOCUMENT_EXTENSIONS } from "#shared/ipc/contract.ts";

/** The roadmap file named on a command line, as an absolute path; null when there is none. */
export function documentInArguments(args: readonly string[], cwd: string): string | null {
  const named = args.slice(1).find((arg) => !arg.startsWith("-") && hasDocumentExtension(arg));
  return named === undefined ? null : resolve(cwd, named);
}

function hasDocumentExtension(path: string): boolean {
  const lower = path.toLowerCase();
  return DOCUMENT_EXTENSIONS.some((extension) => lower.endsWith(`.${extension}`));
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Calls `open` for every file the system or a second start hands over, and `raise` for each second start. */
export function onHandedOver(app: App, raise: () => void, open: (path: string) => void): void {
  app.on("second-instance", (_event, args, cwd) => {
    raise();
    const path = documentInArguments(args, cwd);
    if (path !== null) open(path);
  });
  // macOS hands files over by event, even before the app is ready.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    raise();
    open(path);
  });
}

/** Runs what it is given one after the other, so that files open in the order they came. */
export function createTurns(): (work: () => Promise<void>) => void {
  let last = Promise.resolve();
  return (work) => {
    last = last.then(work);
  };
}
