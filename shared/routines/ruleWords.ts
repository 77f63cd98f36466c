/** Rules read back as people say them. */
import { type Day, formatDay, type Weekday, weekdayOf } from "#shared/domain/day.ts";
import { capital } from "#shared/domain/words.ts";
import type { Recurrence } from "./recurrence.ts";
import { hasDays, parseRule, type Rule, type RuleWeekday } from "./rule.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth"];

/** `Every second Tuesday`, `Last working day of the month`, `Yearly on 4 March, 3 times`. */
export function ruleWords(recurrence: Recurrence): string {
  return capital(`${mainWords(recurrence)}${endWords(recurrence.rule)}`);
}

/** A stored rule in words; a text that is no rule, which no stored routine has, as it is. */
export function rhythmWords(text: string, firstRun: Day): string {
  const rule = parseRule(text);
  return rule.ok ? ruleWords({ rule: rule.value, firstRun }) : text;
}

export function weekdayName(weekday: Weekday): string {
  return WEEKDAYS[weekday] as string;
}

function endWords({ count, until }: Rule): string {
  if (count !== null) return count === 1 ? ", once" : `, ${count} times`;
  return until === null ? "" : `, until ${formatDay(until)}`;
}

function mainWords({ rule, firstRun }: Recurrence): string {
  const isPlain = rule.weekNumbers.length + rule.yearDays.length === 0;
  const simple = isPlain ? simpleWords(rule, firstRun) : null;
  return simple ?? generalWords(rule, firstRun);
}

/** The common forms; null when the rule is none of them. */
function simpleWords(rule: Rule, firstRun: string): string | null {
  switch (rule.freq) {
    case "DAILY":
      return isBare(rule) ? `every ${nth(rule.interval, "day")}` : dailyWords(rule);
    case "WEEKLY":
      return rule.months.length + rule.positions.length === 0 ? weeklyWords(rule, firstRun) : null;
    case "MONTHLY":
      return rule.months.length === 0 ? monthlyWords(rule, firstRun) : null;
    case "YEARLY":
      return yearlyWords(rule, firstRun);
  }
}

function isBare(rule: Rule): boolean {
  return !hasDays(rule) && rule.months.length + rule.positions.length === 0;
}

function dailyWords(rule: Rule): string | null {
  const isWeekly = rule.months.length + rule.monthDays.length + rule.positions.length === 0;
  return isWeekly && rule.interval === 1 ? `every ${weekdayList(rule.weekdays)}` : null;
}

function weeklyWords(rule: Rule, firstRun: string): string {
  const days = rule.weekdays.length > 0 ? rule.weekdays : [{ weekday: weekdayOf(firstRun), nth: 0 }];
  const names = weekdayList(days);
  if (rule.interval === 1) return names === EVERY_DAY ? "every day" : `every ${names}`;
  if (days.length === 1) return `every ${ordinalOrNumber(rule.interval)} ${names}`;
  return `every ${nth(rule.interval, "week")} on ${names}`;
}

function monthlyWords(rule: Rule, firstRun: string): string | null {
  const of = rule.interval === 1 ? "of the month" : `of every ${nth(rule.interval, "month")}`;
  const counted = countedWords(rule, of);
  if (counted !== null) return counted;
  if (rule.weekdays.length + rule.positions.length > 0) return null;
  const dates = rule.monthDays.length > 0 ? rule.monthDays : [dateOf(firstRun)];
  if (dates.length === 1 && dates[0] === -1) return `last day ${of}`;
  const head = rule.interval === 1 ? "monthly" : `every ${nth(rule.interval, "month")}`;
  return `${head} on ${listed(dates.map(dateWords))}`;
}

/** `First Monday of the month`, `Last working day of the month`; null for rules without such a count. */
function countedWords(rule: Rule, of: string): string | null {
  if (rule.monthDays.length > 0 || rule.weekdays.length === 0) return null;
  if (rule.positions.length === 0) {
    if (rule.weekdays.some((day) => day.nth === 0)) return null;
    return `${listed(rule.weekdays.map((day) => `${whichWords(day.nth)} ${weekdayName(day.weekday)}`))} ${of}`;
  }
  if (rule.weekdays.some((day) => day.nth !== 0)) return null;
  const names = weekdayList(rule.weekdays);
  const what =
    names === WORKING_DAYS ? "working day" : names === EVERY_DAY ? "day" : names.replace(/ and /, " or ");
  return `${listed(rule.positions.map(whichWords))} ${what} ${of}`;
}

function yearlyWords(rule: Rule, firstRun: string): string | null {
  const head = rule.interval === 1 ? "yearly" : `every ${nth(rule.interval, "year")}`;
  const isDated = rule.weekdays.length + rule.positions.length === 0;
  if (isDated && rule.months.length <= 1 && rule.monthDays.length <= 1) {
    const month = rule.months[0] ?? Number(firstRun.slice(5, 7));
    const date = rule.monthDays[0] ?? dateOf(firstRun);
    const isOpen = rule.monthDays.length === 1 && rule.months.length === 0;
    if (!isOpen && date > 0) return `${head} on ${date} ${MONTHS[month - 1]}`;
    if (!isOpen && date === -1) return `${head} on the last day of ${MONTHS[month - 1]}`;
  }
  if (rule.months.length === 0) return null;
  const counted = countedWords(rule, `of ${listed(rule.months.map(monthName))}`);
  return counted === null ? null : `${head} on the ${counted}`;
}

/** Every part in turn; long, but it says all. */
function generalWords(rule: Rule, firstRun: string): string {
  const unit = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" }[rule.freq];
  const days = [
    rule.weekdays.length > 0 && `on ${listed(rule.weekdays.map(weekdayWords))}`,
    rule.monthDays.length > 0 && `on ${listed(rule.monthDays.map(dateWords))} of the month`,
    rule.yearDays.length > 0 && `on ${listed(rule.yearDays.map((n) => placeWords(n, "day")))} of the year`,
    rule.weekNumbers.length > 0 &&
      `in ${listed(rule.weekNumbers.map((n) => placeWords(n, "week")))} of the year`,
    rule.months.length > 0 && `in ${listed(rule.months.map(monthName))}`,
    !hasDays(rule) && rule.freq !== "DAILY" && `on ${openWords(rule, firstRun)}`,
  ].filter((words) => words !== false);
  const only =
    rule.positions.length > 0 ? `, only the ${listed(rule.positions.map(whichWords))} of these days` : "";
  return `every ${nth(rule.interval, unit)} ${days.join(" ")}${only}`;
}

function openWords(rule: Rule, firstRun: string): string {
  return rule.freq === "WEEKLY" ? weekdayName(weekdayOf(firstRun)) : dateWords(dateOf(firstRun));
}

function weekdayWords({ weekday, nth: count }: RuleWeekday): string {
  return count === 0 ? weekdayName(weekday) : `the ${whichWords(count)} ${weekdayName(weekday)}`;
}

const WORKING_DAYS = "Monday to Friday";
const EVERY_DAY = "day of the week";

function weekdayList(days: readonly RuleWeekday[]): string {
  const chosen = [1, 2, 3, 4, 5, 6, 0].filter((day) => days.some(({ weekday }) => weekday === day));
  const key = chosen.join("");
  if (key === "12345") return WORKING_DAYS;
  if (key === "1234560") return EVERY_DAY;
  return listed(chosen.map((day) => weekdayName(day as Weekday)));
}

/** `day`, `second day`, `3 days`, for use after “every”. */
function nth(interval: number, unit: string): string {
  if (interval === 1) return unit;
  return interval === 2 ? `second ${unit}` : `${interval} ${unit}s`;
}

function ordinalOrNumber(n: number): string {
  return ORDINALS[n] ?? ordinal(n);
}

/** `first`, `last`, `second to last`, `20th`. */
function whichWords(n: number): string {
  if (n > 0) return ordinalOrNumber(n);
  return n === -1 ? "last" : `${ordinalOrNumber(-n)} to last`;
}

function placeWords(n: number, unit: string): string {
  return n > 0 ? `${unit} ${n}` : `the ${whichWords(n)} ${unit}`;
}

/** `the 15th`, `the last day`. */
function dateWords(n: number): string {
  return n > 0 ? `the ${ordinal(n)}` : `the ${whichWords(n)} day`;
}

/** `1st`, `22nd`, `13th`. */
export function ordinal(n: number): string {
  const tens = n % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] as string;
}

function listed(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function dateOf(day: string): number {
  return Number(day.slice(8, 10));
}
