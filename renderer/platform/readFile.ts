import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { MAX_DOCUMENT_BYTES, type OpenedDocument } from "#shared/ipc/contract.ts";

const MEGABYTE = 1024 * 1024;

/** A file the person chose or dropped, as text. Too large, unreadable or not text is refused with a sentence. */
export async function readFile(file: File): Promise<Result<OpenedDocument>> {
  if (file.size > MAX_DOCUMENT_BYTES) {
    return refuse(
      "file.tooLarge",
      `“${file.name}” is ${Math.ceil(file.size / MEGABYTE)} MB. Groundwork opens files of up to ${MAX_DOCUMENT_BYTES / MEGABYTE} MB; check that you chose the right one.`,
    );
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return refuse(
      "file.read",
      `“${file.name}” could not be read. Check that it is still there and choose it again.`,
    );
  }
  try {
    return ok({ name: file.name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) });
  } catch {
    return refuse(
      "file.notText",
      `“${file.name}” is not a text file. Choose a Groundwork roadmap, or a table, Microsoft Project or GanttProject file saved as UTF-8 text.`,
    );
  }
}
