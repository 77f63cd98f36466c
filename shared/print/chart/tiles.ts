/** Time over sheets: one when everything stays legible on it, else as many as that takes. */
import { type ChartSpan, daysIn } from "./span.ts";

/** A bar of typical length must stay at least this wide, in points. */
export const LEGIBLE_BAR = 3.5;
/** Quarters must hold their labels whatever the bars; months need not be wider than theirs. */
const QUARTER_LABEL = 13 / 91;
const MONTH_LABEL = 14 / 30;
const MOST_TILES = 8;

/** Points a day needs: so that a bar of the typical length (calendar days) can be read. */
export function legibleUnitsPerDay(barDays: readonly number[]): number {
  return Math.min(Math.max(LEGIBLE_BAR / typicalDays(barDays), QUARTER_LABEL), MONTH_LABEL);
}

/** The median length of bars in calendar days; a month where there are none. */
export function typicalDays(barDays: readonly number[]): number {
  const sorted = [...barDays].sort((a, b) => a - b);
  return Math.max(1, sorted[Math.floor(sorted.length / 2)] ?? 30);
}

/** Spans of equal length, one per sheet across. */
export function timeTiles(span: ChartSpan, chartWidth: number, unitsPerDay: number): ChartSpan[] {
  const days = daysIn(span);
  const wanted = Math.ceil((days * unitsPerDay) / chartWidth - 0.02);
  const tiles = Math.min(Math.max(1, wanted), MOST_TILES);
  const length = Math.ceil(days / tiles);
  return Array.from({ length: tiles }, (_, i) => {
    const firstDay = span.firstDay + i * length;
    return { firstDay, lastDay: firstDay + length - 1 };
  });
}

/** Rows of sheets are lettered, columns numbered: `B2`. After Z comes AA. */
export function sheetName(row: number, column: number): string {
  let letters = "";
  for (let n = row + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return `${letters}${column + 1}`;
}

/** `sheet B2 of C3`, or `sheet 2 of 4` when time is on one sheet; empty for a single sheet. */
export function locator(at: { row: number; column: number }, of: { rows: number; columns: number }): string {
  if (of.rows * of.columns <= 1) return "";
  if (of.columns === 1) return `sheet ${at.row + 1} of ${of.rows}`;
  return `sheet ${sheetName(at.row, at.column)} of ${sheetName(of.rows - 1, of.columns - 1)}`;
}
