import { describe, expect, it, vi } from "vitest";
import { appWindowArguments, hasDisplay, openCommand } from "#electron/host/browserHost.ts";
import { thisMachine } from "#electron/host/chromium.ts";
import { DEFAULT_PORT, type Ending, type StartDeps, startHost } from "#electron/host/startHost.ts";
import { ok, refuse } from "#shared/domain/result.ts";

const browser = { executablePath: "/usr/bin/chromium", args: [], name: "Chromium" };

function start(changes: Partial<StartDeps> = {}) {
  const lines: string[] = [];
  const close = vi.fn(async () => undefined);
  const deps = {
    env: {},
    hasDisplay: true,
    plansAreInBrowser: false,
    say: (line: string) => void lines.push(line),
    obtainElectron: vi.fn(async () => ({ why: "github.com does not answer" })),
    runElectron: vi.fn(async (): Promise<Ending> => "closed"),
    serve: vi.fn(async (port: number) => ok({ url: `http://127.0.0.1:${port}/`, close })),
    isGroundwork: vi.fn(async () => false),
    findBrowser: vi.fn(async () => browser),
    runBrowser: vi.fn(async (): Promise<Ending> => "closed"),
    openDefaultBrowser: vi.fn(() => true),
    stopped: new Promise<void>(() => undefined),
    ...changes,
  } satisfies StartDeps;
  return { deps, lines, close, code: startHost(deps) };
}

const afterAWhile = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

describe("npm start", () => {
  it("runs Electron where it can be had", async () => {
    const run = start({ obtainElectron: async () => ({ program: "/electron" }) });
    expect(await run.code).toBe(0);
    expect(run.deps.runElectron).toHaveBeenCalledWith("/electron");
    expect(run.deps.serve).not.toHaveBeenCalled();
    expect(run.lines).toEqual(["Groundwork opens in its own window, in Electron."]);
  });

  it("serves the app to a browser window otherwise, says why in one line, and ends with the window", async () => {
    const run = start();
    expect(await run.code).toBe(0);
    const url = `http://127.0.0.1:${DEFAULT_PORT}/`;
    expect(run.deps.runBrowser).toHaveBeenCalledWith(browser, url);
    expect(run.lines).toEqual([
      `Groundwork runs in Chromium at ${url} because github.com does not answer. Close its window or press Ctrl+C to end.`,
    ]);
    expect(run.close).toHaveBeenCalledOnce();
  });

  it("goes on in the browser when Electron stops while starting", async () => {
    const run = start({
      obtainElectron: async () => ({ program: "/electron" }),
      runElectron: async () => "refused",
    });
    expect(await run.code).toBe(0);
    expect(run.lines.at(-1)).toMatch(/runs in Chromium at .* because Electron stopped while starting\./);
  });

  it("stays with the browser while the roadmaps are there, unless told otherwise", async () => {
    const stay = start({
      plansAreInBrowser: true,
      obtainElectron: vi.fn(async () => ({ program: "/electron" })),
    });
    await stay.code;
    expect(stay.deps.obtainElectron).not.toHaveBeenCalled();
    expect(stay.lines[0]).toMatch(/because your roadmaps are kept there/);
    const leave = start({
      plansAreInBrowser: true,
      env: { GROUNDWORK_HOST: "electron" },
      obtainElectron: async () => ({ program: "/electron" }),
    });
    await leave.code;
    expect(leave.deps.runElectron).toHaveBeenCalled();
  });

  it("tries for nothing that needs a display where there is none", async () => {
    const run = start({ hasDisplay: false, stopped: afterAWhile() });
    expect(await run.code).toBe(0);
    expect(run.deps.obtainElectron).not.toHaveBeenCalled();
    expect(run.deps.findBrowser).not.toHaveBeenCalled();
    expect(run.deps.openDefaultBrowser).not.toHaveBeenCalled();
    expect(run.lines).toHaveLength(1);
    expect(run.lines[0]).toMatch(
      /^Groundwork is at http:\/\/127\.0\.0\.1:47817\/ because there is no display here/,
    );
    expect(run.close).toHaveBeenCalledOnce();
  });

  it.each([
    ["no Chromium-family browser is installed", { findBrowser: async () => ({ problem: "none" }) }, 1],
    ["that browser refuses to start", { runBrowser: async (): Promise<Ending> => "refused" }, 2],
  ])("opens the default browser when %s, until Ctrl+C", async (_when, changes, lines) => {
    const run = start({ ...changes, stopped: afterAWhile() });
    expect(await run.code).toBe(0);
    expect(run.deps.openDefaultBrowser).toHaveBeenCalledOnce();
    expect(run.lines).toHaveLength(lines);
    expect(run.lines.at(-1)).toMatch(/runs in your browser at http:/);
  });

  it("goes on serving when the window belongs to a browser that was already running", async () => {
    let stop = (): void => undefined;
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const run = start({ runBrowser: async () => "handedOver", stopped });
    await afterAWhile();
    expect(run.close).not.toHaveBeenCalled();
    stop();
    expect(await run.code).toBe(0);
    expect(run.close).toHaveBeenCalledOnce();
  });

  const taken = async () =>
    refuse("server.portTaken", "Port 5000 is in use. Choose another one with GROUNDWORK_PORT.");

  it("shows the Groundwork that already holds the port", async () => {
    const run = start({ serve: taken, isGroundwork: async () => true });
    expect(await run.code).toBe(0);
    expect(run.deps.runBrowser).toHaveBeenCalled();
    expect(run.lines).toEqual([`Groundwork is already running at http://127.0.0.1:${DEFAULT_PORT}/.`]);
  });

  it("says how to choose another port when something else holds it", async () => {
    const run = start({ serve: taken, env: { GROUNDWORK_PORT: "5000" } });
    expect(await run.code).toBe(1);
    expect(run.lines).toEqual([
      "Port 5000 is in use. Choose another one with GROUNDWORK_PORT. For instance: GROUNDWORK_PORT=5001 npm start",
    ]);
  });

  it.each(["80", "eighty", "70000", "-1", "47817x"])(
    "refuses the port “%s” with a sentence",
    async (port) => {
      const run = start({ env: { GROUNDWORK_PORT: port } });
      expect(await run.code).toBe(1);
      expect(run.lines).toEqual([
        "GROUNDWORK_PORT must be a number from 1024 to 65535. Correct it or leave it out.",
      ]);
    },
  );
});

describe("windows and addresses", () => {
  const machine = { ...thisMachine(), platform: "linux" as const, env: {}, home: "/home/ceo" };

  it("knows a display by its environment on Linux, and takes it for granted elsewhere", () => {
    expect(hasDisplay({ platform: "linux", env: {} })).toBe(false);
    expect(hasDisplay({ platform: "linux", env: { DISPLAY: ":0" } })).toBe(true);
    expect(hasDisplay({ platform: "linux", env: { WAYLAND_DISPLAY: "wayland-0" } })).toBe(true);
    expect(hasDisplay({ platform: "win32", env: {} })).toBe(true);
  });

  it("gives the plans a browser profile of their own", () => {
    expect(
      appWindowArguments(machine, { ...browser, args: ["--no-sandbox"] }, "http://127.0.0.1:1/"),
    ).toEqual(
      expect.arrayContaining([
        "--no-sandbox",
        "--app=http://127.0.0.1:1/",
        "--user-data-dir=/home/ceo/.local/share/groundwork/browser",
      ]),
    );
  });

  it("asks each system in its own way to open an address", () => {
    const isProgram = (path: string) => path === "/usr/bin/xdg-open";
    const linux = { ...machine, isProgram, env: { PATH: "/bin:/usr/bin" } };
    expect(openCommand(linux, "u")).toEqual({ program: "/usr/bin/xdg-open", args: ["u"] });
    expect(openCommand({ ...linux, env: {} }, "u")).toBeNull();
    expect(openCommand({ ...machine, platform: "darwin" }, "u")).toEqual({ program: "open", args: ["u"] });
    expect(openCommand({ ...machine, platform: "win32" }, "u")?.program).toBe("rundll32");
  });
});
