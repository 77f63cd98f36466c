/** An issue raised by a key becomes a decision outside the right, agreed to by the CEO, replaced later; all of it is kept. */
import { afterEach, expect, it } from "vitest";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

type Page = Story["page"];

async function goTo(page: Page, view: RegExp): Promise<void> {
  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: view }).click();
}

async function draft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "CEO", exact: true }).fill("Ana Lima");
  await page.getByRole("textbox", { name: "COO", exact: true }).fill("Bo Chen");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await goTo(page, /^Who decides/);
  await page.getByRole("button", { name: "Start with the usual matters" }).click();
  await page.getByRole("row", { name: "Spending" }).click();
  await page.getByRole("textbox", { name: "Up to what amount at once" }).fill("5,000");
  await page.keyboard.press("Enter");
  await goTo(page, /^Outline/);
  await page.getByRole("row").filter({ hasText: "Idea" }).first().click();
}

/** From wherever one is, without the mouse, and back there. */
async function raiseByKey(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+u");
  await page.getByRole("textbox", { name: "What stands in the way?" }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

async function solveOutsideTheRight(page: Page): Promise<void> {
  await goTo(page, /^Issues 2/);
  await page.getByRole("row", { name: "Half up front" }).click();
  expect(await seriousProblems(page), "issues").toEqual([]);
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByRole("row").first().getByText("Half up front").waitFor();
  await page.getByRole("button", { name: "Solve by a decision…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "What is decided?" }).fill("Pay half up front");
  await dialog.getByRole("button", { name: /^Decided by/ }).click();
  await page.getByRole("option", { name: /Bo Chen/ }).click();
  await dialog.getByRole("button", { name: /^Matter/ }).click();
  await page.getByRole("option", { name: "Spending" }).click();
  await dialog.getByRole("textbox", { name: "Commits, an amount" }).fill("8k");
  await page.keyboard.press("Tab");
  await dialog.getByText(/^(?:More than|Not) Bo Chen/).waitFor();
  await dialog.getByRole("textbox", { name: "What is decided?" }).press("Enter");
  await dialog.waitFor({ state: "hidden" });
}

async function agreeAndReplace(page: Page): Promise<void> {
  await goTo(page, /^Decisions/);
  await page.getByText(/up to \$5,000, and this commits \$8,000\.$/).waitFor();
  expect(await seriousProblems(page), "decisions").toEqual([]);
  await page.getByRole("button", { name: "Ana Lima (CEO) agrees" }).click();
  await page.getByText(/Ana Lima agreed on /).waitFor();
  await page.getByRole("textbox", { name: "Why", exact: true }).fill("The opening day holds.");
  await page.getByRole("button", { name: "Replace it…" }).click();
  await page.getByRole("textbox", { name: "What is decided, in a line" }).fill("Rent an oven");
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByText("Takes the place of").waitFor();
}

it("is solved, agreed to, replaced, and found again after a restart", async () => {
  story = await tellStory();
  let { page } = story;
  await draft(page);
  await raiseByKey(page, "Nobody tasted the dough");
  await raiseByKey(page, "Half up front");
  await page.getByRole("complementary", { name: "Details" }).getByText("Half up front").waitFor();
  await solveOutsideTheRight(page);
  await agreeAndReplace(page);
  await waitUntilSaved(page);

  story = await story.restart();
  ({ page } = story);
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await goTo(page, /^Issues 1/);
  const settled = page.getByRole("list", { name: "Settled issues" });
  await settled.getByRole("button", { name: "Pay half up front" }).click();
  const record = page.getByRole("article", { name: "Pay half up front" });
  await record.getByText("Replaced by").waitFor();
  await record.getByText(/Ana Lima agreed on /).waitFor();
  await page.getByRole("textbox", { name: "Search decisions" }).fill("opening day");
  await page.getByText("1 of 2 decisions").waitFor();
  await record.getByRole("button", { name: "Rent an oven" }).click();
  await page.getByRole("article", { name: "Rent an oven" }).getByText("In force").waitFor();
  await goTo(page, /^Outline/);
  await page.getByRole("row").filter({ hasText: "Idea" }).first().click();
  const lines = page.getByRole("list", { name: "Issues and decisions" });
  await lines.getByText("Rent an oven").waitFor();
  expect(await lines.getByText("Pay half up front").count()).toBe(0);
});
