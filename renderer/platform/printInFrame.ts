/** Printing from a browser: the print page in an unseen frame of our own origin, then the print dialog. */
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { CallArgument } from "#shared/ipc/contract.ts";
import { safeFileName } from "#shared/ipc/fileName.ts";
import { type PrintPage, printOutcomeSchema, printProgressSchema } from "#shared/print/document/request.ts";
import { type PictureOutcome, type PictureRequest, pictureOutcomeSchema } from "#shared/print/picture.ts";
import type { ExportedPdf, ExportWatch } from "./platform.ts";

type PrintWindow = Window & { readonly groundworkPrint?: PrintPage };

const TROUBLE = "The pages could not be laid out. Reload the page and try again.";
const NOT_DRAWN = "The picture could not be drawn. Reload the page and try again.";
/** Milliseconds. */
const PROGRESS_EVERY = 150;
const LOADING_LIMIT = 20_000;

export async function printInFrame(
  page: Window,
  { document: text, options, suggestedName }: CallArgument<"pdf.export">,
  { onProgress, signal }: ExportWatch,
): Promise<Result<ExportedPdf>> {
  const frame = await openFrame(page.document);
  const inside = frame?.contentWindow as PrintWindow | null | undefined;
  if (!frame || !inside?.groundworkPrint) {
    frame?.remove();
    return refuse("pdf.failed", TROUBLE);
  }
  const watch = page.setInterval(() => {
    const progress = printProgressSchema.safeParse(inside.groundworkPrint?.progress());
    if (progress.success) onProgress(progress.data);
  }, PROGRESS_EVERY);
  const cancelled = new Promise<null>((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  try {
    const answer: unknown = await Promise.race([
      inside.groundworkPrint.show({ document: JSON.parse(text), options }),
      cancelled,
    ]);
    if (signal.aborted) {
      frame.remove();
      return ok({ outcome: "cancelled" });
    }
    const shown = printOutcomeSchema.parse(answer);
    if (!shown.ok) {
      frame.remove();
      return refuse("pdf.refused", shown.message);
    }
    print(page, frame, inside, safeFileName(suggestedName, "pdf"));
    return ok({ outcome: "printed" });
  } catch {
    frame.remove();
    return refuse("pdf.failed", TROUBLE);
  } finally {
    page.clearInterval(watch);
  }
}

/** One page of a slide's size as a picture. */
export async function drawInFrame(page: Window, request: PictureRequest): Promise<PictureOutcome> {
  const frame = await openFrame(page.document);
  const inside = frame?.contentWindow as PrintWindow | null | undefined;
  try {
    const answer: unknown = await inside?.groundworkPrint?.picture(request);
    const outcome = pictureOutcomeSchema.safeParse(answer);
    return outcome.success ? outcome.data : { ok: false, message: NOT_DRAWN };
  } catch {
    return { ok: false, message: NOT_DRAWN };
  } finally {
    frame?.remove();
  }
}

/** A frame that is not displayed does not print, so it stands beside the window instead. Null when it fails. */
function openFrame(document: Document): Promise<HTMLIFrameElement | null> {
  const frame = document.createElement("iframe");
  frame.src = "./print.html";
  frame.title = "Pages to print";
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  Object.assign(frame.style, {
    position: "fixed",
    left: "-10000px",
    top: "0",
    width: "1200px",
    height: "900px",
    border: "0",
  });
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      frame.remove();
      resolve(null);
    }, LOADING_LIMIT);
    frame.addEventListener("load", () => {
      clearTimeout(late);
      resolve(frame);
    });
    document.body.append(frame);
  });
}

/** Browsers suggest the title of the window as the file's name. Everything is put back once printing is over. */
function print(page: Window, frame: HTMLIFrameElement, inside: Window, fileName: string): void {
  const title = page.document.title;
  page.document.title = fileName.replace(/\.pdf$/, "");
  inside.addEventListener(
    "afterprint",
    () => {
      page.document.title = title;
      // Firefox still reads the frame when it says it is done.
      page.setTimeout(() => frame.remove(), 1_000);
    },
    { once: true },
  );
  inside.focus();
  inside.print();
}
