import { type GroundworkHost, HOST_KEY } from "#shared/ipc/contract.ts";
import { createBrowserPlatform } from "./browser.ts";
import { createDesktopPlatform } from "./desktop.ts";
import type { Platform } from "./platform.ts";

/** The desktop shell when its door is there, else the browser. */
export function detectPlatform(page: Window = window): Platform {
  const host: unknown = Reflect.get(page, HOST_KEY);
  return isHost(host) ? createDesktopPlatform(host, page) : createBrowserPlatform(page);
}

function isHost(host: unknown): host is GroundworkHost {
  return (
    typeof host === "object" &&
    host !== null &&
    "call" in host &&
    typeof host.call === "function" &&
    "on" in host
  );
}
