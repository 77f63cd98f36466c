import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { menuItem } from "./standIn/electron.ts";
import { type Desktop, launchBrowser, launchDesktop, startMain } from "./standIn/launch.ts";

let browser: Browser;
let folder: string;
let file: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "groundwork-handed-"));
  file = join(folder, "pizza.groundwork");
  await writeFile(file, '{"format":"groundwork"}');
}, 60_000);
afterAll(() => browser?.close());

function seen(desktop: Desktop, channel: string): Promise<unknown[]> {
  return desktop.page.evaluate(
    (name) =>
      (Reflect.get(window, "seen") as { channel: string; payload: unknown }[])
        .filter((event) => event.channel === name)
        .map((event) => event.payload),
    channel,
  );
}

function answerClosing(desktop: Desktop, answer: string | null): Promise<void> {
  return desktop.page.evaluate((value) => void Reflect.set(window, "closingAnswer", value), answer);
}

const handedOver = { ok: true, value: { name: "pizza.groundwork", text: '{"format":"groundwork"}' } };

describe("the menu", { timeout: 30_000 }, () => {
  it("sends the id of the chosen command to the page", async () => {
    const desktop = await launchDesktop({ browser });
    menuItem(desktop.state.menu, "item.addTask")?.click?.();
    menuItem(desktop.state.menu, "edit.undo")?.click?.();
    await vi.waitFor(async () =>
      expect(await seen(desktop, "menu.command")).toEqual([{ id: "item.addTask" }, { id: "edit.undo" }]),
    );
  });
});

describe("one instance", { timeout: 30_000 }, () => {
  it("leaves at once when another one runs, and touches nothing", async () => {
    const standIn = await startMain({ browser, isSecond: true });
    await standIn.hasQuit;
    expect(standIn.world.windows).toHaveLength(0);
    expect(standIn.handlers.size).toBe(0);
  });

  it("opens a file named on its command line", async () => {
    const desktop = await launchDesktop({ browser, args: ["--flag", file] });
    await vi.waitFor(async () => expect(await seen(desktop, "document.opened")).toEqual([handedOver]));
  });

  it("comes to the front with the file of a second start, relative to where that was made", async () => {
    const desktop = await launchDesktop({ browser });
    desktop.window.minimize();
    desktop.app.emit("second-instance", {}, ["groundwork", "pizza.groundwork"], folder);
    await vi.waitFor(async () => expect(await seen(desktop, "document.opened")).toEqual([handedOver]));
    expect(desktop.window.focused).toBe(true);
    expect(desktop.window.isMinimized()).toBe(false);
  });

  it("opens a file the system hands over, and says so when it cannot be read", async () => {
    const desktop = await launchDesktop({ browser });
    const preventDefault = vi.fn();
    desktop.app.emit("open-file", { preventDefault }, file);
    desktop.app.emit("open-file", { preventDefault }, join(folder, "gone.groundwork"));
    await vi.waitFor(async () =>
      expect(await seen(desktop, "document.opened")).toEqual([
        handedOver,
        {
          ok: false,
          problem: expect.objectContaining({ message: expect.stringMatching(/gone.groundwork/) }),
        },
      ]),
    );
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });
});

describe("closing", { timeout: 30_000 }, () => {
  it("waits for the page to have written everything", async () => {
    const desktop = await launchDesktop({ browser });
    desktop.window.close();
    expect(desktop.window.isDestroyed()).toBe(false);
    await desktop.hasQuit;
    expect(desktop.window.isDestroyed()).toBe(true);
    expect(desktop.asked).toHaveLength(0);
  });

  it("asks the person when something could not be written, and stays if they say so", async () => {
    const desktop = await launchDesktop({ browser });
    await answerClosing(desktop, "The disk is full.");
    desktop.answers.message.push(0);
    desktop.window.close();
    await vi.waitFor(() => expect(desktop.asked).toHaveLength(1));
    expect(desktop.asked[0]?.options).toMatchObject({
      message: "The disk is full.",
      defaultId: 0,
      cancelId: 0,
    });
    expect(desktop.window.isDestroyed()).toBe(false);
    desktop.answers.message.push(1);
    desktop.window.close();
    await desktop.hasQuit;
    expect(desktop.window.isDestroyed()).toBe(true);
  });

  it("asks after five seconds of silence; a late answer still closes the window", async () => {
    const desktop = await launchDesktop({ browser });
    await answerClosing(desktop, "silence");
    desktop.answers.message.push("never");
    const from = Date.now();
    desktop.window.close();
    await vi.waitFor(() => expect(desktop.asked).toHaveLength(1), 8_000);
    expect(Date.now() - from).toBeGreaterThanOrEqual(4_900);
    expect(desktop.asked[0]?.options).toMatchObject({ buttons: ["Wait", "Close anyway"] });
    await desktop.page.evaluate(() => {
      void Reflect.get(window, "groundworkHost").call("window.readyToClose", { unsaved: null });
    });
    await desktop.hasQuit;
    expect(desktop.window.isDestroyed()).toBe(true);
  });

  it("does not wait for a page that has crashed", async () => {
    const desktop = await launchDesktop({ browser });
    await answerClosing(desktop, "silence");
    desktop.window.close();
    desktop.window.webContents.emit("render-process-gone", {}, { reason: "crashed" });
    await desktop.hasQuit;
    expect(desktop.asked).toHaveLength(0);
  });
});

describe("app://", { timeout: 30_000 }, () => {
  it("serves the app with its rules, and refuses everything else", async () => {
    const { world } = await launchDesktop({ browser });
    const page = await world.respond("app://groundwork/index.html", "GET");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self';/);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await world.respond("app://groundwork/index.js", "GET")).headers.get("content-type")).toMatch(
      /^text\/javascript/,
    );
    for (const [path, status] of [
      ["/..%2f..%2fpackage.json", 400],
      ["/%2e%2e/%2e%2e/package.json", 404],
      ["/..%5c..%5cpackage.json", 400],
      ["/assets/..%2f..%2f..%2fetc/passwd", 400],
      ["/%00index.html", 400],
      ["/%E0%A4%A", 400],
      ["/nothing.js", 404],
    ] as const) {
      expect((await world.respond(`app://groundwork${path}`, "GET")).status, path).toBe(status);
    }
    expect((await world.respond("app://elsewhere/index.html", "GET")).status).toBe(404);
    expect((await world.respond("app://groundwork/index.html", "POST")).status).toBe(405);
  });

  it("lets no foreign script, frame or request into the page", async () => {
    const desktop = await launchDesktop({ browser });
    const outcome = await desktop.page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.broken = true";
      document.body.append(script);
      const fetched = await fetch("https://example.org/").then(
        () => "fetched",
        () => "refused",
      );
      return [fetched, Reflect.get(window, "broken")];
    });
    expect(outcome).toEqual(["refused", undefined]);
    expect(desktop.world.outside).toEqual([]);
  });
});
