/** The words of a page's text, line by line, each at the place where the page has it. */
import { hexOf } from "./paint.ts";
import type { Frame } from "./svgOf.ts";
import { element, escaped, num } from "./svgText.ts";

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

let context: CanvasRenderingContext2D | null = null;

export function wordsOf(node: Text, frame: Frame): string[] {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === "") return [];
  const style = getComputedStyle(parent);
  const size = Number.parseFloat(style.fontSize);
  const ascent = ascentOf(style, size);
  const isRtl = style.direction === "rtl";
  const spacing =
    style.letterSpacing === "normal" ? {} : { "letter-spacing": num(Number.parseFloat(style.letterSpacing)) };
  const digits = style.fontVariantNumeric.includes("tabular")
    ? { style: "font-variant-numeric:tabular-nums" }
    : {};
  return linesOf(node).map(({ text, left, right, top }) =>
    element(
      "text",
      {
        x: num((isRtl ? right : left) - frame.x),
        y: num(top + ascent - frame.y),
        "font-size": num(size),
        ...(style.fontWeight === "400" ? {} : { "font-weight": style.fontWeight }),
        fill: hexOf(style.color),
        ...(isRtl ? { direction: "rtl", "unicode-bidi": "embed" } : {}),
        ...spacing,
        ...digits,
        textLength: num(right - left),
        lengthAdjust: "spacingAndGlyphs",
      },
      escaped(style.textTransform === "uppercase" ? text.toUpperCase() : text),
    ),
  );
}

/** Above the baseline, as the browser sets lines: in whole pixels. */
function ascentOf(style: CSSStyleDeclaration, size: number): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return size * 0.97;
  context.font = `${style.fontWeight} ${size}px ${style.fontFamily}`;
  return Math.round(context.measureText("Hg").fontBoundingBoxAscent);
}

/** Runs of characters that stand on one line. */
function linesOf(node: Text): Line[] {
  const range = document.createRange();
  // Space at the ends belongs to no word, and would make the line wider than its words.
  range.setStart(node, node.data.search(/\S/));
  range.setEnd(node, node.data.trimEnd().length);
  const whole = rowsOf(range);
  if (whole.length === 1) return whole.map((row) => ({ ...row, text: shown(node.data) }));
  const lines: { text: string; left: number; right: number; top: number }[] = [];
  let at = 0;
  for (const sign of node.data) {
    if (/\s/.test(sign)) {
      at += sign.length;
      const last = lines.at(-1);
      if (last) last.text += " ";
      continue;
    }
    range.setStart(node, at);
    at += sign.length;
    range.setEnd(node, at);
    const [box] = rowsOf(range);
    if (!box) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - box.top) < 2) {
      last.text += sign;
      last.left = Math.min(last.left, box.left);
      last.right = Math.max(last.right, box.right);
    } else lines.push({ text: sign, ...box });
  }
  return lines.map((line) => ({ ...line, text: shown(line.text) })).filter(({ text }) => text !== "");
}

/** The places of a range, one for each line: a line of several scripts has several boxes. */
function rowsOf(range: Range): Omit<Line, "text">[] {
  const rows: { left: number; right: number; top: number }[] = [];
  for (const { left, right, top, width } of range.getClientRects()) {
    if (width === 0) continue;
    const row = rows.find((one) => Math.abs(one.top - top) < 2);
    if (!row) rows.push({ left, right, top });
    else {
      row.left = Math.min(row.left, left);
      row.right = Math.max(row.right, right);
    }
  }
  return rows;
}

function shown(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
