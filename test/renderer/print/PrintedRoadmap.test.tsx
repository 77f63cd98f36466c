import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { PrintedRoadmap } from "#renderer/print/PrintedRoadmap.tsx";
import { cssString, pageKind, pageRules } from "#renderer/print/pageRules.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type PrintSettings, STANDARD_PRINT } from "#shared/domain/printSettings.ts";
import { printDocument } from "#shared/print/document/document.ts";
import { documentTitle, runningWords } from "#shared/print/document/running.ts";
import { sheetSize } from "#shared/print/layout/paper.ts";
import { aPlan, bigPlan } from "#test/support/builders.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const laidOut = (plan: Plan, settings: Partial<PrintSettings> = {}) =>
  printDocument({
    plan,
    settings: { ...STANDARD_PRINT, ...settings, paper: "A4" },
    asOf: "2027-03-01",
    measure: roughWidth,
  });
const CHARTS = { preset: "own", sections: ["plan", "timeline", "work"] } as const;
const show = (plan: Plan, settings: Partial<PrintSettings> = {}) =>
  render(<PrintedRoadmap document={laidOut(plan, settings)} />);

describe("PrintedRoadmap", () => {
  it("heads its parts with real headings, charts with a summary", () => {
    show(bigPlan(30), CHARTS);
    expect(screen.getAllByRole("heading", { level: 1 }).map((h) => h.textContent)).toEqual([
      "Plan on a page",
      expect.stringMatching(/^Timeline/),
      "All work",
    ]);
    for (const chart of screen.getAllByRole("img"))
      expect(chart).toHaveAccessibleName(/stages|Timeline|^Milestone$/i);
  });

  it("puts every item in a table with column and row headings, one on each sheet", () => {
    const plan = bigPlan(60);
    const { container } = show(plan, { preset: "own", sections: ["work"] });
    const tables = [...container.querySelectorAll("table")];
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) {
      expect(table.getAttribute("aria-label")).toMatch(/^All work/);
      expect(table.querySelectorAll("th[scope=col]")).toHaveLength(9);
    }
    const below = outlineOf(plan).inOrder.filter((node) => node.item.kind !== "stage");
    expect(container.querySelectorAll("th[scope=row]")).toHaveLength(below.length);
    expect(container.querySelectorAll("th[scope=rowgroup]")).toHaveLength(outlineOf(plan).stages.length);
    expect(container.querySelectorAll("[aria-label=Milestone]")).toHaveLength(plan.milestones.size);
  });

  it("leads from the contents to the page on which each section begins", () => {
    const plan = bigPlan(60);
    const { container } = show(plan, { preset: "handover" });
    const leaves = [...container.querySelectorAll(".leaf")];
    expect(leaves.map(({ id }) => id)).toEqual(leaves.map((_, at) => `page-${at + 1}`));
    const links = [...container.querySelectorAll("a")].map((link) => [
      link.textContent,
      link.getAttribute("href"),
    ]);
    for (const { title, firstPage } of laidOut(plan, { preset: "handover" }).sections.slice(2))
      expect(links).toContainEqual([`${title}page ${firstPage}`, `#page-${firstPage}`]);
  });

  it("says on the cover whose it is, from when, and who made it for whom; the logo has a name", () => {
    const logo = { type: "image/png", data: PNG } as const;
    show(aPlan({ roadmap: { companyName: "Corner Pizza", vision: "The best slice in town." } }), {
      preset: "own",
      sections: ["cover"],
      preparedBy: "Ben Okoro",
      preparedFor: "The board",
      versionName: "Draft 2",
      logo,
    });
    expect(screen.getByRole("heading", { name: "Corner Pizza" })).toBeVisible();
    expect(screen.getByRole("img", { name: "Logo of Corner Pizza" })).toHaveAttribute(
      "src",
      `data:image/png;base64,${PNG}`,
    );
    for (const words of ["1 Mar 2027", "Ben Okoro", "The board", "Draft 2", "The best slice in town."])
      expect(screen.getByText(words)).toBeVisible();
  });

  it("says what is true of an empty plan and prints no timeline", () => {
    show(aPlan({ stages: [{ name: "Idea", goal: "We know who we serve." }] }), CHARTS);
    expect(screen.getByText("No milestones yet.")).toBeVisible();
    expect(screen.getByText(/holds no milestones or tasks yet/)).toBeVisible();
    expect(screen.getByText("We know who we serve.")).toBeVisible();
    expect(screen.queryByText("Timeline")).toBeNull();
  });
});

/** One dot. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("page rules", () => {
  it("hold any name as a CSS string", () => {
    expect(cssString('A "big" \\ co\n}')).toBe('"A \\22 big\\22  \\5c  co\\a }"');
  });

  it("carry paper, names, page numbers and the as-of date", () => {
    const plan = aPlan({ roadmap: { companyName: "Corner Pizza", name: "Three-year plan" } });
    const letter = sheetSize("Letter");
    const words = runningWords(
      plan,
      { asOf: "2027-03-01", part: "roadmap", versionName: "Draft 2" },
      letter,
      roughWidth,
    );
    const css = pageRules([pageKind(letter), pageKind(letter, true)], () => words, {
      colour: "#ffee00",
      logo: { type: "image/png", data: PNG },
    });
    expect(css).toContain("size: 792pt 612pt");
    expect(css.match(/@top-left/g)).toHaveLength(1);
    expect(css.match(/@top-right .*data:image\/png/g)).toHaveLength(1);
    expect(css).toContain('"Corner Pizza  ·  Three-year plan"');
    expect(css).toContain('"Page " counter(page) " of " counter(pages)');
    expect(css).toContain('"As of 1 Mar 2027  ·  Draft 2"');
    expect(documentTitle(plan)).toBe("Corner Pizza – Operational road map");
  });
});
