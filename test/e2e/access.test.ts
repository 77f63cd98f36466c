/** Every screen, light and dark, read by axe: nothing serious or critical. */

import type { Page } from "playwright-core";
import { afterEach, expect, it } from "vitest";
import { seriousProblems as problemsOn } from "#test/support/browserAxe.ts";
import { openExample, type Story, tellStory } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

/** Light, then dark, where names and roles are the same and what can differ is contrast. */
async function seriousProblems(page: Page): Promise<string[]> {
  const inLight = await problemsOn(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await problemsOn(page, ["color-contrast"]);
  await page.emulateMedia({ colorScheme: "light" });
  return [...inLight, ...inDark.map((problem) => `in the dark: ${problem}`)];
}

it("finds nothing serious on any screen in light or dark", async () => {
  story = await tellStory();
  const { page } = story;
  await page.getByRole("heading", { name: "Roadmaps" }).waitFor();
  expect(await seriousProblems(page), "home, empty").toEqual([]);
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await seriousProblems(page), "new roadmap").toEqual([]);
  await page.keyboard.press("Escape");

  await openExample(page, /Pizza shop/);
  await page.getByRole("row").nth(3).click();
  await page.getByRole("button", { name: "More about dates" }).click();
  expect(await seriousProblems(page), "outline and details").toEqual([]);
  await page.getByRole("button", { name: "Choose columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Promised" }).click();
  expect(await seriousProblems(page), "columns to choose").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^As of/ }).click();
  await page.getByRole("dialog", { name: "As of" }).waitFor();
  expect(await seriousProblems(page), "as of").toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+5");
  await page.getByRole("row", { name: /food safety log/ }).click();
  await page.getByRole("button", { name: /Every Tuesday and Friday/ }).click();
  await page.getByRole("option", { name: "Another rhythm…" }).click();
  expect(await seriousProblems(page), "routines").toEqual([]);
  for (const view of [
    "Sessions",
    "Vision",
    "Timeline",
    "People",
    "Load",
    "CEO and COO",
    "Workflows",
    "Issues",
    "Decisions",
    "Who decides",
    "What changed",
    "Fresh eyes",
    "Bin",
  ]) {
    const nav = page.getByRole("navigation", { name: "Roadmap" });
    await nav.getByRole("button", { name: new RegExp(`^${view}`) }).click();
    await page.waitForTimeout(200);
    expect(await seriousProblems(page), view).toEqual([]);
  }
  await page.keyboard.press("Control+1");
  await page.keyboard.press("Control+b");
  await page.getByRole("button", { name: "Freeze the plan as it is now" }).click();
  expect(await seriousProblems(page), "baselines").toEqual([]);
  await page
    .getByRole("button", { name: /^Compare with / })
    .first()
    .click();
  await page.getByRole("row").nth(3).click();
  await page.keyboard.press("Delete");
  expect(await seriousProblems(page), "compared").toEqual([]);
  await page.getByRole("button", { name: /^Compared with/ }).click();
  expect(await seriousProblems(page), "what moved").toEqual([]);
  await page.keyboard.press("Escape");
  for (const [keys, what] of [
    ["Control+k", "palette"],
    ["Control+/", "shortcuts"],
    ["Control+,", "details"],
    ["Control+p", "export"],
  ] as const) {
    await page.keyboard.press(keys);
    await page.getByRole("dialog").waitFor();
    expect(await seriousProblems(page), what).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await page.keyboard.press("Control+,");
  for (const part of ["Working days", "Public holidays"]) {
    await page.getByRole("tab", { name: part }).click();
    await page.getByText(part === "Working days" ? "Working week" : "Choose a country").waitFor();
    expect(await seriousProblems(page), part).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "All roadmaps" }).click();
  await page.getByRole("list", { name: "Roadmaps" }).waitFor();
  expect(await seriousProblems(page), "home").toEqual([]);
});
