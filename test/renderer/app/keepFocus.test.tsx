import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef, useState } from "react";
import { expect, it } from "vitest";
import { useKeepFocus } from "#renderer/app/useKeepFocus.ts";

function Handed() {
  const page = useRef<HTMLDivElement>(null);
  useKeepFocus(page);
  const [left, setLeft] = useState(["Lease", "Oven", "Menu"]);
  return (
    <div ref={page}>
      <button type="button">All roadmaps</button>
      <ul>
        {left.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => setLeft(left.filter((other) => other !== name))}>
              Acknowledge {name}
            </button>
          </li>
        ))}
      </ul>
      {left.length === 0 ? <input aria-label="Add" /> : null}
    </div>
  );
}

it("goes on at what stands in the place of what was pressed away", async () => {
  const user = userEvent.setup();
  render(<Handed />);
  const has = (name: string) => waitFor(() => expect(screen.getByRole("button", { name })).toHaveFocus());
  screen.getByRole("button", { name: "Acknowledge Oven" }).focus();
  await user.keyboard("{Enter}");
  await has("Acknowledge Menu");
  await user.keyboard("{Enter}");
  await has("Acknowledge Lease");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Add" })).toHaveFocus());
});
