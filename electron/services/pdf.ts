/** A PDF of the open roadmap: the print page, laid out in a hidden window of its own and printed by Chromium. */
import { basename } from "node:path";
import type { BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { CallArgument, CallValue } from "#shared/ipc/contract.ts";
import { type PrintProgress, printOutcomeSchema } from "#shared/print/document/request.ts";
import { askWhereToSave, type FileDialogs } from "./documents.ts";
import { writeWhole } from "./files.ts";
import { type FinishedPdf, finishPdf } from "./finishPdf.ts";
import { watchProgress } from "./progress.ts";

export interface PdfDeps {
  readonly dialogs: FileDialogs;
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly printUrl: string;
  /** Milliseconds after which laying out counts as stuck. */
  readonly timeLimit: number;
  readonly onProgress: (progress: PrintProgress) => void;
}

export interface PdfExports {
  readonly start: (argument: CallArgument<"pdf.export">) => Promise<Result<CallValue<"pdf.export">>>;
  readonly cancel: () => void;
}

/** One export after the other; the latest is the one that can be cancelled. */
export function createPdfExports(deps: PdfDeps): PdfExports {
  let current = new AbortController();
  return {
    start(argument) {
      current = new AbortController();
      return exportPdf(deps, argument, current.signal);
    },
    cancel: () => current.abort(),
  };
}

const FILTERS = [{ name: "PDF", extensions: ["pdf"] }];
const TROUBLE = "The pages could not be laid out. Try again; if it happens twice, restart Groundwork.";

/** Asks for the place first, so that cancelling costs nothing. */
export async function exportPdf(
  deps: PdfDeps,
  argument: CallArgument<"pdf.export">,
  signal: AbortSignal = new AbortController().signal,
): Promise<Result<CallValue<"pdf.export">>> {
  const document = parseJson(argument.document);
  if (!document.ok) return document;
  const place = await askWhereToSave(deps.dialogs, "Export PDF", argument.suggestedName, FILTERS);
  if (!place.ok) return place;
  if (place.value === null || signal.aborted) return ok({ outcome: "cancelled" });
  const pdf = await printDocument(deps, { document: document.value, options: argument.options }, signal);
  if (signal.aborted) return ok({ outcome: "cancelled" });
  if (!pdf.ok) return pdf;
  const written = await writeWhole(place.value, pdf.value.pdf);
  if (!written.ok) return written;
  const { pages } = pdf.value;
  return ok({ outcome: "saved", name: basename(place.value), path: place.value, pages });
}

interface PrintRequest {
  readonly document: unknown;
  readonly options: unknown;
}

export type PrintWindowDeps = Pick<PdfDeps, "createWindow" | "printUrl" | "timeLimit">;

/** Without asking anybody: a hidden window that is gone when it is done. */
export function printDocument(
  deps: PrintWindowDeps & Partial<PdfDeps>,
  request: PrintRequest,
  signal?: AbortSignal,
): Promise<Result<FinishedPdf>> {
  const failed = refuse("pdf.failed", TROUBLE);
  return inPrintWindow(deps, failed, (window) => layOutAndPrint(window, request, deps.onProgress), signal);
}

/** The print page in a hidden window, for as long as the work takes; `failed` when it throws or takes too long. */
export async function inPrintWindow<T>(
  { createWindow, printUrl, timeLimit }: PrintWindowDeps,
  failed: Result<never>,
  work: (window: BrowserWindow) => Promise<Result<T>>,
  signal?: AbortSignal,
): Promise<Result<T>> {
  const window = createWindow({
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  });
  try {
    const working = window.loadURL(printUrl).then(() => work(window));
    return await withinLimit(working, timeLimit, failed, signal);
  } catch {
    return failed;
  } finally {
    if (!window.isDestroyed()) window.destroy();
  }
}

async function layOutAndPrint(
  window: BrowserWindow,
  request: PrintRequest,
  onProgress: PdfDeps["onProgress"] = () => undefined,
): Promise<Result<FinishedPdf>> {
  const showing = window.webContents.executeJavaScript(
    `window.groundworkPrint.show(${JSON.stringify(request)})`,
  );
  const watch: NodeJS.Timeout = watchProgress(async () => {
    // A window that is closed in the midst of it may never answer what it is asked above.
    if (window.isDestroyed()) return clearInterval(watch);
    return window.webContents.executeJavaScript("window.groundworkPrint.progress()");
  }, onProgress);
  const answer: unknown = await showing.finally(() => clearInterval(watch));
  const shown = printOutcomeSchema.safeParse(answer);
  if (!shown.success) return refuse("pdf.failed", TROUBLE);
  if (!shown.data.ok) return refuse("pdf.refused", shown.data.message);
  onProgress({ step: "writing", done: 0, of: 0 });
  const pdf = await window.webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const finished = await finishPdf(pdf, shown.data.about, new Date());
  return finished ? ok(finished) : refuse("pdf.empty", TROUBLE);
}

async function withinLimit<T>(
  work: Promise<Result<T>>,
  limit: number,
  failed: Result<never>,
  signal?: AbortSignal,
): Promise<Result<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result<T>>((resolve) => {
    timer = setTimeout(() => resolve(failed), limit);
    signal?.addEventListener("abort", () => resolve(failed), { once: true });
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return refuse(
      "pdf.document",
      "This roadmap could not be read for printing. Save a copy, open it and try again.",
    );
  }
}
