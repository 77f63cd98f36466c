import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayFromNumber, dayNumber, weekdayOf } from "#shared/domain/day.ts";
import { must } from "#shared/domain/result.ts";
import { expand, isRuleDay, nextOnOrAfter, type Recurrence } from "#shared/routines/recurrence.ts";
import { parseRule, type Rule, ruleText } from "#shared/routines/rule.ts";
import { daysIn, RFC_EXAMPLES } from "./rfcExamples.ts";

function recurrence(rule: string, firstRun: string): Recurrence {
  return { rule: must(parseRule(rule)), firstRun };
}

describe("RFC 5545, section 3.8.5.3", () => {
  test.each(RFC_EXAMPLES)("$name", ({ rule, first, days, goesOn, except }) => {
    const wanted = daysIn(days);
    const to = goesOn ? (wanted.at(-1) as string) : "2199-12-31";
    const given = expand(recurrence(rule, first), first, to).filter((day) => !except?.includes(day));
    expect(given).toEqual(wanted);
  });
});

describe("month ends and leap years", () => {
  test.each([
    ["FREQ=MONTHLY;COUNT=4", "2027-01-31", ["2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31"]],
    [
      "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4",
      "2028-01-31",
      ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"],
    ],
    ["FREQ=YEARLY;COUNT=3", "2028-02-29", ["2028-02-29", "2032-02-29", "2036-02-29"]],
    ["FREQ=YEARLY;COUNT=2", "2096-02-29", ["2096-02-29", "2104-02-29"]],
    ["FREQ=YEARLY;BYYEARDAY=366;COUNT=2", "2027-01-01", ["2028-12-31", "2032-12-31"]],
    ["FREQ=YEARLY;BYYEARDAY=-1;COUNT=2", "2027-01-01", ["2027-12-31", "2028-12-31"]],
    [
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
      "2027-01-01",
      ["2027-01-29", "2027-02-26", "2027-03-31"],
    ],
    ["FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2", "2026-01-01", ["2026-12-28", "2032-12-27"]],
    ["FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=2", "1997-06-01", ["1997-12-29", "1999-01-04"]],
    ["FREQ=WEEKLY;BYDAY=SU;COUNT=3", "2027-03-14", ["2027-03-14", "2027-03-21", "2027-03-28"]],
  ])("%s from %s", (rule, first, days) => {
    expect(expand(recurrence(rule, first), first, "2199-12-31")).toEqual(days);
  });

  test("a rule that no day fits ends", () => {
    expect(
      nextOnOrAfter(recurrence("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "2027-01-01"), "2027-01-01"),
    ).toBeNull();
    expect(
      nextOnOrAfter(recurrence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2027-01-01"), "2027-01-01"),
    ).toBeNull();
  });

  test("nothing comes before the first run or after the end", () => {
    const daily = recurrence("FREQ=DAILY;UNTIL=20270110", "2027-01-08");
    expect(expand(daily, "2026-01-01", "2028-01-01")).toEqual(["2027-01-08", "2027-01-09", "2027-01-10"]);
    expect(nextOnOrAfter(daily, "2027-01-11")).toBeNull();
    expect(isRuleDay(daily, "2027-01-07")).toBe(false);
    expect(isRuleDay(daily, "2027-01-09")).toBe(true);
  });
});

describe("rules as text", () => {
  test.each([
    ["RRULE:freq=weekly;byday=tu", "FREQ=WEEKLY;BYDAY=TU"],
    ["FREQ=DAILY;INTERVAL=1;WKST=MO", "FREQ=DAILY"],
    ["FREQ=YEARLY;UNTIL=20271231T235959Z;BYMONTH=3", "FREQ=YEARLY;UNTIL=20271231;BYMONTH=3"],
    ["FREQ=MONTHLY;BYDAY=+1MO,-1FR", "FREQ=MONTHLY;BYDAY=1MO,-1FR"],
  ])("%s is written as %s", (text, written) => {
    expect(ruleText(must(parseRule(text)))).toBe(written);
  });

  test.each([
    "",
    "every Tuesday",
    "FREQ=HOURLY",
    "INTERVAL=2",
    "FREQ=DAILY;FREQ=DAILY",
    "FREQ=DAILY;BYHOUR=9",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=-1",
    "FREQ=DAILY;COUNT=2;UNTIL=20270101",
    "FREQ=DAILY;UNTIL=20270230",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=WEEKLY;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYWEEKNO=3",
    "FREQ=MONTHLY;BYYEARDAY=3",
    "FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO",
    "FREQ=DAILY;BYSETPOS=1",
    "FREQ=YEARLY;BYMONTH=13",
    `FREQ=DAILY;BYMONTHDAY=${"1,".repeat(400)}1`,
  ])("“%s” is refused with a sentence", (text) => {
    const rule = parseRule(text);
    expect(rule.ok).toBe(false);
    if (!rule.ok) expect(rule.problem.message).toMatch(/^This rule cannot be used: .*\.$/);
  });
});

const days = fc.integer({ min: dayNumber("2023-01-01"), max: dayNumber("2032-12-31") }).map(dayFromNumber);
const list = (min: number, max: number) =>
  fc
    .uniqueArray(
      fc.integer({ min, max }).filter((n) => n !== 0),
      { minLength: 1, maxLength: 4 },
    )
    .map((l) => l.join(","));
const weekdays = fc.uniqueArray(fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU"), {
  minLength: 1,
  maxLength: 5,
});
const part = (name: string, value: fc.Arbitrary<string | number>) =>
  fc.option(
    value.map((v) => `;${name}=${v}`),
    { nil: "" },
  );
const rules = fc
  .tuple(
    fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    part("INTERVAL", fc.integer({ min: 1, max: 5 })),
    part("COUNT", fc.integer({ min: 1, max: 60 })),
    part("BYMONTH", list(1, 12)),
    part("BYMONTHDAY", list(-31, 31)),
    part(
      "BYDAY",
      weekdays.map((w) => w.join(",")),
    ),
    part("BYSETPOS", list(-3, 3)),
    part("WKST", fc.constantFrom("SU", "MO", "SA")),
  )
  .map(([freq, ...parts]) => `FREQ=${freq}${parts.join("")}`)
  .filter((text) => parseRule(text).ok);

describe("whatever the rule", () => {
  test("days are sorted, unique, within bounds and agree with next()", () => {
    fc.assert(
      fc.property(rules, days, days, fc.integer({ min: 0, max: 900 }), (text, first, from, length) => {
        const given = recurrence(text, first);
        const to = addDays(from, length);
        const expanded = expand(given, from, to);
        expect(expanded).toEqual([...new Set(expanded)].sort());
        for (const day of expanded) {
          expect(day >= first && day >= from && day <= to).toBe(true);
          expect(nextOnOrAfter(given, day)).toBe(day);
        }
        const next = nextOnOrAfter(given, from);
        expect(expanded[0] ?? null).toBe(next !== null && next <= to ? next : null);
      }),
      { numRuns: 120 },
    );
  });

  test("a window shows what the whole shows, and the text reads back the same", () => {
    fc.assert(
      fc.property(rules, days, fc.integer({ min: 0, max: 700 }), (text, first, skip) => {
        const given = recurrence(text, first);
        const from = addDays(first, skip);
        const to = addDays(from, 200);
        expect(expand(given, from, to)).toEqual(expand(given, first, to).filter((day) => day >= from));
        const again = recurrence(ruleText(given.rule), first);
        expect(expand(again, first, to)).toEqual(expand(given, first, to));
        for (const day of expand(given, first, to)) expect(fits(given.rule, day)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});

/** What holds of each day whatever period it came from, told another way than the engine tells it. */
function fits(rule: Rule, day: string): boolean {
  const [, month, date] = day.split("-").map(Number) as [number, number, number];
  const isLast = (n: number) => addDays(day, -n).slice(0, 7) !== day.slice(0, 7);
  const inMonth = rule.months.length === 0 || rule.months.includes(month);
  const onDate =
    rule.monthDays.length === 0 ||
    rule.monthDays.some((n) => n === date || (n < 0 && isLast(n) && !isLast(n + 1)));
  const onWeekday = rule.weekdays.length === 0 || rule.weekdays.some((w) => w.weekday === weekdayOf(day));
  return inMonth && onDate && onWeekday;
}
