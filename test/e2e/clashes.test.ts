/** What does not fit together: a promise missed and a link not kept, seen in one list, mended and undone. */
import { afterEach, expect, it } from "vitest";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

type Page = Story["page"];
const details = (page: Page) => page.getByRole("complementary", { name: "Details" });
const clashes = (page: Page) => page.getByRole("complementary", { name: "Clashes" });
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name }).first();

/** The details follow a frame later: nobody types faster, but a story does. */
async function select(page: Page, name: string): Promise<void> {
  await row(page, name).click();
  await expect.poll(() => details(page).getByRole("textbox", { name: "Name" }).inputValue()).toBe(name);
}

async function startsAfter(page: Page, name: string): Promise<void> {
  await details(page).getByRole("button", { name: "Add what comes first" }).click();
  await page.keyboard.type(name);
  await page.getByRole("option", { name: new RegExp(name) }).click();
  await details(page).getByRole("list", { name: "Starts after…" }).getByText(name).waitFor();
}

/** Three tasks in a row from 1 March 2027; the last one is promised for its own day. */
async function draft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "Start date" }).fill("2027-03-01");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await select(page, "Idea");
  await page.keyboard.press("Control+Enter");
  for (const name of ["Sign the lease", "Fit the oven", "Open the doors"]) {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
  await select(page, "Fit the oven");
  await startsAfter(page, "Sign the lease");
  await select(page, "Open the doors");
  await startsAfter(page, "Fit the oven");
  if ((await details(page).getByRole("textbox", { name: "Promised" }).count()) === 0)
    await details(page).getByRole("button", { name: "More about dates" }).click();
  await details(page).getByRole("textbox", { name: "Promised" }).fill("2027-03-19");
  await page.keyboard.press("Enter");
}

it("lists what does not fit, mends it by keyboard, and takes it back", async () => {
  story = await tellStory();
  const { page } = story;
  await draft(page);
  await page.getByRole("button", { name: "No clashes" }).waitFor();

  // Moved by hand to before what it waits for, and made too long for the promise.
  await select(page, "Fit the oven");
  const start = details(page).getByRole("textbox", { name: /^Start/ });
  await start.fill("2027-03-01");
  await page.keyboard.press("Enter");
  await select(page, "Open the doors");
  await details(page).getByRole("textbox", { name: "Working days" }).fill("20");
  await page.keyboard.press("Enter");
  await details(page)
    .getByText(/can still be in time|already too late|too late/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "2 clashes" }).waitFor();

  await page.keyboard.press("Control+j");
  const promise = clashes(page).getByRole("group", { name: /^'Open the doors' ends/ });
  const link = clashes(page).getByRole("group", { name: /^'Fit the oven' starts/ });
  await promise.waitFor();
  await link.waitFor();
  expect(await seriousProblems(page), "clashes").toEqual([]);

  await expect.poll(() => promise.evaluate((line) => line.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("ArrowDown");
  const move = link.getByRole("button", { name: /^Move it to/ });
  await expect.poll(() => move.evaluate((button) => button === document.activeElement)).toBe(true);
  await page
    .getByRole("tooltip")
    .filter({ hasText: /^Moves/ })
    .waitFor();
  await page.keyboard.press("Enter");
  await page.getByText(/^Done for 'Fit the oven': move it to/).waitFor();
  await link.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "1 clash" }).waitFor();
  await expect.poll(() => promise.evaluate((line) => line.contains(document.activeElement))).toBe(true);
  await waitUntilSaved(page);

  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await link.waitFor();
  await page.getByRole("button", { name: "2 clashes" }).waitFor();

  await promise.getByRole("button", { name: "Other ways to mend it" }).click();
  await page.getByRole("menuitem", { name: /^Promise .* instead/ }).click();
  await promise.waitFor({ state: "hidden" });
  await link.getByRole("button", { name: "Remove the link" }).click();
  await clashes(page).getByText("Everything fits together.").waitFor();
  await page.getByRole("button", { name: "No clashes" }).waitFor();
  await page.keyboard.press("Escape");
  await clashes(page).waitFor({ state: "hidden" });
  await details(page).waitFor();
});

it("leads from a date up its whole chain of reasons", async () => {
  story = await tellStory({ colorScheme: "dark" });
  const { page } = story;
  await draft(page);
  await details(page).getByRole("button", { name: "Show the whole chain (2 steps)" }).click();
  const chain = details(page).getByRole("list", { name: /back to the beginning/ });
  await chain.getByText(/nothing linked comes before it/).waitFor();
  await details(page).getByText("All of it can still be kept").waitFor();
  expect(await seriousProblems(page), "chain and promise").toEqual([]);
  await chain.getByRole("link", { name: "Sign the lease" }).click();
  await details(page).getByText("Planned for 1 Mar; nothing linked comes before it").waitFor();
  await details(page)
    .getByText(/^Room to slip/)
    .first()
    .waitFor();
});

it("opens from the search as well, on the timeline, and Escape gives the keyboard back", async () => {
  story = await tellStory();
  const { page } = story;
  await draft(page);
  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: "Timeline" }).click();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("clashes");
  await page.getByRole("option", { name: /Show or hide clashes/ }).waitFor();
  await page.keyboard.press("Enter");
  await clashes(page).getByText("Everything fits together.").waitFor();
  await expect.poll(() => clashes(page).evaluate((side) => side.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await clashes(page).waitFor({ state: "hidden" });
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});
