/** The lint rules that hold the layers apart, tried on code that breaks them. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { afterEach, expect, it } from "vitest";

const root = process.cwd();
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function lintMessages(folder: string, code: string): string {
  const home = join(root, folder);
  mkdirSync(dirname(home), { recursive: true });
  const scratch = mkdtempSync(`${home}/lint-probe-`);
  made.push(scratch);
  const file = join(scratch, "probe.ts");
  writeFileSync(file, code);
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  try {
    execFileSync(process.execPath, [biome, "lint", "--vcs-enabled=false", relative(root, file)], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
    return "";
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

it.each([
  ["shared/domain", 'import { app } from "electron";\nexport const a = app;\n', "shared/ is pure TypeScript"],
  [
    "shared/domain",
    'import { addDays } from "date-fns";\nexport const a = addDays;\n',
    "Only shared/domain/day.ts",
  ],
  [
    "shared/schedule",
    'import Holidays from "date-holidays";\nexport const a = Holidays;\n',
    "Only shared/schedule/publicHolidays.ts",
  ],
  [
    "renderer/app",
    'export const a = () => import("date-holidays");\n',
    "Only shared/schedule/publicHolidays.ts",
  ],
  ["shared", 'import { x } from "#renderer/main.tsx";\nexport const a = x;\n', "shared/ is pure TypeScript"],
  ["electron", 'import { x } from "#renderer/main.tsx";\nexport const a = x;\n', "electron/ imports shared/"],
  [
    "renderer/app",
    'import { x } from "#electron/main.ts";\nexport const a = x;\n',
    "renderer/ imports shared/",
  ],
  [
    "renderer/app",
    'import Dexie from "dexie";\nexport const a = Dexie;\n',
    "Only renderer/persistence uses Dexie",
  ],
  [
    "renderer/features",
    'import { x } from "#renderer/features/home/Home.tsx";\nexport const a = x;\n',
    "never another feature",
  ],
  [
    "renderer/features",
    'export const a = () => import("#renderer/persistence/load.ts");\n',
    "never another feature",
  ],
  [
    "renderer/record",
    'import { x } from "#renderer/features/home/Home.tsx";\nexport const a = x;\n',
    "record sits below features",
  ],
  [
    "renderer/fields",
    'import { x } from "#renderer/record/IssueList.tsx";\nexport const a = x;\n',
    "fields sit below features",
  ],
  [
    "renderer/store",
    'import { x } from "#renderer/commands/app.ts";\nexport const a = x;\n',
    "are below features",
  ],
  ["renderer/ui", 'import { x } from "../store/uiStore.ts";\nexport const a = x;\n', "are below features"],
])("%s may not hold %j", (folder, code, message) => {
  expect(lintMessages(folder, code).replace(/\s+/g, " ")).toContain(message);
});

it("lets a feature use commands, store, ui and shared", () => {
  const code = [
    'import { run } from "#renderer/commands/registry.ts";',
    'import type { Route } from "#renderer/store/uiStore.ts";',
    'import { Avatar } from "#renderer/ui/Avatar.tsx";',
    'import { must } from "#shared/domain/result.ts";',
    "export const parts: [unknown, unknown, unknown, Route?] = [run, Avatar, must];",
    "",
  ].join("\n");
  expect(lintMessages("renderer/features", code)).toBe("");
});
