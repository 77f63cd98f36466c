/** The app's one window: locked to our own pages, and where it was the last time. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Display, NativeTheme, Shell } from "electron";
import { outsideLink } from "#shared/domain/outsideLink.ts";
import { FIRST_SIZE, fitToDisplays, MINIMUM_SIZE, type WindowState } from "./services/windowState.ts";

export interface WindowDeps {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly displays: readonly Pick<Display, "workArea">[];
  readonly nativeTheme: Pick<NativeTheme, "shouldUseDarkColors">;
  readonly platform: NodeJS.Platform;
  readonly preload: string;
  readonly icon: string;
}

// The page's own background in renderer/ui/tokens.css, so that the window does not flash before it is drawn.
const BACKGROUND = { light: "#ffffff", dark: "#151816" };

export function createAppWindow(deps: WindowDeps, state: WindowState): BrowserWindow {
  const bounds = fitToDisplays(
    state.bounds,
    deps.displays.map((display) => display.workArea),
  );
  const theme = state.theme ?? (deps.nativeTheme.shouldUseDarkColors ? "dark" : "light");
  const window = deps.create({
    ...FIRST_SIZE,
    ...(bounds ?? {}),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: "Groundwork",
    backgroundColor: BACKGROUND[theme],
    show: false,
    // macOS takes the icon from the app bundle.
    ...(deps.platform === "darwin" ? {} : { icon: deps.icon }),
    webPreferences: {
      preload: deps.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // Elsewhere than on a Mac, checking would fetch dictionaries from the internet.
      spellcheck: deps.platform === "darwin",
    },
  });
  if (state.maximised) window.maximize();
  window.once("ready-to-show", () => window.show());
  return window;
}

/** Links to the web and to mail open in the person's own programs; all else that is not our page is refused. */
export function lockNavigation(
  window: BrowserWindow,
  shell: Pick<Shell, "openExternal">,
  isAppUrl: (url: string) => boolean,
): void {
  const contents = window.webContents;
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(shell, url);
    return { action: "deny" };
  });
  contents.on("will-navigate", (event) => {
    if (isAppUrl(event.url)) return;
    event.preventDefault();
    openOutside(shell, event.url);
  });
  contents.on("will-frame-navigate", (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
}

function openOutside(shell: Pick<Shell, "openExternal">, url: string): void {
  if (!URL.canParse(url) || !outsideLink(url).ok) return;
  // No browser to open it with is the system's own message to give.
  shell.openExternal(url).catch(() => undefined);
}

const CRASH_LOOP = 10_000;

/** A page that has crashed is loaded again: everything shown as saved is on disk. Twice in a row is left alone. */
export function reloadAfterCrash(window: BrowserWindow): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on("render-process-gone", () => {
    const now = Date.now();
    if (!window.isDestroyed() && now - last > CRASH_LOOP) window.webContents.reload();
    last = now;
  });
}

export interface Memory {
  setTheme(theme: "light" | "dark"): void;
  /** Resolves when the last state is on disk. */
  flush(): Promise<void>;
}

const SETTLED_AFTER = 400;

/** Keeps the window's place on disk, once it has settled after a move and when it closes. */
export function rememberWindow(
  window: BrowserWindow,
  first: WindowState,
  write: (state: WindowState) => Promise<void>,
): Memory {
  let state = first;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function save(): Promise<void> {
    clearTimeout(timer);
    writing = writing.then(() => write(state));
    return writing;
  }
  function note(): void {
    if (window.isDestroyed() || window.isMinimized()) return;
    state = { ...state, bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    clearTimeout(timer);
    timer = setTimeout(() => void save(), SETTLED_AFTER);
  }
  window.on("resize", note);
  window.on("move", note);
  window.on("maximize", note);
  window.on("unmaximize", note);
  window.on("close", note);
  return {
    setTheme(theme) {
      state = { ...state, theme };
      void save();
    },
    flush: save,
  };
}
