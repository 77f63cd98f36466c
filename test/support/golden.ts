/**
 * Golden images: printed sheets as small grey pictures, compared by the mean grey of small squares. Letters that are
 * drawn or hinted otherwise leave those means nearly alone; a block that moved by a line does not.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** 0 black to 255 white, row by row. */
  readonly pixels: Uint8Array;
}

/** Pixels of the screen for each pixel of a golden image: 96 dpi become 48. */
const SHRINK = 2;

/** An element as it is printed, in grey, half as large as on the screen. `reader` is any page. */
export async function pictureOf(element: Locator, reader: Page): Promise<GreyPicture> {
  return decoded(reader, await element.screenshot({ animations: "disabled" }), SHRINK);
}

export function readGolden(reader: Page, path: string): Promise<GreyPicture> {
  return decoded(reader, readFileSync(path), 1);
}

/** The browser decodes, so that no reader of PNG files is needed. */
async function decoded(reader: Page, png: Uint8Array, shrink: number): Promise<GreyPicture> {
  const answer = await reader.evaluate(
    async ([base64, by]) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      if (!context) throw new Error("No canvas");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const [width, height] = [Math.floor(image.width / by), Math.floor(image.height / by)];
      let text = "";
      for (let at = 0; at < width * height; at++) {
        let sum = 0;
        for (let part = 0; part < by * by; part++) {
          const x = (at % width) * by + (part % by);
          const y = Math.floor(at / width) * by + Math.floor(part / by);
          const i = 4 * (y * image.width + x);
          sum += 0.2126 * (data[i] ?? 0) + 0.7152 * (data[i + 1] ?? 0) + 0.0722 * (data[i + 2] ?? 0);
        }
        text += String.fromCharCode(Math.round(sum / (by * by)));
      }
      return { width, height, text: btoa(text) };
    },
    [Buffer.from(png).toString("base64"), shrink] as const,
  );
  return { ...answer, pixels: Buffer.from(answer.text, "base64") };
}

/** An 8-bit greyscale PNG (ISO/IEC 15948), without filters. */
export function writeGolden(path: string, { width, height, pixels }: GreyPicture): void {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND")];
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.concat([signature, ...chunks]));
}

function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Pixels across a square: 8 are 12 points. */
const SQUARE = 8;
/** Of 255. */
const TOLERANCE = 10;
/** A letter may lie a pixel, 1.5 points, off: no line of text is that near to another. */
const SHIFTS = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const));

/** Squares whose mean grey differs by more than antialiasing and hinting account for, as `x, y` in squares. */
export function differences(one: GreyPicture, other: GreyPicture): string[] {
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) {
    return [`${one.width} × ${one.height} instead of ${other.width} × ${other.height}`];
  }
  const found: string[] = [];
  for (let y = 0; y < Math.floor(Math.min(one.height, other.height) / SQUARE); y++) {
    for (let x = 0; x < Math.floor(Math.min(one.width, other.width) / SQUARE); x++) {
      if (offBy(one, other, x * SQUARE, y * SQUARE) > TOLERANCE) found.push(`${x}, ${y}`);
    }
  }
  return found;
}

/** The least by which a square's mean differs from that of the same square there, or a pixel beside it. */
function offBy(one: GreyPicture, other: GreyPicture, left: number, top: number): number {
  const mean = meanOf(one, left, top);
  return Math.min(...SHIFTS.map(([dx, dy]) => Math.abs(mean - meanOf(other, left + dx, top + dy))));
}

function meanOf({ width, height, pixels }: GreyPicture, left: number, top: number): number {
  let sum = 0;
  for (let i = 0; i < SQUARE * SQUARE; i++) {
    const [x, y] = [left + (i % SQUARE), top + Math.floor(i / SQUARE)];
    sum += x >= 0 && y >= 0 && x < width && y < height ? (pixels[y * width + x] ?? 255) : 255;
  }
  return sum / (SQUARE * SQUARE);
}
