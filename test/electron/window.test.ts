import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readWindowState } from "#electron/services/windowState.ts";
import { type Desktop, launchBrowser, launchDesktop } from "./standIn/launch.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe("the window", { timeout: 30_000 }, () => {
  it("keeps Node out of the page and runs it in a sandbox", async () => {
    const desktop = await launchDesktop({ browser });
    expect(desktop.window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    expect(desktop.state.sandboxed).toBe(true);
    expect(desktop.schemes).toEqual([
      expect.objectContaining({
        scheme: "app",
        privileges: expect.objectContaining({ standard: true, secure: true }),
      }),
    ]);
    const inPage = await desktop.page.evaluate(() => [
      typeof Reflect.get(window, "require"),
      typeof Reflect.get(window, "process"),
    ]);
    expect(inPage).toEqual(["undefined", "undefined"]);
  });

  it("opens where it was, in the colours it had", async () => {
    const bounds = { x: 200, y: 150, width: 1000, height: 700 };
    const desktop = await launchDesktop({
      browser,
      appData: await dataWith({ bounds, maximised: true, theme: "dark" }),
    });
    expect(desktop.window.options).toMatchObject({ ...bounds, backgroundColor: "#151816" });
    expect(desktop.window.isMaximized()).toBe(true);
  });

  it("opens in the middle when the display it was on is gone", async () => {
    const bounds = { x: 4000, y: 150, width: 1000, height: 700 };
    const desktop = await launchDesktop({
      browser,
      appData: await dataWith({ bounds, maximised: false, theme: null }),
    });
    expect(desktop.window.options).not.toHaveProperty("x");
    expect(desktop.window.options).toMatchObject({ width: 1320, height: 860 });
  });

  it("is not stopped by a damaged memory of where it was", async () => {
    const appData = await dataWith({ bounds: { x: "left" } });
    const desktop = await launchDesktop({ browser, appData });
    expect(desktop.window.options).toMatchObject({ width: 1320, height: 860 });
  });

  it("remembers its place and colours when it closes", async () => {
    const desktop = await launchDesktop({ browser });
    desktop.window.setBounds({ x: 30, y: 40, width: 900, height: 600 });
    await call(desktop, "window.theme", { theme: "dark" });
    desktop.window.close();
    await desktop.hasQuit;
    expect(await readWindowState(join(desktop.userData, "window.json"))).toEqual({
      bounds: { x: 30, y: 40, width: 900, height: 600 },
      maximised: false,
      theme: "dark",
    });
  });

  it("stays on its own pages; the web opens in the person's browser", async () => {
    const desktop = await launchDesktop({ browser });
    const here = desktop.page.url();
    await desktop.page.click("#web");
    await vi.waitFor(() => expect(desktop.opened).toEqual(["https://example.org/help"]));
    await desktop.page.click("#popup");
    await vi.waitFor(() => expect(desktop.opened).toContain("https://example.org/popup"));
    await desktop.page.click("#file").catch(() => undefined);
    expect(desktop.page.url()).toBe(here);
    expect(desktop.opened).toHaveLength(2);
    expect(desktop.world.windows).toHaveLength(1);
  });

  it("loads its page again after a crash, but not for ever", async () => {
    const { window } = await launchDesktop({ browser });
    window.webContents.emit("render-process-gone", {}, { reason: "crashed" });
    expect(window.webContents.reloads).toBe(1);
    window.webContents.emit("render-process-gone", {}, { reason: "crashed" });
    expect(window.webContents.reloads).toBe(1);
  });

  it("grants the clipboard, lasting storage and the whole screen to its own pages, and nothing else to anybody", async () => {
    const { permissions } = await launchDesktop({ browser });
    const ask = (permission: string, requestingUrl: string) => {
      const answer = vi.fn();
      permissions.request?.({}, permission, answer, { requestingUrl });
      return answer.mock.calls[0]?.[0];
    };
    expect(ask("clipboard-sanitized-write", "app://groundwork/index.html")).toBe(true);
    expect(ask("clipboard-sanitized-write", "https://example.org/")).toBe(false);
    expect(ask("fullscreen", "app://groundwork/index.html")).toBe(true);
    expect(ask("fullscreen", "https://example.org/")).toBe(false);
    expect(ask("geolocation", "app://groundwork/index.html")).toBe(false);
    expect(permissions.check?.({}, "media", "app://groundwork")).toBe(false);
  });
});

async function dataWith(state: unknown): Promise<string> {
  const appData = await mkdtemp(join(tmpdir(), "groundwork-data-"));
  await mkdir(join(appData, "Groundwork"));
  await writeFile(join(appData, "Groundwork/window.json"), JSON.stringify(state));
  return appData;
}

function call(desktop: Desktop, channel: string, argument: unknown): Promise<unknown> {
  return desktop.page.evaluate(([name, value]) => Reflect.get(window, "groundworkHost").call(name, value), [
    channel,
    argument,
  ] as const);
}
