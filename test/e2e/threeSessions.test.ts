/** Three sessions in three months of one plan: what each is told, decides, freezes and prints. */
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterEach, expect, it } from "vitest";
import { printPdf } from "#electron/export/printPdf.ts";
import { parseDocument } from "#shared/document/parse.ts";
import { must } from "#shared/domain/result.ts";
import { lastClosed } from "#shared/domain/sessions.ts";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

type Page = Story["page"];

const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name }).first();

async function goTo(page: Page, view: RegExp): Promise<void> {
  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: view }).click();
}

/** The app as it is started on a morning, with the plan open in the outline. */
async function onTheDay(page: Page, day: string): Promise<void> {
  await page.clock.setFixedTime(`${day}T09:00:00Z`);
  await page.goto(story.url);
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await goTo(page, /^Outline/);
  await row(page, "Idea").waitFor();
}

async function add(page: Page, under: string, keys: string, name: string): Promise<void> {
  await row(page, under).click();
  await page.keyboard.press(keys);
  await page.keyboard.type(name);
  await page.keyboard.press("Escape");
  await row(page, name).waitFor();
}

async function setField(page: Page, name: string, field: RegExp, to: string): Promise<void> {
  await row(page, name).click();
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("textbox", { name: field }).first().fill(to);
  await page.keyboard.press("Enter");
}

async function draft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByRole("textbox", { name: "CEO", exact: true }).fill("Ana Lima");
  await page.getByRole("textbox", { name: "COO", exact: true }).fill("Bo Chen");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await add(page, "Idea", "Control+Shift+Enter", "Lease signed");
  await setField(page, "Lease signed", /^Date/, "2027-03-12");
  await add(page, "Idea", "Control+Enter", "Choose tiles");
  await setField(page, "Choose tiles", /^Start/, "2027-02-15");
  await add(page, "Idea", "Control+Enter", "Ask twenty people");
  await row(page, "Idea").click();
  await page.getByRole("button", { name: "Start with 5 usual criteria" }).click();
}

async function reach(page: Page, item: string): Promise<void> {
  await page.getByRole("navigation", { name: "Agenda" }).getByRole("button", { name: item }).first().click();
  await page.getByRole("textbox", { name: `Notes on ${item}` }).waitFor();
}

async function decideGate(page: Page, verdict: string, note: string): Promise<void> {
  await reach(page, "Gates");
  const gate = page.getByRole("list", { name: "Gates" }).getByRole("listitem").first();
  await gate
    .getByRole("button", { name: /Decide/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Gate of Idea" });
  await dialog.getByRole("radio", { name: new RegExp(`^${verdict}`) }).check({ force: true });
  await dialog.getByRole("textbox", { name: /Note|Why/ }).fill(note);
  await dialog.getByRole("button", { name: `Record ${verdict}` }).click();
  await dialog.waitFor({ state: "detached" });
}

/** By keys: the dialog comes with the field for the line in hand. */
async function decide(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+e");
  await page.getByRole("dialog").getByRole("textbox", { name: "What is decided?" }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function start(page: Page): Promise<void> {
  await page.keyboard.press("Control+Shift+M");
  await page.getByRole("textbox", { name: "Notes on Check-in" }).waitFor();
}

async function closeSession(page: Page, frozenAs: string): Promise<void> {
  await page.keyboard.press("Control+Shift+L");
  await page.getByRole("dialog").getByText(`Freezes the plan as the baseline “${frozenAs}”.`).waitFor();
  await page.getByRole("button", { name: "Close session", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await waitUntilSaved(page);
}

/** What the list of changes says now, a line each, as it is read out. */
async function changeLines(page: Page): Promise<string[]> {
  const lines = page.locator("[data-line]");
  await lines.first().waitFor();
  return (await lines.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
}

async function baselines(page: Page): Promise<string[]> {
  await page.keyboard.press("Control+b");
  const names = page.getByRole("dialog").getByRole("button", { name: /^Compare with / });
  await names.first().waitFor();
  const all = await names.evaluateAll((found) => found.map((one) => one.getAttribute("aria-label") ?? ""));
  await page.keyboard.press("Escape");
  return all.map((label) => label.replace("Compare with ", ""));
}

/** The two pages of the session closed last, printed from the file that the plan travels in. */
async function printed(page: Page, asOf: string): Promise<string[]> {
  await page.evaluate("delete window.showSaveFilePicker; window.showSaveFilePicker = undefined");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Control+Shift+S"),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  const sessionId = lastClosed(must(parseDocument(text)))?.id ?? null;
  const options = { paper: "A4", asOf, part: "session", sessionId };
  const { pdf } = must(await printPdf({ document: JSON.parse(text), options }, "dist/renderer"));
  const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= read.numPages; n++) {
    const { items } = await (await read.getPage(n)).getTextContent();
    const words = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""));
    pages.push(words.join("").replace(/\s+/g, " "));
  }
  return pages;
}

async function firstSession(page: Page): Promise<void> {
  await start(page);
  await decideGate(page, "Hold", "Ask twenty more people");
  await reach(page, "Decisions");
  await decide(page, "Buy an oven");
  await reach(page, "Overdue and waiting on");
  await page.getByRole("textbox", { name: /^Notes on Overdue/ }).click();
  await page.keyboard.type("> Bo: call the landlord by +10d\n");
  await page.getByText("1 action handed over.").waitFor();
  await closeSession(page, "Session of 4 Jan 2027");
}

/** Slips, drops and moves, then a session that hears of them and thinks better of the oven. */
async function secondSession(page: Page): Promise<void> {
  await setField(page, "Lease signed", /^Date/, "2027-03-19");
  await row(page, "Choose tiles").click();
  await page.keyboard.press("Delete");
  await add(page, "Idea", "Control+Enter", "Taste the dough");
  await start(page);
  await reach(page, "What changed");
  const lines = await changeLines(page);
  expect(lines.find((line) => line.includes("Lease signed"))).toMatch(/12 Mar → 19 Mar/);
  await page.getByText("Choose tiles").and(page.locator(":visible")).first().waitFor();
  await page.getByText(/1 moved later, .*1 added, 1 deleted/).waitFor();
  await page.getByRole("textbox", { name: "Why Lease signed slipped" }).fill("The landlord is away");
  await page.keyboard.press("Enter");
  await page.getByText("The landlord is away").waitFor();
  await goTo(page, /^Decisions/);
  await page.getByRole("button", { name: "Replace it…" }).click();
  await page.getByRole("textbox", { name: "What is decided, in a line" }).fill("Rent an oven");
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByText("Takes the place of").waitFor();
  await page.getByText("Recorded 1 Feb 2027, in the session of 1 Feb 2027.").waitFor();
  await page.keyboard.press("Control+Shift+1");
  await reach(page, "Overdue and waiting on");
  await page.getByRole("textbox", { name: /^Notes on Overdue/ }).click();
  await page.keyboard.type("> Bo: sign the lease by +3d\n");
  await page.getByText("1 action handed over.").waitFor();
  await closeSession(page, "Session of 1 Feb 2027");
}

async function thirdSession(page: Page): Promise<void> {
  await row(page, "Ask twenty people").click();
  await page.keyboard.press("Control+Shift+d");
  await row(page, "Idea").click();
  const gate = page.getByRole("region", { name: "Gate" });
  await gate.getByRole("checkbox").first().waitFor();
  for (const box of await gate.getByRole("checkbox").all()) await box.check({ force: true });
  await gate.getByText(/^4 of 4 must-haves met/).waitFor();
  await start(page);
  await reach(page, "What changed");
  const lines = await changeLines(page);
  expect(lines.find((line) => line.includes("Ask twenty people"))).toMatch(/done 1 Mar/);
  expect(lines.join("\n")).not.toMatch(/Choose tiles|Lease signed|oven/);
  await decideGate(page, "Go", "");
  await closeSession(page, "Session of 1 Mar 2027");
}

it("plays three sessions of one plan, and each tells, keeps and prints what became of it", async () => {
  story = await tellStory();
  const { page } = story;
  await page.clock.setFixedTime("2027-01-04T09:00:00Z");
  await page.reload();
  await draft(page);
  await firstSession(page);

  await onTheDay(page, "2027-02-01");
  await secondSession(page);
  const [first = "", second = "", ...more] = await printed(page, "2027-02-01");
  expect(more).toEqual([]);
  for (const words of [
    "What changed since 4 Jan 2027",
    "Choose tiles",
    "The landlord is away",
    "Rent an oven",
  ])
    expect(first).toContain(words);
  expect(first).toContain("in place of “Buy an oven”");
  expect(second).toMatch(/Who does what by when.*Bo Chen.*Sign the lease.*4 Feb/);
  expect(second).toContain("→ Bo Chen: Sign the lease by 4 Feb 2027");
  // What January said is January's, and what comes in every session is not carried over.
  expect(second).not.toMatch(/Call the landlord|Carried over/);

  await onTheDay(page, "2027-03-01");
  await thirdSession(page);
  expect(await baselines(page)).toEqual([
    "Session of 1 Mar 2027",
    "Session of 1 Feb 2027",
    "Session of 4 Jan 2027",
  ]);
  const [last = ""] = await printed(page, "2027-03-01");
  expect(last).toMatch(/Gate of Idea.*Go, signed by Ana Lima/);
  expect(last).not.toContain("Choose tiles");

  await goTo(page, /^What changed/);
  await page.getByRole("button", { name: /Since$/ }).click();
  await page
    .getByRole("option", { name: /^The session, 4 Jan/ })
    .first()
    .click();
  const all = (await changeLines(page)).join("\n");
  for (const words of ["12 Mar → 19 Mar", "The landlord is away", "replaced by “Rent an oven”", "gate: go"])
    expect(all).toContain(words);
  await goTo(page, /^Decisions/);
  await page.getByRole("button", { name: "Buy an oven" }).first().click();
  await page.getByRole("article", { name: "Buy an oven" }).getByText("Replaced by").waitFor();
});
