import { defineConfig } from "vitest/config";

/** What is run on demand and one at a time: measurements (`npm run bench`) and the README's pictures (`npm run screenshots`). */
export default defineConfig({
  test: {
    include: ["test/bench/*.bench.ts", "test/screenshots/**/*.shots.ts"],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
});
