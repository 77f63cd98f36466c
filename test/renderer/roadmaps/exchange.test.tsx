// @vitest-environment jsdom
import "#test/support/dom.ts";
import { readFileSync } from "node:fs";
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import "#renderer/features/picture/PictureDialog.tsx";
import "#renderer/features/roadmaps/ImportDialog.tsx";
import "#renderer/features/roadmaps/ImportTableDialog.tsx";
import { openFile } from "#renderer/commands/imports.ts";
import { showHome } from "#renderer/commands/navigation.ts";
import { exportAs } from "#renderer/commands/roadmaps.ts";
import type { FakePlatform } from "#renderer/platform/fake.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const SHEET = "What,Owner,From,Phase\nLease,Ana,5/4/2027,Idea\nFit out,Ben,6/4/2027,Build\n";

it("shows what becomes of a table, brings it in as one step, and only then", async () => {
  const { app, user } = await show(<Dialogs />, aPlan({ stages: [{ name: "Mine" }] }));
  const roadmaps = () =>
    [...app.documents.state.getState().roadmaps.values()].filter((r) => r.deletedAt === null);
  await openFile(app, { name: "Sheet.csv", text: SHEET });
  const dialog = await screen.findByRole("dialog", { name: "Bring in “Sheet.csv”" }, { timeout: 10_000 });
  expect(within(dialog).getAllByText("5 Apr 2027")).not.toHaveLength(0);
  expect(await axeProblems()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: /What “Owner” is/ }));
  await user.click(await screen.findByRole("option", { name: "Leave out" }));
  await user.click(within(dialog).getByRole("button", { name: /Order of day and month/ }));
  await user.click(await screen.findByRole("option", { name: /Month first/ }));
  expect(within(dialog).getAllByText("4 May 2027")).not.toHaveLength(0);
  expect(roadmaps()).toHaveLength(1);
  await user.click(within(dialog).getByRole("button", { name: "Bring in" }));
  await waitFor(() => expect(app.documents.state.getState().plan?.tasks.size).toBe(2));
  const plan = app.documents.state.getState().plan;
  expect([...(plan?.tasks.values() ?? [])].map((t) => [t.name, t.start])).toEqual([
    ["Lease", "2027-05-04"],
    ["Fit out", "2027-06-04"],
  ]);
  expect([plan?.roadmap.name, plan?.people.size, plan?.stages.size]).toEqual(["Sheet", 0, 2]);
  expect(roadmaps()).toHaveLength(2);
});

it("says in a sentence what is wrong with a table, and changes nothing", async () => {
  const { app } = await show(<Dialogs />, aPlan());
  await openFile(app, { name: "Cut.csv", text: 'Name\n"Lease' });
  expect(await screen.findByText(/the quotes that open in line 2 never close/)).toBeTruthy();
  expect(app.documents.state.getState().roadmaps.size).toBe(1);
});

it("writes files for other programs and says what they have no place for", async () => {
  const plan = aPlan({
    stages: [{ name: "Idea", holds: [{ task: "Lease" }] }],
    routines: [{ name: "Count the till" }],
  });
  const { app } = await show(<Dialogs />, plan);
  await exportAs(app, "csv");
  await exportAs(app, "xml");
  const { saved } = app.platform as FakePlatform;
  expect(saved.map(({ suggestedName, format }) => [suggestedName, format])).toEqual([
    ["Corner Pizza.csv", "csv"],
    ["Corner Pizza.xml", "xml"],
  ]);
  expect(saved[0]?.text).toContain("1.1,Task,Lease,2027-01-04");
  expect(app.ui.getState().toasts.at(-1)?.text).toBe(
    "Saved as Corner Pizza.xml. Microsoft Project XML has no place for 1 routine.",
  );
});

const FILES = [
  [
    "House.gan",
    "test/fixtures/gan/HouseBuildingSample.gan",
    "From 27 May 2024 to 14 Oct 2024. 5 kinds of things are left out or changed, as told below.",
    "Links17",
  ],
  [
    "Links.xml",
    "test/fixtures/mspdi/mpxj-task-links-project2003.xml",
    /^From \d+ \w+ \d{4} to \d+ \w+ \d{4}\./,
    /^Tasks\d+$/,
  ],
  ["Pizza.groundwork", "assets/examples/pizza-shop.groundwork", /^From 2 Jun 2026 to/, "Routines14"],
] as const;

it.each(FILES)(
  "shows what %s becomes, backs up what is open, and is one step",
  async (name, path, dates, count) => {
    const { app, user } = await show(<Dialogs />, aPlan({ stages: [{ name: "Mine" }] }));
    const live = () =>
      [...app.documents.state.getState().roadmaps.values()].filter((r) => r.deletedAt === null);
    const { backups } = app.platform as FakePlatform;
    await openFile(app, { name, text: readFileSync(path, "utf8") });
    const dialog = await screen.findByRole("dialog", { name: `Bring in “${name}”` }, { timeout: 10_000 });
    expect(within(dialog).getByText(dates)).toBeTruthy();
    const lines = within(dialog).getAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toContainEqual(
      typeof count === "string" ? count : expect.stringMatching(count),
    );
    expect([live().length, backups.length]).toEqual([1, 0]);
    await user.click(within(dialog).getByRole("button", { name: "Bring in" }));
    await waitFor(() => expect(live()).toHaveLength(2));
    expect(backups.map(({ roadmapId }) => roadmapId)).toEqual(["roadmap"]);
    // What adds a roadmap is undone where roadmaps are: on the home screen, once the new one stands open.
    const openId = () => app.documents.state.getState().plan?.roadmap.id;
    await waitFor(() => expect([undefined, "roadmap"]).not.toContain(openId()));
    act(() => showHome(app));
    act(() => void app.documents.undo());
    await waitFor(() => expect(live()).toHaveLength(1));
  },
);

it("brings nothing in when what is open cannot be backed up", async () => {
  const { app, user } = await show(<Dialogs />, aPlan());
  const platform = app.platform as FakePlatform;
  platform.answers.backup = { ok: false, problem: { code: "file.write", message: "The disk is full." } };
  await openFile(app, {
    name: "Pizza.groundwork",
    text: readFileSync("assets/examples/pizza-shop.groundwork", "utf8"),
  });
  await user.click(await screen.findByRole("button", { name: "Bring in" }));
  await waitFor(() => expect(app.ui.getState().toasts.at(-1)?.text).toBe("The disk is full."));
  expect(app.documents.state.getState().roadmaps.size).toBe(1);
});

it("says what is wrong with a file of any kind, and changes nothing", async () => {
  const { app } = await show(<Dialogs />, aPlan());
  const before = app.documents.state.getState();
  const broken: readonly [name: string, text: string][] = [
    ["a.groundwork", '{"format":"groundwork",'],
    ["a.gan", "<project><tasks><task"],
    ["a.xml", '<!DOCTYPE p [<!ENTITY a "b">]><Project>&a;</Project>'],
    ["a.xml", "<Project>\0</Project>"],
    ["a.xml", "<Project>".repeat(600)],
    ["a.csv", "\0"],
  ];
  for (const [name, text] of broken) {
    await openFile(app, { name, text });
    const dialog = await screen.findByRole("alertdialog", { name: `“${name}” was not opened` });
    expect(dialog.textContent).toMatch(/[a-z]{3,} [a-z].*\./);
    expect(app.documents.state.getState()).toBe(before);
    act(() => app.ui.setState({ dialog: null }));
  }
});

it("shows the picture before it is saved, and says what would be too small on it", async () => {
  const { app, user } = await show(<Dialogs />, aPlan());
  const platform = app.platform as FakePlatform;
  platform.answers.picture = {
    ok: true,
    content: "<svg/>",
    width: 1_280,
    height: 720,
    left: "9 further rows would be too small to read on a slide.",
  };
  act(() => app.ui.setState({ dialog: { kind: "picture" } }));
  expect(await screen.findByText(/9 further rows/)).toBeTruthy();
  expect(screen.getByAltText("What will be saved")).toBeTruthy();
  expect(await axeProblems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: /Picture/ }));
  await user.click(await screen.findByRole("option", { name: "Timeline, every row" }));
  await user.click(screen.getByText("Save…"));
  await waitFor(() => expect(platform.pictures).toHaveLength(1));
  expect(platform.drawn.at(-1)?.options).toMatchObject({
    picture: "timeline",
    rows: "all",
    scale: 2,
    format: "png",
  });
  expect(platform.pictures[0]).toMatchObject({ suggestedName: "Corner Pizza, timeline.png", format: "png" });
});
