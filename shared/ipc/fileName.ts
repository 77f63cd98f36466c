/** Names for files that people save: safe on every system, still readable. */

const MAX_STEM = 120;
// Windows refuses these names whatever their extension.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name made of `title` and `extension` (without its dot). Characters that Windows, macOS or Linux refuse
 * become spaces; an extension the title already carries is not repeated. Never empty: falls back to "Roadmap".
 */
export function safeFileName(title: string, extension: string): string {
  const suffix = `.${extension}`;
  const bare = title.toLowerCase().endsWith(suffix) ? title.slice(0, -suffix.length) : title;
  const stem = [...bare.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, " ").replace(/\s+/g, " ")]
    .slice(0, MAX_STEM)
    .join("")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (stem === "") return `Roadmap${suffix}`;
  return RESERVED.test(stem) ? `${stem} roadmap${suffix}` : stem + suffix;
}
