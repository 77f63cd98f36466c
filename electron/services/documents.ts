/** Roadmap files on disk: save a copy, open one. The shell moves text; what it means is the window's business. */
import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import type { Dialog, FileFilter, OpenDialogOptions, SaveDialogOptions } from "electron";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { FORMAT_WORDS } from "#shared/interchange/formatNames.ts";
import {
  type CallArgument,
  type CallValue,
  DOCUMENT_EXTENSIONS,
  MAX_DOCUMENT_BYTES,
  type OpenedDocument,
} from "#shared/ipc/contract.ts";
import { safeFileName } from "#shared/ipc/fileName.ts";
import { PICTURE_WORDS } from "#shared/print/picture.ts";
import { readText, writeWhole } from "./files.ts";

/** The dialogs, already bound to the window they belong to. */
export interface FileDialogs {
  save(options: SaveDialogOptions): ReturnType<Dialog["showSaveDialog"]>;
  open(options: OpenDialogOptions): ReturnType<Dialog["showOpenDialog"]>;
}

const OPEN_FILTERS: FileFilter[] = [
  { name: "Roadmaps", extensions: [...DOCUMENT_EXTENSIONS] },
  { name: "All files", extensions: ["*"] },
];

export async function saveDocument(
  dialogs: FileDialogs,
  { suggestedName, text, format = "groundwork" }: CallArgument<"document.save">,
): Promise<Result<CallValue<"document.save">>> {
  const filters: FileFilter[] = [{ name: FORMAT_WORDS[format], extensions: [format] }];
  const place = await askWhereToSave(dialogs, "Save a copy", suggestedName, filters);
  if (!place.ok) return place;
  if (place.value === null) return ok({ outcome: "cancelled" });
  const written = await writeWhole(place.value, text);
  return written.ok ? ok({ outcome: "saved", name: basename(place.value) }) : written;
}

export async function savePicture(
  dialogs: FileDialogs,
  { suggestedName, format, content }: CallArgument<"picture.save">,
): Promise<Result<CallValue<"picture.save">>> {
  const filters: FileFilter[] = [{ name: PICTURE_WORDS[format], extensions: [format] }];
  const place = await askWhereToSave(dialogs, "Save the picture", suggestedName, filters);
  if (!place.ok) return place;
  if (place.value === null) return ok({ outcome: "cancelled" });
  const written = await writeWhole(place.value, format === "svg" ? content : Buffer.from(content, "base64"));
  return written.ok ? ok({ outcome: "saved", name: basename(place.value) }) : written;
}

export async function openDocument(dialogs: FileDialogs): Promise<Result<CallValue<"document.open">>> {
  const { canceled, filePaths } = await dialogs.open({
    title: "Open a roadmap",
    properties: ["openFile"],
    filters: OPEN_FILTERS,
  });
  const path = filePaths[0];
  if (canceled || path === undefined) return ok({ outcome: "cancelled" });
  const file = await readDocument(path);
  return file.ok ? ok({ outcome: "opened", ...file.value }) : file;
}

/** Reads the file at `path`, up to `MAX_DOCUMENT_BYTES`. */
export async function readDocument(path: string): Promise<Result<OpenedDocument>> {
  const text = await readText(path, MAX_DOCUMENT_BYTES);
  return text.ok ? ok({ name: basename(path), text: text.value }) : text;
}

/** The chosen path, ending in the first filter's extension; null when the person cancelled. */
export async function askWhereToSave(
  dialogs: FileDialogs,
  title: string,
  suggestedName: string,
  filters: FileFilter[],
): Promise<Result<string | null>> {
  const extension = filters[0]?.extensions[0] ?? "";
  const { canceled, filePath } = await dialogs.save({
    title,
    defaultPath: safeFileName(suggestedName, extension),
    filters,
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  if (canceled || filePath === "") return ok(null);
  if (extname(filePath).toLowerCase() === `.${extension}`) return ok(filePath);
  const complete = `${filePath}.${extension}`;
  // The dialog asked about the shorter name, so nobody has agreed to lose this one.
  if (!existsSync(complete)) return ok(complete);
  return refuse(
    "file.exists",
    `“${basename(complete)}” is already there. Save again and choose that file itself to replace it.`,
  );
}
