import { render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { PrintedRoadmap } from "#renderer/print/PrintedRoadmap.tsx";
import { cssString, documentTitle, pageRules } from "#renderer/print/pageRules.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { sheetSize } from "#shared/print/paper.ts";
import { aPlan, bigPlan } from "#test/support/builders.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const size = sheetSize("A4");
const show = (plan: Plan) =>
  render(<PrintedRoadmap plan={plan} asOf="2027-03-01" size={size} measure={roughWidth} />);

describe("PrintedRoadmap", () => {
  it("heads its parts with real headings, charts with a summary", () => {
    show(bigPlan(30));
    expect(screen.getAllByRole("heading", { level: 1 }).map((h) => h.textContent)).toEqual([
      "Corner Pizza",
      expect.stringMatching(/^Timeline/),
      "All work",
    ]);
    for (const chart of screen.getAllByRole("img"))
      expect(chart).toHaveAccessibleName(/stages|Timeline|^Milestone$/i);
  });

  it("puts every item in one table with column and row headings", () => {
    const plan = bigPlan(30);
    show(plan);
    const table = screen.getByRole("table", { name: "All work" });
    expect(within(table).getAllByRole("columnheader")).toHaveLength(9);
    const below = outlineOf(plan).inOrder.filter((node) => node.item.kind !== "stage");
    expect(within(table).getAllByRole("rowheader")).toHaveLength(
      below.length + outlineOf(plan).stages.length,
    );
    expect(within(table).getAllByRole("img", { name: "Milestone" })).toHaveLength(plan.milestones.size);
  });

  it("says what is true of an empty plan and prints no timeline", () => {
    show(aPlan({ stages: [{ name: "Idea", goal: "We know who we serve." }] }));
    expect(screen.getByText("No milestones yet.")).toBeVisible();
    expect(screen.getByText(/holds no milestones or tasks yet/)).toBeVisible();
    expect(screen.getByText("We know who we serve.")).toBeVisible();
    expect(screen.queryByText("Timeline")).toBeNull();
  });
});

describe("page rules", () => {
  it("hold any name as a CSS string", () => {
    expect(cssString('A "big" \\ co\n}')).toBe('"A \\22 big\\22  \\5c  co\\a }"');
  });

  it("carry paper, names, page numbers and the as-of date", () => {
    const plan = aPlan({ roadmap: { companyName: "Corner Pizza", name: "Three-year plan" } });
    const css = pageRules(plan, { paper: "Letter", asOf: "2027-03-01" }, sheetSize("Letter"), roughWidth);
    expect(css).toContain("size: 792pt 612pt");
    expect(css).toContain('"Corner Pizza  ·  Three-year plan"');
    expect(css).toContain('"Page " counter(page) " of " counter(pages)');
    expect(css).toContain('"As of 1 Mar 2027"');
    expect(documentTitle(plan)).toBe("Corner Pizza – Operational road map");
  });
});
