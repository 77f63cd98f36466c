/** Dates of a table. Which comes first, day or month, is decided over all dates of the table at once. */
import { type Day, isDay } from "#shared/domain/day.ts";

const DATE_ORDERS = ["dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface DecidedOrder {
  readonly order: DateOrder;
  /** No date of the table reads differently the other way round, or some tell which is meant. */
  readonly isSure: boolean;
}

const NUMERIC = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4}|\d{2})$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST =
  /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?:de\s+)?(\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})$/u;
const MONTH_FIRST = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/u;
const WEEKDAY = /^\p{L}{2,12}\.?,?\s+(?=\d)/u;
const TIME =
  /(?:[T,]?\s*|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** First letters of months: English, German, French, Spanish, Portuguese, Italian and Dutch. */
const MONTHS: readonly string[][] = [
  ["jan", "ene", "gen"],
  ["feb", "fev"],
  ["mar", "mrz", "maa", "mrt"],
  ["apr", "avr", "abr"],
  ["may", "mai", "mei", "mag"],
  ["jun", "juin", "giu"],
  ["jul", "juil", "lug"],
  ["aug", "aou", "ago"],
  ["sep", "set"],
  ["oct", "okt", "out", "ott"],
  ["nov"],
  ["dec", "dez", "dic"],
];

/**
 * Reads a date such as `2027-03-04`, `4.3.2027`, `03/04/27`, `Mon 3/4/27`, `4 Mar 2027`, `March 4, 2027`, with or
 * without a time after it. Null when it is none, or when the table's order makes it a day that does not exist.
 */
export function readDate(text: string, order: DateOrder): Day | null {
  const plain = withoutTime(text);
  const iso = ISO.exec(plain) ?? COMPACT.exec(plain);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const numeric = numericOf(plain);
  if (numeric) {
    const [, a, b, year] = numeric;
    // Dots part days from months in this order only.
    const isDayFirst = order === "dmy" || plain.includes(".");
    return isDayFirst ? dayFrom(year, b, a) : dayFrom(year, a, b);
  }
  const named = plain.normalize("NFKD").replace(/\p{M}/gu, "");
  const dayFirst = DAY_FIRST.exec(named);
  if (dayFirst) return dayFrom(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(named);
  return monthFirst ? dayFrom(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]) : null;
}

/**
 * Whether days or months come first. A number over twelve tells; else the order in which most work ends on or after
 * the day it starts; else days first, which is not sure.
 * @param pairs the start and finish cells of each row
 */
export function decideOrder(pairs: readonly (readonly [string, string])[]): DecidedOrder {
  let days = 0;
  let months = 0;
  let ambiguous = 0;
  for (const cell of pairs.flat()) {
    const plain = withoutTime(cell);
    const match = plain.includes(".") ? null : numericOf(plain);
    if (!match || ISO.test(plain)) continue;
    const [a, b] = [Number(match[1]), Number(match[2])];
    if (a > 12 && b <= 12) days++;
    else if (b > 12 && a <= 12) months++;
    else if (a !== b) ambiguous++;
  }
  if (days !== months) return { order: days > months ? "dmy" : "mdy", isSure: days === 0 || months === 0 };
  if (ambiguous === 0) return { order: "dmy", isSure: days === 0 };
  const backwards = DATE_ORDERS.map((order) => pairs.filter((pair) => runsBackwards(pair, order)).length);
  const [dmy = 0, mdy = 0] = backwards;
  return { order: mdy < dmy ? "mdy" : "dmy", isSure: false };
}

function runsBackwards([start, finish]: readonly [string, string], order: DateOrder): boolean {
  const [from, to] = [readDate(start, order), readDate(finish, order)];
  return from !== null && to !== null && to < from;
}

function withoutTime(text: string): string {
  const day = text.trim().replace(TIME, "").trim();
  const bare = day.replace(WEEKDAY, "");
  // `Mar 4, 2027` begins with a month, `Mar 2/3/2027` with a Tuesday in Spanish.
  return [NUMERIC, ISO, DAY_FIRST].some((form) => form.test(bare)) ? bare : day;
}

function numericOf(text: string): RegExpExecArray | null {
  return NUMERIC.exec(text);
}

function monthNumber(name: string | undefined): string | undefined {
  const key = (name ?? "").toLowerCase();
  const at = MONTHS.findIndex((names) => names.some((begin) => key.startsWith(begin)));
  return at < 0 ? undefined : String(at + 1);
}

/** Two figures mean 1970 to 2069. */
function dayFrom(year: string | undefined, month: string | undefined, date: string | undefined): Day | null {
  if (year === undefined || month === undefined || date === undefined) return null;
  const whole = year.length === 2 ? `${Number(year) < 70 ? "20" : "19"}${year}` : year;
  const day = `${whole}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}
