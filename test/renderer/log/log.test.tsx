import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { Log } from "#renderer/features/log/Log.tsx";
import { liveDecisions } from "#shared/domain/decisionLog.ts";
import { recordDecision } from "#shared/domain/operations/records.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan, START, testContext } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const start = () =>
  aPlan({
    roadmap: { ceoId: "Ana", cooId: "Bo", currency: "EUR" },
    people: [{ name: "Ana" }, { name: "Bo" }],
    decisionRights: [{ name: "Spending", holderId: "Bo", level: 6, ceiling: 5_000 }],
    stages: [{ name: "Idea", holds: [{ task: "Oven" }] }],
  });

function withDecisions(): Plan {
  const context = testContext({ prefix: "d" });
  context.setTime("2027-01-03T09:00:00.000Z");
  const input = {
    state: "accepted",
    decisionRightId: "Spending",
    decidedById: "Bo",
    itemIds: ["Oven"],
  } as const;
  let plan = start();
  plan = applyChange(plan, must(recordDecision(plan, context, { ...input, name: "Buy flour", amount: 300 })));
  return applyChange(
    plan,
    must(recordDecision(plan, context, { ...input, name: "Buy oven", amount: 8_000 })),
  );
}

it("teaches, and records a decision that says at once when it is outside the right", async () => {
  const view = await show(
    <>
      <h2>Decisions</h2>
      <Log />
      <Dialogs />
    </>,
    start(),
  );
  const { user } = view;
  await user.click(await screen.findByRole("button", { name: /^Record a decision/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Record a decision" }));
  await user.type(dialog.getByRole("textbox", { name: "What is decided?" }), "Oven");
  await user.click(dialog.getByRole("button", { name: /^Decided by: Ana/ }));
  await user.click(await screen.findByRole("option", { name: /Bo/ }));
  await user.click(dialog.getByRole("button", { name: /^Matter/ }));
  await user.click(await screen.findByRole("option", { name: "Spending" }));
  await user.type(dialog.getByRole("textbox", { name: "Commits, an amount" }), "8k{Enter}");
  expect(dialog.getByText(/^More than Bo may decide/)).toBeVisible();
  expect(await axeProblems()).toEqual([]);
  await user.type(dialog.getByRole("textbox", { name: "What is decided?" }), " now{Enter}");
  expect(liveDecisions(view.plan())).toMatchObject([
    { name: "Oven now", state: "accepted", decidedById: "Bo", amount: 8_000, decidedOn: START },
  ]);
  expect(screen.getByRole("option", { name: /^Oven now/ })).toHaveTextContent("Not theirs to decide");
});

it("is agreed to by the CEO and written on", async () => {
  const view = await show(
    <>
      <h2>Decisions</h2>
      <Log />
    </>,
    withDecisions(),
  );
  const { user } = view;
  await user.click(await screen.findByRole("option", { name: /^Buy oven/ }));
  const page = () => within(screen.getByRole("article"));
  await user.click(page().getByRole("button", { name: "Ana (CEO) agrees" }));
  expect(page().getByText(/Ana agreed on 4 Jan 2027\.$/)).toBeVisible();
  const before = view.plan();
  await user.type(page().getByRole("textbox", { name: "Add an option" }), "Rent one{Enter}");
  await user.click(page().getByRole("checkbox", { name: "Taken: Rent one" }));
  await user.type(page().getByRole("textbox", { name: "Why" }), "Cheaper");
  await user.tab();
  const [oven] = liveDecisions(view.plan()).filter(({ name }) => name === "Buy oven");
  expect(oven).toMatchObject({
    reason: "Cheaper",
    options: [{ text: "Rent one" }],
    ratifiedById: "Ana",
  });
  expect(oven?.chosenId).toBe(oven?.options[0]?.id);
  expect(before.decisions.get(oven?.id ?? "")?.reason).toBe("");
  expect(await axeProblems()).toEqual([]);
});

it("is replaced, found and copied", async () => {
  const view = await show(<Log />, withDecisions());
  const { user, app } = view;
  await user.click(await screen.findByRole("option", { name: /^Buy oven/ }));
  const page = () => within(screen.getByRole("article"));
  const oven = liveDecisions(view.plan()).find(({ name }) => name === "Buy oven")?.id;
  await user.click(page().getByRole("button", { name: "Replace it…" }));
  await user.click(page().getByRole("button", { name: "Accept" }));
  const list = within(screen.getByRole("listbox", { name: "Decisions" }));
  expect(list.getAllByRole("option").map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/In force/),
    expect.stringMatching(/Replaced/),
    expect.stringMatching(/Buy flour/),
  ]);
  await user.click(page().getByRole("button", { name: "Buy oven" }));
  expect(app.ui.getState().decisionId).toBe(oven);
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await user.click(page().getByRole("button", { name: "Copy as Markdown" }));
  expect(copied).toHaveBeenCalledWith(expect.stringContaining("- **Replaced by:** Buy oven"));

  await user.type(screen.getByRole("textbox", { name: "Search decisions" }), "flour");
  expect(list.getAllByRole("option")).toHaveLength(1);
  expect(screen.getByText("1 of 3 decisions")).toBeVisible();
});
