/** A PDF of the open roadmap: the print page, laid out in a hidden window of its own and printed by Chromium. */
import { basename } from "node:path";
import type { BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { CallArgument, CallValue } from "#shared/ipc/contract.ts";
import {
  type PrintProgress,
  printOutcomeSchema,
  printProgressSchema,
} from "#shared/print/document/request.ts";
import { askWhereToSave, type FileDialogs } from "./documents.ts";
import { writeWhole } from "./files.ts";
import { type FinishedPdf, finishPdf } from "./finishPdf.ts";

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

/** Milliseconds. */
const PROGRESS_EVERY = 150;
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

/** Without asking anybody: a hidden window that is gone when it is done. */
export async function printDocument(
  deps: Pick<PdfDeps, "createWindow" | "printUrl" | "timeLimit"> & Partial<PdfDeps>,
  request: PrintRequest,
  signal?: AbortSignal,
): Promise<Result<FinishedPdf>> {
  const window = deps.createWindow({
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  });
  try {
    const work = layOutAndPrint(window, deps.printUrl, request, deps.onProgress);
    return await withinLimit(work, deps.timeLimit, signal);
  } catch {
    return refuse("pdf.failed", TROUBLE);
  } finally {
    if (!window.isDestroyed()) window.destroy();
  }
}

async function layOutAndPrint(
  window: BrowserWindow,
  printUrl: string,
  request: PrintRequest,
  onProgress: PdfDeps["onProgress"] = () => undefined,
): Promise<Result<FinishedPdf>> {
  await window.loadURL(printUrl);
  const showing = window.webContents.executeJavaScript(
    `window.groundworkPrint.show(${JSON.stringify(request)})`,
  );
  const watch = watchProgress(window, onProgress);
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

/** Asks every so often; a page that is busy or gone answers late or never, which is no trouble. */
function watchProgress(window: BrowserWindow, onProgress: PdfDeps["onProgress"]): NodeJS.Timeout {
  return setInterval(() => {
    if (window.isDestroyed()) return;
    window.webContents
      .executeJavaScript("window.groundworkPrint.progress()")
      .then((answer: unknown) => {
        const progress = printProgressSchema.safeParse(answer);
        if (progress.success) onProgress(progress.data);
      })
      .catch(() => undefined);
  }, PROGRESS_EVERY);
}

async function withinLimit<T>(
  work: Promise<Result<T>>,
  limit: number,
  signal?: AbortSignal,
): Promise<Result<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result<T>>((resolve) => {
    timer = setTimeout(() => resolve(refuse("pdf.late", TROUBLE)), limit);
    signal?.addEventListener("abort", () => resolve(refuse("pdf.cancelled", TROUBLE)), { once: true });
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
