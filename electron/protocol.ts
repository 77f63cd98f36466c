/** app://groundwork serves the built app to the window. The page has a real origin, so IndexedDB and CSP hold. */
import type { CustomScheme, Protocol } from "electron";
import { answerStatic, plain } from "./host/staticFiles.ts";

const SCHEME = "app";
const HOST = "groundwork";

export const APP_URL = `${SCHEME}://${HOST}/index.html`;
export const PRINT_URL = `${SCHEME}://${HOST}/print.html`;

/** To be registered before the app is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Whether `url` is a page of the app itself. */
export function isAppUrl(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return protocol === `${SCHEME}:` && host === HOST;
  } catch {
    return false;
  }
}

export function serveAppScheme(protocol: Pick<Protocol, "handle">, dir: string): void {
  protocol.handle(SCHEME, async (request) => {
    const answer = await answerRequest(dir, request.method, request.url);
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  });
}

function answerRequest(dir: string, method: string, url: string) {
  if (!isAppUrl(url)) return plain(404, "Groundwork has nothing at that address.");
  if (method !== "GET" && method !== "HEAD") return plain(405, "Groundwork only hands out its own files.");
  return answerStatic(dir, new URL(url).pathname);
}
