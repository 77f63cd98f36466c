/** The rules most routines have, made for a first run, so that one is chosen and nothing is typed. */
import { type Day, dayNumber, weekdayOf } from "#shared/domain/day.ts";
import { createRule, type Rule, type RuleWeekday, ruleText } from "./rule.ts";

const WORKING_DAYS: readonly RuleWeekday[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
  weekday,
  nth: 0,
}));

/**
 * Common rules that give `firstRun` a run, as rule texts, most frequent first. Dates that not every month has are
 * offered as the last day, or as the weekday they fall on.
 */
export function commonRules(firstRun: Day): readonly string[] {
  const weekday = weekdayOf(firstRun);
  const date = Number(firstRun.slice(8, 10));
  const month = Number(firstRun.slice(5, 7));
  const left = monthLength(firstRun) - date;
  const weekly = [{ weekday, nth: 0 }];
  const isWorkingDay = weekday >= 1 && weekday <= 5;
  const rules: (Rule | false)[] = [
    createRule({ freq: "DAILY" }),
    isWorkingDay && createRule({ freq: "WEEKLY", weekdays: WORKING_DAYS }),
    createRule({ freq: "WEEKLY", weekdays: weekly }),
    createRule({ freq: "WEEKLY", interval: 2, weekdays: weekly }),
    date <= 28 && createRule({ freq: "MONTHLY", monthDays: [date] }),
    left === 0 && createRule({ freq: "MONTHLY", monthDays: [-1] }),
    date <= 28 && createRule({ freq: "MONTHLY", weekdays: [{ weekday, nth: Math.ceil(date / 7) }] }),
    left < 7 && createRule({ freq: "MONTHLY", weekdays: [{ weekday, nth: -1 }] }),
    isWorkingDay && isFirstWorkingDay(date, weekday) && workingDay(1),
    isWorkingDay && isLastWorkingDay(left, weekday) && workingDay(-1),
    date <= 28 && createRule({ freq: "MONTHLY", interval: 3, monthDays: [date] }),
    left === 0 && createRule({ freq: "MONTHLY", interval: 3, monthDays: [-1] }),
    (month !== 2 || date <= 28) && createRule({ freq: "YEARLY", months: [month], monthDays: [date] }),
    month === 2 && left === 0 && createRule({ freq: "YEARLY", months: [2], monthDays: [-1] }),
  ];
  return rules.filter((rule) => rule !== false).map(ruleText);
}

function workingDay(position: number): Rule {
  return createRule({ freq: "MONTHLY", weekdays: WORKING_DAYS, positions: [position] });
}

/** The 1st, or a Monday right after a weekend that began the month. */
function isFirstWorkingDay(date: number, weekday: number): boolean {
  return date === 1 || (weekday === 1 && date <= 3);
}

function isLastWorkingDay(left: number, weekday: number): boolean {
  return left === 0 || (weekday === 5 && left <= 2);
}

function monthLength(day: Day): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return dayNumber(next) - dayNumber(`${day.slice(0, 7)}-01`);
}
