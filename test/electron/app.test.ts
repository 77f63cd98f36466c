import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serveApp } from "#electron/host/server.ts";
import { parseDocument } from "#shared/document/parse.ts";
import { must } from "#shared/domain/result.ts";
import { menuItem } from "./standIn/electron.ts";
import { type Desktop, launchBrowser, launchDesktop } from "./standIn/launch.ts";

/** The built app itself in both hosts. `npm test` builds it first. */
const RENDERER = resolve("dist/renderer");
let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "groundwork-app-files-"));
}, 60_000);
afterAll(() => browser?.close());

/** What the page complains of, blocked scripts and styles included. */
function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  return complaints;
}

async function openPizzaShop(page: Page): Promise<void> {
  await page.getByText("Pizza shop").click();
  await page.getByRole("button", { name: "Export" }).waitFor();
  await vi.waitFor(async () => expect(await page.title()).toBe("Tallow Street Pizza – Groundwork"), 5_000);
}

describe("the app in its desktop shell", { timeout: 60_000 }, () => {
  let desktop: Desktop;
  let complaints: string[];
  const choose = (id: string) => menuItem(desktop.state.menu, id)?.click?.();

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    complaints = complaintsOf(context);
    desktop = await launchDesktop({ browser, context, renderer: RENDERER });
    await openPizzaShop(desktop.page);
  }, 60_000);

  it("exports the open roadmap to the PDF that was asked for", async () => {
    const path = join(folder, "pizza.pdf");
    desktop.answers.save.push({ canceled: false, filePath: path });
    choose("file.exportPdf");
    const foretold = await desktop.page
      .getByRole("status")
      .filter({ hasText: /^\d+ pages$/ })
      .textContent();
    await desktop.page.getByRole("button", { name: /save pdf/i }).click();
    await desktop.page.getByText(/Saved as pizza.pdf, \d+ pages/).waitFor({ timeout: 20_000 });
    const pdf = await readFile(path);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const said = await desktop.page.getByText(/Saved as pizza.pdf, \d+ pages/).textContent();
    expect(said).toContain(`${read.numPages} pages`);
    expect(foretold).toBe(`${read.numPages} pages`);
  });

  it("saves a copy that reads back as the same roadmap", async () => {
    const path = join(folder, "copy.groundwork");
    desktop.answers.save.push({ canceled: false, filePath: path });
    choose("file.saveAs");
    await desktop.page.getByText("Saved as copy.groundwork").waitFor();
    const plan = must(parseDocument(await readFile(path, "utf8")));
    expect(plan.roadmap.name).toBe("Tallow Street Pizza");
    expect(plan.tasks.size).toBeGreaterThanOrEqual(60);
  });

  it("opens a file that a second start hands over, and says so when it is broken", async () => {
    await writeFile(join(folder, "broken.groundwork"), "{");
    desktop.app.emit("second-instance", {}, ["groundwork", "broken.groundwork"], folder);
    await desktop.page
      .getByText(/broken|not a Groundwork|cannot be read|could not be read/i)
      .first()
      .waitFor();
    await desktop.page.getByRole("alertdialog").getByRole("button", { name: "OK" }).click();
    desktop.app.emit("second-instance", {}, ["groundwork", "copy.groundwork"], folder);
    await desktop.page.getByRole("button", { name: "Bring in" }).click();
    await vi.waitFor(
      async () => expect(await desktop.page.title()).toMatch(/Tallow Street Pizza \(2\)/),
      10_000,
    );
  });

  it("closes by itself once everything is written, and complained of nothing on the way", async () => {
    desktop.window.close();
    await desktop.hasQuit;
    expect(desktop.asked.every((asked) => asked.kind !== "message")).toBe(true);
    expect(desktop.window.isDestroyed()).toBe(true);
    expect(await readdir(desktop.userData)).toContain("window.json");
    expect(complaints).toEqual([]);
    expect(desktop.world.outside).toEqual([]);
  });
});

describe("the app in a browser", { timeout: 60_000 }, () => {
  it("opens and saves files, and prints through the print dialog, under the same rules", async () => {
    const served = must(await serveApp({ dir: RENDERER, port: 0, host: "127.0.0.1" }));
    const context = await browser.newContext({
      acceptDownloads: true,
      viewport: { width: 1280, height: 800 },
    });
    const complaints = complaintsOf(context);
    const page = await context.newPage();
    const printed: { frame: string; title: string; text: string }[] = [];
    await context.exposeFunction("tellPrinted", (job: (typeof printed)[number]) => void printed.push(job));
    // The dialogs of the system itself cannot be shown here: no save picker, and printing is only noted.
    await context.addInitScript(() => {
      Reflect.deleteProperty(window, "showSaveFilePicker");
      window.print = () => {
        const job = {
          frame: location.pathname,
          title: window.top?.document.title,
          text: document.body.textContent,
        };
        void Reflect.get(
          window,
          "tellPrinted",
        )(job).then(() => window.dispatchEvent(new Event("afterprint")));
      };
    });
    await page.goto(served.url);
    await openPizzaShop(page);

    await page.keyboard.press("Control+P");
    await page
      .getByRole("button", { name: /pdf|print/i })
      .last()
      .click();
    await vi.waitFor(() => expect(printed).toHaveLength(1), 20_000);
    expect(printed[0]).toMatchObject({ frame: "/print.html", title: "Tallow Street Pizza" });
    expect(printed[0]?.text).toContain("All building permits issued");
    await vi.waitFor(async () => expect(await page.locator("iframe").count()).toBe(0), 5_000);
    expect(await page.title()).toBe("Tallow Street Pizza – Groundwork");

    const download = page.waitForEvent("download");
    await page.keyboard.press("Control+Shift+S");
    const file = await download;
    expect(file.suggestedFilename()).toBe("Tallow Street Pizza.groundwork");
    const path = join(folder, "downloaded.groundwork");
    await file.saveAs(path);

    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+O");
    await (await chooser).setFiles(path);
    await page.getByRole("button", { name: "Bring in" }).click();
    await vi.waitFor(async () => expect(await page.title()).toMatch(/Tallow Street Pizza \(2\)/), 10_000);
    expect(complaints).toEqual([]);
    await served.close();
  });
});
