/** Finding programs on this machine. */
import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Whether the program runs as the superuser, which Chromium's sandbox refuses on Linux. */
  readonly isRoot: boolean;
  readonly isProgram: (path: string) => boolean;
  /** Whether the program answers `--version`; asked on Linux only. */
  readonly starts: (path: string) => Promise<boolean>;
}

/** Whether `path` is a file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The first directory of PATH that holds `name`, or null. An absolute name is only checked. */
export function onPath(machine: Machine, name: string): string | null {
  if (isAbsolute(name)) return machine.isProgram(name) ? name : null;
  for (const folder of (machine.env.PATH ?? machine.env.Path ?? "").split(delimiter)) {
    if (folder !== "" && machine.isProgram(join(folder, name))) return join(folder, name);
  }
  return null;
}

const ANSWER_LIMIT = 5_000;

/** Some systems keep a placeholder under a browser's name, and a browser may lack its libraries. */
export function starts(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(path, ["--version"], { timeout: ANSWER_LIMIT }, (error) => resolve(error === null));
  });
}
