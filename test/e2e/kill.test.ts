/** The power fails while somebody types: nothing that the screen had called saved may be missing afterwards. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveApp } from "#electron/host/server.ts";
import { must } from "#shared/domain/result.ts";
import { replayJournal, rowsById } from "#test/support/replay.ts";
import { removeProfile, startRawBrowser, waitUntilSaved } from "#test/support/story.ts";

let profile: string;
let app: { readonly url: string; close(): Promise<void> };

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), "groundwork-kill-"));
  app = must(await serveApp({ dir: "dist/renderer", port: 0, host: "127.0.0.1" }));
});
afterEach(async () => {
  await app.close();
  await removeProfile(profile);
});

/** Notes in the page which names stood on screen each time it said "saved". */
const WATCH = `
  window.acknowledged = [];
  const names = () => [...document.querySelectorAll('[role="treegrid"] [role="row"]')].map((row) => row.innerText).join("\\n");
  const note = () => {
    const status = document.querySelector("[data-save]");
    if (status?.dataset.save === "saved") console.log("ACKNOWLEDGED " + JSON.stringify(names()));
  };
  new MutationObserver(note).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-save"] });
`;

/** Everything in the database, as the browser that comes after the kill finds it. */
const DUMP = `(async () => {
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await answer(indexedDB.open("groundwork"));
  const tables = {};
  for (const name of db.objectStoreNames) tables[name] = await answer(db.transaction(name).objectStore(name).getAll());
  db.close();
  return tables;
})()`;

it.each([1, 2, 3])("loses nothing acknowledged when killed mid-burst (round %i)", async (round) => {
  const first = await startRawBrowser(profile, app.url);
  const promised = new Set<string>();
  first.page.on("console", (message) => {
    if (!message.text().startsWith("ACKNOWLEDGED ")) return;
    for (const name of message.text().match(/Burst-\d+\./g) ?? []) promised.add(name);
  });
  await first.page.getByRole("button", { name: "New roadmap" }).click();
  await first.page.getByLabel("Company").fill("Corner Pizza");
  await first.page.keyboard.press("Enter");
  await first.page.getByRole("treegrid").waitFor();
  await first.page.evaluate(WATCH);
  await first.page.getByRole("row").filter({ hasText: "Idea" }).first().click();
  await first.page.keyboard.press("Control+Enter");
  const killAfter = 5 + round * 3;
  for (let n = 1; n <= killAfter; n++) {
    await first.page.keyboard.type(`Burst-${n}.`, { delay: 10 });
    await first.page.keyboard.press("Enter");
    // People pause; only then does the screen promise anything.
    if (n % 4 === 0) await waitUntilSaved(first.page);
  }
  await first.kill();
  expect(promised.size).toBeGreaterThan(2);

  const second = await startRawBrowser(profile, app.url);
  await second.page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await second.page.getByRole("treegrid").waitFor();
  await second.page.getByText("Burst-1.").waitFor();
  const kept = await second.page.getByRole("treegrid").innerText();
  for (const name of promised) expect(kept).toContain(name);
  const { journal, ...tables } = (await second.page.evaluate(DUMP)) as Record<string, never[]>;
  expect(journal?.length).toBeGreaterThan(promised.size);
  expect(rowsById(Object.values(tables).flat())).toEqual(replayJournal(journal ?? []));
  await second.close();
});
