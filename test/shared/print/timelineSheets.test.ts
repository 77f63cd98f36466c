import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { sheetSize } from "#shared/print/paper.ts";
import { roughWidth } from "#shared/print/text.ts";
import { locator, sheetName } from "#shared/print/tiles.ts";
import { HEADING_HEIGHT, timelineSheets } from "#shared/print/timelineSheets.ts";
import { workSections } from "#shared/print/workTable.ts";
import { aPlan, bigPlan } from "#test/support/builders.ts";

const sheet = sheetSize("A4");
const layOut = (plan: Plan, asOf = "2027-03-01") => timelineSheets(plan, asOf, sheet, roughWidth);

describe("timelineSheets", () => {
  it("shows every row exactly once, in order, on sheets that are not overfull", () => {
    for (const count of [1, 12, 70, 400]) {
      const plan = bigPlan(count);
      const sheets = layOut(plan)?.sheets ?? [];
      const shown = sheets.flatMap(({ rows }) => rows.map((row) => row.node.item.id));
      expect(shown).toEqual(outlineOf(plan).inOrder.map((node) => node.item.id));
      for (const { chart } of sheets) {
        expect(chart.height + HEADING_HEIGHT).toBeLessThanOrEqual(sheet.contentHeight);
      }
    }
  });

  it("tiles time when ten years would be illegible on one sheet, and repeats the rows on each", () => {
    const tasks = Array.from({ length: 20 }, (_, i) => ({
      task: `Work ${i}`,
      start: `${2027 + Math.floor(i / 2)}-0${1 + (i % 2) * 6}-11`,
      durationDays: 3,
    }));
    const timeline = layOut(aPlan({ stages: [{ name: "Long", holds: tasks }] }));
    expect(timeline?.grid).toEqual({ rows: 1, columns: expect.any(Number) });
    expect(timeline?.grid.columns).toBeGreaterThan(1);
    const [first, second] = timeline?.sheets ?? [];
    expect(first?.locator).toBe(`Sheet A1 of A${timeline?.grid.columns}`);
    expect(second?.rows).toHaveLength(21);
    expect(second?.chart.span.firstDay).toBe((first?.chart.span.lastDay ?? 0) + 1);
    const long = second?.chart.bars[0];
    expect(long).toMatchObject({ place: "here", cutLeft: true });
    expect(second?.chart.bars[1]?.place).toBe("before");
  });

  it("names the items on other sheets that a row is linked to", () => {
    const sheets = layOut(bigPlan(70))?.sheets ?? [];
    const linked = aPlan({
      stages: [
        {
          name: "All",
          holds: Array.from({ length: 60 }, (_, i) => ({ task: `Work ${i}`, start: "2027-01-04" })),
        },
      ],
      links: [{ from: "Work 0", to: "Work 59" }],
    });
    const away = layOut(linked)?.sheets ?? [];
    expect(away[0]?.chart.bars[1]?.label?.text).toBe("56 days late  → 1.60");
    expect(away.at(-1)?.chart.bars.at(-1)?.label?.text).toContain("after 1.1");
    expect(sheets.flatMap((one) => one.chart.links).length).toBeGreaterThan(50);
  });

  it("tells where a sheet that starts inside a stage continues from", () => {
    const second = layOut(bigPlan(70))?.sheets[1];
    expect(second?.continues).toMatch(/^1 Stage 1/);
  });

  it("draws nothing for a plan without dates", () => {
    expect(layOut(aPlan({ stages: [{ name: "Idea" }] }))).toBeNull();
  });

  it("keeps labels inside the chart", () => {
    for (const { chart } of layOut(bigPlan(400), "2028-06-01")?.sheets ?? []) {
      for (const { label } of chart.bars) {
        if (!label) continue;
        const width = roughWidth(label.text, { size: 7, weight: 400 });
        const left = label.anchor === "start" ? label.x : label.x - width;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(chart.width + 0.01);
      }
    }
  });
});

describe("locator", () => {
  it("letters rows and numbers columns, and is silent for one sheet", () => {
    expect(locator({ row: 1, column: 1 }, { rows: 3, columns: 3 })).toBe("Sheet B2 of C3");
    expect(locator({ row: 1, column: 0 }, { rows: 4, columns: 1 })).toBe("Sheet 2 of 4");
    expect(locator({ row: 0, column: 0 }, { rows: 1, columns: 1 })).toBe("");
    expect(sheetName(26, 0)).toBe("AA1");
  });
});

describe("workSections", () => {
  it("holds every live item in full, and nothing from the bin", () => {
    const long = "A name of three hundred letters ".repeat(10).trim();
    const plan = aPlan({
      people: [{ name: "Ana" }, { name: "Gone", deletedAt: "2027-01-05T00:00:00.000Z" }],
      stages: [
        {
          name: "Idea",
          holds: [
            { task: long, start: "2027-01-04", durationDays: 2.5, does: ["Ana", "Gone"] },
            { task: "Binned", start: "2027-01-04", deletedAt: "2027-01-05T00:00:00.000Z" },
          ],
        },
        {
          name: "Binned stage",
          deletedAt: "2027-01-05T00:00:00.000Z",
          holds: [{ task: "Within", start: "2027-01-04" }],
        },
      ],
    });
    const [idea, ...others] = workSections(plan, "2027-01-04");
    expect(others).toEqual([]);
    expect(idea?.rows).toMatchObject([
      {
        code: "1.1",
        name: long,
        start: "4 Jan 2027",
        finish: "6 Jan 2027",
        duration: "2.5 days",
        doers: "Ana",
      },
    ]);
  });
});
