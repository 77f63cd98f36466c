import { expect, it } from "vitest";
import { nameOrUntitled } from "#shared/domain/words.ts";

it.each(["", "  ", "\u200B", "\u202E \uFEFF", "\n"])(
  "calls a name that shows nothing untitled (%j)",
  (name) => {
    expect(nameOrUntitled(name, "task")).toBe("Untitled task");
  },
);

it("leaves every other name as it was typed, direction marks and joined signs included", () => {
  for (const name of ["Sign the lease", "\u200Fחוזה", "👩‍🚀", " . "])
    expect(nameOrUntitled(name, "task")).toBe(name);
});
