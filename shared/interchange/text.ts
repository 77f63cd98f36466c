/** Text from and for other programs' files. */
import { cutText } from "#shared/domain/fields.ts";

const MAX_TEXT = 100_000;

/** Text as a plan keeps it: one kind of line end, no control characters, halves of characters left out, not too long. */
export function cleanText(text: string): string {
  const plain = text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "");
  return cutText(plain, MAX_TEXT);
}
