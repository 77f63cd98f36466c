import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChartWindow } from "#renderer/features/timeline/chart/types.ts";
import { Minimap, type MinimapHandle } from "#renderer/features/timeline/Minimap.tsx";
import { dayNumber } from "#shared/domain/day.ts";
import { aRow } from "./aChart.ts";

const FIRST = dayNumber("2027-01-04");
const LAST = dayNumber("2030-12-20");
const rows = [aRow("Shop", "stage", FIRST, LAST), aRow("Survey", "task", FIRST, FIRST + 100)];

/** The strip comes after the chart's first frame. */
const REST_MS = 250;

function at(from: string, days: number, over: Partial<ChartWindow> = {}): ChartWindow {
  const start = dayNumber(from);
  const share = { top: 0, rows: 1 };
  return { from: start, to: start + days, first: FIRST, last: LAST, share, isResting: true, ...over };
}

afterEach(cleanup);

function open(now: ChartWindow) {
  const ref = createRef<MinimapHandle>();
  const calls = { onScroll: vi.fn(), onShow: vi.fn(), onZoom: vi.fn() };
  vi.useFakeTimers();
  render(<Minimap ref={ref} rows={rows} today={FIRST} {...calls} />);
  act(() => vi.advanceTimersByTime(REST_MS));
  vi.useRealTimers();
  const look = (next: ChartWindow): void => act(() => ref.current?.look(next));
  look(now);
  // The frame is there from now on, and is placed with the next look.
  look(now);
  return { ...calls, look };
}

const slider = () => screen.getByRole("slider", { name: "Days in the window" });
const press = (key: string) => fireEvent.keyDown(slider(), { key });
const transform = () => slider().style.transform;

describe("the strip of the whole plan", () => {
  it("says what the window shows", () => {
    open(at("2027-01-04", 86));
    expect(slider()).toHaveAttribute("aria-valuetext", "Showing 4 Jan to 30 Mar 2027 of 2027 to 2030");
    expect(slider()).toHaveAttribute("aria-valuenow", String(FIRST));
  });

  it("leaves the first frame to the chart", () => {
    const ref = createRef<MinimapHandle>();
    const calls = { onScroll: vi.fn(), onShow: vi.fn(), onZoom: vi.fn() };
    vi.useFakeTimers();
    render(<Minimap ref={ref} rows={rows} today={FIRST} {...calls} />);
    act(() => ref.current?.look(at("2029-01-04", 90)));
    expect(screen.queryByRole("slider")).toBeNull();
    act(() => vi.advanceTimersByTime(REST_MS));
    expect(slider()).toHaveAttribute("aria-valuetext", expect.stringMatching(/^Showing 4 Jan to 3 Apr 2029/));
  });

  it("shows nothing while the whole plan is in the window, and keeps its place", () => {
    const { look } = open(at("2026-12-01", 2_000));
    expect(screen.queryByRole("slider")).toBeNull();
    look(at("2027-06-01", 60));
    expect(slider()).toBeInTheDocument();
  });

  it("moves its frame while the chart scrolls, and speaks when it rests", () => {
    const { look } = open(at("2027-01-04", 90));
    const before = [transform(), slider().getAttribute("aria-valuetext")];
    look(at("2029-01-04", 90, { isResting: false }));
    expect(transform()).not.toBe(before[0]);
    expect(slider().getAttribute("aria-valuetext")).toBe(before[1]);
    look(at("2029-01-04", 90));
    expect(slider().getAttribute("aria-valuetext")).toMatch(/^Showing 4 Jan to 3 Apr 2029/);
  });

  it("scrolls by arrows, pages and to both ends, and zooms", () => {
    const { onScroll, onZoom } = open(at("2028-01-03", 100));
    const from = dayNumber("2028-01-03");
    press("ArrowRight");
    expect(onScroll).toHaveBeenLastCalledWith(from + 10);
    press("ArrowLeft");
    expect(onScroll).toHaveBeenLastCalledWith(from - 10);
    press("PageUp");
    expect(onScroll).toHaveBeenLastCalledWith(from + 90);
    press("PageDown");
    expect(onScroll).toHaveBeenLastCalledWith(from - 90);
    press("Home");
    expect(onScroll).toHaveBeenLastCalledWith(FIRST);
    press("End");
    expect(onScroll).toHaveBeenLastCalledWith(LAST + 1 - 100);
    press("+");
    press("-");
    expect(onZoom.mock.calls).toEqual([[1], [-1]]);
    press("a");
    expect(onScroll).toHaveBeenCalledTimes(6);
  });

  it("is jumped in by a press, and dragged and resized by its frame", () => {
    const { onScroll, onShow } = open(at("2028-01-03", 100));
    const days = LAST + 1 - FIRST;
    const strip = slider().parentElement as HTMLElement;
    fireEvent.pointerDown(strip, { button: 0, clientX: 300 });
    expect(onScroll.mock.lastCall?.[0]).toBeCloseTo(FIRST + days / 2 - 50);
    fireEvent.pointerUp(window);
    fireEvent.pointerDown(slider(), { button: 0, clientX: 100 });
    fireEvent.pointerMove(window, { clientX: 160 });
    expect(onScroll.mock.lastCall?.[0]).toBeCloseTo(dayNumber("2028-01-03") + days / 10);
    fireEvent.pointerUp(window);
    fireEvent.pointerMove(window, { clientX: 200 });
    expect(onScroll).toHaveBeenCalledTimes(3);
    const edge = strip.querySelector('[data-edge="finish"]') as Element;
    fireEvent.pointerDown(edge, { button: 0, clientX: 100 });
    fireEvent.pointerMove(window, { clientX: 130 });
    const [from, to] = onShow.mock.lastCall ?? [];
    expect(from).toBe(dayNumber("2028-01-03"));
    expect(to).toBeCloseTo(dayNumber("2028-01-03") + 100 + days / 20);
    expect(onScroll).toHaveBeenCalledTimes(3);
  });
});
