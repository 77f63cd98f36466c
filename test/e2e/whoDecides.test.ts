/** A task beyond someone's right to decide is caught, mended in a click, undone, and still there after a restart. */
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
}

/** The usual matters, and up to 5,000 at once for spending. */
async function agree(page: Page): Promise<void> {
  await goTo(page, /^Who decides/);
  await page.getByRole("button", { name: "Start with the usual matters" }).click();
  await page.getByRole("row", { name: "Spending" }).click();
  const matter = page.getByRole("complementary", { name: "Matter" });
  await matter.getByRole("textbox", { name: "Up to what amount at once" }).fill("5,000");
  await page.keyboard.press("Enter");
  await page.getByRole("row", { name: "Spending" }).getByText("up to $5,000").waitFor();
  expect(await seriousProblems(page), "who decides").toEqual([]);
}

async function spend(page: Page): Promise<void> {
  await goTo(page, /^Outline/);
  await page.getByRole("row").filter({ hasText: "Idea" }).first().click();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Buy the oven");
  await page.keyboard.press("Escape");
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("button", { name: /^Answers for it/ }).click();
  await page.getByRole("option", { name: /Bo Chen/ }).click();
  await details.getByRole("button", { name: "Decides about…" }).click();
  await page.getByRole("option", { name: "Spending" }).click();
  await details.getByRole("textbox", { name: "Commits, an amount" }).fill("8k");
  await page.keyboard.press("Enter");
}

it("is caught, handed to who may decide, taken back, and caught again after a restart", async () => {
  story = await tellStory();
  let { page } = story;
  await draft(page);
  await agree(page);
  await spend(page);
  const sentence = "Bo Chen decides about Spending up to $5,000; “Buy the oven” commits $8,000.";
  await page.getByText(sentence).last().waitFor();
  await page.getByTitle(`Not theirs to decide: ${sentence}`).waitFor();
  expect(await seriousProblems(page), "details").toEqual([]);

  await page.getByRole("button", { name: "Give to Ana Lima, who may decide: Buy the oven" }).click();
  await page.getByText(sentence).last().waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Answers for it: Ana Lima" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText(sentence).last().waitFor();
  await waitUntilSaved(page);

  story = await story.restart();
  ({ page } = story);
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await goTo(page, /1 not theirs to decide/);
  const outside = page.getByRole("region", { name: "Not theirs to decide" });
  await outside.getByText(sentence).waitFor();
  await outside.getByRole("button", { name: "Raise the limit to $8,000: Buy the oven" }).click();
  await outside.waitFor({ state: "hidden" });
  await page.getByRole("row", { name: "Spending" }).getByText("up to $8,000").waitFor();
});
