/**
 * Waits for the words of a drawing. An SVG that is drawn as an image loads the fonts inside it in its own time, and
 * leaves out the words of those that are not there yet, without telling anybody.
 */
import type { Frame } from "./svgOf.ts";

/** Milliseconds between two looks, and in all. */
const AGAIN = 80;
const PATIENCE = 8_000;
/** Looks in a row that must be alike. */
const STEADY = 3;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the page has words, in the pixels of the drawing. */
export function wordBoxes(section: Element, frame: Frame): Box[] {
  const boxes: Box[] = [];
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.textContent?.trim() === "") continue;
    range.selectNodeContents(node);
    for (const { left, top, width, height } of range.getClientRects()) {
      if (width >= 4 && height >= 4) boxes.push({ x: left - frame.x, y: top - frame.y, width, height });
    }
  }
  return boxes;
}

/** Until every box holds something and nothing changes any more. */
export async function untilInked(
  image: HTMLImageElement,
  size: { width: number; height: number },
  boxes: readonly Box[],
): Promise<void> {
  const canvas = document.createElement("canvas");
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return;
  const end = performance.now() + PATIENCE;
  let before = "";
  for (let steady = 0; steady < STEADY && performance.now() < end; ) {
    context.drawImage(image, 0, 0, size.width, size.height);
    const { data } = context.getImageData(0, 0, size.width, size.height);
    const ink = boxes.map((box) => inkIn(data, size, box));
    const now = ink.join();
    steady = ink.every((amount) => amount > 0) && now === before ? steady + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}

/** Pixels of a box that are not like its first. */
function inkIn(data: Uint8ClampedArray, size: { width: number; height: number }, box: Box): number {
  const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const right = Math.min(size.width, Math.ceil(box.x + box.width));
  const bottom = Math.min(size.height, Math.ceil(box.y + box.height));
  const first = (top * size.width + left) * 4;
  let ink = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * size.width + x) * 4;
      if (data[at] !== data[first] || data[at + 1] !== data[first + 1]) ink++;
    }
  }
  return ink;
}
