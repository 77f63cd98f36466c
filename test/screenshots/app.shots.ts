/** Pictures of every screen, light and dark, and of the printed plan on a page. Some stand in the README. */
import { mkdirSync } from "node:fs";
import { it } from "vitest";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

const FOLDER = "docs/images";
/** The examples are told on this day, so the pictures do not change from day to day. */
const STORY_DAY = new Date("2026-11-23T09:00:00Z");

async function show(page: Story["page"], view: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Roadmap" })
    .getByRole("button", { name: view, exact: true })
    .click();
  await page.waitForTimeout(400);
}

it.each(["light", "dark"] as const)("takes the screens in %s", async (colorScheme) => {
  mkdirSync(FOLDER, { recursive: true });
  const story = await tellStory({ colorScheme });
  const { page } = story;
  await page.clock.setFixedTime(STORY_DAY);
  await page.reload();
  const shoot = (name: string) => page.screenshot({ path: `${FOLDER}/${name}-${colorScheme}.png` });
  await page.getByRole("button", { name: /Immigration law office/ }).click();
  await waitUntilSaved(page);
  await page.getByRole("button", { name: "All roadmaps" }).click();
  await page.getByRole("button", { name: /Pizza shop/ }).click();
  await waitUntilSaved(page);
  await page.getByRole("row").filter({ hasText: "All building permits issued" }).first().click();
  await page.mouse.move(640, 790);
  await page.waitForTimeout(300);
  await shoot("outline");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Crew of thirteen");
  await page.keyboard.press("Enter");
  await show(page, "Timeline");
  await page.getByRole("button", { name: "Quarters" }).click();
  await page.waitForTimeout(400);
  await shoot("timeline");
  await show(page, "People");
  await shoot("people");
  await page.getByRole("button", { name: "All roadmaps" }).click();
  await page.waitForTimeout(500);
  await shoot("home");
  await story.close();
});
