/** `npm run export` between formats: what comes out is read again by the same command, and failure leaves no file. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { afterAll, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";

const PIZZA = "assets/examples/pizza-shop.groundwork";
const folder = mkdtempSync(join(tmpdir(), "groundwork-exchange-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  spawnSync("node", ["dist/electron/export.mjs", ...words], { encoding: "utf8" });
const planIn = (path: string): Plan => must(parseDocument(readFileSync(path, "utf8")));
const rows = (plan: Plan): string[] =>
  outlineOf(plan).inOrder.map(
    ({ item, wbsCode, start, finish }) => `${wbsCode} ${item.name} ${start} ${finish}`,
  );

it("takes a roadmap to Microsoft Project and back, and says on standard error what stays behind", () => {
  const [xml, back] = [join(folder, "p.xml"), join(folder, "back.groundwork")];
  const out = run(PIZZA, xml);
  expect([out.status, out.stdout]).toEqual([0, "p.xml: Microsoft Project XML\n"]);
  expect(out.stderr).toContain("Not in the file: 14 routines");
  expect(run(xml, back).status).toBe(0);
  expect(rows(planIn(back))).toEqual(rows(planIn(PIZZA)));
});

it("leaves what was there as it was when a file cannot be read", () => {
  const [bad, kept] = [join(folder, "bad.xml"), join(folder, "kept.csv")];
  writeFileSync(bad, "<Project><Tasks>");
  writeFileSync(kept, "mine");
  const { status, stdout, stderr } = run(bad, kept);
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([1, "", 1]);
  expect(readFileSync(kept, "utf8")).toBe("mine");
  expect(readdirSync(folder).filter((name) => name.includes("tmp"))).toEqual([]);
});

it("draws the plan as an SVG of its own with words as words, and a timeline as pixels", () => {
  const [svg, png] = [join(folder, "p.svg"), join(folder, "p.png")];
  const drawn = run(PIZZA, svg, "--as-of", "2026-11-23");
  expect([drawn.status, drawn.stdout]).toEqual([0, "p.svg: Drawing (SVG), 1280 × 720 pixels\n"]);
  const text = readFileSync(svg, "utf8");
  const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(text);
  expect([root["@_viewBox"], root.title]).toEqual([
    "0 0 1280 720",
    "Tallow Street Pizza – Operational road map",
  ]);
  expect(text).not.toMatch(/foreignObject|var\(|class=|NaN|undefined|(?:href|url)[=(]"?https?:/);
  const words = [...text.matchAll(/<(?:text|tspan)[^>]*>([^<]+)/g)].map((match) =>
    match[1]?.replace(/\s+/g, " "),
  );
  for (const said of ["Tallow Street Pizza", "Marisol Vega", "All building permits issued", "1 Idea"]) {
    expect(words).toContain(said);
  }
  const timeline = run(PIZZA, png, "--picture", "timeline", "--scale", "1", "--as-of", "2026-11-23");
  expect(timeline.stdout).toBe("p.png: Picture (PNG), 1280 × 720 pixels\n");
  expect(timeline.stderr).toContain("92 further rows would be too small to read on a slide.");
  const pixels = readFileSync(png);
  expect(pixels.subarray(1, 4).toString()).toBe("PNG");
  expect([pixels.readUInt32BE(16), pixels.readUInt32BE(20)]).toEqual([1280, 720]);
});

it("leaves nothing behind when it is stopped half-way, and says so", async () => {
  const pdf = join(folder, "stopped.pdf");
  const program = spawn("node", ["dist/electron/export.mjs", PIZZA, pdf], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  program.stderr.on("data", (data: Buffer) => {
    told += String(data);
    if (told.endsWith("Laying out the pages…\n")) program.kill("SIGTERM");
  });
  expect(await once(program, "exit")).toEqual([1, null]);
  expect(told.trim().split("\n").at(-1)).toBe("Stopped. Nothing was written.");
  expect(readdirSync(folder).filter((name) => name.includes("stopped"))).toEqual([]);
});
