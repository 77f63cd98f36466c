import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The fonts' older form is for browsers that no version of the app runs in; it would double what is shipped. */
const onlyWoff2: Plugin = {
  name: "only-woff2",
  enforce: "pre",
  transform(code, id) {
    if (!/@fontsource.*\.css$/.test(id)) return null;
    return code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, "");
  },
};

/** The renderer: the app (index.html) and the printed roadmap (print.html), served from app:// or loopback. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [onlyWoff2, react()],
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
