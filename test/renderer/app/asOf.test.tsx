import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { AsOf } from "#renderer/app/AsOf.tsx";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

it("sets the as-of date to today, to a day, and to none", async () => {
  const { user, plan } = await show(<AsOf />, aPlan(), { today: "2027-02-01" });
  await user.click(screen.getByRole("button", { name: "As of: no date" }));
  expect(await axeProblems()).toEqual([]);
  await user.click(await screen.findByRole("button", { name: "Today" }));
  expect(plan().roadmap.statusDate).toBe("2027-02-01");
  await user.click(await screen.findByRole("button", { name: "As of today" }));
  const field = screen.getByRole("textbox", { name: "As of" });
  await user.clear(field);
  await user.type(field, "25 Jan{Enter}");
  expect(plan().roadmap.statusDate).toBe("2027-01-25");
  await user.click(screen.getByRole("button", { name: "No date" }));
  expect(plan().roadmap.statusDate).toBeNull();
  const button = await screen.findByRole("button", { name: "As of: no date" });
  await waitFor(() => expect(button).toHaveFocus());
});
