/**
 * The app as a person meets it, in a real browser: opening a stored roadmap, the first painted frame of its
 * timeline, and edits until they are painted and on disk. References in the same browser: a bare read of the same rows,
 * a bare strict write of one row, and one word changed on a bare page.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { bigPlan } from "#test/support/builders.ts";
import { bringIn, type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

const ROUNDS = 7;
const EDITS = 11;
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

/**
 * From a key press: how long the page is busy with it, until the frame that shows the edited row as it is now, until
 * the frame in which the details beside it do, and until the word "saved". The modifier keys that come first are not
 * counted.
 */
const NOTE_EDIT = `
  void (window.editTimes = new Promise((resolve) => {
    const looks = {
      painted: () => document.querySelector('[role="treegrid"] [aria-selected="true"], [data-bare]').outerHTML,
      beside: () => document.querySelector('[aria-label="Details"]')?.textContent,
    };
    const before = { painted: looks.painted(), beside: looks.beside() };
    const times = { busy: 0, painted: 0, beside: 0, saved: 0 };
    const missing = new Set(window.isBare ? ["painted"] : ["painted", "saved"]);
    if (before.beside !== undefined) missing.add("beside");
    let started = 0;
    const note = (what) => {
      times[what] = performance.now() - started;
      if (missing.delete(what) && missing.size === 0) setTimeout(() => resolve(times), 50);
    };
    const behind = (run) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = run;
      channel.port2.postMessage(0);
    };
    const eachFrame = (due) => {
      const shown = due.filter((what) => looks[what]() !== before[what]);
      behind(() => shown.forEach(note));
      const rest = due.filter((what) => !shown.includes(what));
      if (rest.length > 0) requestAnimationFrame(() => eachFrame(rest));
    };
    addEventListener("keydown", function press({ key }) {
      if (["Control", "Shift", "Alt", "Meta"].includes(key)) return;
      removeEventListener("keydown", press, true);
      started = performance.now();
      behind(() => note("busy"));
      requestAnimationFrame(() => eachFrame(Object.keys(looks).filter((what) => missing.has(what))));
    }, true);
    new MutationObserver(() => {
      if (started && missing.has("saved") && document.querySelector('[data-save="saved"]')) note("saved");
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-save"] });
  }));
`;

interface EditTimes {
  readonly busy: number;
  readonly painted: number;
  readonly beside: number;
  readonly saved: number;
}

async function editTimes(
  page: Story["page"],
  prepare: () => Promise<void>,
  keys: string,
): Promise<EditTimes> {
  const rounds: EditTimes[] = [];
  for (let i = 0; i < EDITS; i++) {
    await prepare();
    await page.waitForTimeout(200);
    await page.evaluate(NOTE_EDIT);
    await page.keyboard.press(keys);
    rounds.push(await page.evaluate("window.editTimes"));
  }
  const of = (key: keyof EditTimes): number => median(rounds.slice(2).map((round) => round[key]));
  return { busy: of("busy"), painted: of("painted"), beside: of("beside"), saved: of("saved") };
}

/** A page of forty rows that changes one word at a key press: what the browser takes for a frame all by itself. */
async function bareEdit(story: Story): Promise<EditTimes> {
  const page = await story.page.context().newPage();
  const rows = Array.from(
    { length: 40 },
    (_, i) => `<div ${i === 3 ? "data-bare" : ""}>Row <b>${i}</b></div>`,
  ).join("");
  await page.setContent(`<body>${rows}</body>`);
  await page.evaluate(`
    window.isBare = true;
    addEventListener("keydown", () => { document.querySelectorAll("b")[3].textContent = performance.now(); });
  `);
  const times = await editTimes(page, async () => {}, "x");
  await page.close();
  return times;
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
  await bringIn(page, path);
  await page.getByRole("treegrid").waitFor();
  await waitUntilSaved(page);
  await page.addInitScript(NOTE_FIRST_PAINT);
  const outline = await openTimes(page);
  const row = page.getByRole("treegrid").getByRole("row").nth(4);
  const tick = await editTimes(page, () => row.click(), "Control+Shift+d");
  const bareRead = await repeat(page, BARE_READ);
  const bareWrite = await repeat(page, BARE_WRITE);
  await page.getByRole("navigation", { name: "Roadmap" }).getByRole("button", { name: "Timeline" }).click();
  const timeline = await openTimes(page);
  const bar = page.getByRole("treegrid").getByRole("row").nth(6);
  const move = await editTimes(page, () => bar.click({ position: { x: 120, y: 10 } }), "]");
  const bare = await bareEdit(story);
  await story.close();
  return { outline, timeline, tick, move, bare, bareRead, bareWrite };
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
  both("ticking a task: page busy", (m) => ms(m.tick.busy));
  both("ticking a task: key press to painted frame", (m) => ms(m.tick.painted));
  both("ticking a task: until the details beside it follow", (m) => ms(m.tick.beside));
  both("moving a task by a day on the timeline: page busy", (m) => ms(m.move.busy));
  both("moving a task by a day: key press to painted frame", (m) => ms(m.move.painted));
  both("reference: one word on a bare page of 40 rows, to painted frame", (m) => ms(m.bare.painted));
  both("ticking a task: key press to on disk", (m) => ms(m.tick.saved));
  both("reference: bare strict write of one row", (m) => ms(m.bareWrite));
  expect(lines).toHaveLength(12);
});
