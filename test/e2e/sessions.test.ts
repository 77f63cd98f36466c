/** A session run by keyboard alone: opened, noted, killed in the middle, gone on with, closed and printed. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveApp } from "#electron/host/server.ts";
import { must } from "#shared/domain/result.ts";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { type RawBrowser, removeProfile, startRawBrowser, waitUntilSaved } from "#test/support/story.ts";

let profile: string;
let app: { readonly url: string; close(): Promise<void> };
let browser: RawBrowser;

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), "groundwork-session-"));
  app = must(await serveApp({ dir: "dist/renderer", port: 0, host: "127.0.0.1" }));
});
afterEach(async () => {
  await browser.close();
  await app.close();
  await removeProfile(profile);
});

async function draft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "CEO", exact: true }).fill("Ana Lima");
  await page.getByRole("textbox", { name: "COO", exact: true }).fill("Bo Chen");
  await page.keyboard.press("Enter");
  await page.getByRole("treegrid").waitFor();
}

const agenda = (page: Page) => page.getByRole("navigation", { name: "Agenda" });
const isPresent = (page: Page, name: string) =>
  page
    .getByRole("textbox", { name: `Notes on ${name}` })
    .and(page.locator(":focus"))
    .waitFor();

/** From any screen into the fourth item, with notes, an action, an issue and a decision, by keys only. */
async function takeNotes(page: Page): Promise<void> {
  const { keyboard } = page;
  await page.evaluate("window.presses = 0; addEventListener('pointerdown', () => window.presses++, true)");
  await keyboard.press("Control+Shift+M");
  await isPresent(page, "Check-in");
  await keyboard.type("Both rested.");
  await keyboard.press("Control+.");
  await isPresent(page, "What changed");
  await keyboard.press("Control+.");
  await isPresent(page, "Gates");
  await keyboard.press("Control+.");
  await isPresent(page, "Overdue and waiting on");
  await keyboard.type("The landlord is slow.\n> Bo: call the landlord by +10d\nMore next time.");
  await page.getByText("1 action handed over.").waitFor();
  await keyboard.press("Control+u");
  await page.getByRole("dialog").waitFor();
  await keyboard.type("Who pays the deposit?");
  await keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await keyboard.press("Control+Shift+A");
  await page.getByRole("textbox", { name: "Who does what by when" }).and(page.locator(":focus")).waitFor();
  await keyboard.type("Ana: sign the lease by +3d\n");
  await page.getByText("Handed to Ana Lima").waitFor();
  await keyboard.press("Control+e");
  await page.getByRole("dialog").getByRole("textbox", { name: "What is decided?" }).waitFor();
  await keyboard.type("Pay half up front");
  await keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await page.evaluate("window.presses")).toBe(0);
  expect(await seriousProblems(page), "session").toEqual([]);
  await keyboard.press("Control+1");
  await page.getByRole("button", { name: /^Session, .*Overdue and waiting on$/ }).waitFor();
  await waitUntilSaved(page);
}

/** Instead of the print dialog: what stands on the pages, which are laid out for paper only. */
const CATCH_PRINT = `window.print = () => {
  document.documentElement.removeAttribute("data-unseen");
  window.top.printedWords = document.body.innerText;
};`;

async function printedWords(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Open the print dialog" }).click();
  const words = async (): Promise<string> => String(await page.evaluate("window.printedWords ?? ''"));
  await expect.poll(words, { timeout: 15_000 }).not.toBe("");
  return (await words()).replace(/\s+/g, " ");
}

it("comes back whole after a kill, is closed as one step and printed", async () => {
  browser = await startRawBrowser(profile, app.url);
  await draft(browser.page);
  await takeNotes(browser.page);
  await browser.kill();

  browser = await startRawBrowser(profile, app.url);
  const { page } = browser;
  await page.context().addInitScript(CATCH_PRINT);
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await page.getByRole("button", { name: /^Session, .*Overdue and waiting on$/ }).waitFor();
  await page.keyboard.press("Control+Shift+1");
  const notes = page.getByRole("textbox", { name: "Notes on Overdue and waiting on" });
  expect(await notes.inputValue()).toMatch(
    /^The landlord is slow\.\n→ Bo Chen: Call the landlord by \d+ [A-Z][a-z]+ \d{4}\nMore next time\.$/,
  );
  expect(await agenda(page).getByRole("checkbox", { checked: true }).count()).toBe(3);
  await agenda(page).getByText("10 min left").waitFor();

  await page.getByRole("textbox", { name: "Add to the agenda" }).focus();
  await page.keyboard.type("The oven\n");
  await agenda(page).getByText("The oven").waitFor();
  await page.keyboard.press("Control+.");
  await page.getByRole("row", { name: /Who pays the deposit/ }).waitFor();
  await page.keyboard.press("Control+Shift+L");
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/was not reached to .*: The oven\./).waitFor();
  expect(await seriousProblems(page), "closing").toEqual([]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  const words = await printedWords(page);
  for (const said of [
    "With Ana Lima, Bo Chen",
    "Bo Chen",
    "Call the landlord",
    "Sign the lease",
    "Pay half up front",
    "Carried over The oven",
  ])
    expect(words).toContain(said);

  await page.getByRole("button", { name: "All sessions" }).click();
  await page.getByRole("list", { name: "Sessions held" }).getByText("2 tasks handed over").waitFor();
  await page
    .getByRole("list", { name: "Planned sessions" })
    .getByText(/1 carried over/)
    .waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("region", { name: "Open session" }).waitFor();
  await waitUntilSaved(page);
});
