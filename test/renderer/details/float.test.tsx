/** Room to slip, the whole chain of reasons, and backward from a promise. */
import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { editTask } from "#renderer/commands/items.ts";
import { Details } from "#renderer/features/details/Details.tsx";
import { roomWords } from "#renderer/features/details/roomWords.ts";
import { axeProblems } from "#test/support/axe.ts";
import type { ItemLiteral, LinkLiteral } from "#test/support/builders.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const TODAY = "2027-01-04";

function plan(holds: readonly ItemLiteral[], links: readonly LinkLiteral[] = []) {
  return aPlan({ stages: [{ name: "Idea", holds }], links });
}

/** a (5) → b (2) → end, with c beside them, in weeks that begin on 4 Jan. */
const NETWORK = plan(
  [
    { task: "a", durationDays: 5 },
    { task: "b", start: "2027-01-11", durationDays: 2 },
    { task: "c", durationDays: 1 },
    { task: "d", start: "2027-01-07", durationDays: 1 },
    { milestone: "End", date: "2027-01-12" },
  ],
  [
    { from: "a", to: "b" },
    { from: "b", to: "End" },
    { from: "c", to: "d" },
    { from: "d", to: "b" },
  ],
);

describe("room to slip", () => {
  const words = (of: typeof NETWORK, id: string) => roomWords(of, id)?.words ?? null;

  it("says what moves first and what sets the limit", () => {
    expect(words(NETWORK, "a")).toBe("No room: any slip moves 'End'");
    expect(words(NETWORK, "c")).toBe(
      "2 working days before 'd' has to move; 3 days before 'End' has to move",
    );
    expect(words(NETWORK, "d")).toBe("1 working day before 'End' has to move");
    expect(words(NETWORK, "End")).toBe("On the critical path: any slip moves the plan’s end");
    const short = plan([{ task: "x", durationDays: 10 }, { task: "y" }]);
    expect(words(short, "y")).toBe("9 working days before the plan ends later");
  });

  it("says that any slip moves the next, though not the end", () => {
    const of = plan(
      [{ task: "x", durationDays: 10 }, { task: "y" }, { task: "z", start: "2027-01-05" }],
      [{ from: "y", to: "z" }],
    );
    expect(words(of, "y")).toBe("Any slip moves 'z'; 8 working days before the plan ends later");
  });

  it("names the rule that is missed, its own or another's", () => {
    const rule = { kind: "FNLT", date: "2027-01-08" } as const;
    const of = plan(
      [
        { task: "a", durationDays: 5 },
        { task: "b", start: "2027-01-11", durationDays: 2, constraint: rule },
        { task: "long", durationDays: 30 },
      ],
      [{ from: "a", to: "b" }],
    );
    expect(words(of, "a")).toBe("2 working days too late for 'b'");
    expect(words(of, "b")).toBe("2 working days too late for its own rule");
    const tight = plan([
      { task: "b", durationDays: 5, constraint: rule },
      { task: "long", durationDays: 30 },
    ]);
    expect(words(tight, "b")).toBe("No room: any slip breaks its own rule");
  });

  it("waits for no work that a pin has overtaken, and names a pin that holds", () => {
    const of = plan(
      [
        { task: "a", durationDays: 3 },
        { task: "p", start: "2027-01-11", isPinned: true },
        { task: "z", durationDays: 30 },
      ],
      [{ from: "a", to: "p" }],
    );
    expect(roomWords(of, "a")).toMatchObject({
      words: "2 working days before it is too late for 'p'",
      itemIds: ["p"],
      isLate: false,
    });
  });

  it("counts the milestone that holds a task among what moves", () => {
    const of = plan([
      { milestone: "m", date: "2027-01-08", holds: [{ task: "in", durationDays: 2 }] },
      { task: "z", durationDays: 30 },
    ]);
    expect(words(of, "in")).toBe("3 working days before 'm' has to move");
  });

  it("is nothing for what is done, groups and loops", () => {
    expect(words(plan([{ task: "a", status: "done" }]), "a")).toBeNull();
    expect(words(plan([{ task: "g", holds: [{ task: "a" }] }]), "g")).toBeNull();
    const loop = aPlan({
      stages: [
        { name: "One", holds: [{ task: "a" }, { task: "x" }] },
        { name: "Two", holds: [{ task: "b" }] },
      ],
      links: [
        { from: "One", to: "b" },
        { from: "b", to: "x" },
      ],
    });
    expect(words(loop, "a")).toBeNull();
  });

  it("stands in the details of tasks and milestones, and leads to what it names", async () => {
    const { user, app } = await show(<Details />, NETWORK, { today: TODAY, select: ["c"] });
    expect(screen.getByText(/working days before/)).toHaveTextContent(
      "Room to slip: 2 working days before d has to move; 3 days before End has to move",
    );
    await user.click(screen.getByRole("link", { name: "d" }));
    expect(app.ui.getState().selection).toEqual(["d"]);
    act(() => app.ui.setState({ selection: ["End"] }));
    expect(await screen.findByText(/On the critical path/)).toBeInTheDocument();
    act(() => editTask(app, "a", { durationDays: 1 }));
    act(() => app.ui.setState({ selection: ["a"] }));
    expect(await screen.findByText(/4 working days before/)).toBeInTheDocument();
  });
});

describe("the chain of reasons", () => {
  it("goes up to the item that nothing drives, each step a way there", async () => {
    const { user, app } = await show(<Details />, NETWORK, { today: TODAY, select: ["End"] });
    const toggle = screen.getByRole("button", { name: "Show the whole chain (2 steps)" });
    expect(toggle).toHaveAttribute("aria-expanded", "false");
    await user.click(toggle);
    const steps = within(screen.getByRole("list", { name: /back to the beginning/ })).getAllByRole(
      "listitem",
    );
    expect(steps.map((step) => step.textContent)).toEqual([
      "bStarts 11 Jan: after 'a' (8 Jan)",
      "aPlanned for 4 Jan; nothing linked comes before it",
    ]);
    await user.click(within(steps[1] as HTMLElement).getByRole("link", { name: "a" }));
    expect(app.ui.getState().selection).toEqual(["a"]);
    expect(screen.queryByRole("button", { name: /whole chain/ })).not.toBeInTheDocument();
  });

  it("shows the first steps of a long one, and the rest when asked", async () => {
    const n = 12;
    const tasks = Array.from({ length: n }, (_, i) => ({
      task: `t${i}`,
      start: `2027-02-${String(i + 1).padStart(2, "0")}`,
    }));
    const links = tasks.slice(1).map(({ task }, i) => ({ from: `t${i}`, to: task }));
    const { user } = await show(<Details />, plan(tasks, links), { today: TODAY, select: [`t${n - 1}`] });
    await user.click(screen.getByRole("button", { name: "Show the whole chain (11 steps)" }));
    const list = within(screen.getByRole("list", { name: /back to the beginning/ }));
    expect(list.getAllByRole("listitem")).toHaveLength(8);
    await user.click(screen.getByRole("button", { name: "Show 3 more" }));
    expect(list.getAllByRole("listitem")).toHaveLength(11);
  });
});

describe("backward from a promise", () => {
  const promised = (deadline: string | null) =>
    plan(
      [
        { task: "a", durationDays: 5 },
        { task: "b", start: "2027-01-11", durationDays: 2 },
        { task: "beside" },
        { milestone: "End", date: "2027-01-12", deadline },
      ],
      [
        { from: "a", to: "b" },
        { from: "b", to: "End" },
      ],
    );
  const section = () => within(screen.getByRole("region", { name: "To keep the promise" }));
  const lines = () =>
    section()
      .getAllByRole("listitem")
      .map((line) => line.textContent);

  it("lists the latest starts of what leads to it", async () => {
    const { user, app } = await show(<Details />, promised("2027-01-20"), { today: TODAY, select: ["End"] });
    expect(section().getByText("All of it can still be kept")).toBeInTheDocument();
    expect(await axeProblems()).toEqual([]);
    expect(lines()).toEqual(["astart by 12 Jan", "bstart by 19 Jan"]);
    await user.click(section().getByRole("button", { name: /^b/ }));
    expect(app.ui.getState().selection).toEqual(["b"]);
  });

  it("marks in words what is too late, and tells apart what can still be in time", async () => {
    const { app } = await show(<Details />, promised("2027-01-11"), { today: TODAY, select: ["End"] });
    expect(
      section().getByText("2 items are planned too late, 1 of them can no longer be in time"),
    ).toBeInTheDocument();
    expect(lines()).toEqual(["astart by 1 Jan1 day too late", "bstart by 8 JanPlanned 1 day too late"]);
    act(() => app.ui.setState({ today: "2027-01-12" }));
    expect(section().getByText("2 items are already too late")).toBeInTheDocument();
    act(() => app.ui.setState({ today: "2026-12-28" }));
    expect(section().getByText("2 items are planned too late, but can still be in time")).toBeInTheDocument();
    expect(lines()[0]).toBe("astart by 1 Jan 2027Planned 1 day too late");
  });

  it("tries out another date without storing it", async () => {
    const { user, plan: now } = await show(<Details />, promised("2027-01-20"), {
      today: TODAY,
      select: ["End"],
    });
    const field = section().getByRole("textbox", { name: "What if it were promised for" });
    await user.type(field, "12 Jan 2027{Enter}");
    expect(section().getByText("tried out")).toBeInTheDocument();
    expect(lines()).toEqual(["astart by 4 Jan", "bstart by 11 Jan"]);
    expect(now().milestones.get("End")?.deadline).toBe("2027-01-20");
    await user.click(section().getByRole("button", { name: "Back to what is promised, 20 Jan" }));
    expect(lines()).toEqual(["astart by 12 Jan", "bstart by 19 Jan"]);
  });

  it("is there only while something is promised and still open", async () => {
    await show(<Details />, promised(null), { today: TODAY, select: ["End"] });
    expect(screen.queryByRole("region", { name: "To keep the promise" })).not.toBeInTheDocument();
  });
});
