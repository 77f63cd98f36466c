import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const zones = { utc: "UTC", la: "America/Los_Angeles", kolkata: "Asia/Kolkata" };

/** Hundreds of random plans and edits: one zone is enough for them, the rules they try are held to all three. */
const RANDOM = [
  "**/random*.test.ts",
  "**/everything.test.ts",
  "**/followAny.test.ts",
  "**/reference.test.ts",
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
          exclude: name === "utc" ? [] : RANDOM,
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
          testTimeout: 20_000,
          setupFiles: ["test/support/dom.ts", "test/support/seed.ts"],
          css: { modules: { classNameStrategy: "non-scoped" as const } },
        },
      },
      {
        test: { name: "electron", include: ["test/electron/**/*.test.ts", "test/architecture/**/*.test.ts"] },
      },
      {
        test: {
          name: "stories",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
