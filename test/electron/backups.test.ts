import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { BACKUPS_KEPT, writeBackup } from "#electron/services/backups.ts";
import { must } from "#shared/domain/result.ts";

let folder: string;
let time: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "groundwork-backups-"));
  time = Date.parse("2026-11-23T12:00:00.000Z");
});

const now = () => new Date(time);
const work = (n: number) => JSON.stringify({ tasks: [{ name: `task ${n}` }], milestones: [] });
const empty = (n: number) => JSON.stringify({ exportedAt: n, tasks: [], milestones: [] });
const copies = async () => (await readdir(join(folder, "r1"))).sort();
const contents = async () =>
  Promise.all((await copies()).map((name) => readFile(join(folder, "r1", name), "utf8")));

async function write(text: string, name = "Pizza shop") {
  time += 60_000;
  return must(await writeBackup(folder, { roadmapId: "r1", name, text }, now));
}

describe("backups", () => {
  it("are whole files in a folder per roadmap, named after time and roadmap", async () => {
    expect(await write(work(1), "Pizza: north/south")).toEqual({
      fileName: "2026-11-23T12-01-00-000Z Pizza north south.groundwork",
      kept: 1,
    });
    expect(await contents()).toEqual([work(1)]);
  });

  it("keep the newest twenty", async () => {
    for (let n = 1; n <= BACKUPS_KEPT + 5; n++) await write(work(n));
    expect(await contents()).toEqual(Array.from({ length: BACKUPS_KEPT }, (_, i) => work(i + 6)));
  });

  it("never push out the last copy with work in it, however many empty ones follow", async () => {
    for (let n = 1; n <= 3; n++) await write(work(n));
    for (let n = 1; n <= BACKUPS_KEPT * 2; n++) await write(empty(n));
    const texts = await contents();
    expect(texts).toHaveLength(BACKUPS_KEPT + 1);
    expect(texts[0]).toBe(work(3));
    expect(await write(work(4))).toMatchObject({ kept: BACKUPS_KEPT });
  });

  it("do not pile up when nothing changed", async () => {
    const first = await write(work(1));
    expect(await write(work(1))).toEqual(first);
    expect(await copies()).toHaveLength(1);
  });

  it("stay in order and whole when the clock is set back", async () => {
    await write(work(1));
    time -= 3_600_000;
    await write(work(2));
    time -= 3_600_000;
    await write(work(3));
    expect(await contents()).toEqual([work(1), work(2), work(3)]);
  });

  it("say so when the folder cannot be used", async () => {
    const blocked = join(folder, "2");
    await import("node:fs/promises").then(({ writeFile }) => writeFile(blocked, ""));
    const refused = await writeBackup(blocked, { roadmapId: "r1", name: "x", text: work(1) }, now);
    expect(refused).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/^No backup was made: /) },
    });
  });
});
