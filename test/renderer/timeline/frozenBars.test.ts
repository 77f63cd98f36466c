import { afterEach, beforeEach, expect, it } from "vitest";
import type { TimelineChart } from "#renderer/features/timeline/chart/types.ts";
import { chartRules } from "#renderer/features/timeline/chartRules.ts";
import type { Baseline } from "#shared/domain/baseline.ts";
import { compareWithBaseline } from "#shared/domain/compare.ts";
import { freezeBaseline } from "#shared/domain/operations/baselines.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import type { TimelineRow } from "#shared/timeline/bar.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { aChart, aRow } from "./aChart.ts";

const PX = 20;
const DAY = 20_000;
const plain = Array.from({ length: 300 }, (_, i) => ({
  ...aRow(`row ${i}`, i % 3 === 2 ? "milestone" : "task", DAY + i, DAY + i + (i % 3 === 2 ? 0 : 4)),
  code: `${i}`,
}));

let host: HTMLElement;
let chart: TimelineChart;
beforeEach(() => {
  host = document.createElement("div");
  document.body.append(host);
  chart = aChart(host);
});
afterEach(() => {
  chart.destroy();
  host.remove();
});

function withGhosts(count: number, days = -3): TimelineRow[] {
  return plain.map((row, i) =>
    i < count ? { ...row, ghost: { start: (row.start ?? 0) + days, finish: (row.finish ?? 0) + days } } : row,
  );
}

const layers = () => host.querySelectorAll(".frozen").length;
const bars = () => [...host.querySelectorAll<HTMLElement>(".was:not([hidden])")];
/** Left edge and top in the document, and width. */
const placeOf = (bar: HTMLElement | undefined) => {
  const [, x, y] = /translate\((-?[\d.]+)px, ?(-?[\d.]+)px\)/.exec(bar?.style.transform ?? "") ?? [];
  return { x: Number(x), y: Number(y), width: Number.parseFloat(bar?.style.width ?? "") };
};

it("has nothing in the document while nothing is compared", () => {
  chart.setRows(plain, []);
  const before = host.querySelectorAll("*").length;
  expect(layers()).toBe(0);
  chart.setRows(withGhosts(2), []);
  expect(bars()).toHaveLength(2);
  chart.setRows(plain, []);
  expect(host.querySelectorAll("*")).toHaveLength(before);
});

it("draws a bar as long as it was where it was, and a diamond on the middle of its day", () => {
  chart.setRows(withGhosts(3), []);
  const [first, , point] = bars();
  const now = host.querySelector<HTMLElement>(".bars [data-slot]");
  expect(placeOf(first)).toMatchObject({ y: 0, width: 5 * PX });
  expect(placeOf(now ?? undefined).x - placeOf(first).x).toBe(3 * PX);
  expect(first?.classList.contains("diamond")).toBe(false);
  expect(point?.classList.contains("diamond")).toBe(true);
  const middle = placeOf(point).x + placeOf(point).width / 2;
  expect(middle - placeOf(first).x).toBe(2 * PX + PX / 2);
  expect(placeOf(point).y).toBe(2 * 34);
});

it("follows an edit, a zoom and an undo", () => {
  chart.setRows(withGhosts(1), []);
  const { x } = placeOf(bars()[0]);
  chart.setRows(withGhosts(1, -2), []);
  expect(placeOf(bars()[0]).x).toBe(x + PX);
  chart.setScale(2 * PX);
  expect(placeOf(bars()[0]).width).toBe(5 * 2 * PX);
  chart.setRows(plain, []);
  expect(bars()).toHaveLength(0);
});

it("keeps to the window's rows, and makes room on the axis for what lay earlier", () => {
  chart.setRows(withGhosts(300, -400), []);
  expect(bars().length).toBeLessThan(60);
  expect(placeOf(bars()[0]).x).toBeGreaterThanOrEqual(0);
});

it("is said of the row, in words", () => {
  const plan = aPlan({
    stages: [{ name: "Idea", holds: [{ milestone: "Lease", date: "2027-03-12" }] }, { name: "Empty" }],
  });
  const ctx = testContext();
  const frozen = must(freezeBaseline(plan, ctx, "As agreed"));
  const later = applyChange(
    applyChange(plan, frozen),
    must(editEntity(plan, ctx, "milestone", "Lease", { date: "2027-03-19" })),
  );
  const comparison = compareWithBaseline(later, frozen.added[0] as Baseline);
  expect(chartRules(later, "2027-03-01", comparison).words("Lease")).toBe(
    "Milestone 1.1 Lease, 19 Mar 2027, 5 days later than in “As agreed”",
  );
  expect(chartRules(later, "2027-03-01").words("Lease")).toBe("Milestone 1.1 Lease, 19 Mar 2027");
});
