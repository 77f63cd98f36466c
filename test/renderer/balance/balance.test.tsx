import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { Balance } from "#renderer/features/balance/Balance.tsx";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan, START } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const PLAN = aPlan({
  roadmap: { ceoId: "Ana Lima", cooId: "Bo Chen" },
  people: [
    { name: "Ana Lima" },
    { name: "Bo Chen", engagement: { from: null, until: "2027-01-29", daysPerMonth: 3 } },
    { name: "Cy" },
  ],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Interview cooks", does: ["Ana Lima"], accountableId: "Ana Lima", effortHours: 30 },
        { task: "Lease", does: ["Bo Chen"], accountableId: "Bo Chen", effortHours: 10, durationDays: 30 },
        { task: "Order flour", does: ["Bo Chen"], accountableId: "Bo Chen", effortHours: 10 },
        { task: "Write the menu", does: ["Cy"], accountableId: "Cy", effortHours: 1 },
      ],
    },
  ],
  routines: [{ name: "Count the cash", ownerId: "Ana Lima", minutes: 60 }],
});

const open = (plan = PLAN, today = START) =>
  show(
    <>
      <Balance />
      <Dialogs />
    </>,
    plan,
    { today },
  );

describe("CEO and COO", () => {
  it("show what lies on the CEO against the wish, and what to hand over next", async () => {
    const { user, plan, undo } = await open();
    const stage = within(screen.getByRole("list", { name: "By stage" }));
    expect(stage.getByText("Say what is wanted")).toBeInTheDocument();
    await user.type(stage.getByRole("textbox", { name: "Wanted share of the CEO in Idea" }), "25{Enter}");
    expect(plan().stages.get("Idea")?.wantedCeoPct).toBe(25);
    expect(stage.getByText(/points above what is wanted/)).toBeInTheDocument();
    expect(screen.getAllByRole("cell", { name: "25 % wanted" })).not.toHaveLength(0);
    expect(await axeProblems()).toEqual([]);

    const next = within(screen.getByRole("list", { name: "Delegate next" }));
    expect(next.getByText(/Ana Lima decides and does it, 30 hours left/)).toBeInTheDocument();
    await user.click(next.getByRole("button", { name: "Give to: Count the cash" }));
    await user.click(screen.getByRole("menuitem", { name: "Cy" }));
    expect(plan().routines.get("Count the cash")?.ownerId).toBe("Cy");
    undo();
    expect(plan().routines.get("Count the cash")?.ownerId).toBe("Ana Lima");
    await user.click(next.getByRole("button", { name: "Hand over: Interview cooks" }));
    const dialog = within(screen.getByRole("dialog", { name: "Hand over" }));
    expect(dialog.getByRole("button", { name: /^To: Cy/ })).toBeInTheDocument();
  });

  it("show the COO's mix by stage and month, marks one or several, and who carries on", async () => {
    const { user, plan } = await open();
    await user.click(screen.getByRole("tab", { name: "The COO’s time" }));
    const stage = within(screen.getByRole("list", { name: "Strategy by stage" }));
    await user.type(stage.getByRole("textbox", { name: "Wanted share of strategy in Idea" }), "50{Enter}");
    expect(
      stage.getByText("Wanted half strategy, planned 0 %: 10 hours too much execution."),
    ).toBeInTheDocument();
    await user.click(screen.getByRole("checkbox", { name: "Tick Lease" }));
    await user.click(screen.getByRole("checkbox", { name: "Tick Order flour" }));
    await user.click(screen.getByRole("button", { name: "Strategy" }));
    expect([...plan().tasks.values()].filter((task) => task.isStrategy)).toHaveLength(2);
    const choice = within(screen.getByRole("radiogroup", { name: "What Order flour is" }));
    await user.click(choice.getByRole("radio", { name: "Execution" }));
    expect(stage.getByText("Wanted half strategy, planned 50 %: as wanted.")).toBeInTheDocument();
    const carry = within(screen.getByRole("list", { name: "Who carries this on?" }));
    expect(carry.getByText("Bo Chen is engaged until 29 Jan 2027. Who carries this on?")).toBeInTheDocument();
    expect(carry.getByRole("button", { name: "Hand over: Lease" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear engaged until" }));
    expect(screen.queryByRole("list", { name: "Who carries this on?" })).toBeNull();
    expect(await axeProblems()).toEqual([]);
  });

  it("say how to name a CEO and a COO, and do so there", async () => {
    const { user, plan } = await open(aPlan({ people: [{ name: "Ana Lima" }] }));
    await user.click(screen.getByRole("button", { name: /Who is the CEO/ }));
    await user.click(screen.getByRole("option", { name: /Ana Lima/ }));
    expect(plan().roadmap.ceoId).toBe("Ana Lima");
    expect(screen.getByText("No open work")).toBeInTheDocument();
    await user.click(screen.getByRole("tab", { name: "The COO’s time" }));
    expect(screen.getByText("Nobody is named as COO yet")).toBeInTheDocument();
  });
});
