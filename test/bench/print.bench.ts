/**
 * The printed roadmap of 300 tasks, from the open print page to the finished file, beside a bare print of the very
 * same HTML and beside @react-pdf/renderer on the same words; then what 2,000 tasks take.
 */
import { readdirSync, readFileSync } from "node:fs";
import { Document, Page as PdfPage, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { type Browser, chromium, type Page } from "playwright-core";
import { createElement } from "react";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedApp, serveApp } from "#electron/host/server.ts";
import { finishPdf } from "#electron/services/finishPdf.ts";
import { countPages } from "#electron/services/pdfPages.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { must } from "#shared/domain/result.ts";
import { type PrintOutcome, printOutcomeSchema } from "#shared/print/document/request.ts";
import { bigPlan } from "#test/support/builders.ts";
import { testBrowser } from "#test/support/testBrowser.ts";

const ROUNDS = 7;
const MIB = 1_048_576;
const PRINT = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;
/** Some thirty pages of a plan of 300 tasks. */
const SECTIONS = ["cover", "contents", "plan", "stages", "timeline", "work"];
const lines: string[] = [];
let app: ServedApp;

beforeAll(async () => {
  app = must(await serveApp({ dir: "dist/renderer", port: 0, host: "127.0.0.1" }));
});
afterAll(async () => {
  await app.close();
  process.stdout.write(`\n${["| What | Figure |", "|---|---|", ...lines].join("\n")}\n`);
});

function note(what: string, figure: string): void {
  lines.push(`| ${what} | ${figure} |`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const value = await work();
  times.push(performance.now() - started);
  return value;
}

function documentOf(taskCount: number): unknown {
  return JSON.parse(serialiseDocument(bigPlan(taskCount), { exportedAt: "2027-01-04T09:00:00.000Z" }));
}

async function show(page: Page, document: unknown): Promise<PrintOutcome & { readonly ok: true }> {
  const request = { document, options: { asOf: "2027-03-01", sections: SECTIONS } };
  const answer = await page.evaluate(
    (asked) =>
      (globalThis as unknown as { groundworkPrint: { show(r: unknown): unknown } }).groundworkPrint.show(
        asked,
      ),
    request,
  );
  const shown = printOutcomeSchema.parse(answer);
  if (!shown.ok) throw new Error(shown.message);
  return shown;
}

async function printOurs(browser: Browser, document: unknown, beforeClosing: () => void = () => undefined) {
  const page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(`${app.url}print.html`);
  const { about } = await show(page, document);
  const raw = await page.pdf(PRINT);
  const done = await finishPdf(raw, about, new Date());
  beforeClosing();
  await page.close();
  if (!done) throw new Error("no pages");
  return { ...done, rawSize: raw.length };
}

/** The page as it stands when ours is ready to print, its rules written out: what Chromium has to print either way. */
const STANDS = `"<!doctype html><html lang='en'><head><meta charset='utf-8'><style>" +
  [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join("\\n") +
  "</style></head>" + document.body.outerHTML.replace(/<script.*?<\\/script>/gs, "") + "</html>"`;

/** Each sheet's words, line by line: the cells of its tables, else what stands in it. */
const WORDS = `[...document.querySelectorAll(".leaf")].map((leaf) =>
  [...leaf.querySelectorAll("tr, h1, h2, p, dt, dd, li, svg text")].map((line) =>
    line.matches("tr") ? [...line.cells].map((cell) => cell.textContent) : [line.textContent]))`;

const styles = StyleSheet.create({
  page: { padding: 40, fontSize: 8 },
  row: { flexDirection: "row", borderBottom: 0.5, padding: 1 },
});

function reactPdf(sheets: readonly (readonly (readonly string[])[])[]): Promise<Buffer> {
  const pages = sheets.map((rows, i) =>
    createElement(
      PdfPage,
      { key: i, size: "A4", orientation: "landscape", style: styles.page },
      rows.map((cells, r) =>
        createElement(
          View,
          { key: r, style: styles.row },
          cells.map((cell, c) => createElement(Text, { key: c, style: { flex: 1 } }, cell)),
        ),
      ),
    ),
  );
  return renderToBuffer(createElement(Document, { title: "Roadmap" }, pages));
}

async function printBare(browser: Browser, html: string): Promise<Buffer> {
  const page = await browser.newPage();
  // In the folder of the style sheets, so that their fonts are found.
  await page.route("**/bare.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${app.url}assets/bare.html`);
  await page.evaluate("document.fonts.ready");
  const pdf = await page.pdf(PRINT);
  await page.close();
  return pdf;
}

it("300 tasks", async () => {
  const { executablePath, args } = await testBrowser();
  const browser = await chromium.launch({ executablePath, args });
  const document = documentOf(300);
  const page = await browser.newPage();
  await page.goto(`${app.url}print.html`);
  await show(page, document);
  const html: string = await page.evaluate(STANDS);
  const words: string[][][] = await page.evaluate(WORDS);
  await page.close();
  const times = { ours: [] as number[], bare: [] as number[], react: [] as number[] };
  let last = await printOurs(browser, document);
  let bare = await printBare(browser, html);
  for (let round = 0; round < ROUNDS; round++) {
    last = await timed(times.ours, () => printOurs(browser, document));
    bare = await timed(times.bare, () => printBare(browser, html));
    await timed(times.react, () => reactPdf(words));
  }
  await browser.close();
  const [ours, plain, react] = [median(times.ours), median(times.bare), median(times.react)];
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  note("300 tasks: pages of ours / of the bare print", `${last.pages} / ${countPages(bare)}`);
  note("ours, from an empty print page to the finished file", seconds(ours));
  note("reference: bare print of the same HTML, tagged", seconds(plain));
  note("ours against that reference", `${(ours / plain).toFixed(2)} ×`);
  note("@react-pdf/renderer, the same words without drawings or tags", seconds(react));
  note(
    "size: as printed / finished",
    `${(last.rawSize / MIB).toFixed(2)} / ${(last.pdf.length / MIB).toFixed(2)} MiB`,
  );
  expect(last.pages).toBe(countPages(bare));
  expect(last.pdf.length).toBeLessThan(MIB);
  expect(ours).toBeLessThan(react);
  expect(ours / plain).toBeLessThan(1.5);
});

/** The most memory that the browser and what it started ever held, in MiB, added up (Linux). */
function mostMemory(rootPid: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(/\) \S (\d+)/.exec(readOr(`/proc/${name}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let total = 0;
  for (const queue = [rootPid]; queue.length > 0; ) {
    const pid = queue.pop() as number;
    total += Number(/VmHWM:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
    queue.push(...(children.get(pid) ?? []));
  }
  return total;
}

function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

async function memoryOf(taskCount: number): Promise<number> {
  const { executablePath, args } = await testBrowser();
  const server = await chromium.launchServer({ executablePath, args });
  const browser = await chromium.connect(server.wsEndpoint());
  const pid = server.process().pid as number;
  const before = mostMemory(pid);
  const started = performance.now();
  let grown = 0;
  const { pages, pdf, rawSize } = await printOurs(browser, documentOf(taskCount), () => {
    grown = mostMemory(pid) - before;
  });
  const took = (performance.now() - started) / 1000;
  await server.close();
  const sizes = `${(rawSize / MIB).toFixed(1)} MiB, finished ${(pdf.length / MIB).toFixed(1)} MiB`;
  note(
    `${taskCount.toLocaleString("en")} tasks`,
    `${pages} pages in ${took.toFixed(1)} s; ${sizes}; ${grown.toFixed(0)} MiB of memory`,
  );
  return grown;
}

it("memory grows with the plan, not with its square", async () => {
  const [small, middle, large] = [await memoryOf(500), await memoryOf(1_000), await memoryOf(2_000)];
  // In proportion 3, by the square 5.
  expect((large - small) / (middle - small)).toBeLessThan(4);
});
