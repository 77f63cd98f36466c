/** Reading and writing files whole: a reader sees the old file or the new one, never half of one. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ok, type Result, refuse } from "#shared/domain/result.ts";

/** Files that are being written, so that none stays behind when the program is stopped in the midst of it. */
const unfinished = new Set<string>();

/** At once, for a program that is about to end. */
export function discardUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/** Writes beside the target, forces it to disk, then swaps it in. On failure the target is as it was. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<Result<null>> {
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 60)}.${randomBytes(4).toString("hex")}.tmp`,
  );
  unfinished.add(temporary);
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return ok(null);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return refuse("file.write", `“${basename(path)}” was not saved: ${whyFailed(error)}`);
  } finally {
    unfinished.delete(temporary);
  }
}

/** Reads UTF-8 text up to `maxBytes`. Other encodings and larger files are refused with a sentence. */
export async function readText(path: string, maxBytes: number): Promise<Result<string>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      return refuse(
        "file.tooLarge",
        `“${name}” is ${megabytes(size)} MB. Groundwork opens files of up to ${megabytes(maxBytes)} MB; check that you chose the right one.`,
      );
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
    return ok(text);
  } catch (error) {
    if (error instanceof TypeError) {
      return refuse(
        "file.notText",
        `“${name}” is not a text file. Choose a Groundwork roadmap, or a table, Microsoft Project or GanttProject file saved as UTF-8 text.`,
      );
    }
    return refuse("file.read", `“${name}” could not be read: ${whyFailed(error)}`);
  }
}

const REASONS: Record<string, string> = {
  ENOSPC: "the disk is full. Free some space and try again.",
  EFBIG: "the file would be larger than this disk or account allows. Choose another one.",
  EDQUOT: "the disk is full. Free some space and try again.",
  EACCES: "you may not use that folder. Choose another one.",
  EPERM: "you may not use that folder. Choose another one.",
  EROFS: "that disk cannot be written to. Choose another one.",
  ENOENT: "it is no longer there. Choose another file or folder.",
  EISDIR: "a folder has that name. Choose another name.",
  ENOTDIR: "that folder does not exist. Choose another one.",
  EBUSY: "another program is using it. Close it there and try again.",
  ENAMETOOLONG: "its name is too long. Choose a shorter one.",
};

/** The end of a sentence that says why a file operation failed and what to do. */
export function whyFailed(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? `the system refused it${code === "" ? "" : ` (${code})`}. Try another folder.`;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
