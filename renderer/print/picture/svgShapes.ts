/** A drawing of the page, copied with the looks that its style sheet gives it written into it. */
import { hexOf } from "./paint.ts";
import type { Frame } from "./svgOf.ts";
import { element, escaped, num } from "./svgText.ts";

/** Looks that pass from an element to what it holds: written where they change. */
const PASSED_ON = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-size",
  "font-weight",
  "letter-spacing",
  "text-anchor",
  "fill-opacity",
] as const;

/** What every reader takes when nothing is written. */
const AT_FIRST: Readonly<Record<string, string>> = {
  fill: "rgb(0, 0, 0)",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "letter-spacing": "normal",
  "text-anchor": "start",
  "fill-opacity": "1",
};

/** Geometry and structure, kept as written. */
const KEPT =
  /^(?:id|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|d|dx|dy|points|transform|clip-path|clipPathUnits|offset|href)$/;

export function shapes(svg: SVGSVGElement, frame: Frame): string {
  const box = svg.getBoundingClientRect();
  const view = svg.viewBox.baseVal;
  const scale = view && view.width > 0 ? box.width / view.width : 1;
  const content = [...svg.children].map((child) => copied(child, AT_FIRST)).join("");
  if (content === "") return "";
  const place = `translate(${num(box.left - frame.x)} ${num(box.top - frame.y)})`;
  const size = scale === 1 ? "" : ` scale(${Math.round(scale * 100_000) / 100_000})`;
  return element("g", { transform: `${place}${size}` }, content);
}

function copied(node: Element, above: Readonly<Record<string, string>>): string {
  const style = getComputedStyle(node);
  if (style.display === "none") return "";
  const looks: Record<string, string> = {};
  const here: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = style.getPropertyValue(name);
    here[name] = value;
    if (value !== above[name]) looks[name] = written(name, value);
  }
  if (style.opacity !== "1") looks.opacity = style.opacity;
  if (style.unicodeBidi === "plaintext") looks["unicode-bidi"] = "plaintext";
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) if (KEPT.test(name)) attributes[name] = escaped(value);
  const content = [...node.childNodes]
    .map((child) =>
      child instanceof Element ? copied(child, here) : child instanceof Text ? escaped(child.data) : "",
    )
    .join("");
  return element(node.tagName, { ...attributes, ...looks, ...widthOf(node) }, content);
}

/** A line of words keeps its width where the font is another. */
function widthOf(node: Element): { textLength?: string; lengthAdjust?: string } {
  if (!(node instanceof SVGTextElement) || node.children.length > 0) return {};
  const length = node.getComputedTextLength();
  return length > 0 ? { textLength: num(length), lengthAdjust: "spacingAndGlyphs" } : {};
}

function written(name: string, value: string): string {
  if (name === "fill" || name === "stroke") return value === "none" ? "none" : hexOf(value);
  return escaped(value.replace(/(\d)px/g, "$1"));
}
