import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFile } from "#renderer/platform/readFile.ts";
import type { Result } from "#shared/domain/result.ts";
import { parseCsv } from "#shared/interchange/csv-parse.ts";
import { writeCsv } from "#shared/interchange/csv-write.ts";
import { parseMspdi } from "#shared/interchange/mspdi.ts";
import { readAnyPlan } from "#shared/interchange/readAny.ts";
import { importContext } from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";
import { expectSound, fullPlan } from "#test/support/plans.ts";

/** Seeds in every run; `SEED=1`, `SEED=2` … try others. */
const MUTATIONS = 500;
/** Milliseconds that no file may take. */
const LIMIT = 5_000;
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
const BOMB =
  '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>';

const FOLDER = "test/fixtures";
const SOURCES: readonly (readonly [name: string, text: string])[] = [
  ...["gan", "mspdi", "csv"].flatMap((kind) =>
    readdirSync(`${FOLDER}/${kind}`)
      .filter((name) => /\.(gan|xml|csv)$/.test(name))
      .map((name) => [name, readFileSync(`${FOLDER}/${kind}/${name}`, "utf8")] as const),
  ),
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith(".groundwork"))
    .map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")] as const),
  ["table.csv", writeCsv(fullPlan())],
];

/** The text with one thing wrong: cut, doubled, swapped, splintered, nested, or a number or word replaced. */
function spoilt(text: string, dice: Chance): string {
  const [a, b] = [dice.whole(0, text.length), dice.whole(0, text.length)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  const near = Math.min(b, a + dice.whole(1, 400));
  const put = (what: string): string => text.slice(0, a) + what + text.slice(a);
  const deep = dice.pick(["<task>", "<Task>", "<b>", "[", '{"a":', '"']) ?? "";
  const kinds = [
    () => text.slice(0, a),
    () => text.slice(0, a) + text.slice(near),
    () => text.slice(0, near) + text.slice(a),
    () => put(dice.pick(SPLINTERS) ?? ""),
    () => text.slice(0, a) + [...text.slice(a, near)].reverse().join("") + text.slice(near),
    () => replaceOne(text, /"\d[\d.-]*"/g, `"${dice.pick(NUMBERS)}"`, dice),
    () => replaceOne(text, /\d+/g, dice.pick(NUMBERS) ?? "", dice),
    () => replaceOne(text, /"[\w-]+"/g, '"__proto__"', dice),
    () => replaceOne(text, /"[^"]*"/g, `"${"x".repeat(dice.whole(0, 200_000))}"`, dice),
    () => replaceOne(text, />[^<]+</g, `>${"9".repeat(dice.whole(1, 400))}<`, dice),
    () => text.slice(0, a) + String.fromCharCode(dice.whole(0, 0xffff)) + text.slice(a + 1),
    () => put("\0".repeat(dice.whole(1, 3))),
    () => put(deep.repeat(dice.whole(1, 20_000))),
    () => BOMB + text.replace(/^<\?xml[^>]*>/, "").replace(/>[^<]+</, ">&c;<"),
  ];
  return (dice.pick(kinds) as () => string)();
}

function replaceOne(text: string, pattern: RegExp, by: string, dice: Chance): string {
  const found = dice.pick([...text.matchAll(pattern)]);
  return found ? text.slice(0, found.index) + by + text.slice(found.index + found[0].length) : text;
}

/** The bytes of a file, in one of five encodings of which only two are right, and some of them damaged. */
function bytesOf(text: string, dice: Chance): Uint8Array<ArrayBuffer> {
  const wide = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "utf16le"));
  const kinds = [
    () => new Uint8Array(Buffer.from(text)),
    () => new Uint8Array(Buffer.from(text)),
    () => new Uint8Array(Buffer.from(`\uFEFF${text}`)),
    () => new Uint8Array(Buffer.from(`${text}é`, "latin1")),
    () => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")),
    wide,
    () => new Uint8Array(Buffer.from(wide()).swap16()),
    () => {
      const bytes = new Uint8Array(Buffer.from(text));
      for (let n = dice.whole(1, 20); n > 0; n--) bytes[dice.whole(0, bytes.length)] = dice.whole(0, 256);
      return bytes;
    },
  ];
  return (dice.pick(kinds) as () => Uint8Array<ArrayBuffer>)();
}

function check<T>(parse: () => Result<T>, sound: (value: T) => void): void {
  const started = performance.now();
  const result = parse();
  expect(performance.now() - started).toBeLessThan(LIMIT);
  if (result.ok) sound(result.value);
  else expect(result.problem.message).toMatch(/^[\p{Lu}“].*\.$/su);
}

describe(`${MUTATIONS} spoilt files of every kind that is read`, () => {
  // Grouped, so that a failure names its seeds and the rest are still tried.
  const groups = Array.from({ length: 10 }, (_, i) => i);
  it.each(groups)(
    "give a sound plan or a sentence (%i)",
    async (group) => {
      const from = Number(process.env.SEED ?? 0) * MUTATIONS + (group * MUTATIONS) / 10;
      for (let seed = from + 1; seed <= from + MUTATIONS / 10; seed++) {
        const dice = chance(seed);
        const [name, text] = dice.pick(SOURCES) as (typeof SOURCES)[number];
        let mutant = text;
        for (let times = dice.whole(1, 3); times > 0; times--) mutant = spoilt(mutant, dice);
        const opened = await readFile(new File([bytesOf(mutant, dice)], name));
        if (!opened.ok) {
          expect(opened.problem.message, `seed ${seed}`).toMatch(/^“.*\.$/su);
          continue;
        }
        check(
          () => readAnyPlan(opened.value, importContext()),
          ({ plan }) => expectSound(plan),
        );
      }
    },
    60_000,
  );
});

describe("files made to harm", () => {
  const deep = "<Project>".repeat(100_000);
  const huge = `<Project>${"<Task>x</Task>".repeat(3_800_000)}`;
  const bomb = `<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "${"a".repeat(99)}"><!ENTITY b "&a;&a;">]><Project>&b;</Project>`;
  const wide = `<Project ${Array.from({ length: 300_000 }, (_, n) => `a${n}="1"`).join(" ")}/>`;
  const wrong = {
    bomb,
    wide,
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
