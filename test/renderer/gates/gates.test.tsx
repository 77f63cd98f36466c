import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { Details } from "#renderer/features/details/Details.tsx";
import { GateList } from "#renderer/gates/GateList.tsx";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const plan = (ceoId: string | null = "Ana") =>
  aPlan({
    roadmap: { ceoId },
    people: [{ name: "Ana" }],
    stages: [
      { name: "Idea", holds: [{ milestone: "Asked around", date: "2026-12-26" }] },
      {
        name: "Opening",
        holds: [{ milestone: "Oven in", holds: [{ task: "Order it", status: "in-progress" }] }],
      },
    ],
  });

it("fills a gate in the details, and keeps every decision with the criteria as they stood", async () => {
  const shown = await show(
    <>
      <h2>Outline</h2>
      <Details />
      <Dialogs />
    </>,
    plan(),
    { select: ["Idea"] },
  );
  const { user, plan: now, undo } = shown;
  const gate = within(screen.getByRole("region", { name: "Gate" }));
  expect(gate.getByText("No criteria yet; 1 milestone still ahead")).toBeVisible();
  await user.click(gate.getByRole("button", { name: "Start with 5 usual criteria" }));
  await user.click(gate.getByRole("textbox", { name: "Add a criterion" }));
  await user.keyboard("The bank says yes{Enter}");
  const criteria = () => now().stages.get("Idea")?.gateCriteria ?? [];
  expect(criteria().at(-1)).toMatchObject({ text: "The bank says yes", isMust: false });
  await user.click(gate.getByRole("button", { name: "Should-have: The bank says yes. Make it a must-have" }));
  await user.click(gate.getByRole("checkbox", { name: "The bank says yes" }));
  await user.click(gate.getByRole("button", { name: "No evidence: The bank says yes" }));
  await user.keyboard("$410,000{Enter}");
  expect(criteria().at(-1)).toMatchObject({
    isMust: true,
    isMet: true,
    evidence: [{ figure: "$410,000", on: "2027-01-04" }],
  });
  expect(
    gate.getByText("1 of 5 must-haves met; 0 of 1 should-have met; 1 milestone still ahead"),
  ).toBeVisible();
  expect(gate.getByText("At the end of the stage: 26 Dec 2026, 9 days ago")).toBeVisible();
  expect(await axeProblems()).toEqual([]);

  await user.click(gate.getByRole("button", { name: "Decide…" }));
  const dialog = within(screen.getByRole("dialog", { name: "Gate of Idea" }));
  expect(dialog.getByRole("radio", { name: /^Hold/ })).toBeChecked();
  await user.click(dialog.getByRole("radio", { name: /^Go/ }));
  await user.click(dialog.getByRole("button", { name: "Record Go" }));
  expect(dialog.getByText("4 must-haves are not met. Say why it goes on all the same.")).toBeVisible();
  expect(now().gateDecisions.size).toBe(0);
  await user.click(dialog.getByRole("textbox", { name: "Why it goes on all the same" }));
  await user.keyboard("The landlord waits for nobody");
  await user.click(dialog.getByRole("button", { name: "Record Go" }));
  expect([...now().gateDecisions.values()]).toMatchObject([
    { verdict: "go", signedById: "Ana", note: "The landlord waits for nobody", criteria: criteria() },
  ]);
  expect(gate.getByText("Go on 4 Jan 2027, signed by Ana.")).toBeVisible();
  expect(gate.getByRole("list", { name: "What was decided" })).toHaveTextContent("1 of 5 must-haves met");
  undo();
  expect(gate.getByText("Not decided yet.")).toBeVisible();
});

it("lists the gates of all stages, and says how to name whoever signs", async () => {
  const { user } = await show(
    <>
      <h2>Session</h2>
      <h3>Gates</h3>
      <GateList />
      <Dialogs />
    </>,
    plan(null),
  );
  const gates = within(screen.getByRole("list", { name: "Gates" }));
  await user.click(gates.getByRole("button", { name: /^Idea/ }));
  await user.click(gates.getByRole("button", { name: /usual criteria/ }));
  expect(gates.getByText("1 milestone of later stages begun too early")).toBeVisible();
  await user.click(gates.getByRole("button", { name: "Decide at the gate of Idea" }));
  const dialog = within(screen.getByRole("dialog", { name: "Nobody can sign yet" }));
  expect(dialog.getByText(/nobody is named as CEO/)).toBeVisible();
});
