import { act, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { compareWith, freeze, isComparing } from "#renderer/commands/baselines.ts";
import { keepView, openRoadmap, showDialog } from "#renderer/commands/navigation.ts";
import { commandInfo, isEnabled, run } from "#renderer/commands/registry.ts";
import { CompareChip } from "#renderer/features/baselines/CompareChip.tsx";
import { recallView } from "#renderer/persistence/viewMemory.ts";
import { baselinesOf } from "#shared/domain/operations/baselines.ts";
import { edit } from "#test/renderer/baselines/edit.ts";
import { aPlan } from "#test/support/builders.ts";
import { type Shown, show } from "#test/support/show.tsx";

const PLAN = aPlan({
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Lease signed",
          date: "2027-03-12",
          holds: [{ task: "Visit five places", start: "2027-03-01", durationDays: 5 }],
        },
        { milestone: "Named", date: "2027-03-05" },
      ],
    },
    { name: "Scale", holds: [{ milestone: "Ten shops", date: "2027-06-01" }] },
  ],
});

const view = (
  <>
    <CompareChip />
    <Dialogs />
  </>
);

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

async function shown(): Promise<Shown> {
  const all = await show(view, PLAN, { today: "2027-01-05" });
  act(() => showDialog(all.app, { kind: "baselines" }));
  return all;
}

/** Frozen as “As agreed”, compared with, then changed. */
async function compared(): Promise<Shown> {
  const all = await show(view, PLAN, { today: "2027-01-05" });
  act(() => {
    compareWith(all.app, freeze(all.app, "As agreed"));
    edit(all.app, "milestone", "Lease signed", { date: "2027-03-19" });
  });
  return all;
}

const names = ({ plan }: Shown) => baselinesOf(plan()).map(({ name }) => name);

describe("the list of baselines", () => {
  it("teaches what one is, and freezes the plan under the suggested name", async () => {
    const all = await shown();
    expect(screen.getByText(/Freeze the plan when you two agree on it/)).toBeInTheDocument();
    expect(screen.getByLabelText("Name of the new baseline")).toHaveFocus();
    await all.user.keyboard("{Enter}");
    expect(names(all)).toEqual(["Plan of 5 Jan 2027"]);
    expect(screen.getByRole("status")).toHaveTextContent("Frozen as “Plan of 5 Jan 2027”.");
    expect(screen.getByText(/6 items · nothing has changed since/)).toBeInTheDocument();
    expect(screen.getByLabelText("Name of the new baseline")).toHaveValue("Plan of 5 Jan 2027 (2)");
  });

  it("takes a name in place of the suggested one, and says when it is taken or missing", async () => {
    const all = await shown();
    await all.user.keyboard("As agreed{Enter}");
    expect(names(all)).toEqual(["As agreed"]);
    const field = screen.getByLabelText("Name of the new baseline");
    await all.user.clear(field);
    await all.user.type(field, "as agreed{Enter}");
    expect(field).toHaveAccessibleDescription(/There is a baseline called “as agreed” already/);
    await all.user.clear(field);
    await all.user.keyboard("{Enter}");
    expect(field).toHaveAccessibleDescription("Give the baseline a name, for instance “As agreed”.");
    expect(names(all)).toEqual(["As agreed"]);
  });

  it("renames in place; Escape leaves the name and the dialog as they are", async () => {
    const all = await shown();
    await all.user.keyboard("As agreed{Enter}");
    await all.user.click(screen.getByRole("button", { name: "Rename As agreed" }));
    expect(screen.getByLabelText("Name")).toHaveFocus();
    await all.user.keyboard("Something else{Escape}");
    expect(names(all)).toEqual(["As agreed"]);
    await all.user.click(screen.getByRole("button", { name: "Rename As agreed" }));
    await all.user.keyboard("Board, January{Enter}");
    expect(names(all)).toEqual(["Board, January"]);
    all.undo();
    expect(names(all)).toEqual(["As agreed"]);
  });

  it("deletes with an undo beside it", async () => {
    const all = await shown();
    await all.user.keyboard("As agreed{Enter}");
    await all.user.click(screen.getByRole("button", { name: "Delete As agreed" }));
    expect(names(all)).toEqual([]);
    expect(screen.getByRole("status")).toHaveTextContent("“As agreed” was deleted.");
    await all.user.click(screen.getByRole("button", { name: "Undo" }));
    expect(names(all)).toEqual(["As agreed"]);
    expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  });

  it("only looks where nothing can be edited", async () => {
    await show(view, PLAN, { readOnly: "Another window holds this roadmap." }).then(({ app }) =>
      act(() => showDialog(app, { kind: "baselines" })),
    );
    expect(screen.queryByLabelText("Name of the new baseline")).not.toBeInTheDocument();
  });
});

describe("comparing", () => {
  it("is switched on and off in the list, and ends when the baseline is deleted", async () => {
    const all = await shown();
    await all.user.keyboard("As agreed{Enter}");
    expect(isEnabled(all.app, "view.moved")).toBe(false);
    await all.user.click(screen.getByRole("button", { name: "Compare with As agreed" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: /Compared with “As agreed”/ })).toBeInTheDocument();
    act(() => void run(all.app, "plan.baselines"));
    expect(screen.getByRole("button", { name: "Stop comparing with As agreed" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await all.user.click(screen.getByRole("button", { name: "Delete As agreed" }));
    expect(isComparing(all.app)).toBe(false);
    await all.user.click(screen.getByRole("button", { name: "Undo" }));
    expect(isComparing(all.app)).toBe(true);
  });

  it("ends by the cross beside it", async () => {
    const { app, user } = await compared();
    await user.click(screen.getByRole("button", { name: commandInfo("view.stopComparing").label }));
    expect(app.ui.getState().compareWith).toBeNull();
    expect(screen.queryByText(/Compared with/)).not.toBeInTheDocument();
  });

  it("comes to the rows from where they are not", async () => {
    const { app } = await compared();
    act(() => app.ui.setState({ route: { screen: "plan", roadmapId: "roadmap", view: "bin" } }));
    act(() => compareWith(app, app.ui.getState().compareWith));
    expect(app.ui.getState().route).toMatchObject({ view: "outline" });
  });

  it("is remembered per roadmap, and views remembered before it are still known", async () => {
    const { app } = await compared();
    const { compareWith: id } = app.ui.getState();
    keepView(app);
    const again = await app.restart();
    await openRoadmap(again, "roadmap");
    expect(again.ui.getState().compareWith).toBe(id);
    expect(isComparing(again)).toBe(true);
    const { compareWith: _, ...older } = JSON.parse(localStorage.getItem("groundwork.view.roadmap") ?? "{}");
    localStorage.setItem("groundwork.view.roadmap", JSON.stringify({ ...older, pxPerDay: 3 }));
    expect(recallView("roadmap")).toMatchObject({ compareWith: null, pxPerDay: 3 });
  });
});

describe("what moved", () => {
  it("lists stages and milestones with the day they were to end, furthest first", async () => {
    const { app, user } = await compared();
    act(() => edit(app, "milestone", "Named", { date: "2027-03-08" }));
    await user.click(screen.getByRole("button", { name: /Compared with/ }));
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByText(/the plan ends on the same day\. 3 moved/)).toBeInTheDocument();
    const lines = dialog.getAllByRole("button").map((button) => button.textContent ?? "");
    expect(lines.filter((line) => /\bd[0-9]|[0-9] (Mar|Jun)/.test(line))).toEqual([
      "Idea12 Mar → 19 Mar+5\u00a0d5 days later than in “As agreed”",
      "Lease signed12 Mar → 19 Mar+5\u00a0d5 days later than in “As agreed”",
      "Named5 Mar → 8 Mar+1\u00a0d1 day later than in “As agreed”",
      "Scale1 Jun0where it was in “As agreed”",
      "Ten shops1 Jun0where it was in “As agreed”",
    ]);
  });

  it("leads to the item, and to the bin", async () => {
    const { app, user } = await compared();
    act(() => run(app, "view.moved"));
    await user.click(screen.getByRole("button", { name: /^Lease signed/ }));
    expect(app.ui.getState()).toMatchObject({ dialog: null, selection: ["Lease signed"] });
    act(() => {
      app.ui.setState({ selection: ["Lease signed"] });
      run(app, "item.delete");
      run(app, "view.moved");
    });
    expect(screen.getByRole("heading", { name: "Gone since 2" })).toBeInTheDocument();
    const gone = screen.getByRole("button", { name: /Lease signed Idea, in the bin, with 1 more inside/ });
    expect(gone).toHaveTextContent("12 Mar");
    await user.click(gone);
    expect(app.ui.getState().route).toMatchObject({ view: "bin" });
  });

  it("lists what came and what got done", async () => {
    const { app, user } = await compared();
    act(() => {
      app.ui.setState({ selection: ["Visit five places"] });
      run(app, "item.toggleDone");
      app.ui.setState({ selection: ["Scale"] });
      run(app, "item.addMilestone");
      run(app, "view.moved");
    });
    expect(screen.getByRole("heading", { name: "Added since 1" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: /Untitled milestone Scale/ })).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "Finished since 1" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "All baselines" }));
    expect(screen.getByRole("dialog", { name: "Baselines" })).toBeInTheDocument();
  });

  it("says so when nothing has", async () => {
    const { app, undo } = await compared();
    undo();
    act(() => run(app, "view.moved"));
    expect(screen.getByText(/nothing has changed since\./)).toBeInTheDocument();
  });
});
