/**
 * A laid-out page as an SVG of its own: every word as text, every line as a shape, nothing from outside and nothing
 * that only browsers read (no foreign objects, no style sheet, no variables). The page itself says where things are.
 */
import { hexOf, paintOf } from "./paint.ts";
import { shapes } from "./svgShapes.ts";
import { element, escaped, num } from "./svgText.ts";
import { wordsOf } from "./svgWords.ts";

/** CSS pixels; what is drawn is moved by `x` and `y`. */
export interface Frame {
  readonly x: number;
  readonly y: number;
}

export function drawElement(root: Element, frame: Frame): string {
  const parts: string[] = [];
  walk(root, frame, parts);
  return parts.join("");
}

function walk(node: Node, frame: Frame, parts: string[]): void {
  if (node instanceof Text) {
    parts.push(...wordsOf(node, frame));
    return;
  }
  if (!(node instanceof Element)) return;
  const style = getComputedStyle(node);
  if (style.display === "none" || style.visibility === "hidden") return;
  if (node instanceof SVGSVGElement) {
    parts.push(shapes(node, frame));
    return;
  }
  parts.push(...boxOf(node, style, frame));
  if (node instanceof HTMLImageElement) parts.push(imageOf(node, frame));
  for (const child of node.childNodes) walk(child, frame, parts);
}

const SIDES = ["top", "right", "bottom", "left"] as const;

/** The ground and the borders of a box. */
function boxOf(node: Element, style: CSSStyleDeclaration, frame: Frame): string[] {
  const box = node.getBoundingClientRect();
  if (box.width <= 0 && box.height <= 0) return [];
  const [x, y] = [box.left - frame.x, box.top - frame.y];
  const ground = paintOf(style.backgroundColor);
  const parts: string[] = [];
  if (ground) {
    const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const rx = radius > 0 ? { rx: num(radius) } : {};
    parts.push(
      element("rect", {
        x: num(x),
        y: num(y),
        width: num(box.width),
        height: num(box.height),
        ...ground,
        ...rx,
      }),
    );
  }
  for (const side of SIDES) {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const line = style.getPropertyValue(`border-${side}-style`);
    if (!(width > 0) || line === "none" || line === "hidden") continue;
    const horizontal = side === "top" || side === "bottom";
    parts.push(
      element("rect", {
        x: num(side === "right" ? x + box.width - width : x),
        y: num(side === "bottom" ? y + box.height - width : y),
        width: num(horizontal ? box.width : width),
        height: num(horizontal ? width : box.height),
        fill: hexOf(style.getPropertyValue(`border-${side}-color`)),
      }),
    );
  }
  return parts;
}

/** Only pictures that are part of the page itself: nothing is fetched by whoever opens the drawing. */
function imageOf(image: HTMLImageElement, frame: Frame): string {
  if (!image.src.startsWith("data:image/")) return "";
  const box = image.getBoundingClientRect();
  return element("image", {
    x: num(box.left - frame.x),
    y: num(box.top - frame.y),
    width: num(box.width),
    height: num(box.height),
    href: escaped(image.src),
  });
}
