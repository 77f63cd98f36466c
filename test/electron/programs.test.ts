import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { findChromium, shippedChromium, thisMachine } from "#electron/host/chromium.ts";
import { fetchElectron, findElectron, readElectronPackage } from "#electron/host/electronProgram.ts";
import { obtainElectron } from "#electron/host/electronSource.ts";
import type { Machine } from "#electron/host/programs.ts";

function machineWith(programs: readonly string[], changes: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    arch: "x64",
    env: { PATH: "/usr/bin" },
    home: "/home/coo",
    isRoot: false,
    isProgram: (path) => programs.includes(path),
    starts: async () => true,
    ...changes,
  };
}

const installed = { allowShipped: false };

describe("findChromium", () => {
  it.each([
    ["linux", "/usr/bin/google-chrome", "Google Chrome"],
    ["linux", "/usr/bin/microsoft-edge", "Microsoft Edge"],
    ["darwin", "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser", "Brave Browser"],
    ["darwin", "/home/coo/Applications/Chromium.app/Contents/MacOS/Chromium", "Chromium"],
  ] as const)("finds on %s: %s", async (platform, path, name) => {
    expect(await findChromium(installed, machineWith([path], { platform }))).toEqual({
      executablePath: path,
      name,
      args: [],
    });
  });

  it("passes over a placeholder that does not start", async () => {
    const machine = machineWith(["/usr/bin/chromium-browser", "/usr/bin/brave"], {
      starts: async (path) => path !== "/usr/bin/chromium-browser",
    });
    expect(await findChromium(installed, machine)).toMatchObject({ executablePath: "/usr/bin/brave" });
  });

  it("does without the sandbox only for the superuser, to whom Chromium refuses it", async () => {
    const machine = machineWith(["/usr/bin/chromium"], { isRoot: true });
    expect(await findChromium(installed, machine)).toMatchObject({ args: ["--no-sandbox"] });
  });

  it("takes the browser it is told to take, or says that it is not there", async () => {
    const machine = machineWith(["/opt/mine"], { env: { GROUNDWORK_BROWSER: "/opt/mine", PATH: "" } });
    expect(await findChromium(installed, machine)).toMatchObject({ executablePath: "/opt/mine" });
    const wrong = machineWith([], { env: { GROUNDWORK_BROWSER: "/opt/gone" } });
    expect(await findChromium(installed, wrong)).toEqual({ problem: expect.stringContaining("“/opt/gone”") });
  });

  it("says what to do when there is none, and does not offer the shipped one where it cannot run", async () => {
    expect(await findChromium(installed, machineWith([]))).toEqual({
      problem: expect.stringContaining("Install one"),
    });
    const mac = machineWith([], { platform: "darwin" });
    expect(await findChromium({ allowShipped: true }, mac)).toEqual({
      problem: expect.stringContaining("Install"),
    });
  });
});

describe("the shipped Chromium", { timeout: 60_000 }, () => {
  it.skipIf(process.platform !== "linux" || process.arch !== "x64")(
    "unpacks once, even when two ask at the same time, and prints",
    async () => {
      const cache = await mkdtemp(join(tmpdir(), "groundwork-cache-"));
      const machine = { ...thisMachine(), env: { ...process.env, XDG_CACHE_HOME: cache } };
      const before = { ...process.env };
      const [found, other] = await Promise.all([shippedChromium(machine), shippedChromium(machine)]);
      if ("problem" in found) throw new Error(found.problem);
      expect(other).toEqual(found);
      expect(await readdir(join(cache, "groundwork"))).toEqual(["chromium-147"]);
      expect({ ...process.env }).toEqual(before);
      // Its own libraries come first, so that the system's need not be there.
      expect(await readFile(found.executablePath, "utf8")).toContain('LD_LIBRARY_PATH="$here/al2023/lib');
      const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
      const page = await browser.newPage();
      await page.setContent("<h1>Plan</h1>");
      expect((await page.pdf({ tagged: true, outline: true })).subarray(0, 5).toString()).toBe("%PDF-");
      await browser.close();
      await rm(cache, { recursive: true });
    },
  );

  it("is of the version its cache is named after", async () => {
    const { version } = JSON.parse(await readFile("node_modules/@sparticuz/chromium/package.json", "utf8"));
    expect(await readFile("electron/host/shipped.ts", "utf8")).toContain(
      `const VERSION = "${version.split(".")[0]}"`,
    );
  });
});

describe("obtaining Electron", { timeout: 30_000 }, () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** The electron package as npm installs it, in a place where it may write. */
  async function installedPackage() {
    const folder = join(await mkdtemp(join(tmpdir(), "groundwork-npm-")), "node_modules");
    await cp("node_modules/electron", join(folder, "electron"), {
      recursive: true,
      filter: (path) => !/electron\/(dist|path\.txt|node_modules)/.test(path),
    });
    for (const scope of ["@electron", "@electron-internal"]) {
      await symlink(resolve("node_modules", scope), join(folder, scope));
    }
    const found = readElectronPackage(join(folder, "electron/package.json"));
    if (!found) throw new Error("electron is not installed");
    return found;
  }

  async function mirror(answer: (path: string) => Buffer | null): Promise<string> {
    const listening = createServer((request, response) => {
      const body = answer(request.url ?? "");
      response.writeHead(body === null ? 404 : 200);
      response.end(body);
    });
    server = listening;
    await new Promise<void>((done) => listening.listen(0, "127.0.0.1", done));
    const address = listening.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
  }

  const emptyCache = async () => ({
    electron_config_cache: await mkdtemp(join(tmpdir(), "groundwork-cache-")),
  });

  it("takes the folder it is told to take", async () => {
    const dist = await mkdtemp(join(tmpdir(), "groundwork-dist-"));
    const machine = machineWith([], { env: { ELECTRON_OVERRIDE_DIST_PATH: dist } });
    const electron = await installedPackage();
    expect(await obtainElectron(machine, electron, () => undefined)).toEqual({
      why: "ELECTRON_OVERRIDE_DIST_PATH names a folder without the Electron program",
    });
    await writeFile(join(dist, "electron"), "");
    expect(await obtainElectron(machine, electron, () => undefined)).toEqual({
      program: join(dist, "electron"),
    });
  });

  it("gives up within seconds when nobody answers, without a word of its own", async () => {
    const lines: string[] = [];
    const env = { ...(await emptyCache()), ELECTRON_MIRROR: "http://127.0.0.1:9/" };
    const from = Date.now();
    const answer = await obtainElectron(machineWith([], { env }), await installedPackage(), (line) =>
      lines.push(line),
    );
    expect(answer).toEqual({
      why: "the Electron program is not on this machine and 127.0.0.1:9 does not answer",
    });
    expect(Date.now() - from).toBeLessThan(5_000);
    expect(lines).toEqual([]);
  });

  it("fetches it through the electron package's own step, saying so once", async () => {
    const electron = await installedPackage();
    const zip = zipOf("electron", "#!/bin/sh\nexit 0\n");
    const name = `electron-v${electron.version}-${process.platform}-${process.arch}.zip`;
    const sums = `${createHash("sha256").update(zip).digest("hex")} *${name}\n`;
    const ELECTRON_MIRROR = await mirror((path) => (path.endsWith(name) ? zip : Buffer.from(sums)));
    const env = {
      ...process.env,
      ...(await emptyCache()),
      ELECTRON_MIRROR,
      electron_use_remote_checksums: "1",
    };
    const machine = machineWith([], { env, platform: process.platform });
    const answer = await obtainElectron(machine, electron, () => undefined);
    expect(answer).toEqual({ program: findElectron(machine, electron) });
    expect(await readFile("program" in answer ? answer.program : "", "utf8")).toContain("exit 0");
  });

  it("gives up on a download that has stopped moving", async () => {
    const electron = await installedPackage();
    const stuck = createServer((_request, response) => {
      response.writeHead(200, { "content-length": "1000000" });
      response.write("beginning");
    });
    server = stuck;
    await new Promise<void>((done) => stuck.listen(0, "127.0.0.1", done));
    const address = stuck.address();
    const ELECTRON_MIRROR = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
    const env = { ...process.env, ...(await emptyCache()), ELECTRON_MIRROR };
    const seen: number[] = [];
    const limits = { patience: 1_500, onProgress: (bytes: number) => void seen.push(bytes) };
    expect(await fetchElectron(electron, env, limits)).toBe(false);
    expect(seen).toEqual([9]);
    stuck.closeAllConnections();
  });

  it("tells a failed fetch apart from a silent address", async () => {
    const ELECTRON_MIRROR = await mirror((path) =>
      path.endsWith("SHASUMS256.txt") ? Buffer.from("") : null,
    );
    const env = { ...process.env, ...(await emptyCache()), ELECTRON_MIRROR };
    const electron = await installedPackage();
    expect(await obtainElectron(machineWith([], { env }), electron, () => undefined)).toEqual({
      why: `the Electron program could not be fetched from ${new URL(ELECTRON_MIRROR).host}`,
    });
    expect(findElectron(machineWith([]), electron)).toBeNull();
  });
});

/** A zip archive with one stored file (APPNOTE 4.3: local header, central directory, end record). */
function zipOf(name: string, text: string): Buffer {
  const data = Buffer.from(text);
  const title = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, title, data]);
  const tail = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 3]), common, tail, title]);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

function crc32(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
