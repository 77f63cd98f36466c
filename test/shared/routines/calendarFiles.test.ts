/** Rules of calendar files that other programs wrote (test/fixtures/ics), read by a few lines of its own. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { must } from "#shared/domain/result.ts";
import { expand } from "#shared/routines/recurrence.ts";
import { parseRule } from "#shared/routines/rule.ts";
import { ruleWords } from "#shared/routines/ruleWords.ts";

interface Component {
  readonly name: string;
  readonly lines: { readonly name: string; readonly value: string }[];
}

/** Unfolds the text (RFC 5545, section 3.1) and gathers the lines of each innermost component. */
function componentsOf(file: string): Component[] {
  const text = readFileSync(`test/fixtures/ics/${file}`, "utf8").replace(/\r?\n[ \t]/g, "");
  const done: Component[] = [];
  const open: Component[] = [];
  for (const line of text.split(/\r?\n/).filter(Boolean)) {
    const name = line.split(/[;:]/)[0] as string;
    const value = line.slice(line.indexOf(":") + 1);
    if (name === "BEGIN") open.push({ name: value, lines: [] });
    else if (name === "END") done.push(open.pop() as Component);
    else open.at(-1)?.lines.push({ name, value });
  }
  return done;
}

function valuesOf(component: Component, name: string): string[] {
  return component.lines.filter((line) => line.name === name).flatMap((line) => line.value);
}

function dayIn(value: string): string {
  return `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
}

function ruleOf(component: Component) {
  const rule = must(parseRule(valuesOf(component, "RRULE")[0] as string));
  return { rule, firstRun: dayIn(valuesOf(component, "DTSTART")[0] as string) };
}

describe("rules of calendar files", () => {
  test("an event of every day", () => {
    const event = componentsOf("icaljs-daily_recur.ics").find(({ name }) => name === "VEVENT") as Component;
    const days = expand(ruleOf(event), "2012-07-01", "2012-09-30");
    expect([days[0], days.at(-1), days.length]).toEqual(["2012-08-01", "2012-09-30", 61]);
  });

  test("an event of every first Tuesday, less the days it leaves out", () => {
    const event = componentsOf("icaljs-recur_instances.ics").find(
      (c) => c.name === "VEVENT" && valuesOf(c, "RRULE").length > 0,
    ) as Component;
    expect(ruleWords(ruleOf(event))).toBe("First Tuesday of the month");
    const except = valuesOf(event, "EXDATE").map(dayIn);
    const days = expand(ruleOf(event), "2012-01-01", "2013-07-31");
    expect(except.every((day) => days.includes(day))).toBe(true);
    expect(days.filter((day) => !except.includes(day))).toEqual([
      "2012-10-02",
      "2012-11-06",
      "2013-01-01",
      "2013-03-05",
      "2013-05-07",
      "2013-06-04",
      "2013-07-02",
    ]);
  });

  test.each(["icaljs-daily_recur.ics", "icaljs-recur_instances.ics"])("the clock changes of %s", (file) => {
    const changes = (name: string) => {
      const component = componentsOf(file).find((c) => c.name === name) as Component;
      return expand(ruleOf(component), "2012-01-01", "2014-12-31");
    };
    expect(changes("DAYLIGHT")).toHaveLength(3);
    expect(changes("STANDARD")).toEqual(["2012-11-04", "2013-11-03", "2014-11-02"]);
  });

  test("an event on one day has no rule, which is no rule to us either", () => {
    const event = componentsOf("icaljs-only_dtstart_date.ics").find(
      ({ name }) => name === "VEVENT",
    ) as Component;
    expect(valuesOf(event, "RRULE")).toEqual([]);
    expect(parseRule("").ok).toBe(false);
  });
});
