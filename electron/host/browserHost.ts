/** The app in a browser: a window of its own in a Chromium-family browser, or a tab in the default one. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { Chromium } from "./chromium.ts";
import { dataFolder } from "./folders.ts";
import { type Machine, onPath } from "./programs.ts";
import { IDENTITY_PATH } from "./server.ts";

/** Whether a window can be shown at all. */
export function hasDisplay({ platform, env }: Pick<Machine, "platform" | "env">): boolean {
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** IndexedDB lives in the browser's profile, so the plans get one of their own that nobody clears by accident. */
export function appWindowArguments(machine: Machine, browser: Chromium, url: string): string[] {
  return [
    ...browser.args,
    `--app=${url}`,
    `--user-data-dir=${join(dataFolder(machine), "browser")}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--window-size=1320,860",
  ];
}

export function openAppWindow(machine: Machine, browser: Chromium, url: string): ChildProcess {
  mkdirSync(dataFolder(machine), { recursive: true });
  return spawn(browser.executablePath, appWindowArguments(machine, browser, url), { stdio: "ignore" });
}

/** Asks the system to open `url`; false when there is nothing to ask. */
export function openDefaultBrowser(machine: Machine, url: string): boolean {
  const command = openCommand(machine, url);
  if (command === null) return false;
  const child = spawn(command.program, command.args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
  return true;
}

export function openCommand(machine: Machine, url: string): { program: string; args: string[] } | null {
  if (machine.platform === "darwin") return { program: "open", args: [url] };
  if (machine.platform === "win32")
    return { program: "rundll32", args: ["url.dll,FileProtocolHandler", url] };
  const opener = onPath(machine, "xdg-open");
  return opener === null ? null : { program: opener, args: [url] };
}

const ANSWER_LIMIT = 2_000;

/** Whether the program listening on `port` is another Groundwork. */
export function isGroundwork(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(
      { host: "127.0.0.1", port, path: IDENTITY_PATH, timeout: ANSWER_LIMIT },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => {
          text += part;
          if (text.length > 200) response.destroy();
        });
        response.on("close", () => resolve(text.trim() === '{"groundwork":true}'));
      },
    );
    call.on("timeout", () => call.destroy());
    call.on("error", () => resolve(false));
    call.end();
  });
}
