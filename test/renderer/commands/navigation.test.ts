import { expect, it } from "vitest";
import { remove } from "#renderer/commands/items.ts";
import { openRoadmap, showHome } from "#renderer/commands/navigation.ts";
import { notifyProblem } from "#renderer/commands/notify.ts";
import { createAppWith } from "#test/support/app.ts";
import { aPlan } from "#test/support/builders.ts";

const shop = () => aPlan({ stages: [{ name: "Shop", holds: [{ task: "Lease" }] }] });

it("leaves a message and its Undo behind with the roadmap it speaks of", async () => {
  const app = await createAppWith(shop());
  remove(app, ["Lease"]);
  expect(app.ui.getState().toasts).toHaveLength(1);
  showHome(app);
  expect(app.ui.getState().toasts).toEqual([]);
});

it("takes a problem along, also when it is why one is back home", async () => {
  const app = await createAppWith(shop());
  notifyProblem(app, { code: "x", message: "The disk is full." });
  showHome(app);
  expect(app.ui.getState().toasts.map((toast) => toast.text)).toEqual(["The disk is full."]);
  expect(await openRoadmap(app, "gone")).toBe(false);
  expect(app.ui.getState().toasts.at(-1)?.tone).toBe("problem");
});
