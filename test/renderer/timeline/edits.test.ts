import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TimelineChart } from "#renderer/features/timeline/chart/types.ts";
import type { TimelineRow } from "#shared/timeline/bar.ts";
import type { TimelineLink } from "#shared/timeline/rowLinks.ts";
import { aChart, aRow } from "./aChart.ts";

const START = 20_000;
const rows = Array.from({ length: 200 }, (_, i) => {
  const start = START + i;
  return {
    ...aRow(`row ${i}`, i % 7 === 3 ? "milestone" : "task", start, i % 7 === 3 ? start : start + 4),
    code: `${i}`,
  };
});
const links: readonly TimelineLink[] = rows.slice(1).map((row, i) => ({
  id: `link ${i}`,
  fromId: rows[i]?.id ?? "",
  toId: row.id,
  type: "FS",
}));

let made: { chart: TimelineChart; host: HTMLElement }[] = [];

function mounted(shown: readonly TimelineRow[]): { chart: TimelineChart; host: HTMLElement } {
  const host = document.createElement("div");
  document.body.append(host);
  const one = { chart: aChart(host), host };
  one.chart.setRows(shown, links);
  one.chart.scrollToDay(START);
  made.push(one);
  return one;
}

/** Everything a person could see or hear of the rows, in their order. */
function picture(host: HTMLElement): string[] {
  vi.advanceTimersByTime(500);
  const parts = host.querySelectorAll<HTMLElement>("[data-slot]:not([hidden]), path");
  return [...parts].map(
    (part) => `${part.className} ${part.style.cssText} ${part.getAttribute("d")} ${part.textContent}`,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const { chart, host } of made) {
    chart.destroy();
    host.remove();
  }
  made = [];
  vi.useRealTimers();
});

it.each<[string, number, Partial<TimelineRow>]>([
  ["other dates", 4, { start: START + 9, finish: START + 20 }],
  ["a date far outside the axis", 5, { start: START + 900, finish: START + 902 }],
  ["no dates", 6, { start: null, finish: null }],
  ["another name", 7, { label: "renamed" }],
  ["another state", 8, { mark: "late", note: "Late", progress: 0.4 }],
  ["another kind", 9, { kind: "group", expanded: true }],
])("draws a row with %s as if it had always been so", (_, index, part) => {
  const after = rows.map((row, i) => (i === index ? { ...row, ...part } : { ...row }));
  const { chart, host } = mounted(rows);
  const before = picture(host);
  chart.setRows(after, links);
  chart.scrollToDay(START);
  const patched = picture(host);
  expect(patched).not.toEqual(before);
  expect(patched.sort()).toEqual(picture(mounted(after).host).sort());
});

it("draws rows that came, went or changed places anew", () => {
  const { chart, host } = mounted(rows);
  for (const after of [rows.slice(3), rows.toReversed(), rows.slice(0, 5)]) {
    chart.setRows(after, links);
    chart.scrollToDay(START);
    const texts = picture(host).join();
    for (const { label } of after.slice(0, 5)) expect(texts).toContain(label);
  }
});
