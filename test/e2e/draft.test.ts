/** The main job: from an empty profile to a drafted roadmap, by keyboard; close the lid; open it the next day. */
import { afterEach, expect, it } from "vitest";
import { openExample, type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

async function startRoadmap(page: Story["page"], company: string): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill(company);
  await page.getByLabel("The CEO’s vision").fill("The best slice in town, then in every town.");
  await page.getByLabel("CEO", { exact: true }).fill("Ana Lima");
  await page.getByLabel("COO", { exact: true }).fill("Tom Beck");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: company }).waitFor();
}

function row(page: Story["page"], name: string) {
  return page.getByRole("treegrid").getByRole("row").filter({ hasText: name }).first();
}

it("is drafted, kept over a restart, and undone after it", async () => {
  story = await tellStory({ timezoneId: "Asia/Kolkata" });
  await startRoadmap(story.page, "Corner Pizza");
  for (const stage of ["Idea", "First customer", "Customer base", "Scale"])
    await row(story.page, stage).waitFor();

  const { page } = story;
  await row(page, "Idea").click();
  await page.keyboard.press("Control+Shift+Enter");
  await page.keyboard.type("Recipe settled");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Bake forty test pizzas");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ask thirty neighbours");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Write down the recipe");
  await page.keyboard.press("Escape");
  await waitUntilSaved(page);
  expect(await row(page, "Ask thirty neighbours").innerText()).toContain("1.1.2");

  story = await story.restart();
  const names = [
    "Recipe settled",
    "Bake forty test pizzas",
    "Ask thirty neighbours",
    "Write down the recipe",
  ];
  await story.page.getByRole("heading", { name: "Roadmaps" }).waitFor();
  await story.page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  for (const name of names) await row(story.page, name).waitFor();

  await row(story.page, "Idea").click();
  await story.page.keyboard.press("Control+z");
  await row(story.page, "Write down the recipe").waitFor({ state: "detached" });
  await row(story.page, "Ask thirty neighbours").waitFor();
  await story.page.keyboard.press("Control+Shift+z");
  await story.page.keyboard.press("Control+Shift+z");
  await row(story.page, "Write down the recipe").waitFor();
});

it("keeps the same address over a reload, and the same view", async () => {
  story = await tellStory();
  const { page } = story;
  await openExample(page, /Pizza shop/);
  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: "Timeline" }).click();
  await page.getByRole("main", { name: "timeline" }).waitFor();
  await waitUntilSaved(page);
  await page.reload();
  await page.getByRole("main", { name: "timeline" }).waitFor();
  await page.goBack();
  await page.getByRole("main", { name: "outline" }).waitFor();
});
