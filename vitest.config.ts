import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const zones = { utc: "UTC", la: "America/Los_Angeles", kolkata: "Asia/Kolkata" };

/** What one zone is enough for: hundreds of random plans and edits, and sizes; their rules are held to all three. */
const ONE_ZONE = [
  "**/random*.test.ts",
  "**/everything.test.ts",
  "**/followAny.test.ts",
  "**/reference.test.ts",
  "**/large.test.ts",
  "**/room.test.ts",
  "**/fuzz.test.ts",
];

/** Rules run in three time zones; screens in a simulated browser; stories in a real one against the built app. */
export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ["default", "./test/support/tally.ts"],
    projects: [
      ...Object.entries(zones).map(([name, TZ]) => ({
        test: {
          name: `rules-${name}`,
          include: ["test/shared/**/*.test.ts"],
          exclude: name === "utc" ? [] : ONE_ZONE,
          // Rules keep nothing between files but what they remember of equal questions.
          isolate: false,
          // Property tests try hundreds of plans; a busy machine may take a while over them.
          testTimeout: 30_000,
          setupFiles: ["test/support/seed.ts"],
          env: { TZ },
        },
      })),
      {
        test: {
          name: "renderer",
          include: ["test/renderer/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          // One window and one reading of the modules for all files: dom.ts clears between tests what they could share.
          isolate: false,
          expect: { poll: { timeout: 20_000 } },
          // What it takes on a busy machine, not what it should take: a test waits on what it needs.
          testTimeout: 60_000,
          setupFiles: ["test/support/dom.ts", "test/support/seed.ts"],
          css: { modules: { classNameStrategy: "non-scoped" as const } },
        },
      },
      {
        test: {
          name: "electron",
          include: ["test/electron/**/*.test.ts", "test/architecture/**/*.test.ts"],
          isolate: false,
        },
      },
      {
        test: {
          name: "stories",
          include: ["test/e2e/**/*.test.ts"],
          // Each story has a browser and a profile of its own; the modules are read once.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
