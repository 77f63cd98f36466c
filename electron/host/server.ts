/** The same app at a loopback address, for machines without the Electron program. Nobody else can reach it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { answerStatic, plain } from "./staticFiles.ts";

export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly dir: string;
  /** 0 takes any free port (tests, printing). */
  readonly port: number;
  readonly host: "127.0.0.1";
}

/** Answers `{"groundwork":…}` so that a second start recognises a first one. */
export const IDENTITY_PATH = "/.groundwork";

export function serveApp({ dir, port, host }: ServeOptions): Promise<Result<ServedApp>> {
  const server = createServer((request, response) => {
    respond(dir, request, response).catch(() => response.destroy());
  });
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      resolve(
        taken
          ? refuse("server.portTaken", `Port ${port} is in use. Choose another one with GROUNDWORK_PORT.`)
          : refuse("server.failed", `Port ${port} cannot be used. Choose another one with GROUNDWORK_PORT.`),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === "object" && address !== null ? address.port : port;
      resolve(ok({ url: `http://${host}:${actual}/`, close: () => closeServer(server) }));
    });
  });
}

async function respond(dir: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await answerFor(dir, request);
  response.writeHead(answer.status, { ...answer.headers, "Content-Length": answer.body.byteLength });
  response.end(request.method === "HEAD" ? undefined : answer.body);
}

function answerFor(dir: string, request: IncomingMessage) {
  // A foreign name that resolves to this machine (DNS rebinding) must not be able to read the page.
  if (!isLoopbackHost(request.headers.host)) return plain(403, "Groundwork answers on this machine only.");
  if (request.method !== "GET" && request.method !== "HEAD")
    return plain(405, "Groundwork only hands out its own files.");
  const path = (request.url ?? "/").split(/[?#]/, 1)[0] ?? "/";
  if (path === IDENTITY_PATH) return plain(200, '{"groundwork":true}');
  return answerStatic(dir, path);
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.test(host);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
