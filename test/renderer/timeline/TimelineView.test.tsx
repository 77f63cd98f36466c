import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type TimelineRequest,
  TimelineView,
  type TimelineViewProps,
} from "#renderer/features/timeline/TimelineView.tsx";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { aPlan } from "#test/support/builders.ts";

const PX = 20;
const plan = aPlan({
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Lease",
          date: "2027-03-12",
          holds: [
            { task: "Visit sites", start: "2027-03-01", durationDays: 5 },
            { task: "Sign", start: "2027-03-08", durationDays: 2 },
          ],
        },
        { task: "Paint", start: "2027-03-15", durationDays: 3 },
      ],
    },
  ],
});

type Spies = { [K in keyof TimelineViewProps]: ReturnType<typeof vi.fn> };
let calls: Partial<Spies> & Record<string, ReturnType<typeof vi.fn>>;

const CALLBACKS = [
  "onToggleCollapsed",
  "onSelect",
  "onOpenDetails",
  "onZoom",
  "onColumnWidth",
  "onScrollDay",
  "onShift",
  "onStart",
  "onFinish",
  "onMilestoneDate",
  "onLink",
  "onRename",
  "onAddTask",
] as const;

interface HarnessProps {
  readonly shown?: Plan;
  readonly readOnly?: boolean;
  readonly request?: TimelineRequest | null;
  readonly folded?: readonly Id[];
}

/** The view with selection and folding kept, as the app keeps them; every callback is recorded. */
function Harness({ shown = plan, readOnly = false, request = null, folded = [] }: HarnessProps) {
  const [selection, setSelection] = useState<readonly Id[]>([]);
  const [collapsed, setCollapsed] = useState<ReadonlySet<Id>>(new Set(folded));
  const callbacks = calls as unknown as TimelineViewProps;
  return (
    <TimelineView
      {...callbacks}
      plan={shown}
      today="2027-03-10"
      pxPerDay={PX}
      columnWidth={300}
      scrollDay="2027-03-01"
      readOnly={readOnly}
      request={request}
      selection={selection}
      onSelect={(ids) => {
        callbacks.onSelect(ids);
        setSelection(ids);
      }}
      collapsed={collapsed}
      onToggleCollapsed={(id) => {
        callbacks.onToggleCollapsed(id);
        setCollapsed((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        });
      }}
    />
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  calls = Object.fromEntries(CALLBACKS.map((name) => [name, vi.fn()]));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(props: HarnessProps = {}): void {
  render(<Harness {...props} />);
  act(() => vi.advanceTimersByTime(500));
}

/** One frame, and what waits for it to be painted. */
async function frame(): Promise<void> {
  vi.advanceTimersByTime(20);
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  port1.close();
}

const grid = (): HTMLElement => screen.getByRole("treegrid");
const press = (...keys: string[]): void => {
  for (const key of keys) fireEvent.keyDown(grid(), { key, shiftKey: "{}".includes(key) });
};
const activeWords = (): string | null =>
  document.getElementById(grid().getAttribute("aria-activedescendant") ?? "")?.textContent ?? null;
const barOf = (name: string): HTMLElement => {
  const bars = document.querySelectorAll<HTMLElement>("[aria-hidden] [data-slot]:not([hidden])");
  const found = [...bars].find((bar) => bar.textContent?.includes(name));
  if (!found) throw new Error(`no bar named ${name}`);
  return found;
};
const leftOf = (bar: HTMLElement): number =>
  Number(/translate\((-?[\d.]+)px/.exec(bar.style.transform)?.[1]) + Number.parseFloat(bar.style.left || "0");

function drag(target: Element, days: number, end: () => void): void {
  fireEvent.pointerDown(target, { button: 0, clientX: 400, clientY: 100 });
  fireEvent.pointerMove(window, { clientX: 405, clientY: 100 });
  fireEvent.pointerMove(window, { clientX: 400 + days * PX, clientY: 100 });
  end();
}
const drop = (days: number) => (): void => {
  fireEvent.pointerUp(window, { clientX: 400 + days * PX, clientY: 100 });
};

describe("what a screen reader finds", () => {
  it("is a tree grid whose rows say themselves in words", () => {
    show();
    const rows = within(grid()).getAllByRole("row");
    expect(rows.map((row) => row.getAttribute("aria-level"))).toEqual(["1", "2", "3", "3", "2"]);
    const sign = screen.getByRole("row", { name: /Task 1\.1\.2 Sign, 8 Mar to 9 Mar 2027, not started/ });
    expect(within(sign).getByRole("rowheader")).toHaveTextContent("Sign");
    expect(grid()).toHaveAttribute("aria-rowcount", "5");
  });

  it("is one stop, and the row the keyboard is on is told", () => {
    show();
    act(() => grid().focus());
    expect(activeWords()).toContain("Stage 1 Idea");
    press("ArrowDown", "ArrowDown");
    expect(activeWords()).toContain("Visit sites");
    expect(calls.onSelect).toHaveBeenLastCalledWith(["Visit sites"]);
  });
});

describe("the keyboard", () => {
  it("is in the chart after its first frames, unless it is at work elsewhere", async () => {
    show();
    for (let n = 0; n < 3; n++) await frame();
    expect(grid()).toHaveFocus();
    cleanup();
    render(<input aria-label="Search" />);
    screen.getByLabelText("Search").focus();
    show();
    for (let n = 0; n < 3; n++) await frame();
    expect(screen.getByLabelText("Search")).toHaveFocus();
  });

  it("folds and unfolds, and goes to what holds a row", () => {
    show();
    act(() => grid().focus());
    press("ArrowDown", "ArrowDown", "ArrowLeft");
    expect(activeWords()).toContain("Lease");
    press("ArrowLeft");
    expect(calls.onToggleCollapsed).toHaveBeenCalledWith("Lease");
    expect(screen.queryByRole("row", { name: /1\.1\.1/ })).toBeNull();
    press("ArrowRight");
    press("ArrowRight");
    expect(activeWords()).toContain("Visit sites");
  });

  it("extends the selection with Shift and takes rows in with Control and Space", () => {
    show();
    act(() => grid().focus());
    press("ArrowDown", "ArrowDown");
    fireEvent.keyDown(grid(), { key: "ArrowDown", shiftKey: true });
    expect(calls.onSelect).toHaveBeenLastCalledWith(["Visit sites", "Sign"]);
    fireEvent.keyDown(grid(), { key: " ", ctrlKey: true });
    expect(calls.onSelect).toHaveBeenLastCalledWith(["Visit sites"]);
  });

  it("moves by working days: from Friday's day one step later is over the weekend", () => {
    const friday = aPlan({ stages: [{ name: "S", holds: [{ task: "Call", start: "2027-03-05" }] }] });
    show({ shown: friday });
    act(() => grid().focus());
    press("ArrowDown", "]");
    expect(calls.onShift).toHaveBeenCalledWith(["Call"], 3);
    press("[");
    expect(calls.onShift).toHaveBeenLastCalledWith(["Call"], -1);
  });

  it("moves a milestone alone, lengthens a task, and will not end it before it starts", () => {
    show();
    act(() => grid().focus());
    press("ArrowDown", "]");
    expect(calls.onMilestoneDate).toHaveBeenCalledWith("Lease", "2027-03-15");
    press("End", "}");
    expect(calls.onFinish).toHaveBeenCalledWith("Paint", "2027-03-18");
    press("{");
    expect(calls.onFinish).toHaveBeenLastCalledWith("Paint", "2027-03-16");
    press("<");
    expect(calls.onStart).toHaveBeenCalledWith("Paint", "2027-03-12");
  });

  it("draws a link from row to row, or gives it up", () => {
    show();
    act(() => grid().focus());
    press("End", "l");
    expect(screen.getByRole("status")).toHaveTextContent("Linking from Paint");
    press("Escape", "Enter");
    expect(calls.onLink).not.toHaveBeenCalled();
    expect(calls.onOpenDetails).toHaveBeenCalledWith("Paint");
    press("l", "ArrowUp", "Enter");
    expect(calls.onLink).toHaveBeenCalledWith("Paint", "Sign");
  });

  it("opens details, zooms, and adds a task where one stands", () => {
    show();
    act(() => grid().focus());
    press("ArrowDown", "Enter", "+", "n");
    expect(calls.onOpenDetails).toHaveBeenCalledWith("Lease");
    expect(calls.onZoom).toHaveBeenCalledWith(PX * 1.4);
    expect(calls.onAddTask).toHaveBeenCalledWith("Lease", "2027-03-12");
  });

  it("renames in place with F2, and Escape leaves the name", () => {
    show();
    act(() => grid().focus());
    press("End", "F2");
    const field = screen.getByRole("textbox", { name: "Name of 1.2" });
    fireEvent.change(field, { target: { value: "Paint the walls" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(calls.onRename).toHaveBeenCalledWith("Paint", "Paint the walls");
    expect(document.activeElement).toBe(grid());
    press("F2");
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Name of 1.2" }), { key: "Escape" });
    expect(calls.onRename).toHaveBeenCalledTimes(1);
  });

  it("leaves keys held with Control to the app", () => {
    show();
    expect(fireEvent.keyDown(grid(), { key: "f", ctrlKey: true })).toBe(true);
    expect(calls.onZoom).not.toHaveBeenCalled();
  });

  it("changes nothing in a read-only plan", () => {
    show({ readOnly: true });
    act(() => grid().focus());
    press("End", "]", "}", "l", "n", "F2");
    for (const name of ["onShift", "onFinish", "onLink", "onAddTask", "onRename"]) {
      expect(calls[name], name).not.toHaveBeenCalled();
    }
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});

describe("dragging", () => {
  it("moves a bar once, at the drop, by whole days", () => {
    show();
    drag(barOf("Paint"), 3, drop(3));
    expect(calls.onShift?.mock.calls).toEqual([[["Paint"], 3]]);
    expect(screen.getByRole("status")).toHaveTextContent("Paint moved 3 days later");
  });

  it("shows on the way where the bar would land, weekend skipped, and the dates", () => {
    show();
    const before = leftOf(barOf("Paint"));
    drag(barOf("Paint"), 5, () => undefined);
    expect(leftOf(barOf("Paint")) - before).toBe(7 * PX);
    expect(screen.getByText("22 Mar – 24 Mar · 3 days")).toBeVisible();
    drop(5)();
  });

  it("is given up with Escape, and the bar goes back", () => {
    show();
    const before = leftOf(barOf("Paint"));
    drag(barOf("Paint"), 4, () => fireEvent.keyDown(window, { key: "Escape" }));
    expect(leftOf(barOf("Paint"))).toBe(before);
    drop(4)();
    expect(calls.onShift).not.toHaveBeenCalled();
  });

  it("takes all selected rows along", () => {
    show();
    fireEvent.pointerDown(barOf("Paint"), { button: 0, clientX: 400, clientY: 100 });
    fireEvent.pointerUp(window, { clientX: 400, clientY: 100 });
    fireEvent.pointerDown(barOf("Sign"), { button: 0, clientX: 400, clientY: 100 });
    fireEvent.pointerUp(window, { clientX: 400, clientY: 100, ctrlKey: true });
    expect(calls.onSelect).toHaveBeenLastCalledWith(["Paint", "Sign"]);
    drag(barOf("Sign"), 1, drop(1));
    expect(calls.onShift).toHaveBeenCalledWith(["Paint", "Sign"], 1);
  });

  it("moves what a milestone's stage holds with the stage, but a milestone alone", () => {
    show();
    const before = leftOf(barOf("Sign"));
    drag(barOf("Idea"), 7, () => undefined);
    expect(leftOf(barOf("Sign")) - before).toBe(7 * PX);
    drop(7)();
    expect(calls.onShift).toHaveBeenCalledWith(["Idea"], 7);
    drag(barOf("Lease"), 3, () => undefined);
    expect(leftOf(barOf("Sign"))).toBe(before);
    drop(3)();
    expect(calls.onMilestoneDate).toHaveBeenCalledWith("Lease", "2027-03-15");
  });

  it("changes one end of a bar by its handle", () => {
    show();
    fireEvent.pointerMove(barOf("Paint"), { clientX: 400, clientY: 100 });
    const handle = (kind: string): Element =>
      document.querySelector(`[data-grip="${kind}"]`) ?? document.body;
    drag(handle("finish"), 1, drop(1));
    expect(calls.onFinish).toHaveBeenCalledWith("Paint", "2027-03-18");
    fireEvent.pointerMove(barOf("Paint"), { clientX: 400, clientY: 100 });
    drag(handle("start"), 1, drop(1));
    expect(calls.onStart).toHaveBeenCalledWith("Paint", "2027-03-16");
    expect(calls.onShift).not.toHaveBeenCalled();
  });

  it("does not move anything in a read-only plan", () => {
    show({ readOnly: true });
    drag(barOf("Paint"), 3, drop(3));
    expect(calls.onShift).not.toHaveBeenCalled();
  });
});

describe("requests from commands", () => {
  it("unfolds what hides an item and then shows it", () => {
    show({ request: { seq: 1, kind: "reveal", id: "Sign" }, folded: ["Lease"] });
    expect(calls.onToggleCollapsed).toHaveBeenCalledWith("Lease");
    expect(barOf("Sign")).toBeTruthy();
    act(() => grid().focus());
    expect(activeWords()).toContain("Sign");
  });

  it("fits the plan once, not again at the next render", () => {
    const request: TimelineRequest = { seq: 1, kind: "fit" };
    const view = render(<Harness request={request} />);
    view.rerender(<Harness request={request} readOnly />);
    expect(calls.onZoom).toHaveBeenCalledTimes(1);
  });
});

describe("a plan without dates", () => {
  it("says what to do first and does it", () => {
    show({ shown: aPlan({ stages: [{ name: "Idea" }] }) });
    expect(screen.getByText("Nothing has a date yet")).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Add the first task" }));
    expect(calls.onAddTask).toHaveBeenCalledWith("Idea", "2027-03-10");
  });
});

describe("the window", () => {
  it("holds no more elements for ten thousand rows than for a hundred", () => {
    const many = (n: number): Plan =>
      aPlan({
        stages: [
          {
            name: "S",
            holds: Array.from({ length: n }, (_, i) => ({ task: `T${i}`, start: "2027-03-01" })),
          },
        ],
      });
    show({ shown: many(100) });
    const few = grid().querySelectorAll("*").length;
    cleanup();
    show({ shown: many(10_000) });
    expect(grid().querySelectorAll("*").length).toBeLessThanOrEqual(few);
  });
});
