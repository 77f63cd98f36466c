import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import type { Result } from "#shared/domain/result.ts";
import { planFromCsv } from "#shared/interchange/csv.ts";
import { guessMapping } from "#shared/interchange/csv-columns.ts";
import { parseCsv } from "#shared/interchange/csv-parse.ts";
import { writeCsv } from "#shared/interchange/csv-write.ts";
import { parseGan } from "#shared/interchange/gan.ts";
import { parseMspdi } from "#shared/interchange/mspdi.ts";
import { importContext } from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";
import { expectSound, fullPlan } from "#test/support/plans.ts";

const MUTATIONS = 200;
const SPLINTERS = [
  "<",
  ">",
  '"',
  "&",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  "null",
];
const NUMBERS = ["-1", "0", "1e999", "99999999999999999999", "NaN", "", "2024-02-30", "9999-01-01"];

/** The text with one thing wrong: cut, doubled, swapped, splintered, or a number or word replaced. */
function spoilt(text: string, dice: Chance): string {
  const [a, b] = [dice.whole(0, text.length), dice.whole(0, text.length)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  const near = Math.min(b, a + dice.whole(1, 400));
  const kinds = [
    () => text.slice(0, a),
    () => text.slice(0, a) + text.slice(near),
    () => text.slice(0, near) + text.slice(a),
    () => text.slice(0, a) + dice.pick(SPLINTERS) + text.slice(a),
    () => text.slice(0, a) + [...text.slice(a, near)].reverse().join("") + text.slice(near),
    () => replaceOne(text, /"\d[\d.-]*"/g, `"${dice.pick(NUMBERS)}"`, dice),
    () => replaceOne(text, /\d+/g, dice.pick(NUMBERS) ?? "", dice),
    () => replaceOne(text, /"[\w-]+"/g, '"__proto__"', dice),
    () => replaceOne(text, /"[^"]*"/g, `"${"x".repeat(dice.whole(0, 200_000))}"`, dice),
    () => text.slice(0, a) + String.fromCharCode(dice.whole(0, 0xffff)) + text.slice(a + 1),
  ];
  return (dice.pick(kinds) as () => string)();
}

function replaceOne(text: string, pattern: RegExp, by: string, dice: Chance): string {
  const found = dice.pick([...text.matchAll(pattern)]);
  return found ? text.slice(0, found.index) + by + text.slice(found.index + found[0].length) : text;
}

function check<T>(parse: () => Result<T>, sound: (value: T) => void): void {
  const started = performance.now();
  const result = parse();
  expect(performance.now() - started).toBeLessThan(5_000);
  if (result.ok) sound(result.value);
  else expect(result.problem.message).toMatch(/^\S.*\.$/su);
}

/** A sample in every run; `SEED=1 … SEED=20` try the others. */
const SAMPLE = 50;

function each(times: number, run: (dice: Chance) => void): void {
  const from = Number(process.env.SEED ?? 0) * times;
  for (let seed = from + 1; seed <= from + times; seed++) run(chance(seed));
}

function spoiltOften(text: string, dice: Chance): string {
  let mutant = text;
  for (let times = dice.whole(1, 3); times > 0; times--) mutant = spoilt(mutant, dice);
  return mutant;
}

describe(`${MUTATIONS} spoilt files each`, () => {
  it("of GanttProject give a sound plan or a sentence", () => {
    const text = readFileSync("test/fixtures/gan/HouseBuildingSample.gan", "utf8");
    for (let seed = 1; seed <= MUTATIONS; seed++) {
      const dice = chance(seed);
      let mutant = text;
      for (let times = dice.whole(1, 3); times > 0; times--) mutant = spoilt(mutant, dice);
      check(
        () => parseGan(mutant, importContext()),
        ({ plan }) => expectSound(plan),
      );
    }
  }, 60_000);

  it("of Groundwork give a sound plan or a sentence", () => {
    const text = readFileSync("test/fixtures/groundwork-v1.groundwork", "utf8");
    for (let seed = 1; seed <= MUTATIONS; seed++) {
      const dice = chance(seed);
      let mutant = text;
      for (let times = dice.whole(1, 3); times > 0; times--) mutant = spoilt(mutant, dice);
      check(() => parseDocument(mutant), expectSound);
    }
  }, 60_000);

  it("of Microsoft Project give a sound plan or a sentence", () => {
    const text = readFileSync("test/fixtures/mspdi/mpxj-task-links-project2003.xml", "utf8");
    each(SAMPLE, (dice) => {
      const mutant = spoiltOften(text, dice);
      check(
        () => parseMspdi(mutant, importContext()),
        ({ plan }) => expectSound(plan),
      );
    });
  }, 60_000);

  it("of tables give a sound plan or a sentence", () => {
    const text = writeCsv(fullPlan());
    each(SAMPLE, (dice) => {
      const table = parseCsv(spoiltOften(text, dice));
      if (!table.ok) return expect(table.problem.message).toMatch(/^\S.*\.$/su);
      const choices = { mapping: guessMapping(table.value.header), dateOrder: null };
      check(
        () => planFromCsv(table.value, choices, importContext()),
        ({ plan }) => expectSound(plan),
      );
    });
  }, 60_000);
});

describe("files made to harm", () => {
  const deep = "<Project>".repeat(100_000);
  const huge = `<Project>${"<Task>x</Task>".repeat(3_800_000)}`;
  const bomb = `<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "${"a".repeat(99)}"><!ENTITY b "&a;&a;">]><Project>&b;</Project>`;
  const wrong = {
    bomb,
    deep,
    huge,
    NUL: "<Project>\0</Project>",
    "another encoding": "<Project><Name>caf\uFFFD</Name></Project>",
    "something else": "<html></html>",
  };
  it.each(Object.entries(wrong))("%s: a sentence, at once", (_, text) => {
    check(
      () => parseMspdi(text, importContext()),
      () => expect.fail("it was read"),
    );
    const table = parseCsv(text);
    if (!table.ok) expect(table.problem.message).toMatch(/^\S.*\.$/su);
  });
});
