import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { Sidebar } from "#renderer/app/Sidebar.tsx";
import { WhoDecides } from "#renderer/features/decisions/WhoDecides.tsx";
import { Details } from "#renderer/features/details/Details.tsx";
import { liveRights } from "#shared/domain/decisions.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const TODAY = "2027-02-10";

const plan = () =>
  aPlan({
    roadmap: { ceoId: "Ana", cooId: "Bo", currency: "EUR" },
    people: [{ name: "Ana" }, { name: "Bo" }, { name: "Cy" }],
    decisionRights: [
      { name: "Debt", isReserved: true },
      { name: "Spending", holderId: "Bo", level: 6, ceiling: 5_000, reviewOn: "2027-02-01" },
      { name: "Hiring", holderId: "Bo", level: 4 },
    ],
    stages: [
      {
        name: "Idea",
        holds: [
          { task: "Flour", accountableId: "Bo", decisionRightId: "Spending", amount: 300 },
          { task: "Oven", accountableId: "Bo", decisionRightId: "Spending", amount: 8_000 },
          { task: "Baker", accountableId: "Bo", decisionRightId: "Hiring" },
          { task: "Menu", accountableId: "Bo" },
        ],
      },
    ],
  });

it("lists matters, what lies outside on top, and mends it in a click", async () => {
  const {
    user,
    app,
    plan: now,
    undo,
  } = await show(
    <>
      <Sidebar />
      <h2>Who decides</h2>
      <WhoDecides />
    </>,
    plan(),
    { today: TODAY },
  );
  const view = await screen.findByRole("button", { name: /^Who decides/ });
  expect(view).toHaveAccessibleName(/2: 1 not theirs to decide, 1 to look at again$/);
  const outside = within(screen.getByRole("region", { name: "Not theirs to decide" }));
  expect(outside.getByText("Bo decides about Spending up to €5,000; “Oven” commits €8,000.")).toBeVisible();
  const row = screen.getByRole("row", { name: "Spending" });
  expect(row).toHaveTextContent(
    /Bo decides and tells Ana afterwards\..*1 of 2 tasks to mend.*up to €5,000.*Overdue by 9 days/,
  );
  expect(await axeProblems()).toEqual([]);

  await user.click(row);
  const matter = within(screen.getByRole("complementary", { name: "Matter" }));
  const work = within(matter.getByRole("list", { name: "Open work" })).getAllByRole("listitem");
  expect(work.map((item) => item.textContent)).toEqual([
    expect.stringMatching(/^Oven/),
    expect.stringMatching(/^Flour/),
  ]);
  await user.click(matter.getByRole("button", { name: "Raise the limit to €8,000: Oven" }));
  expect(now().decisionRights.get("Spending")?.ceiling).toBe(8_000);
  expect(screen.queryByRole("region", { name: "Not theirs to decide" })).toBeNull();
  undo();
  await user.click(matter.getByRole("button", { name: "Give to Ana, who may decide: Oven" }));
  expect(now().tasks.get("Oven")?.accountableId).toBe("Ana");
  await user.click(matter.getByRole("button", { name: "Looked at it today" }));
  expect(now().decisionRights.get("Spending")?.reviewOn).toBe("2027-05-10");
  const limit = matter.getByRole("textbox", { name: "Up to what amount at once" });
  await user.clear(limit);
  await user.type(limit, "12,5k{Enter}");
  expect(now().decisionRights.get("Spending")?.ceiling).toBe(12_500);
  await user.click(matter.getByRole("button", { name: "Close" }));
  expect(app.ui.getState().matterId).toBeNull();
});

it("adds, moves and deletes by keyboard", async () => {
  const { user, plan: now } = await show(<WhoDecides />, plan(), { today: TODAY });
  await user.type(await screen.findByRole("textbox", { name: /only the CEO/ }), "Equity{Enter}");
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Equity");
  const names = () => liveRights(now()).map(({ name }) => name);
  expect(names()).toEqual(["Debt", "Spending", "Hiring", "Equity"]);
  await user.click(screen.getByRole("row", { name: "Equity" }));
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(names()).toEqual(["Equity", "Debt", "Spending", "Hiring"]);
  await user.keyboard("{Delete}");
  expect(names()).toEqual(["Debt", "Spending", "Hiring"]);
});

it("teaches while nothing is written down, and starts with the usual matters in one step", async () => {
  const {
    user,
    plan: now,
    undo,
  } = await show(<WhoDecides />, aPlan({ people: [{ name: "Bo" }], roadmap: { cooId: "Bo" } }));
  expect(await axeProblems()).toEqual([]);
  await user.click(await screen.findByRole("button", { name: "Start with the usual matters" }));
  const rights = liveRights(now());
  expect(rights.filter(({ isReserved }) => isReserved).map(({ name }) => name)).toContain("Debt");
  expect(rights.find(({ name }) => name === "Hiring")).toMatchObject({ holderId: "Bo", level: 4 });
  undo();
  expect(liveRights(now())).toEqual([]);
});

it("a task says what it decides about and commits, and is told when that is not its owner's", async () => {
  const { user, plan: now } = await show(<Details />, plan(), { select: ["Menu"] });
  await user.click(await screen.findByRole("button", { name: "Decides about…" }));
  await user.click(await screen.findByRole("option", { name: "Spending" }));
  const amount = screen.getByRole("textbox", { name: "Commits, an amount" });
  await user.type(amount, "5000{Enter}");
  expect(now().tasks.get("Menu")).toMatchObject({ decisionRightId: "Spending", amount: 5_000 });
  expect(screen.getByText("Bo decides and tells Ana afterwards. Up to €5,000.")).toBeVisible();
  await user.clear(amount);
  await user.type(amount, "5.001{Enter}");
  expect(screen.getByText(/“Menu” commits €5,001/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Give to Ana, who may decide: Menu" }));
  expect(now().tasks.get("Menu")?.accountableId).toBe("Ana");
  expect(screen.queryByText(/commits €5,001/)).toBeNull();
});

it("is said before work is handed over, with less to give or somebody else", async () => {
  const { user, app, plan: now } = await show(<Dialogs />, plan());
  app.ui.setState({ dialog: { kind: "hand-over", taskId: "Baker" } });
  await user.click(await screen.findByRole("button", { name: /^To:/ }));
  await user.click(await screen.findByRole("option", { name: /Cy/ }));
  const box = await screen.findByRole("group", { name: "Not theirs to decide" });
  expect(box).toHaveTextContent(
    "Cy is to decide “Baker” alone, but Bo, who hands it over, does not decide about Hiring alone.",
  );
  await user.click(within(box).getByRole("button", { name: "“We decide together”" }));
  expect(screen.queryByRole("group", { name: "Not theirs to decide" })).toBeNull();
  expect(screen.getByText("Inside what may be decided about Hiring.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Hand over" }));
  expect(now().tasks.get("Baker")?.handovers[0]).toMatchObject({ toId: "Cy", level: 4 });
});
