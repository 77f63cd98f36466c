/** Getting hold of the Electron program without keeping anybody waiting. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  answers,
  downloadAddress,
  type ElectronPackage,
  fetchElectron,
  findElectron,
} from "./electronProgram.ts";
import type { Machine } from "./programs.ts";

/** Either the program, or the end of a sentence that begins with "because". */
export type ElectronAnswer = { readonly program: string } | { readonly why: string };

const PROBE_LIMIT = 4_000;
// With the probe, ten seconds in all before the browser takes over.
const PATIENCE = 6_000;

export async function obtainElectron(
  machine: Machine,
  electron: ElectronPackage | null,
  say: (line: string) => void,
): Promise<ElectronAnswer> {
  if (electron === null) return { why: "the electron package is not installed (run npm ci)" };
  const found = findElectron(machine, electron);
  if (found !== null) return { program: found };
  if (machine.env.ELECTRON_OVERRIDE_DIST_PATH) {
    return { why: "ELECTRON_OVERRIDE_DIST_PATH names a folder without the Electron program" };
  }
  const source = downloadAddress(machine, electron);
  if (!canSkipProbe(machine, electron) && !(await answers(source, PROBE_LIMIT))) {
    return { why: `the Electron program is not on this machine and ${hostOf(source)} does not answer` };
  }
  let told = false;
  const fetched = await fetchElectron(electron, machine.env, {
    patience: PATIENCE,
    onProgress: () => {
      if (!told) say("Fetching the Electron program (about 120 MB, once)…");
      told = true;
    },
  });
  const program = fetched ? findElectron(machine, electron) : null;
  return program === null
    ? { why: `the Electron program could not be fetched from ${hostOf(source)}` }
    : { program };
}

/** A copy fetched before needs no network; a proxy is the electron package's own business. */
function canSkipProbe(machine: Machine, { version }: ElectronPackage): boolean {
  if (machine.env.ELECTRON_GET_USE_PROXY) return true;
  const cache = downloadCache(machine);
  if (!existsSync(cache)) return false;
  const name = `electron-v${version}-${machine.platform}-${machine.arch}.zip`;
  return readdirSync(cache).some((folder) => existsSync(join(cache, folder, name)));
}

function downloadCache({ platform, env, home }: Machine): string {
  if (env.electron_config_cache) return env.electron_config_cache;
  if (platform === "darwin") return join(home, "Library/Caches/electron");
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData/Local"), "electron/Cache");
  return join(env.XDG_CACHE_HOME || join(home, ".cache"), "electron");
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "the download address";
}
