/** Work that builds a routine is done: the routine starts, takes hours from its owner's week, and is taken back whole. */
import { afterEach, expect, it } from "vitest";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

type Page = Story["page"];

function row(page: Page, name: string) {
  return page.getByRole("row").filter({ hasText: name }).first();
}

async function draft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "CEO", exact: true }).fill("Ana Lima");
  await page.getByRole("textbox", { name: "COO", exact: true }).fill("Bo Chen");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  for (const name of ["Open the till", "Hire a cleaner"]) {
    await row(page, "Idea").click();
    await page.keyboard.press("Control+Enter");
    await page.keyboard.type(name);
    await page.keyboard.press("Escape");
  }
}

async function nameRoutine(page: Page, task: string, routine: string): Promise<void> {
  await row(page, task).click();
  await page.getByRole("button", { name: "Starts a routine…" }).click();
  await page.getByRole("textbox", { name: "Routine it starts" }).fill(routine);
  await page.keyboard.press("Enter");
  await row(page, `Starts: ${routine}`).waitFor();
}

/** By keyboard: the row is marked done, and the dialog asks. */
async function finish(page: Page, task: string) {
  await row(page, task).click();
  await page.keyboard.press("Control+Shift+d");
  const dialog = page.getByRole("dialog", { name: "Start its routine" });
  await dialog.waitFor();
  return dialog;
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
}

it("commissions a routine from a task and watches capacity fall", async () => {
  story = await tellStory({ timezoneId: "Asia/Kolkata" });
  let { page } = story;
  await page.clock.setFixedTime("2027-01-04T05:00:00Z");
  await page.reload();
  await draft(page);
  await page.keyboard.press("Control+7");
  await page.getByRole("gridcell", { name: /Bo Chen, week of 4 Jan: 0 of 16 hours/ }).waitFor();
  await page.keyboard.press("Control+1");
  await nameRoutine(page, "Open the till", "Count the cash");
  await nameRoutine(page, "Hire a cleaner", "Check the cleaning");

  let dialog = await finish(page, "Open the till");
  expect(await seriousProblems(page), "start a routine").toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await row(page, "Open the till").innerText()).toContain("Not started");

  dialog = await finish(page, "Open the till");
  await choose(page, "Owner", /Bo Chen/);
  await choose(page, "Repeats", "Every Monday to Friday");
  await dialog.getByRole("textbox", { name: "Minutes a run" }).fill("60");
  await page.keyboard.press("Enter");
  await dialog.getByText("Bo Chen: 0 of 16 hours in a usual week, 5 with it.").waitFor();
  await dialog.getByRole("button", { name: "Start the routine" }).click();
  await row(page, "Started: Count the cash").waitFor();

  dialog = await finish(page, "Hire a cleaner");
  await choose(page, "Owner", /Bo Chen/);
  await dialog.getByText("Bo Chen: 5 of 16 hours in a usual week, 5.5 with it.").waitFor();
  await dialog.getByRole("button", { name: "Not yet" }).click();
  await row(page, "Routine not started yet: Check the cleaning").waitFor();

  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await row(page, "Starts: Count the cash").waitFor();
  await page.getByRole("button", { name: "Routines", exact: true }).click();
  await page.getByText("Nothing runs by itself yet").waitFor();
  await page.keyboard.press("Control+Shift+z");
  await waitUntilSaved(page);

  story = await story.restart();
  page = story.page;
  await page.clock.setFixedTime("2027-01-04T05:00:00Z");
  await page.reload();
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await row(page, "Started: Count the cash").click();
  await page.getByRole("button", { name: /Count the cash.*Every Monday to Friday/ }).click();
  await page.keyboard.press("Control+7");
  await page.getByRole("gridcell", { name: /Bo Chen, week of 4 Jan: 5 of 16 hours/ }).waitFor();
  await page.keyboard.press("Control+5");
  const panel = page.getByRole("complementary", { name: "Routine" });
  await panel.getByRole("button", { name: "Open the till" }).waitFor();
  expect(await seriousProblems(page), "the routine and what built it").toEqual([]);
});
