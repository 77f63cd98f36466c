/** The built app's files, for both hosts: which path names which file, its type, and the rules the page lives by. */
import { readFile } from "node:fs/promises";
import { extname, join, relative, resolve, sep } from "node:path";

/**
 * Nothing from outside, no eval, no plug-ins, no foreign frames. Styles may be inline because React Aria adds a
 * style element of its own and the paper size is known only when printing; no script can come in that way.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join("; ");

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".groundwork": "application/json; charset=utf-8",
};

export interface StaticAnswer {
  readonly status: 200 | 400 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Answers a request for `pathname` (still percent-encoded) from `dir`. Paths that lead outside are refused. */
export async function answerStatic(dir: string, pathname: string): Promise<StaticAnswer> {
  const file = locate(dir, pathname);
  if (file === null) return plain(400, "That is not an address of Groundwork.");
  try {
    const body = new Uint8Array(await readFile(file));
    return { status: 200, headers: headersFor(file), body };
  } catch {
    return plain(404, "Groundwork has nothing at that address.");
  }
}

/** The file that `pathname` names inside `dir`, or null when it points outside or cannot be read as a path. */
function locate(dir: string, pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes("\0") || path.includes("\\") || path.split("/").includes("..")) return null;
  const root = resolve(dir);
  const file = resolve(join(root, path.endsWith("/") ? `${path}index.html` : path));
  const inside = relative(root, file);
  return inside === "" || inside.startsWith(`..${sep}`) || inside === ".." ? null : file;
}

function headersFor(file: string): Record<string, string> {
  return {
    "Content-Type": TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
    "Cache-Control": "no-cache",
    ...SAFETY_HEADERS,
  };
}

const SAFETY_HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

export function plain<S extends number>(status: S, sentence: string) {
  return {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", ...SAFETY_HEADERS },
    body: new TextEncoder().encode(`${sentence}\n`),
  };
}
