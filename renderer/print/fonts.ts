/** The fonts of the printed roadmap: Inter, which ships with the app, then what the computer has for other scripts. */
import type { TextStyle } from "#shared/print/text.ts";

/** The same list as `--font` in print.css. */
const FAMILY = [
  "'Inter'",
  "'Noto Sans'",
  "'Segoe UI'",
  "'Helvetica Neue'",
  "'Noto Sans Arabic'",
  "'Noto Sans CJK SC'",
  "'PingFang SC'",
  "'Microsoft YaHei'",
  "'DejaVu Sans'",
  "sans-serif",
].join(", ");
/** Measured large and scaled down, since small sizes are rounded to the screen's grid. */
const MEASURED_AT = 100;
const ALWAYS = "ABCxyz0123456789 ’–…→";

let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** Loads the parts of the shipped font that hold these characters. */
export async function loadFonts(characters: string): Promise<void> {
  await Promise.all(
    [400, 600].map((weight) => document.fonts.load(`${weight} 12px 'Inter'`, characters + ALWAYS)),
  );
  widths.clear();
}

/** Width of a line in points, in the font it will be printed in. */
export function measureText(text: string, { size, weight }: TextStyle): number {
  const key = `${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context ??= document.createElement("canvas").getContext("2d");
    if (!context) return text.length * size;
    context.font = `${weight} ${MEASURED_AT}px ${FAMILY}`;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return (width * size) / MEASURED_AT;
}
