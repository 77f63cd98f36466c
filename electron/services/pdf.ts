/** A PDF of the open roadmap: the print page, laid out in a hidden window of its own and printed by Chromium. */
import { basename } from "node:path";
import type { BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { CallArgument, CallValue } from "#shared/ipc/contract.ts";
import { printOutcomeSchema } from "#shared/print/request.ts";
import { askWhereToSave, type FileDialogs } from "./documents.ts";
import { writeWhole } from "./files.ts";
import { type FinishedPdf, finishPdf } from "./finishPdf.ts";

export interface PdfDeps {
  readonly dialogs: FileDialogs;
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly printUrl: string;
  /** Milliseconds after which laying out counts as stuck. */
  readonly timeLimit: number;
}

const FILTERS = [{ name: "PDF", extensions: ["pdf"] }];
const TROUBLE = "The pages could not be laid out. Try again; if it happens twice, restart Groundwork.";

/** Asks for the place first, so that cancelling costs nothing. */
export async function exportPdf(
  deps: PdfDeps,
  argument: CallArgument<"pdf.export">,
): Promise<Result<CallValue<"pdf.export">>> {
  const document = parseJson(argument.document);
  if (!document.ok) return document;
  const place = await askWhereToSave(deps.dialogs, "Export PDF", argument.suggestedName, FILTERS);
  if (!place.ok) return place;
  if (place.value === null) return ok({ outcome: "cancelled" });
  const pdf = await printDocument(deps, { document: document.value, options: argument.options });
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
  deps: Pick<PdfDeps, "createWindow" | "printUrl" | "timeLimit">,
  request: PrintRequest,
): Promise<Result<FinishedPdf>> {
  const window = deps.createWindow({
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  });
  try {
    return await withinLimit(layOutAndPrint(window, deps.printUrl, request), deps.timeLimit);
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
): Promise<Result<FinishedPdf>> {
  await window.loadURL(printUrl);
  const answer: unknown = await window.webContents.executeJavaScript(
    `window.groundworkPrint.show(${JSON.stringify(request)})`,
  );
  const shown = printOutcomeSchema.safeParse(answer);
  if (!shown.success) return refuse("pdf.failed", TROUBLE);
  if (!shown.data.ok) return refuse("pdf.refused", shown.data.message);
  const pdf = await window.webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const finished = await finishPdf(pdf, shown.data.about, new Date());
  return finished ? ok(finished) : refuse("pdf.empty", TROUBLE);
}

async function withinLimit<T>(work: Promise<Result<T>>, limit: number): Promise<Result<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result<T>>((resolve) => {
    timer = setTimeout(() => resolve(refuse("pdf.late", TROUBLE)), limit);
  });
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
