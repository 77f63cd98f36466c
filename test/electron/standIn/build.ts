/** Builds the shell as it ships, into a folder of the test's own, so that no test runs yesterday's code. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBuilder } from "vite";

export interface BuiltShell {
  readonly main: string;
  readonly preload: string;
}

let built: Promise<BuiltShell> | null = null;

export function buildShell(): Promise<BuiltShell> {
  built ??= build();
  return built;
}

async function build(): Promise<BuiltShell> {
  const outDir = await mkdtemp(join(tmpdir(), "groundwork-shell-"));
  const inside = { build: { outDir } };
  const builder = await createBuilder({
    configFile: "vite.node.config.ts",
    logLevel: "error",
    environments: { main: inside, preload: inside },
  });
  for (const name of ["main", "preload"] as const) {
    const environment = builder.environments[name];
    if (!environment) throw new Error(`vite.node.config.ts builds no ${name}`);
    await builder.build(environment);
  }
  return { main: join(outDir, "main.cjs"), preload: join(outDir, "preload.cjs") };
}
