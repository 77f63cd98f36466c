import { describe, expect, it } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import { createDecision } from "#shared/domain/decision.ts";
import { createIssue } from "#shared/domain/issue.ts";
import { frozenItem } from "#shared/domain/operations/baselines.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { FlowPages, FlowSection, FlowSheet } from "#shared/print/layout/flow.ts";
import { sheetSize } from "#shared/print/layout/paper.ts";
import { changePages } from "#shared/print/pages/changePages.ts";
import { decisionLogPages } from "#shared/print/pages/decisionLogPages.ts";
import { ownerPages } from "#shared/print/pages/ownerPages.ts";
import { routinePages } from "#shared/print/pages/routinePages.ts";
import { stagePages } from "#shared/print/pages/stagePages.ts";
import { planPage } from "#shared/print/planPage/planPage.ts";
import { aPlan, START } from "#test/support/builders.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const A4 = sheetSize("A4");
const ASOF = addDays(START, 60);

function sectionsOf({ bands }: FlowSheet): readonly FlowSection[] {
  return bands.flatMap(({ columns }) => columns.flat());
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
      followUpOn: addDays(START, 1),
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
    expect(said).toContain(
      "First Handed over 3 days ago, not answered yet, to ask about since 5 Jan 2027 | Bo",
    );
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

  it("of changes: where each thing was and is, why, what moves a gate first, and what was settled since", () => {
    const build = (date: string) =>
      aPlan({
        stages: [
          {
            name: "Idea",
            holds: [
              {
                milestone: "Open",
                date,
                slips: date === START ? [] : [{ from: START, to: date, reason: "No permit", on: START }],
                holds: ["A", "B", "C", "D", "E", "F", "G", "H", "I"].map((task) => ({
                  task,
                  start: addDays(date, -3),
                })),
              },
            ],
          },
        ],
      });
    const before = build(START);
    const baseline = {
      kind: "baseline",
      id: "b",
      roadmapId: before.roadmap.id,
      name: "Agreed",
      frozenAt: "2027-01-04T10:00:00.000Z",
      items: outlineOf(before).inOrder.map(frozenItem),
    } as const;
    const issue = createIssue({
      id: "i",
      roadmapId: before.roadmap.id,
      order: "a",
      name: "Rats",
      raisedOn: addDays(START, 2),
    });
    const plan = {
      ...build(addDays(START, 7)),
      baselines: new Map([["b", baseline]]),
      issues: new Map([["i", issue]]),
    };
    const said = words(changePages(plan, ASOF, A4, roughWidth, null));
    expect(said).toContain("What changed since “Agreed”, 4 Jan 2027");
    expect(said).toMatch(
      /Idea ends 5 days later: 4 Jan → 11 Jan\nOpen \| 4 Jan → 11 Jan \| \+5 d.* \| No permit\n/,
    );
    expect(said).toMatch(/Moved later: \d tasks \| [A-I] \(\+5.d\);/);
    expect(said).toContain("Rats | Open");
    expect(changePages(plan, addDays(START, -1), A4, roughWidth, null)).toBeNull();
  });

  it("of decisions: which one holds, what it took the place of, and what lies outside a right", () => {
    const base = aPlan({
      roadmap: { ceoId: "Ana", currency: "EUR" },
      people: [{ name: "Ana" }, { name: "Bo" }],
      stages: [{ name: "Idea" }],
      decisionRights: [{ id: "m", name: "Spending", holderId: "Bo", level: 6, ceiling: 100 }],
    });
    const decision = (id: string, fields: object) =>
      createDecision({
        id,
        roadmapId: base.roadmap.id,
        name: id,
        recordedAt: `${START}T10:00:00.000Z`,
        state: "accepted",
        decidedById: "Bo",
        decidedOn: START,
        ...fields,
      });
    const all = [
      decision("Old", {}),
      decision("New", {
        supersedesId: "Old",
        decidedOn: addDays(START, 1),
        itemIds: ["Idea"],
        reason: "Cheaper",
      }),
      decision("Dear", { decisionRightId: "m", amount: 900 }),
      decision("Maybe", { state: "proposed" }),
    ];
    const plan = { ...base, decisions: new Map(all.map((one) => [one.id, one])) };
    const said = words(decisionLogPages(plan, ASOF, A4, roughWidth));
    expect(said).toContain("1 proposed, 2 in force, 1 replaced on 5 Mar 2027.");
    expect(said).toMatch(/New In place of “Old” \| Cheaper \| Bo \| 5 Jan 2027 \| Idea/);
    expect(said).toMatch(/Dear \|.*Bo outside their right \| 4 Jan 2027 \| Spending, €900/);
    expect(said).toContain("Old Replaced by “New”");
    const { brief } = planPage(plan, ASOF, A4, roughWidth);
    const ask = brief.parts.find(({ id }) => id === "ask")?.lines.map(({ name }) => name.join(" "));
    expect(ask).toEqual(expect.arrayContaining(["Maybe", "Dear"]));
    expect(ask).toHaveLength(2);
  });
});
