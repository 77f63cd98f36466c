/** Too much in one week is found, given to somebody from its bar, seen beforehand, and taken back. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { aPlan, FIRST_INSTANT } from "#test/support/builders.ts";
import { bringIn, type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
const folder = mkdtempSync(join(tmpdir(), "groundwork-load-"));
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await story.close();
});

const PLAN = aPlan({
  people: [{ name: "Ana Lima" }, { name: "Bo Chen" }],
  routines: [{ name: "Count the cash", rule: "FREQ=WEEKLY", minutes: 120, ownerId: "Ana Lima" }],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Write the menu", durationDays: 5, effortHours: 44, does: ["Ana Lima"] },
        { task: "Call suppliers", durationDays: 5, effortHours: 6, does: ["Ana Lima"] },
        { task: "Draw the plan", durationDays: 5, effortHours: 20, does: ["Bo Chen"] },
      ],
    },
  ],
});

it("finds who has too much, gives some of it away from the bar, and takes that back", async () => {
  const path = join(folder, "plan.groundwork");
  writeFileSync(path, serialiseDocument(PLAN, { exportedAt: FIRST_INSTANT }));
  story = await tellStory({ timezoneId: "America/Los_Angeles" });
  const { page } = story;
  await page.clock.setFixedTime("2027-01-05T18:00:00Z");
  await page.reload();
  await page.getByRole("heading", { name: "Roadmaps" }).waitFor();
  await bringIn(page, path);
  await page.getByRole("heading", { level: 1, name: PLAN.roadmap.name }).waitFor();
  await waitUntilSaved(page);
  await page.keyboard.press("Control+7");
  await page.getByRole("button", { name: "Ana Lima", exact: true }).click();
  const panel = page.getByRole("complementary", { name: "Week" });
  const cell = (name: RegExp) => page.getByRole("gridcell", { name });
  await cell(/Ana Lima, week of 4 Jan: 52 of 40 hours, 12 h over/).waitFor();
  await panel.getByRole("button", { name: "Change Call suppliers" }).click();
  const foreseen = panel.getByRole("list", { name: "What “Give it to Bo Chen” does" });
  await expect
    .poll(() => foreseen.allInnerTexts())
    .toEqual(["Ana Lima: 52 → 46 of 40, 6 over\nBo Chen: 20 → 26 of 40"]);
  expect(await seriousProblems(page), "a week taken apart").toEqual([]);
  await panel.getByRole("button", { name: "Give it to Bo Chen" }).click();
  await cell(/Bo Chen, week of 4 Jan: 26 of 40 hours/).waitFor();
  await page.keyboard.press("Control+z");
  await cell(/Bo Chen, week of 4 Jan: 20 of 40 hours/).waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });

  await page.keyboard.press("End");
  const last = cell(/Ana Lima, week of 3 Jan 2028/);
  await expect.poll(() => last.evaluate((element) => element === document.activeElement)).toBe(true);
  const box = await last.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
  await page.getByRole("button", { name: "This week" }).click();
  await cell(/Ana Lima, week of 4 Jan: /).waitFor();
});
