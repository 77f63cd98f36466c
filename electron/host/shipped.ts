/**
 * Unpacks the Chromium that @sparticuz/chromium carries, once, into Groundwork's cache. That package unpacks into
 * the temporary folder and brings its own NSS libraries only when it believes it runs on AWS; here it unpacks
 * into a folder of its own, which is moved into place whole, so that two starts at once cannot spoil each other.
 */
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "./folders.ts";
import type { Machine } from "./programs.ts";

const VERSION = "147";
const STARTER = "groundwork-chromium";

export type Unpacked = { readonly program: string } | { readonly problem: string };

const unpacking = new Map<string, Promise<Unpacked>>();

/** Two who ask at the same time get the same answer. */
export function unpackShipped(machine: Machine): Promise<Unpacked> {
  const folder = cacheFolder(machine);
  const answer = unpacking.get(folder) ?? unpack(folder).finally(() => unpacking.delete(folder));
  unpacking.set(folder, answer);
  return answer;
}

async function unpack(parent: string): Promise<Unpacked> {
  const home = join(parent, `chromium-${VERSION}`);
  const program = join(home, STARTER);
  if (existsSync(program)) return { program };
  let staging: string | undefined;
  try {
    await mkdir(parent, { recursive: true });
    staging = await mkdtemp(join(parent, "unpacking-"));
    await unpackInto(staging);
    await writeStarter(staging);
    await rename(staging, home);
    return { program };
  } catch {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
    // Another process was first; its copy is as good.
    if (existsSync(program)) return { program };
    return {
      problem: `The shipped Chromium could not be unpacked into ${parent}. Free some space there, or install Chrome or Chromium.`,
    };
  }
}

const AWS = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
const TOUCHED = ["TMPDIR", "AWS_EXECUTION_ENV", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"] as const;

/** The package reads and changes the environment; it is given one and the old one is put back. */
async function unpackInto(folder: string): Promise<void> {
  const before = TOUCHED.map((name) => [name, process.env[name]] as const);
  try {
    Object.assign(process.env, AWS, { TMPDIR: folder });
    const { default: shipped } = await import("@sparticuz/chromium");
    await shipped.executablePath();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Starts the program with its own libraries, and with its own font for machines that have none. */
async function writeStarter(folder: string): Promise<void> {
  await writeFile(
    join(folder, "fonts/fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
  );
  const starter = join(folder, STARTER);
  await writeFile(
    starter,
    `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
FONTCONFIG_FILE="$here/fonts/fonts.conf"
export LD_LIBRARY_PATH FONTCONFIG_FILE
exec "$here/chromium" "$@"
`,
  );
  await chmod(starter, 0o755);
}
