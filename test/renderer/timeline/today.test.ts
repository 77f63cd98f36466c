import { afterEach, expect, it } from "vitest";
import { aChart, aRow } from "./aChart.ts";

afterEach(() => document.body.replaceChildren());

/** A task of five days every ten days; the chart's today is the day given. */
function shownAt(today: number): string[] {
  const host = document.createElement("div");
  document.body.append(host);
  const chart = aChart(host);
  chart.setToday(today);
  chart.setRows(
    Array.from({ length: 200 }, (_, i) => aRow(`row ${i}`, "task", 20_000 + 10 * i, 20_004 + 10 * i)),
    [],
  );
  chart.goToToday();
  chart.showWork();
  const slots = [...host.querySelectorAll<HTMLElement>("[role=row]")];
  const names = slots.map((slot) => slot.textContent ?? "");
  chart.destroy();
  return names;
}

it("brings what is under way today into sight, or else what comes next", () => {
  expect(shownAt(21_502).join()).toContain("row 150");
  expect(shownAt(21_507).join()).toContain("row 151");
});

it("stays at the rows in sight when work of today is among them", () => {
  expect(shownAt(20_052).join()).toContain("row 0");
});
