/** Checks both ends before any work, so that a wrong folder is told at once. */
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { whyFailed } from "#electron/services/files.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";

interface Places {
  readonly input: string;
  readonly output: string;
}

export async function checkPlaces({ input, output }: Places): Promise<Result<null>> {
  const source = await stat(resolve(input)).catch(() => null);
  if (!source) return refuse("export.missing", `There is no file “${input}”. Check its name and folder.`);
  if (!source.isFile()) return refuse("export.folder", `“${input}” is a folder. Name a file in it.`);
  const target = await stat(resolve(output)).catch(() => null);
  if (target?.isDirectory()) return refuse("export.isFolder", `“${output}” is a folder. Name a file in it.`);
  if (target && (target.mode & 0o222) === 0) {
    return refuse("export.protected", `“${output}” is write-protected. Name another file.`);
  }
  const folder = dirname(resolve(output));
  try {
    const found = await stat(folder);
    if (!found.isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    await access(folder, constants.W_OK);
    return ok(null);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const why = missing ? "its folder does not exist. Create it or choose another one." : whyFailed(error);
    return refuse("export.unwritable", `“${basename(output)}” cannot be written: ${why}`);
  }
}
