// Bundles the adapter and its styles for the neutral harness, which then takes it as EXTRA_PEER (see README.md).
import fs from "node:fs";
import path from "node:path";
import { build } from "vite";

const root = path.resolve(import.meta.dirname, "../../..");
const outDir = path.join(root, ".cache/bench/timeline");

await build({
  configFile: false,
  root,
  logLevel: "error",
  build: {
    outDir,
    emptyOutDir: true,
    target: "chrome120",
    cssCodeSplit: false,
    lib: {
      entry: path.join(import.meta.dirname, "ours.ts"),
      formats: ["es"],
      fileName: "adapter",
      cssFileName: "adapter",
    },
  },
});
fs.writeFileSync(
  path.join(outDir, "ours.js"),
  'import { peer } from "./adapter.js";\nimport css from "./adapter.css";\nexport default { ...peer, css };\n',
);
console.log(path.join(outDir, "ours.js"));
