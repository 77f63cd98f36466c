import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepView } from "#renderer/commands/navigation.ts";
import { run } from "#renderer/commands/registry.ts";
import { recallView } from "#renderer/persistence/viewMemory.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { cell, grid, showOutline, stopKeyboard } from "./support.tsx";

const PROMISED = aPlan({
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Named",
          date: "2027-02-03",
          deadline: "2027-02-01",
          holds: [{ task: "Choose", start: "2027-01-04", durationDays: 3, deadline: "2027-01-08" }],
        },
      ],
    },
  ],
});

beforeEach(() => localStorage.clear());
afterEach(stopKeyboard);

function announced(): string {
  return screen
    .getAllByRole("status")
    .map(({ textContent }) => textContent)
    .join("");
}

function titles(): (string | null)[] {
  return within(grid())
    .getAllByRole("columnheader")
    .map((header) => header.textContent);
}

describe("choosing columns", () => {
  it("shows and hides columns, stays open meanwhile, and gives the keyboard back", async () => {
    const { user, app } = await showOutline(PROMISED);
    expect(titles()).not.toContain("Promised");
    await user.click(screen.getByRole("button", { name: "Choose columns" }));
    await user.click(await screen.findByRole("menuitemcheckbox", { name: /Promised/ }));
    await user.click(screen.getByRole("menuitemcheckbox", { name: /Status/ }));
    expect(screen.getByRole("menuitemcheckbox", { name: /Promised/ })).toBeChecked();
    await user.keyboard("{Escape}");
    expect(titles()).toContain("Promised");
    expect(titles()).not.toContain("Status");
    await expect.poll(() => document.activeElement).toBe(grid());
    keepView(app);
    expect(recallView("roadmap").columnChoice).toEqual({ promised: true, status: false });
  });

  it("opens by its name and works by keyboard alone", async () => {
    const { user, app } = await showOutline(PROMISED);
    run(app, "view.columns");
    await screen.findByRole("menuitemcheckbox", { name: /Start/ });
    await user.keyboard("{ArrowDown}{ArrowDown} {Escape}");
    expect(titles()).toContain("Promised");
  });

  it("remembers nothing of columns in views that were kept before there was a choice", () => {
    const old = { collapsed: ["a"], detailsOpen: { outline: true, timeline: true }, view: "timeline" };
    localStorage.setItem(
      "groundwork.view.r",
      JSON.stringify({ ...old, pxPerDay: 3, columnWidth: 300, scrollDay: null }),
    );
    expect(recallView("r")).toMatchObject({ view: "timeline", pxPerDay: 3, columnChoice: {} });
  });
});

describe("what was said about dates", () => {
  it("is marked behind the name, told by name and announced", async () => {
    const { user, app } = await showOutline(PROMISED, { select: ["Choose"] });
    app.ui.setState({ route: { screen: "plan", roadmapId: "roadmap", view: "outline" } });
    expect(cell("Named", "name")).toHaveTextContent("promise missed: 2 days after its promise");
    expect(cell("Choose", "name")).not.toHaveTextContent("promise");
    run(app, "item.togglePinned");
    await expect.poll(() => cell("Choose", "name").textContent).toContain(", pinned");
    await expect.poll(announced).toBe("Pin dates: 1.1.1 Choose, level 3");
    await user.pointer({ keys: "[MouseRight]", target: cell("Choose", "name") });
    await user.click(await screen.findByRole("menuitem", { name: "Unpin dates" }));
    expect(cell("Choose", "name")).not.toHaveTextContent("pinned");
    await expect.poll(announced).toBe("Unpin dates: 1.1.1 Choose, level 3");
    expect(await axeProblems()).toEqual([]);
  });

  it("shows how long finished work took, and its length is set by its last day", async () => {
    const done = aPlan({
      stages: [
        {
          name: "Idea",
          holds: [
            {
              task: "Over",
              start: "2027-01-04",
              durationDays: 5,
              actualStart: "2027-01-05",
              actualFinish: "2027-01-06",
              status: "done",
              progressPct: 100,
            },
          ],
        },
      ],
    });
    const { user, plan } = await showOutline(done, { select: ["Over"] });
    expect(cell("Over", "start")).toHaveTextContent("5 Jan");
    expect(cell("Over", "days")).toHaveTextContent("2");
    await user.dblClick(cell("Over", "days"));
    await user.keyboard("4{Enter}");
    expect(plan().tasks.get("Over")).toMatchObject({ actualFinish: "2027-01-08", durationDays: 5 });
    await user.dblClick(cell("Over", "start"));
    await user.keyboard("4 Jan{Enter}");
    expect(plan().tasks.get("Over")).toMatchObject({ actualStart: "2027-01-04", start: "2027-01-04" });
    await user.dblClick(cell("Over", "start"));
    await user.keyboard("6 Jan{Enter}");
    expect(plan().tasks.get("Over")).toMatchObject({ actualStart: "2027-01-06", start: "2027-01-04" });
  });

  it("changes the day on which a milestone was reached, and not the planned one", async () => {
    const reached = aPlan({
      stages: [
        { name: "Idea", holds: [{ milestone: "Named", date: "2027-01-04", reachedOn: "2027-01-02" }] },
      ],
    });
    const { user, plan } = await showOutline(reached, { select: ["Named"] });
    await user.dblClick(cell("Named", "finish"));
    await user.keyboard("3 Jan{Enter}");
    expect(plan().milestones.get("Named")).toMatchObject({ date: "2027-01-04", reachedOn: "2027-01-03" });
  });
});

describe("the promised column", () => {
  it("says in words which promises are missed", async () => {
    const { app } = await showOutline(PROMISED);
    app.ui.setState({ columnChoice: { promised: true } });
    await expect.poll(() => titles()).toContain("Promised");
    expect(cell("Named", "promised")).toHaveTextContent("1 Feb. Missed: 2 days after its promise");
    expect(cell("Choose", "promised")).toHaveTextContent(/^8 Jan$/);
    expect(cell("Idea", "promised")).toBeEmptyDOMElement();
  });

  it("is typed in, emptied and cleared with Delete", async () => {
    const { user, app, plan } = await showOutline(PROMISED, { select: ["Choose"] });
    app.ui.setState({ columnChoice: { promised: true } });
    await expect.poll(() => titles()).toContain("Promised");
    const deadline = () => plan().tasks.get("Choose")?.deadline;
    await user.dblClick(cell("Choose", "promised"));
    await user.keyboard("12 Jan{Enter}");
    expect(deadline()).toBe("2027-01-12");
    await user.keyboard("{Enter}{Control>}a{/Control}{Backspace}{Enter}");
    expect(deadline()).toBeNull();
    await user.keyboard("14 Jan{Enter}");
    expect(deadline()).toBe("2027-01-14");
    await user.keyboard("{Delete}");
    expect(deadline()).toBeNull();
  });
});
