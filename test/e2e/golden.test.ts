/**
 * Five printed sheets against what they looked like when somebody last looked. After a change that is meant:
 * `GOLDEN=write npx vitest run --project stories test/e2e/golden.test.ts`, then look at test/fixtures/golden.
 */
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveApp } from "#electron/host/server.ts";
import { parseDocument } from "#shared/document/parse.ts";
import { must } from "#shared/domain/result.ts";
import type { PrintPage } from "#shared/print/document/request.ts";
import { differences, pictureOf, readGolden, writeGolden } from "#test/support/golden.ts";
import { testBrowser } from "#test/support/testBrowser.ts";

const FOLDER = "test/fixtures/golden";
const document = readFileSync("assets/examples/pizza-shop.groundwork", "utf8");
const plan = must(parseDocument(document));
const AS_OF = "2026-11-23";

let browser: Browser;
let page: Page;
let reader: Page;
let app: { readonly url: string; close(): Promise<void> };

beforeAll(async () => {
  const { executablePath, args } = await testBrowser();
  app = must(await serveApp({ dir: "dist/renderer", port: 0, host: "127.0.0.1" }));
  browser = await chromium.launch({ executablePath, args });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  reader = await browser.newPage();
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.goto(`${app.url}print.html`);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function show(options: Record<string, unknown>): Promise<void> {
  const request = { document: JSON.parse(document), options: { asOf: AS_OF, paper: "A4", ...options } };
  const outcome = await page.evaluate(
    (asked) => (globalThis as unknown as { groundworkPrint: PrintPage }).groundworkPrint.show(asked),
    request,
  );
  expect(outcome).toMatchObject({ ok: true });
}

const pathOf = (name: string): string => join(FOLDER, `${name}.png`);

async function check(name: string, selector: string): Promise<void> {
  const path = pathOf(name);
  const picture = await pictureOf(page.locator(selector).first(), reader);
  if (process.env.GOLDEN === "write") return writeGolden(path, picture);
  if (!existsSync(path)) throw new Error(`${path} is missing: write it with GOLDEN=write and look at it`);
  const found = differences(picture, await readGolden(reader, path));
  if (found.length === 0) return;
  const actual = join(tmpdir(), `groundwork-golden-${name}.png`);
  writeGolden(actual, picture);
  throw new Error(
    `${name} no longer looks like ${path}: see ${actual}; ${found.length} squares, from ${found[0]}`,
  );
}

/** In the page: words that stand, or reach, outside their sheet. */
function wordsOutside(): string[] {
  const found: string[] = [];
  for (const sheet of globalThis.document.querySelectorAll(".sheet")) {
    const paper = sheet.getBoundingClientRect();
    const words = globalThis.document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let text = words.nextNode(); text; text = words.nextNode()) {
      const range = globalThis.document.createRange();
      range.selectNodeContents(text);
      const { left, right, top, bottom, width } = range.getBoundingClientRect();
      const isIn =
        left > paper.left - 1 && right < paper.right + 1 && top > paper.top - 1 && bottom < paper.bottom + 1;
      if (width > 0 && !isIn) found.push(text.textContent ?? "");
    }
  }
  return found;
}

/** Each with a part of it that a change of layout could move. */
const SHEETS = [
  { name: "plan-on-a-page", selector: ".plan-page", block: ".foot" },
  { name: "stage", selector: ".flow", block: "table" },
  { name: "timeline", selector: ".timeline-sheet >> nth=1", block: ".chart" },
  { name: "work", selector: ".sheet.work", block: "tbody" },
] as const;

it("prints the plan on a page, a stage, a timeline sheet and the table of work as they were looked at", async () => {
  await show({ sections: ["plan", "stages", "timeline", "work"] });
  for (const { name, selector } of SHEETS) await check(name, selector);
  expect(await page.evaluate(wordsOutside)).toEqual([]);
  await show({ preset: "handover" });
  expect(await page.evaluate(wordsOutside)).toEqual([]);
});

it("would notice a block that moved by a line", async () => {
  for (const { name, selector, block } of SHEETS.slice(1, 3)) {
    await page.addStyleTag({
      content: `${selector.split(" >>")[0]} ${block} { position: relative; top: 9pt; }`,
    });
    const picture = await pictureOf(page.locator(selector).first(), reader);
    const found = differences(picture, await readGolden(reader, pathOf(name)));
    expect([name, found.length > 50]).toEqual([name, true]);
  }
});

it("prints the report of a session as it was looked at", async () => {
  const closed = [...plan.sessions.values()].filter(({ closedAt }) => closedAt !== null).at(-1);
  await show({ part: "session", sessionId: closed?.id });
  await check("session", ".session");
});
