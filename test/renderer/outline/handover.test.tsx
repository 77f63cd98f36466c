import { screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Handover } from "#shared/domain/handover.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { cell, grid, showOutline, stopKeyboard } from "./support.tsx";

function handover(fields: Partial<Handover>): Handover {
  const usual = { byId: "Ana", toId: "Bo Chen", level: 5, reason: "", followUpOn: null } as const;
  return { ...usual, on: "2026-12-30", state: "handed", ...fields };
}

const PLAN = aPlan({
  people: [{ name: "Ana" }, { name: "Bo Chen" }],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Lease", handovers: [handover({})] },
        { task: "Oven", handovers: [handover({ state: "acknowledged", followUpOn: "2027-01-02" })] },
        { task: "Shelf", handovers: [handover({ state: "declined", reason: "Away" })] },
        { task: "Done", status: "done", progressPct: 100, handovers: [handover({})] },
        { task: "Calm", handovers: [handover({ state: "acknowledged", followUpOn: "2027-02-02" })] },
      ],
    },
  ],
});

beforeEach(() => localStorage.clear());
afterEach(stopKeyboard);

it("marks what was not taken, was declined or is to be followed up, in words too", async () => {
  await showOutline(PLAN);
  const name = (row: string) => cell(row, "name").textContent;
  expect(name("Lease")).toContain("Handed over. Not acknowledged yet");
  expect(name("Oven")).toContain("Follow-up due 2 days ago");
  expect(name("Shelf")).toContain("Declined: Away");
  expect(name("Done")).not.toMatch(/Handed|due/);
  expect(name("Calm")).not.toMatch(/Handed|due/);
});

it("has a column of whom it waits on and for how long", async () => {
  const { user } = await showOutline(PLAN);
  await user.click(screen.getByRole("button", { name: "Choose columns" }));
  await user.click(await screen.findByRole("menuitemcheckbox", { name: /Waiting on/ }));
  await user.keyboard("{Escape}");
  expect(cell("Lease", "waiting")).toHaveTextContent("Bo5 days");
  expect(cell("Shelf", "waiting")).toHaveTextContent("");
  expect(cell("Done", "waiting")).toHaveTextContent("");
  expect(await axeProblems(grid())).toEqual([]);
});
