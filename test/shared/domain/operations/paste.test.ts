import { describe, expect, it } from "vitest";
import { MAX_PASTED_LINES, parsePastedLines, pasteLines } from "#shared/domain/operations/paste.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, START, testContext } from "#test/support/builders.ts";

function levels(text: string): string[] {
  return parsePastedLines(text).map(({ level, name }) => `${level} ${name}`);
}

describe("reading a pasted list", () => {
  it("takes one item a line and skips empty ones, whatever the line ends", () => {
    expect(levels("One\r\n\r\n  \nTwo\rThree")).toEqual(["0 One", "0 Two", "0 Three"]);
  });

  it("reads tabs, two spaces or four as levels, and goes back out", () => {
    expect(levels("A\n\tB\n\t\tC\nD")).toEqual(["0 A", "1 B", "2 C", "0 D"]);
    expect(levels("A\n  B\n    C\n  D\nE")).toEqual(["0 A", "1 B", "2 C", "1 D", "0 E"]);
    expect(levels("A\n    B\n        C\nD")).toEqual(["0 A", "1 B", "2 C", "0 D"]);
  });

  it("starts at the first line's own indentation", () => {
    expect(levels("    A\n      B\n    C")).toEqual(["0 A", "1 B", "0 C"]);
  });

  it("never jumps more than one level and settles a line that falls between two", () => {
    expect(levels("A\n\t\t\tB\n\tC\n\t\tD")).toEqual(["0 A", "1 B", "1 C", "2 D"]);
  });

  it("puts bullets under the plain or numbered line above, and strips the signs", () => {
    expect(levels("Find a site\n- visit three\n- sign\nOpen")).toEqual([
      "0 Find a site",
      "1 visit three",
      "1 sign",
      "0 Open",
    ]);
    expect(levels("1. Idea\n- a\n2) Scale\n• b")).toEqual(["0 Idea", "1 a", "0 Scale", "1 b"]);
    expect(levels("* a\n  * b\n- [ ] c\n- [x] d")).toEqual(["0 a", "1 b", "0 c", "0 d"]);
  });

  it("leaves figures and dashes that belong to a name alone", () => {
    expect(levels("3 ovens\n2.5 tonnes of flour\nEnd-of-year review\n-5 degrees")).toEqual([
      "0 3 ovens",
      "0 2.5 tonnes of flour",
      "0 End-of-year review",
      "0 -5 degrees",
    ]);
  });

  it("makes one name of the cells of a spreadsheet row", () => {
    expect(levels("Lease\t4 Mar\tAna")).toEqual(["0 Lease 4 Mar Ana"]);
  });
});

const PLAN = aPlan({
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Named",
          date: "2027-02-01",
          holds: [
            { task: "First", start: START },
            { task: "Last", start: START },
          ],
        },
        { milestone: "Proved", date: "2027-03-01" },
      ],
    },
    { name: "Scale" },
  ],
});

function paste(plan: Plan, id: string | null, text: string, fill = false): Plan {
  return applyChange(plan, must(pasteLines(plan, testContext(), { id, fill }, parsePastedLines(text))));
}

function shape(plan: Plan): string[] {
  return outlineOf(plan).inOrder.map((node) => `${node.wbsCode} ${node.item.kind} ${node.item.name}`);
}

describe("pasting rows", () => {
  it("puts siblings of the same kind right behind the row, in order", () => {
    expect(shape(paste(PLAN, "First", "A\nB"))).toEqual([
      "1 stage Idea",
      "1.1 milestone Named",
      "1.1.1 task First",
      "1.1.2 task A",
      "1.1.3 task B",
      "1.1.4 task Last",
      "1.2 milestone Proved",
      "2 stage Scale",
    ]);
  });

  it("builds stages, milestones, tasks and sub-tasks from four levels", () => {
    const plan = paste(PLAN, "Scale", "Exit\n\tOffer\n\t\tDeck\n\t\t\tFigures\n\tSigned");
    expect(shape(plan).slice(-5)).toEqual([
      "3 stage Exit",
      "3.1 milestone Offer",
      "3.1.1 task Deck",
      "3.1.1.1 task Figures",
      "3.2 milestone Signed",
    ]);
  });

  it("names an empty row with the first line and hangs the deeper lines under it", () => {
    const plan = paste(PLAN, "Proved", "Tested\n\tAsk ten people\n\tCount\nLaunched", true);
    expect(shape(plan).slice(4, 8)).toEqual([
      "1.2 milestone Tested",
      "1.2.1 task Ask ten people",
      "1.2.2 task Count",
      "1.3 milestone Launched",
    ]);
    const [ask, counted] = outlineOf(plan).inOrder.slice(5, 7);
    expect(ask?.finish && counted?.start && ask.finish < counted.start).toBe(true);
    expect(counted?.finish && counted.finish <= "2027-03-01").toBe(true);
  });

  it("is one change that undo takes back whole", () => {
    const change = must(
      pasteLines(PLAN, testContext(), { id: "First", fill: true }, parsePastedLines("A\nB\n\tC")),
    );
    expect(change.label).toBe("Paste 3 rows");
    expect([change.added.length, change.updated.length, change.removed.length]).toEqual([2, 1, 0]);
  });

  it("lets tasks follow one another on working days, after the row they are pasted behind", () => {
    const plan = paste(PLAN, "Last", "A\nB");
    const [last, a, b] = outlineOf(plan).inOrder.slice(3, 6);
    expect([last?.finish, a?.start, a?.finish, b?.start]).toEqual([
      "2027-01-04",
      "2027-01-05",
      "2027-01-11",
      "2027-01-12",
    ]);
  });

  it("sets milestones a month apart", () => {
    const plan = paste(PLAN, "Proved", "A\nB");
    expect(
      outlineOf(plan)
        .stages[0]?.children.slice(2)
        .map((n) => n.start),
    ).toEqual(["2027-04-01", "2027-05-03"]);
  });

  it("dates a new milestone no earlier than the last of its tasks", () => {
    const plan = paste(PLAN, "Proved", `A\n${"\tstep\n".repeat(12)}B`);
    const [a, b] = outlineOf(plan).stages[0]?.children.slice(2) ?? [];
    expect(a?.children).toHaveLength(12);
    expect(a?.finish).toBe(a?.spanFinish);
    expect(a?.finish && b?.finish && a.finish < b.finish).toBe(true);
  });

  it("starts the stages of a plan that has none", () => {
    expect(shape(paste(aPlan(), null, "Idea\n- Named"))).toEqual(["1 stage Idea", "1.1 milestone Named"]);
  });

  it("refuses with a sentence what cannot become rows", () => {
    const refusal = (id: string | null, text: string): string => {
      const result = pasteLines(PLAN, testContext(), { id, fill: false }, parsePastedLines(text));
      return result.ok ? "taken" : result.problem.message;
    };
    expect(refusal("First", " \n\t")).toBe("There is no text to make rows of.");
    expect(refusal("First", `ok\n${"x".repeat(501)}`)).toBe(
      "Line 2 is too long for a name (500 characters at most).",
    );
    expect(refusal("First", "x\n".repeat(MAX_PASTED_LINES + 1))).toBe("Paste at most 2,000 lines at once.");
    expect(refusal("nowhere", "x")).toMatch(/no longer in the plan/);
  });
});
