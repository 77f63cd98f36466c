import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { run } from "#renderer/commands/registry.ts";
import { Details } from "#renderer/features/details/Details.tsx";
import { Issues } from "#renderer/features/issues/Issues.tsx";
import { issuesOf } from "#shared/domain/issues.ts";
import { raiseIssue } from "#shared/domain/operations/issues.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan, START, testContext } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

function plan(names: readonly string[]): Plan {
  const context = testContext({ prefix: "i" });
  const start = aPlan({
    roadmap: { ceoId: "Ana", cooId: "Bo" },
    people: [{ name: "Ana" }, { name: "Bo" }],
    stages: [{ name: "Idea", holds: [{ task: "Oven" }] }],
  });
  return names.reduce(
    (now, name) => applyChange(now, must(raiseIssue(now, context, { name, itemId: "Oven" }))),
    start,
  );
}

const open = (now: Plan) => issuesOf(now).open.map(({ name }) => name);

it("are raised in a line and ranked by keyboard", async () => {
  const view = await show(
    <>
      <h2>Issues</h2>
      <Issues />
    </>,
    plan(["Rent", "Dough"]),
  );
  const { user } = view;
  await user.type(await screen.findByRole("textbox", { name: "Raise an issue" }), "Sign{Enter}");
  expect(open(view.plan())).toEqual(["Rent", "Dough", "Sign"]);
  await user.click(screen.getByRole("row", { name: "Sign" }));
  await user.keyboard("{Alt>}{ArrowUp}{ArrowUp}{/Alt}");
  expect(open(view.plan())).toEqual(["Sign", "Rent", "Dough"]);
  expect(await axeProblems()).toEqual([]);
});

it("are solved by a task that somebody takes, and one undo takes all of it back", async () => {
  const view = await show(
    <>
      <Issues />
      <Dialogs />
    </>,
    plan(["Rent", "Dough"]),
  );
  const { user } = view;
  await user.click(await screen.findByRole("row", { name: "Rent" }));
  await user.click(screen.getByRole("button", { name: "Solve by a task…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Solve by a task" }));
  const what = dialog.getByRole("textbox", { name: "What is to be done?" });
  expect(what).toHaveValue("Rent");
  await user.clear(what);
  await user.type(what, "Call them");
  await user.click(dialog.getByRole("button", { name: /^Who takes it/ }));
  await user.click(await screen.findByRole("option", { name: "Bo" }));
  expect(dialog.getByText(/^Ana hands it to Bo/)).toBeVisible();
  await user.click(dialog.getByRole("button", { name: "Add the task" }));
  expect(open(view.plan())).toEqual(["Dough"]);
  const task = [...view.plan().tasks.values()].find(({ name }) => name === "Call them");
  expect(task).toMatchObject({ parentId: "Idea", handovers: [{ byId: "Ana", toId: "Bo", state: "handed" }] });
  const settled = within(screen.getByRole("list", { name: "Settled issues" }));
  expect(settled.getByRole("button", { name: "Call them" })).toBeVisible();
  view.undo();
  expect(open(view.plan())).toEqual(["Rent", "Dough"]);
  expect(view.plan().tasks.size).toBe(1);
});

it("are raised about the selected row from anywhere, and what was typed waits when the dialog is closed", async () => {
  const view = await show(
    <>
      <Details />
      <Dialogs />
    </>,
    plan([]),
    { select: ["Oven"] },
  );
  const { user, app } = view;
  await screen.findByRole("textbox", { name: "Name" });
  run(app, "issue.raise");
  await user.type(await screen.findByRole("textbox", { name: "What stands in the way?" }), "Half up front");
  expect(screen.getByRole("button", { name: "About: Oven" })).toBeVisible();
  await user.keyboard("{Escape}");
  expect(issuesOf(view.plan()).open).toEqual([]);
  run(app, "issue.raise");
  expect(await screen.findByRole("textbox", { name: "What stands in the way?" })).toHaveValue(
    "Half up front",
  );
  await user.keyboard("{End}{Enter}");
  expect(issuesOf(view.plan()).open).toMatchObject([
    { name: "Half up front", itemId: "Oven", raisedOn: START },
  ]);
  expect(screen.queryByRole("dialog")).toBeNull();
  const lines = within(await screen.findByRole("list", { name: "Issues and decisions" }));
  await user.click(lines.getByRole("button", { name: /Half up front/ }));
  expect(app.ui.getState().route).toMatchObject({ view: "issues" });
});
