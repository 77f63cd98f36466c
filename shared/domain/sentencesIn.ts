/** The sentences of a text in any language. */

/** Shortened words after which a point ends no sentence. */
const SHORTENED =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|vs|sr|sra|mme|e\.g|i\.e|z\.b|p\.ej|approx|ca|inc)\.$/iu;
const LIST_MARK = /^(?:[•·▪‣◦*–—-]|\p{Nd}{1,3}[.)])\s+/u;
const SAYS_SOMETHING = /\p{L}/u;
const ENDED = /[.!?…。！？।॥؟۔։]["'”’»)\]]*$/u;

/**
 * The sentences of a text in order, without the marks of lists. Lines end sentences, but for those that only wrapped;
 * pieces without a letter are left out.
 */
export function sentencesIn(text: string, split: (text: string) => string[] = splitBySegmenter): string[] {
  const found: string[] = [];
  for (const piece of text.split(/\n/u).flatMap(split)) {
    const said = piece.trim().replace(LIST_MARK, "");
    if (!SAYS_SOMETHING.test(said)) continue;
    const last = found.at(-1);
    if (last !== undefined && goesOn(last, said)) found[found.length - 1] = `${last} ${said}`;
    else found.push(said);
  }
  return found;
}

function goesOn(last: string, next: string): boolean {
  return SHORTENED.test(last) || (!ENDED.test(last) && /^\p{Ll}/u.test(next));
}

/** By the rules of Unicode (UAX 29) where the host knows them. */
function splitBySegmenter(text: string): string[] {
  if (typeof Intl.Segmenter !== "function") return splitAtMarks(text);
  const segments = new Intl.Segmenter("en", { granularity: "sentence" }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

/** After a mark that ends sentences: of scripts with spaces where one follows, of the others anywhere. */
export function splitAtMarks(text: string): string[] {
  return text.split(/(?<=[.!?…।॥؟۔։]["'”’»)\]]*)\s+|(?<=[。！？])/u);
}
