/**
 * A company's logo, as it stands in the roadmap: the bytes of a PNG (ISO/IEC 15948) or JPEG (ISO/IEC 10918-1) in
 * base64 (RFC 4648, section 4). What the bytes say counts, not a file's name; drawings with scripts have no place here.
 */
import { z } from "zod";
import { ok, type Result, refuse } from "./result.ts";

export const LOGO_TYPES = ["image/png", "image/jpeg"] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** Most bytes of a logo: it travels with every copy of the roadmap. 4 cm at 600 dots an inch take a third of this. */
export const MAX_LOGO_BYTES = 256 * 1024;
/** Longest side in pixels. A small file can hold a picture that takes all memory to draw. */
const MAX_LOGO_SIDE = 4_000;

export interface LogoSize {
  readonly type: LogoType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export const logoSchema = z
  .object({
    type: z.enum(LOGO_TYPES),
    data: z.string().max(Math.ceil(MAX_LOGO_BYTES / 3) * 4),
  })
  .refine(({ type, data }) => {
    const bytes = bytesOfBase64(data);
    return bytes !== null && logoProblem(bytes) === null && logoSize(bytes)?.type === type;
  }, "is not a PNG or JPEG picture of a size that can be kept")
  .readonly();
export type Logo = z.infer<typeof logoSchema>;

/** The logo in these bytes of a file, or a sentence that says what to do instead. */
export function logoFromBytes(bytes: Uint8Array): Result<Logo> {
  const problem = logoProblem(bytes);
  if (problem) return refuse("logo", problem);
  const { type } = logoSize(bytes) as LogoSize;
  return ok({ type, data: base64Of(bytes) });
}

function logoProblem(bytes: Uint8Array): string | null {
  const size = logoSize(bytes);
  if (!size) return "The logo must be a PNG or JPEG picture. Save it as one of these, then choose it again.";
  if (Math.max(size.width, size.height) > MAX_LOGO_SIDE)
    return `The logo has ${size.width} by ${size.height} dots. Make it smaller: ${MAX_LOGO_SIDE} on its longest side at most.`;
  if (bytes.length > MAX_LOGO_BYTES)
    return `The logo takes ${Math.ceil(bytes.length / 1024)} KiB. Make it smaller: ${MAX_LOGO_BYTES / 1024} KiB at most.`;
  return null;
}

/** What the first bytes say; null for anything but a PNG or JPEG with a size. */
export function logoSize(bytes: Uint8Array): LogoSize | null {
  const size = pngSize(bytes) ?? jpegSize(bytes);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = [0x49, 0x48, 0x44, 0x52];

/** The image header is always the first chunk (ISO/IEC 15948, 11.2.2). */
function pngSize(bytes: Uint8Array): LogoSize | null {
  if (!startsWith(bytes, PNG, 0) || !startsWith(bytes, IHDR, 12) || bytes.length < 24) return null;
  return { type: "image/png", width: number32(bytes, 16), height: number32(bytes, 20) };
}

/** Segments up to the start of frame, whose second to fifth bytes are height and width (ISO/IEC 10918-1, B.2.2). */
function jpegSize(bytes: Uint8Array): LogoSize | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff], 0)) return null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrame(marker))
      return { type: "image/jpeg", width: number16(bytes, at + 7), height: number16(bytes, at + 5) };
    at += 2 + number16(bytes, at + 2);
  }
  return null;
}

/** SOF0 to SOF15, without the tables that stand among them (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function startsWith(bytes: Uint8Array, expected: readonly number[], at: number): boolean {
  return expected.every((byte, i) => bytes[at + i] === byte);
}

function number16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

function number32(bytes: Uint8Array, at: number): number {
  return number16(bytes, at) * 65_536 + number16(bytes, at + 2);
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes of padded base64, or null for anything else. */
export function bytesOfBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const end = text.indexOf("=");
  const digits = end < 0 ? text.length : end;
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (let i = 0; i < digits; i++) {
    bits = ((bits << 6) | (VALUES[text.charCodeAt(i)] ?? 0)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
  }
  return bytes;
}

const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);

export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i] ?? 0, bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      DIGITS.charAt(word >> 18),
      DIGITS.charAt((word >> 12) & 63),
      b === undefined ? "=" : DIGITS.charAt((word >> 6) & 63),
      c === undefined ? "=" : DIGITS.charAt(word & 63),
    );
  }
  return parts.join("");
}
