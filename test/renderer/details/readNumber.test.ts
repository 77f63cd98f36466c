import { describe, expect, it } from "vitest";
import { readNumber } from "#renderer/fields/readNumber.ts";
import { searchOptions } from "#renderer/ui/search.ts";

describe("numbers as people type them", () => {
  it.each([
    ["5", 5],
    [" 2,5 ", 2.5],
    ["2.25 h", 2.25],
    ["40%", 40],
    ["-3", -3],
    ["−3", -3],
    ["10 days", 10],
    ["2w", 10],
    ["2 weeks", 10],
    [".5", 0.5],
  ])("reads %s", (text, number) => {
    expect(readNumber(text, { d: 1, w: 5 })).toBe(number);
  });

  it.each(["", " ", "-", ".", "five", "1 2", "1e9", "1,234,567", "3 4 days", "99999999999"])(
    "does not read %j",
    (text) => {
      expect(readNumber(text, { d: 1, w: 5 })).toBeNull();
    },
  );
});

describe("finding by typing", () => {
  const options = ["Hire cooks", "Rehire", "Cook the books", "Crème fraîche"].map((label) => ({ label }));
  const found = (query: string) => searchOptions(options, query).map(({ label }) => label);

  it("puts names that start so first, then words, then the middle of words", () => {
    expect(found("hire")).toEqual(["Hire cooks", "Rehire"]);
    expect(found("cook")).toEqual(["Cook the books", "Hire cooks"]);
  });

  it("needs every word, in any order and whatever the accents", () => {
    expect(found("books cook")).toEqual(["Cook the books"]);
    expect(found("FRAICHE creme")).toEqual(["Crème fraîche"]);
    expect(found("hire books")).toEqual([]);
  });

  it("keeps the order when nothing is typed", () => {
    expect(found("  ")).toEqual(["Hire cooks", "Rehire", "Cook the books", "Crème fraîche"]);
  });
});
