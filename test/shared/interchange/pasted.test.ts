import { expect, it } from "vitest";
import { pasteLines } from "#shared/domain/operations/paste.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { pastedLines } from "#shared/interchange/pasted.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { expectSound } from "#test/support/plans.ts";

const plan = aPlan({
  people: [{ name: "Ana Lima" }],
  stages: [{ name: "Idea", holds: [{ milestone: "Open", date: "2027-03-01", holds: [{ task: "First" }] }] }],
});

const pasted = (text: string): string[] => {
  const lines = pastedLines(text, plan);
  const change = must(pasteLines(plan, testContext(), { id: "First", fill: false }, lines));
  const after = applyChange(plan, change);
  expectSound(after);
  return change.added.flatMap((row) =>
    row.kind === "task"
      ? [`${row.name} ${row.start} ${row.durationDays} ${row.assignments.map((a) => a.personId)}`]
      : [],
  );
};

it("takes names, dates and people from cells of a spreadsheet, with headings or without", () => {
  const cells = "Lease\t04/02/2027\t08/02/2027\tAna Lima\nFit out\t15/02/2027\t16/02/2027\tSomebody";
  const expected = ["Lease 2027-02-04 3 Ana Lima", "Fit out 2027-02-15 2 "];
  expect(pasted(cells.replace("Somebody", "Ana Lima"))).toEqual([
    expected[0],
    "Fit out 2027-02-15 2 Ana Lima",
  ]);
  expect(pasted(`Task\tStart\tEnd\tOwner\n${cells}`)).toEqual(expected);
  expect(pasted(`Task\tBudget\tStart\n"Two\nlines"\t5\t2027-02-04`)[0]).toMatch(/^Two lines 2027-02-04/);
});

it("leaves lists as they are", () => {
  expect(pastedLines("A\n\tB\n\tC", plan)).toEqual([
    { name: "A", level: 0 },
    { name: "B", level: 1 },
    { name: "C", level: 1 },
  ]);
});
