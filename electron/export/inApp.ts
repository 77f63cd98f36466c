/** `Groundwork plan.groundwork plan.pdf`: the packaged app exports as the command does, and shows no window. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App, BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import { inPrintWindow, printDocument } from "#electron/services/pdf.ts";
import { dayOfInstant } from "#shared/domain/day.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { PictureRequest } from "#shared/print/picture.ts";
import { isInput, isOption, isOutput } from "./arguments.ts";
import { pictureFrom } from "./picture.ts";
import { type DrawnPicture, type ExportHost, runExport, stopExport } from "./run.ts";

const ASKED = "--export";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The words of an export among those that the program was started with, or null when a window is wanted. Switches of
 * Electron's own are passed over. Two roadmaps that are both there are opened, not one written over the other: a file
 * manager hands over several that way. `--export` says that it is meant.
 */
export function exportWords(
  words: readonly string[],
  exists: (path: string) => boolean,
): readonly string[] | null {
  const kept = ownWords(words);
  if (words.includes(ASKED) || kept.some((word) => word.startsWith("-"))) return kept;
  const [input, output, ...others] = kept;
  if (input === undefined || output === undefined || others.length > 0) return null;
  if (!isInput(input) || !isOutput(output)) return null;
  return isInput(output) && exists(output) ? null : kept;
}

/** Files by the endings of their names, and options with what follows them. */
function ownWords(words: readonly string[]): string[] {
  const asked = words.includes(ASKED);
  const kept: string[] = [];
  words.forEach((word, i) => {
    const before = words[i - 1] ?? "";
    const isValue = isOption(before) && !before.includes("=");
    const isFile =
      !word.startsWith("-") && (isInput(word) || isOutput(word) || (asked && /\.\w+$/.test(word)));
    if (isOption(word) || isValue || isFile) kept.push(word);
  });
  return kept;
}

export interface AppExport {
  readonly app: Pick<App, "setPath" | "on" | "whenReady" | "exit">;
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly printUrl: string;
  /** Milliseconds after which laying out counts as stuck. */
  readonly timeLimit: number;
  /** Once the app is ready. */
  serve(): void;
}

/** Runs it from a profile of its own, so that it can run beside the app, and ends the program with its code. */
export async function exportAndQuit(words: readonly string[], deps: AppExport): Promise<void> {
  const { app } = deps;
  const profile = mkdtempSync(join(tmpdir(), "groundwork-export-"));
  app.setPath("userData", profile);
  // The window that prints is closed before the file is written.
  app.on("window-all-closed", () => undefined);
  const host = appHost(deps);
  const stop = (): void => end(stopExport(host));
  function end(code: number): void {
    for (const signal of SIGNALS) process.off(signal, stop);
    rmSync(profile, { recursive: true, force: true });
    app.exit(code);
  }
  for (const signal of SIGNALS) process.once(signal, stop);
  await app.whenReady();
  deps.serve();
  end(await runExport(words, host));
}

function appHost(deps: AppExport): ExportHost {
  return {
    printPdf: (request, onProgress) => printDocument({ ...deps, onProgress }, request),
    drawPicture: (request) => draw(deps, request),
    tell: (line) => void process.stderr.write(`${line}\n`),
    say: (line) => void process.stdout.write(`${line}\n`),
    today: dayOfInstant(new Date()),
    now: () => new Date().toISOString(),
  };
}

function draw(deps: AppExport, request: PictureRequest): Promise<Result<DrawnPicture>> {
  const failed = refuse("picture.failed", "The picture could not be drawn. Try again.");
  return inPrintWindow(deps, failed, async ({ webContents }) =>
    pictureFrom(
      await webContents.executeJavaScript(`window.groundworkPrint.picture(${JSON.stringify(request)})`),
    ),
  );
}
