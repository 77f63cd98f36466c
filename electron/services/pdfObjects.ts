/**
 * The objects of a PDF as Chromium writes it: one classic cross-reference table, every object of generation 0,
 * nothing encrypted (ISO 32000-1, 7.5). Anything else answers null: such a file is left as it is.
 */
import { setImmediate } from "node:timers/promises";

export interface PdfObject {
  readonly number: number;
  /** What stands between `obj` and `endobj`, a stream's data included. */
  readonly body: Buffer;
  /** Streams stand alone; everything else may be kept inside an object stream. */
  readonly isStream: boolean;
}

export interface PdfObjects {
  readonly objects: readonly PdfObject[];
  readonly rootNumber: number;
  readonly infoNumber: number | null;
}

/** Longest tail in which `startxref` is looked for. */
const TAIL = 2_048;
const ENTRY = 20;
/** Objects at a stretch: a few milliseconds. */
const TURN = 5_000;

/** Lets everything else have its turn in between: a long document holds over a hundred thousand objects. */
export async function readPdfObjects(pdf: Uint8Array): Promise<PdfObjects | null> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - TAIL));
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(table < bytes.length)) return null;
  const trailer = readTrailer(bytes, table);
  if (!trailer) return null;
  const places = await readTable(bytes, table, trailer.at);
  if (!places) return null;
  const objects: PdfObject[] = [];
  for (const [i, place] of places.entries()) {
    const object = readObject(bytes, place, places[i + 1]?.offset ?? table);
    if (!object) return null;
    objects.push(object);
    if (i % TURN === 0) await setImmediate();
  }
  return { objects, rootNumber: trailer.rootNumber, infoNumber: trailer.infoNumber };
}

function readTrailer(bytes: Buffer, table: number) {
  const at = bytes.lastIndexOf("trailer");
  if (at < table) return null;
  const text = bytes.toString("latin1", at);
  const root = /\/Root\s+(\d+)\s+0\s+R/.exec(text)?.[1];
  if (root === undefined || /\/(?:Encrypt|Prev|XRefStm)\b/.test(text)) return null;
  const info = /\/Info\s+(\d+)\s+0\s+R/.exec(text)?.[1];
  return { at, rootNumber: Number(root), infoNumber: info === undefined ? null : Number(info) };
}

interface Place {
  readonly number: number;
  readonly offset: number;
}

/** The table's one section, in the order in which its objects stand in the file. */
async function readTable(bytes: Buffer, table: number, end: number): Promise<Place[] | null> {
  const head = /^xref\s+0 (\d+)\s*?\r?\n/.exec(bytes.toString("latin1", table, Math.min(end, table + 40)));
  if (!head) return null;
  const count = Number(head[1]);
  const first = table + head[0].length;
  if (first + count * ENTRY > end) return null;
  const places: Place[] = [];
  for (let number = 0; number < count; number++) {
    const entry = bytes.toString("latin1", first + number * ENTRY, first + (number + 1) * ENTRY);
    const parts = /^(\d{10}) (\d{5}) ([nf])/.exec(entry);
    if (!parts) return null;
    if (parts[3] === "f") continue;
    if (parts[2] !== "00000") return null;
    places.push({ number, offset: Number(parts[1]) });
    if (number % TURN === 0) await setImmediate();
  }
  return places.sort((a, b) => a.offset - b.offset);
}

function readObject(bytes: Buffer, { number, offset }: Place, end: number): PdfObject | null {
  const head = `${number} 0 obj`;
  if (bytes.toString("latin1", offset, offset + head.length) !== head) return null;
  const last = bytes.lastIndexOf("endobj", end);
  if (last < offset) return null;
  const body = trimmed(bytes.subarray(offset + head.length, last));
  return { number, body, isStream: body.toString("latin1", Math.max(0, body.length - 9)) === "endstream" };
}

const SPACES = new Set([0, 9, 10, 12, 13, 32]);

function trimmed(body: Buffer): Buffer {
  let start = 0;
  let end = body.length;
  while (start < end && SPACES.has(body[start] ?? 1)) start++;
  while (end > start && SPACES.has(body[end - 1] ?? 1)) end--;
  return body.subarray(start, end);
}
