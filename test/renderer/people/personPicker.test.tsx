import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { PeoplePicker, PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import type { Id } from "#shared/domain/fields.ts";
import type { Person } from "#shared/domain/person.ts";
import { aPlan } from "#test/support/builders.ts";

const PEOPLE: readonly Person[] = [
  ...aPlan({
    people: [
      { name: "Ana Lima", role: "CEO" },
      { name: "Bo Chen" },
      { name: "Cléo Martin" },
      { name: "Dan Ray", deletedAt: "2027-01-05T09:00:00.000Z" },
    ],
  }).people.values(),
];

function One({ start = null, onCreate }: { start?: Id | null; onCreate?: (name: string) => void }) {
  const [value, setValue] = useState<Id | null>(start);
  return (
    <PersonPicker
      label="Owner"
      people={PEOPLE}
      value={value}
      onChange={setValue}
      {...(onCreate ? { onCreate } : {})}
    />
  );
}

function Several() {
  const [value, setValue] = useState<readonly Id[]>(["Bo Chen"]);
  return <PeoplePicker label="Doers" people={PEOPLE} value={value} onChange={setValue} />;
}

describe("picking one person", () => {
  it("finds by typing, whatever the accents, and picks with Enter", async () => {
    const user = userEvent.setup();
    render(<One />);
    await user.click(screen.getByRole("button", { name: "Owner: Nobody" }));
    await user.keyboard("cleo");
    expect(await screen.findAllByRole("option")).toHaveLength(1);
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("button", { name: "Owner: Cléo Martin" })).toBeInTheDocument();
    expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
  });

  it("moves with the arrow keys alone", async () => {
    const user = userEvent.setup();
    render(<One />);
    await user.tab();
    await user.keyboard("{Enter}");
    await screen.findByRole("listbox");
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(await screen.findByRole("button", { name: "Owner: Bo Chen" })).toBeInTheDocument();
  });

  it("goes back to nobody", async () => {
    const user = userEvent.setup();
    render(<One start="Ana Lima" />);
    await user.click(screen.getByRole("button", { name: "Owner: Ana Lima" }));
    await user.click(await screen.findByRole("option", { name: "Nobody" }));
    expect(await screen.findByRole("button", { name: "Owner: Nobody" })).toBeInTheDocument();
  });

  it("names somebody in the bin but does not offer them", async () => {
    const user = userEvent.setup();
    render(<One start="Dan Ray" />);
    await user.click(screen.getByRole("button", { name: "Owner: Dan Ray (removed)" }));
    await screen.findByRole("listbox");
    expect(screen.queryByRole("option", { name: /Dan Ray/ })).not.toBeInTheDocument();
  });

  it("offers to add a name nobody has, and only then", async () => {
    const user = userEvent.setup();
    const onCreate = vi.fn();
    render(<One onCreate={onCreate} />);
    await user.click(screen.getByRole("button", { name: "Owner: Nobody" }));
    await user.keyboard("bo chen");
    expect(screen.queryByRole("option", { name: /^Add/ })).not.toBeInTheDocument();
    await user.clear(screen.getByRole("textbox", { name: "Owner" }));
    await user.keyboard("  Eva Stone ");
    await user.click(await screen.findByRole("option", { name: "Add “Eva Stone”" }));
    expect(onCreate).toHaveBeenCalledExactlyOnceWith("Eva Stone");
  });

  it("closes with Escape and changes nothing", async () => {
    const user = userEvent.setup();
    render(<One start="Bo Chen" />);
    await user.click(screen.getByRole("button", { name: "Owner: Bo Chen" }));
    await user.keyboard("ana{Escape}");
    expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole("button", { name: "Owner: Bo Chen" })).toHaveFocus());
  });
});

describe("picking several people", () => {
  it("ticks and unticks while the list stays open", async () => {
    const user = userEvent.setup();
    render(<Several />);
    await user.click(screen.getByRole("button", { name: "Doers: Bo Chen" }));
    await user.click(await screen.findByRole("option", { name: /Ana Lima/ }));
    expect(screen.getByRole("option", { name: /Ana Lima/ })).toHaveAttribute("aria-selected", "true");
    await user.click(screen.getByRole("option", { name: /Bo Chen/ }));
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Doers: Ana Lima" })).toBeInTheDocument();
  });
});
