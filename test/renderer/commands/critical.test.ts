import { expect, it } from "vitest";
import { openRoadmap, showHome } from "#renderer/commands/navigation.ts";
import { isEnabled, run } from "#renderer/commands/registry.ts";
import { recallView } from "#renderer/persistence/viewMemory.ts";
import { createAppWith } from "#test/support/app.ts";
import { aPlan } from "#test/support/builders.ts";

const plan = aPlan({
  stages: [
    { name: "Idea", holds: [{ milestone: "Open", holds: [{ task: "Group", holds: [{ task: "a" }] }] }] },
  ],
});

it("shows the critical path to the end or to what is selected, and remembers it for the roadmap", async () => {
  const app = await createAppWith(plan);
  const to = () => app.ui.getState().criticalTo;
  expect(to()).toBe("off");
  run(app, "view.critical");
  expect(to()).toBe("end");
  run(app, "view.critical");
  expect(to()).toBe("off");
  for (const [selection, isOn] of [
    [[], false],
    [["Idea"], false],
    [["Group"], false],
    [["Open", "a"], false],
    [["a"], true],
    [["Open"], true],
  ] as const) {
    app.ui.setState({ selection });
    expect(isEnabled(app, "view.criticalTo"), selection.join()).toBe(isOn);
  }
  run(app, "view.criticalTo");
  expect(to()).toBe("Open");
  showHome(app);
  expect(recallView("roadmap").criticalTo).toBe("Open");
  await openRoadmap(app, "roadmap");
  expect(to()).toBe("Open");
});

it("reads what was remembered before there was a critical path to show", () => {
  const { criticalTo: _, ...before } = {
    ...recallView("none"),
    collapsed: [],
    view: "timeline",
    pxPerDay: 3,
  };
  localStorage.setItem("groundwork.view.r", JSON.stringify(before));
  expect(recallView("r")).toMatchObject({ view: "timeline", pxPerDay: 3, criticalTo: "off" });
});
