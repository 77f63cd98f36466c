/** The shipped fonts that a drawing uses, written into it, so that it looks the same on a computer without them. */

/** Fonts of a script with thousands of characters are only named: they would outweigh the drawing a hundredfold. */
const MOST_BYTES = 4_000_000;

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly range: string;
  readonly url: string;
}

/**
 * `@font-face` rules for the shipped fonts that hold these characters: of each, the first family that has it.
 * @param families in the order in which the page asks them
 */
export async function fontRules(
  characters: ReadonlySet<string>,
  families: readonly string[],
): Promise<string> {
  const faces = facesOf(document).filter(({ family }) => families.includes(family));
  const wanted = new Set<Face>();
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    const holding = faces.filter(({ range }) => isIn(range, code));
    const first = families.find((family) => holding.some((face) => face.family === family));
    for (const face of holding) if (face.family === first) wanted.add(face);
  }
  const rules: string[] = [];
  let bytes = 0;
  for (const face of wanted) {
    const data = await read(face.url);
    if (data === null || bytes + data.length > MOST_BYTES) continue;
    bytes += data.length;
    const range = face.range === "" ? "" : `unicode-range:${face.range};`;
    rules.push(
      `@font-face{font-family:${JSON.stringify(face.family)};font-weight:${face.weight};${range}src:url(data:font/woff2;base64,${data}) format("woff2")}`,
    );
  }
  return rules.join("");
}

function facesOf(page: Document): Face[] {
  return [...page.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? page.baseURI })))
    .flatMap(({ rule, base }) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const source = /url\("?([^")]+\.woff2[^")]*)"?\)/.exec(style.getPropertyValue("src"))?.[1];
      if (source === undefined) return [];
      return [
        {
          family: style.getPropertyValue("font-family").replace(/^["']|["']$/g, ""),
          weight: style.getPropertyValue("font-weight") || "400",
          range: style.getPropertyValue("unicode-range"),
          url: new URL(source, base).href,
        },
      ];
    });
}

/** Whether a `unicode-range` holds the character; no range holds all. */
export function isIn(range: string, code: number): boolean {
  if (range.trim() === "") return true;
  return range.split(",").some((part) => {
    const match = /^U\+([\da-f?]+)(?:-([\da-f]+))?$/i.exec(part.trim());
    const [, first = "", last] = match ?? [];
    if (!match) return false;
    const from = Number.parseInt(first.replaceAll("?", "0"), 16);
    const to = Number.parseInt(last ?? first.replaceAll("?", "f"), 16);
    return code >= from && code <= to;
  });
}

async function read(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return null;
    return base64(new Uint8Array(await answer.arrayBuffer()));
  } catch {
    return null;
  }
}

export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
