/** Where Groundwork keeps things of its own outside the project, by each system's custom. */
import { join } from "node:path";
import type { Machine } from "./programs.ts";

type Place = Pick<Machine, "platform" | "env" | "home">;

/** Data a person would miss: here, the browser profile that holds the plans. */
export function dataFolder({ platform, env, home }: Place): string {
  if (platform === "darwin") return join(home, "Library/Application Support/Groundwork in a browser");
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData/Local"), "Groundwork");
  return join(env.XDG_DATA_HOME || join(home, ".local/share"), "groundwork");
}

/** Electron's folder for the app: its name below the system's folder for settings. */
export const USER_DATA_NAME = "Groundwork";

export function electronUserData({ platform, env, home }: Place): string {
  if (platform === "darwin") return join(home, "Library/Application Support", USER_DATA_NAME);
  if (platform === "win32") return join(env.APPDATA ?? join(home, "AppData/Roaming"), USER_DATA_NAME);
  return join(env.XDG_CONFIG_HOME || join(home, ".config"), USER_DATA_NAME);
}

/** Things that can be made again. */
export function cacheFolder({ platform, env, home }: Place): string {
  if (platform === "darwin") return join(home, "Library/Caches/Groundwork");
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData/Local"), "Groundwork/Cache");
  return join(env.XDG_CACHE_HOME || join(home, ".cache"), "groundwork");
}
