import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { People } from "#renderer/features/people/People.tsx";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

/** Monday, 1 February 2027. */
const TODAY = "2027-02-01";

const PLAN = aPlan({
  people: [
    {
      name: "Ana Lima",
      daysOff: [
        { from: "2027-01-11", to: "2027-01-15", name: "Trade fair" },
        { from: "2027-02-10", to: "2027-02-12", name: "Holiday" },
      ],
    },
    { name: "Bo Chen", daysOff: [{ from: "2027-01-28", to: "2027-02-03", name: "" }] },
  ],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Across", start: "2027-02-08", durationDays: 5, does: ["Ana Lima"] },
        { task: "On it", start: "2027-02-22", durationDays: 3, does: ["Ana Lima"] },
        { task: "After it", start: "2027-02-25", durationDays: 1, does: ["Ana Lima"] },
        { task: "Elsewhere", start: "2027-04-05", durationDays: 1, does: ["Ana Lima"] },
      ],
    },
  ],
  links: [{ from: "On it", to: "After it" }],
});

const open = () => show(<People />, PLAN, { today: TODAY });
const form = () => within(screen.getByRole("group", { name: "Add days off" }));
const daysOff = (plan: typeof PLAN) => plan.people.get("Ana Lima")?.daysOff;

describe("somebody's days off", () => {
  it("are listed, those past folded away, and marked on the work they fall into", async () => {
    const { user } = await open();
    const coming = within(screen.getByRole("list", { name: "Days off to come" }));
    expect(coming.getByText("3 working days, during 1 task of theirs")).toBeInTheDocument();
    expect(screen.queryByText("Trade fair")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Past 1" }));
    expect(screen.getByText("Trade fair")).toBeInTheDocument();
    expect(screen.getByTitle("Away meanwhile: Holiday (10 Feb – 12 Feb 2027)")).toBeInTheDocument();
    expect(screen.getByRole("option", { name: /Bo Chen/ })).toHaveTextContent("Away until 3 Feb");
    expect(await axeProblems()).toEqual([]);
  });

  it("are added after it was said what they move; work moves along, and all is one step to undo", async () => {
    const { user, plan, app, undo } = await open();
    await user.type(form().getByRole("textbox", { name: "What for" }), "Moving house");
    await user.type(form().getByRole("textbox", { name: "First day off" }), "22 Feb{Enter}");
    await user.type(form().getByRole("textbox", { name: "Last day off" }), "23 Feb{Enter}");
    expect(form().getByRole("status")).toHaveTextContent(
      "During 1 task of theirs. 1 item falls on a day off and will move; 1 more follows by its links.",
    );
    await user.click(form().getByRole("button", { name: "Add" }));
    expect(daysOff(plan())).toHaveLength(3);
    expect(plan().tasks.get("On it")?.start).toBe("2027-02-24");
    expect(plan().tasks.get("After it")?.start).toBe("2027-03-01");
    expect(app.ui.getState().toasts.at(-1)?.text).toBe("2 items moved with the working days.");
    expect(form().getByRole("textbox", { name: "What for" })).toHaveFocus();
    undo();
    expect(daysOff(plan())).toHaveLength(2);
    expect(plan().tasks.get("On it")?.start).toBe("2027-02-22");
  });

  it("say why they cannot be noted, before and after it is tried", async () => {
    const { user, plan, app } = await open();
    await user.type(form().getByRole("textbox", { name: "First day off" }), "12 Feb{Enter}");
    const refusal = "Those days overlap Holiday (10 Feb – 12 Feb 2027). Change that entry instead.";
    expect(form().getByRole("status")).toHaveTextContent(refusal);
    await user.click(form().getByRole("button", { name: "Add" }));
    expect(daysOff(plan())).toHaveLength(2);
    expect(app.ui.getState().toasts.at(-1)?.text).toBe(refusal);
  });

  it("are changed in place, and the keyboard goes back to the line", async () => {
    const { user, plan } = await open();
    await user.click(screen.getByRole("button", { name: "Edit Holiday" }));
    const edit = within(screen.getByRole("group", { name: "Edit days off" }));
    expect(screen.queryByRole("group", { name: "Add days off" })).not.toBeInTheDocument();
    expect(edit.getByRole("textbox", { name: "What for" })).toHaveFocus();
    const last = edit.getByRole("textbox", { name: "Last day off" });
    await user.clear(last);
    await user.type(last, "10 Feb{Enter}");
    await user.click(edit.getByRole("button", { name: "Save" }));
    expect(daysOff(plan())?.[1]).toEqual({ from: "2027-02-10", to: "2027-02-10", name: "Holiday" });
    expect(screen.getByRole("button", { name: "Edit Holiday" })).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Edit Holiday" }));
    await user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: "Edit Holiday" })).toHaveFocus();
  });

  it("are removed, and come back with undo", async () => {
    const { user, plan, undo } = await open();
    await user.click(screen.getByRole("button", { name: "Remove Holiday" }));
    expect(daysOff(plan())).toHaveLength(1);
    expect(screen.getByText("No days off to come.")).toBeInTheDocument();
    expect(form().getByRole("textbox", { name: "What for" })).toHaveFocus();
    undo();
    expect(daysOff(plan())).toHaveLength(2);
  });
});
