import { expect, it } from "vitest";
import { editMilestone, link, setStart, shift } from "#renderer/commands/items.ts";
import { run } from "#renderer/commands/registry.ts";
import { createAppWith, type TestApp } from "#test/support/app.ts";
import { aPlan, START } from "#test/support/builders.ts";

const shop = () =>
  aPlan({
    stages: [
      {
        name: "Shop",
        holds: [
          { task: "Lease", start: START, durationDays: 5 },
          { task: "Floor", start: "2027-01-11", durationDays: 5 },
          { task: "Oven", start: "2027-01-18", durationDays: 5 },
          { milestone: "Open", date: "2027-01-22" },
          { task: "Menu", start: START, durationDays: 5 },
        ],
      },
    ],
    links: [
      { from: "Lease", to: "Floor" },
      { from: "Floor", to: "Oven" },
      { from: "Oven", to: "Open" },
    ],
  });

function dates(app: TestApp): string {
  const plan = app.documents.state.getState().plan;
  const starts = ["Lease", "Floor", "Oven", "Menu"].map((id) => plan?.tasks.get(id)?.start);
  return [...starts, plan?.milestones.get("Open")?.date].map((day) => day?.slice(5)).join(" ");
}

const lastToast = (app: TestApp) => app.ui.getState().toasts.at(-1);

it("moves what follows, says so once with a way back, and takes all of it back as one step", async () => {
  const app = await createAppWith(shop());
  setStart(app, "Lease", "2027-01-11");
  expect(dates(app)).toBe("01-11 01-18 01-25 01-04 01-29");
  expect(app.ui.getState().toasts).toHaveLength(1);
  expect(lastToast(app)?.text).toBe("3 items after it moved to keep their links.");
  expect(lastToast(app)?.action).toEqual({ label: "Undo", command: "edit.undo" });
  run(app, "edit.undo");
  expect(dates(app)).toBe("01-04 01-11 01-18 01-04 01-22");
  run(app, "edit.redo");
  expect(dates(app)).toBe("01-11 01-18 01-25 01-04 01-29");
});

it("pushes what a new link finds too early, and says nothing when nothing follows", async () => {
  const app = await createAppWith(shop());
  shift(app, ["Menu"], 7);
  editMilestone(app, "Open", { date: "2027-02-26" });
  expect(app.ui.getState().toasts).toEqual([]);
  link(app, { fromId: "Open", toId: "Menu" });
  expect(dates(app)).toBe("01-04 01-11 01-18 03-01 02-26");
  expect(lastToast(app)?.text).toBe("1 item after it moved to keep its links.");
});

it("leaves everything where a person puts it who moves all of it", async () => {
  const app = await createAppWith(shop());
  shift(app, ["Shop"], 14);
  expect(dates(app)).toBe("01-18 01-25 02-01 01-18 02-05");
  expect(app.ui.getState().toasts).toEqual([]);
  shift(app, ["Oven"], -21);
  expect(dates(app)).toBe("01-18 01-25 01-11 01-18 02-05");
});

it("tells in one message that a day is not worked and what moved besides", async () => {
  const app = await createAppWith(shop());
  setStart(app, "Lease", "2027-01-09");
  expect(app.ui.getState().toasts).toHaveLength(1);
  expect(lastToast(app)).toMatchObject({
    text: "Sat 9 Jan is not a working day, so it starts on Mon 11 Jan. 3 items after it moved to keep their links.",
    action: { command: "edit.undo" },
  });
});
