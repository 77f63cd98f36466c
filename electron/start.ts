/** What `npm start` runs once the app is built: finds a host for it and says in one line which one, and why. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { hasDisplay, isGroundwork, openAppWindow, openDefaultBrowser } from "./host/browserHost.ts";
import { findChromium, thisMachine } from "./host/chromium.ts";
import { readElectronPackage } from "./host/electronProgram.ts";
import { obtainElectron } from "./host/electronSource.ts";
import { dataFolder, electronUserData } from "./host/folders.ts";
import { endingOf } from "./host/run.ts";
import { serveApp } from "./host/server.ts";
import { startHost } from "./host/startHost.ts";

const root = join(import.meta.dirname, "../..");
const machine = thisMachine();
const children = new Set<ChildProcess>();
const say = (line: string) => console.log(line);

const stopped = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      for (const child of children) child.kill("SIGTERM");
      resolve();
    });
  }
});

function run(child: ChildProcess) {
  children.add(child);
  child.once("exit", () => children.delete(child));
  return endingOf(child);
}

const code = await startHost({
  env: machine.env,
  hasDisplay: hasDisplay(machine),
  plansAreInBrowser:
    existsSync(join(dataFolder(machine), "browser")) && !existsSync(electronUserData(machine)),
  say,
  obtainElectron: () =>
    obtainElectron(machine, readElectronPackage(join(root, "node_modules/electron/package.json")), say),
  runElectron: (program) => {
    // Chromium refuses its sandbox to the superuser.
    const args = machine.platform === "linux" && machine.isRoot ? ["--no-sandbox", root] : [root];
    return run(spawn(program, [...args, ...process.argv.slice(2)], { stdio: "ignore" }));
  },
  serve: (port) => serveApp({ dir: join(root, "dist/renderer"), port, host: "127.0.0.1" }),
  isGroundwork,
  findBrowser: () => findChromium({ allowShipped: false }, machine),
  runBrowser: (browser, url) => run(openAppWindow(machine, browser, url)),
  openDefaultBrowser: (url) => openDefaultBrowser(machine, url),
  stopped,
});
process.exit(code);
