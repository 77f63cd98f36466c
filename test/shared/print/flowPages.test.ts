import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ORIENTATIONS, PAPERS } from "#shared/domain/printSettings.ts";
import { FLOW, type FlowPages, type FlowSection, type FlowSheet } from "#shared/print/layout/flow.ts";
import { sectionHeight } from "#shared/print/layout/flowCut.ts";
import { flowPages, flowSection } from "#shared/print/layout/flowSheets.ts";
import { flowTable } from "#shared/print/layout/flowTable.ts";
import { type SheetSize, sheetSize } from "#shared/print/layout/paper.ts";
import { changePages } from "#shared/print/pages/changePages.ts";
import { decisionLogPages } from "#shared/print/pages/decisionLogPages.ts";
import { ownerPages } from "#shared/print/pages/ownerPages.ts";
import { routinePages } from "#shared/print/pages/routinePages.ts";
import { stagePages } from "#shared/print/pages/stagePages.ts";
import { aPlan, bigPlan, START } from "#test/support/builders.ts";
import { fullPlan } from "#test/support/plans.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const A4 = sheetSize("A4");
const ASOF = addDays(START, 60);

function sectionsOf({ bands }: FlowSheet): readonly FlowSection[] {
  return bands.flatMap(({ columns }) => columns.flat());
}

function rowIds(pages: FlowPages | null): string[] {
  return (pages?.sheets ?? []).flatMap((sheet) =>
    sectionsOf(sheet).flatMap(({ table }) =>
      (table?.groups ?? []).flatMap(({ rows }) => rows.map(({ id }) => id)),
    ),
  );
}

function expectInside({ sheets }: FlowPages, { contentWidth, contentHeight }: SheetSize): void {
  for (const sheet of sheets) {
    expect(sheet.height).toBeLessThanOrEqual(contentHeight);
    expect(sheet.bands.length).toBeGreaterThan(0);
    for (const { columns, widths } of sheet.bands) {
      const gutters = FLOW.gutter * (columns.length - 1);
      expect(widths.reduce((sum, width) => sum + width, gutters)).toBeLessThanOrEqual(contentWidth);
      columns.forEach((sections, at) => {
        for (const { table, isContinued, texts } of sections) {
          expect(isContinued && texts.length > 0).toBe(false);
          const width = (table?.columns ?? []).reduce((sum, column) => sum + column.width, 0);
          expect(width).toBeLessThanOrEqual((widths[at] ?? 0) + 0.5);
        }
      });
    }
  }
}

const everyKind = (plan: Plan, size: SheetSize): (FlowPages | null)[] => [
  changePages(plan, ASOF, size, roughWidth, null),
  stagePages(plan, ASOF, size, roughWidth, null),
  ownerPages(plan, ASOF, size, roughWidth),
  routinePages(plan, ASOF, size, roughWidth),
  decisionLogPages(plan, ASOF, size, roughWidth),
];

describe("sheets of sections", () => {
  const story = fc.array(fc.array(fc.string({ maxLength: 400 }), { maxLength: 40 }), {
    minLength: 1,
    maxLength: 6,
  });
  const cases = fc.record({
    story,
    paper: fc.constantFrom(...PAPERS),
    orientation: fc.constantFrom(...ORIENTATIONS),
    isBeside: fc.boolean(),
  });

  it("holds every row once and in order, never higher than the sheet, no heading without a row", () => {
    fc.assert(
      fc.property(cases, ({ story: lists, paper, orientation, isBeside }) => {
        const size = sheetSize(paper, orientation);
        const builders = lists.map((names, s) => (room: Parameters<typeof flowSection>[0]) => {
          const rows = names.map((name, at) => ({ id: `${s}.${at}`, cells: [name, `${at}`] }));
          const columns = [
            { head: "Name", share: 1 },
            { head: "Number", most: 1 },
          ];
          const groups = [
            { id: "one", title: "First", rows: rows.slice(0, 7) },
            { id: "two", title: "Second", rows: rows.slice(7) },
          ];
          return flowSection(room, {
            id: `${s}`,
            title: `Section ${s}`,
            table: flowTable(columns, groups, room),
          });
        });
        const pages = flowPages(
          [
            {
              id: "a",
              title: "Title",
              subtitle: "",
              lead: "",
              hue: null,
              blocks: isBeside
                ? [{ kind: "columns", sections: builders }]
                : builders.map((section) => ({ kind: "whole", section })),
            },
          ],
          size,
          roughWidth,
        );
        expect(rowIds(pages)).toEqual(lists.flatMap((names, s) => names.map((_, at) => `${s}.${at}`)));
        for (const sheet of pages?.sheets ?? []) {
          expect(sheet.height).toBeLessThanOrEqual(size.contentHeight);
          for (const section of sectionsOf(sheet)) {
            expect(sectionHeight(section)).toBeLessThanOrEqual(size.contentHeight);
            expect(section.table?.groups.every(({ rows }) => rows.length > 0)).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("a long table", () => {
  it("of tall rows never goes on over another sheet for a row or two", () => {
    for (let count = 12; count < 21; count += 2) {
      const section = (room: Parameters<typeof flowSection>[0]) => {
        const rows = Array.from({ length: count }, (_, at) => ({
          id: `${at}`,
          cells: ["word ".repeat(150)],
        }));
        return flowSection(room, {
          id: "a",
          title: "Rows",
          table: flowTable([{ head: "Name", share: 1 }], [{ id: "all", rows }], room),
        });
      };
      const story = { id: "a", title: "Title", subtitle: "", lead: "", hue: null };
      const pages = flowPages([{ ...story, blocks: [{ kind: "whole", section }] }], A4, roughWidth);
      expect(rowIds(pages)).toHaveLength(count);
      const last = sectionsOf(pages?.sheets.at(-1) as FlowSheet).at(-1)?.table?.groups[0]?.rows;
      expect(last?.length).toBeGreaterThanOrEqual(4);
    }
  });
});

describe("two sections beside each other", () => {
  /** Rows of names so long that they take two lines in half of the sheet and one in more. */
  const section = (id: string, count: number, name: string) => (room: Parameters<typeof flowSection>[0]) =>
    flowSection(room, {
      id,
      title: id,
      table: flowTable(
        [{ head: "Name", share: 1 }],
        [{ id, rows: Array.from({ length: count }, (_, at) => ({ id: `${at}`, cells: [name] })) }],
        room,
      ),
    });
  const widthsOf = (rows: number): readonly number[] | undefined => {
    const sections = [section("Long", rows, "word ".repeat(18)), section("Short", 2, "brief")];
    const story = { id: "a", title: "Title", subtitle: "", lead: "", hue: null };
    const pages = flowPages([{ ...story, blocks: [{ kind: "columns", sections }] }], A4, roughWidth);
    expect(pages?.sheets).toHaveLength(1);
    return pages?.sheets[0]?.bands[0]?.widths;
  };

  it("are equally wide, unless only a wider one keeps both on the sheet", () => {
    const [left = 0, right = 0] = widthsOf(5) ?? [];
    expect(left).toBe(right);
    const [wide = 0, narrow = 0] = widthsOf(22) ?? [];
    expect(wide).toBeGreaterThan(narrow);
  });
});

describe("every kind of page", () => {
  it("stays inside sheets of every size, whatever the names", () => {
    const long = "שם ארוך מאוד ".repeat(30) + "Wort".repeat(60);
    const plan = aPlan({
      roadmap: { ceoId: "p" },
      people: [{ id: "p", name: long, role: long }],
      stages: [{ name: long, goal: long, holds: [{ milestone: long, date: START, ownerId: "p" }] }],
      routines: [{ name: long, rule: "FREQ=DAILY", firstRun: START, ownerId: "p" }],
    });
    for (const paper of PAPERS)
      for (const orientation of ORIENTATIONS)
        for (const one of [plan, fullPlan()])
          for (const pages of everyKind(one, sheetSize(paper, orientation)))
            if (pages) expectInside(pages, sheetSize(paper, orientation));
  });

  it("prints nothing of an empty plan", () => {
    expect(everyKind(aPlan(), A4).every((pages) => pages === null)).toBe(true);
  });

  it("gives everybody of a large plan all open work, and each stage a sheet that begins with it", () => {
    const plan = bigPlan(300);
    const pages = ownerPages(plan, ASOF, A4, roughWidth);
    if (pages) expectInside(pages, A4);
    const open = [...plan.tasks.values()].filter(({ status }) => status !== "done");
    const found = new Set(rowIds(pages));
    expect(open.every(({ id }) => found.has(id))).toBe(true);
    const stages = stagePages(plan, ASOF, A4, roughWidth, null)?.sheets ?? [];
    const first = stages.filter(({ isContinued }) => !isContinued).map(({ id }) => id);
    expect(first).toEqual([...plan.stages.keys()]);
  });
});
