import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { isEnabled, run } from "#renderer/commands/registry.ts";
import { Details } from "#renderer/features/details/Details.tsx";
import { createPerson } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { axeProblems } from "#test/support/axe.ts";
import { show } from "#test/support/show.tsx";
import { pizzaPlan, TODAY } from "./plan.ts";

function crew(): Plan {
  const plan = pizzaPlan();
  const eve = createPerson({ id: "Eve Sun", roadmapId: plan.roadmap.id, order: "b0", name: "Eve Sun" });
  return { ...plan, people: new Map([...plan.people, [eve.id, eve]]) };
}

const open = (id: string, options = {}) =>
  show(
    <>
      <Details />
      <Dialogs />
    </>,
    crew(),
    { today: TODAY, select: [id], ...options },
  );

async function pick(user: Awaited<ReturnType<typeof open>>["user"], button: RegExp, name: string) {
  await user.click(await screen.findByRole("button", { name: button }));
  await user.click(await screen.findByRole("option", { name: new RegExp(name) }));
}

it("hands a task over, which is acknowledged and taken back, each in one undo step", async () => {
  const { user, plan, undo } = await open("Hire cooks");
  const before = plan();
  await user.click(screen.getByRole("button", { name: "Hand over…" }));
  const dialog = await screen.findByRole("dialog", { name: "Hand over" });
  expect(within(dialog).getByRole("button", { name: "Hand over" })).toBeDisabled();
  expect(within(dialog).getByRole("textbox", { name: "Follow up on" })).toHaveValue("8 Feb 2027");
  expect(within(dialog).getByRole("button", { name: "From: Ana Lima" })).toBeVisible();
  await pick(user, /^To: Choose somebody/, "Bo Chen");
  expect(dialog).toHaveTextContent("Bo Chen asks Ana Lima for advice first, then decides.");
  await user.click(within(dialog).getByRole("button", { name: /Who decides/ }));
  await user.click(await screen.findByRole("option", { name: /You decide, then tell me/ }));
  await user.click(within(dialog).getByRole("button", { name: "Hand over" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(plan().tasks.get("Hire cooks")).toMatchObject({
    accountableId: null,
    handovers: [{ byId: "Ana Lima", toId: "Bo Chen", level: 6, state: "handed", followUpOn: "2027-02-08" }],
  });
  const link = screen.getByRole("group", { name: "Handed by Ana Lima to Bo Chen" });
  expect(link).toHaveTextContent("Not acknowledged yet");
  expect(await axeProblems()).toEqual([]);
  const handed = plan();
  await user.click(within(link).getByRole("button", { name: "Acknowledge" }));
  expect(plan().tasks.get("Hire cooks")?.accountableId).toBe("Bo Chen");
  undo();
  expect(plan()).toEqual(handed);
  await user.click(screen.getByRole("button", { name: "Take back" }));
  expect(plan()).toEqual(before);
});

it("is declined with a reason, which stands there until it is kept or handed to somebody else", async () => {
  const { user, plan, app } = await open("Oven");
  expect(isEnabled(app, "item.handOver")).toBe(true);
  run(app, "item.handOver");
  await pick(user, /^To: Choose somebody/, "Bo Chen");
  await user.click(screen.getByRole("button", { name: "Hand over" }));
  expect(isEnabled(app, "item.handOver")).toBe(false);
  await user.click(screen.getByRole("button", { name: "Decline…" }));
  const dialog = await screen.findByRole("dialog", { name: "Decline" });
  expect(within(dialog).getByRole("button", { name: "Decline" })).toBeDisabled();
  await user.type(within(dialog).getByRole("textbox", { name: "Ana Lima reads why" }), "No time{Enter}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("group", { name: /Handed by/ })).toHaveTextContent("Declined: No time");
  expect(screen.getByRole("button", { name: "Hand to somebody else…" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Keep it" }));
  expect(plan().tasks.get("Oven")?.handovers).toEqual([]);
});

it("says when more of the decision is handed on than was given", async () => {
  const { user, app, plan } = await open("Oven");
  run(app, "item.handOver");
  await pick(user, /^To: Choose somebody/, "Bo Chen");
  await user.click(screen.getByRole("button", { name: /Who decides/ }));
  await user.click(await screen.findByRole("option", { name: /I ask you, then decide/ }));
  await user.click(screen.getByRole("button", { name: "Hand over" }));
  await user.click(screen.getByRole("button", { name: "Acknowledge" }));
  await user.click(screen.getByRole("button", { name: "Hand on…" }));
  await pick(user, /^To: Choose somebody/, "Eve Sun");
  const dialog = screen.getByRole("dialog", { name: "Hand over" });
  expect(dialog).toHaveTextContent("Ana Lima decides, so Bo Chen cannot give that away.");
  await user.click(within(dialog).getByRole("button", { name: "Hand over" }));
  expect(plan().tasks.get("Oven")?.handovers).toHaveLength(2);
  const link = screen.getByRole("group", { name: "Handed by Bo Chen to Eve Sun" });
  expect(link).toHaveTextContent("Ana Lima decides, so Bo Chen cannot give that away.");
  await user.click(within(link).getByRole("button", { name: /Who decides/ }));
  await user.click(await screen.findByRole("option", { name: /I decide, you do/ }));
  expect(link).not.toHaveTextContent("cannot give that away");
});

it("stays one line until it is used, and names who is asked and told", async () => {
  const { user, plan } = await open("Oven");
  expect(screen.queryByRole("heading", { name: "Delegation" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Ask or tell…" }));
  await pick(user, /^Asked before it is decided: Nobody/, "Bo Chen");
  await user.keyboard("{Escape}");
  await pick(user, /^Told once it is done: Nobody/, "Ana Lima");
  expect(plan().tasks.get("Oven")).toMatchObject({ consultedIds: ["Bo Chen"], informedIds: ["Ana Lima"] });
});

it("finished work is not handed over, and nothing is while the roadmap is read only", async () => {
  const { app } = await open("Taste sauces");
  expect(screen.queryByRole("button", { name: "Hand over…" })).toBeNull();
  expect(isEnabled(app, "item.handOver")).toBe(false);
});
