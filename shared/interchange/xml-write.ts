/** XML as text: elements in the order given, nothing left out that a reader could trip over. */
import { cleanText } from "./text.ts";
import { xmlText } from "./xml-text.ts";

export type XmlPart = string;

/** An element with text; no element at all for null. */
export function textElement(name: string, value: string | number | boolean | null): XmlPart {
  if (value === null) return "";
  const text = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  return `<${name}>${xmlText(cleanText(text))}</${name}>`;
}

/** An element that holds others, each on a line of its own. */
export function element(name: string, parts: readonly XmlPart[]): XmlPart {
  const inside = parts.filter((part) => part !== "").join("\n");
  return `<${name}>\n${inside}\n</${name}>`;
}
