// Bundles an adapter and its styles for the neutral harness, which then takes it as EXTRA_PEER (see README.md).
import fs from "node:fs";
import path from "node:path";
import { build } from "vite";

const ADAPTERS = { ours: "ours.tsx", core: "core.ts" };
const name = process.argv[2] ?? "ours";
const root = path.resolve(import.meta.dirname, "../../..");
const outDir = path.join(root, ".cache/bench/timeline", name);

await build({
  configFile: false,
  root,
  logLevel: "error",
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir,
    emptyOutDir: true,
    target: "chrome120",
    cssCodeSplit: false,
    lib: {
      entry: path.join(import.meta.dirname, ADAPTERS[name]),
      formats: ["es"],
      fileName: "adapter",
      cssFileName: "adapter",
    },
  },
});
fs.writeFileSync(
  path.join(outDir, `${name}.js`),
  'import { peer } from "./adapter.js";\nimport css from "./adapter.css";\nexport default { ...peer, css };\n',
);
console.log(path.join(outDir, `${name}.js`));
