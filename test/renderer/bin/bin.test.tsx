import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Bin } from "#renderer/features/bin/Bin.tsx";
import { outlineOf } from "#shared/domain/outline.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

function binPlan() {
  return aPlan({
    people: [{ name: "Dan Ray", role: "Architect", deletedAt: "2027-01-31T12:00:00.000Z" }],
    stages: [
      {
        name: "Idea",
        holds: [
          {
            milestone: "Menu agreed",
            deletedAt: "2027-02-01T12:00:00.000Z",
            holds: [{ task: "Taste sauces" }, { task: "Price dishes", holds: [{ task: "Ask around" }] }],
          },
          { task: "Old idea", deletedAt: "2027-01-10T12:00:00.000Z", accountableId: "Dan Ray" },
        ],
      },
    ],
    links: [{ from: "Taste sauces", to: "Old idea" }],
  });
}

const open = (options = {}) => show(<Bin />, binPlan(), { today: "2027-02-01", ...options });
const rows = () => screen.getAllByRole("row");

describe("the bin", () => {
  it("lists what was deleted, latest first, with what it held and when", async () => {
    await open();
    expect(rows().map((row) => row.getAttribute("data-key"))).toEqual(["Menu agreed", "Dan Ray", "Old idea"]);
    expect(rows()[0]).toHaveTextContent("Milestone in Idea, and 3 items inside");
    expect(rows()[1]).toHaveTextContent("Person, Architect");
    expect(rows()[2]).toHaveTextContent("10 Jan 2027");
  });

  it("restores something with all it held, and undo puts it back", async () => {
    const { user, plan, undo } = await open();
    await user.click(screen.getByRole("button", { name: "Restore Menu agreed" }));
    expect(outlineOf(plan()).byId.has("Ask around")).toBe(true);
    expect(rows()).toHaveLength(2);
    undo();
    expect(outlineOf(plan()).byId.has("Menu agreed")).toBe(false);
    await waitFor(() => expect(rows()).toHaveLength(3));
  });

  it("restores by the keyboard", async () => {
    const { user, plan } = await open();
    await user.tab();
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowRight}");
    expect(screen.getByRole("button", { name: "Restore Dan Ray" })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(plan().people.get("Dan Ray")?.deletedAt).toBeNull();
  });

  it("deletes for good only after asking, and undo still brings it back", async () => {
    const { user, plan, undo } = await open();
    await user.tab();
    await user.tab();
    await user.keyboard("{Delete}");
    const dialog = within(await screen.findByRole("alertdialog"));
    expect(dialog.getByText(/“Menu agreed” and 3 items inside/)).toBeInTheDocument();
    expect(dialog.getByRole("button", { name: "Cancel" })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(plan().milestones.has("Menu agreed")).toBe(true);
    await user.click(screen.getByRole("button", { name: "Delete Menu agreed for good" }));
    await user.click(await screen.findByRole("button", { name: "Delete for good" }));
    expect(plan().milestones.has("Menu agreed")).toBe(false);
    expect(plan().tasks.has("Ask around")).toBe(false);
    expect(plan().dependencies.size).toBe(0);
    undo();
    expect(plan().tasks.has("Ask around")).toBe(true);
    expect(plan().dependencies.size).toBe(1);
  });

  it("empties, and then says what the bin is for", async () => {
    const { user, plan, undo } = await open();
    await user.click(screen.getByRole("button", { name: "Empty the bin" }));
    const dialog = within(await screen.findByRole("alertdialog"));
    expect(dialog.getByText(/3 items and 3 items inside/)).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Delete for good" }));
    expect(screen.getByRole("heading", { name: "The bin is empty" })).toBeInTheDocument();
    expect(plan().people.size).toBe(0);
    undo();
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(plan().tasks.get("Old idea")?.accountableId).toBe("Dan Ray");
  });

  it("keeps Escape from deleting", async () => {
    const { user, plan } = await open();
    await user.click(screen.getByRole("button", { name: "Empty the bin" }));
    await screen.findByRole("alertdialog");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
    expect(plan().people.size).toBe(1);
  });

  it("offers nothing while the roadmap cannot be edited", async () => {
    await open({ readOnly: "Open in another window." });
    expect(screen.getByRole("button", { name: "Restore Menu agreed" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Delete Menu agreed for good" })).toBeDisabled();
    expect(screen.queryByRole("button", { name: "Empty the bin" })).not.toBeInTheDocument();
  });
});
