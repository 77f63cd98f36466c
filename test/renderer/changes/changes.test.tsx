import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { freeze } from "#renderer/commands/baselines.ts";
import { formerOf } from "#renderer/commands/changes.ts";
import { usePlan } from "#renderer/commands/hooks.ts";
import { editMilestone, editTask, remove } from "#renderer/commands/items.ts";
import { openRoadmap, showHome } from "#renderer/commands/navigation.ts";
import { rename } from "#renderer/commands/roadmaps.ts";
import { Changes } from "#renderer/features/changes/Changes.tsx";
import { MilestoneDetails } from "#renderer/features/details/MilestoneDetails.tsx";
import { changesSince } from "#shared/changes/list.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { createChange } from "#shared/domain/change.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { must, ok } from "#shared/domain/result.ts";
import { createSession } from "#shared/domain/session.ts";
import { createAppWith } from "#test/support/app.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { type Shown, show } from "#test/support/show.tsx";

const PLAN = aPlan({
  people: [{ name: "Ana" }],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Sign the lease", start: "2027-03-01", durationDays: 3 },
        { task: "Choose tiles", start: "2027-03-01", durationDays: 2 },
        { milestone: "Doors open", date: "2027-03-19" },
      ],
    },
  ],
});
/** A Monday, so that a week ago is the 8th. */
const TODAY = "2027-02-15";

beforeEach(() => localStorage.clear());

/** One edit from before the week and several within it, all of them in the journal on disk. */
async function edited(): Promise<Shown> {
  const all = await show(<Changes />, PLAN, { today: TODAY });
  const { app } = all;
  await screen.findByText("Nothing changed since 8 Feb 2027");
  act(() => {
    app.setTime("2027-02-01T09:00:00.000Z");
    editTask(app, "Sign the lease", { name: "Sign the contract" });
    freeze(app, "As agreed");
    app.setTime("2027-02-10T09:00:00.000Z");
    editTask(app, "Sign the lease", { durationDays: 5 });
    editTask(app, "Sign the lease", { durationDays: 8 });
    editMilestone(app, "Doors open", { date: "2027-03-26" });
    remove(app, ["Choose tiles"]);
  });
  act(() => app.ui.setState({ changesSince: { kind: "day", day: "2027-02-09" } }));
  await screen.findByText(/moved later/);
  return all;
}

const lines = (): string[] =>
  screen.getAllByRole("listitem").map((item) => (item.textContent ?? "").replace(/\s+/g, " "));

describe("what changed", () => {
  it("lists the edits since a day with their reasons, each line leading to its item", async () => {
    const { app, user } = await edited();
    expect(screen.getByText(/^2 moved later, 1 deleted; Idea ends 5 working days later\./)).toBeTruthy();
    expect(lines()).toEqual([
      "Milestone Doors open Why it moved: by hand 19 Mar → 26 Mar +5 d5 days laterNo reason",
      "Task Sign the contract Why it moved: longer: 3 → 8 days 3 Mar → 10 Mar +5 d5 days later",
      "Task Choose tiles deleted Restore",
    ]);
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Task Sign the contract/ }));
    expect(app.ui.getState().selection).toEqual(["Sign the lease"]);
    expect(app.ui.getState().route).toMatchObject({ view: "outline" });
  });

  it("goes through the lines with the arrow keys, and has back what was deleted", async () => {
    const { user, plan } = await edited();
    act(() => screen.getByRole("button", { name: /^Task Sign the contract/ }).focus());
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Restore Choose tiles" }));
    await user.keyboard("{Enter}");
    expect(plan().tasks.get("Choose tiles")?.deletedAt).toBeNull();
    expect(screen.queryByRole("button", { name: /Restore/ })).toBeNull();
  });

  it("asks once why a milestone slipped", async () => {
    const { user, plan, undo } = await edited();
    const slips = () => plan().milestones.get("Doors open")?.slips;
    await user.type(screen.getByRole("textbox", { name: "Why Doors open slipped" }), "Late flue{Enter}");
    expect(slips()).toEqual([
      { from: "2027-03-19", to: "2027-03-26", reason: "Late flue", on: "2027-01-04" },
    ]);
    expect(screen.queryByRole("textbox", { name: /slipped/ })).toBeNull();
    expect(lines()[0]).toContain("Late flue");
    undo();
    expect(slips()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "No reason for Doors open" }));
    expect(slips()).toMatchObject([{ reason: "" }]);
    expect(screen.queryByRole("textbox", { name: /slipped/ })).toBeNull();
  });

  it("tells what changed since a file that was saved from this roadmap, and refuses any other", async () => {
    const { app, user } = await edited();
    const choose = async (plan: Plan): Promise<void> => {
      const text = serialiseDocument(plan, { exportedAt: "2027-01-29T09:00:00.000Z" });
      app.platform.answers.open = ok({ outcome: "opened", name: "pizza.groundwork", text });
      await user.click(screen.getByRole("button", { name: /Since$/ }));
      await user.click(screen.getByRole("option", { name: "A saved file or a backup…" }));
    };
    await choose(aPlan({ roadmap: { id: "other" } }));
    await waitFor(() =>
      expect(app.ui.getState().toasts.at(-1)?.text).toMatch(/^That file was not saved from this/),
    );
    await choose(PLAN);
    await waitFor(() => expect(lines().at(-2)).toContain("was called “Sign the lease”"));
  });

  it("copies the list as text", async () => {
    const { user } = await edited();
    await user.click(screen.getByRole("button", { name: "Copy as text" }));
    const text = await navigator.clipboard.readText();
    expect(text).toContain("# Corner Pizza: what changed since 9 Feb 2027");
    expect(text).toContain("- **Sign the contract**: 3 Mar → 10 Mar, 5 days later (longer: 3 → 8 days)");
  });

  it("falls back to a baseline where the journal cannot be read, and says so", async () => {
    const { app } = await edited();
    await app.persister.flush();
    const last = await app.db.journal.orderBy("seq").last();
    await app.db.journal.update((last?.seq ?? 0) - 2, { kind: "damaged" });
    act(() => app.ui.setState({ changesSince: { kind: "day", day: "2027-02-04" } }));
    await screen.findByText(/^Part of the record of edits on this computer cannot be read\. So this is what/);
    expect(screen.getByText(/“As agreed” froze dates, names and what was done/)).toBeTruthy();
    act(() => app.ui.setState({ changesSince: { kind: "day", day: "2026-12-24" } }));
    await screen.findByText(/Older changes are not listed\.$/);
  });

  it("says where the record begins", async () => {
    const { app } = await edited();
    act(() => app.ui.setState({ changesSince: { kind: "day", day: "2026-12-24" } }));
    await screen.findByText(/^Edits are recorded from 4 Jan 2027 on/);
    expect(lines()[1]).toContain("Sign the contract was called “Sign the lease”");
  });
});

it("begins after the last edit of a session, and takes a new name from the list of roadmaps along", async () => {
  const app = await createAppWith(PLAN, { today: TODAY });
  const session = createSession({
    id: "first",
    roadmapId: "roadmap",
    plannedFor: "2027-02-01",
    openedAt: "2027-02-01T09:00:00.000Z",
    closedAt: "2027-02-01T10:00:00.000Z",
  });
  app.setTime("2027-02-01T09:30:00.000Z");
  editTask(app, "Choose tiles", { name: "Tiles" });
  app.setTime("2027-02-01T10:00:01.000Z");
  const stamped = { ...app.context, sessionId: "first" };
  app.documents.commit(createChange(stamped, "Close session", { added: [session] }));
  app.setTime("2027-02-03T09:00:00.000Z");
  editTask(app, "Sign the lease", { accountableId: "Ana" });
  showHome(app);
  rename(app, "roadmap", "Pizza for all");
  await openRoadmap(app, "roadmap");
  const { former, since } = must(await formerOf(app, { kind: "session", id: "first" }));
  expect(since).toBe("since the session of 1 Feb 2027");
  const plan = app.documents.state.getState().plan ?? PLAN;
  const lines = changesSince(former, plan, TODAY).groups.flatMap((group) => group.lines);
  expect(lines.map(({ name, says }) => [name, says[0]?.words])).toEqual([
    ["Sign the lease", "Ana answers for it, was nobody"],
    ["The roadmap", "was called “Corner Pizza”"],
  ]);
});

function OpenDoors() {
  const node = outlineOf(usePlan()).byId.get("Doors open");
  return node?.item.kind === "milestone" ? <MilestoneDetails milestone={node.item} node={node} /> : null;
}

it("asks in the milestone's details right after it slipped, and no longer once something else was done", async () => {
  const { app } = await show(<OpenDoors />, PLAN, { today: TODAY });
  const ask = () => screen.queryByRole("textbox", { name: "Why Doors open slipped" });
  expect(ask()).toBeNull();
  act(() => editMilestone(app, "Doors open", { date: "2027-03-26" }));
  await waitFor(() => expect(ask()).not.toBeNull());
  expect(
    within(document.body).getByText(/Slipped from 19 Mar to 26 Mar, 5 working days later\./),
  ).toBeTruthy();
  act(() => editTask(app, "Choose tiles", { name: "Tiles" }));
  expect(ask()).toBeNull();
});
