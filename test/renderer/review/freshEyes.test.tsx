import { act, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { editTask } from "#renderer/commands/items.ts";
import { FreshEyes } from "#renderer/features/review/FreshEyes.tsx";
import { reviewsOf } from "#shared/domain/reviews.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan, START } from "#test/support/builders.ts";
import { type Shown, show } from "#test/support/show.tsx";

const PLAN = aPlan({
  people: [{ name: "Ana" }],
  stages: [
    {
      name: "Idea",
      goal: "Somebody wants it",
      holds: [
        { task: "Sign the lease", start: START, durationDays: 3, does: ["Ana"] },
        { task: "Choose tiles", start: START, durationDays: 2, does: ["Ana"] },
      ],
    },
  ],
});

beforeEach(() => localStorage.clear());

async function begun(): Promise<Shown> {
  const all = await show(<FreshEyes />, PLAN, { today: START });
  expect(await axeProblems()).toEqual([]);
  await all.user.click(screen.getByRole("button", { name: "New review" }));
  return all;
}

const rowOf = (words: RegExp): HTMLElement => screen.getByRole("button", { name: words });

describe("fresh eyes", () => {
  it("takes reasons and assumptions by Enter, and asks for the test that is due", async () => {
    const { user, plan, undo } = await begun();
    await user.click(screen.getByRole("textbox", { name: "Add a reason" }));
    await user.keyboard("The bank said no{Enter}Nobody came{Enter}");
    await user.click(screen.getByRole("button", { name: "Raise as an issue: Nobody came" }));
    expect([...plan().issues.values()].map(({ name }) => name)).toEqual(["Nobody came"]);
    expect(screen.getByRole("button", { name: "Show the issue: Nobody came" })).toBeTruthy();
    await user.click(screen.getByRole("textbox", { name: "Add an assumption" }));
    await user.keyboard("Offices order lunch{Enter}");
    await user.click(screen.getByRole("textbox", { name: "Test by" }));
    await user.keyboard("today{Enter}");
    const [review] = reviewsOf(plan());
    expect(review?.premortem.map(({ text }) => text)).toEqual(["The bank said no", "Nobody came"]);
    expect(review?.assumptions[0]).toMatchObject({ text: "Offices order lunch", testBy: START });
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "It failed: Offices order lunch" }));
    expect(reviewsOf(plan())[0]?.assumptions[0]?.outcome).toBe("failed");
    expect(screen.queryByRole("region", { name: "To test now" })).toBeNull();
    undo();
    expect(screen.getByRole("region", { name: "To test now" })).toBeTruthy();
  });

  it("goes through findings by keys: A says why it is fine, what is mended is fixed, Enter opens the fix", async () => {
    const { app, user, plan } = await begun();
    rowOf(/^Nobody answers for “Sign the lease”/).focus();
    await user.keyboard("{ArrowDown}{ArrowUp}a");
    await user.keyboard("The landlord does{Enter}");
    const finding = reviewsOf(plan())[0]?.findings.find(({ itemId }) => itemId === "Sign the lease");
    expect(finding).toMatchObject({ answer: "accepted", note: "The landlord does" });
    expect(rowOf(/^Fine as it is .*The landlord does/)).toBeTruthy();
    act(() => editTask(app, "Choose tiles", { accountableId: "Ana" }));
    const group = screen.getByRole("list", { name: "Nobody answers for it" });
    expect(within(group).getByText("Fixed")).toBeTruthy();
    expect(await axeProblems()).toEqual([]);

    await user.click(screen.getByRole("button", { name: "Close review" }));
    const [closed] = reviewsOf(plan());
    expect(closed?.closedOn).toBe(START);
    expect(closed?.findings.find(({ itemId }) => itemId === "Choose tiles")?.answer).toBe("fixed");
    expect(screen.queryByRole("textbox", { name: "Add a reason" })).toBeNull();
    expect(screen.getByText(/Held against the plan as it is now/)).toBeTruthy();

    rowOf(/^The stage “Idea” does not say/).focus();
    await user.keyboard("{Enter}");
    expect(app.ui.getState()).toMatchObject({ selection: ["Idea"], route: { view: "outline" } });
  });
});
