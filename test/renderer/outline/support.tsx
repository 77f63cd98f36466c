/** What the tests of the outline share: a small plan on screen, and reading the rows as a person would. */
import { act, render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { listenToKeyboard } from "#renderer/app/keyboard.ts";
import { AppContext } from "#renderer/commands/hooks.ts";
import { Outline } from "#renderer/features/outline/Outline.tsx";
import { EMPTY_HISTORY } from "#renderer/store/history.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { createTestApp } from "#test/support/app.ts";
import { aPlan } from "#test/support/builders.ts";
import { type Shown, type ShowOptions, show } from "#test/support/show.tsx";

export const PLAN = aPlan({
  people: [
    { name: "Ana Lima", role: "CEO" },
    { name: "Ben Oak", role: "COO" },
    { name: "Cy Former", deletedAt: "2027-01-05T09:00:00.000Z" },
  ],
  stages: [
    {
      name: "Idea",
      goal: "Somebody wants it.",
      holds: [
        {
          milestone: "Named",
          date: "2027-02-01",
          ownerId: "Ana Lima",
          holds: [
            { task: "Choose", start: "2027-01-04", durationDays: 3, does: ["Ana Lima", "Cy Former"] },
            { task: "Register", start: "2027-01-11", durationDays: 2 },
            { task: "Print", start: "2027-01-18", durationDays: 5 },
          ],
        },
        { milestone: "Proved", date: "2027-03-01" },
      ],
    },
    { name: "Scale" },
  ],
});

/** The same for a plan that need not be stored first: a large one. */
export async function showUnstored(plan: Plan): Promise<UserEvent> {
  const app = await createTestApp();
  app.documents.open({ plan, history: EMPTY_HISTORY, unreadable: 0 });
  render(
    <AppContext value={app}>
      <Outline />
    </AppContext>,
  );
  act(() => grid().focus());
  return userEvent.setup();
}

/** The outline with the keyboard of the whole window, as in the app. */
export async function showOutline(plan: Plan = PLAN, options: ShowOptions = {}): Promise<Shown> {
  const shown = await show(<Outline />, plan, options);
  const stop = listenToKeyboard(shown.app);
  stops.push(stop);
  act(() => grid().focus());
  return shown;
}

const stops: (() => void)[] = [];

/** Ends the keyboard of the last test; call it after each. */
export function stopKeyboard(): void {
  for (const stop of stops.splice(0)) stop();
}

export function grid(): HTMLElement {
  return screen.getByRole("treegrid");
}

/** Found by its text: asking for the accessible name of every row is slow. */
export function findRow(name: string): HTMLElement | null {
  const rows = [...grid().querySelectorAll<HTMLElement>("[role='row']")];
  return rows.find((each) => each.textContent?.includes(name)) ?? null;
}

export function row(name: string): HTMLElement {
  const found = findRow(name);
  if (!found) throw new Error(`No row of the name ${name}.`);
  return found;
}

export function cell(name: string, column: string): HTMLElement {
  const found = row(name).querySelector<HTMLElement>(`[data-column="${column}"]`);
  if (!found) throw new Error(`No column ${column}.`);
  return found;
}

export function editor(): HTMLInputElement {
  return within(grid()).getByRole("textbox");
}

export function selected(): string[] {
  const names = grid().querySelectorAll("[role='row'][aria-selected='true'] [role='rowheader']");
  return [...names].map((name) => name.textContent?.replace(/Add a task$/, "") ?? "");
}

/** The plan as lines `1.1 Named`, in reading order. */
export function lines(plan: Plan): string[] {
  return outlineOf(plan).inOrder.map((node) => `${node.wbsCode} ${node.item.name}`);
}
