/** Money in the roadmap's currency: how it is written and read. */
import { MAX_AMOUNT } from "./decisionRight.ts";

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, isWhole: boolean): Intl.NumberFormat {
  const key = `${currency} ${isWhole}`;
  let format = formats.get(key);
  if (!format) {
    const digits = isWhole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
    const look = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
    format = new Intl.NumberFormat("en-GB", { ...look, ...digits });
    formats.set(key, format);
  }
  return format;
}

/**
 * An amount in words for the screen and the paper: `€8,000`, `£12.50`. Cents are left out when it is whole.
 * `currency` is an ISO 4217 code; one that nobody knows stands before the number as it is.
 */
export function moneyWords(amount: number, currency: string): string {
  return formatOf(currency, Number.isInteger(amount)).format(amount);
}

/** An amount without its currency, as it stands in a field: `8,000`. */
export function amountWords(amount: number): string {
  return amount.toLocaleString("en-GB", {
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 2,
  });
}

const TIMES: Readonly<Record<string, number>> = { "": 1, k: 1_000, m: 1_000_000 };
/** Digits in threes behind a first group of one to three, cents behind the other sign. */
const GROUPED = /^(\d{1,3}(?:([,.' \u00a0\u202f])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/;
const PLAIN = /^(\d+)(?:[.,](\d{1,2}))?$/;
/** What may stand around the number: a sign or a code of the currency. */
const CURRENCY = /^(?:\p{Sc}|[A-Z]{1,3}(?:\p{Sc}|\s))\s*|\s*(?:\p{Sc}|\s[A-Za-z]{2,3})$/gu;

/**
 * Reads an amount as people type it: `8000`, `8,000`, `8.000,50`, `€ 8 000`, `8k`, `1.5m`. Three digits behind a
 * comma or a point are thousands: nobody writes a tenth of a cent. Null when it is not an amount from 0 up.
 */
export function readMoney(text: string): number | null {
  const bare = text.trim().replace(CURRENCY, "").trim();
  const [, digits = "", unit = ""] = /^(.*?)\s*([km]?)$/i.exec(bare) ?? [];
  const times = TIMES[unit.toLowerCase()] ?? 1;
  const grouped = GROUPED.exec(digits);
  const plain = PLAIN.exec(digits);
  const whole = grouped?.[1]?.replace(/\D/g, "") ?? plain?.[1];
  if (whole === undefined) return null;
  const cents = grouped ? grouped[3] : plain?.[2];
  const amount = Number(`${whole}.${cents ?? "0"}`) * times;
  return amount <= MAX_AMOUNT ? Math.round(amount * 100) / 100 : null;
}

export interface Currency {
  readonly code: string;
  readonly name: string;
}

const COMMON = [
  "USD",
  "EUR",
  "GBP",
  "CHF",
  "CAD",
  "AUD",
  "NZD",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "INR",
  "BRL",
  "ZAR",
];

/** Every currency that can be chosen, those of most readers first; one that is chosen already is always among them. */
export function currencies(chosen: string): readonly Currency[] {
  const names = new Intl.DisplayNames("en", { type: "currency", fallback: "code" });
  const all = Intl.supportedValuesOf("currency").filter((code) => !COMMON.includes(code));
  const codes = new Set([...COMMON, ...all, chosen]);
  return [...codes].map((code) => ({ code, name: names.of(code) ?? code }));
}
