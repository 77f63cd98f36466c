import type { TextStyle } from "#shared/print/layout/text.ts";

/** A rough width without fonts, where there is no page to measure on. */
export function roughWidth(text: string, { size, weight }: TextStyle): number {
  let ems = 0;
  for (const char of text) ems += emsOf(char);
  return ems * size * (weight > 500 ? 1.05 : 1);
}

function emsOf(char: string): number {
  if (/[\u2E80-\uFFEE]/.test(char)) return 1;
  if (/[ .,:;'’il|!()]/.test(char)) return 0.3;
  return /[A-ZmwMW@%—]/.test(char) ? 0.75 : 0.56;
}
