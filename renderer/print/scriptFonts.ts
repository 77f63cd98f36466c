/**
 * The fonts that ship for each script. Latin, Greek and Cyrillic are Inter; the rest are Noto, taken from the disk only
 * when a plan's text needs them, and every one is embedded in the PDF, whatever the computer has.
 */
import { HAN_LANGUAGES, type HanLanguage } from "#shared/print/layout/script.ts";

interface ShippedFont {
  readonly family: string;
  /** The characters it is there for; its other letters are not asked for. */
  readonly covers: RegExp;
}

const SHIPPED: readonly ShippedFont[] = [
  { family: "Inter", covers: /[ -\u058F\u1E00-\u214F]/u },
  { family: "Noto Sans Math", covers: /[\u2190-\u22FF\u25A0-\u25FF]/u },
  { family: "Noto Sans Symbols 2", covers: /[\u2600-\u27BF]/u },
  { family: "Vazirmatn", covers: /\p{Script=Arabic}/u },
  // Letters rarer than Arabic's and Persian's.
  { family: "Noto Sans Arabic", covers: /\p{Script=Arabic}/u },
  { family: "Noto Sans Hebrew", covers: /\p{Script=Hebrew}/u },
  { family: "Noto Sans Devanagari", covers: /\p{Script=Devanagari}/u },
  { family: "Noto Sans Thai", covers: /\p{Script=Thai}/u },
  // Before the Chinese fonts, which claim some emoji in their ranges.
  {
    family: "Twemoji",
    covers: /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200D|\u20E3|\uFE0F/u,
  },
];

const HAN_FONTS: Readonly<Record<HanLanguage, string>> = {
  "zh-Hans": "Noto Sans SC",
  "zh-Hant": "Noto Sans TC",
  ja: "Noto Sans JP",
  ko: "Noto Sans KR",
};

const HAN_COVERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u;

/** For what no shipped font has. */
const SYSTEM = [
  "Noto Sans",
  "Segoe UI",
  "Helvetica Neue",
  "DejaVu Sans",
  "Segoe UI Emoji",
  "Apple Color Emoji",
  "Noto Color Emoji",
];

/** Their hundred ranges each are read only for a plan that has such text. */
const HAN_STYLES: Readonly<Record<HanLanguage, () => Promise<unknown>>> = {
  "zh-Hans": () =>
    Promise.all([import("@fontsource/noto-sans-sc/400.css"), import("@fontsource/noto-sans-sc/600.css")]),
  "zh-Hant": () =>
    Promise.all([import("@fontsource/noto-sans-tc/400.css"), import("@fontsource/noto-sans-tc/600.css")]),
  ja: () =>
    Promise.all([import("@fontsource/noto-sans-jp/400.css"), import("@fontsource/noto-sans-jp/600.css")]),
  ko: () =>
    Promise.all([import("@fontsource/noto-sans-kr/400.css"), import("@fontsource/noto-sans-kr/600.css")]),
};

export function isHanLanguage(language: string | null): language is HanLanguage {
  return (HAN_LANGUAGES as readonly (string | null)[]).includes(language);
}

/** The CSS font list for text marked so, the same as in fonts.css. The other Chinese fonts follow, for characters the first does not have. */
export function fontStack(language: HanLanguage): string {
  const han = [language, ...HAN_LANGUAGES.filter((other) => other !== language)].map((key) => HAN_FONTS[key]);
  const families = [...SHIPPED.map(({ family }) => family), ...han, ...SYSTEM];
  return [...families.map((family) => `"${family}"`), "sans-serif"].join(", ");
}

/** Makes the faces known, then loads the parts of them that hold these characters, in both printed weights. */
export async function loadShipped(characters: readonly string[], language: HanLanguage): Promise<void> {
  const han = characters.filter((character) => HAN_COVERS.test(character));
  if (han.length > 0) await HAN_STYLES[language]();
  const wanted = SHIPPED.map(({ family, covers }): readonly [string, readonly string[]] => [
    family,
    characters.filter((character) => covers.test(character)),
  ]);
  const loads = [...wanted, [HAN_FONTS[language], han] as const].flatMap(([family, held]) =>
    held.length === 0
      ? []
      : [400, 600].map((weight) => document.fonts.load(`${weight} 12px "${family}"`, held.join(""))),
  );
  await Promise.all(loads);
}
