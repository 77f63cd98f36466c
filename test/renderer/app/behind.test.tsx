import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PlanScreen } from "#renderer/app/PlanScreen.tsx";
import { editTask, toggleDone } from "#renderer/commands/items.ts";
import { select } from "#renderer/commands/selection.ts";
import { pizzaPlan, TODAY } from "#test/renderer/details/plan.ts";
import { show } from "#test/support/show.tsx";

/** Frames that are due; nothing is painted until they are let go. */
let due = new Map<number, FrameRequestCallback>();

beforeEach(() => {
  due = new Map();
  let last = 0;
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((run) => {
    due.set(++last, run);
    return last;
  });
  vi.spyOn(window, "cancelAnimationFrame").mockImplementation((id) => void due.delete(id));
});
afterEach(() => void vi.restoreAllMocks());

/** Lets them go, and whatever waits for them to have been painted. */
async function paint(): Promise<void> {
  const frames = [...due.values()];
  due.clear();
  await act(async () => {
    for (const run of frames) run(performance.now());
    const behind = new MessageChannel();
    await new Promise<void>((resolve) => {
      behind.port1.onmessage = () => resolve();
      behind.port2.postMessage(null);
    });
    behind.port1.close();
  });
}

async function open() {
  const shown = await show(<PlanScreen />, pizzaPlan(), { today: TODAY, select: ["Price dishes"] });
  const details = within(screen.getByRole("complementary", { name: "Details" }));
  const row = within(screen.getByRole("row", { name: /Price dishes/ }));
  const name = () => details.getByRole<HTMLTextAreaElement>("textbox", { name: "Name" });
  return { ...shown, details, row, name };
}

it("paints a tick in its row before the details follow, and so its undo", async () => {
  const { app, details, row, undo } = await open();
  const status = () => details.getByRole("button", { name: /Status/ });
  act(() => toggleDone(app, ["Price dishes"]));
  expect(row.getByRole("button", { name: "Mark not done" })).toBeVisible();
  expect(status()).toHaveTextContent("In progress");
  await paint();
  expect(status()).toHaveTextContent("Done");
  undo();
  expect(row.getByRole("button", { name: "Mark done" })).toBeVisible();
  await paint();
  expect(status()).toHaveTextContent("In progress");
});

it("draws once for all the changes of a frame", async () => {
  const { app, details, name } = await open();
  const edit = (progressPct: number) =>
    act(() => editTask(app, "Price dishes", { progressPct }, { label: "Change progress" }));
  edit(50);
  const waiting = due.size;
  edit(60);
  edit(70);
  expect(due.size).toBe(waiting);
  const progress = details.getByRole("textbox", { name: "Progress in percent" });
  expect(progress).toHaveValue("40");
  await paint();
  expect(progress).toHaveValue("70");
  act(() => select(app, ["Hire cooks"]));
  expect(name()).toHaveValue("Hire cooks");
});

it("is up to date for whoever comes to it before it has followed", async () => {
  const { app, details } = await open();
  act(() => editTask(app, "Price dishes", { notes: "Ask twice." }, { label: "Edit notes" }));
  const notes = details.getByRole("textbox", { name: "Notes" });
  expect(notes).toHaveValue("Ask the bakery.");
  act(() => notes.focus());
  expect(notes).toHaveValue("Ask twice.");
});

it("shows what is changed in it at once", async () => {
  const { user, details, plan } = await open();
  await user.click(details.getByRole("checkbox", { name: "Cheese" }));
  expect(plan().tasks.get("Price dishes")?.checklist[1]?.done).toBe(true);
  expect(details.getByRole("checkbox", { name: "Cheese" })).toBeChecked();
});

it("loses no letter while the plan changes under somebody who types", async () => {
  const { app, user, name, plan } = await open();
  await user.click(name());
  let typed = "Price dishes";
  for (const [at, letter] of [..." and drinks"].entries()) {
    await user.keyboard(letter);
    typed += letter;
    act(() => editTask(app, "Price dishes", { progressPct: at }, { label: "Change progress" }));
    if (at === 4) act(() => toggleDone(app, ["Hire cooks"]));
    if (at % 3 === 0) await paint();
    expect(name()).toHaveValue(typed);
    expect(name().selectionStart).toBe(typed.length);
  }
  await waitFor(() => expect(plan().tasks.get("Price dishes")?.name).toBe(typed));
  expect(name()).toHaveValue(typed);
  expect(plan().tasks.get("Price dishes")?.progressPct).toBe(10);
});

it("never falls back to the text before when a field is left", async () => {
  const { user, name, plan } = await open();
  await user.click(name());
  await user.keyboard("!");
  act(() => screen.getByRole("treegrid").focus());
  expect(plan().tasks.get("Price dishes")?.name).toBe("Price dishes!");
  expect(name()).toHaveValue("Price dishes!");
});
