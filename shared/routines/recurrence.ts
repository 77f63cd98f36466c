/**
 * The days a rule gives: RFC 5545, sections 3.3.10 and 3.8.5, for whole days without a zone. A period's days are
 * gone through and held against every part of the rule, as in the RFC's table of "limit" and "expand".
 */
import { type Day, dayFromNumber, dayNumber, weekdayOfNumber } from "#shared/domain/day.ts";
import { createRule, hasDays, type Rule } from "./rule.ts";

/** What says when a piece of recurring work is due. */
export interface Recurrence {
  readonly rule: Rule;
  /** Nothing is due before it; what the rule leaves open (which weekday, which date) is taken from it. */
  readonly firstRun: Day;
}

const LAST_DAY = dayNumber("2199-12-31");

/** Days the rule gives from `from` to `to`, both included, earliest first. */
export function expand(recurrence: Recurrence, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (const day of daysFrom(recurrence, from)) {
    if (day > to) break;
    days.push(day);
  }
  return days;
}

/** The first day the rule gives on or after `day`; null when there is none before the year 2200. */
export function nextOnOrAfter(recurrence: Recurrence, day: Day): Day | null {
  for (const next of daysFrom(recurrence, day)) return next;
  return null;
}

export function isRuleDay(recurrence: Recurrence, day: Day): boolean {
  return nextOnOrAfter(recurrence, day) === day;
}

/** The days from `from` on, as far as the caller goes on asking. */
export function* daysFrom({ rule, firstRun }: Recurrence, from: Day): Generator<Day, void> {
  const first = dayNumber(firstRun);
  const wanted = Math.max(first, dayNumber(from));
  const last = rule.until === null ? LAST_DAY : Math.min(LAST_DAY, dayNumber(rule.until));
  const whole = completed(rule, firstRun);
  const periods = PERIODS[rule.freq];
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  // Only a rule that ends after a number of runs has to be counted from its first run on.
  const start = rule.count === null ? periodAt(rule, first, wanted) : 0;
  for (let k = start; left > 0; k++) {
    const [begin, end] = periods(rule, first, k * rule.interval);
    if (begin > last) return;
    for (const number of chosen(rule, matching(whole, begin, end))) {
      if (number < first) continue;
      if (number > last || left-- <= 0) return;
      if (number >= wanted) yield dayFromNumber(number);
    }
  }
}

/** First and last day of the period that lies `offset` days, weeks, months or years after the first one. */
type Periods = (rule: Rule, first: number, offset: number) => readonly [number, number];

const PERIODS: Record<Rule["freq"], Periods> = {
  DAILY: (_, first, offset) => [first + offset, first + offset],
  WEEKLY: (rule, first, offset) => {
    const begin = weekBegin(first, rule.weekStart) + offset * 7;
    return [begin, begin + 6];
  },
  MONTHLY: (_, first, offset) => {
    const month = monthIndex(first) + offset;
    return [monthBegin(month), monthBegin(month + 1) - 1];
  },
  YEARLY: (_, first, offset) => {
    const year = partsOf(first).year + offset;
    return [monthBegin(year * 12), monthBegin((year + 1) * 12) - 1];
  },
};

/** The number of the last period that begins on or before a day, in steps of the interval. */
function periodAt(rule: Rule, first: number, day: number): number {
  const apart = {
    DAILY: () => day - first,
    WEEKLY: () => (weekBegin(day, rule.weekStart) - weekBegin(first, rule.weekStart)) / 7,
    MONTHLY: () => monthIndex(day) - monthIndex(first),
    YEARLY: () => partsOf(day).year - partsOf(first).year,
  }[rule.freq]();
  return Math.max(0, Math.floor(apart / rule.interval));
}

/** The rule with what it leaves open filled in from the first run. */
function completed(rule: Rule, firstRun: Day): Rule {
  const first = partsOf(dayNumber(firstRun));
  const weekdays = [{ weekday: first.weekday, nth: 0 }];
  if (rule.freq === "YEARLY" && isOnlyWeeks(rule)) return { ...rule, weekdays };
  if (hasDays(rule) || rule.freq === "DAILY") return rule;
  if (rule.freq === "WEEKLY") return { ...rule, weekdays };
  const months = rule.freq === "YEARLY" && rule.months.length === 0 ? [first.month] : rule.months;
  return createRule({ ...rule, months, monthDays: [first.date] });
}

function isOnlyWeeks(rule: Rule): boolean {
  return (
    rule.weekNumbers.length > 0 && rule.weekdays.length + rule.monthDays.length + rule.yearDays.length === 0
  );
}

function matching(rule: Rule, begin: number, end: number): number[] {
  const days: number[] = [];
  for (let number = begin; number <= end; number++) if (matches(rule, number)) days.push(number);
  return days;
}

function chosen({ positions }: Rule, days: readonly number[]): readonly number[] {
  if (positions.length === 0) return days;
  const picked = positions.map((nth) => days.at(nth > 0 ? nth - 1 : nth)).filter((day) => day !== undefined);
  return [...new Set(picked)].sort((a, b) => a - b);
}

function matches(rule: Rule, number: number): boolean {
  if (rule.months.length > 0 && !rule.months.includes(civil(number)[1])) return false;
  const day = partsOf(number);
  if (rule.monthDays.length > 0 && !counts(rule.monthDays, day.date, day.monthLength)) return false;
  if (rule.yearDays.length > 0 && !counts(rule.yearDays, day.yearDay, day.yearLength)) return false;
  if (rule.weekNumbers.length > 0 && !isInWeeks(rule, number)) return false;
  return rule.weekdays.length === 0 || isOnWeekdays(rule, day);
}

/** Whether the `index`th of `length` is in a list that counts from the end with negative numbers. */
function counts(list: readonly number[], index: number, length: number): boolean {
  return list.includes(index) || list.includes(index - length - 1);
}

function isOnWeekdays(rule: Rule, day: DayParts): boolean {
  const isInYear = rule.freq === "YEARLY" && rule.months.length === 0;
  const [index, length] = isInYear ? [day.yearDay, day.yearLength] : [day.date, day.monthLength];
  const fromStart = Math.floor((index - 1) / 7) + 1;
  const fromEnd = -Math.floor((length - index) / 7) - 1;
  return rule.weekdays.some(
    ({ weekday, nth }) => weekday === day.weekday && (nth === 0 || nth === fromStart || nth === fromEnd),
  );
}

/** Week 1 is the first with four days or more in the year (ISO 8601), whatever day weeks begin on. */
function isInWeeks(rule: Rule, number: number): boolean {
  const begin = weekBegin(number, rule.weekStart);
  const { year } = partsOf(begin + 3);
  const first = weekOne(year, rule.weekStart);
  const week = (begin - first) / 7 + 1;
  return counts(rule.weekNumbers, week, (weekOne(year + 1, rule.weekStart) - first) / 7);
}

function weekOne(year: number, weekStart: number): number {
  return weekBegin(monthBegin(year * 12) + 3, weekStart);
}

function weekBegin(number: number, weekStart: number): number {
  return number - ((weekdayOfNumber(number) - weekStart + 7) % 7);
}

interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  readonly weekday: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  readonly yearDay: number;
  readonly monthLength: number;
  readonly yearLength: number;
}

function partsOf(number: number): DayParts {
  const [year, month, date] = civil(number);
  const index = year * 12 + month - 1;
  const yearBegin = monthBegin(year * 12);
  return {
    year,
    month,
    date,
    weekday: weekdayOfNumber(number),
    yearDay: number - yearBegin + 1,
    monthLength: monthBegin(index + 1) - monthBegin(index),
    yearLength: monthBegin((year + 1) * 12) - yearBegin,
  };
}

const MS_PER_DAY = 86_400_000;

function civil(number: number): [year: number, month: number, date: number] {
  const date = new Date(number * MS_PER_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

function monthIndex(number: number): number {
  const [year, month] = civil(number);
  return year * 12 + month - 1;
}

/** The first day of a month counted from year 0. */
function monthBegin(index: number): number {
  const year = Math.floor(index / 12);
  return Date.UTC(year, index - year * 12, 1) / MS_PER_DAY;
}
