/**
 * Which language a text is marked as on paper. It decides the font of Chinese, Japanese and Korean, which draw the
 * same characters differently, and tells a screen reader which voice to take.
 */

/** The four ways in which Chinese characters are drawn (BCP 47). */
export const HAN_LANGUAGES = ["zh-Hans", "zh-Hant", "ja", "ko"] as const;
export type HanLanguage = (typeof HAN_LANGUAGES)[number];

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /[\p{Script=Han}\p{Script=Bopomofo}]/u;
/** Frequent characters that only mainland, or only Taiwan, Hong Kong and old print, write so; Japan neither. */
const SIMPLIFIED =
  /[们这说对么样现关实开业东车长门问间见书马鸟鱼语请认让议论计设讲许证评试话该详误读谁调谈谢货质费贸资贵买卖产务动单华协厂压历厅县变员园图团场坏处备头应张总战执扩报拥换损术权构标树桥检个时为发过经营项龙]/gu;
const TRADITIONAL =
  /[們這說對麼樣關實學國會來發經營團戰廣產應總點變體與單圖區醫專將轉輕讀賣錢鐵險驗檢價兩參歷處號屬戶擇據擴數樓權歡氣濟燒畫當盡禮稱縣續聲聽萬藝藥證譯豐邊遲釋]/gu;

/** Everything that is not written in Latin letters, digits or general signs. */
const OTHER_SCRIPTS =
  /[\u0370-\u1DFF\u2E80-\uD7FF\uF900-\uFDFF\uFE30-\uFFEF\u{10000}-\u{1EFFF}\u{20000}-\u{3FFFF}]/u;

/** Whether any mark but the page's own language can be needed. */
export function hasOtherScripts(text: string): boolean {
  return OTHER_SCRIPTS.test(text);
}

/**
 * The language a text is marked as, or null when the page's own will do. Kana means Japanese and Hangul Korean;
 * characters only one kind of Chinese writes tell which; what is left (“計画”, “市场”) follows the whole plan. Other
 * scripts count when most letters are theirs, so that a Greek letter in a name changes nothing.
 */
export function languageOf(text: string, home: HanLanguage): string | null {
  if (!hasOtherScripts(text)) return null;
  return ownHan(text) ?? (HAN.test(text) ? home : scriptLanguage(text));
}

/** What the text says by itself about how its Chinese characters are drawn; null when it says nothing. */
function ownHan(text: string): HanLanguage | null {
  if (KANA.test(text)) return "ja";
  if (HANGUL.test(text)) return "ko";
  const leaning = occurrences(text, SIMPLIFIED) - occurrences(text, TRADITIONAL);
  if (leaning === 0) return null;
  return leaning > 0 ? "zh-Hans" : "zh-Hant";
}

/**
 * How texts of Chinese characters alone are drawn in this plan: as most of the others are; when they say nothing, as
 * the reader's language has it, or else in simplified Chinese.
 */
export function homeLanguage(texts: Iterable<string>, readerLanguage: string): HanLanguage {
  const found: Record<HanLanguage, number> = { "zh-Hans": 0, "zh-Hant": 0, ja: 0, ko: 0 };
  for (const text of texts) {
    const own = hasOtherScripts(text) ? ownHan(text) : null;
    if (own) found[own]++;
  }
  const fallback = readerHan(readerLanguage);
  const most = Math.max(...Object.values(found));
  if (found[fallback] === most) return fallback;
  return HAN_LANGUAGES.find((language) => found[language] === most) ?? fallback;
}

function readerHan(language: string): HanLanguage {
  if (/^ja\b/i.test(language)) return "ja";
  if (/^ko\b/i.test(language)) return "ko";
  return /^(?:zh|yue)\b.*\b(?:Hant|TW|HK|MO)\b/i.test(language) ? "zh-Hant" : "zh-Hans";
}

/** One language a script; where several share it, the one most people write it in, told apart by letters of its own. */
const SCRIPTS: readonly (readonly [script: RegExp, language: (text: string) => string])[] = [
  [/\p{Script=Arabic}/gu, (text) => (/[پچژگ]/.test(text) ? "fa" : "ar")],
  [/\p{Script=Hebrew}/gu, () => "he"],
  [/\p{Script=Devanagari}/gu, () => "hi"],
  [/\p{Script=Thai}/gu, () => "th"],
  [/\p{Script=Greek}/gu, () => "el"],
  [/\p{Script=Cyrillic}/gu, (text) => (/[іїєґ]/i.test(text) ? "uk" : "ru")],
];

function scriptLanguage(text: string): string | null {
  const letters = occurrences(text, /\p{L}/gu);
  const found = SCRIPTS.find(([script]) => occurrences(text, script) * 2 > letters);
  return found ? found[1](text) : null;
}

function occurrences(text: string, of: RegExp): number {
  return text.match(of)?.length ?? 0;
}
