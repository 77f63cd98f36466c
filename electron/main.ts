/** The desktop shell, from top to bottom. Each step takes what it needs; none of them knows the others. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} from "electron";
import { ok } from "#shared/domain/result.ts";
import { guardClosing } from "./closing.ts";
import { exportAndQuit, exportWords } from "./export/inApp.ts";
import { USER_DATA_NAME } from "./host/folders.ts";
import { bringToFront, createTurns, documentInArguments, onHandedOver } from "./instance.ts";
import { registerCalls, sendEvent } from "./ipc.ts";
import { menuTemplate } from "./menu.ts";
import { limitPermissions } from "./permissions.ts";
import { APP_SCHEME, APP_URL, isAppUrl, PRINT_URL, serveAppScheme } from "./protocol.ts";
import { writeBackup } from "./services/backups.ts";
import {
  type FileDialogs,
  openDocument,
  readDocument,
  saveDocument,
  savePicture,
} from "./services/documents.ts";
import { createPdfExports } from "./services/pdf.ts";
import { readWindowState, writeWindowState } from "./services/windowState.ts";
import { createAppWindow, lockNavigation, reloadAfterCrash, rememberWindow } from "./window.ts";

const CLOSING_PATIENCE = 5_000;
/** Whoever is tired of waiting can cancel. */
const PRINTING_LIMIT = 300_000;
const EXPORT_LIMIT = 300_000;

app.setName("Groundwork");
app.setPath("userData", join(app.getPath("appData"), USER_DATA_NAME));
app.enableSandbox();

const root = app.getAppPath();
const stateFile = join(app.getPath("userData"), "window.json");
const backupFolder = join(app.getPath("userData"), "backups");

protocol.registerSchemesAsPrivileged([APP_SCHEME]);

const words = exportWords(process.argv.slice(1), existsSync);
if (words) {
  exportAndQuit(words, {
    app,
    createWindow: (options) => new BrowserWindow(options),
    printUrl: PRINT_URL,
    timeLimit: EXPORT_LIMIT,
    serve: () => serveAppScheme(protocol, join(root, "dist/renderer")),
  }).catch(() => app.exit(1));
} else if (app.requestSingleInstanceLock()) start().catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  let window: BrowserWindow | null = null;
  const named = documentInArguments(process.argv, process.cwd());
  const handedOver = named === null ? [] : [named];
  const inTurn = createTurns();
  onHandedOver(
    app,
    () => window && bringToFront(window),
    (path) => {
      const current = window;
      if (current) inTurn(() => openInWindow(current, path));
      else handedOver.push(path);
    },
  );
  await app.whenReady();

  serveAppScheme(protocol, join(root, "dist/renderer"));
  limitPermissions(session.defaultSession, isAppUrl);
  window = await openAppWindow();
  for (const path of handedOver) await openInWindow(window, path);
}

function giveUp(error: unknown): void {
  console.error("groundwork:", error);
  dialog.showErrorBox("Groundwork could not start", "Install it again; your roadmaps are kept.");
  app.quit();
}

async function openAppWindow(): Promise<BrowserWindow> {
  const state = await readWindowState(stateFile);
  const window = createAppWindow(
    {
      create: (options) => new BrowserWindow(options),
      displays: screen.getAllDisplays(),
      nativeTheme,
      platform: process.platform,
      preload: join(root, "dist/electron/preload.cjs"),
      icon: join(root, "assets/icon.png"),
    },
    state,
  );
  const memory = rememberWindow(window, state, (changed) => writeWindowState(stateFile, changed));
  const closing = guardClosing({
    window,
    dialog,
    patience: CLOSING_PATIENCE,
    onGone: () => void memory.flush().finally(() => app.quit()),
  });
  const dialogs: FileDialogs = {
    save: (options) => dialog.showSaveDialog(window, options),
    open: (options) => dialog.showOpenDialog(window, options),
  };
  lockNavigation(window, shell, isAppUrl);
  reloadAfterCrash(window);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        platform: process.platform,
        appName: app.name,
        send: (id) => sendEvent(window.webContents, "menu.command", { id }),
      }),
    ),
  );
  const { webContents } = window;
  const pdfs = createPdfExports({
    dialogs,
    createWindow: (options) => new BrowserWindow(options),
    printUrl: PRINT_URL,
    timeLimit: PRINTING_LIMIT,
    onProgress: (progress) => sendEvent(webContents, "pdf.progress", progress),
  });
  registerCalls(
    { ipcMain, isAppUrl, report: (channel, error) => console.error(`groundwork: ${channel}:`, error) },
    {
      "document.save": (argument) => saveDocument(dialogs, argument),
      "picture.save": (argument) => savePicture(dialogs, argument),
      "document.open": () => openDocument(dialogs),
      "pdf.export": (argument) => pdfs.start(argument),
      "pdf.cancel": () => {
        pdfs.cancel();
        return ok(null);
      },
      "backup.write": (argument) => writeBackup(backupFolder, argument, () => new Date()),
      "window.theme": ({ theme }) => {
        memory.setTheme(theme);
        return ok(null);
      },
      "window.readyToClose": ({ unsaved }) => {
        closing.answer(unsaved);
        return ok(null);
      },
    },
  );
  await window.loadURL(APP_URL);
  return window;
}

async function openInWindow(window: BrowserWindow, path: string): Promise<void> {
  sendEvent(window.webContents, "document.opened", await readDocument(path));
}
