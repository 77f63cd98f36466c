import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { People } from "#renderer/features/people/People.tsx";
import type { Handover } from "#shared/domain/handover.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

/** A Wednesday. */
const TODAY = "2027-02-10";

function handover(fields: Partial<Handover> = {}): Handover {
  const usual = {
    byId: "Ana",
    toId: "Bo",
    level: 5,
    on: "2027-02-01",
    reason: "",
    followUpOn: null,
  } as const;
  return { ...usual, state: "handed", ...fields };
}

const plan = () =>
  aPlan({
    roadmap: { ceoId: "Ana" },
    people: [{ name: "Ana" }, { name: "Bo" }, { name: "Cy" }],
    stages: [
      {
        name: "Idea",
        holds: [
          {
            task: "Lease",
            accountableId: "Ana",
            does: ["Ana"],
            handovers: [handover()],
            informedIds: ["Cy"],
          },
          {
            task: "Oven",
            accountableId: "Bo",
            does: ["Bo"],
            start: "2027-02-01",
            consultedIds: ["Cy"],
            handovers: [handover({ state: "acknowledged", on: "2027-01-20", followUpOn: "2027-02-08" })],
          },
          {
            task: "Shelf",
            accountableId: "Ana",
            handovers: [handover({ state: "declined", reason: "Away" })],
          },
        ],
      },
    ],
  });

const open = (personId: string, options = {}) => {
  const shown = show(
    <>
      <People />
      <Dialogs />
    </>,
    plan(),
    { today: TODAY, ...options },
  );
  return shown.then((result) => {
    result.app.ui.setState({ personId });
    return result;
  });
};
const rows = (name: string) =>
  within(screen.getByRole("list", { name }))
    .getAllByRole("listitem")
    .map((row) => row.textContent);

it("whoever handed work over sees what needs them, and what they wait for with its age", async () => {
  const { user, plan: now, undo } = await open("Ana");
  expect(await screen.findByRole("article", { name: "Ana" })).toBeVisible();
  expect(rows("To do now")).toEqual([
    expect.stringContaining("Bo declined: Away"),
    expect.stringContaining("Follow up with Bo: due 2 days ago"),
  ]);
  expect(rows("Waiting on")).toEqual([
    expect.stringMatching(/Waiting since 21 daysOven.*Follow-up due 2 days ago/),
    expect.stringMatching(/Waiting since 9 daysLeaseNot acknowledged yet/),
  ]);
  expect(await axeProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Followed up: Oven" }));
  expect(now().tasks.get("Oven")?.handovers[0]?.followUpOn).toBe("2027-02-17");
  expect(rows("To do now")).toHaveLength(1);
  undo();
  await user.click(screen.getByRole("button", { name: "Keep it: Shelf" }));
  expect(now().tasks.get("Shelf")?.handovers).toEqual([]);
});

it("the receiver answers, and then has it among their own", async () => {
  const { user, plan: now } = await open("Bo");
  expect(await screen.findByRole("article", { name: "Bo" })).toBeVisible();
  expect(rows("To do now")).toEqual([
    expect.stringContaining("Ana hands this over: You ask me, then decide"),
    expect.stringContaining("Oven"),
  ]);
  await user.click(screen.getByRole("button", { name: "Decline: Lease" }));
  await user.type(await screen.findByRole("textbox", { name: "Ana reads why" }), "No");
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Acknowledge: Lease" }));
  expect(now().tasks.get("Lease")).toMatchObject({ accountableId: "Bo", assignments: [{ personId: "Bo" }] });
  expect(screen.queryByRole("button", { name: "Acknowledge: Lease" })).toBeNull();
});

it("those who are asked and told see what about", async () => {
  await open("Cy");
  const page = within(await screen.findByRole("article", { name: "Cy" }));
  expect(within(page.getByRole("region", { name: "Is asked" })).getByText("Oven")).toBeVisible();
  expect(within(page.getByRole("region", { name: "Is told" })).getByText("Lease")).toBeVisible();
  expect(page.getByText("Nothing to do now.")).toBeVisible();
});

it("opens with the page of whoever said that this is them", async () => {
  const { user, app } = await open("Cy");
  await user.click(await screen.findByRole("button", { name: "This is me" }));
  app.ui.setState({ personId: null });
  expect(await screen.findByRole("article", { name: "Cy" })).toBeVisible();
  expect(screen.getByRole("button", { name: "This is me" })).toHaveAttribute("aria-pressed", "true");
});
