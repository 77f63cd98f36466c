import { defineConfig } from "vite";

/** Everything that runs outside the page: Electron's main and preload scripts, `npm start` and `npm run export`. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: "dist/electron",
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: {
      input: { start: "electron/start.ts", export: "electron/export.ts" },
      output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
    },
  },
});
