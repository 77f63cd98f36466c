/** The built export command, read back with pdf.js, a reader that is not ours. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { StructTreeContent, StructTreeNode } from "pdfjs-dist/types/src/display/api.d.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { formatDay } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, bigPlan, FIRST_INSTANT } from "#test/support/builders.ts";
import { scriptsPlan } from "#test/support/scriptsPlan.ts";

const COMMAND = "dist/electron/export.mjs";
const PIZZA = "assets/examples/pizza-shop.groundwork";
const HOUSE = "test/fixtures/gan/HouseBuildingSample.gan";
const folder = mkdtempSync(join(tmpdir(), "groundwork-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync("node", [COMMAND, ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

interface Printed {
  readonly pdf: PDFDocumentProxy;
  readonly pages: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
}

async function print(input: string, name: string, ...options: string[]): Promise<Printed> {
  const file = join(folder, name);
  const { status, stdout, stderr } = run(input, file, ...options);
  expect(`${status} ${stderr}`).toMatch(/^0/);
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""));
  }
  return { pdf, pages, stdout, stderr };
}

/** Lines may break anywhere, so words are compared without their spaces. */
const squeeze = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

function names(plan: Plan): string[] {
  return outlineOf(plan).inOrder.map(({ item }) => item.name);
}

async function outlineTitles(pdf: PDFDocumentProxy): Promise<string[]> {
  return ((await pdf.getOutline()) ?? []).flatMap((entry) => [
    entry.title,
    ...entry.items.map(({ title }) => title),
  ]);
}

/** The fonts the pages are drawn with, and what the tags say of languages and charts. */
async function inside(pdf: PDFDocumentProxy) {
  const fonts = new Set<string>();
  const languages = new Set<string>();
  const alts: string[] = [];
  const visit = (node: StructTreeNode | StructTreeContent): void => {
    if ("lang" in node && typeof node.lang === "string") languages.add(node.lang);
    if ("alt" in node && typeof node.alt === "string") alts.push(node.alt);
    if ("children" in node) node.children.forEach(visit);
  };
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    await page.getOperatorList();
    for (const [, held] of page.commonObjs as Iterable<[string, { name?: string } | null]>) {
      if (held?.name) fonts.add(held.name);
    }
    const tree = await page.getStructTree();
    if (tree) visit(tree);
  }
  return { fonts, languages, alts };
}

describe("export of the pizza shop", () => {
  const plan = must(parseDocument(readFileSync(PIZZA, "utf8")));
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(PIZZA, "pizza.pdf", "--as-of", "2026-11-23");
  });

  it("says the page count on one line, and nothing else but its progress on standard error", () => {
    expect(printed.stdout).toBe(`pizza.pdf: ${printed.pdf.numPages} pages\n`);
    const { stages, milestones, tasks } = plan;
    const size = `${stages.size} stages, ${milestones.size} milestones, ${tasks.size} tasks`;
    const told = printed.stderr.trimEnd().split("\n");
    expect(told.filter((line) => line !== `Drawing ${printed.pdf.numPages} pages…`)).toEqual([
      `Read pizza-shop.groundwork: ${size}.`,
      "Laying out the pages…",
      "Writing the PDF…",
    ]);
  });

  it("holds every name and date of the plan", () => {
    const text = squeeze(printed.pages.join(" "));
    for (const name of names(plan)) expect(text).toContain(squeeze(name));
    for (const { start, finish } of outlineOf(plan).inOrder) {
      if (start === null || finish === null) continue;
      expect(text).toContain(squeeze(formatDay(start)));
      expect(text).toContain(squeeze(formatDay(finish)));
    }
    for (const { name } of plan.people.values()) expect(text).toContain(squeeze(name));
  });

  it("numbers every page, and says the company and the as-of date on it", () => {
    printed.pages.forEach((text, i) => {
      expect(squeeze(text)).toContain(`Page${i + 1}of${printed.pages.length}`);
      expect(squeeze(text)).toContain(squeeze(plan.roadmap.companyName));
      expect(squeeze(text)).toContain("Asof23Nov2026");
    });
  });

  it("puts the plan on the first page, then the timeline, then the table of all work", () => {
    const first = squeeze(printed.pages[0] ?? "");
    for (const words of [plan.roadmap.vision, "Needs attention", "Next milestone", "Milestones reached"]) {
      expect(first).toContain(squeeze(words));
    }
    const timeline = printed.pages.findIndex((text) => text.includes("Timeline"));
    const table = printed.pages.findIndex((text) => text.includes("Answers for it"));
    expect(timeline).toBeGreaterThan(0);
    expect(table).toBeGreaterThan(timeline);
    for (const text of printed.pages.slice(table)) expect(text).toContain("Answers for it");
  });

  it("is a tagged A4 landscape document with a title, a language and bookmarks", async () => {
    const { pdf } = printed;
    const { info, metadata } = await pdf.getMetadata();
    expect((info as { Title?: string; Language?: string }).Title).toBe(
      `${plan.roadmap.companyName} – Operational road map`,
    );
    expect((info as { Language?: string }).Language).toBe("en");
    expect(info).toMatchObject({ PDFFormatVersion: "1.7", Author: "Marisol Vega, Anders Whitlock" });
    expect(metadata?.get("dc:title")).toBe((info as { Title?: string }).Title);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const page = await pdf.getPage(1);
    expect((await page.getStructTree())?.children.length).toBeGreaterThan(0);
    expect(page.view.map(Math.round)).toEqual([0, 0, 842, 595]);
    const titles = await outlineTitles(pdf);
    expect(titles).toEqual(expect.arrayContaining(["Plan on a page", "All work"]));
    expect(titles.some((title) => title.startsWith("Timeline"))).toBe(true);
  });
});

describe("export of the imported house", () => {
  it("holds every task name of the GanttProject file and tells what was left out on stderr", async () => {
    const source = readFileSync(HOUSE, "utf8");
    const house = await print(HOUSE, "house.pdf", "--as-of", "2024-07-25", "--paper", "letter");
    const text = squeeze(house.pages.join(" "));
    const tasks = [...source.matchAll(/<task [^>]*?name="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(tasks.length).toBeGreaterThan(15);
    for (const name of tasks) expect(text).toContain(squeeze(name));
    expect(house.stdout).toBe(`house.pdf: ${house.pdf.numPages} pages\n`);
    expect(house.stderr).toContain("Not brought in:");
    const page = await house.pdf.getPage(1);
    expect(page.view.map(Math.round)).toEqual([0, 0, 792, 612]);
  });
});

describe("export of unusual plans", () => {
  const save = (name: string, plan: Plan): string => {
    const path = join(folder, name);
    writeFileSync(path, serialiseDocument(plan, { exportedAt: FIRST_INSTANT }));
    return path;
  };

  it("prints one page for a plan with nothing in it", async () => {
    const { pdf, stdout } = await print(save("empty.groundwork", aPlan()), "empty.pdf");
    expect(pdf.numPages).toBe(1);
    expect(stdout).toBe("empty.pdf: 1 page\n");
  });

  it("prints every script in fonts of its own, very long names in full, and nothing from the bin", async () => {
    const long = "Negotiate the supply agreement with the cooperative of mills ".repeat(7).trim();
    const plan = scriptsPlan([
      {
        name: 'Bakery "Corner" \\ & <Co>',
        holds: [
          { task: long, start: "2027-08-02", durationDays: 3 },
          { task: "Put in the bin", start: "2027-08-02", deletedAt: FIRST_INSTANT },
        ],
      },
    ]);
    const { pages, pdf } = await print(save("scripts.groundwork", plan), "scripts.pdf");
    const text = squeeze(pages.join(" "));
    const words = "Größe Łódź Садовой Ґонта Πρώτος חתימה 客户 ピザ窯 계약을 पहला ลูกค้า 🍕 👩‍👩‍👧 ✓ →".split(
      " ",
    );
    for (const word of [long, 'Bakery "Corner" \\ & <Co>', ...words]) expect(text).toContain(squeeze(word));
    // pdf.js hands joined letters over in pieces from left to right.
    const sorted = (letters: string): string => [...letters].sort().join("");
    const runs = Array.from(text, (_, at) => sorted(text.slice(at, at + 5)));
    for (const word of ["توقيع", "الحسن", "نهاية"]) expect(runs).toContain(sorted(word));
    expect(text).not.toContain("Putinthebin");
    expect(text).not.toContain("\uFFFD");
    for (const page of pages) expect(squeeze(page)).toContain("Пекарня");
    const { fonts, languages, alts } = await inside(pdf);
    for (const font of fonts) expect(font).toMatch(/\+(?:Inter|NotoSans|Vazirmatn|Twemoji)/);
    const tongues = ["ar", "el", "fa", "he", "hi", "ja", "ko", "ru", "th", "uk", "zh-Hans"];
    expect([...languages].sort()).toEqual(expect.arrayContaining(tongues));
    expect(alts).toContainEqual(
      expect.stringMatching(/^The stages over time: Idée → Prüfung.*Milestones below them: /),
    );
  });

  it("prints four hundred tasks without losing one", async () => {
    const plan = bigPlan(400);
    const { pages } = await print(save("big.groundwork", plan), "big.pdf", "--as-of", "2027-06-01");
    const table = squeeze(pages.filter((text) => text.includes("Answers for it")).join(" "));
    for (const { wbsCode, item } of outlineOf(plan).inOrder) {
      if (item.kind === "task") expect(table).toContain(`${wbsCode}${squeeze(item.name)}`);
    }
    const rowsOn = pages
      .filter((text) => text.includes("Answers for it"))
      .map((text) => text.match(/Task \d+:/g)?.length ?? 0);
    for (const rows of rowsOn.slice(0, -1)) expect(rows).toBeGreaterThan(20);
    const sheets = pages.flatMap((text) => /sheet(\d+)of(\d+)/.exec(squeeze(text)) ?? []);
    expect(sheets.length).toBeGreaterThan(0);
    const stages = outlineOf(plan).stages.filter((stage) => {
      const title = squeeze(`Timeline: ${stage.item.name}`);
      return pages.some((text) => squeeze(text).includes(title));
    });
    expect(stages).toHaveLength(outlineOf(plan).stages.length);
  });
});

describe("export refuses with a sentence, exit code 1 and no file", () => {
  const bad = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const pdf = (name: string): string => join(folder, "refused", name);
  beforeAll(() => mkdirSync(join(folder, "refused")));

  const newer = (): string => {
    const text = readFileSync(PIZZA, "utf8").replace(/"version": \d+/, '"version": 99');
    return bad("newer.groundwork", text);
  };
  it.each([
    ["no words", () => [], "Say which roadmap to export"],
    ["a missing file", () => [join(folder, "none.groundwork"), pdf("a.pdf")], "There is no file"],
    [
      "a broken file",
      () => [bad("broken.groundwork", '{"format":"groundwork",'), pdf("b.pdf")],
      "breaks off",
    ],
    ["a foreign file", () => [bad("foreign.groundwork", "%PDF-1.4"), pdf("c.pdf")], "not a Groundwork file"],
    ["a newer file", () => [newer(), pdf("d.pdf")], "newer"],
    ["a broken .gan", () => [bad("broken.gan", "<project><tasks>"), pdf("e.pdf")], "“broken.gan”"],
    [
      "a folder that is not there",
      () => [PIZZA, join(folder, "nowhere", "f.pdf")],
      "its folder does not exist",
    ],
    ["a wrong ending", () => [PIZZA, pdf("g.doc")], "must end in .pdf"],
    ["a folder as target", () => [PIZZA, mkFolder("h.pdf")], "is a folder"],
  ] as const)("%s", (_, words, sentence) => {
    const { status, stdout, stderr } = run(...words());
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
    expect(readdirSync(join(folder, "refused"))).toEqual([]);
  });

  function mkFolder(name: string): string {
    const path = join(folder, name);
    if (!existsSync(path)) mkdirSync(path);
    return path;
  }
});
