/** What `npm run package` runs once the app is built: an unpacked app in release/, where Electron is at hand. */
import { join } from "node:path";
import { thisMachine } from "./host/chromium.ts";
import { readElectronPackage } from "./host/electronProgram.ts";
import { obtainElectron } from "./host/electronSource.ts";
import { packageApp } from "./host/packageApp.ts";

const root = join(import.meta.dirname, "../..");
const say = (line: string) => console.log(line);
const machine = thisMachine();
const electron = readElectronPackage(join(root, "node_modules/electron/package.json"));

const packaged = await packageApp({
  root,
  machine,
  electron,
  program: await obtainElectron(machine, electron, say),
});
say(packaged.ok ? `The app is in ${packaged.value}/.` : packaged.problem.message);
process.exit(packaged.ok ? 0 : 1);
