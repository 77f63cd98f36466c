import { mkdtemp, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CALLS, MAX_DOCUMENT_BYTES } from "#shared/ipc/contract.ts";
import { type Desktop, launchBrowser, launchDesktop } from "./standIn/launch.ts";

let browser: Browser;
let desktop: Desktop;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  desktop = await launchDesktop({ browser });
  folder = await mkdtemp(join(tmpdir(), "groundwork-files-"));
}, 60_000);
afterAll(() => browser?.close());

interface Answer {
  readonly ok: boolean;
  readonly value?: Record<string, unknown>;
  readonly problem?: { readonly code: string; readonly message: string };
}

function call(channel: string, argument: unknown): Promise<Answer> {
  return desktop.page.evaluate(([name, value]) => Reflect.get(window, "groundworkHost").call(name, value), [
    channel,
    argument,
  ] as const);
}

describe("who may call", { timeout: 30_000 }, () => {
  it("answers every call of the contract and no other", async () => {
    expect([...desktop.handlers.keys()].sort()).toEqual(Object.keys(CALLS).sort());
    expect(await call("shell.run", { command: "ls" })).toMatchObject({
      ok: false,
      problem: { code: "ipc.channel" },
    });
  });

  it("refuses a page of another origin, and a frame inside our own", async () => {
    const handler = desktop.handlers.get("document.open");
    const from = (url: string, parent: object | null = null) =>
      handler?.({ senderFrame: { url, parent } }, {});
    for (const event of [
      from("https://example.org/"),
      from("app://elsewhere/index.html"),
      from("app://groundwork.evil/index.html"),
      from("file:///index.html"),
      from("app://groundwork/index.html", {}),
      handler?.({ senderFrame: null }, {}),
    ]) {
      expect(await event).toMatchObject({ ok: false, problem: { code: "ipc.sender" } });
    }
    expect(desktop.asked).toHaveLength(0);
  });

  it("refuses an argument that is not of the contract's form", async () => {
    const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (const [channel, argument] of [
      ["document.save", { suggestedName: "Plan" }],
      ["document.save", { suggestedName: "Plan", text: "{}", path: "/etc/passwd" }],
      ["backup.write", { roadmapId: "../../etc", name: "Plan", text: "{}" }],
      ["pdf.export", { document: "{}", options: { paper: "A3" }, suggestedName: "Plan" }],
      ["pdf.export", { document: "{}", options: { paper: "A4", asOf: "2027-02-30" }, suggestedName: "Plan" }],
      ["window.theme", "dark"],
    ] as const) {
      expect(await call(channel, argument), channel).toMatchObject({
        ok: false,
        problem: { code: "ipc.argument" },
      });
    }
    expect(silent).toHaveBeenCalledTimes(6);
    silent.mockRestore();
    expect(desktop.asked).toHaveLength(0);
  });
});

describe("documents", { timeout: 30_000 }, () => {
  it("go to disk and come back letter for letter", async () => {
    const text = '{"name":"Grüße 你好 \\u0000"}\n';
    desktop.answers.save.push({ canceled: false, filePath: join(folder, "plan.groundwork") });
    expect(await call("document.save", { suggestedName: "A/B: plan?", text })).toEqual({
      ok: true,
      value: { outcome: "saved", name: "plan.groundwork" },
    });
    expect(desktop.asked.at(-1)?.options).toMatchObject({ defaultPath: "A B plan.groundwork" });
    desktop.answers.open.push({ canceled: false, filePaths: [join(folder, "plan.groundwork")] });
    expect(await call("document.open", {})).toEqual({
      ok: true,
      value: { outcome: "opened", name: "plan.groundwork", text },
    });
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("get their extension, but never onto a file nobody agreed to replace", async () => {
    desktop.answers.save.push({ canceled: false, filePath: join(folder, "second") });
    expect(await call("document.save", { suggestedName: "x", text: "1" })).toMatchObject({
      value: { name: "second.groundwork" },
    });
    desktop.answers.save.push({ canceled: false, filePath: join(folder, "second") });
    expect(await call("document.save", { suggestedName: "x", text: "2" })).toMatchObject({
      problem: { code: "file.exists" },
    });
    expect(await readFile(join(folder, "second.groundwork"), "utf8")).toBe("1");
  });

  it("stay as they were when a dialog is cancelled", async () => {
    desktop.answers.save.push({ canceled: true, filePath: "" });
    desktop.answers.open.push({ canceled: true, filePaths: [] });
    expect(await call("document.save", { suggestedName: "x", text: "1" })).toEqual({
      ok: true,
      value: { outcome: "cancelled" },
    });
    expect(await call("document.open", {})).toEqual({ ok: true, value: { outcome: "cancelled" } });
  });

  it("are refused with a sentence when too large, not text, gone, or not writable", async () => {
    await writeFile(join(folder, "huge.groundwork"), "");
    await truncate(join(folder, "huge.groundwork"), MAX_DOCUMENT_BYTES + 1);
    await writeFile(join(folder, "picture.groundwork"), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    const open = (name: string) => {
      desktop.answers.open.push({ canceled: false, filePaths: [join(folder, name)] });
      return call("document.open", {});
    };
    expect((await open("huge.groundwork")).problem?.message).toMatch(
      /“huge.groundwork” is 51 MB.*up to 50 MB/,
    );
    expect((await open("picture.groundwork")).problem?.message).toMatch(/not a text file/);
    expect((await open("gone.groundwork")).problem?.message).toMatch(/no longer there/);
    desktop.answers.save.push({ canceled: false, filePath: join(folder, "missing/plan.groundwork") });
    const refused = await call("document.save", { suggestedName: "x", text: "1" });
    expect(refused.problem?.message).toMatch(/was not saved: it is no longer there/);
  });
});

describe("PDF", { timeout: 30_000 }, () => {
  const plan = JSON.stringify({ tasks: [{ name: "Find premises" }, { name: "Hire cooks" }] });
  const options = { paper: "A4", asOf: "2027-01-04" };

  it("is laid out in a hidden sandboxed window and printed with text, tags and bookmarks", async () => {
    const path = join(folder, "plan.pdf");
    desktop.answers.save.push({ canceled: false, filePath: path });
    const answer = await call("pdf.export", { document: plan, options, suggestedName: "Plan" });
    expect(answer).toEqual({ ok: true, value: { outcome: "saved", name: "plan.pdf", path, pages: 2 } });
    const pdf = await readPdf(path);
    expect(pdf).toMatchObject({ pages: 2, tagged: true, landscape: true });
    expect(pdf.text).toContain("Hire cooks on A4 as of 2027-01-04");
    expect(pdf.bookmarks).toContain("Find premises on A4 as of 2027-01-04");
    const hidden = desktop.world.windows.at(-1);
    expect(hidden?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
    expect(hidden?.options.webPreferences).not.toHaveProperty("preload");
    expect(hidden?.isDestroyed()).toBe(true);
  });

  it("costs nothing when cancelled: no window is opened", async () => {
    const before = desktop.world.windows.length;
    desktop.answers.save.push({ canceled: true, filePath: "" });
    expect(await call("pdf.export", { document: plan, options, suggestedName: "Plan" })).toMatchObject({
      value: { outcome: "cancelled" },
    });
    expect(desktop.world.windows).toHaveLength(before);
  });

  it("says how far it is, and writes nothing when it is called off", async () => {
    const path = join(folder, "long.pdf");
    desktop.answers.save.push({ canceled: false, filePath: path });
    const argument = { document: '{"tasks":[],"isEndless":true}', options, suggestedName: "Plan" };
    const [told, answer] = await desktop.page.evaluate(async (asked) => {
      const host = Reflect.get(window, "groundworkHost");
      const exported = host.call("pdf.export", asked);
      // What earlier exports said is still told to the first who listens.
      const progress = await new Promise((resolve) =>
        host.on("pdf.progress", (said: { step: string }) => said.step === "drawing" && resolve(said)),
      );
      await host.call("pdf.cancel", {});
      return [progress, await exported];
    }, argument);
    expect(told).toEqual({ step: "drawing", done: 2, of: 9 });
    expect(answer).toEqual({ ok: true, value: { outcome: "cancelled" } });
    expect(await readdir(folder)).not.toContain("long.pdf");
    expect(desktop.world.windows.at(-1)?.isDestroyed()).toBe(true);
  });

  it("passes on the page's own refusal and leaves an older file alone", async () => {
    const path = join(folder, "older.pdf");
    await writeFile(path, "older");
    desktop.answers.save.push({ canceled: false, filePath: path });
    const answer = await call("pdf.export", { document: '{"other":1}', options, suggestedName: "Plan" });
    expect(answer.problem?.message).toBe("This is not a roadmap. Open another file.");
    expect(await readFile(path, "utf8")).toBe("older");
  });
});

async function readPdf(path: string) {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    text += content.items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  const [, , width, height] = (await pdf.getPage(1)).view;
  const marked = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
  const bookmarks = (await pdf.getOutline())?.map((entry) => entry.title) ?? [];
  const landscape = (width ?? 0) > (height ?? 0);
  return { pages: pdf.numPages, text, tagged: marked?.Marked === true, landscape, bookmarks };
}
