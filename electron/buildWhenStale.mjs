/**
 * Builds the app when it was never built or a source is newer than the build, so that `npm run export` always
 * prints with what is in the folder. Says nothing on success: stdout belongs to the export.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const BUILT = ["dist/electron/export.mjs", "dist/renderer/print.html"];
const SOURCES = [
  "assets",
  "electron",
  "renderer",
  "shared",
  "package-lock.json",
  "vite.config.ts",
  "vite.node.config.ts",
];

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

function isFresh() {
  const built = BUILT.map((path) => join(root, path));
  if (!built.every((path) => existsSync(path))) return false;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return SOURCES.every((path) => newest(join(root, path)) <= oldest);
}

function build() {
  const shell = process.platform === "win32";
  const { status } = spawnSync("npm", ["run", "--silent", "build", "--", "--logLevel", "error"], {
    cwd: root,
    shell,
    stdio: "ignore",
  });
  if (status === 0) return 0;
  console.error("The app could not be built. Run npm ci, then npm run build, to see why.");
  return 1;
}

process.exitCode = isFresh() ? 0 : build();
