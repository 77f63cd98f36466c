/** A stage's gate is held, then passed; the plan is shown to a room, and put right there, by the keyboard alone. */
import { afterEach, expect, it } from "vitest";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

type Page = Story["page"];

function row(page: Page, name: string) {
  return page.getByRole("row").filter({ hasText: name }).first();
}

async function draft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "CEO", exact: true }).fill("Ana Lima");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  for (const [stage, milestone] of [
    ["Idea", "Somebody wants it"],
    ["First customer", "Oven in"],
  ] as const) {
    await row(page, stage).click();
    await page.keyboard.press("Control+Shift+Enter");
    await page.keyboard.type(milestone);
    await page.keyboard.press("Escape");
  }
}

async function decide(page: Page, verdict: string, note: string): Promise<void> {
  await page.getByRole("button", { name: "Decide…" }).click();
  const dialog = page.getByRole("dialog", { name: "Gate of Idea" });
  await dialog.getByRole("radio", { name: new RegExp(`^${verdict}`) }).check({ force: true });
  await dialog.getByRole("textbox", { name: /Note|Why/ }).fill(note);
  expect(await seriousProblems(page), "decide").toEqual([]);
  await dialog.getByRole("button", { name: `Record ${verdict}` }).click();
  await dialog.waitFor({ state: "detached" });
}

/** Nothing of a page lies outside of it, and everything is large. */
async function fits(page: Page) {
  return page.locator("[data-page]").evaluate((element) => {
    const leaves = [...element.querySelectorAll("*")].filter(
      (leaf) => leaf.children.length === 0 && leaf.textContent?.trim() && leaf.clientWidth > 1,
    );
    return {
      over: element.scrollHeight - element.clientHeight,
      smallest: Math.min(...leaves.map((leaf) => Number.parseFloat(getComputedStyle(leaf).fontSize))),
    };
  });
}

it("holds a gate, passes it, and shows the plan to a room", async () => {
  story = await tellStory();
  let { page } = story;
  await page.clock.setFixedTime("2027-01-04T09:00:00Z");
  await page.reload();
  await draft(page);
  await row(page, "Idea").click();
  const gate = page.getByRole("region", { name: "Gate" });
  await gate.getByRole("button", { name: "Start with 5 usual criteria" }).click();
  await row(page, "Oven in").click();
  await page.keyboard.press("Control+Shift+d");
  await row(page, "Oven in").getByText("Too early", { exact: true }).waitFor();

  await row(page, "Idea").click();
  await decide(page, "Hold", "Ask ten more people");
  await gate.getByText("Hold on 4 Jan 2027, signed by Ana Lima; to be decided again.").waitFor();
  for (const box of await gate.getByRole("checkbox").all()) await box.check({ force: true });
  await gate.getByText(/^4 of 4 must-haves met, 4 without evidence/).waitFor();
  await decide(page, "Go", "");
  await row(page, "Oven in").getByText("Too early", { exact: true }).waitFor({ state: "detached" });
  await row(page, "Idea")
    .getByText(/Gate: Go/)
    .waitFor({ state: "attached" });
  const decided = gate.getByRole("list", { name: "What was decided" }).getByRole("listitem");
  expect(await decided.allInnerTexts()).toEqual([
    expect.stringMatching(/^Go on 4 Jan 2027, signed by Ana Lima\s+4 of 4 must-haves met/),
    expect.stringMatching(/^Hold on 4 Jan 2027.*\s+0 of 4 must-haves met.*\s+Ask ten more people$/),
  ]);
  await waitUntilSaved(page);

  story = await story.restart();
  page = story.page;
  await page.clock.setFixedTime("2027-01-04T09:00:00Z");
  await page.reload();
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await row(page, "Idea").click();
  await page.keyboard.press("Control+Alt+p");
  await page.getByRole("region", { name: "Corner Pizza" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page
    .getByText(/Go on 4 Jan 2027, signed by Ana Lima/)
    .filter({ visible: true })
    .last()
    .waitFor();
  expect(await seriousProblems(page), "a page for a room").toEqual([]);
  const { over, smallest } = await fits(page);
  expect(over).toBeLessThanOrEqual(0);
  expect(smallest).toBeGreaterThanOrEqual(28);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("e");
  await page.keyboard.type("Twenty people want it");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Twenty people want it/ }).press("Enter");
  await page.getByRole("button", { name: /^Twenty people want it.*Reached/, pressed: true }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: /^Twenty people want it/, pressed: false }).waitFor();
  await page.keyboard.press("End");
  await page.getByRole("region", { name: /^Next steps/ }).waitFor();
  await page.keyboard.press("Escape");
  await row(page, "Twenty people want it").waitFor();
  expect(await page.getByRole("main", { name: "Presentation" }).count()).toBe(0);
  await page.getByRole("treegrid").and(page.locator(":focus")).waitFor();
});
