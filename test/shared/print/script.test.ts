import { describe, expect, it } from "vitest";
import { type HanLanguage, homeLanguage, languageOf } from "#shared/print/layout/script.ts";

describe("languageOf", () => {
  it.each([
    ["Sign the lease – “now” → 24 m² 🍕", null],
    ["β test", null],
    ["Launch in 東京タワー", "ja"],
    ["첫 고객", "ko"],
    ["门店开业", "zh-Hans"],
    ["門店開業，與房東簽約", "zh-Hant"],
    ["市場調査", "ja"],
    ["Подписать договор", "ru"],
    ["Найняти кухаря їжі", "uk"],
    ["Πρώτος πελάτης", "el"],
    ["توقيع عقد (3)", "ar"],
    ["راه‌اندازی پخت", "fa"],
    ["לקוח ראשון", "he"],
    ["पहला ग्राहक", "hi"],
    ["ลูกค้ารายแรก", "th"],
    ["Interview cooks at Πλάκα", null],
  ])("%s: %s", (text, language) => {
    expect(languageOf(text, "ja")).toBe(language);
  });
});

describe("homeLanguage", () => {
  const cases: readonly (readonly [texts: readonly string[], reader: string, home: HanLanguage])[] = [
    [["市場調査", "ピザ窯の設置", "予算承認"], "en-GB", "ja"],
    [["市場", "합의", "첫 고객", "ひとつ"], "ja", "ko"],
    [["门店开业", "市场"], "zh-TW", "zh-Hans"],
    [["發票與體驗", "市場"], "zh-CN", "zh-Hant"],
    [["市場"], "zh-TW", "zh-Hant"],
    [["市場"], "zh-Hant-HK", "zh-Hant"],
    [["市場"], "ja-JP", "ja"],
    [["市場"], "en", "zh-Hans"],
    [["Lease"], "ko", "ko"],
  ];
  it.each(cases)("%j read in %s: %s", (texts, reader, home) => {
    expect(homeLanguage(texts, reader)).toBe(home);
  });
});
