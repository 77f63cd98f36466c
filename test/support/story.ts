/** A story: the built app in a real browser with a profile of its own, driven as a person would. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { serveApp } from "#electron/host/server.ts";
import { must } from "#shared/domain/result.ts";
import { testBrowser } from "./testBrowser.ts";

export interface StoryOptions {
  readonly timezoneId?: string;
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A profile to go on with (a restart); made and removed otherwise. */
  readonly profile?: string;
  /** The address's port belongs to the origin, so a restart must use the same one. */
  readonly port?: number;
}

export interface Story {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  readonly profile: string;
  readonly port: number;
  /** Errors the page wrote or threw; a story expects none. */
  readonly faults: string[];
  /** Closes the browser and opens it again on the same profile. */
  restart(): Promise<Story>;
  close(): Promise<void>;
}

export async function tellStory(options: StoryOptions = {}): Promise<Story> {
  const browser = await testBrowser();
  const app = must(await serveApp({ dir: "dist/renderer", port: options.port ?? 0, host: "127.0.0.1" }));
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), "groundwork-story-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.executablePath,
    args: [...browser.args, ...QUIET],
    headless: true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    timezoneId: options.timezoneId ?? "UTC",
    colorScheme: options.colorScheme ?? "light",
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  const page = context.pages()[0] ?? (await context.newPage());
  context.setDefaultTimeout(15_000);
  const faults = watchFaults(page);
  // A listener from the start: file choosers are only told to those who asked before they open.
  page.on("filechooser", () => undefined);
  await page.goto(app.url);
  await page.getByRole("main").waitFor();
  const port = Number(new URL(app.url).port);
  async function stop(): Promise<void> {
    await context.close();
    await app.close();
  }
  return {
    page,
    context,
    url: app.url,
    profile,
    port,
    faults,
    async restart() {
      await stop();
      return tellStory({ ...options, profile, port });
    },
    async close() {
      await stop();
      await removeProfile(profile);
      expect(faults).toEqual([]);
    },
  };
}

/** Headless browsers otherwise look up hosts of their vendor, which a closed network answers slowly. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
];

function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  return faults;
}

export interface RawBrowser {
  readonly page: Page;
  /** Ends the whole browser at once, as a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** A browser as its own process, which can be killed without a chance to tidy up. */
export async function startRawBrowser(profile: string, url: string): Promise<RawBrowser> {
  const found = await testBrowser();
  const args = [
    ...found.args,
    ...QUIET,
    "--headless=new",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "--window-size=1280,800",
    "about:blank",
  ];
  const child = spawn(found.executablePath, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const page = await firstPage(browser);
  await page.goto(url);
  return {
    page,
    async kill() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      process.kill(-(child.pid as number), "SIGKILL");
      await gone;
    },
    async close() {
      await browser.close();
      child.kill();
    },
  };
}

async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0] ?? (await browser.newContext());
  return context.pages()[0] ?? (await context.newPage());
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const match = /DevTools listening on (\S+)/.exec(output);
      if (match?.[1]) resolve(match[1]);
    });
    child.once("exit", () => reject(new Error(`The browser ended at once: ${output.slice(0, 500)}`)));
  });
}

/** A browser's last processes may still write for a moment after it is gone. */
export async function removeProfile(profile: string): Promise<void> {
  for (let tries = 50; ; tries--) {
    try {
      return rmSync(profile, { recursive: true, force: true });
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Opens a file as a person does, through the browser's dialog. */
export async function openFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+o");
  await (await chooser).setFiles(path);
}

/** Opens a file, looks at what becomes of it, and brings it in. */
export async function bringIn(page: Page, path: string): Promise<void> {
  await openFile(page, path);
  await page
    .getByRole("dialog", { name: /^Bring in/ })
    .getByRole("button", { name: "Bring in" })
    .click();
}

/** Opens a worked example from the home screen, which says "Saved" too while the example is still on its way. */
export async function openExample(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("navigation", { name: "Roadmap" }).waitFor();
  await waitUntilSaved(page);
}

/** Waits until the app itself says that everything is on disk. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page.locator('[data-save="saved"]').waitFor();
}

export function readFixture(path: string): string {
  return readFileSync(join("test/fixtures", path), "utf8");
}
