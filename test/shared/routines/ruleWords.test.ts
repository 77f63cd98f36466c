import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { must } from "#shared/domain/result.ts";
import { commonRules } from "#shared/routines/commonRules.ts";
import { isRuleDay } from "#shared/routines/recurrence.ts";
import { parseRule } from "#shared/routines/rule.ts";
import { ruleWords } from "#shared/routines/ruleWords.ts";
import { RFC_EXAMPLES } from "./rfcExamples.ts";

const FIRST = "2027-03-04"; // a Thursday

function said(rule: string, firstRun = FIRST): string {
  return ruleWords({ rule: must(parseRule(rule)), firstRun });
}

describe("rules in words", () => {
  test.each([
    ["FREQ=DAILY", "Every day"],
    ["FREQ=DAILY;INTERVAL=2", "Every second day"],
    ["FREQ=DAILY;INTERVAL=3", "Every 3 days"],
    ["FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "Every Monday to Friday"],
    ["FREQ=WEEKLY", "Every Thursday"],
    ["FREQ=WEEKLY;BYDAY=TU", "Every Tuesday"],
    ["FREQ=WEEKLY;BYDAY=TH,TU", "Every Tuesday and Thursday"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every Monday to Friday"],
    ["FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA", "Every day"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every second Tuesday"],
    ["FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "Every third Tuesday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "Every second week on Monday and Friday"],
    ["FREQ=MONTHLY", "Monthly on the 4th"],
    ["FREQ=MONTHLY;BYMONTHDAY=1,15", "Monthly on the 1st and the 15th"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "Last day of the month"],
    ["FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "Every 3 months on the 15th"],
    ["FREQ=MONTHLY;BYDAY=1MO", "First Monday of the month"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "Last Friday of the month"],
    ["FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU", "First Sunday and last Sunday of every second month"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Last working day of the month"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "First working day of the month"],
    ["FREQ=YEARLY", "Yearly on 4 March"],
    ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;INTERVAL=2", "Every second year on 24 December"],
    ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "Yearly on the last Sunday of March"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "Yearly on the last day of February"],
    ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "Every year on Monday in week 20 of the year"],
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "Every month on Friday on the 13th of the month"],
    ["FREQ=WEEKLY;COUNT=10", "Every Thursday, 10 times"],
    ["FREQ=DAILY;UNTIL=20271224", "Every day, until 24 Dec 2027"],
  ])("%s", (rule, words) => {
    expect(said(rule)).toBe(words);
  });

  test("every example of the RFC has words of its own, without a word of the format", () => {
    for (const { rule, first } of RFC_EXAMPLES) {
      const words = said(rule, first);
      expect(words).not.toMatch(/undefined|NaN|null|BY[A-Z]+|FREQ|-\d/);
      expect(words).toMatch(/^[A-Z]/);
    }
  });
});

describe("common rules", () => {
  test("are offered for the day at hand", () => {
    const words = (day: string) => commonRules(day).map((rule) => said(rule, day));
    expect(words("2027-03-31")).toEqual([
      "Every day",
      "Every Monday to Friday",
      "Every Wednesday",
      "Every second Wednesday",
      "Last day of the month",
      "Last Wednesday of the month",
      "Last working day of the month",
      "Last day of every 3 months",
      "Yearly on 31 March",
    ]);
    expect(words("2027-03-01")).toContain("First working day of the month");
    expect(words("2027-05-03")).toContain("First working day of the month");
    expect(words("2028-02-29")).toContain("Yearly on the last day of February");
  });

  test("always fall on the day they are made for, each said in its own way", () => {
    const days = fc
      .integer({ min: dayNumber("2024-01-01"), max: dayNumber("2032-12-31") })
      .map(dayFromNumber);
    fc.assert(
      fc.property(days, (day) => {
        const rules = commonRules(day);
        for (const rule of rules)
          expect(isRuleDay({ rule: must(parseRule(rule)), firstRun: day }, day)).toBe(true);
        expect(new Set(rules.map((rule) => said(rule, day))).size).toBe(rules.length);
      }),
    );
  });
});
