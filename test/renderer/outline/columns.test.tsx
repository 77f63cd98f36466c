import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepView } from "#renderer/commands/navigation.ts";
import { run } from "#renderer/commands/registry.ts";
import { recallView } from "#renderer/persistence/viewMemory.ts";
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
