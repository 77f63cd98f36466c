/** A browser of the Chromium family: an installed one, or else the one that comes with the npm packages. */
import { homedir } from "node:os";
import { join } from "node:path";
import { isProgram, type Machine, onPath, starts } from "./programs.ts";
import { unpackShipped } from "./shipped.ts";

export interface Chromium {
  readonly executablePath: string;
  /** To be passed on every start. */
  readonly args: string[];
  readonly name: string;
}

export interface NoChromium {
  /** One sentence that says what to do. */
  readonly problem: string;
}

const NAMES_ON_PATH: readonly (readonly [name: string, program: string])[] = [
  ["Google Chrome", "google-chrome"],
  ["Google Chrome", "google-chrome-stable"],
  ["Chromium", "chromium"],
  ["Chromium", "chromium-browser"],
  ["Microsoft Edge", "microsoft-edge"],
  ["Microsoft Edge", "microsoft-edge-stable"],
  ["Brave", "brave-browser"],
  ["Brave", "brave"],
];

/**
 * It comes without the helper that a sandbox needs. And it would round the width of every letter to whole pixels, so
 * that lines were broken for other widths than they are printed in.
 */
const SHIPPED_ARGS = ["--no-sandbox", "--font-render-hinting=none"];

const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"];

const WINDOWS_PROGRAMS: readonly (readonly [name: string, path: string])[] = [
  ["Google Chrome", "Google\\Chrome\\Application\\chrome.exe"],
  ["Microsoft Edge", "Microsoft\\Edge\\Application\\msedge.exe"],
  ["Brave", "BraveSoftware\\Brave-Browser\\Application\\brave.exe"],
  ["Chromium", "Chromium\\Application\\chrome.exe"],
];

/**
 * The browser named by GROUNDWORK_BROWSER, or an installed one, or (where allowed) the shipped one, which has no
 * window of its own and so serves printing and tests.
 */
export async function findChromium(
  options: { readonly allowShipped: boolean },
  machine: Machine = thisMachine(),
): Promise<Chromium | NoChromium> {
  const wanted = machine.env.GROUNDWORK_BROWSER;
  if (wanted !== undefined && wanted !== "") {
    const path = onPath(machine, wanted);
    if (path !== null) return chromium(machine, path, wanted);
    return {
      problem: `GROUNDWORK_BROWSER names “${wanted}”, which is not a program here. Correct it or leave it out.`,
    };
  }
  const installed = await findInstalled(machine);
  if (installed !== null) return installed;
  const shipped = options.allowShipped ? await shippedChromium(machine) : null;
  return (
    shipped ?? {
      problem: "No Chrome, Chromium, Edge or Brave was found. Install one, or name it in GROUNDWORK_BROWSER.",
    }
  );
}

/** The headless Chromium inside @sparticuz/chromium: Linux on x64 only. */
export async function shippedChromium(machine: Machine = thisMachine()): Promise<Chromium | NoChromium> {
  if (machine.platform !== "linux" || machine.arch !== "x64") {
    return {
      problem: "Install Chrome, Chromium, Edge or Brave: the shipped Chromium runs on Linux x64 only.",
    };
  }
  const unpacked = await unpackShipped(machine);
  if ("problem" in unpacked) return unpacked;
  return { executablePath: unpacked.program, args: SHIPPED_ARGS, name: "the shipped Chromium" };
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    isProgram,
    starts,
  };
}

async function findInstalled(machine: Machine): Promise<Chromium | null> {
  for (const [name, path] of candidates(machine)) {
    const found = onPath(machine, path);
    if (found === null) continue;
    if (machine.platform !== "linux" || (await machine.starts(found))) return chromium(machine, found, name);
  }
  return null;
}

function candidates(machine: Machine): readonly (readonly [name: string, path: string])[] {
  if (machine.platform === "darwin") return [...macApps(machine.home), ...NAMES_ON_PATH];
  if (machine.platform === "win32") return windowsPrograms(machine.env);
  return NAMES_ON_PATH;
}

function macApps(home: string) {
  return MAC_APPS.flatMap((name) =>
    ["/Applications", join(home, "Applications")].map(
      (folder) => [name, `${folder}/${name}.app/Contents/MacOS/${name}`] as const,
    ),
  );
}

function windowsPrograms(env: Machine["env"]) {
  const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
  return WINDOWS_PROGRAMS.flatMap(([name, path]) =>
    folders.flatMap((folder) => (folder ? [[name, `${folder}\\${path}`] as const] : [])),
  );
}

function chromium(machine: Machine, executablePath: string, name: string): Chromium {
  const args = machine.platform === "linux" && machine.isRoot ? ["--no-sandbox"] : [];
  return { executablePath, args, name };
}
