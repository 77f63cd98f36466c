import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isGroundwork } from "#electron/host/browserHost.ts";
import { type ServedApp, serveApp } from "#electron/host/server.ts";
import { must } from "#shared/domain/result.ts";
import { FIXTURE } from "./standIn/launch.ts";

let served: ServedApp;
let port: number;
beforeAll(async () => {
  served = must(await serveApp({ dir: FIXTURE, port: 0, host: "127.0.0.1" }));
  port = Number(new URL(served.url).port);
});
afterAll(() => served.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** Unlike fetch, this sends the path and the Host header as they are. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const headers = { host: options.host ?? `127.0.0.1:${port}` };
  return new Promise((resolve, reject) => {
    const call = request(
      { host: "127.0.0.1", port, path, method: options.method ?? "GET", headers },
      (response) => {
        let body = "";
        response.on("data", (part) => {
          body += part;
        });
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
      },
    );
    call.on("error", reject);
    call.end();
  });
}

describe("the loopback server", () => {
  it("serves the app under the same rules as the desktop", async () => {
    const page = await ask("/?from=start");
    expect(page).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
    expect(page.body).toContain("<title>Fixture</title>");
    expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'/);
    expect((await ask("/print.css")).headers["content-type"]).toBe("text/css; charset=utf-8");
    expect(await ask("/", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });

  it.each([
    "evil.example",
    "evil.example:47817",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "127.0.0.2",
  ])("turns away the foreign name “%s”", async (host) => expect((await ask("/", { host })).status).toBe(403));

  it.each(["localhost", "LOCALHOST:1", "[::1]:47817"])("answers to its own name %s", async (host) =>
    expect((await ask("/", { host })).status).toBe(200),
  );

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("refuses %s", async (method) =>
    expect((await ask("/", { method })).status).toBe(405),
  );

  it.each([
    "/../launch.ts",
    "/..%2f..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/package.json",
    "/..%5cstandIn%5claunch.ts",
    "//../../package.json",
    "/index.html%00.js",
    "/%",
  ])("hands out nothing for %s", async (path) => {
    const answer = await ask(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).toMatch(
      /^(That is not an address of Groundwork|Groundwork has nothing at that address)\.\n$/,
    );
  });

  it("is recognised by a second start, and says when a port is taken", async () => {
    expect(await isGroundwork(port)).toBe(true);
    expect(await serveApp({ dir: FIXTURE, port, host: "127.0.0.1" })).toMatchObject({
      ok: false,
      problem: { code: "server.portTaken", message: expect.stringContaining(`Port ${port}`) },
    });
    const { createServer } = await import("node:http");
    const other = createServer((_request, response) => response.end("hello")).listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    expect(await isGroundwork(typeof address === "object" ? (address?.port ?? 0) : 0)).toBe(false);
    other.close();
    expect(await isGroundwork(1)).toBe(false);
  });
});
