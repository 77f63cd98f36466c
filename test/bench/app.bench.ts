/**
 * The app as a person meets it, in a real browser: opening a stored roadmap, the first painted frame of its
 * timeline, and one edit until it is on disk. References in the same browser: a bare read of the same rows, and a
 * bare strict write of one row.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { bigPlan } from "#test/support/builders.ts";
import { openFile, type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

const ROUNDS = 7;
const lines: string[] = [];

afterAll(() => {
  process.stdout.write(
    `\n${["| What | 1,000 tasks | 10,000 tasks |", "|---|---|---|", ...lines].join("\n")}\n`,
  );
});

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Notes when the grid first has rows and that frame has been painted, in ms since the page began to load. */
const NOTE_FIRST_PAINT = `
  window.firstPaint = new Promise((resolve) => {
    const look = () => {
      if (document.querySelectorAll('[role="treegrid"] [role="row"]').length > 3) {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        requestAnimationFrame(() => channel.port2.postMessage(0));
      } else requestAnimationFrame(look);
    };
    look();
  });
`;

async function openTimes(page: Story["page"]): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await page.reload();
    times.push(await page.evaluate("window.firstPaint"));
  }
  return median(times);
}

/** Reads the same rows with nothing but IndexedDB. */
const BARE_READ = `(async () => {
  const db = await new Promise((resolve, reject) => {
    const open = indexedDB.open("groundwork");
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const started = performance.now();
  const tables = ["stages", "milestones", "tasks", "people", "dependencies"];
  const transaction = db.transaction(tables);
  await Promise.all(tables.map((name) => new Promise((resolve, reject) => {
    const all = transaction.objectStore(name).getAll();
    all.onsuccess = () => resolve(all.result);
    all.onerror = () => reject(all.error);
  })));
  const took = performance.now() - started;
  db.close();
  return took;
})()`;

/** Writes one small row with strict durability and nothing around it. */
const BARE_WRITE = `(async () => {
  const db = await new Promise((resolve, reject) => {
    const open = indexedDB.open("bench-reference", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("rows", { keyPath: "id" });
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const started = performance.now();
  await new Promise((resolve, reject) => {
    const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
    transaction.objectStore("rows").put({ id: "x", at: started });
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  const took = performance.now() - started;
  db.close();
  return took;
})()`;

/** From the key press to the frame that shows it, and to the word "saved". */
const NOTE_EDIT = `
  void (window.editTimes = new Promise((resolve) => {
    let started = 0;
    let painted = 0;
    addEventListener("keydown", () => {
      started = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { painted = performance.now() - started; };
        channel.port2.postMessage(0);
      });
    }, { capture: true, once: true });
    new MutationObserver(() => {
      if (started && document.querySelector('[data-save="saved"]')) {
        const saved = performance.now() - started;
        setTimeout(() => resolve({ painted, saved }), 50);
      }
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-save"] });
  }));
`;

async function editTimes(page: Story["page"]): Promise<{ painted: number; saved: number }> {
  const rounds: { painted: number; saved: number }[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await page.getByRole("treegrid").getByRole("row").nth(4).click();
    await page.evaluate(NOTE_EDIT);
    await page.keyboard.press("Control+Shift+d");
    rounds.push(await page.evaluate("window.editTimes"));
  }
  return { painted: median(rounds.map((r) => r.painted)), saved: median(rounds.map((r) => r.saved)) };
}

async function repeat(page: Story["page"], script: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) times.push(await page.evaluate(script));
  return median(times);
}

async function measure(taskCount: number) {
  const story = await tellStory();
  const { page, profile } = story;
  const path = join(profile, "big.groundwork");
  writeFileSync(path, serialiseDocument(bigPlan(taskCount), { exportedAt: "2027-01-04T09:00:00.000Z" }));
  await openFile(page, path);
  await page.getByRole("treegrid").waitFor();
  await waitUntilSaved(page);
  await page.addInitScript(NOTE_FIRST_PAINT);
  const outline = await openTimes(page);
  const edit = await editTimes(page);
  const bareRead = await repeat(page, BARE_READ);
  const bareWrite = await repeat(page, BARE_WRITE);
  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: "Timeline" }).click();
  const timeline = await openTimes(page);
  await story.close();
  return { outline, timeline, edit, bareRead, bareWrite };
}

it("opens, shows and edits roadmaps of 1,000 and 10,000 tasks", async () => {
  const small = await measure(1_000);
  const large = await measure(10_000);
  const both = (what: string, of: (m: typeof small) => string) =>
    lines.push(`| ${what} | ${of(small)} | ${of(large)} |`);
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  const times = (value: number, reference: number) => `${(value / reference).toFixed(1)} ×`;
  both("start of the page to the outline's first painted rows", (m) => ms(m.outline));
  both("the same, timeline", (m) => ms(m.timeline));
  both("reference: bare IndexedDB read of the same rows", (m) => ms(m.bareRead));
  both("outline against that reference", (m) => times(m.outline, m.bareRead));
  both("one edit, key press to painted frame", (m) => ms(m.edit.painted));
  both("one edit, key press to on disk", (m) => ms(m.edit.saved));
  both("reference: bare strict write of one row", (m) => ms(m.bareWrite));
  both("edit on disk against that reference", (m) => times(m.edit.saved, m.bareWrite));
  expect(lines).toHaveLength(8);
});
