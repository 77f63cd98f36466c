import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkPlaces } from "#electron/export/places.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "groundwork-places-"));
  writeFileSync(join(folder, "plan.gan"), "<project/>");
  writeFileSync(join(folder, "plan.pdf"), "kept");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const check = () => checkPlaces({ input: join(folder, "plan.gan"), output: join(folder, "plan.pdf") });

it("writes over an older PDF, but not over one that somebody protected", async () => {
  expect((await check()).ok).toBe(true);
  chmodSync(join(folder, "plan.pdf"), 0o444);
  expect(await check()).toMatchObject({ ok: false, problem: { code: "export.protected" } });
});
