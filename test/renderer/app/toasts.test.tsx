import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Toasts } from "#renderer/app/Toasts.tsx";
import { remove, rename } from "#renderer/commands/items.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { notify, notifyProblem } from "#renderer/commands/notify.ts";
import { run } from "#renderer/commands/registry.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const PLAN = aPlan({
  stages: [
    { name: "Idea", holds: [{ task: "Ask neighbours" }, { task: "Bake for Ana", start: "2027-01-11" }] },
  ],
});

it("offers to undo only what it tells of: the offer goes with the next change", async () => {
  const { app } = await show(<Toasts />, PLAN);
  act(() => remove(app, ["Ask neighbours"]));
  expect(screen.getByRole("button", { name: "Undo" })).toBeInTheDocument();
  act(() => rename(app, "task", "Bake for Ana", "Bake for Ana Lima"));
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
});

it("names what was undone as it is written, names of people included", async () => {
  const { app } = await show(<Toasts />, PLAN);
  act(() => remove(app, ["Ask neighbours"]));
  act(() => void run(app, "edit.undo"));
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  expect(screen.getByText(/^Undone: delete/)).toBeInTheDocument();
});

it("tells one thing at a time, but keeps problems", async () => {
  const { app } = await show(<Toasts />, PLAN);
  act(() => notifyProblem(app, { code: "x", message: "The file could not be read." }));
  act(() => notify(app, "Undone: move."));
  act(() => notify(app, "Done again: move."));
  expect(screen.queryByText("Undone: move.")).not.toBeInTheDocument();
  expect(screen.getByText("Done again: move.")).toBeInTheDocument();
  expect(screen.getByRole("alert")).toHaveTextContent("The file could not be read.");
});

it("keeps commands for rows off rows that are not on screen", async () => {
  const { app, plan } = await show(<Toasts />, PLAN, { select: ["Ask neighbours"] });
  act(() => showView(app, "people"));
  expect(run(app, "item.delete")).toBe(false);
  expect(plan().tasks.get("Ask neighbours")?.deletedAt).toBeNull();
  act(() => showView(app, "timeline"));
  expect(run(app, "item.delete")).toBe(true);
});
