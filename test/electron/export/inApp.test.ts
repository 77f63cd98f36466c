import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { exportWords } from "#electron/export/inApp.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { launchBrowser, startMain } from "#test/electron/standIn/launch.ts";
import { aPlan, FIRST_INSTANT } from "#test/support/builders.ts";

describe("the words the packaged app is started with", () => {
  const words = (line: string, ...there: string[]) =>
    exportWords(line.split(" "), (path) => there.includes(path));

  it("are an export when they name a roadmap and a file to write", () => {
    expect(words("a.groundwork a.pdf")).toEqual(["a.groundwork", "a.pdf"]);
    expect(words("--no-sandbox . a.gan a.svg --picture timeline")).toEqual([
      "a.gan",
      "a.svg",
      "--picture",
      "timeline",
    ]);
    expect(words("a.gan a.pdf --paper=a3")).toEqual(["a.gan", "a.pdf", "--paper=a3"]);
  });

  it("open a window otherwise, and two roadmaps that are both there are opened", () => {
    for (const line of ["a.groundwork", "--flag a.groundwork", "a.pdf b.pdf", "a.gan b.doc", "."]) {
      expect(words(line), line).toBeNull();
    }
    expect(words("a.groundwork b.groundwork", "a.groundwork", "b.groundwork")).toBeNull();
    expect(words("a.gan b.groundwork", "a.gan")).toEqual(["a.gan", "b.groundwork"]);
    expect(words("--export a.gan b.groundwork", "b.groundwork")).toEqual(["a.gan", "b.groundwork"]);
    expect(words("--export a.gan b.doc")).toEqual(["a.gan", "b.doc"]);
  });
});

describe("the packaged app as a command", { timeout: 30_000 }, () => {
  let browser: Browser;
  let folder: string;
  let told: string[];
  beforeAll(async () => {
    browser = await launchBrowser();
    folder = await mkdtemp(join(tmpdir(), "groundwork-command-"));
    const plan = aPlan({ stages: [{ name: "Idea", holds: [{ task: "Lease" }] }] });
    await writeFile(join(folder, "plan.groundwork"), serialiseDocument(plan, { exportedAt: FIRST_INSTANT }));
  }, 60_000);
  afterAll(() => browser?.close());

  async function run(...args: string[]): Promise<{ code: number | null; windows: number; shown: boolean }> {
    told = [];
    const hear = (line: string | Uint8Array) => told.push(String(line)) > 0;
    const spies = [
      vi.spyOn(process.stderr, "write").mockImplementation(hear),
      vi.spyOn(process.stdout, "write").mockImplementation(hear),
    ];
    const standIn = await startMain({ browser, args, isSecond: true });
    await standIn.hasQuit;
    for (const spy of spies) spy.mockRestore();
    const { windows } = standIn.world;
    return {
      code: standIn.state.exitCode,
      windows: windows.length,
      shown: windows.some((window) => window.shown),
    };
  }

  it("prints and draws in a window that is never shown, while another Groundwork runs", async () => {
    const plan = join(folder, "plan.groundwork");
    expect(await run(plan, join(folder, "plan.pdf"), "--as-of", "2027-01-04")).toEqual({
      code: 0,
      windows: 1,
      shown: false,
    });
    expect(told.at(-1)).toBe("plan.pdf: 1 page\n");
    expect((await readFile(join(folder, "plan.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
    await run(plan, join(folder, "plan.svg"), "--picture", "timeline");
    expect(await readFile(join(folder, "plan.svg"), "utf8")).toBe("<svg>1 timeline</svg>");
    expect((await run(plan, join(folder, "plan.csv"))).windows).toBe(0);
  });

  it("says in a sentence what went wrong, ends with 1 and leaves no file", async () => {
    const before = await readdir(folder);
    expect((await run(join(folder, "none.gan"), join(folder, "none.pdf"))).code).toBe(1);
    expect(told).toEqual([expect.stringMatching(/^There is no file .+\.\n$/)]);
    expect(await readdir(folder)).toEqual(before);
  });
});
