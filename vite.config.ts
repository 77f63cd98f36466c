import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The renderer: the app (index.html) and the printed roadmap (print.html), served from app:// or loopback. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "chrome120",
    assetsInlineLimit: 0,
    // The files come from disk, not over a network.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: { index: "renderer/index.html", print: "renderer/print.html" } },
  },
});
