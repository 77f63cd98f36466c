import { act, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Details } from "#renderer/features/details/Details.tsx";
import { search } from "#renderer/features/palette/search.ts";
import { Routines } from "#renderer/features/routines/Routines.tsx";
import { MakeTasksDialog } from "#renderer/features/workflows/MakeTasksDialog.tsx";
import { Workflows } from "#renderer/features/workflows/Workflows.tsx";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { createStep } from "#shared/domain/steps.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan, type PlanLiteral, START } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const SHOP: PlanLiteral = {
  roadmap: { ceoId: "Ana Lima", cooId: "Bo Chen" },
  people: [
    { name: "Ana Lima", role: "Founder" },
    { name: "Bo Chen" },
    { name: "Cy", role: "Cook" },
    { name: "Di", role: "Cook" },
  ],
  stages: [
    { name: "Idea", holds: [{ milestone: "Open", holds: [{ task: "Hire the cook", start: START }] }] },
  ],
  routines: [
    {
      name: "Close up",
      firstRun: START,
      steps: [
        { id: "r1", text: "Lock the door" },
        { id: "r2", text: "Lights out" },
      ],
    },
  ],
};
const HIRE = aPlan({
  ...SHOP,
  procedures: [
    {
      name: "Hire",
      reviewOn: "2026-12-23",
      steps: [
        createStep({ id: "p1", text: "Write the offer", role: "COO", minutes: 90 }),
        createStep({ id: "p2", text: "Try them out", role: "Cook", link: "javascript:alert(1)" }),
      ],
    },
  ],
});

const stepsOf = (plan: Plan) => [...plan.procedures.values()][0]?.steps ?? [];
const lines = () => screen.getAllByRole("textbox", { name: "Step" });

describe("the workflows of a roadmap", () => {
  it("teach by an example when there is none", async () => {
    const { user, plan, undo } = await show(<Workflows />, aPlan(SHOP));
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Begin with this one" }));
    expect(stepsOf(plan())).toHaveLength(4);
    expect(lines()).toHaveLength(4);
    expect(screen.getByRole("option", { name: /Welcome somebody new/ })).toHaveTextContent(
      "4 steps · 3 h 45 min",
    );
    undo();
    expect(plan().procedures.size).toBe(0);
  });

  it("are written by keyboard: Enter, Backspace, Alt and arrows, Tab to role and time, and a pasted list", async () => {
    const { user, plan, app, undo } = await show(<Workflows />, aPlan(SHOP));
    await user.type(screen.getByRole("textbox", { name: "Add a workflow" }), "Pay wages{Enter}");
    await user.type(screen.getByRole("textbox", { name: "Add a step" }), "Collect hours{Enter}Pay{Enter}");
    await user.click(lines()[0] as HTMLElement);
    await user.keyboard("{Enter}Check them{Enter}{Enter}");
    const texts = () => stepsOf(plan()).map(({ text }) => text);
    expect(texts()).toEqual(["Collect hours", "Check them", "Pay"]);
    await user.click(lines()[2] as HTMLElement);
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(texts()).toEqual(["Collect hours", "Pay", "Check them"]);
    expect(lines()[1]).toHaveFocus();
    await user.tab();
    await user.keyboard("COO");
    await user.tab();
    await user.keyboard("1h{Enter}");
    expect(stepsOf(plan())[1]).toMatchObject({ text: "Pay", role: "COO", minutes: 60 });
    await user.clear(lines()[2] as HTMLElement);
    await user.keyboard("{Backspace}");
    expect(texts()).toEqual(["Collect hours", "Pay"]);
    expect(app.ui.getState().toasts).toEqual([]);
    undo();
    expect(texts()).toEqual(["Collect hours", "Pay", "Check them"]);
    act(() => void app.documents.redo());
    fireEvent.paste(screen.getByRole("textbox", { name: "Add a step" }), {
      clipboardData: { getData: () => "• Tell everybody\n\n• File it\n" },
    });
    expect(texts()).toEqual(["Collect hours", "Pay", "Tell everybody", "File it"]);
  });

  it("say at the field what is wrong with a link, and never open one that is not safe", async () => {
    const { user, plan, app } = await show(<Workflows />, HIRE);
    await user.click(screen.getByRole("button", { name: "javascript:alert(1)" }));
    expect(app.ui.getState().toasts[0]?.text).toMatch(/Only web addresses/);
    await user.click(screen.getAllByRole("button", { name: "Add a link" })[0] as HTMLElement);
    await user.keyboard("what is this{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("Write a web address like example.com/handbook");
    await user.clear(screen.getByRole("textbox", { name: "Link" }));
    await user.keyboard("example.com/offer{Enter}");
    expect(stepsOf(plan())[0]?.link).toBe("https://example.com/offer");
    const link = screen.getByRole("link", { name: "example.com/offer" });
    expect(link).toHaveAttribute("rel", "noopener noreferrer");
    expect(await axeProblems()).toEqual([]);
  });

  it("are reviewed in a click, gone through as a checklist, and keep who ticked what", async () => {
    const { user, plan } = await show(<Workflows />, HIRE);
    expect(screen.getAllByText("Review 12 days late")).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: /Reviewed today/ }));
    expect([...plan().procedures.values()][0]?.reviewOn).toBe("2027-07-04");
    await user.click(screen.getByRole("button", { name: "Start checklist" }));
    await user.click(screen.getByRole("checkbox", { name: "Write the offer" }));
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "1 of 2");
    await user.click(screen.getByRole("button", { name: "Finish" }));
    expect(screen.getByRole("alert")).toHaveTextContent("1 step is still open, and will stay so.");
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Finish all the same" }));
    expect([...plan().checklistRuns.values()]).toMatchObject([
      { finishedOn: START, ticked: [{ stepId: "p1", byId: "Bo Chen" }] },
    ]);
    await user.click(screen.getByRole("button", { name: "The workflow" }));
    expect(within(screen.getByRole("list", { name: "Runs" })).getByRole("listitem")).toHaveTextContent(
      "Mon 4 Jan 20271 of 2 ticked · Bo Chen",
    );
    const found = search("hire", { plan: plan(), roadmaps: [], isEnabled: () => false });
    expect(found).toContainEqual({ kind: "workflow", id: "Hire", label: "Hire", steps: "2 steps" });
  });

  it("become tasks, asking once for each role that is not plain", async () => {
    const { user, plan, undo } = await show(
      <MakeTasksDialog procedureId="Hire" onClose={() => undefined} />,
      HIRE,
    );
    expect(screen.getByText("Cy and Di have this role; it has 1 step.")).toBeInTheDocument();
    expect(screen.getByText("COO: Bo Chen.")).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Make 2 tasks" }));
    const made = outlineOf(plan())
      .byId.get("Open")
      ?.children.slice(1)
      .map(({ item }) => plan().tasks.get(item.id));
    expect(made?.map((task) => [task?.name, task?.handovers[0]?.toId])).toEqual([
      ["Write the offer", undefined],
      ["Try them out", "Cy"],
    ]);
    undo();
    expect(plan().tasks.size).toBe(1);
  });
});

describe("a workflow elsewhere", () => {
  it("is chosen and ticked in the details of a task", async () => {
    const { user, plan } = await show(<Details />, HIRE, { select: ["Hire the cook"] });
    await user.click(screen.getByRole("button", { name: "Workflow: Follow a workflow…" }));
    await user.click(await screen.findByRole("option", { name: /Hire/ }));
    expect(plan().tasks.get("Hire the cook")?.procedureId).toBe("Hire");
    await user.click(screen.getByRole("button", { name: "Start checklist" }));
    await user.click(screen.getByRole("checkbox", { name: "Try them out" }));
    expect([...plan().checklistRuns.values()]).toMatchObject([
      { taskId: "Hire the cook", ticked: [{ stepId: "p2", byId: null }] },
    ]);
  });

  it("is made of a routine's steps, and ticked in its run", async () => {
    const { user, plan, app } = await show(<Routines />, HIRE);
    await user.click(screen.getByRole("row", { name: /Close up/ }));
    app.ui.setState({ meId: "Ana Lima" });
    await user.click(screen.getByRole("button", { name: "Make a workflow of this" }));
    const list = within(screen.getByRole("list", { name: "Steps of the workflow" }));
    await user.click(list.getByRole("checkbox", { name: "Lights out" }));
    expect([...plan().routineRuns.values()][0]?.ticked).toMatchObject([{ stepId: "r2", byId: "Ana Lima" }]);
    expect(screen.getByText("1 of 2 ticked")).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
  });
});
