/**
 * Rules of recurrence as text and as values: RFC 5545, section 3.3.10, for whole days without a zone. Parts that
 * speak of hours and less are refused, since a routine has a day and no time.
 */
import { type Day, isDay, type Weekday } from "#shared/domain/day.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";

const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** `nth` 0: every such weekday; 2: the second of the month or year; -1: the last. */
export interface RuleWeekday {
  readonly weekday: Weekday;
  readonly nth: number;
}

export interface Rule {
  readonly freq: Frequency;
  /** Every how many days, weeks, months or years; 1 or more. */
  readonly interval: number;
  /** Runs in all, or null for no end by number. Never together with `until`. */
  readonly count: number | null;
  /** The last day on which a run can be due. */
  readonly until: Day | null;
  readonly weekStart: Weekday;
  readonly months: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly yearDays: readonly number[];
  /** 1 to 31; -1 is the last day of the month. */
  readonly monthDays: readonly number[];
  readonly weekdays: readonly RuleWeekday[];
  /** Which of a period's days count: 1 the first, -1 the last; empty for all. */
  readonly positions: readonly number[];
}

/** 0 Sunday, as everywhere in the app. */
const WEEKDAY_CODES = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;
function weekdayOfCode(code: string): Weekday | null {
  const index = (WEEKDAY_CODES as readonly string[]).indexOf(code);
  return index < 0 ? null : (index as Weekday);
}

const MAX_INTERVAL = 1_000;
export const MAX_COUNT = 10_000;
const MAX_RULE_TEXT = 500;

export function createRule(fields: Pick<Rule, "freq"> & Partial<Rule>): Rule {
  return {
    interval: 1,
    count: null,
    until: null,
    weekStart: 1,
    months: [],
    weekNumbers: [],
    yearDays: [],
    monthDays: [],
    weekdays: [],
    positions: [],
    ...fields,
  };
}

const known = new Map<string, Result<Rule>>();

/**
 * Reads `FREQ=WEEKLY;BYDAY=TU`, with or without `RRULE:` before it. Of an UNTIL with a time only the day is read.
 * Refused with a sentence: anything that is no rule, rules of less than a day, values out of range.
 */
export function parseRule(text: string): Result<Rule> {
  let rule = known.get(text);
  if (!rule) {
    rule = readRule(text);
    if (known.size > 2_000) known.clear();
    known.set(text, rule);
  }
  return rule;
}

function readRule(text: string): Result<Rule> {
  if (text.length > MAX_RULE_TEXT) return unreadable("it is too long");
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [name, value, ...rest] = part.split("=").map((side) => side.trim());
    if (!name || !value || rest.length > 0) return unreadable("each part has the form NAME=VALUE");
    if (parts.has(name)) return unreadable(`${name} stands in it twice`);
    parts.set(name, value);
  }
  const rule = new RuleReader(parts).read();
  return typeof rule === "string" ? unreadable(rule) : ok(rule);
}

function unreadable(why: string): Result<never> {
  return refuse("bad-rule", `This rule cannot be used: ${why}. Choose one of the common rules instead.`);
}

const NUMBER_LISTS = {
  BYMONTH: { from: 1, to: 12, signed: false },
  BYWEEKNO: { from: 1, to: 53, signed: true },
  BYYEARDAY: { from: 1, to: 366, signed: true },
  BYMONTHDAY: { from: 1, to: 31, signed: true },
  BYSETPOS: { from: 1, to: 366, signed: true },
} as const;
const OTHERS = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"];

class RuleReader {
  #problem: string | null = null;

  constructor(readonly parts: ReadonlyMap<string, string>) {}

  /** The rule, or why there is none. */
  read(): Rule | string {
    const freq = FREQUENCIES.find((name) => name === this.parts.get("FREQ"));
    if (!freq) return "it does not say daily, weekly, monthly or yearly";
    for (const name of this.parts.keys())
      if (!(name in NUMBER_LISTS) && !OTHERS.includes(name)) return `${name} means nothing for whole days`;
    const rule = createRule({
      freq,
      interval: this.#number("INTERVAL", MAX_INTERVAL) ?? 1,
      count: this.#number("COUNT", MAX_COUNT),
      until: this.#until(),
      weekStart: this.#weekStart(),
      months: this.#numbers("BYMONTH"),
      weekNumbers: this.#numbers("BYWEEKNO"),
      yearDays: this.#numbers("BYYEARDAY"),
      monthDays: this.#numbers("BYMONTHDAY"),
      weekdays: this.#weekdays(),
      positions: this.#numbers("BYSETPOS"),
    });
    return this.#problem ?? contradiction(rule) ?? rule;
  }

  #number(name: string, max: number): number | null {
    const text = this.parts.get(name);
    if (text === undefined) return null;
    const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    if (number < 1 || number > max) this.#problem ??= `${name} is a number from 1 to ${max}`;
    return number;
  }

  #numbers(name: keyof typeof NUMBER_LISTS): number[] {
    const text = this.parts.get(name);
    if (text === undefined) return [];
    const { from, to, signed } = NUMBER_LISTS[name];
    const numbers = text.split(",").map((item) => (/^[+-]?\d{1,3}$/.test(item) ? Number(item) : 0));
    for (const number of numbers) {
      const size = signed ? Math.abs(number) : number;
      if (size < from || size > to) this.#problem ??= `${name} is a list of numbers from ${from} to ${to}`;
    }
    return [...new Set(numbers)];
  }

  #until(): Day | null {
    const text = this.parts.get("UNTIL");
    if (text === undefined) return null;
    const match = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(text);
    const day = match ? `${match[1]}-${match[2]}-${match[3]}` : "";
    if (!isDay(day)) this.#problem ??= "UNTIL is not a date";
    return day;
  }

  #weekStart(): Weekday {
    const text = this.parts.get("WKST");
    const weekday = text === undefined ? 1 : weekdayOfCode(text);
    if (weekday === null) this.#problem ??= "WKST is not a day of the week";
    return weekday ?? 1;
  }

  #weekdays(): RuleWeekday[] {
    const text = this.parts.get("BYDAY");
    if (text === undefined) return [];
    const days = new Map<string, RuleWeekday>();
    for (const item of text.split(",")) {
      const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(item);
      const nth = match?.[1] === undefined ? 0 : Number(match[1]);
      if (!match || Math.abs(nth) > 53 || (match[1] !== undefined && nth === 0))
        this.#problem ??= "BYDAY is not a list of days of the week";
      const weekday = weekdayOfCode(match?.[2] ?? "") ?? 1;
      days.set(`${nth} ${weekday}`, { weekday, nth });
    }
    return [...days.values()];
  }
}

/** What the RFC rules out about parts that are each well formed. */
function contradiction(rule: Rule): string | null {
  const { freq } = rule;
  if (rule.count !== null && rule.until !== null) return "it ends both after a number of runs and on a day";
  if (rule.weekNumbers.length > 0 && freq !== "YEARLY") return "weeks of the year need a yearly rule";
  if (rule.yearDays.length > 0 && freq !== "YEARLY") return "days of the year need a yearly rule";
  if (rule.monthDays.length > 0 && freq === "WEEKLY") return "days of the month need a monthly rule";
  const isCounted = rule.weekdays.some(({ nth }) => nth !== 0);
  if (isCounted && freq !== "MONTHLY" && freq !== "YEARLY")
    return "the first or last such weekday needs a monthly or yearly rule";
  if (isCounted && rule.weekNumbers.length > 0) return "weeks of the year have each weekday once";
  if (rule.positions.length > 0 && !hasDays(rule) && rule.months.length === 0)
    return "BYSETPOS needs days to choose from";
  return null;
}

/** Whether the rule itself says which days; if not, the first run does. */
export function hasDays(rule: Rule): boolean {
  return rule.weekdays.length + rule.monthDays.length + rule.yearDays.length + rule.weekNumbers.length > 0;
}

/** The rule in the RFC's form, parts in a fixed order, so that equal rules read the same. */
export function ruleText(rule: Rule): string {
  const weekday = ({ weekday: day, nth }: RuleWeekday) => `${nth === 0 ? "" : nth}${WEEKDAY_CODES[day]}`;
  const parts: [string, string | number | readonly (string | number)[] | null][] = [
    ["FREQ", rule.freq],
    ["INTERVAL", rule.interval === 1 ? null : rule.interval],
    ["COUNT", rule.count],
    ["UNTIL", rule.until === null ? null : rule.until.replaceAll("-", "")],
    ["WKST", rule.weekStart === 1 ? null : (WEEKDAY_CODES[rule.weekStart] ?? null)],
    ["BYMONTH", rule.months],
    ["BYWEEKNO", rule.weekNumbers],
    ["BYYEARDAY", rule.yearDays],
    ["BYMONTHDAY", rule.monthDays],
    ["BYDAY", rule.weekdays.map(weekday)],
    ["BYSETPOS", rule.positions],
  ];
  return parts
    .filter(([, value]) => value !== null && value !== "" && (!Array.isArray(value) || value.length > 0))
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(",") : value}`)
    .join(";");
}
