/** `npm run --silent export -- plan.groundwork plan.pdf`: the printed roadmap, a picture, or a file for another program. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dayOfInstant } from "#shared/domain/day.ts";
import { createBrowserHost } from "./export/printPdf.ts";
import { runExport, stopExport } from "./export/run.ts";

const here = dirname(fileURLToPath(import.meta.url));
const pages = createBrowserHost(resolve(here, "../renderer"));
const host = {
  ...pages,
  tell: (line: string) => console.error(line),
  say: (line: string) => console.log(line),
  today: dayOfInstant(new Date()),
  now: () => new Date().toISOString(),
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    const code = stopExport(host);
    void pages.close().finally(() => process.exit(code));
  });
}

process.exitCode = await runExport(process.argv.slice(2), host);
