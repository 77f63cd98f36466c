import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Paper } from "#shared/domain/printSettings.ts";
import { sheetSize } from "#shared/print/layout/paper.ts";
import { CELL_GAP, WORK_STRONG, type WorkLine, workPages } from "#shared/print/pages/workPages.ts";
import { workSections } from "#shared/print/pages/workTable.ts";
import { aPlan, bigPlan } from "#test/support/builders.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const layOut = (plan: Plan, paper: Paper = "A4") =>
  workPages(workSections(plan, "2027-03-01"), sheetSize(paper), roughWidth);

/** Rows of each page; a stage's heading counts as one. */
function pageSizes(plan: Plan): number[] {
  const pages = [0];
  const add = (starts: boolean): void => {
    if (starts) pages.push(0);
    pages.push((pages.pop() ?? 0) + 1);
  };
  for (const { startsPage, lines } of layOut(plan).sections) {
    add(startsPage);
    for (const line of lines) add(line.startsPage);
  }
  return pages;
}

describe("workPages", () => {
  it("holds every row once and in order, on as many pages as it says", () => {
    for (const count of [1, 12, 70, 400]) {
      const plan = bigPlan(count);
      const work = layOut(plan);
      const shown = work.sections.flatMap(({ lines }) => lines.map(({ row }) => row.code));
      const below = outlineOf(plan).inOrder.filter((node) => node.depth > 0);
      expect(shown).toEqual(below.map((node) => node.wbsCode));
      expect(pageSizes(plan)).toHaveLength(work.pageCount);
    }
  });

  it("fills a page with some thirty rows, and leaves no page with a row or two", () => {
    for (let count = 20; count < 160; count += 3) {
      const sizes = pageSizes(bigPlan(count));
      expect(Math.max(...sizes)).toBeGreaterThan(sizes.length > 1 ? 26 : 20);
      if (sizes.length > 1) expect(sizes.at(-1)).toBeGreaterThan(2);
    }
  });

  it("puts start and finish into one column where a narrow sheet would leave little for the names", () => {
    const people = [{ name: "Amara Osei-Lindqvist" }];
    const task = {
      task: "Prove the day of arrival",
      start: "2027-01-04",
      durationDays: 5,
      does: ["Amara Osei-Lindqvist"],
    };
    const stages = [{ name: "Idea", holds: [{ milestone: "First", date: "2027-02-01", holds: [task] }] }];
    const sections = workSections(aPlan({ people, stages }), "2027-03-01");
    expect(workPages(sections, sheetSize("A4"), roughWidth).columns.finish).toBeGreaterThan(0);
    const upright = sheetSize("A4", "portrait");
    const narrow = workPages(sections, upright, roughWidth);
    expect(narrow.columns.finish).toBe(0);
    expect(narrow.sections[0]?.lines.map(({ row }) => row.start)).toEqual(["1 Feb ’27", "4 – 8 Jan ’27"]);
    const total = Object.values(narrow.columns).reduce((sum, width) => sum + width, 0);
    expect(total).toBeCloseTo(upright.contentWidth, 3);
  });

  it("says on a page that begins inside a stage what it continues", () => {
    const starts = layOut(bigPlan(400)).sections.flatMap(({ lines }) => lines.filter((l) => l.startsPage));
    expect(starts.length).toBeGreaterThan(5);
    for (const { continues } of starts) expect(continues).toMatch(/^\d+ Stage \d+/);
  });

  it("never leaves a heading alone at the foot of a page", () => {
    for (const { lines } of layOut(bigPlan(400)).sections) {
      lines.forEach((line, i) => {
        const above = i === 0 ? 0 : (lines[i - 1] as WorkLine).row.node.depth;
        if (line.startsPage) expect(line.row.node.depth).toBeLessThanOrEqual(above);
      });
    }
  });

  it("shortens nothing, and keeps every line inside its column", () => {
    const names = fc.array(fc.string({ minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(names, fc.constantFrom<Paper>("A4", "Letter"), (list, paper) => {
        const holds = list.map((task) => ({ task, start: "2027-01-04", does: ["Ana"] }));
        const plan = aPlan({ people: [{ name: "Ana" }], stages: [{ name: "Idea", holds }] });
        const { columns, sections } = layOut(plan, paper);
        const total = Object.values(columns).reduce((sum, width) => sum + width, 0);
        expect(total).toBeCloseTo(sheetSize(paper).contentWidth, 3);
        expect(columns.name).toBeGreaterThan(150);
        for (const { row, name, indent } of sections.flatMap(({ lines }) => lines)) {
          expect(name.join("").replace(/\s+/g, "")).toBe(row.name.replace(/\s+/g, ""));
          for (const line of name) {
            expect(indent + roughWidth(line, WORK_STRONG)).toBeLessThanOrEqual(columns.name - CELL_GAP + 12);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
