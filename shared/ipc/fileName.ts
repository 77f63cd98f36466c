/** Names for files that people save: safe on every system, still readable. */

// File systems allow 255 bytes of UTF-8; a backup puts its time in front, and an extension follows.
const MAX_STEM_BYTES = 200;
// Windows refuses these names whatever their extension.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name made of `title` and `extension` (without its dot). Characters that Windows, macOS or Linux refuse
 * become spaces; an extension the title already carries is not repeated. Never empty: falls back to "Roadmap".
 */
export function safeFileName(title: string, extension: string): string {
  const suffix = `.${extension}`;
  const bare = title.toLowerCase().endsWith(suffix) ? title.slice(0, -suffix.length) : title;
  const plain = bare.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, " ").replace(/\s+/g, " ");
  const stem = shortened(plain.replace(/^[\s.]+/, "")).replace(/[\s.]+$/, "");
  if (stem === "") return `Roadmap${suffix}`;
  return RESERVED.test(stem) ? `${stem} roadmap${suffix}` : stem + suffix;
}

function shortened(text: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (bytes > MAX_STEM_BYTES) break;
    kept += character;
  }
  return kept;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
