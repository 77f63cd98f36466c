/** Type-ahead: finding a few things by what their name holds, whatever its case and accents. */

interface Findable {
  readonly label: string;
}

/** The options whose words start with, or else contain, every word typed; the closest first, the given order kept. */
export function searchOptions<T extends Findable>(options: readonly T[], query: string): readonly T[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const ranked = options.flatMap((option) => {
    const rank = rankOf(plain(option.label), words);
    return rank === null ? [] : [{ option, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

/** Whether two names read the same to a person. */
export function sameName(a: string, b: string): boolean {
  return plain(a).trim() === plain(b).trim();
}

/** 0 starts with what was typed, 1 its words do, 2 it stands inside a word; null when something is missing. */
function rankOf(text: string, words: readonly string[]): number | null {
  if (words.some((word) => !text.includes(word))) return null;
  if (text.startsWith(words.join(" "))) return 0;
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 1 : 2;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
