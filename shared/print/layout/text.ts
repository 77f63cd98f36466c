/** Line breaking for paper. The page measures with its real fonts; tests measure roughly. Units are points. */
export interface TextStyle {
  /** Font size. */
  readonly size: number;
  /** CSS weight, 400 to 700. */
  readonly weight: number;
}

/** Width of a text on one line. */
export type Measure = (text: string, style: TextStyle) => number;

/** Measures dates and figures whose digits are all as wide as the widest, `0`. */
export function figures(measure: Measure): Measure {
  return (text, style) => measure(text.replace(/\d/g, "0"), style);
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name as part of a longer line: what is written from right to left keeps to itself there and does not draw the
 * figures beside it along (Unicode UAX 9, FSI and PDI). The mark before it keeps a line that begins with it from left
 * to right: HTML's automatic direction looks into what is closed in.
 */
export function apart(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u200E\u2068${name}\u2069` : name;
}

const ELLIPSIS = "…";
/** Chinese and Japanese, which are written without spaces. Korean has them and breaks there. */
const IDEOGRAPHS = "\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF01-\\uFFEE\\u{20000}-\\u{3FFFF}";
/** Marks that no line begins with, and those none ends with (JIS X 4051; CSS Text 3, 5.3 “normal”). */
const NEVER_FIRST =
  "、。，．・：；？！ー々〻゛゜ゝゞヽヾ）］｝〉》」』】〕〗〙〛〟ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ…‥％℃,.!?:;)}”’\\]";
const NEVER_LAST = "（［｛〈《「『【〔〖〘〚〝([{“‘";
/**
 * A line may end after white space, after a hyphen or slash within words, and before or after a Chinese or Japanese
 * character unless the marks beside it forbid it.
 */
const BREAKS = new RegExp(
  `(?<=[\\s\\u200B])|(?<=[\\p{L}\\p{N}][-–/])|(?:(?<=[${IDEOGRAPHS}])|(?<=[\\p{L}\\p{N}])(?=[${IDEOGRAPHS}]))(?<![${NEVER_LAST}])(?![${NEVER_FIRST}])`,
  "u",
);
/** Scripts without spaces whose words only a dictionary tells. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const dictionary = new Intl.Segmenter("th", { granularity: "word" });

/**
 * The text on at most `maxLines` lines no wider than `width`. What does not fit ends in an ellipsis; a word
 * longer than a line is broken between characters.
 */
export function wrapText(
  text: string,
  width: number,
  maxLines: number,
  style: TextStyle,
  measure: Measure,
): string[] {
  const clean = withinReason(text.trim().replace(/\s+/g, " "), maxLines * Math.ceil(width / style.size));
  if (clean === "" || measure(clean, style) <= width) return [clean];
  const fits = (line: string): boolean => measure(line.trimEnd(), style) <= width;
  const lines: string[] = [];
  let rest = clean;
  while (rest !== "" && lines.length < maxLines - 1) {
    const line = fillLine(rest, fits);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  if (rest !== "") lines.push(ellipsise(rest, width, style, measure));
  return lines;
}

/** Characters narrower than an eighth of the font size are rare; measuring a whole essay would take seconds. */
function withinReason(text: string, ems: number): string {
  const most = ems * 8;
  return text.length > most ? `${text.slice(0, most)}${ELLIPSIS}` : text;
}

/** As much of a text as fits, ending in an ellipsis when something was left out. */
export function ellipsise(text: string, width: number, style: TextStyle, measure: Measure): string {
  if (measure(text, style) <= width) return text;
  const pieces = [...graphemes.segment(text)].map((piece) => piece.segment);
  const kept = longest(pieces, (head) => measure(`${head.trimEnd()}${ELLIPSIS}`, style) <= width);
  return `${pieces.slice(0, kept).join("").trimEnd()}${ELLIPSIS}`;
}

function fillLine(text: string, fits: (line: string) => boolean): string {
  const words = text.split(BREAKS).flatMap(dictionaryWords);
  const whole = longest(words, fits);
  if (whole > 0) return words.slice(0, whole).join("");
  const pieces = [...graphemes.segment(words[0] ?? text)].map((piece) => piece.segment);
  return pieces.slice(0, Math.max(1, longest(pieces, fits))).join("");
}

function dictionaryWords(word: string): readonly string[] {
  return UNSPACED.test(word) ? [...dictionary.segment(word)].map(({ segment }) => segment) : [word];
}

/** Count of leading pieces that together still fit (binary search; 0 when not even the first does). */
function longest(pieces: readonly string[], fits: (head: string) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(pieces.slice(0, middle).join(""))) low = middle;
    else high = middle - 1;
  }
  return low;
}
