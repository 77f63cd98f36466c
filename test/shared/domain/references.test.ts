import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { purgeFromBin } from "#shared/domain/operations/bin.ts";
import { copyRoadmap } from "#shared/domain/operations/roadmaps.ts";
import { applyChange, entitiesOf, planFromEntities } from "#shared/domain/plan.ts";
import { referencesOf, withReferences } from "#shared/domain/references.ts";
import { must } from "#shared/domain/result.ts";
import { testContext } from "#test/support/builders.ts";
import { expectSound } from "#test/support/plans.ts";

/** The frozen file in which every field of every row holds something. */
const PLAN = must(parseDocument(readFileSync("test/fixtures/groundwork-v4.groundwork", "utf8")));

/** Every id that stands anywhere in a row, found by walking it: a field that nobody listed shows up here. */
function idsIn(value: unknown, ids: ReadonlySet<string>, found = new Set<string>()): Set<string> {
  if (typeof value === "string" && ids.has(value)) found.add(value);
  else if (value !== null && typeof value === "object")
    for (const [key, part] of Object.entries(value)) if (key !== "kind") idsIn(part, ids, found);
  return found;
}

describe("what rows point to", () => {
  const rows = entitiesOf(PLAN);
  const ids = new Set(rows.map(({ id }) => id));

  test("is all found, and pointing to the same changes nothing", () => {
    for (const row of rows) {
      expect(withReferences(row, (id) => id)).toEqual(row);
      const expected = idsIn(row, ids);
      for (const own of [row.id, PLAN.roadmap.id]) expected.delete(own);
      const found = new Set(referencesOf(row).map(({ id }) => id));
      for (const id of expected) expect([...found], `${row.kind} ${row.id}`).toContain(id);
    }
  });

  test("is renewed in a copy, which shares no id with what it was copied from", () => {
    const change = must(copyRoadmap(testContext(), PLAN, "Copy"));
    const [roadmap, ...others] = change.added;
    if (roadmap?.kind !== "roadmap") throw new Error("The roadmap comes first.");
    expectSound(planFromEntities(roadmap, others));
    const frozen = new Set(
      [...ids].filter((id) => rows.every((row) => row.kind !== "baseline" || row.id !== id)),
    );
    for (const row of change.added) if (row.kind !== "baseline") expect([...idsIn(row, frozen)]).toEqual([]);
  });

  test.each(
    rows.filter((row) => "deletedAt" in row && row.kind !== "roadmap").map((row) => [row.kind, row.id]),
  )("a %s (%s) that is deleted for good is named nowhere", (_, id) => {
    const binned = rows.map((row) =>
      row.id === id ? { ...row, deletedAt: "2027-01-06T00:00:00.000Z" } : row,
    );
    const plan = planFromEntities(PLAN.roadmap, binned);
    const after = applyChange(plan, must(purgeFromBin(plan, testContext(), [id])));
    expectSound(after);
    for (const row of entitiesOf(after))
      if (row.kind !== "baseline") expect(idsIn(row, new Set([id])).size).toBe(0);
  });
});
