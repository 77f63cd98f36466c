/** A routine set up and run for a month with two misses: streak and slips, undone, and there after a restart. */
import { afterEach, expect, it } from "vitest";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

/** Opens the app anew on a day, at nine in the morning. */
async function wakeOn(page: Story["page"], day: string): Promise<void> {
  await page.clock.setFixedTime(`${day}T09:00:00Z`);
  await page.reload();
  await page.getByRole("main").waitFor();
}

function cash(page: Story["page"]) {
  return page.getByRole("row", { name: /Count the cash/ });
}

async function tick(page: Story["page"]): Promise<void> {
  const today = page.getByRole("region", { name: "Today" });
  await today.getByRole("checkbox", { name: "Count the cash, Today" }).press("Space");
  await waitUntilSaved(page);
}

it("runs a routine for a month, misses it twice, and keeps what happened", async () => {
  story = await tellStory({ timezoneId: "America/Los_Angeles" });
  let { page } = story;
  await wakeOn(page, "2027-01-04");
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await page.getByRole("row", { name: /Idea/ }).waitFor();
  await page.keyboard.press("Control+5");
  await page.getByText("Nothing runs by itself yet").waitFor();
  expect(await seriousProblems(page), "no routines").toEqual([]);
  await page.getByRole("textbox", { name: "Add a routine" }).fill("Count the cash");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Routine" });
  await panel.getByRole("button", { name: /Every Monday/ }).click();
  await page.getByRole("option", { name: "Every Monday to Friday" }).click();
  await expect.poll(() => cash(page).innerText()).toContain("Every Monday to Friday");
  await panel.getByRole("button", { name: /Every Monday to Friday/ }).click();
  await page.getByRole("option", { name: "Every Monday", exact: true }).click();
  await tick(page);

  await wakeOn(page, "2027-01-19");
  await page.getByText("Missed since 11 Jan, 2 runs").waitFor();
  await expect.poll(() => cash(page).innerText()).toContain("None in a row, 2 missed");
  await wakeOn(page, "2027-01-25");
  await page.getByText("Missed since 11 Jan, 2 runs").waitFor();
  await tick(page);
  await wakeOn(page, "2027-02-01");
  await tick(page);
  await expect.poll(() => cash(page).innerText()).toContain("2 in a row, 2 missed");
  await expect.poll(() => cash(page).innerText()).toContain("Mon 8 Feb");

  await page.keyboard.press("Control+z");
  await expect.poll(() => cash(page).innerText()).toContain("1 in a row, 2 missed");
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => cash(page).innerText()).toContain("2 in a row, 2 missed");
  await waitUntilSaved(page);

  story = await story.restart();
  page = story.page;
  await wakeOn(page, "2027-02-01");
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await page.getByRole("row").first().waitFor();
  await page.keyboard.press("Control+5");
  await cash(page).click();
  const history = page.getByRole("list", { name: "History" });
  await expect
    .poll(async () =>
      (await history.getByRole("listitem").allInnerTexts()).map((text) => text.split("\n")[0]),
    )
    .toEqual([
      "Mon 1 Feb 2027 Done",
      "Mon 25 Jan 2027 Done",
      "Mon 18 Jan 2027 Missed",
      "Mon 11 Jan 2027 Missed",
      "Mon 4 Jan 2027 Done",
    ]);
  expect(await seriousProblems(page), "routine beside the list").toEqual([]);
});
