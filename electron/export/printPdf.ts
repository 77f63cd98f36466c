/** Prints a document through the built print page in a headless browser of the Chromium family. */
import { access } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "#electron/host/chromium.ts";
import { type ServedApp, serveApp } from "#electron/host/server.ts";
import { type FinishedPdf, finishPdf } from "#electron/services/finishPdf.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { type PrintPage, type PrintRequest, printOutcomeSchema } from "#shared/print/request.ts";

/** Milliseconds for the browser to start, and for a very large plan to be laid out and printed. */
const START_LIMIT = 30_000;
const PRINT_LIMIT = 300_000;
const TROUBLE = "The pages could not be printed. Try again, or name another browser in GROUNDWORK_BROWSER.";

export async function printPdf(request: PrintRequest, rendererDir: string): Promise<Result<FinishedPdf>> {
  const built = await access(join(rendererDir, "print.html")).then(
    () => true,
    () => false,
  );
  if (!built) return refuse("export.notBuilt", "The app is not built yet. Run npm run build first.");
  const found = await findChromium({ allowShipped: true });
  if ("problem" in found) return refuse("export.noBrowser", found.problem);
  const served = await serveApp({ dir: rendererDir, port: 0, host: "127.0.0.1" });
  if (!served.ok) return served;
  let browser: Browser | null = null;
  try {
    const { executablePath, args } = found;
    browser = await chromium.launch({ executablePath, args, timeout: START_LIMIT });
    return await printWith(browser, served.value, request);
  } catch {
    return refuse("export.failed", TROUBLE);
  } finally {
    await browser?.close().catch(() => undefined);
    await served.value.close();
  }
}

async function printWith(
  browser: Browser,
  app: ServedApp,
  request: PrintRequest,
): Promise<Result<FinishedPdf>> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PRINT_LIMIT);
  await page.goto(`${app.url}print.html`);
  const answer: unknown = await page.evaluate(
    (asked) => (globalThis as unknown as { groundworkPrint: PrintPage }).groundworkPrint.show(asked),
    request,
  );
  const outcome = printOutcomeSchema.parse(answer);
  if (!outcome.ok) return refuse("export.refused", outcome.message);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const finished = await finishPdf(pdf, outcome.about, new Date());
  return finished ? ok(finished) : refuse("export.empty", TROUBLE);
}
