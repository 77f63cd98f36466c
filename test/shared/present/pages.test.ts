import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import { HEALTHS } from "#shared/domain/milestone.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { TASK_STATUSES } from "#shared/domain/task.ts";
import { isLive } from "#shared/present/lines.ts";
import { type PresentPage, presentPages } from "#shared/present/pages.ts";
import { linesIn, PAGE_HEIGHT } from "#shared/present/size.ts";
import { stripOf } from "#shared/present/strip.ts";
import { aPlan, START } from "#test/support/builders.ts";

const SECRET = "For our eyes only";
const TODAY = addDays(START, 28);

function shop(): Plan {
  const notes = SECRET;
  return aPlan({
    roadmap: { ceoId: "Ana", vision: "The best slice in town. Then in every town." },
    people: [{ name: "Ana" }, { name: "Bo" }],
    stages: [
      {
        name: "Idea",
        goal: "We know who is hungry.",
        notes,
        gateCriteria: [{ id: "c", text: "Ten asked", isMust: true, isMet: true, evidence: [] }],
        holds: [
          {
            milestone: "Named",
            date: "2027-01-20",
            ownerId: "Ana",
            health: "at-risk",
            notes,
            holds: [
              { task: "Choose", start: START, does: ["Bo"], notes },
              { task: "Ask the bank", start: "2027-02-10", status: "waiting", does: ["Bo"], notes },
            ],
          },
        ],
      },
      { name: "Opening", holds: [{ milestone: "Open", date: "2027-06-01" }] },
    ],
  });
}

const said = (page: PresentPage | undefined) =>
  page?.lines.map((line) => (isLive(line) ? `${line.text}: ${line.state}` : line.text));

describe("pages", () => {
  it("go from the cover through the stages to who does what next", () => {
    const pages = presentPages(shop(), TODAY);
    expect(pages.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      "cover: Corner Pizza",
      "stage: Idea",
      "stage: Opening",
      "next: Next steps until 15 Feb",
    ]);
    expect(said(pages[0])).toEqual(["The best slice in town.", "Then in every town."]);
    expect(said(pages[1])).toEqual([
      "Named: At risk, 12 days late",
      "Late or waiting",
      "Choose: Not started, 28 days late",
      "Ask the bank: Waiting",
      "What the gate asks for",
      "Ten asked: Must-have, no evidence",
    ]);
    expect(pages[1]).toMatchObject({
      standing: "Not decided yet.",
      readiness: "1 of 1 must-have met, 1 without evidence; 1 milestone still ahead",
    });
    expect(said(pages[3])).toEqual([
      "Ana",
      "Named: At risk, 12 days late",
      "Bo",
      "Choose: Not started, 28 days late",
      "Ask the bank: Waiting",
    ]);
    expect(JSON.stringify(pages)).not.toContain(SECRET);
  });

  it("hold every milestone once and never more than fits, whatever the plan", () => {
    const name = fc.stringMatching(/^([A-Za-z]{1,40} ?){0,14}$/);
    const milestone = fc.record({
      name,
      days: fc.integer({ min: -60, max: 60 }),
      health: fc.constantFrom(...HEALTHS),
      statuses: fc.array(fc.constantFrom(...TASK_STATUSES), { maxLength: 4 }),
    });
    const stage = fc.record({
      goal: name,
      milestones: fc.array(milestone, { maxLength: 14 }),
      criteria: fc.array(name),
    });
    fc.assert(
      fc.property(fc.array(stage, { maxLength: 3 }), name, (stages, vision) => {
        let n = 0;
        const plan = aPlan({
          roadmap: { vision },
          stages: stages.map(({ goal, milestones, criteria }, i) => ({
            name: `S${i}`,
            goal,
            gateCriteria: criteria.map((text, c) => ({
              id: `${i} ${c}`,
              text,
              isMust: true,
              isMet: false,
              evidence: [],
            })),
            holds: milestones.map((drawn) => ({
              id: `m${++n}`,
              milestone: drawn.name,
              date: addDays(TODAY, drawn.days),
              health: drawn.health,
              holds: drawn.statuses.map((status) => ({ task: `${drawn.name} T`, status })),
            })),
          })),
        });
        const pages = presentPages(plan, TODAY);
        for (const page of pages) {
          const height = page.lines.reduce((sum, line) => sum + line.height, 0);
          expect(height).toBeLessThanOrEqual(PAGE_HEIGHT - 92);
          if (page.lines.length > 1) expect(page.lines.at(-1)?.kind).not.toBe("heading");
        }
        const shown = pages.flatMap((page) => (page.kind === "stage" ? page.lines : []));
        const ids = shown.flatMap((line) => (line.kind === "milestone" ? [line.id] : []));
        expect(ids).toEqual(Array.from({ length: n }, (_, i) => `m${i + 1}`));
        expect(new Set(pages.map(({ key }) => key)).size).toBe(pages.length);
      }),
      { numRuns: 60 },
    );
  });

  it("guess lines of text on the wide side", () => {
    expect(linesIn("", 100, 3)).toBe(1);
    expect(linesIn("one two three", 160, 9)).toBe(2);
    expect(linesIn("a".repeat(25), 160, 9)).toBe(3);
    expect(linesIn("a ".repeat(500), 160, 3)).toBe(3);
  });
});

it("places stages and today along the whole", () => {
  const strip = stripOf(shop(), TODAY);
  expect(strip?.stages.map(({ name }) => name)).toEqual(["Idea", "Opening"]);
  expect(strip?.today).toBeGreaterThan(0);
  expect(strip?.today).toBeLessThan(0.5);
  expect(stripOf(shop(), "2031-01-01")?.today).toBeNull();
  expect(stripOf(aPlan(), TODAY)).toBeNull();
});
