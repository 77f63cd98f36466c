/** XML as text: elements in the order given, nothing left out that a reader could trip over. */
import { cleanText } from "./text.ts";

export type XmlPart = string;

/** An element with text; no element at all for null. */
export function textElement(name: string, value: string | number | boolean | null): XmlPart {
  if (value === null) return "";
  const text = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  return `<${name}>${escaped(text)}</${name}>`;
}

/** An element that holds others, each on a line of its own. */
export function element(name: string, parts: readonly XmlPart[]): XmlPart {
  const inside = parts.filter((part) => part !== "").join("\n");
  return `<${name}>\n${inside}\n</${name}>`;
}

function escaped(text: string): string {
  return cleanText(text)
    .replace(/[\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
