import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasDisplay } from "#electron/host/browserHost.ts";
import { thisMachine } from "#electron/host/chromium.ts";
import { findElectron, readElectronPackage } from "#electron/host/electronProgram.ts";

const machine = thisMachine();
const electron = readElectronPackage("node_modules/electron/package.json");
const program = electron === null ? null : findElectron(machine, electron);
const missing =
  program === null
    ? "the Electron program is not here"
    : hasDisplay(machine)
      ? null
      : "there is no display here";

describe("Electron itself", { timeout: 60_000 }, () => {
  it.skipIf(missing !== null)(
    `opens the built app${missing === null ? "" : ` (skipped: ${missing})`}`,
    async () => {
      expect(existsSync("dist/electron/main.cjs"), "npm run build comes first").toBe(true);
      const home = await mkdtemp(join(tmpdir(), "groundwork-home-"));
      const app = await _electron.launch({
        executablePath: program ?? "",
        args: [...(machine.platform === "linux" && machine.isRoot ? ["--no-sandbox"] : []), process.cwd()],
        env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: home, APPDATA: home },
      });
      const page = await app.firstWindow();
      await page.getByText("New roadmap").waitFor();
      expect(page.url()).toBe("app://groundwork/index.html");
      expect(await page.evaluate(() => typeof Reflect.get(window, "require"))).toBe("undefined");
      await app.close();
    },
  );
});
