import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { editTask } from "#renderer/commands/items.ts";
import { keepView, openRoadmap } from "#renderer/commands/navigation.ts";
import { run } from "#renderer/commands/registry.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { PersonPage } from "#renderer/features/people/PersonPage.tsx";
import { Timeline } from "#renderer/features/timeline/Timeline.tsx";
import { recallView } from "#renderer/persistence/viewMemory.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { NO_FILTER } from "#shared/timeline/filter.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const TODAY = "2027-01-04";

beforeEach(() => localStorage.clear());

/** Survey, permit, build and open follow each other; painting has a week to spare, the sign nobody to do it. */
function aShop(): Plan {
  return aPlan({
    people: [{ name: "Ana Lima" }, { name: "Ben Okafor" }],
    stages: [
      {
        name: "Shop",
        holds: [
          {
            task: "Survey",
            start: "2027-01-04",
            durationDays: 5,
            does: ["Ana Lima"],
            accountableId: "Ana Lima",
          },
          {
            task: "Permit",
            start: "2027-01-11",
            durationDays: 5,
            does: ["Ben Okafor"],
            accountableId: "Ana Lima",
          },
          {
            task: "Paint",
            start: "2027-01-11",
            durationDays: 2,
            does: ["Ben Okafor"],
            accountableId: "Ben Okafor",
          },
          { task: "Order sign", start: "2027-01-04", durationDays: 1, status: "blocked" },
          { milestone: "Open", date: "2027-01-18", ownerId: "Ben Okafor", deadline: "2027-01-15" },
        ],
      },
      { name: "Growth", holds: [{ task: "Hire", start: "2027-02-01", durationDays: 5, isPinned: true }] },
    ],
    links: [
      { from: "Survey", to: "Permit" },
      { from: "Survey", to: "Paint" },
      { from: "Permit", to: "Open" },
      { from: "Paint", to: "Open" },
    ],
  });
}

async function open(plan: Plan = aShop()) {
  const shown = await show(<Timeline />, plan, { today: TODAY });
  act(() =>
    shown.app.ui.setState({ route: { screen: "plan", roadmapId: plan.roadmap.id, view: "timeline" } }),
  );
  await settled();
  return shown;
}

/** Words follow when the chart has come to rest. */
const settled = () => act(() => new Promise((done) => setTimeout(done, 200)));
const grid = () => screen.getByRole("treegrid");
const names = () =>
  within(grid())
    .getAllByRole("rowheader")
    .filter((cell) => !cell.closest("[hidden]"))
    .map((cell) => cell.textContent?.replace(/^[\d.]+/, ""));
const words = (name: string) => screen.getByRole("row", { name: new RegExp(name) }).textContent;
const sign = (kind: string) => document.querySelectorAll(`.${kind}:not([hidden])`);
const count = () => screen.getByText(/of \d+ items?$/).textContent;

async function pick(user: Awaited<ReturnType<typeof open>>["user"], ...options: readonly string[]) {
  await user.click(screen.getByRole("button", { name: /^Filter/ }));
  for (const option of options)
    await user.click(await screen.findByRole("option", { name: new RegExp(option) }));
  await user.keyboard("{Escape}");
  await settled();
}

describe("narrowing the timeline down", () => {
  it("shows one person's work with what holds it, says how much, and takes it back part by part", async () => {
    const { user } = await open();
    expect(names()).toHaveLength(8);
    await pick(user, "Ana Lima");
    expect(names()).toEqual(["Shop", "Survey", "Permit"]);
    expect(count()).toBe("2 of 6 items");
    await pick(user, "Blocked");
    expect(await screen.findByText("Nothing matches the filter")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Remove filter: Ana Lima" }));
    await settled();
    expect(names()).toEqual(["Shop", "Order sign"]);
    await user.click(screen.getByRole("button", { name: "Clear" }));
    expect(names()).toHaveLength(8);
    expect(screen.queryByRole("region", { name: "Filtered by" })).toBeNull();
  });

  it("teaches and offers the way back when nothing matches", async () => {
    const { user } = await open();
    await pick(user, "Cancelled");
    await user.click(screen.getByRole("button", { name: "Clear the filter" }));
    expect(names()).toHaveLength(8);
  });

  it("is found by typing, opens by key and by command, and gives the focus back", async () => {
    const { user, app } = await open();
    act(() => grid().focus());
    fireEvent.keyDown(grid(), { key: "/" });
    await screen.findByRole("textbox", { name: "Filter" });
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Filter" })).toHaveFocus());
    await user.keyboard("growth");
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Growth"]);
    await user.keyboard("{ArrowDown}{Enter}{Escape}");
    await settled();
    expect(names()).toEqual(["Growth", "Hire"]);
    await waitFor(() => expect(grid()).toHaveFocus());
    act(() => void run(app, "view.clearFilter"));
    expect(names()).toHaveLength(8);
    act(() => void run(app, "view.filter"));
    expect(await screen.findByRole("textbox", { name: "Filter" })).toBeInTheDocument();
  });

  it("keeps what is selected, so that nothing vanishes under the hand", async () => {
    const { user, app } = await open();
    await pick(user, "Not started");
    act(() => goTo(app, "Survey"));
    act(() => void editTask(app, "Survey", { status: "done" }, { label: "Done" }));
    expect(names()).toContain("Survey");
    act(() => goTo(app, "Order sign"));
    expect(names()).toContain("Order sign");
    expect(names()).not.toContain("Survey");
  });

  it("folds for itself, and is remembered with the roadmap", async () => {
    const { user, app } = await open();
    act(() => app.ui.setState({ collapsed: new Set(["Shop"]) }));
    expect(names()).toEqual(["Shop", "Growth", "Hire"]);
    await pick(user, "Ben Okafor");
    expect(names()).toEqual(["Shop", "Permit", "Paint", "Open"]);
    act(() => app.ui.setState({ selection: ["Shop"] }));
    fireEvent.keyDown(grid(), { key: "ArrowLeft" });
    expect(names()).toEqual(["Shop"]);
    keepView(app);
    expect(recallView("roadmap").filter).toEqual({ ...NO_FILTER, people: ["Ben Okafor"] });
    await act(() => openRoadmap(app, "roadmap"));
    expect(app.ui.getState().filter.people).toEqual(["Ben Okafor"]);
  });

  it("forgets a remembered filter that cannot be read, and keeps the rest of the view", () => {
    const stored = { collapsed: [], detailsOpen: { outline: true, timeline: false }, pxPerDay: 3 };
    const view = { ...stored, columnWidth: 340, scrollDay: null, view: "timeline" };
    localStorage.setItem("groundwork.view.old", JSON.stringify(view));
    expect(recallView("old")).toMatchObject({ filter: NO_FILTER, pxPerDay: 3 });
    localStorage.setItem("groundwork.view.odd", JSON.stringify({ ...view, filter: { statuses: ["lost"] } }));
    expect(recallView("odd")).toMatchObject({ filter: NO_FILTER, pxPerDay: 3 });
  });

  it("is reached from somebody's page", async () => {
    const plan = aShop();
    const person = plan.people.get("Ana Lima") as Person;
    const { user, app } = await show(<PersonPage person={person} />, plan, { today: TODAY });
    await user.click(screen.getByRole("button", { name: /Show only Ana Lima’s work/ }));
    expect(app.ui.getState()).toMatchObject({
      route: { view: "timeline" },
      filter: { people: ["Ana Lima"] },
    });
  });
});

describe("the critical path on the timeline", () => {
  it("is marked on bars, in words and in a legend, with room to slip beside the others", async () => {
    const { user } = await open();
    expect(sign("slip")).toHaveLength(0);
    await user.click(screen.getByRole("button", { name: /^Critical path to:/ }));
    await user.click(await screen.findByRole("option", { name: /^Open/ }));
    await settled();
    expect(words("Survey")).toMatch(/, critical, comes before 2 items$/);
    expect(words("Paint")).toMatch(/, \d+ days room to slip, comes after 1 item, comes before 1 item$/);
    expect(words("Hire")).not.toMatch(/critical|room/);
    const marked = [...document.querySelectorAll(".bar.critical")].map((bar) => bar.textContent);
    expect(marked.some((text) => text?.includes("Permit"))).toBe(true);
    expect(marked.some((text) => text?.includes("Paint"))).toBe(false);
    expect(sign("slip")).toHaveLength(1);
    expect(document.querySelector(".criticalLink")?.getAttribute("d")).toMatch(/^M/);
    expect(screen.getByRole("region", { name: "Signs of the critical path" })).toHaveTextContent("To “Open”");
  });

  it("goes on and off by button and by key, to the end of the plan first", async () => {
    const { user } = await open();
    const toggle = screen.getByRole("button", { name: "Critical path" });
    await user.click(toggle);
    await settled();
    expect(toggle).toHaveAttribute("aria-pressed", "true");
    expect(screen.getByRole("region", { name: "Signs of the critical path" })).toHaveTextContent(
      "To the end of the plan",
    );
    expect(words("Hire")).toMatch(/, critical$/);
    act(() => grid().focus());
    fireEvent.keyDown(grid(), { key: "c" });
    expect(toggle).toHaveAttribute("aria-pressed", "false");
    expect(document.querySelectorAll(".bar.critical")).toHaveLength(0);
  });

  it("follows an edit", async () => {
    const { app } = await open();
    act(() => app.ui.setState({ criticalTo: "Open" }));
    await settled();
    expect(words("Paint")).toMatch(/room to slip/);
    act(() => void editTask(app, "Paint", { durationDays: 9 }, { label: "Longer" }));
    await settled();
    expect(words("Paint")).toMatch(/, critical/);
    expect(words("Permit")).not.toMatch(/, critical/);
  });

  it("narrows the rows down to itself", async () => {
    const { user } = await open();
    await pick(user, "Critical only");
    expect(names()).toEqual(["Growth", "Hire"]);
  });

  it("is not shown to an item that is gone", async () => {
    const { app } = await open();
    act(() => app.ui.setState({ criticalTo: "Gone" }));
    expect(screen.queryByRole("region", { name: "Signs of the critical path" })).toBeNull();
  });
});

describe("the timeline's keys", () => {
  it("delete what is chosen, in one step", async () => {
    const { app, plan, undo } = await open();
    act(() => app.ui.setState({ selection: ["Survey", "Paint"] }));
    fireEvent.keyDown(grid(), { key: "Delete" });
    expect(names()).not.toContain("Survey");
    expect(plan().tasks.get("Paint")?.deletedAt).not.toBeNull();
    undo();
    expect(names()).toHaveLength(8);
  });
});

describe("a day off", () => {
  const PX = 24;
  async function openWithHoliday() {
    const plan = aShop();
    const exceptions = [{ date: "2027-01-06", working: false, name: "Epiphany" }];
    const calendar = { ...plan.roadmap.calendar, exceptions };
    const shown = await open({ ...plan, roadmap: { ...plan.roadmap, calendar } });
    act(() => shown.app.ui.setState({ pxPerDay: PX }));
    await settled();
    return shown;
  }

  it("is named where the pointer rests on it in the axis", async () => {
    await openWithHoliday();
    const axis = document.querySelector(".axis") as HTMLElement;
    const titles = new Set<string>();
    for (let x = 340; x < 1_200; x += PX / 2) {
      fireEvent.pointerMove(axis, { clientX: x });
      titles.add(axis.title);
    }
    expect([...titles].sort()).toEqual(["", "Epiphany"]);
  });

  it("is named in the tip of a drag onto it", async () => {
    await openWithHoliday();
    const bars = [...document.querySelectorAll<HTMLElement>(".bar.task")];
    const bar = bars.find((element) => element.textContent?.includes("Order sign")) as HTMLElement;
    const tip = () => document.querySelector(".tip")?.textContent;
    fireEvent.pointerDown(bar, { button: 0, clientX: 400, clientY: 100 });
    fireEvent.pointerMove(window, { clientX: 405, clientY: 100 });
    fireEvent.pointerMove(window, { clientX: 400 + PX, clientY: 100 });
    expect(tip()).toBe("5 Jan · 1 day");
    fireEvent.pointerMove(window, { clientX: 400 + 2 * PX, clientY: 100 });
    expect(tip()).toBe("7 Jan · 1 day\nOff: Epiphany");
    fireEvent.keyDown(window, { key: "Escape" });
  });
});

describe("signs beside the bars", () => {
  it("are a flag where something was promised, missed or kept, and a pin", async () => {
    const { app } = await open();
    expect(sign("promise")).toHaveLength(1);
    expect(sign("missed")).toHaveLength(1);
    expect(sign("pin")).toHaveLength(1);
    expect(words("Open")).toMatch(/promised for 15 Jan 2027, promise missed, 3 days after its promise/);
    expect(words("Hire")).toMatch(/pinned/);
    act(() => void editTask(app, "Hire", { isPinned: false }, { label: "Unpin" }));
    expect(sign("pin")).toHaveLength(0);
  });

  it("have names that axe finds nothing wrong with", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Critical path" }));
    await pick(user, "Ana Lima");
    expect(await axeProblems()).toEqual([]);
  });
});
