import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { changePages } from "#shared/print/changePages.ts";
import { decisionLogPages } from "#shared/print/decisionLogPages.ts";
import type { FlowPages, FlowSection, FlowSheet } from "#shared/print/flow.ts";
import { sectionHeight } from "#shared/print/flowCut.ts";
import { flowPages, flowSection } from "#shared/print/flowSheets.ts";
import { flowTable } from "#shared/print/flowTable.ts";
import { ownerPages } from "#shared/print/ownerPages.ts";
import { ORIENTATIONS, PAPERS, type SheetSize, sheetSize } from "#shared/print/paper.ts";
import { routinePages } from "#shared/print/routinePages.ts";
import { stagePages } from "#shared/print/stagePages.ts";
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

/** Every word of the sheets, a row a line. */
function words(pages: FlowPages | null): string {
  return (pages?.sheets ?? [])
    .flatMap((sheet) => [
      sheet.name,
      ...sheet.head.subtitle,
      ...sheet.head.lead,
      ...sectionsOf(sheet).flatMap(({ title, aside, texts, table, after }) => [
        `${title} ${aside}`,
        ...texts.map(({ lines }) => lines.join(" ")),
        ...(table?.groups ?? []).flatMap((group) => [
          `${group.title} ${group.aside}`,
          ...group.rows.map(({ cells }) =>
            cells.map(({ lines, note, label }) => [...lines, ...note, label].join(" ").trim()).join(" | "),
          ),
        ]),
        after,
      ]),
    ])
    .join("\n");
}

function expectInside({ sheets }: FlowPages, { contentWidth, contentHeight }: SheetSize): void {
  for (const sheet of sheets) {
    expect(sheet.height).toBeLessThanOrEqual(contentHeight);
    expect(sheet.bands.length).toBeGreaterThan(0);
    for (const { columns } of sheet.bands) {
      const room = columns.length === 1 ? contentWidth : (contentWidth - 28) / columns.length;
      for (const { table, isContinued, texts } of columns.flat()) {
        expect(isContinued && texts.length > 0).toBe(false);
        const width = (table?.columns ?? []).reduce((sum, column) => sum + column.width, 0);
        expect(width).toBeLessThanOrEqual(room + 0.5);
      }
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

describe("what the pages say", () => {
  it("of a stage: its gate with the evidence, who has what, and what is in the way", () => {
    const plan = aPlan({
      people: [{ name: "Ana" }, { name: "Bo" }],
      stages: [
        {
          name: "Idea",
          gateCriteria: [
            { id: "c1", text: "Sold", isMust: true, isMet: true, evidence: [] },
            {
              id: "c2",
              text: "Liked",
              isMust: false,
              isMet: true,
              evidence: [{ id: "e", note: "Asked them", figure: "9 of 10", link: "", on: START }],
            },
          ],
          holds: [
            { task: "Bake", start: START, does: ["Ana"] },
            { task: "Sell", start: START, does: ["Bo"], status: "done" },
          ],
        },
      ],
    });
    const said = words(stagePages(plan, ASOF, A4, roughWidth, null));
    expect(said).toContain("Sold | Must | Met, not shown");
    expect(said).toContain("Liked | Should | Met | 9 of 10. Asked them");
    expect(said).toMatch(/Ana \| 1 \| 1 \| Bake/);
    expect(said).toContain("Done with their tasks: Bo 1.");
    expect(said).toContain("Bake | 60 days late, nobody answers for it");
  });

  it("of a person: what they wait for, by hand-over and by link, and nothing that is their own", () => {
    const handover = {
      byId: "Ana",
      toId: "Bo",
      level: 5,
      on: START,
      state: "handed",
      reason: "",
      followUpOn: null,
    };
    const plan = aPlan({
      people: [{ name: "Ana" }, { name: "Bo" }, { name: "Idle" }],
      stages: [
        {
          name: "Idea",
          holds: [
            { task: "First", start: START, does: ["Bo"], handovers: [handover as never] },
            { task: "Own", start: START, does: ["Ana"] },
            { task: "Last", start: START, does: ["Ana"] },
          ],
        },
      ],
      links: [
        { from: "First", to: "Last" },
        { from: "Own", to: "Last" },
      ],
    });
    const pages = ownerPages(plan, addDays(START, 3), A4, roughWidth);
    expect(pages?.sheets.map(({ name }) => name)).toEqual(["Ana", "Bo"]);
    const said = words(pages);
    expect(said).toContain("First Handed over 3 days ago, not answered yet | Bo");
    expect(said).toMatch(/First \| Bo \|.*\| Last/);
    expect(said).not.toMatch(/Own \| Ana \|.*\| Last/);
    expect(said).toContain("Handed over by Ana on 4 Jan 2027, not answered yet");
  });

  it("of routines: the weekdays of those of every week, the days of the month of the rarer", () => {
    const plan = aPlan({
      people: [{ name: "Ana" }],
      routines: [
        { name: "Stock", rule: "FREQ=WEEKLY;BYDAY=MO,TH", firstRun: START, ownerId: "Ana", minutes: 30 },
        { name: "Books", rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", firstRun: START, minutes: 30 },
        { name: "Rent", rule: "FREQ=MONTHLY;BYMONTHDAY=1", firstRun: START, minutes: 20 },
        { name: "Over", rule: "FREQ=DAILY", firstRun: START, endedOn: START },
      ],
    });
    const said = words(routinePages(plan, addDays(START, 1), A4, roughWidth));
    expect(said).toMatch(/Stock \| [^|]+ \| 30 min \| Mon, every week \| {2}\| {2}\| Thu, every week \|/);
    expect(said).toMatch(/Books \| [^|]+ \| 30 min \| {2}\| Tue, every second week \|/);
    expect(said).toMatch(/Rent \| [^|]+ \| 20 min \| {2}\| 1 \| 1 \|/);
    expect(said).not.toContain("Over");
    expect(said).toContain("Ana about 1 h a week");
  });
});
