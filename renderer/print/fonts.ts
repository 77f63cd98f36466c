/** The fonts of the printed roadmap: those the text needs are loaded before anything is measured with them. */
import { type HanLanguage, homeLanguage, languageOf } from "#shared/print/layout/script.ts";
import type { TextStyle } from "#shared/print/layout/text.ts";
import { fontStack, isHanLanguage, loadShipped } from "./scriptFonts.ts";

/** Measured large and scaled down, since small sizes are rounded to the screen's grid. */
const MEASURED_AT = 100;
const ALWAYS = "ABCxyz0123456789 ’–…→←";

let context: CanvasRenderingContext2D | null = null;
let home: HanLanguage = "zh-Hans";
const widths = new Map<string, number>();
const loaded = new Map<HanLanguage, Set<string>>();

/**
 * Loads the parts of the shipped fonts that these texts are printed in, unless they are there already, and sets the
 * page to them.
 */
export async function loadFonts(
  texts: readonly string[],
  readerLanguage = navigator.language,
): Promise<void> {
  const before = home;
  home = homeLanguage(texts, readerLanguage);
  document.documentElement.setAttribute("data-han", home);
  if (home !== before) widths.clear();
  await loadMissing([ALWAYS, ...texts]);
}

/** Loads what the drawn page needs beyond the plan's own texts: while nobody looks, the browser itself asks for none. */
export async function loadDrawn(drawn: Element): Promise<void> {
  const walker = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
  const texts = new Set<string>();
  while (walker.nextNode()) texts.add(walker.currentNode.nodeValue ?? "");
  await loadMissing([...texts]);
}

async function loadMissing(texts: readonly string[]): Promise<void> {
  const wanted = [...charactersOf(texts)].map(([language, characters]) => {
    const there = loaded.get(language);
    return [language, [...characters].filter((character) => !there?.has(character))] as const;
  });
  const missing = wanted.filter(([, characters]) => characters.length > 0);
  if (missing.length === 0) return;
  await Promise.all(missing.map(([language, characters]) => loadShipped(characters, language)));
  for (const [language, characters] of missing) {
    loaded.set(language, new Set([...(loaded.get(language) ?? []), ...characters]));
  }
  widths.clear();
}

function charactersOf(texts: readonly string[]): ReadonlyMap<HanLanguage, ReadonlySet<string>> {
  const found = new Map<HanLanguage, Set<string>>();
  for (const text of texts) {
    const language = fontLanguage(text);
    const held = found.get(language) ?? new Set<string>();
    for (const character of text) held.add(character);
    found.set(language, held);
  }
  return found;
}

/** How Chinese characters without a language of their own are drawn in the plan whose fonts were loaded last. */
export function homeOfPlan(): HanLanguage {
  return home;
}

function fontLanguage(text: string): HanLanguage {
  const language = languageOf(text, home);
  return isHanLanguage(language) ? language : home;
}

/** Width of a line in points, in the font it will be printed in. */
export function measureText(text: string, { size, weight }: TextStyle): number {
  const key = `${weight} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context ??= document.createElement("canvas").getContext("2d");
    if (!context) return text.length * size;
    context.font = `${weight} ${MEASURED_AT}px ${fontStack(fontLanguage(text))}`;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return (width * size) / MEASURED_AT;
}
