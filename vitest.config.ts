import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const zones = { utc: "UTC", la: "America/Los_Angeles", kolkata: "Asia/Kolkata" };

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
          // Property tests try hundreds of plans; a busy machine may take a while over them.
          testTimeout: 30_000,
          env: { TZ },
        },
      })),
      {
        test: {
          name: "renderer",
          include: ["test/renderer/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          testTimeout: 20_000,
          setupFiles: ["test/support/dom.ts"],
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
