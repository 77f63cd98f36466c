/** Making the unpacked desktop app with electron-builder, around an Electron program that is at hand. */
import { build, DIR_TARGET, Platform } from "electron-builder";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { type ElectronPackage, electronDist } from "./electronProgram.ts";
import type { ElectronAnswer } from "./electronSource.ts";
import type { Machine } from "./programs.ts";

export interface PackageRequest {
  /** The project: electron-builder.yml, package.json and dist/. */
  readonly root: string;
  /** Folder to write to; release/ in the project by default. */
  readonly output?: string;
  readonly machine: Machine;
  readonly electron: ElectronPackage | null;
  readonly program: ElectronAnswer;
}

/** The value is the folder with the app. */
export async function packageApp(request: PackageRequest): Promise<Result<string>> {
  const { root, output = "release", machine, electron, program } = request;
  if ("why" in program || electron === null) {
    const why = "why" in program ? program.why : "the electron package is not installed (run npm ci)";
    const version = electron === null ? "" : ` ${electron.version}`;
    return refuse(
      "package.noElectron",
      `Nothing was packaged because ${why}. Run this where it can be fetched, or name a folder with an unpacked Electron${version} in ELECTRON_OVERRIDE_DIST_PATH.`,
    );
  }
  try {
    await build({
      projectDir: root,
      targets: Platform.current().createTarget(DIR_TARGET),
      config: {
        extends: "electron-builder.yml",
        electronVersion: electron.version,
        electronDist: electronDist(machine, electron),
        directories: { output },
      },
      publish: "never",
    });
    return ok(output);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return refuse("package.failed", `Nothing was packaged: ${why}`);
  }
}
