/** Writing SVG: numbers short, text safe. */

import { xmlText } from "#shared/interchange/xml-text.ts";
/** Hundredths of a pixel are finer than any screen. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** For attributes as well as for text. */
export function escaped(text: string): string {
  return xmlText(text).replaceAll('"', "&quot;");
}

/** Values must be escaped already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content = "",
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
