import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPackage, listPackage } from "@electron/asar";
import { describe, expect, it } from "vitest";
import { thisMachine } from "#electron/host/chromium.ts";
import { findElectron, readElectronPackage } from "#electron/host/electronProgram.ts";
import { packageApp } from "#electron/host/packageApp.ts";
import { must } from "#shared/domain/result.ts";

const electron = readElectronPackage("node_modules/electron/package.json");
const FUSES = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

/** The parts of an Electron for Linux that electron-builder touches: the program with its fuses, and its resources. */
async function fakeElectron(): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), "groundwork-electron-"));
  await mkdir(join(dist, "resources"));
  await mkdir(join(dist, "locales"));
  const wire = `${FUSES}\u0001\u0009${"0".repeat(9)}`;
  await writeFile(join(dist, "electron"), `#!/bin/sh\nexit 0\n${wire}\n`, { mode: 0o755 });
  await writeFile(join(dist, "version"), electron?.version ?? "");
  await writeFile(join(dist, "LICENSE"), "licence");
  const inside = await mkdtemp(join(tmpdir(), "groundwork-default-app-"));
  await writeFile(join(inside, "main.js"), "");
  await createPackage(inside, join(dist, "resources/default_app.asar"));
  return dist;
}

describe("npm run package", { timeout: 60_000 }, () => {
  it("says what is missing where Electron is not at hand", async () => {
    const program = { why: "the Electron program is not on this machine" };
    const refused = await packageApp({ root: process.cwd(), machine: thisMachine(), electron, program });
    expect(refused).toMatchObject({
      ok: false,
      problem: {
        message: expect.stringMatching(/^Nothing was packaged because .*ELECTRON_OVERRIDE_DIST_PATH\.$/),
      },
    });
  });

  it.skipIf(process.platform !== "linux")(
    "packs the built app, and only that, around the Electron it is given",
    async () => {
      expect(existsSync("dist/renderer/index.html"), "npm run build comes first").toBe(true);
      const dist = await fakeElectron();
      const machine = { ...thisMachine(), env: { ELECTRON_OVERRIDE_DIST_PATH: dist } };
      const program = findElectron(machine, electron ?? { folder: "", version: "" });
      expect(program).toBe(join(dist, "electron"));
      const output = await mkdtemp(join(tmpdir(), "groundwork-release-"));
      must(
        await packageApp({
          root: process.cwd(),
          output,
          machine,
          electron,
          program: { program: program ?? "" },
        }),
      );

      const app = join(output, "linux-unpacked");
      const fuses = (await readFile(join(app, "groundwork"), "latin1")).split(FUSES)[1] ?? "";
      // In the order of Electron's fuse schema: run as Node off, … only load from asar on, file privileges off.
      expect(fuses.slice(2, 8)).toBe("010011");
      const packed = listPackage(join(app, "resources/app.asar"), { isPack: false });
      expect(packed).toEqual(
        expect.arrayContaining([
          "/package.json",
          "/dist/electron/main.cjs",
          "/dist/electron/preload.cjs",
          "/dist/renderer/index.html",
          "/dist/renderer/print.html",
          "/assets/icon.png",
        ]),
      );
      expect(
        packed.filter((path) => !/^\/(package\.json|assets|dist\/?(electron|renderer)?)/.test(path)),
      ).toEqual([]);
      expect(packed.some((path) => path.includes("node_modules") || path.includes("start.mjs"))).toBe(false);
    },
  );
});
