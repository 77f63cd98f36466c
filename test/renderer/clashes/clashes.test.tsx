import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ClashButton } from "#renderer/app/ClashButton.tsx";
import { Toasts } from "#renderer/app/Toasts.tsx";
import { editTask } from "#renderer/commands/items.ts";
import { run } from "#renderer/commands/registry.ts";
import { Clashes } from "#renderer/features/clashes/Clashes.tsx";
import { sidePanel } from "#renderer/store/uiStore.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan, type TaskLiteral } from "#test/support/builders.ts";
import { type ShowOptions, show } from "#test/support/show.tsx";

const TODAY = "2027-01-04";

/** A promise missed, two links that are not kept (one of them pinned), and a milestone before its work. */
function troubled(): Plan {
  return aPlan({
    stages: [
      {
        name: "Idea",
        holds: [
          { task: "Draw", durationDays: 5 },
          { task: "Build", start: "2027-01-06", durationDays: 2 },
          { task: "Paint", start: "2027-01-08" },
          { task: "Print", start: "2027-01-07", isPinned: true },
          { milestone: "Open", date: "2027-01-29", deadline: "2027-01-22" },
          { milestone: "Shown", date: "2027-01-05", holds: [{ task: "Rehearse", durationDays: 3 }] },
        ],
      },
    ],
    links: [
      { from: "Draw", to: "Build" },
      { from: "Build", to: "Paint" },
      { from: "Draw", to: "Print" },
    ],
  });
}

async function open(plan: Plan, options: ShowOptions = {}) {
  const shown = await show(
    <>
      <ClashButton />
      <Clashes />
      <Toasts />
    </>,
    plan,
    { today: TODAY, ...options },
  );
  await screen.findByRole("button", { name: /^(\d+|No) clash/ }, { timeout: 5_000 });
  return shown;
}

const group = (words: RegExp) => within(screen.getByRole("group", { name: words }));
const lines = () => document.querySelectorAll("[data-clash]");

describe("the list of clashes", () => {
  it("names each by kind, in words, with the items as ways there", async () => {
    const { user, app } = await open(troubled());
    expect(screen.getAllByRole("heading", { level: 4 }).map((title) => title.textContent?.trim())).toEqual([
      "Promises",
      "Links 2",
      "Milestones before their work",
    ]);
    expect(screen.getByRole("button", { name: "4 clashes" })).toBeInTheDocument();
    const line = group(/^'Build' starts 3 working days before the end of 'Draw'/);
    await user.click(line.getByRole("link", { name: "Draw" }));
    expect(app.ui.getState().selection).toEqual(["Draw"]);
    line.getByRole("link", { name: "Build" }).focus();
    await user.keyboard("{Enter}");
    expect(app.ui.getState().selection).toEqual(["Build"]);
  });

  it("mends one with all that follows, says so, and undoes it as one step", async () => {
    const { user, plan, undo } = await open(troubled());
    const move = group(/^'Build' starts/).getByRole("button", { name: "Move it to 11 Jan" });
    await waitFor(() => expect(document.activeElement).toHaveTextContent("keep the promise"));
    await user.keyboard("{ArrowDown}");
    expect(move).toHaveFocus();
    await waitFor(() => expect(screen.getByRole("tooltip")).toHaveTextContent("Moves 1 other by 5 days"));
    await user.click(move);
    expect(plan().tasks.get("Build")?.start).toBe("2027-01-11");
    expect(plan().tasks.get("Paint")?.start).toBe("2027-01-13");
    expect(
      screen.getByText("Done for 'Build': move it to 11 Jan. 1 item after it moved to keep its links."),
    ).toBeInTheDocument();
    expect(screen.queryByRole("group", { name: /^'Build' starts/ })).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "3 clashes" })).toBeInTheDocument();
    undo();
    expect(plan().tasks.get("Paint")?.start).toBe("2027-01-08");
    expect(await screen.findByRole("group", { name: /^'Build' starts/ })).toBeInTheDocument();
  });

  it("takes back from the message what was mended", async () => {
    const { user, plan } = await open(troubled());
    await user.click(group(/^'Build' starts/).getByRole("button", { name: "Remove the link" }));
    expect(plan().dependencies.has("Draw > Build")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(plan().dependencies.has("Draw > Build")).toBe(true);
  });

  it("keeps more than two ways out in a menu that says what each would move", async () => {
    const { user, plan } = await open(troubled());
    const promise = group(/^'Open' falls on 29 Jan/);
    expect(promise.getAllByRole("button").map((button) => button.textContent)).toEqual([
      "Bring it forward and keep the promise",
      "",
    ]);
    await user.click(promise.getByRole("button", { name: "Other ways to mend it" }));
    const item = await screen.findByRole("menuitem", { name: /Promise 29 Jan instead/ });
    await user.click(item);
    expect(plan().milestones.get("Open")?.deadline).toBe("2027-01-29");
  });

  it("keeps all links at once as one step, and leaves what is pinned", async () => {
    const { user, plan, undo } = await open(troubled());
    await user.click(screen.getByRole("button", { name: "Keep all links" }));
    const starts = () => ["Build", "Paint", "Print"].map((id) => plan().tasks.get(id)?.start);
    expect(starts()).toEqual(["2027-01-11", "2027-01-13", "2027-01-07"]);
    expect(
      screen.getByText(
        "Done: 1 link is kept again. 1 was left: what they lead to is pinned or has a must-date.",
      ),
    ).toBeInTheDocument();
    undo();
    expect(starts()).toEqual(["2027-01-06", "2027-01-08", "2027-01-07"]);
  });

  it("shows the items that a sentence only counts", async () => {
    const { user, app } = await open(troubled(), { today: "2027-02-10" });
    const line = group(/items were due to begin or end before 10 Feb/);
    await user.click(line.getByRole("button", { name: /^Show the \d items$/ }));
    await user.click(line.getByRole("link", { name: "Rehearse" }));
    expect(app.ui.getState().selection).toEqual(["Rehearse"]);
  });

  it("reads well to a screen reader", async () => {
    await open(troubled(), { today: "2027-02-10" });
    expect(await axeProblems()).toEqual([]);
  });

  it("teaches when there is nothing to mend", async () => {
    await open(aPlan({ stages: [{ name: "Idea", holds: [{ task: "Draw" }] }] }));
    expect(screen.getByRole("button", { name: "No clashes" })).toBeInTheDocument();
    expect(screen.getByText("Everything fits together.")).toBeInTheDocument();
    expect(screen.getByText(/Nothing moves until you choose one/)).toBeInTheDocument();
  });

  it("offers nothing to whoever may only read", async () => {
    await open(troubled(), { readOnly: "Open in another window." });
    const line = group(/^'Build' starts/);
    expect(line.queryByRole("button")).not.toBeInTheDocument();
    expect(line.getByRole("link", { name: "Build" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Keep all links" })).not.toBeInTheDocument();
  });

  it("follows edits made elsewhere, the badge as well", async () => {
    const { app } = await open(troubled());
    act(() => editTask(app, "Rehearse", { durationDays: 1 }));
    expect(await screen.findByRole("button", { name: "3 clashes" })).toBeInTheDocument();
    expect(screen.queryByText("Milestones before their work")).not.toBeInTheDocument();
  });

  it("draws a part of a long list and the rest when asked", async () => {
    const tasks = Array.from({ length: 160 }, (_, i): TaskLiteral => ({ task: `Part ${i}` }));
    const links = tasks.map(({ task }) => ({ from: "Draw", to: task }));
    const { user } = await open(
      aPlan({ stages: [{ name: "Idea", holds: [{ task: "Draw", durationDays: 5 }, ...tasks] }], links }),
    );
    expect(screen.getByRole("button", { name: "160 clashes" })).toBeInTheDocument();
    expect(lines()).toHaveLength(50);
    await user.click(screen.getByText("Show 100 more of 110"));
    await user.click(screen.getByText("Show 10 more"));
    expect(lines()).toHaveLength(160);
  });
});

describe("the list of clashes by keyboard", () => {
  const focused = () => document.activeElement?.textContent;

  it("goes from line to line and within a line, mends with Enter and goes on to the next", async () => {
    const { user, plan } = await open(troubled());
    await waitFor(() => expect(focused()).toBe("Bring it forward and keep the promise"));
    await user.keyboard("{ArrowDown}");
    expect(focused()).toBe("Move it to 11 Jan");
    await user.keyboard("{ArrowRight}");
    expect(focused()).toBe("Remove the link");
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(focused()).toBe("Draw");
    await user.keyboard("{ArrowDown}{ArrowUp}{Enter}");
    expect(plan().tasks.get("Build")?.start).toBe("2027-01-11");
    expect(focused()).toBe("Unpin it and move it to 11 Jan");
    await user.keyboard("{End}");
    expect(focused()).toBe("Move it to 6 Jan");
    await user.keyboard("{Enter}");
    expect(focused()).toBe("Unpin it and move it to 11 Jan");
  });

  it("goes on after a way out that was taken from the menu", async () => {
    const { user } = await open(troubled());
    await waitFor(() => expect(focused()).toBe("Bring it forward and keep the promise"));
    await user.keyboard("{ArrowRight}{Enter}");
    await user.click(await screen.findByRole("menuitem", { name: /Take the promise back/ }));
    await waitFor(() => expect(focused()).toBe("Move it to 11 Jan"));
  });

  it("has one line on the way of Tab", async () => {
    await open(troubled());
    await waitFor(() => expect(focused()).toBe("Bring it forward and keep the promise"));
    const inOrder = screen.getAllByRole("link").filter((link) => link.tabIndex === 0);
    expect(inOrder.map((link) => link.textContent)).toEqual(["Open"]);
  });

  it("opens beside the rows by its command and closes with Escape", async () => {
    const { app, user } = await open(troubled());
    act(() => void run(app, "view.people"));
    act(() => void run(app, "view.clashes"));
    expect(sidePanel(app.ui.getState())).toBe("clashes");
    await waitFor(() => expect(focused()).toBe("Bring it forward and keep the promise"));
    await user.keyboard("{Escape}");
    expect(sidePanel(app.ui.getState())).toBe("details");
  });
});
