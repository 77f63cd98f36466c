/** Public holidays of a country: read only when asked for, taken, kept after a restart, and in the way of work. */
import { afterEach, expect, it } from "vitest";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

async function pick(page: Story["page"], field: RegExp, typed: string): Promise<void> {
  await page.getByRole("button", { name: field }).click();
  await page.getByRole("textbox", { name: field }).fill(typed);
  await page.keyboard.press("Enter");
}

it("moves work off the public holidays of a country that is chosen, and back with one undo", async () => {
  story = await tellStory({ timezoneId: "Asia/Kolkata" });
  const { page } = story;
  const read: string[] = [];
  page.on("request", (request) => read.push(request.url()));
  await page.reload();
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "Start date" }).fill("2027-05-03");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await page.getByRole("row").filter({ hasText: "Idea" }).first().click();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Sign the lease");
  await page.keyboard.press("Escape");
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("textbox", { name: /^Start/ }).fill("2027-05-06");
  await page.keyboard.press("Enter");

  await page.keyboard.press("Control+,");
  expect(read.filter((url) => url.includes("publicHolidays"))).toEqual([]);
  await page.getByRole("tab", { name: "Public holidays" }).click();
  await pick(page, /^Country/, "germany");
  await page.getByText("1 item falls on a day off and will move.").waitFor();
  await page.getByRole("button", { name: "Use these holidays" }).click();
  await page.getByRole("button", { name: "Remove public holidays" }).waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate("!!document.activeElement.closest('[role=dialog]')")).toBe(true);
  await page.keyboard.press("Escape");
  const row = () => page.getByRole("row").filter({ hasText: "Sign the lease" }).first();
  await expect.poll(() => row().innerText()).toContain("7 May");
  await waitUntilSaved(page);

  story = await story.restart();
  const again = story.page;
  await again.getByRole("list", { name: "Roadmaps" }).getByText("Corner Pizza").first().click();
  await again.getByRole("row").filter({ hasText: "Sign the lease" }).first().click();
  await again.keyboard.press("Control+,");
  await again.getByRole("tab", { name: "Public holidays" }).click();
  await again.getByRole("button", { name: "Country: Germany" }).waitFor();
  await again.keyboard.press("Escape");
  await again.getByRole("dialog").waitFor({ state: "hidden" });
  await again.keyboard.press("Control+z");
  const back = again.getByRole("row").filter({ hasText: "Sign the lease" }).first();
  await expect.poll(() => back.innerText()).toContain("6 May");
});
