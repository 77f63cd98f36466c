/** Prints and draws through the built print page in a headless browser of the Chromium family. */
import { access } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "#electron/host/chromium.ts";
import { type ServedApp, serveApp } from "#electron/host/server.ts";
import { type FinishedPdf, finishPdf } from "#electron/services/finishPdf.ts";
import { watchProgress } from "#electron/services/progress.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import {
  type PrintPage,
  type PrintProgress,
  type PrintRequest,
  printOutcomeSchema,
} from "#shared/print/document/request.ts";
import type { PictureRequest } from "#shared/print/picture.ts";
import { pictureFrom } from "./picture.ts";
import type { DrawnPicture, ExportHost } from "./run.ts";

/** Milliseconds for the browser to start, and for a very large plan to be laid out and printed. */
const START_LIMIT = 30_000;
const PRINT_LIMIT = 300_000;
const TROUBLE = "The pages could not be printed. Try again, or name another browser in GROUNDWORK_BROWSER.";

interface BrowserHost extends Pick<ExportHost, "printPdf" | "drawPicture"> {
  /** Ends the browser in the midst of its work. */
  close(): Promise<void>;
}

export function createBrowserHost(rendererDir: string): BrowserHost {
  let browser: Browser | null = null;

  async function withPage<T>(work: (page: Page) => Promise<Result<T>>): Promise<Result<T>> {
    const built = await access(join(rendererDir, "print.html")).then(
      () => true,
      () => false,
    );
    if (!built) return refuse("export.notBuilt", "The app is not built yet. Run npm run build first.");
    const found = await findChromium({ allowShipped: true });
    if ("problem" in found) return refuse("export.noBrowser", found.problem);
    const served = await serveApp({ dir: rendererDir, port: 0, host: "127.0.0.1" });
    if (!served.ok) return served;
    try {
      const { executablePath, args } = found;
      // Signals are this program's to answer: it takes the unfinished file away first.
      const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
      browser = await chromium.launch({ executablePath, args, timeout: START_LIMIT, ...signals });
      return await work(await openPrintPage(browser, served.value));
    } catch {
      return refuse("export.failed", TROUBLE);
    } finally {
      await browser?.close().catch(() => undefined);
      await served.value.close();
    }
  }

  return {
    printPdf: (request, onProgress) => withPage((page) => print(page, request, onProgress)),
    drawPicture: (request) => withPage((page) => draw(page, request)),
    close: async () => browser?.close().catch(() => undefined),
  };
}

/** One document, by a browser of its own. */
export function printPdf(request: PrintRequest, rendererDir: string): Promise<Result<FinishedPdf>> {
  return createBrowserHost(rendererDir).printPdf(request, () => undefined);
}

async function openPrintPage(browser: Browser, app: ServedApp): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PRINT_LIMIT);
  await page.goto(`${app.url}print.html`);
  return page;
}

async function print(
  page: Page,
  request: PrintRequest,
  onProgress: (progress: PrintProgress) => void,
): Promise<Result<FinishedPdf>> {
  const watch = watchProgress(
    () =>
      page.evaluate(() =>
        (globalThis as unknown as { groundworkPrint: PrintPage }).groundworkPrint.progress(),
      ),
    onProgress,
  );
  const answer: unknown = await page
    .evaluate(
      (asked) => (globalThis as unknown as { groundworkPrint: PrintPage }).groundworkPrint.show(asked),
      request,
    )
    .finally(() => clearInterval(watch));
  const outcome = printOutcomeSchema.parse(answer);
  if (!outcome.ok) return refuse("export.refused", outcome.message);
  onProgress({ step: "writing", done: 0, of: 0 });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const finished = await finishPdf(pdf, outcome.about, new Date());
  return finished ? ok(finished) : refuse("export.empty", TROUBLE);
}

async function draw(page: Page, request: PictureRequest): Promise<Result<DrawnPicture>> {
  const answer: unknown = await page.evaluate(
    (asked) => (globalThis as unknown as { groundworkPrint: PrintPage }).groundworkPrint.picture(asked),
    request,
  );
  return pictureFrom(answer);
}
