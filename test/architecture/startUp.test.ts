/** What the app reads before it shows anything: every module reached without an `import()`. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const STATIC_IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"/g;

function reachedFrom(entry: string): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const file of reached) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(STATIC_IMPORT)) {
      if (path.startsWith("#")) reached.add(path.slice(1));
      else reached.add(path.startsWith("./") ? join(dirname(file), path) : path);
    }
  }
  return reached;
}

it.each(["renderer/main.tsx", "renderer/print/main.tsx", "electron/main.ts", "electron/export.ts"])(
  "%s does not wait for the world's public holidays",
  (entry) => {
    const reached = reachedFrom(entry);
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].filter((name) => /publicHolidays|date-holidays/.test(name))).toEqual([]);
  },
);

it("sees what a module imports", () => {
  expect(reachedFrom("shared/schedule/publicHolidays.ts")).toContain("date-holidays");
  expect(reachedFrom("renderer/main.tsx")).toContain("renderer/features/timeline/TimelineView.tsx");
});
