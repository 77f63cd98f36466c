import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TimelineChart } from "#renderer/features/timeline/chart/types.ts";
import type { TimelineRow } from "#shared/timeline/bar.ts";
import { aChart, aRow, COLUMN, WINDOW } from "./aChart.ts";

let chart: TimelineChart;
let host: HTMLElement;
const zoom = vi.fn();

function mount(rows: readonly TimelineRow[]): void {
  chart = aChart(host, { zoom });
  chart.setRows(rows, []);
}

beforeEach(() => {
  vi.useFakeTimers();
  host = document.createElement("div");
  document.body.append(host);
  zoom.mockClear();
});

afterEach(() => {
  chart.destroy();
  host.remove();
  vi.useRealTimers();
});

const barOf = (label: string): HTMLElement => {
  const bars = [...host.querySelectorAll<HTMLElement>("[aria-hidden] [data-slot]:not([hidden])")];
  const found = bars.find((bar) => bar.textContent?.includes(label));
  if (!found) throw new Error(`no bar named ${label}`);
  return found;
};
const insideOf = (label: string): string | null => barOf(label).firstElementChild?.textContent ?? null;

describe("a name at the window's left edge", () => {
  const long = aRow("Fit out the shop", "task", 20_000, 20_039);

  it("sticks within a bar that the edge cuts, while what is left of the bar has room", () => {
    mount([long]);
    chart.scrollToDay(20_020);
    expect(insideOf("Fit out")).toBe("Fit out the shop");
    expect(barOf("Fit out").className).toMatch(/cut/);
    chart.scrollToDay(20_037);
    expect(insideOf("Fit out")).toBe("");
    chart.scrollToDay(20_001);
    expect(insideOf("Fit out")).toBe("Fit out the shop");
  });

  it("goes with a bar that lies left of the window, and comes back with it", () => {
    mount([long]);
    chart.scrollToDay(20_041);
    expect(barOf("Fit out").className).toMatch(/\bout|_out/);
    chart.scrollToDay(19_990);
    expect(barOf("Fit out").className).not.toMatch(/_out|cut/);
  });
});

describe("showing the whole plan", () => {
  const task = aRow("Dig", "task", 20_000, 20_001);
  const last = aRow("The bridge is open to traffic", "milestone", 20_060, 20_060);

  it("leaves room for the last milestone's name", () => {
    mount([task, last]);
    chart.fit();
    const fitted = zoom.mock.lastCall?.[0] as number;
    const letters = last.label.length * 6.6;
    expect(60.5 * fitted + 8 + letters).toBeLessThan(WINDOW - COLUMN - 48);
  });

  it("does not press the plan together for a name of any length", () => {
    mount([task, { ...last, label: "open ".repeat(200) }]);
    chart.fit();
    expect((zoom.mock.lastCall?.[0] as number) * 60).toBeGreaterThan((WINDOW - COLUMN) * 0.4);
  });
});
