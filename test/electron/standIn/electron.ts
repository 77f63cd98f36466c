/** The `electron` module as main sees it, made of real Chromium pages and scripted answers. */
import { EventEmitter } from "node:events";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { toScheme } from "./address.ts";
import { StandInWindow, type WindowOptions, type WindowWorld } from "./window.ts";

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StandInOptions {
  readonly context: BrowserContext;
  /** The project as it is installed: holds dist/ and assets/. */
  readonly appPath: string;
  readonly appData: string;
  readonly displays?: readonly Rectangle[];
  readonly dark?: boolean;
  /** Another Groundwork already holds the lock. */
  readonly isSecond?: boolean;
}

interface MenuItem {
  readonly id?: string;
  readonly role?: string;
  readonly label?: string;
  readonly accelerator?: string;
  readonly type?: string;
  readonly submenu?: readonly MenuItem[];
  readonly click?: () => void;
}

type SaveAnswer = { canceled: boolean; filePath: string };
type OpenAnswer = { canceled: boolean; filePaths: string[] };
type Handler = (event: unknown, argument: unknown) => unknown;
type PermissionRequest = (
  c: unknown,
  p: string,
  answer: (yes: boolean) => void,
  d: { requestingUrl: string },
) => void;

/** Loosely typed on purpose: main is compiled against Electron's own types, and here only behaviour counts. */
export function createStandIn(options: StandInOptions) {
  const handlers = new Map<string, Handler>();
  const schemes: { scheme: string; privileges: Record<string, boolean> }[] = [];
  const served = new Map<string, (request: Request) => Promise<Response>>();
  const paths = new Map([["appData", options.appData]]);
  const answers = { save: [] as SaveAnswer[], open: [] as OpenAnswer[], message: [] as (number | "never")[] };
  const asked: { kind: "save" | "open" | "message"; options: Record<string, unknown> }[] = [];
  const permissions: { request?: PermissionRequest; check?: (c: unknown, p: string, o: string) => boolean } =
    {};
  const opened: string[] = [];
  const state = {
    menu: [] as readonly MenuItem[],
    sandboxed: false,
    focusedLock: false,
    exitCode: null as number | null,
  };
  let quit = (): void => undefined;
  const hasQuit = new Promise<void>((resolve) => {
    quit = resolve;
  });

  const world: WindowWorld = {
    context: options.context,
    windows: [],
    outside: [],
    foreign: new Map(),
    async respond(url, method) {
      const handler = served.get("app");
      if (!handler) throw new Error("main has not served app:// yet");
      return handler(new Request(url, { method }));
    },
    async invoke(contents, frame, channel, argument) {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const senderFrame = { url: toScheme(frame.url()), parent: frame.parentFrame() === null ? null : {} };
      return handler({ sender: contents, senderFrame }, argument);
    },
  };

  function next<T>(queue: T[], kind: "save" | "open" | "message", asking: Record<string, unknown>): T {
    asked.push({ kind, options: asking });
    const answer = queue.shift();
    if (answer === undefined) throw new Error(`The test did not expect a ${kind} dialog`);
    return answer;
  }

  const app = Object.assign(new EventEmitter(), {
    name: "groundwork",
    setName(name: string) {
      app.name = name;
    },
    getAppPath: () => options.appPath,
    getPath: (name: string) => paths.get(name) ?? join(options.appData, name),
    setPath: (name: string, path: string) => void paths.set(name, path),
    enableSandbox: () => {
      state.sandboxed = true;
    },
    requestSingleInstanceLock: () => options.isSecond !== true,
    whenReady: () => Promise.resolve(),
    quit: () => quit(),
    exit: (code: number) => {
      state.exitCode = code;
      quit();
    },
  });

  const electron: unknown = {
    app,
    BrowserWindow: class extends StandInWindow {
      constructor(windowOptions: WindowOptions) {
        super(world, windowOptions);
      }
    },
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    protocol: {
      registerSchemesAsPrivileged: (custom: typeof schemes) => void schemes.push(...custom),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        void served.set(scheme, handler),
    },
    Menu: {
      buildFromTemplate: (template: readonly MenuItem[]) => template,
      setApplicationMenu: (menu: readonly MenuItem[]) => {
        state.menu = menu;
      },
    },
    dialog: {
      showSaveDialog: async (_window: unknown, asking: Record<string, unknown>) =>
        next(answers.save, "save", asking),
      showOpenDialog: async (_window: unknown, asking: Record<string, unknown>) =>
        next(answers.open, "open", asking),
      showMessageBox: async (_window: unknown, asking: { signal?: AbortSignal; cancelId?: number }) => {
        const response = next(answers.message, "message", { ...asking });
        if (response !== "never") return { response };
        await new Promise((resolve) => asking.signal?.addEventListener("abort", resolve));
        return { response: asking.cancelId ?? 0 };
      },
    },
    screen: {
      getAllDisplays: () =>
        (options.displays ?? [{ x: 0, y: 0, width: 1920, height: 1080 }]).map((workArea) => ({ workArea })),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: PermissionRequest) => {
          permissions.request = handler;
        },
        setPermissionCheckHandler: (handler: typeof permissions.check & object) => {
          permissions.check = handler;
        },
        setDevicePermissionHandler: () => undefined,
      },
    },
    shell: { openExternal: async (url: string) => void opened.push(url) },
    nativeTheme: { shouldUseDarkColors: options.dark === true },
  };

  return { electron, app, world, handlers, schemes, answers, asked, permissions, opened, state, hasQuit };
}

export type StandIn = ReturnType<typeof createStandIn>;

export function menuItem(menu: readonly MenuItem[], id: string): MenuItem | undefined {
  for (const item of menu) {
    const found = item.id === id ? item : menuItem(item.submenu ?? [], id);
    if (found) return found;
  }
  return undefined;
}
