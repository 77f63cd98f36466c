/** Which host runs the app: Electron where it can be had, else the same build in a browser. One line says which. */
import type { Result } from "#shared/domain/result.ts";
import type { Chromium, NoChromium } from "./chromium.ts";
import type { ElectronAnswer } from "./electronSource.ts";
import type { ServedApp } from "./server.ts";

/** How a started program ended: `refused` when it gave up while starting, `handedOver` to a running copy. */
export type Ending = "closed" | "refused" | "handedOver";

export interface StartDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hasDisplay: boolean;
  /** Whether roadmaps were drafted in the browser host, and none yet in Electron. */
  readonly plansAreInBrowser: boolean;
  readonly say: (line: string) => void;
  readonly obtainElectron: () => Promise<ElectronAnswer>;
  readonly runElectron: (program: string) => Promise<Ending>;
  readonly serve: (port: number) => Promise<Result<ServedApp>>;
  readonly isGroundwork: (port: number) => Promise<boolean>;
  readonly findBrowser: () => Promise<Chromium | NoChromium>;
  readonly runBrowser: (browser: Chromium, url: string) => Promise<Ending>;
  readonly openDefaultBrowser: (url: string) => boolean;
  /** Resolves at Ctrl+C. */
  readonly stopped: Promise<void>;
}

/** IndexedDB belongs to the address, so the port must be the same tomorrow. */
export const DEFAULT_PORT = 47_817;

/** Returns the exit code. */
export async function startHost(deps: StartDeps): Promise<number> {
  const port = chosenPort(deps.env.GROUNDWORK_PORT);
  if (port === null) {
    deps.say("GROUNDWORK_PORT must be a number from 1024 to 65535. Correct it or leave it out.");
    return 1;
  }
  const why = await tryElectron(deps);
  return why === null ? 0 : await runInBrowser(deps, port, why);
}

function chosenPort(setting: string | undefined): number | null {
  if (setting === undefined || setting === "") return DEFAULT_PORT;
  const port = /^\d{4,5}$/.test(setting) ? Number(setting) : 0;
  return port >= 1024 && port <= 65_535 ? port : null;
}

/** Null when Electron ran; otherwise the reason why it is the browser's turn. */
async function tryElectron(deps: StartDeps): Promise<string | null> {
  const wish = deps.env.GROUNDWORK_HOST;
  if (!deps.hasDisplay) return "there is no display here";
  if (wish === "browser") return "GROUNDWORK_HOST asks for it";
  if (deps.plansAreInBrowser && wish !== "electron") {
    return "your roadmaps are kept there (GROUNDWORK_HOST=electron starts the desktop app instead)";
  }
  const electron = await deps.obtainElectron();
  if ("why" in electron) return electron.why;
  deps.say("Groundwork opens in its own window, in Electron.");
  const ending = await deps.runElectron(electron.program);
  return ending === "refused" ? "Electron stopped while starting" : null;
}

async function runInBrowser(deps: StartDeps, port: number, why: string): Promise<number> {
  const served = await deps.serve(port);
  if (served.ok) {
    const { closed } = await show(deps, served.value.url, why);
    await Promise.race([deps.stopped, closed]);
    await served.value.close();
    return 0;
  }
  if (served.problem.code === "server.portTaken" && (await deps.isGroundwork(port))) {
    await showAgain(deps, `http://127.0.0.1:${port}/`);
    return 0;
  }
  deps.say(`${served.problem.message} For instance: GROUNDWORK_PORT=${port + 1} npm start`);
  return 1;
}

/** `closed` resolves when the window is closed; never where that cannot be known, and Ctrl+C ends it. */
interface Shown {
  readonly closed: Promise<void>;
}

const NEVER = new Promise<never>(() => undefined);

async function show(deps: StartDeps, url: string, why: string): Promise<Shown> {
  if (!deps.hasDisplay) {
    deps.say(`Groundwork is at ${url} because ${why}: open that address in a browser. Ctrl+C ends it.`);
    return { closed: NEVER };
  }
  const browser = await deps.findBrowser();
  if ("problem" in browser) return showInDefault(deps, url, why);
  deps.say(
    `Groundwork runs in ${browser.name} at ${url} because ${why}. Close its window or press Ctrl+C to end.`,
  );
  return { closed: untilClosed(deps, browser, url) };
}

async function untilClosed(deps: StartDeps, browser: Chromium, url: string): Promise<void> {
  const ending = await deps.runBrowser(browser, url);
  if (ending === "closed") return;
  if (ending === "refused") showInDefault(deps, url, `${browser.name} stopped while starting`);
  await NEVER;
}

function showInDefault(deps: StartDeps, url: string, why: string): Shown {
  const opened = deps.openDefaultBrowser(url);
  const place = opened ? `runs in your browser at ${url}` : `is at ${url}; open that address in a browser`;
  deps.say(`Groundwork ${place}, because ${why}. Ctrl+C ends it.`);
  return { closed: NEVER };
}

async function showAgain(deps: StartDeps, url: string): Promise<void> {
  deps.say(`Groundwork is already running at ${url}.`);
  if (!deps.hasDisplay) return;
  const browser = await deps.findBrowser();
  if ("problem" in browser) deps.openDefaultBrowser(url);
  else void deps.runBrowser(browser, url);
}
