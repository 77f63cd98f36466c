/**
 * The last step of every PDF, the same in the app and on the command line: what Chromium printed gets its metadata and
 * is packed without loss. Pure: bytes in, bytes out.
 */
import type { DocumentAbout } from "#shared/print/document/about.ts";
import { infoDictionary, textString, xmpPacket } from "./pdfMetadata.ts";
import { type PdfObject, type PdfObjects, readPdfObjects } from "./pdfObjects.ts";
import { countPages } from "./pdfPages.ts";
import { writePdf } from "./pdfWriting.ts";

export interface FinishedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Null when the print holds no pages. A file that is not built as Chromium builds its files is handed back as it is:
 * it can be read all the same.
 */
export async function finishPdf(
  printed: Uint8Array,
  about: DocumentAbout,
  now: Date,
): Promise<FinishedPdf | null> {
  const pages = countPages(printed);
  if (pages === null) return null;
  const read = await readPdfObjects(printed);
  return { pdf: read ? await writePdf(described(read, about, now)) : printed, pages };
}

function described(read: PdfObjects, about: DocumentAbout, now: Date): PdfObjects {
  const { rootNumber } = read;
  const next = read.objects.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  const infoNumber = read.infoNumber ?? next + 1;
  const info = read.objects.find(({ number }) => number === read.infoNumber);
  const all = { ...about, printed: now, producer: producerOf(info) };
  const xmp = Buffer.from(xmpPacket(all));
  const packet = `<</Type /Metadata /Subtype /XML /Length ${xmp.length}>>\nstream\n`;
  const tags = tagsOf(read.objects.find(({ number }) => number === rootNumber));
  const objects = read.objects.filter(({ number }) => number !== infoNumber);
  for (const [i, object] of objects.entries()) {
    if (object.number === rootNumber) objects[i] = catalog(object, about, next);
    else if (object.number === tags) objects[i] = withRoles(object);
  }
  return {
    rootNumber,
    infoNumber,
    objects: [
      ...objects,
      { number: infoNumber, body: Buffer.from(infoDictionary(all)), isStream: false },
      // Not compressed, so that programs which know nothing of PDF can find it.
      {
        number: next,
        body: Buffer.concat([Buffer.from(packet), xmp, Buffer.from("\nendstream")]),
        isStream: true,
      },
    ],
  };
}

/** Chromium tags with two names of PDF 2.0, which readers of 1.7 know only through a role map (14.8.4). */
function withRoles(object: PdfObject): PdfObject {
  const body = object.body.toString("latin1");
  if (body.includes("/RoleMap")) return object;
  const named = body.replace(/>>$/, "/RoleMap <</Strong /Span /Em /Span>>>>");
  return { ...object, body: Buffer.from(named, "latin1") };
}

/** The root of the tags, which the catalog names; null for a print without tags. */
function tagsOf(root: PdfObject | undefined): number | null {
  const number = /\/StructTreeRoot\s+(\d+)\s+0\s+R/.exec(root?.body.toString("latin1") ?? "")?.[1];
  return number === undefined ? null : Number(number);
}

function producerOf(info: PdfObject | undefined): string {
  return /\/Producer \(([\w/. ]+)\)/.exec(info?.body.toString("latin1") ?? "")?.[1] ?? "Chromium";
}

/** Says the language and where the metadata are, that the document is tagged, and that its title goes into the window. */
function catalog(object: PdfObject, about: DocumentAbout, metadata: number): PdfObject {
  const before = object.body
    .toString("latin1")
    .replace(/\/Lang\s*(?:\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>)/, "")
    .replace(/\/Metadata\s+\d+\s+\d+\s+R/, "")
    .replace(/\/ViewerPreferences\s*<<[^<>]*>>/, "")
    .replace(/>>$/, "");
  const added = `/Lang ${textString(about.language)}\n/Metadata ${metadata} 0 R\n/ViewerPreferences <</DisplayDocTitle true>>`;
  return { ...object, body: Buffer.from(`${before}${added}>>`, "latin1") };
}
