/** Pictures of every screen, light and dark, and of the printed plan on a page. Some stand in the README. */
import { mkdirSync, readFileSync } from "node:fs";
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
  await show(page, "Timeline");
  await page.getByRole("button", { name: "Quarters" }).click();
  await page.getByRole("button", { name: "Today", exact: true }).click();
  await page.mouse.move(900, 500);
  await page.mouse.wheel(0, 544);
  await page.waitForTimeout(400);
  await shoot("timeline");
  await show(page, "People");
  await shoot("people");
  await page.getByRole("button", { name: "All roadmaps" }).click();
  await page.waitForTimeout(500);
  await shoot("home");
  await story.close();
});

it("takes the printed plan on a page", async () => {
  const story = await tellStory({ viewport: { width: 1180, height: 840 } });
  const { page, url } = story;
  await page.goto(`${url}print.html`);
  await page.emulateMedia({ media: "print" });
  const example: unknown = JSON.parse(readFileSync("assets/examples/pizza-shop.groundwork", "utf8"));
  await page.evaluate(
    (request) =>
      (window as unknown as { groundworkPrint: { show(r: unknown): unknown } }).groundworkPrint.show(request),
    { document: example, options: { paper: "A4", asOf: "2026-11-23", sections: ["plan"] } },
  );
  const sheet = page.locator(".plan-page");
  await sheet.evaluate((element) => {
    element.style.breakAfter = "auto";
    document.body.style.padding = "32px";
  });
  const box = await sheet.boundingBox();
  if (!box) throw new Error("the plan on a page is not there");
  const clip = { x: box.x - 32, y: box.y - 32, width: box.width + 64, height: box.height + 56 };
  await page.screenshot({ path: `${FOLDER}/plan-on-a-page.png`, clip });
  await story.close();
});
