/** The shipped fonts that a drawing uses, written into it, so that it looks the same on a computer without them. */

/** Of fonts in base64: a page of Chinese takes some four million. What comes beyond is only named. */
const MOST_BYTES = 6_000_000;

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly range: string;
  readonly url: string;
}

/**
 * `@font-face` rules for the shipped fonts that hold these characters, of those the page has loaded to draw them. A
 * face may claim a character that it does not have; then the page has loaded the next family's too.
 */
export async function fontRules(
  characters: ReadonlySet<string>,
  families: readonly string[],
): Promise<string> {
  const codes = [...characters].map((character) => character.codePointAt(0) ?? 0);
  const wanted = facesOf(document).filter(
    (face) =>
      families.includes(face.family) && codes.some((code) => isIn(face.range, code)) && isLoaded(face),
  );
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

function isLoaded(face: Face): boolean {
  return [...document.fonts].some(
    ({ status, family, weight, unicodeRange }) =>
      status === "loaded" &&
      plain(family) === plain(face.family) &&
      weight === face.weight &&
      (face.range === "" || plain(unicodeRange) === plain(face.range)),
  );
}

function plain(value: string): string {
  return value.replace(/["'\s]/g, "").toLowerCase();
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
