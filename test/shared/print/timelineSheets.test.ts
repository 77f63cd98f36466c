import { describe, expect, it } from "vitest";
import { dayNumber } from "#shared/domain/day.ts";
import { freezeBaseline } from "#shared/domain/operations/baselines.ts";
import { shiftItems } from "#shared/domain/operations/edit.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { locator, sheetName } from "#shared/print/chart/tiles.ts";
import { sheetSize } from "#shared/print/layout/paper.ts";
import { workSections } from "#shared/print/pages/workTable.ts";
import { sheetPlaces } from "#shared/print/timeline/sheetPlaces.ts";
import { timelineSheets } from "#shared/print/timeline/timelineSheets.ts";
import { routeCrosses } from "#shared/timeline/link.ts";
import { aPlan, bigPlan, testContext } from "#test/support/builders.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const sheet = sheetSize("A4");
const layOut = (plan: Plan, asOf = "2027-03-01") => timelineSheets(plan, asOf, sheet, roughWidth);

describe("timelineSheets", () => {
  it("shows every row exactly once, in order, on sheets that are not overfull", () => {
    for (const count of [1, 12, 70, 400]) {
      const plan = bigPlan(count);
      const { sheets = [], zoom = 1, headingHeight = 0 } = layOut(plan) ?? {};
      const shown = sheets.flatMap(({ rows }) => rows.map((row) => row.node.item.id));
      expect(shown).toEqual(outlineOf(plan).inOrder.map((node) => node.item.id));
      for (const { chart } of sheets) {
        expect(chart.height * zoom + headingHeight).toBeLessThanOrEqual(sheet.contentHeight);
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
    const [first, second] = timeline?.sheets ?? [];
    const grid = first?.part.grid;
    expect(grid).toEqual({ rows: 1, columns: expect.any(Number) });
    expect(grid?.columns).toBeGreaterThan(1);
    expect(first?.part.title).toBe("Timeline: Long");
    expect(first?.locator).toBe(`Jan 2027 – Sep 2036, sheet A1 of A${grid?.columns}`);
    expect(second?.rows).toHaveLength(21);
    expect(second?.chart.span.firstDay).toBe((first?.chart.span.lastDay ?? 0) + 1);
    const long = second?.chart.bars[0];
    expect(long).toMatchObject({ place: "here", cutLeft: true });
    expect(second?.chart.bars[1]?.place).toBe("before");
  });

  it("draws each stage over its own window, the same on all its sheets, with every bar inside it", () => {
    for (const count of [70, 400]) {
      for (const { part, rows, chart } of layOut(bigPlan(count))?.sheets ?? []) {
        expect(chart.span).toEqual(part.window);
        for (const { node } of rows) {
          expect(dayNumber(node.start ?? "")).toBeGreaterThanOrEqual(chart.span.firstDay);
          expect(dayNumber(node.finish ?? "")).toBeLessThanOrEqual(chart.span.lastDay);
        }
        expect(
          chart.bars.every(({ place, cutLeft, cutRight }) => place === "here" && !cutLeft && !cutRight),
        ).toBe(true);
      }
    }
    const titles = (layOut(bigPlan(70))?.sheets ?? []).map(({ part, locator: at }) => `${part.title}, ${at}`);
    expect(titles).toEqual([
      "Timeline: Stage 1, 4 Jan – 21 Mar 2027, sheet 1 of 3",
      "Timeline: Stage 1, 4 Jan – 21 Mar 2027, sheet 2 of 3",
      "Timeline: Stage 2, 22 Feb – 11 Apr 2027, sheet 3 of 3",
    ]);
  });

  it("writes the one long name among many short ones in full", () => {
    const people = [{ name: "Ana" }, { name: "Nikolaos Papadopoulos" }];
    const holds = Array.from({ length: 20 }, (_, at) => ({
      task: `Task ${at}`,
      start: "2027-01-04",
      does: [at === 7 ? "Nikolaos Papadopoulos" : "Ana"],
    }));
    const rows = layOut(aPlan({ people, stages: [{ name: "Idea", holds }] }))?.sheets[0]?.rows ?? [];
    expect(rows.map(({ who }) => who)).toContain("Nikolaos Papadopoulos");
  });

  it("draws the line of the as-of day only where it lies in the window", () => {
    const days = (asOf: string) =>
      (layOut(bigPlan(70), asOf)?.sheets ?? []).map(({ chart }) => chart.todayX !== null);
    expect(days("2027-01-20")).toEqual([true, true, false]);
    expect(days("2027-06-20")).toEqual([false, false, false]);
  });

  it("keeps a plan of twenty rows, and a plan of one stage, on one sheet", () => {
    const tasks = (year: number) =>
      [1, 3, 5, 7].map((month) => ({
        task: `${year} ${month}`,
        start: `${year}-0${month}-04`,
        durationDays: 12,
      }));
    const years = [2027, 2028, 2029, 2030];
    const twenty = layOut(aPlan({ stages: years.map((y) => ({ name: `Year ${y}`, holds: tasks(y) })) }));
    expect(twenty?.sheets.map(({ part }) => part.title)).toEqual(["Timeline"]);
    expect(twenty?.sheets[0]?.locator).toBe("Jan 2027 – Sep 2030");
    expect(layOut(aPlan({ stages: [{ name: "One", holds: tasks(2027) }] }))?.sheets).toHaveLength(1);
  });

  it("leaves out the year where the window says it, and fills a sheet with some thirty rows", () => {
    const [first] = layOut(bigPlan(400))?.sheets ?? [];
    expect(first?.rows.slice(0, 3).map(({ dates }) => dates)).toEqual(["4 Jan – 16 Mar", "25 Jan", "4 Jan"]);
    const names = Array.from({ length: 200 }, (_, i) => ({ task: `Work ${i}`, start: "2027-01-04" }));
    const sheets = layOut(aPlan({ stages: [{ name: "All", holds: names }] }))?.sheets ?? [];
    expect(sheets.length).toBeLessThanOrEqual(7);
  });

  it("lays out the same plan in the same way each time", () => {
    const once = () =>
      JSON.stringify(
        layOut(bigPlan(70))?.sheets.map(({ locator: at, chart }) => [
          at,
          chart.bars.map(({ box, label }) => [box, label]),
        ]),
      );
    expect(once()).toBe(once());
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
    expect(away[0]?.chart.bars[1]?.label?.text).toBe("56 days late  → 1.60 (sheet 2)");
    expect(away.at(-1)?.chart.bars.at(-1)?.label?.text).toContain("after 1.1 (sheet 1)");
    expect(away[0]?.chart.hooks.map(({ id, head }) => [id, head.towards])).toEqual([["Work 0", "down"]]);
    expect(away.at(-1)?.chart.hooks.map(({ id, head }) => [id, head.towards])).toEqual([
      ["Work 59", "right"],
    ]);
    expect(sheets.flatMap((one) => one.chart.links).length).toBeGreaterThan(50);
  });

  it("tells where a sheet that starts inside a stage continues from", () => {
    const second = layOut(bigPlan(70))?.sheets[1];
    expect(second?.continues).toMatch(/^1 Stage 1/);
  });

  it("draws a bar with its critical path and where it lay in the newest baseline, and never a group", () => {
    const bare = aPlan({
      stages: [
        {
          name: "Idea",
          holds: [
            { task: "Long", start: "2027-02-01", durationDays: 20 },
            { task: "Short", start: "2027-02-01", durationDays: 2 },
            { milestone: "Open", date: "2027-02-05", holds: [{ task: "Within", start: "2027-02-02" }] },
          ],
        },
      ],
    });
    const ctx = testContext();
    const frozen = applyChange(bare, must(freezeBaseline(bare, ctx, "Board")));
    const plan = applyChange(frozen, must(shiftItems(frozen, ctx, ["Short"], 7)));
    const [sheet] = layOut(plan)?.sheets ?? [];
    const of = (id: string) => sheet?.chart.bars.find(({ row }) => row.node.item.id === id);
    const critical = sheet?.chart.bars.filter((bar) => bar.isCritical).map(({ row }) => row.node.item.id);
    expect(critical).toEqual(["Long"]);
    expect(sheet?.chart.bars.filter(({ ghost }) => ghost).map(({ row }) => row.node.item.id)).toEqual([
      "Short",
    ]);
    expect(of("Short")?.ghost?.x).toBeCloseTo(of("Long")?.box.x ?? 0, 6);
  });

  it("draws nothing for a plan without dates", () => {
    expect(layOut(aPlan({ stages: [{ name: "Idea" }] }))).toBeNull();
  });

  it("keeps words inside the chart, off their bars, and on white ground wherever a line crosses them", () => {
    for (const { chart } of layOut(bigPlan(400), "2027-03-10")?.sheets ?? []) {
      for (const { label, box } of chart.bars) {
        if (!label) continue;
        const left = label.anchor === "start" ? label.x : label.x - label.width;
        const right = left + label.width;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(chart.width + 0.01);
        expect(right <= box.x || left >= box.x + box.width).toBe(true);
        if (label.crossed) continue;
        expect(chart.todayX !== null && chart.todayX > left && chart.todayX < right).toBe(false);
        const cut = chart.links.some(({ routes }) =>
          routes.some((route) => routeCrosses(route, left, box.y - 3, right, box.y + 3)),
        );
        expect(cut).toBe(false);
      }
    }
  });
});

describe("locator", () => {
  it("letters rows and numbers columns, and is silent for one sheet", () => {
    expect(locator({ row: 1, column: 1 }, { rows: 3, columns: 3 })).toBe("sheet B2 of C3");
    expect(locator({ row: 1, column: 0 }, { rows: 4, columns: 1 })).toBe("sheet 2 of 4");
    expect(locator({ row: 0, column: 0 }, { rows: 1, columns: 1 })).toBe("");
    expect(sheetName(26, 0)).toBe("AA1");
  });
});

describe("places on sheets", () => {
  it("name the sheet that holds the very day of an item's end, over all parts", () => {
    const plan = aPlan({
      stages: [
        { name: "First", holds: [{ task: "Last day", start: "2027-01-04", durationDays: 5 }] },
        { name: "Second", holds: [{ task: "Next day", start: "2027-01-09", durationDays: 1 }] },
      ],
    });
    const { byId } = outlineOf(plan);
    const nodes = (...ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
    const monday = dayNumber("2027-01-04");
    const tiles = [monday, monday + 5].map((firstDay) => ({ firstDay, lastDay: firstDay + 4 }));
    const places = sheetPlaces([
      { tiles, pages: [nodes("First"), nodes("Last day")] },
      { tiles, pages: [nodes("Second", "Next day")] },
    ]);
    expect(places.grid).toEqual({ rows: 3, columns: 2 });
    expect([places.nameOf("Last day", "start"), places.nameOf("Last day", "finish")]).toEqual(["B1", "B1"]);
    expect(places.nameOf("Next day", "start")).toBe("C2");
    expect(places.isAbove("Last day", "Next day")).toBe(true);
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
