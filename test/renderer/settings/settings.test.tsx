import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { SettingsDialog } from "#renderer/features/settings/SettingsDialog.tsx";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

it("takes a holiday of every year", async () => {
  const { user, plan } = await show(<SettingsDialog onClose={() => undefined} />, aPlan({ stages: [] }));
  await user.type(screen.getByRole("textbox", { name: "Name of the day off" }), "Christmas Day");
  await user.type(screen.getByRole("textbox", { name: "Day off" }), "2027-12-25{Enter}");
  await user.click(screen.getByRole("button", { name: "Every year" }));
  await user.click(screen.getByRole("button", { name: "Add day off" }));
  expect(plan().roadmap.calendar.exceptions).toEqual([
    { date: "2027-12-25", working: false, name: "Christmas Day", yearly: true },
  ]);
  expect(screen.getByText("25 Dec, every year")).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Name of the day off" })).toHaveFocus();
});

it("takes a CEO nobody has entered yet, as one step", async () => {
  const { user, plan, undo } = await show(
    <SettingsDialog onClose={() => undefined} />,
    aPlan({ stages: [] }),
  );
  await user.click(screen.getByRole("button", { name: "CEO: Nobody" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "CEO" })).toHaveFocus());
  await user.keyboard("Mia Okafor{Enter}");
  const [ceo] = [...plan().people.values()];
  expect(ceo?.name).toBe("Mia Okafor");
  expect(plan().roadmap.ceoId).toBe(ceo?.id);
  undo();
  expect(plan().roadmap.ceoId).toBeNull();
  expect(plan().people.size).toBe(0);
});
