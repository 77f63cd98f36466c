import { describe, expect, it } from "vitest";
import { safeFileName } from "#shared/ipc/fileName.ts";

describe("safeFileName", () => {
  it.each([
    ["Pizza shop", "Pizza shop.groundwork"],
    ["Pizza shop.groundwork", "Pizza shop.groundwork"],
    ["Pizza.GROUNDWORK", "Pizza.groundwork"],
    ['a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.groundwork"],
    ["../../etc/passwd", "etc passwd.groundwork"],
    ["  spaced\n\tout  ", "spaced out.groundwork"],
    ["", "Roadmap.groundwork"],
    ["...", "Roadmap.groundwork"],
    ["CON", "CON roadmap.groundwork"],
    ["lpt1", "lpt1 roadmap.groundwork"],
    ["计划 2027 – Grüße 🍕", "计划 2027 – Grüße 🍕.groundwork"],
    ["a\u202Egpj", "a gpj.groundwork"],
  ])("%j becomes %j", (title, name) => expect(safeFileName(title, "groundwork")).toBe(name));

  it("keeps names short enough for every file system without cutting a character in half", () => {
    const name = safeFileName("🍕".repeat(500), "pdf");
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^(🍕)+\.pdf$/u);
  });
});
