import { existsSync } from "node:fs";
import { defineConfig, type EnvironmentOptions } from "vite";

/**
 * Everything that runs outside the page, each in the form its host loads: Electron's main script and its preload
 * (CommonJS, the preload in one file since a sandboxed one can require nothing but electron), and the commands
 * `npm start`, `npm run export` and `npm run package` (ES modules for Node). Run with `vite build --app`.
 */
const OUTSIDE = ["electron", "electron-builder", "playwright-core", "@sparticuz/chromium"];

// The first program empties the folder that all of them share.
function program(names: readonly string[], format: "cjs" | "es"): EnvironmentOptions {
  const ending = format === "cjs" ? "cjs" : "mjs";
  return {
    consumer: "server",
    resolve: { noExternal: true, external: OUTSIDE },
    build: {
      ssr: true,
      outDir: "dist/electron",
      emptyOutDir: names.includes("main"),
      copyPublicDir: false,
      target: "node20",
      rolldownOptions: {
        input: Object.fromEntries(
          names.map((name) => [name, `electron/${name}.ts`] as const).filter(([, path]) => existsSync(path)),
        ),
        output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: `[name]-[hash].${ending}` },
      },
    },
  };
}

export default defineConfig({
  publicDir: false,
  environments: {
    main: program(["main"], "cjs"),
    preload: program(["preload"], "cjs"),
    commands: program(["start", "export", "package"], "es"),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["main", "preload", "commands"] as const) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
