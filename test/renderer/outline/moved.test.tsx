/** The column that says by how much each row moved since the baseline. */
import { act, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { compareWith, freeze } from "#renderer/commands/baselines.ts";
import { edit } from "#test/renderer/baselines/edit.ts";
import { cell, grid, showOutline, stopKeyboard } from "./support.tsx";

afterEach(() => {
  stopKeyboard();
  localStorage.clear();
});

const titles = () => screen.getAllByRole("columnheader").map((title) => title.textContent);

it("shows while comparing, signed and in words, for stages, milestones and tasks", async () => {
  const { app, user } = await showOutline();
  expect(titles()).not.toContain("Moved by");
  act(() => compareWith(app, freeze(app, "As agreed")));
  expect(titles()).toContain("Moved by");
  expect(cell("Proved", "moved")).toHaveTextContent("0");
  act(() => {
    edit(app, "milestone", "Proved", { date: "2027-03-08" });
    edit(app, "task", "Print", { start: "2027-01-14" });
  });
  expect(cell("Proved", "moved")).toHaveTextContent("+5 d");
  expect(cell("Proved", "moved")).toHaveTextContent("5 days later than in “As agreed”");
  expect(cell("Idea", "moved")).toHaveTextContent("+5 d");
  expect(cell("Print", "moved")).toHaveTextContent("−2 d");
  expect(cell("Scale", "moved")).toHaveTextContent("no dates to compare with “As agreed”");
  act(() => app.ui.setState({ selection: ["Print"] }));
  await user.keyboard("{Control>}{Enter}{/Control}New work{Enter}{Escape}");
  expect(cell("New work", "moved")).toHaveTextContent("new since “As agreed”");
  act(() => compareWith(app, null));
  expect(titles()).not.toContain("Moved by");
});

it("can be put away while comparing, and is not offered otherwise", async () => {
  const { app, user } = await showOutline();
  const choose = async () => {
    await user.click(screen.getByRole("button", { name: "Choose columns" }));
    return screen.queryByRole("menuitemcheckbox", { name: /Moved by/ });
  };
  expect(await choose()).toBeNull();
  await user.keyboard("{Escape}");
  act(() => compareWith(app, freeze(app, "As agreed")));
  const entry = await choose();
  expect(entry).toBeChecked();
  if (entry) await user.click(entry);
  await user.keyboard("{Escape}");
  expect(titles()).not.toContain("Moved by");
  expect(grid()).toBeInTheDocument();
});
