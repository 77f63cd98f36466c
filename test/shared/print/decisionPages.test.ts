import fc from "fast-check";
import { expect, it } from "vitest";
import { PAPERS } from "#shared/domain/printSettings.ts";
import { sheetSize } from "#shared/print/layout/paper.ts";
import { decisionPages, SIGN_HEIGHT } from "#shared/print/pages/decisionPages.ts";
import { aPlan } from "#test/support/builders.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const planOf = (names: readonly string[], reserved: number) =>
  aPlan({
    roadmap: { ceoId: "Ana", cooId: "Bo", currency: "EUR" },
    people: [{ name: "Ana", role: "Founder" }, { name: "Bo" }],
    decisionRights: names.map((name, at) => ({
      id: `matter ${at}`,
      name,
      isReserved: at < reserved,
      holderId: "Bo",
      level: 6,
      ceiling: 5_000,
      reviewOn: "2027-02-01",
    })),
  });

it("says who decides, how far, up to what and until when, and who signs", () => {
  const pages = decisionPages(planOf(["Debt", "Spending"], 1), "2027-03-01", sheetSize("A4"), roughWidth);
  expect(pages?.signers).toEqual([
    { role: "CEO, Founder", name: "Ana" },
    { role: "COO", name: "Bo" },
  ]);
  const [page] = pages?.pages ?? [];
  expect(page?.map(({ title }) => title)).toEqual(["Only Ana (CEO) decides", "Others decide, this far"]);
  expect(page?.[0]?.lines[0]).toMatchObject({ who: ["Ana"], far: ["Only Ana decides."], limit: [""] });
  expect(page?.[1]?.lines[0]).toMatchObject({
    who: ["Bo"],
    far: ["Bo decides and tells Ana afterwards."],
    limit: ["€5,000"],
    review: ["1 Feb 2027, overdue"],
  });
  expect(decisionPages(aPlan(), "2027-03-01", sheetSize("A4"), roughWidth)).toBeNull();
});

it("puts every matter on one page, in order, with room for all of it and for the lines to sign on", () => {
  const name = fc.string({ maxLength: 300 });
  const cases = fc.record({
    names: fc.array(name, { minLength: 1, maxLength: 60 }),
    reserved: fc.nat(20),
    paper: fc.constantFrom(...PAPERS),
  });
  fc.assert(
    fc.property(cases, ({ names, reserved, paper }) => {
      const sheet = sheetSize(paper);
      const pages = decisionPages(planOf(names, reserved), "2027-03-01", sheet, roughWidth)?.pages ?? [];
      const ids = pages.flatMap((groups) => groups.flatMap(({ lines }) => lines.map(({ id }) => id)));
      expect(ids).toEqual(names.map((_, at) => `matter ${at}`));
      pages.forEach((groups, at) => {
        expect(groups.every(({ lines }) => lines.length > 0)).toBe(true);
        const rows = groups.flatMap(({ lines }) => lines).reduce((sum, { height }) => sum + height, 0);
        const signing = at === pages.length - 1 ? SIGN_HEIGHT : 0;
        // Heading, column heads and a line a group, as the stylesheet has them.
        expect(56 + 18 + groups.length * 24 + rows + signing).toBeLessThanOrEqual(sheet.contentHeight);
      });
    }),
    { numRuns: 40 },
  );
});
