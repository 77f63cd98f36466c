import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { ORIENTATIONS, PAPERS } from "#shared/domain/printSettings.ts";
import { scaleOver } from "#shared/print/chart/span.ts";
import { sheetSize } from "#shared/print/layout/paper.ts";
import { LINE, LIST } from "#shared/print/layout/planText.ts";
import { planPage } from "#shared/print/planPage/planPage.ts";
import { stageBand } from "#shared/print/planPage/stageBand.ts";
import { aPlan, bigPlan, START, type StageLiteral } from "#test/support/builders.ts";
import { fullPlan } from "#test/support/plans.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const stageLists = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 900 }),
    days: fc.integer({ min: 1, max: 400 }),
    dated: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

function planOf(stages: readonly { from: number; days: number; dated: boolean }[]) {
  return aPlan({
    stages: stages.map(({ from, days, dated }, i): StageLiteral => {
      const tasks = [{ task: `Work ${i}`, start: addDays(START, from), durationDays: days }];
      return { name: `Stage with a name ${i}`, holds: dated ? tasks : [] };
    }),
  });
}

describe("planPage", () => {
  it("is never higher than the page, whatever the plan", () => {
    const plans = [bigPlan(12), bigPlan(70), bigPlan(400), aPlan(), aPlan({ stages: [{ name: "Idea" }] })];
    for (const plan of [...plans, fullPlan()]) {
      for (const paper of PAPERS.flatMap((one) => ORIENTATIONS.map((lies) => [one, lies] as const))) {
        const sheet = sheetSize(...paper);
        const page = planPage(plan, "2027-03-01", sheet, roughWidth);
        const { space, head } = page;
        const top =
          head.height + head.factsHeight + space.facts + space.chart + space.foot + page.chart.height;
        const milestones = LIST.heading + page.list.height;
        const foot = page.isStacked
          ? milestones + LIST.gap + page.brief.height
          : Math.max(milestones + page.goals.height, page.brief.height);
        const gates = page.gates.height > 0 ? page.gates.height + space.gates : 0;
        expect(top + gates + foot).toBeLessThanOrEqual(sheet.contentHeight);
        expect(page.brief.parts.map(({ id }) => id)).toContain("changed");
      }
    }
  });

  it("lists the milestones that matter now and says how many are left out", () => {
    const { list } = planPage(bigPlan(400), "2027-06-01", sheetSize("A4"), roughWidth);
    expect(list.milestones.length).toBeGreaterThanOrEqual(6);
    expect(list.milestones.length + list.milestonesLeft).toBe(50);
    expect(list.reachedLeft).toBe(0);
    const dates = list.milestones.map(({ node }) => node.start ?? "");
    expect([...dates].sort()).toEqual(dates);
    expect(dates.some((day) => day >= "2027-06-01")).toBe(true);
    expect(dates.some((day) => day < "2027-06-01")).toBe(true);
  });

  it("clamps a vision of many pages to three lines", () => {
    const plan = aPlan({ roadmap: { vision: "A very long vision. ".repeat(2_000) } });
    const { head } = planPage(plan, "2027-03-01", sheetSize("A4"), roughWidth);
    expect(head.vision).toHaveLength(3);
    expect(head.vision[2]).toMatch(/…$/);
    expect(head.height).toBeLessThan(LINE.company * 2 + LINE.vision * 3 + LINE.subtitle + 5);
  });

  it("tells apart a plan without dates, before and after the as-of day", () => {
    const on = (asOf: string) => planPage(bigPlan(12), asOf, sheetSize("A4"), roughWidth).chart.today;
    expect(on("2020-01-01")).toBe("before");
    expect(on("2030-01-01")).toBe("after");
    expect(on("2027-01-20")).toMatchObject({ x: expect.any(Number) });
    expect(planPage(aPlan(), "2027-01-01", sheetSize("A4"), roughWidth).chart.today).toBeNull();
  });
});

describe("stageBand", () => {
  it("draws every stage once, none over another, each at least visible and inside the band", () => {
    fc.assert(
      fc.property(stageLists, (stages) => {
        const outline = outlineOf(planOf(stages));
        const scale = scaleOver({ firstDay: dayNumber(START), lastDay: dayNumber(START) + 1_700 }, 600);
        const band = stageBand(outline.stages, scale, { y: 20, axisWidth: 600, width: 770 }, roughWidth);
        expect(band.stages.map(({ index }) => index).sort((a, b) => a - b)).toEqual(stages.map((_, i) => i));
        for (const [i, a] of band.stages.entries()) {
          expect(a.width).toBeGreaterThan(5);
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(770.01);
          for (const b of band.stages.slice(i + 1)) {
            const apartX = a.x + a.width <= b.x + 0.51 || b.x + b.width <= a.x + 0.51;
            const apartY = a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apartX || apartY).toBe(true);
          }
        }
      }),
    );
  });

  it("puts stages that follow each other on one lane, with their names and dates inside", () => {
    const plan = planOf([
      { from: 0, days: 120, dated: true },
      { from: 200, days: 120, dated: true },
    ]);
    const scale = scaleOver({ firstDay: dayNumber(START), lastDay: dayNumber(START) + 400 }, 600);
    const band = stageBand(outlineOf(plan).stages, scale, { y: 0, axisWidth: 600, width: 600 }, roughWidth);
    expect(new Set(band.stages.map(({ y }) => y)).size).toBe(1);
    expect(band.stages.every(({ label }) => label?.inside)).toBe(true);
  });
});
