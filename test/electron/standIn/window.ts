/** BrowserWindow and its webContents over a real Chromium page. */
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { BrowserContext, Frame, Page, Route } from "playwright-core";
import { toPage, toScheme } from "./address.ts";

export interface WindowOptions {
  readonly [key: string]: unknown;
  readonly show?: boolean;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences?: { readonly preload?: string; readonly [key: string]: unknown };
}

/** What windows need from the rest of the stand-in. */
export interface WindowWorld {
  readonly context: BrowserContext;
  readonly windows: StandInWindow[];
  /** Answers a request for app://. */
  respond(url: string, method: string): Promise<Response>;
  /** Calls the handler main registered, as ipcRenderer.invoke would. */
  invoke(contents: StandInContents, frame: Frame, channel: string, argument: unknown): Promise<unknown>;
  /** Addresses outside the app that a page asked for. */
  readonly outside: string[];
  /** Pages served for foreign origins, by address. */
  readonly foreign: Map<string, string>;
}

type OpenHandler = (details: { url: string }) => { action: "allow" | "deny" };

export class StandInContents extends EventEmitter {
  readonly page: Promise<Page>;
  reloads = 0;
  private destroyed = false;
  private loading = false;
  private openHandler: OpenHandler = () => ({ action: "allow" });

  constructor(
    private readonly world: WindowWorld,
    preload: string | undefined,
  ) {
    super();
    this.page = this.openPage(preload);
  }

  private async openPage(preload: string | undefined): Promise<Page> {
    const page = await this.world.context.newPage();
    await page.route("**/*", (route) => this.answer(route));
    if (preload !== undefined) {
      await page.exposeBinding("standInInvoke", ({ frame }, channel: string, argument: unknown) =>
        this.world.invoke(this, frame, channel, argument),
      );
      await page.addInitScript(preloadScript(preload));
      // Pages main did not open have no routes of their own and end up here.
      await this.world.context.route("**/*", (route) => this.answerPopup(route));
    }
    page.on("crash", () => this.emit("render-process-gone", {}, { reason: "crashed" }));
    return page;
  }

  private async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toScheme(request.url());
    if (request.isNavigationRequest() && !this.mayNavigate(request.frame(), url)) {
      // The page stays where it is, as after preventDefault().
      return route.fulfill({ status: 204 });
    }
    const foreign = this.world.foreign.get(request.url());
    if (foreign !== undefined) return route.fulfill({ contentType: "text/html", body: foreign });
    if (!url.startsWith("app:")) {
      this.world.outside.push(url);
      return route.abort();
    }
    const response = await this.world.respond(url, request.method());
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  private mayNavigate(frame: Frame, url: string): boolean {
    if (this.loading) return true;
    let allowed = true;
    const event = {
      url,
      preventDefault: () => {
        allowed = false;
      },
    };
    this.emit("will-frame-navigate", event);
    if (frame.parentFrame() === null) this.emit("will-navigate", event);
    return allowed;
  }

  private async answerPopup(route: Route): Promise<void> {
    const { action } = this.openHandler({ url: toScheme(route.request().url()) });
    await route.abort();
    if (action === "allow") return;
    const ours = await Promise.all(this.world.windows.map((window) => window.webContents.page));
    for (const page of this.world.context.pages()) if (!ours.includes(page)) await page.close();
  }

  async load(url: string): Promise<void> {
    const page = await this.page;
    this.loading = true;
    try {
      await page.goto(toPage(url), { waitUntil: "load" });
    } finally {
      this.loading = false;
    }
  }

  reload(): void {
    this.reloads++;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, payload: unknown): void {
    void this.page.then((page) =>
      page.evaluate(([name, value]) => Reflect.get(window, "standInEmit")(name, value), [
        channel,
        payload,
      ] as const),
    );
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.page).evaluate(code);
  }

  async printToPDF(options: Record<string, unknown>): Promise<Buffer> {
    return (await this.page).pdf({
      printBackground: options.printBackground === true,
      preferCSSPageSize: options.preferCSSPageSize === true,
      tagged: options.generateTaggedPDF === true,
      outline: options.generateDocumentOutline === true,
    });
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  async close(): Promise<void> {
    this.destroyed = true;
    await (await this.page).close();
  }
}

export class StandInWindow extends EventEmitter {
  readonly webContents: StandInContents;
  shown: boolean;
  focused = false;
  private minimised = false;
  private maximised = false;
  private destroyed = false;
  private bounds: { x: number; y: number; width: number; height: number };

  constructor(
    world: WindowWorld,
    readonly options: WindowOptions,
  ) {
    super();
    this.shown = options.show !== false;
    this.bounds = {
      x: options.x ?? 60,
      y: options.y ?? 40,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.webContents = new StandInContents(world, options.webPreferences?.preload);
    world.windows.push(this);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    this.emit("ready-to-show");
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused = true;
  }
  minimize(): void {
    this.minimised = true;
  }
  restore(): void {
    this.minimised = false;
  }
  maximize(): void {
    this.maximised = true;
    this.emit("maximize");
  }
  isMinimized(): boolean {
    return this.minimised;
  }
  isMaximized(): boolean {
    return this.maximised;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  getNormalBounds() {
    return this.bounds;
  }
  setBounds(bounds: typeof this.bounds): void {
    this.bounds = bounds;
    this.emit("resize");
  }
  /** As a person does it: the app may object. */
  close(): void {
    let prevented = false;
    this.emit("close", {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) this.destroy();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit("closed");
    void this.webContents.close();
  }
}

/** Runs the real preload bundle as a sandboxed preload would run: `require` knows electron and nothing else. */
function preloadScript(path: string): string {
  return `(() => {
    if (window !== window.top) return;
    const listeners = new Map();
    const invoke = window.standInInvoke;
    Object.defineProperty(window, "standInEmit", { value: (channel, payload) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, payload);
    }});
    const electron = {
      ipcRenderer: {
        invoke: (channel, argument) => invoke(channel, argument),
        on: (channel, listener) => {
          if (!listeners.has(channel)) listeners.set(channel, []);
          listeners.get(channel).push(listener);
        },
      },
      contextBridge: {
        exposeInMainWorld: (key, api) =>
          Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true }),
      },
    };
    const require = (name) => {
      if (name !== "electron") throw new Error("A sandboxed preload cannot require " + name);
      return electron;
    };
    const module = { exports: {} };
    ((require, module, exports) => { ${readFileSync(path, "utf8")}
    })(require, module, module.exports);
  })();`;
}
