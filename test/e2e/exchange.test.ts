/** `npm run export` between formats: what comes out is read again by the same command, and failure leaves no file. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";

const PIZZA = "assets/examples/pizza-shop.groundwork";
const folder = mkdtempSync(join(tmpdir(), "groundwork-exchange-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  spawnSync("node", ["dist/electron/export.mjs", ...words], { encoding: "utf8" });
const planIn = (path: string): Plan => must(parseDocument(readFileSync(path, "utf8")));
const rows = (plan: Plan): string[] =>
  outlineOf(plan).inOrder.map(
    ({ item, wbsCode, start, finish }) => `${wbsCode} ${item.name} ${start} ${finish}`,
  );

it("takes a roadmap to Microsoft Project and back, and says on standard error what stays behind", () => {
  const [xml, back] = [join(folder, "p.xml"), join(folder, "back.groundwork")];
  const out = run(PIZZA, xml);
  expect([out.status, out.stdout]).toEqual([0, "p.xml: Microsoft Project XML\n"]);
  expect(out.stderr).toContain("Not in the file: 14 routines");
  expect(run(xml, back).status).toBe(0);
  expect(rows(planIn(back))).toEqual(rows(planIn(PIZZA)));
});

it("leaves what was there as it was when a file cannot be read", () => {
  const [bad, kept] = [join(folder, "bad.xml"), join(folder, "kept.csv")];
  writeFileSync(bad, "<Project><Tasks>");
  writeFileSync(kept, "mine");
  const { status, stdout, stderr } = run(bad, kept);
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([1, "", 1]);
  expect(readFileSync(kept, "utf8")).toBe("mine");
  expect(readdirSync(folder).filter((name) => name.includes("tmp"))).toEqual([]);
});
