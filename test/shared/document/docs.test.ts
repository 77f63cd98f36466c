import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KEY_ORDER } from "#shared/document/format.ts";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { must } from "#shared/domain/result.ts";
import { expectSound } from "#test/support/plans.ts";

describe("docs/file-format.md", () => {
  const page = readFileSync("docs/file-format.md", "utf8");
  const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? "";

  it("shows an example that opens and holds everything it shows", () => {
    const plan = must(parseDocument(example));
    expectSound(plan);
    const saved = serialiseDocument(plan, { exportedAt: "2027-01-06T08:00:00.000Z" });
    expect(JSON.parse(saved)).toEqual(JSON.parse(example));
  });

  it("names every field that is written", () => {
    for (const key of KEY_ORDER) expect(page).toMatch(new RegExp(`[\`"{,. ]${key}[\`":,}]`));
  });
});
