import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { editLink } from "#renderer/commands/items.ts";
import { Details } from "#renderer/features/details/Details.tsx";
import { linksOf } from "#renderer/features/details/linksByItem.ts";
import { liveDependencies, outlineOf } from "#shared/domain/outline.ts";
import { show } from "#test/support/show.tsx";
import { pizzaPlan, TODAY } from "./plan.ts";

const open = (id: string) => show(<Details />, pizzaPlan(), { today: TODAY, select: [id] });

describe("what an item is linked with", () => {
  it("says in plain words how", async () => {
    await open("Oven");
    const before = within(screen.getByRole("list", { name: "Starts after…" }));
    expect(before.getByRole("button", { name: /^Floor/ })).toBeInTheDocument();
    expect(before.getByRole("button", { name: /starts after it ends/ })).toBeInTheDocument();
    const after = within(screen.getByRole("list", { name: "Followed by…" }));
    expect(after.getByRole("button", { name: /starts when this starts/ })).toBeInTheDocument();
    expect(after.getByRole("textbox", { name: "Gap to Hire cooks, in days" })).toHaveValue("3");
  });

  it("goes to the other item", async () => {
    const { user, app } = await open("Oven");
    await user.click(screen.getByRole("button", { name: /^Hire cooks/ }));
    expect(app.ui.getState().selection).toEqual(["Hire cooks"]);
  });

  it("changes how and how far apart", async () => {
    const { user, plan, undo } = await open("Oven");
    await user.click(screen.getByRole("button", { name: /How it is linked with Floor/ }));
    await user.click(await screen.findByRole("option", { name: "ends when it ends" }));
    const gap = screen.getByRole("textbox", { name: "Gap to Floor, in days" });
    await user.clear(gap);
    await user.type(gap, "-2{Enter}");
    await user.click(screen.getByRole("button", { name: /Days of the gap to Floor/ }));
    await user.click(await screen.findByRole("option", { name: "calendar days" }));
    expect(plan().dependencies.get("Floor > Oven")).toMatchObject({
      type: "FF",
      lagDays: -2,
      lagKind: "elapsed",
    });
    undo();
    undo();
    undo();
    expect(plan().dependencies.get("Floor > Oven")).toMatchObject({
      type: "FS",
      lagDays: 0,
      lagKind: "working",
    });
  });

  it("adds a link by typing part of a name, and takes it back", async () => {
    const { user, plan, undo } = await open("Hire cooks");
    await user.click(screen.getByRole("button", { name: "Add what comes first" }));
    await user.keyboard("menu{Enter}");
    const links = () => [...plan().dependencies.values()].map(({ fromId, toId }) => `${fromId} > ${toId}`);
    expect(links()).toContain("Menu agreed > Hire cooks");
    undo();
    expect(links()).not.toContain("Menu agreed > Hire cooks");
  });

  it("removes a link", async () => {
    const { user, plan, undo } = await open("Oven");
    await user.click(screen.getByRole("button", { name: "Remove link with Floor" }));
    expect(plan().dependencies.has("Floor > Oven")).toBe(false);
    undo();
    expect(plan().dependencies.has("Floor > Oven")).toBe(true);
  });

  it("refuses a link that would close a loop and names the loop", async () => {
    const { user, plan, app } = await open("Floor");
    await user.click(screen.getByRole("button", { name: "Add what comes first" }));
    await user.keyboard("hire{Enter}");
    expect(plan().dependencies.size).toBe(2);
    const toast = app.ui.getState().toasts.at(-1);
    expect(toast?.tone).toBe("problem");
    expect(toast?.text).toContain("“Floor” → “Oven” → “Hire cooks” → “Floor”");
  });

  it("does not offer what holds the item, what it holds, itself, a stage, or what is linked already", async () => {
    const { user } = await open("Oven");
    await user.click(screen.getByRole("button", { name: "Add what comes first" }));
    const offered = (await screen.findAllByRole("option")).map((option) => option.dataset.key);
    expect(offered.sort()).toEqual(["Hire cooks", "Menu agreed", "Price dishes", "Taste sauces"]);
  });
});

describe("the index of links", () => {
  it("knows both ends, in reading order, and nothing of what lies in the bin", () => {
    const plan = pizzaPlan();
    const names = (id: string, side: "before" | "after") =>
      linksOf(plan, id)[side].map(({ otherNode }) => otherNode.item.id);
    for (const { fromId, toId } of liveDependencies(plan)) {
      expect(names(toId, "before")).toContain(fromId);
      expect(names(fromId, "after")).toContain(toId);
    }
    const order = outlineOf(plan).inOrder.map(({ item }) => item.id);
    const followers = names("Oven", "after");
    expect(followers).toEqual(order.filter((id) => followers.includes(id)));
    expect(linksOf(plan, "nothing of that name")).toEqual({ before: [], after: [] });
    const [first] = liveDependencies(plan);
    if (!first) throw new Error("The plan has no links.");
    const binned = { ...plan, tasks: new Map([...plan.tasks].filter(([id]) => id !== first.fromId)) };
    expect(linksOf(binned, first.toId).before.map(({ otherNode }) => otherNode.item.id)).not.toContain(
      first.fromId,
    );
  });
});

describe("why an item lies where it lies", () => {
  it("says what holds it, and leads there", async () => {
    const { user, app } = await open("Oven");
    expect(screen.getByText(/^Starts 22 Feb: after/)).toHaveTextContent(
      "Starts 22 Feb: after Floor (19 Feb)",
    );
    await user.click(screen.getByRole("link", { name: "Floor" }));
    expect(app.ui.getState().selection).toEqual(["Floor"]);
    expect(screen.getByText(/Done, so links no longer move it/)).toBeInTheDocument();
  });

  it("warns of a link that is not kept, and mends it with all that follows, as one step", async () => {
    const { user, plan, undo, app } = await open("Oven");
    act(() => editLink(app, "Floor > Oven", { rule: "never" }));
    act(() => editLink(app, "Floor > Oven", { lagDays: 5 }));
    expect(plan().tasks.get("Oven")?.start).toBe("2027-02-22");
    expect(screen.getByText(/^Starts 5 working days before/)).toHaveTextContent(
      "Starts 5 working days before Floor allows",
    );
    await user.click(screen.getByRole("button", { name: "Move it to 1 Mar" }));
    expect(plan().tasks.get("Oven")?.start).toBe("2027-03-01");
    expect(plan().tasks.get("Hire cooks")?.start).toBe("2027-03-04");
    expect(screen.queryByRole("button", { name: /^Move it to/ })).not.toBeInTheDocument();
    undo();
    expect(plan().tasks.get("Oven")?.start).toBe("2027-02-22");
    expect(plan().tasks.get("Hire cooks")?.start).toBe("2027-03-01");
  });

  it("lets each link say what it does when pushed", async () => {
    const { user, plan } = await open("Oven");
    const rule = screen.getByRole("button", { name: /When Floor moves/ });
    expect(rule).toHaveTextContent("Moves when pushed");
    await user.click(rule);
    await user.click(await screen.findByRole("option", { name: "Keeps the gap" }));
    expect(plan().dependencies.get("Floor > Oven")?.rule).toBe("keep");
    expect(screen.getByRole("button", { name: /Hire cooks, when this moves/ })).toBeInTheDocument();
  });

  it("says nothing of groups and stages, whose dates follow from what they hold", async () => {
    await open("Build-out");
    expect(screen.queryByText("Why this date")).not.toBeInTheDocument();
  });
});
