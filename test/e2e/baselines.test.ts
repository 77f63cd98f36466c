/** A plan frozen when it was agreed, and what moved since: seen, taken back, and still there after a restart. */
import { afterEach, expect, it } from "vitest";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

function row(page: Story["page"], name: string) {
  return page.getByRole("row").filter({ hasText: name }).first();
}

/** What the column says of a row. */
async function moved(page: Story["page"], name: string): Promise<string> {
  const text = await row(page, name).locator('[data-column="moved"] [aria-hidden]').innerText();
  return text.replace("\u00a0", " ");
}

async function draft(page: Story["page"]): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "Start date" }).fill("2027-03-01");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await row(page, "Idea").click();
  await page.keyboard.press("Control+Shift+Enter");
  await page.keyboard.type("Lease signed");
  await page.keyboard.press("Escape");
  await row(page, "Idea").click();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Fit the oven");
  await page.keyboard.press("Escape");
}

async function moveTo(page: Story["page"], name: string, field: RegExp, to: string): Promise<void> {
  await row(page, name).click();
  await page.getByRole("complementary", { name: "Details" }).getByRole("textbox", { name: field }).fill(to);
  await page.keyboard.press("Enter");
}

it("freezes, shows what moved, takes it back, and goes on comparing after a restart", async () => {
  story = await tellStory({ timezoneId: "Asia/Kolkata" });
  let { page } = story;
  await draft(page);
  await moveTo(page, "Lease signed", /^Date/, "2027-03-12");
  await moveTo(page, "Fit the oven", /^Start/, "2027-03-02");
  await page.keyboard.press("Control+b");
  await page.getByText("Freeze the plan when you two agree on it.").waitFor();
  await page.keyboard.type("As agreed");
  await page.keyboard.press("Enter");
  await page.getByText("Frozen as “As agreed”.").waitFor();
  await page.getByRole("button", { name: "Compare with As agreed" }).click();
  await page.getByRole("columnheader", { name: "Moved by" }).waitFor();
  expect(await moved(page, "Lease signed")).toBe("0");

  await moveTo(page, "Lease signed", /^Date/, "2027-03-19");
  await expect.poll(() => moved(page, "Lease signed")).toBe("+5 d");
  expect(await moved(page, "Idea")).toBe("+5 d");
  await row(page, "Fit the oven").click();
  await page.keyboard.press("Delete");
  await row(page, "First customer").click();
  await page.keyboard.press("Control+Shift+Enter");
  await page.keyboard.type("First guest");
  await page.keyboard.press("Escape");
  await expect.poll(() => moved(page, "First guest")).toBe("new");

  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: "Timeline" }).click();
  await page
    .getByRole("row", { name: /Lease signed, 19 Mar 2027.*5 days later than in “As agreed”/ })
    .waitFor();
  expect(await page.locator('[class*="_frozen"] > :not([hidden])').count()).toBe(2);

  await page.getByRole("button", { name: /Compared with “As agreed”/ }).click();
  const dialog = page.getByRole("dialog", { name: "What moved since “As agreed”" });
  await dialog.getByRole("button", { name: /Lease signed 12 Mar 2027 → 19 Mar 2027/ }).waitFor();
  await dialog.getByRole("button", { name: /First guest First customer/ }).waitFor();
  await dialog.getByRole("button", { name: /Fit the oven Idea, in the bin/ }).click();
  await page.getByText("Fit the oven").waitFor();
  await waitUntilSaved(page);

  story = await story.restart();
  ({ page } = story);
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await page
    .getByRole("navigation", { name: "Roadmap" })
    .getByRole("button", { name: "Outline", exact: true })
    .click();
  await page.getByRole("button", { name: /Compared with “As agreed”/ }).waitFor();
  expect(await moved(page, "Lease signed")).toBe("+5 d");
  for (let steps = 0; steps < 6 && (await moved(page, "Lease signed")) !== "0"; steps++) {
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(100);
  }
  expect(await moved(page, "Lease signed")).toBe("0");
  expect(await moved(page, "Fit the oven")).toBe("0");
  await page.getByRole("button", { name: "Stop comparing with the baseline" }).click();
  await page.getByRole("columnheader", { name: "Moved by" }).waitFor({ state: "hidden" });
});
