/** Starts the real main bundle against the stand-in, as Electron would start it. */
import { mkdir, mkdtemp, symlink } from "node:fs/promises";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect, vi } from "vitest";
import { testBrowser } from "#test/support/testBrowser.ts";
import { buildShell } from "./build.ts";
import { createStandIn, type StandIn, type StandInOptions } from "./electron.ts";
import type { StandInWindow } from "./window.ts";

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await testBrowser();
  return chromium.launch({ executablePath, args });
}

export interface LaunchOptions extends Partial<StandInOptions> {
  readonly browser: Browser;
  /** Folder with the pages to show; the fixture's by default. */
  readonly renderer?: string;
  /** What follows the program's name on the command line. */
  readonly args?: readonly string[];
}

export interface Desktop extends StandIn {
  readonly window: StandInWindow;
  readonly page: Page;
  readonly userData: string;
}

export const FIXTURE = resolve("test/electron/fixture");

/** Starts main and waits for its window's page. */
export async function launchDesktop(options: LaunchOptions): Promise<Desktop> {
  const standIn = await startMain(options);
  const window = await vi.waitFor(() => {
    const first = standIn.world.windows[0];
    expect(first?.shown).toBe(true);
    return first as StandInWindow;
  }, 10_000);
  const userData = standIn.app.getPath("userData");
  return { ...standIn, window, page: await window.webContents.page, userData };
}

/** Starts main without waiting for a window. */
export async function startMain(options: LaunchOptions): Promise<StandIn> {
  const appData = options.appData ?? (await mkdtemp(join(tmpdir(), "groundwork-data-")));
  await mkdir(join(appData, "Groundwork"), { recursive: true });
  const standIn = createStandIn({
    ...options,
    appData,
    context: options.context ?? (await options.browser.newContext()),
    appPath: options.appPath ?? (await installApp(options.renderer ?? FIXTURE)),
  });
  const shell = await buildShell();
  requireWith(standIn.electron, shell.main, options.args ?? []);
  return standIn;
}

/** A folder laid out like the installed app. */
async function installApp(renderer: string): Promise<string> {
  const { main, preload } = await buildShell();
  const appPath = await mkdtemp(join(tmpdir(), "groundwork-app-"));
  await mkdir(join(appPath, "dist/electron"), { recursive: true });
  await symlink(renderer, join(appPath, "dist/renderer"));
  await symlink(main, join(appPath, "dist/electron/main.cjs"));
  await symlink(preload, join(appPath, "dist/electron/preload.cjs"));
  return appPath;
}

type Loader = { _load(request: string, ...rest: unknown[]): unknown };

function requireWith(electron: unknown, file: string, args: readonly string[]): void {
  const require = createRequire(import.meta.url);
  const loader = Module as unknown as Loader;
  const load = loader._load;
  const argv = process.argv;
  loader._load = (request, ...rest) =>
    request === "electron" ? electron : load.call(loader, request, ...rest);
  process.argv = ["groundwork", ...args];
  try {
    delete require.cache[file];
    require(file);
  } finally {
    loader._load = load;
    process.argv = argv;
  }
}
