import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TimelineView, type TimelineViewProps } from "#renderer/features/timeline/TimelineView.tsx";
import { type DateDrag, type DragFollower, dragFollowers } from "#shared/timeline/preview.ts";
import { aPlan } from "#test/support/builders.ts";

const PX = 20;
const plan = aPlan({
  stages: [
    {
      name: "Shop",
      holds: [
        { task: "Lease", start: "2027-03-01", durationDays: 5 },
        { task: "Floor", start: "2027-03-08", durationDays: 5 },
        { task: "Menu", start: "2027-03-08", durationDays: 5 },
        { milestone: "Open", date: "2027-03-12" },
      ],
    },
    { name: "After", holds: [{ task: "Party", start: "2027-03-15", durationDays: 1 }] },
  ],
  links: [
    { from: "Lease", to: "Floor" },
    { from: "Floor", to: "Open" },
    { from: "Open", to: "Party" },
  ],
});

const preview = vi.fn<(drag: DateDrag) => readonly DragFollower[]>();
const shift = vi.fn();
const finish = vi.fn();

function show(props: Partial<TimelineViewProps> = {}): void {
  const nothing = () => undefined;
  render(
    <TimelineView
      plan={plan}
      today="2027-03-10"
      pxPerDay={PX}
      columnWidth={300}
      scrollDay="2027-03-01"
      readOnly={false}
      request={null}
      selection={[]}
      collapsed={new Set()}
      onSelect={nothing}
      onToggleCollapsed={nothing}
      onOpenDetails={nothing}
      onZoom={nothing}
      onColumnWidth={nothing}
      onScrollDay={nothing}
      onStart={nothing}
      onMilestoneDate={nothing}
      onLink={nothing}
      onShift={shift}
      onFinish={finish}
      onPreview={preview}
      {...props}
    />,
  );
  act(() => vi.advanceTimersByTime(500));
}

beforeEach(() => {
  vi.useFakeTimers();
  preview.mockReset().mockImplementation((drag) => dragFollowers(plan, drag));
  shift.mockReset();
  finish.mockReset();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const barOf = (name: string): HTMLElement => {
  const bars = document.querySelectorAll<HTMLElement>("[aria-hidden] [data-slot]:not([hidden])");
  const found = [...bars].find((bar) => bar.textContent?.includes(name));
  if (!found) throw new Error(`no bar named ${name}`);
  return found;
};
const outlines = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>("[class*=follower]:not([class*=followers]):not([hidden])"),
];
/** x and row of an element put by transform. */
const placeOf = (node: HTMLElement): [x: number, row: number] => {
  const [x, y] = /translate\((-?[\d.]+)px,\s*(-?[\d.]+)px\)/.exec(node.style.transform)?.slice(1) ?? [];
  return [Number(x), Number(y) / 34];
};
const grab = (target: Element): void => {
  fireEvent.pointerDown(target, { button: 0, clientX: 400, clientY: 100 });
};
const pull = (px: number): void => {
  fireEvent.pointerMove(window, { clientX: 400 + px, clientY: 100 });
};

it("outlines where what follows would land and says how many move and how far", () => {
  show();
  const [floorX] = placeOf(barOf("Floor"));
  const [openX] = placeOf(barOf("Open"));
  grab(barOf("Lease"));
  pull(PX);
  expect(screen.getByText(/2 Mar – 8 Mar · 5 days Moves 3 others, by up to 3 days/)).toBeVisible();
  const places = outlines().map(placeOf);
  expect(places).toHaveLength(3);
  expect(places[0]).toEqual([floorX + PX, 2]);
  expect(places[1]).toEqual([openX + 3 * PX, 4]);
  expect(shift).not.toHaveBeenCalled();
});

it("asks once for each day of a drag, however often the pointer moves", () => {
  show();
  grab(barOf("Lease"));
  for (const px of [4, 8, 20, 22, 25, 41, 40, 20, 19, 4]) pull(px);
  expect(preview.mock.calls.map(([drag]) => drag)).toEqual([
    { kind: "shift", ids: ["Lease"], days: 1 },
    { kind: "shift", ids: ["Lease"], days: 2 },
  ]);
  expect(outlines()).toEqual([]);
  expect(screen.queryByText(/Moves/)).toBeNull();
  pull(20);
  expect(outlines()).toHaveLength(3);
  expect(preview).toHaveBeenCalledTimes(2);
});

it("clears with Escape and at the drop, and asks afresh in the next drag", () => {
  show();
  grab(barOf("Lease"));
  pull(PX);
  fireEvent.keyDown(window, { key: "Escape" });
  expect(outlines()).toEqual([]);
  expect(shift).not.toHaveBeenCalled();
  grab(barOf("Lease"));
  pull(PX);
  expect(outlines()).toHaveLength(3);
  expect(preview).toHaveBeenCalledTimes(2);
  fireEvent.pointerUp(window, { clientX: 400 + PX, clientY: 100 });
  expect(outlines()).toEqual([]);
  expect(shift).toHaveBeenCalledWith(["Lease"], 1);
});

it("previews an edge and a milestone as they would be dropped", () => {
  show();
  fireEvent.pointerMove(barOf("Lease"), { clientX: 400, clientY: 100 });
  grab(document.querySelector('[data-grip="finish"]') ?? document.body);
  pull(3 * PX);
  expect(preview).toHaveBeenLastCalledWith({ kind: "finish", id: "Lease", day: expect.any(Number) });
  expect(screen.getByText(/Moves 3 others/)).toBeVisible();
  fireEvent.keyDown(window, { key: "Escape" });
  grab(barOf("Open"));
  pull(7 * PX);
  expect(preview).toHaveBeenLastCalledWith({ kind: "milestone", id: "Open", day: expect.any(Number) });
  expect(screen.getByText(/Moves 1 other by 7 days/)).toBeVisible();
  expect(outlines()).toHaveLength(1);
});

it("counts what a folded stage hides, without an outline", () => {
  show({ collapsed: new Set(["After"]) });
  grab(barOf("Lease"));
  pull(PX);
  expect(screen.getByText(/Moves 3 others/)).toBeVisible();
  expect(outlines()).toHaveLength(2);
});

it("does without once the answer was slow twice", () => {
  preview.mockImplementation((drag) => {
    vi.advanceTimersByTime(31);
    return dragFollowers(plan, drag);
  });
  show();
  grab(barOf("Lease"));
  pull(PX);
  expect(outlines()).toHaveLength(3);
  for (const days of [2, 3, 4, 1]) pull(days * PX);
  expect(preview).toHaveBeenCalledTimes(2);
  expect(outlines()).toEqual([]);
  expect(screen.queryByText(/Moves/)).toBeNull();
});

it("costs nothing while the pointer only passes over", () => {
  show();
  fireEvent.pointerMove(barOf("Lease"), { clientX: 400, clientY: 100 });
  fireEvent.pointerMove(barOf("Floor"), { clientX: 410, clientY: 130 });
  expect(preview).not.toHaveBeenCalled();
});
