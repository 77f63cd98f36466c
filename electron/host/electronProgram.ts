/** The Electron program: the one on this machine, or the one the electron package can fetch for itself. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Machine } from "./programs.ts";

export interface ElectronPackage {
  /** Folder of the installed npm package. */
  readonly folder: string;
  readonly version: string;
}

type Platform = Pick<Machine, "platform" | "env">;

const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "Electron.app/Contents/MacOS/Electron",
  linux: "electron",
  win32: "electron.exe",
};

export function readElectronPackage(packageJson: string): ElectronPackage | null {
  try {
    const { version } = JSON.parse(readFileSync(packageJson, "utf8")) as { version?: unknown };
    return typeof version === "string" ? { folder: dirname(packageJson), version } : null;
  } catch {
    return null;
  }
}

/** Folder with an unpacked Electron: ELECTRON_OVERRIDE_DIST_PATH when set, else the package's own. */
export function electronDist({ env }: Platform, electron: ElectronPackage): string {
  return env.ELECTRON_OVERRIDE_DIST_PATH || join(electron.folder, "dist");
}

/** Path of the Electron program when it is there, else null. */
export function findElectron(machine: Platform, electron: ElectronPackage): string | null {
  const program = join(electronDist(machine, electron), PROGRAMS[machine.platform] ?? "electron");
  return existsSync(program) ? program : null;
}

/** Where the electron package would fetch this version from. */
export function downloadAddress({ env }: Platform, { version }: ElectronPackage): string {
  const mirror =
    env.ELECTRON_MIRROR ||
    env.npm_config_electron_mirror ||
    "https://github.com/electron/electron/releases/download/";
  return `${mirror}v${version}/SHASUMS256.txt`;
}

/** Whether `address` answers at all within `limit` milliseconds, redirects included. */
export async function answers(address: string, limit: number): Promise<boolean> {
  try {
    const response = await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(limit) });
    return response.ok;
  } catch {
    return false;
  }
}

export interface FetchLimits {
  /** Milliseconds without a single new byte after which fetching is given up. */
  readonly patience: number;
  readonly onProgress: (bytes: number) => void;
}

/** Runs the electron package's own install step. Returns whether it succeeded. */
export async function fetchElectron(
  electron: ElectronPackage,
  env: NodeJS.ProcessEnv,
  { patience, onProgress }: FetchLimits,
): Promise<boolean> {
  const staging = await mkdtemp(join(tmpdir(), "groundwork-electron-"));
  try {
    const child = spawn(process.execPath, [join(electron.folder, "install.js")], {
      stdio: "ignore",
      env: { ...env, TMPDIR: staging, TEMP: staging, TMP: staging },
    });
    const watched = [staging, join(electron.folder, "dist")];
    const stop = watchGrowth(watched, patience, onProgress, () => child.kill());
    const code = await new Promise<number | null>((resolve) => {
      child.once("error", () => resolve(null));
      child.once("exit", resolve);
    });
    stop();
    return code === 0;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

const LOOK_EVERY = 500;

function watchGrowth(
  folders: readonly string[],
  patience: number,
  onProgress: (bytes: number) => void,
  onStuck: () => void,
): () => void {
  let last = 0;
  let since = Date.now();
  const timer = setInterval(() => {
    const size = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (size !== last) {
      last = size;
      since = Date.now();
      onProgress(size);
    } else if (Date.now() - since >= patience) {
      onStuck();
    }
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}

/** Bytes in all files below `folder`; files that vanish meanwhile count nothing. */
function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  let sum = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      sum += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
