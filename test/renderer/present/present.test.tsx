import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Present } from "#renderer/features/present/Present.tsx";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const plan = () =>
  aPlan({
    roadmap: { ceoId: "Ana" },
    people: [{ name: "Ana" }],
    stages: [
      {
        name: "Idea",
        gateCriteria: [{ id: "c", text: "Ten asked", isMust: true, isMet: false, evidence: [] }],
        holds: [
          { milestone: "Named", date: "2027-02-01", ownerId: "Ana", notes: "Private" },
          { milestone: "Priced", date: "2027-03-01" },
        ],
      },
      { name: "Opening", holds: [{ milestone: "Open", date: "2027-06-01" }] },
    ],
  });

it("goes through the pages by keyboard, ticks and edits, and leaves by Escape", async () => {
  const { user, app, plan: now, undo } = await show(<Present />, plan());
  app.ui.setState({ isPresenting: true });
  const page = (name: string | RegExp) => screen.getByRole("region", { name });
  expect(page("Corner Pizza")).toHaveFocus();
  await user.keyboard("{ArrowRight}");
  expect(page(/Idea/)).toHaveFocus();
  expect(await axeProblems()).toEqual([]);
  expect(screen.queryByText(/Private/)).toBeNull();

  await user.keyboard("{ArrowDown}{Enter}");
  const line = screen.getByRole("button", { name: /^Named/ });
  expect(line).toHaveFocus();
  expect(line).toHaveAttribute("aria-pressed", "true");
  expect(now().milestones.get("Named")?.reachedOn).toBe("2027-01-04");
  undo();
  await user.keyboard("{ArrowDown}e");
  await user.keyboard("Price agreed{Tab}no day{Enter}");
  expect(screen.getByRole("alert")).toHaveTextContent("Write a date like");
  await user.clear(screen.getByRole("textbox", { name: "Date" }));
  await user.keyboard("10 Mar 2027{Enter}");
  expect(now().milestones.get("Priced")).toMatchObject({ name: "Price agreed", date: "2027-03-10" });
  undo();
  expect(now().milestones.get("Priced")).toMatchObject({ name: "Priced", date: "2027-03-01" });

  await user.keyboard("{ArrowDown}{Enter}");
  expect(now().stages.get("Idea")?.gateCriteria[0]?.isMet).toBe(true);
  await user.keyboard("2");
  expect(within(page(/Opening/)).getByRole("button", { name: /^Open/ })).toBeVisible();
  await user.keyboard("{End}");
  expect(page(/Next steps/)).toHaveFocus();
  await user.keyboard("{Home} 1{Escape}");
  expect(app.ui.getState().isPresenting).toBe(false);
});
