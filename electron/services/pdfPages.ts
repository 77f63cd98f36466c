/**
 * Counts the pages of a PDF that Chromium printed, or null when it cannot be told. Chromium writes its page tree
 * uncompressed (PDF 1.4 syntax); the root of the tree carries the largest `Count` (ISO 32000-1, 7.7.3.2).
 */
export function countPages(pdf: Uint8Array): number | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  let largest = 0;
  for (const node of text.matchAll(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*>>/g)) {
    const count = /\/Count\s+(\d+)/.exec(node[0]);
    largest = Math.max(largest, Number(count?.[1] ?? 0));
  }
  return largest > 0 ? largest : null;
}
