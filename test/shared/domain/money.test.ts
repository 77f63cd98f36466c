import { expect, it } from "vitest";
import { currencies, moneyWords, readMoney } from "#shared/domain/money.ts";

it.each([
  [8_000, "EUR", "€8,000"],
  [8_000.5, "EUR", "€8,000.50"],
  [0, "GBP", "£0"],
  [1_000_000, "JPY", "¥1,000,000"],
  [12, "ABC", "ABC 12"],
])("%d %s is written %s", (amount, currency, words) => {
  expect(moneyWords(amount, currency).replace(/\u00a0/g, " ")).toBe(words);
});

it.each([
  ["8000", 8_000],
  ["8,000", 8_000],
  ["8.000", 8_000],
  ["1,234,567.89", 1_234_567.89],
  ["1.234.567,89", 1_234_567.89],
  ["€ 8 000", 8_000],
  ["8 000 €", 8_000],
  ["CHF 8'000", 8_000],
  ["US$8,000", 8_000],
  ["12,5", 12.5],
  ["8k", 8_000],
  ["1.5m", 1_500_000],
  ["-5", null],
  ["eight", null],
  ["", null],
  ["1,00,0", null],
  ["9".repeat(20), null],
])("%s is read as %s", (text, amount) => {
  expect(readMoney(text)).toBe(amount);
});

it("offers the usual currencies first, and the chosen one whatever it is", () => {
  expect(currencies("XXQ").slice(0, 2)).toEqual([
    { code: "USD", name: "US Dollar" },
    { code: "EUR", name: "Euro" },
  ]);
  expect(currencies("XXQ").some(({ code }) => code === "XXQ")).toBe(true);
});
