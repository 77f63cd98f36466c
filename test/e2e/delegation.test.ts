/** Work is handed over, acknowledged, left until its follow-up has passed, followed up, done, and taken back again. */
import { afterEach, expect, it } from "vitest";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

type Page = Story["page"];

async function onDay(page: Page, day: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${day}T09:00:00Z`));
  await page.reload();
  await page.getByRole("main").waitFor();
}

function row(page: Page, name: string) {
  return page.getByRole("row").filter({ hasText: name }).first();
}

async function goTo(page: Page, view: string): Promise<void> {
  const nav = page.getByRole("navigation", { name: "Roadmap" });
  await nav.getByRole("button", { name: view, exact: true }).click();
}

async function personPage(page: Page, name: string) {
  await goTo(page, "People");
  await page.getByRole("option", { name: new RegExp(name) }).click();
  return page.getByRole("article", { name });
}

async function draft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "CEO", exact: true }).fill("Ana Lima");
  await page.getByRole("textbox", { name: "COO", exact: true }).fill("Bo Chen");
  await page.getByRole("textbox", { name: "Start date" }).fill("2027-03-01");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await row(page, "Idea").click();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Sign the lease");
  await page.keyboard.press("Escape");
}

/** By keyboard alone. */
async function handOver(page: Page): Promise<void> {
  await row(page, "Sign the lease").click();
  await page.keyboard.press("Control+g");
  const dialog = page.getByRole("dialog", { name: "Hand over" });
  await dialog.waitFor();
  expect(await seriousProblems(page), "hand over").toEqual([]);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /Bo Chen/ }).waitFor();
  await page.keyboard.type("bo");
  await page.keyboard.press("Enter");
  await dialog.getByText("Bo Chen asks Ana Lima for advice first, then decides.").waitFor();
  expect(await dialog.getByRole("textbox", { name: "Follow up on" }).inputValue()).toBe("8 Mar 2027");
  await dialog.getByRole("button", { name: "Hand over" }).focus();
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
}

it("delegates, is acknowledged, ages past the follow-up, is closed, and undone after a restart", async () => {
  story = await tellStory();
  let { page } = story;
  await onDay(page, "2027-03-01");
  await draft(page);
  await handOver(page);
  await page.getByText("It stays with Ana Lima until Bo Chen acknowledges it.").waitFor();

  const bo = await personPage(page, "Bo Chen");
  expect(await seriousProblems(page), "to do now").toEqual([]);
  await bo.getByRole("button", { name: "Acknowledge: Sign the lease" }).click();
  await bo.getByRole("list", { name: "To do now" }).getByText("Sign the lease").waitFor();
  const ana = await personPage(page, "Ana Lima");
  await ana.getByText("Nothing to do now.").waitFor();
  await ana.getByRole("list", { name: "Waiting on" }).getByText("Follow up 8 Mar").waitFor();
  await ana.getByRole("button", { name: "This is me" }).click();
  await waitUntilSaved(page);

  await onDay(page, "2027-03-15");
  await page.getByRole("article", { name: "Ana Lima" }).waitFor();
  await page.getByRole("list", { name: "Waiting on" }).getByText("14 days").waitFor();
  await page.getByText("Follow up with Bo Chen: due 7 days ago").waitFor();
  expect(await seriousProblems(page), "waiting on").toEqual([]);
  await page.getByRole("button", { name: "Followed up: Sign the lease" }).click();
  await page.getByText("Nothing to do now.").waitFor();
  await page.getByRole("list", { name: "Waiting on" }).getByText("Follow up 22 Mar").waitFor();

  await goTo(page, "Outline");
  await row(page, "Sign the lease").click();
  await page.keyboard.press("Control+Shift+d");
  await goTo(page, "People");
  await page.getByRole("article", { name: "Ana Lima" }).waitFor();
  expect(await page.getByRole("list", { name: "Waiting on" }).count()).toBe(0);
  await waitUntilSaved(page);

  story = await story.restart();
  ({ page } = story);
  await onDay(page, "2027-03-15");
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await page.getByRole("article", { name: "Ana Lima" }).waitFor();
  const waiting = page.getByRole("list", { name: "Waiting on" });
  for (const left of ["Follow up 22 Mar", "Follow-up due 7 days ago", "Not acknowledged yet"]) {
    await page.keyboard.press("Control+z");
    await waiting.getByText(left).waitFor();
  }
  await page.keyboard.press("Control+z");
  await waiting.waitFor({ state: "hidden" });
});
