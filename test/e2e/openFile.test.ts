/** Files: a real GanttProject plan comes in to the day, a copy goes out and comes back, and broken files change nothing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { afterEach, expect, it } from "vitest";
import { formatDay } from "#shared/domain/day.ts";
import {
  bringIn,
  openExample,
  openFile,
  type Story,
  tellStory,
  waitUntilSaved,
} from "#test/support/story.ts";

const HOUSE = "test/fixtures/gan/HouseBuildingSample.gan";

let story: Story;
afterEach(() => story.close());

interface GanTask {
  readonly "@name": string;
  readonly "@start": string;
  readonly task?: GanTask | GanTask[];
}

/** An independent reading of the source: every task's name and start, in order. */
function tasksInFile(): { name: string; start: string }[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@" });
  const read = (tasks: GanTask | GanTask[] | undefined): { name: string; start: string }[] =>
    [tasks ?? []]
      .flat()
      .flatMap((task) => [{ name: task["@name"].trim(), start: task["@start"] }, ...read(task.task)]);
  return read(parser.parse(readFileSync(HOUSE, "utf8")).project.tasks.task);
}

/** Each link is a line and an arrow head; one that crosses two tiles of the drawing is drawn in both. */
const COUNT_ARROWS = `(() => {
  const arrows = new Set();
  for (const svg of document.querySelectorAll('[role="treegrid"] svg[width][height]')) {
    if (svg.style.display === "none") continue;
    const { e: left, f: top } = new DOMMatrix(svg.style.transform);
    for (const path of svg.querySelectorAll("path")) {
      for (const [, x1, y1, x2, y2] of (path.getAttribute("d") ?? "").matchAll(/M([\\d.-]+) ([\\d.-]+)[^M]*M([\\d.-]+) ([\\d.-]+)/g)) {
        arrows.add([+x1 + left, +y1 + top, +x2 + left, +y2 + top].map(Math.round).join());
      }
    }
  }
  return arrows.size;
})()`;

function linksInFile(): number {
  return readFileSync(HOUSE, "utf8").split("<depend ").length - 1;
}

it.each(["America/Los_Angeles", "Asia/Kolkata"])(
  "brings the sample house in, to the day, in %s",
  async (timezoneId) => {
    story = await tellStory({ timezoneId, viewport: { width: 1700, height: 1400 } });
    const { page } = story;
    await page.getByRole("heading", { name: "Roadmaps" }).waitFor();
    await openFile(page, HOUSE);
    const preview = page.getByRole("dialog", { name: /^Bring in “HouseBuildingSample.gan”/ });
    await preview.getByText("Pay rates of 6 people").waitFor();
    expect(await preview.innerText()).toMatch(/A plan from GanttProject 3.3.*From 27 May 2024 to/s);
    await preview.getByRole("button", { name: "Bring in" }).click();
    const grid = page.getByRole("treegrid");
    for (const { name, start } of tasksInFile()) {
      const row = grid
        .getByRole("row")
        .filter({ has: page.getByText(name, { exact: true }) })
        .first();
      await row.waitFor();
      expect(await row.innerText(), name).toContain(formatDay(start, "short"));
    }
    await waitUntilSaved(page);
    await page.getByRole("button", { name: "Timeline" }).click();
    await page.getByRole("button", { name: "Fit", exact: true }).click();
    const drawn = (): Promise<number> => page.evaluate(COUNT_ARROWS);
    await expect.poll(drawn, { timeout: 10_000 }).toBe(linksInFile());
  },
);

it("saves a copy as a file that opens again as an equal roadmap", async () => {
  story = await tellStory();
  const { page, profile } = story;
  await page.addInitScript("delete window.showSaveFilePicker");
  await page.reload();
  await openExample(page, /Immigration law office/);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+Shift+s");
  const copy = join(profile, "copy.groundwork");
  await (await download).saveAs(copy);
  const saved = JSON.parse(readFileSync(copy, "utf8"));
  await bringIn(page, copy);
  await page.getByRole("heading", { level: 1, name: /\(2\)$/ }).waitFor();
  await waitUntilSaved(page);
  const downloadAgain = page.waitForEvent("download");
  await page.keyboard.press("Control+Shift+s");
  await (await downloadAgain).saveAs(copy);
  const again = JSON.parse(readFileSync(copy, "utf8"));
  for (const table of ["people", "stages", "milestones", "tasks", "dependencies"]) {
    expect(again[table].length, table).toBe(saved[table].length);
  }
  const plain = (rows: Record<string, unknown>[]) =>
    rows.map(({ name, start, date }) => `${start ?? date} ${name}`).sort();
  expect(plain(again.tasks)).toEqual(plain(saved.tasks));
  expect(plain(again.milestones)).toEqual(plain(saved.milestones));
});

it("says in a sentence what is wrong with a file, and changes nothing", async () => {
  story = await tellStory();
  const { page, profile } = story;
  await page.getByRole("heading", { name: "Roadmaps" }).waitFor();
  const cases: [name: string, text: string, sentence: RegExp][] = [
    ["empty.groundwork", "", /empty/i],
    [
      "cut.groundwork",
      '{"format":"groundwork","version":1,"roadmap":{',
      /incomplete|cut|damaged|broken|JSON/i,
    ],
    ["other.groundwork", '{"hello":"world"}', /not a Groundwork/i],
    ["newer.groundwork", '{"format":"groundwork","version":999}', /newer/i],
    [
      "cut.gan",
      '<?xml version="1.0"?><project name="x"><tasks><task',
      /GanttProject|XML|broken|incomplete|damaged/i,
    ],
    ["notes.txt", "Buy flour", /\.groundwork/],
  ];
  for (const [name, text, sentence] of cases) {
    const path = join(profile, name);
    writeFileSync(path, text);
    await openFile(page, path);
    const dialog = page.getByRole("alertdialog");
    await dialog.waitFor();
    expect(await dialog.innerText(), name).toMatch(sentence);
    await dialog.getByRole("button", { name: "OK" }).click();
    await dialog.waitFor({ state: "hidden" });
  }
  await page.getByRole("heading", { name: "How does the business grow from here?" }).waitFor();
});
