/**
 * Plain calendar days. A `Day` is a `yyyy-MM-dd` string with no time and no zone, so a plan reads the same
 * everywhere (ISO 8601-1:2019, 5.2.2.1). Years 1900 to 2199. This is the only module that uses date-fns.
 *
 * Day numbers (whole days since 1970-01-01) serve arithmetic and geometry; they never reach storage.
 */
import { format, isValid, parse } from "date-fns";
import { z } from "zod";

export type Day = string;

/** 0 Sunday … 6 Saturday, as in JavaScript. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

export const daySchema = z.string().refine(isDay, "is not a date of the form yyyy-MM-dd");

export function isDay(text: string): boolean {
  const match = DAY_PATTERN.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  return dayFromNumber(dayNumber(text)) === text;
}

/** A plan of ten thousand tasks asks for the same thousand days over and over, so both ways are remembered. */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

/** Whole days since 1970-01-01 (negative before). */
export function dayNumber(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)].map(Number);
    number = Math.round(Date.UTC(year ?? 0, (month ?? 0) - 1, date) / MS_PER_DAY);
    numbers.set(day, number);
  }
  return number;
}

export function dayFromNumber(number: number): Day {
  let day = days.get(number);
  if (day === undefined) {
    const whole = Math.floor(number);
    day = written(whole);
    days.set(number, day);
    numbers.set(day, whole);
  }
  return day;
}

/** `00` to `31`. */
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, "0"));
/** 1 March of the year 0: counted from a March, a leap day is the last of its year. */
const MARCH_OF_YEAR_0 = -719_468;
const DAYS_IN_400_YEARS = 146_097;

/** By hand, since asking a `Date` takes several times as long (Hinnant 2013, "chrono-compatible date algorithms"). */
function written(number: number): Day {
  const since = number - MARCH_OF_YEAR_0;
  const era = Math.floor(since / DAYS_IN_400_YEARS);
  const dayOfEra = since - era * DAYS_IN_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  if (!(year >= 1_000 && year <= 9_999)) return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[date]}`;
}

/** `days` calendar days after `day`; negative goes back. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Same day `months` later, held at the month's last day (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8, 10)), last);
  return dayFromNumber(Date.UTC(year, month, date) / MS_PER_DAY);
}

export function weekdayOf(day: Day): Weekday {
  return weekdayOfNumber(dayNumber(day));
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return ((((number + 4) % 7) + 7) % 7) as Weekday;
}

export function earliest(days: Iterable<Day>): Day | null {
  let best: Day | null = null;
  for (const day of days) if (best === null || day < best) best = day;
  return best;
}

export function latest(days: Iterable<Day>): Day | null {
  let best: Day | null = null;
  for (const day of days) if (best === null || day > best) best = day;
  return best;
}

/** The calendar day that a wall clock shows at `instant` where the program runs. */
export function dayOfInstant(instant: Date): Day {
  return format(instant, "yyyy-MM-dd");
}

export type DayFormat = "short" | "medium" | "long" | "monthYear" | "weekday" | "weekdayYear";

/** The axis of the timeline is full of them: spelt here, which is quicker. */
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const PATTERNS: Record<Exclude<DayFormat, "monthYear">, string> = {
  short: "d MMM",
  medium: "d MMM yyyy",
  long: "EEEE, d MMMM yyyy",
  weekday: "EEE d MMM",
  weekdayYear: "EEE d MMM yyyy",
};

/** A day for the screen or paper, for instance `4 Mar 2027` (medium). */
export function formatDay(day: Day, style: DayFormat = "medium"): string {
  if (style === "monthYear") return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
  return format(localNoon(day), PATTERNS[style]);
}

/** A day as it is said on `today`: `4 Mar` in the same year, `4 Mar 2028` in any other. */
export function formatDayNear(day: Day, today: Day): string {
  return formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? "short" : "medium");
}

/** `4 Mar – 9 Apr 2027`; the first year is dropped when both are equal. */
export function formatSpan(from: Day, to: Day): string {
  if (from === to) return formatDay(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${formatDay(from, sameYear ? "short" : "medium")} – ${formatDay(to)}`;
}

const INPUT_FORMATS = [
  "yyyy-MM-dd",
  "d MMM yyyy",
  "d MMMM yyyy",
  "MMM d yyyy",
  "MMMM d yyyy",
  "MMM d, yyyy",
  "MMMM d, yyyy",
  "d.M.yyyy",
  "yyyy/M/d",
];
const INPUT_FORMATS_WITHOUT_YEAR = ["d MMM", "d MMMM", "MMM d", "MMMM d"];
const WEEKDAY_NAMES = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const UNIT_DAYS: Record<string, number> = { d: 1, w: 7 };

/**
 * Reads what a person types for a date: `2027-03-04`, `4 Mar`, `March 4, 2027`, `today`, `tomorrow`, `fri`,
 * `+2w`, `-3d`, `+1m`. Relative forms count from `from`. Slashed dates such as 3/4/2027 are refused, since
 * half the world reads them the other way round. Returns null when it cannot be read.
 */
export function parseDayInput(text: string, from: Day): Day | null {
  const input = text.trim().replace(/\s+/g, " ").toLowerCase();
  if (input === "") return null;
  return parseRelative(input, from) ?? parseWeekday(input, from) ?? parseAbsolute(input, from);
}

function parseRelative(input: string, from: Day): Day | null {
  if (input === "today") return from;
  if (input === "tomorrow") return addDays(from, 1);
  if (input === "yesterday") return addDays(from, -1);
  const match = /^([+-])\s?(\d{1,4})\s?([dwmy])?$/.exec(input);
  if (!match) return null;
  const count = Number(match[2]) * (match[1] === "-" ? -1 : 1);
  const unit = match[3] ?? "d";
  const day =
    unit === "m" || unit === "y"
      ? addMonths(from, unit === "y" ? count * 12 : count)
      : addDays(from, count * (UNIT_DAYS[unit] ?? 1));
  return isDay(day) ? day : null;
}

function parseWeekday(input: string, from: Day): Day | null {
  const name = input.replace(/^(next|on) /, "");
  if (!/^[a-z]{3,9}$/.test(name)) return null;
  const weekday = WEEKDAY_NAMES.indexOf(name.slice(0, 3));
  if (weekday < 0 || !isWeekdayWord(name, weekday)) return null;
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  return addDays(from, ahead === 0 ? 7 : ahead);
}

function isWeekdayWord(name: string, weekday: number): boolean {
  const sunday = dayNumber("2023-01-01");
  const full = format(localNoon(dayFromNumber(sunday + weekday)), "EEEE").toLowerCase();
  return full.startsWith(name);
}

function parseAbsolute(input: string, from: Day): Day | null {
  const reference = localNoon(from);
  for (const pattern of INPUT_FORMATS) {
    const day = parsed(input, pattern, reference);
    if (day) return day;
  }
  for (const pattern of INPUT_FORMATS_WITHOUT_YEAR) {
    const day = parsed(input, pattern, reference);
    if (day) return daysBetween(from, day) < -90 ? addMonths(day, 12) : day;
  }
  return null;
}

function parsed(input: string, pattern: string, reference: Date): Day | null {
  const date = parse(input, pattern, reference);
  if (!isValid(date)) return null;
  const day = format(date, "yyyy-MM-dd");
  return isDay(day) ? day : null;
}

/** The instant at which a day begins where the program runs: what its wall clock shows first of that day. */
export function startOfDay(day: Day): string {
  return new Date(
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8, 10)),
  ).toISOString();
}

/** Local noon exists on every day in every zone, so formatting never slips to a neighbour day. */
function localNoon(day: Day): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
}

/** The same time of day `days` calendar days later, of an instant in UTC. */
export function shiftedInstant<T extends string | null>(instant: T, days: number): T {
  if (instant === null) return instant;
  return `${addDays(instant.slice(0, 10), days)}${instant.slice(10)}` as T;
}
