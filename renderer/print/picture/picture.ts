/** The picture of what stands on the page: as SVG, or as the pixels that the SVG comes to. */

import type { SheetSize } from "#shared/print/layout/paper.ts";
import type { PictureOptions, PictureOutcome } from "#shared/print/picture.ts";
import { untilInked, wordBoxes } from "./inked.ts";
import { base64, fontRules } from "./svgFonts.ts";
import { drawElement } from "./svgOf.ts";
import { element, escaped, num } from "./svgText.ts";

/** CSS pixels of a point. */
const PX = 96 / 72;
/** Longest side and area, in pixels, that a browser draws without giving up. */
const MOST_SIDE = 16_000;
const MOST_AREA = 120_000_000;
const TOO_LARGE = "This timeline is too long for a picture of pixels. Choose SVG, or only what fits a slide.";

/** `section` is the page; its left and right margins are added around it. */
export async function pictureOf(
  section: Element,
  {
    size,
    title,
    description,
    options,
    left,
  }: {
    readonly size: SheetSize;
    readonly title: string;
    readonly description: string;
    readonly options: PictureOptions;
    readonly left: string;
  },
): Promise<PictureOutcome> {
  const box = section.getBoundingClientRect();
  const { margin } = size;
  const width = Math.round(size.width * PX);
  const height = Math.max(
    Math.round(size.height * PX),
    Math.ceil(box.height + (margin.top + margin.bottom) * PX),
  );
  const frame = { x: box.left - margin.side * PX, y: box.top - margin.top * PX };
  const style = getComputedStyle(section);
  const fonts = await fontRules(new Set(section.textContent), familiesOf(style.fontFamily));
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: num(width),
      height: num(height),
      viewBox: `0 0 ${num(width)} ${num(height)}`,
      "font-family": escaped(style.fontFamily.replaceAll('"', "'")),
      role: "img",
    },
    element("title", {}, escaped(title)) +
      element("desc", {}, escaped(description)) +
      (fonts === "" ? "" : element("style", {}, fonts)) +
      element("rect", { width: num(width), height: num(height), fill: "#ffffff" }) +
      drawElement(section, frame),
  );
  if (options.format === "svg") {
    return { ok: true, content: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height, left };
  }
  const pixels = { width: width * options.scale, height: height * options.scale };
  if (Math.max(pixels.width, pixels.height) > MOST_SIDE || pixels.width * pixels.height > MOST_AREA) {
    return { ok: false, message: TOO_LARGE };
  }
  return {
    ok: true,
    content: await pixelsOf(svg, pixels, (image) =>
      untilInked(image, { width, height }, wordBoxes(section, frame)),
    ),
    ...pixels,
    left,
  };
}

function familiesOf(list: string): string[] {
  return list.split(",").map((name) => name.trim().replace(/^["']|["']$/g, ""));
}

async function pixelsOf(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  ready: (image: HTMLImageElement) => Promise<void>,
): Promise<string> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    await ready(image);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser draws no pictures.");
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("The picture came out empty.");
    return base64(new Uint8Array(await blob.arrayBuffer()));
  } finally {
    URL.revokeObjectURL(url);
  }
}
