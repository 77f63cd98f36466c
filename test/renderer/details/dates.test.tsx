import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { keepView } from "#renderer/commands/navigation.ts";
import { run } from "#renderer/commands/registry.ts";
import { Details } from "#renderer/features/details/Details.tsx";
import { recallView } from "#renderer/persistence/viewMemory.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

/** Monday, 1 February 2027. */
const TODAY = "2027-02-01";

const PLAN = aPlan({
  people: [{ name: "Ana", daysOff: [{ from: "2027-02-10", to: "2027-02-12", name: "Holiday" }] }],
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Opened",
          date: "2027-03-26",
          deadline: "2027-03-29",
          holds: [
            { task: "Ahead", start: "2027-02-08", durationDays: 5, does: ["Ana"] },
            { task: "After", start: "2027-03-01", durationDays: 2 },
            {
              task: "Begun",
              start: "2027-01-25",
              actualStart: "2027-01-27",
              durationDays: 10,
              status: "in-progress",
              progressPct: 30,
            },
            {
              task: "Over",
              start: "2027-01-11",
              actualStart: "2027-01-12",
              actualFinish: "2027-01-20",
              durationDays: 5,
              status: "done",
              progressPct: 100,
            },
          ],
        },
      ],
    },
  ],
  links: [{ from: "Ahead", to: "After" }],
});

beforeEach(() => localStorage.clear());

const open = (...ids: string[]) =>
  show(
    <>
      <Details />
      <Dialogs />
    </>,
    PLAN,
    { today: TODAY, select: ids },
  );
const field = (name: string) => screen.getByRole("textbox", { name });
const unfold = () => screen.getByRole("button", { name: "More about dates" });

describe("what is not set about dates", () => {
  it("waits behind a button, stays unfolded for every item, and is remembered", async () => {
    const { user, app } = await open("Ahead");
    expect(screen.queryByRole("switch", { name: /Pinned/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /Scheduling/ })).not.toBeInTheDocument();
    await user.click(unfold());
    expect(unfold()).toHaveAttribute("aria-expanded", "true");
    expect(screen.getByRole("switch", { name: /Pinned/ })).not.toBeChecked();
    keepView(app);
    expect(recallView("roadmap").datesUnfolded).toBe(true);
    expect(await axeProblems()).toEqual([]);
  });

  it("always shows once it is set", async () => {
    const { user, undo } = await open("Ahead");
    await user.click(unfold());
    await user.click(screen.getByRole("switch", { name: /Pinned/ }));
    await user.click(unfold());
    expect(screen.getByRole("switch", { name: /Pinned/ })).toBeChecked();
    undo();
    expect(screen.queryByRole("switch", { name: /Pinned/ })).not.toBeInTheDocument();
  });
});

describe("a rule for dates", () => {
  async function choose(user: Awaited<ReturnType<typeof open>>["user"], rule: string): Promise<void> {
    if (!screen.queryByRole("button", { name: /Scheduling/ })) await user.click(unfold());
    await user.click(screen.getByRole("button", { name: /Scheduling/ }));
    await user.click(await screen.findByRole("option", { name: rule }));
  }

  it("begins with the day it has and moves nothing; its day then moves it, with one undo", async () => {
    const { user, plan, undo } = await open("Ahead");
    await choose(user, "Not before…");
    expect(plan().tasks.get("Ahead")).toMatchObject({
      start: "2027-02-08",
      constraint: { kind: "SNET", date: "2027-02-08" },
    });
    const day = field("Not before");
    await user.clear(day);
    await user.type(day, "15 Feb{Enter}");
    expect(plan().tasks.get("Ahead")).toMatchObject({
      start: "2027-02-15",
      constraint: { kind: "SNET", date: "2027-02-15" },
    });
    undo();
    expect(plan().tasks.get("Ahead")).toMatchObject({
      start: "2027-02-08",
      constraint: { kind: "SNET", date: "2027-02-08" },
    });
  });

  it("about its end begins with its last day", async () => {
    const { user, plan } = await open("Ahead");
    await choose(user, "Must finish by…");
    expect(plan().tasks.get("Ahead")?.constraint).toEqual({ kind: "FNLT", date: "2027-02-17" });
    await choose(user, "Where we put it");
    expect(plan().tasks.get("Ahead")?.constraint).toBeNull();
  });

  it("has no day where links decide, and takes the item there", async () => {
    const { user, plan, undo } = await open("After");
    await choose(user, "As soon as links allow");
    expect(plan().tasks.get("After")).toMatchObject({
      constraint: { kind: "ASAP", date: null },
      start: "2027-02-18",
    });
    expect(screen.queryByRole("textbox", { name: /Not before|Must/ })).not.toBeInTheDocument();
    undo();
    expect(plan().tasks.get("After")).toMatchObject({ constraint: null, start: "2027-03-01" });
  });

  it("stays as it was while something else is edited", async () => {
    const { user, plan } = await open("Ahead");
    await choose(user, "Must start on…");
    const start = field("Start");
    await user.clear(start);
    await user.type(start, "22 Feb{Enter}");
    await user.type(field("Name"), " of time{Enter}");
    expect(plan().tasks.get("Ahead")).toMatchObject({
      name: "Ahead of time",
      start: "2027-02-22",
      constraint: { kind: "MSO", date: "2027-02-08" },
    });
  });

  it("of a milestone is said once for its only day", async () => {
    const { user, plan } = await open("Opened");
    await user.click(unfold());
    await user.click(screen.getByRole("button", { name: /Scheduling/ }));
    const options = (await screen.findAllByRole("option")).map(({ textContent }) => textContent);
    expect(options).toEqual([
      "Where we put it",
      "As soon as links allow",
      "As late as possible",
      "Not before…",
      "No later than…",
      "Must be on…",
    ]);
    await user.click(screen.getByRole("option", { name: "Must be on…" }));
    expect(plan().milestones.get("Opened")?.constraint).toEqual({ kind: "MSO", date: "2027-03-26" });
  });
});

describe("a promise", () => {
  it("of a milestone always has its place, and says how it stands", async () => {
    const { user, plan } = await open("Opened");
    expect(screen.getByText("3 days to spare")).toBeInTheDocument();
    await user.clear(field("Promised"));
    await user.type(field("Promised"), "24 Mar{Enter}");
    expect(await screen.findByText("2 days after its promise")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear promised" }));
    expect(plan().milestones.get("Opened")?.deadline).toBeNull();
    expect(field("Promised")).toHaveValue("");
  });

  it("is set for the selected items from the palette's command, by keyboard", async () => {
    const { user, app, plan, undo } = await open("Ahead", "Opened");
    app.ui.setState({ route: { screen: "plan", roadmapId: "roadmap", view: "outline" } });
    run(app, "item.promise");
    const dialog = within(await screen.findByRole("dialog", { name: "Promised date" }));
    await waitFor(() => expect(dialog.getByRole("textbox", { name: "Promised" })).toHaveFocus());
    expect(dialog.getByText(/2 selected items/)).toBeInTheDocument();
    await user.keyboard("nonsense{Enter}");
    expect(screen.getByRole("dialog")).toBeInTheDocument();
    await user.keyboard("{Control>}a{/Control}31 Mar{Enter}");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    const promises = () => [plan().tasks.get("Ahead")?.deadline, plan().milestones.get("Opened")?.deadline];
    expect(promises()).toEqual(["2027-03-31", "2027-03-31"]);
    undo();
    expect(promises()).toEqual([null, "2027-03-29"]);
  });
});

describe("what really happened", () => {
  it("stands where the plan stood, names the plan, and can be changed and cleared", async () => {
    const { user, plan, app } = await open("Over");
    expect(field("Started")).toHaveValue("12 Jan 2027");
    expect(field("Finished")).toHaveValue("20 Jan 2027");
    expect(field("Working days")).toHaveValue("7");
    expect(screen.getByText("Planned 11 Jan – 15 Jan")).toBeInTheDocument();
    await user.clear(field("Finished"));
    await user.type(field("Finished"), "11 Jan{Enter}");
    expect(app.ui.getState().toasts.at(-1)?.text).toBe("A task cannot end before it starts.");
    await user.clear(field("Finished"));
    await user.type(field("Finished"), "18 Jan{Enter}");
    expect(plan().tasks.get("Over")).toMatchObject({ actualFinish: "2027-01-18", durationDays: 5 });
    await user.click(screen.getByRole("button", { name: "Clear started" }));
    expect(plan().tasks.get("Over")).toMatchObject({
      actualStart: null,
      start: "2027-01-11",
      status: "done",
    });
    expect(field("Start")).toHaveValue("11 Jan 2027");
    expect(await axeProblems()).toEqual([]);
  });

  it("gives finished work another length by its last day, and keeps its plan", async () => {
    const { user, plan } = await open("Over");
    await user.clear(field("Working days"));
    await user.type(field("Working days"), "3{Enter}");
    expect(plan().tasks.get("Over")).toMatchObject({ actualFinish: "2027-01-14", durationDays: 5 });
  });

  it("can be noted for work that was begun before anybody noted it", async () => {
    const { user, plan } = await open("Begun");
    await user.click(screen.getByRole("button", { name: "Clear started" }));
    await user.click(unfold());
    await user.type(field("Started"), "28 Jan{Enter}");
    expect(plan().tasks.get("Begun")).toMatchObject({ actualStart: "2027-01-28", status: "in-progress" });
  });
});

describe("several items", () => {
  it("are pinned and unpinned at once, those with dates of their own", async () => {
    const { user, plan, undo } = await open("Idea", "Ahead", "Opened");
    const pins = () => [plan().tasks.get("Ahead")?.isPinned, plan().milestones.get("Opened")?.isPinned];
    await user.click(screen.getByRole("switch", { name: /Pinned, all selected/ }));
    expect(pins()).toEqual([true, true]);
    undo();
    expect(pins()).toEqual([false, false]);
    expect(await axeProblems()).toEqual([]);
  });
});

describe("a start on a day off", () => {
  it("says whose day off it is", async () => {
    const { user, app, plan } = await open("Ahead");
    await user.clear(field("Start"));
    await user.type(field("Start"), "10 Feb{Enter}");
    expect(plan().tasks.get("Ahead")?.start).toBe("2027-02-15");
    expect(app.ui.getState().toasts.at(-1)?.text).toContain(
      "Whoever does it is away on Wed 10 Feb, so it starts on Mon 15 Feb.",
    );
  });
});
