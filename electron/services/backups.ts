/**
 * Backups as files outside the database: one folder per roadmap, the newest 20 copies. A copy is never written
 * over, and the last copy that holds any work is never removed, however many empty ones follow it.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { CallArgument, CallValue } from "#shared/ipc/contract.ts";
import { safeFileName } from "#shared/ipc/fileName.ts";
import { whyFailed, writeWhole } from "./files.ts";

export const BACKUPS_KEPT = 20;

const EXTENSION = ".groundwork";
const MAX_NAME = 60;

/** `folder` is the folder of all backups; `now` gives the time a copy is named after. */
export async function writeBackup(
  folder: string,
  { roadmapId, name, text }: CallArgument<"backup.write">,
  now: () => Date,
): Promise<Result<CallValue<"backup.write">>> {
  const own = join(folder, roadmapId);
  try {
    await mkdir(own, { recursive: true });
    const copies = await listCopies(own);
    const newest = copies.at(-1);
    if (newest !== undefined && (await readFile(join(own, newest), "utf8")) === text) {
      return ok({ fileName: newest, kept: copies.length });
    }
    const fileName = unusedName(copies, now(), name);
    const written = await writeWhole(join(own, fileName), text);
    if (!written.ok) return written;
    const kept = await removeOldCopies(own, [...copies, fileName], holdsWork(text));
    return ok({ fileName, kept });
  } catch (error) {
    return refuse("backup.write", `No backup was made: ${whyFailed(error)}`);
  }
}

/** File names begin with their time, so the order of names is the order of copies. */
async function listCopies(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}-/.test(name) && name.endsWith(EXTENSION)).sort();
}

/** A clock set back must not put a new copy among the old ones: the name is always past the newest. */
function unusedName(copies: readonly string[], now: Date, title: string): string {
  const newest = timeOf(copies.at(-1) ?? "");
  const time = Math.max(now.getTime(), newest + 1);
  const stamp = new Date(time).toISOString().replaceAll(":", "-").replace(".", "-");
  const stem = safeFileName(title.slice(0, MAX_NAME), "groundwork");
  return `${stamp} ${stem}`;
}

function timeOf(fileName: string): number {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3})Z /.exec(fileName);
  const time = match ? Date.parse(`${match[1]}:${match[2]}:${match[3]}.${match[4]}Z`) : Number.NaN;
  return Number.isNaN(time) ? 0 : time;
}

async function removeOldCopies(
  folder: string,
  copies: readonly string[],
  newestHoldsWork: boolean,
): Promise<number> {
  const surplus = copies.slice(0, -BACKUPS_KEPT);
  const staying = copies.slice(-BACKUPS_KEPT);
  if (surplus.length === 0) return copies.length;
  const spared =
    newestHoldsWork || (await anyHoldsWork(folder, staying)) ? null : await lastWithWork(folder, surplus);
  for (const name of surplus) if (name !== spared) await rm(join(folder, name), { force: true });
  return staying.length + (spared === null ? 0 : 1);
}

async function anyHoldsWork(folder: string, names: readonly string[]): Promise<boolean> {
  return (await lastWithWork(folder, names)) !== null;
}

async function lastWithWork(folder: string, names: readonly string[]): Promise<string | null> {
  for (const name of names.toReversed()) {
    if (holdsWork(await readFile(join(folder, name), "utf8"))) return name;
  }
  return null;
}

const workSchema = z.union([
  z.looseObject({ tasks: z.array(z.unknown()).min(1) }),
  z.looseObject({ milestones: z.array(z.unknown()).min(1) }),
]);

/** Four stages come with every new roadmap; work begins with the first milestone or task. */
function holdsWork(text: string): boolean {
  try {
    return workSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
