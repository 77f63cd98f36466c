/** Dates follow the links: shown before the drop on the timeline, told after an edit, and taken back as one step. */
import { afterEach, expect, it } from "vitest";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

async function draftTwoLinkedTasks(page: Story["page"]): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "Start date" }).fill("2027-03-01");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await page.getByRole("row").filter({ hasText: "Idea" }).first().click();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Sign the lease");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Fit the oven");
  await page.keyboard.press("Escape");
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("button", { name: "Add what comes first" }).click();
  await page.keyboard.type("lease");
  await page.getByRole("option", { name: /Sign the lease/ }).click();
  await details.getByText("Sign the lease").first().waitFor();
}

function startOf(page: Story["page"], name: string) {
  return page.getByRole("row").filter({ hasText: name }).first();
}

it("moves what waits for an edited task, says why, and undoes both together", async () => {
  story = await tellStory({ timezoneId: "America/Los_Angeles" });
  const { page } = story;
  await draftTwoLinkedTasks(page);
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByText("Why this date").first().waitFor();

  await startOf(page, "Sign the lease").click();
  await details.getByRole("textbox", { name: /^Start/ }).fill("2027-03-08");
  await page.keyboard.press("Enter");
  await page.getByText("1 item after it moved to keep its links.").waitFor();
  expect(await startOf(page, "Fit the oven").innerText()).toContain("15 Mar");
  await waitUntilSaved(page);

  await page.keyboard.press("Control+z");
  await expect.poll(() => startOf(page, "Fit the oven").innerText()).toContain("8 Mar");
  expect(await startOf(page, "Sign the lease").innerText()).toContain("1 Mar");
});

it("shows before the drop what a drag would move, and Escape takes it back", async () => {
  story = await tellStory();
  const { page } = story;
  await draftTwoLinkedTasks(page);
  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: "Timeline" }).click();
  await page.getByRole("button", { name: "Weeks" }).click();
  const bar = page.locator('[class*="bar"][class*="task"]').filter({ hasText: "Sign the lease" }).first();
  const box = await bar.boundingBox();
  if (!box) throw new Error("the bar is not drawn");
  const [x, y] = [box.x + 20, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) await page.mouse.move(x + step * 16, y);
  await page.getByText(/Moves 1 other by \d+ days?/).waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.getByText(/Moves 1 other/).waitFor({ state: "hidden" });
  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: "Outline" }).click();
  expect(await startOf(page, "Sign the lease").innerText()).toContain("1 Mar");
});
