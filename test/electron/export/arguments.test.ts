import { describe, expect, it } from "vitest";
import { readArguments, USAGE } from "#electron/export/arguments.ts";
import { lossNotes } from "#electron/export/readPlanFile.ts";

const TODAY = "2027-03-04";
const read = (line: string) => readArguments(line.split(" ").filter(Boolean), TODAY);
const DEFAULTS = {
  asOf: TODAY,
  picture: "plan",
  rows: "slide",
  scale: 2,
  session: null,
};
const refusal = (line: string): string => {
  const result = read(line);
  return result.ok ? "accepted" : result.problem.message;
};

describe("readArguments", () => {
  it("prints as of today, and else as the roadmap has it, unless told otherwise", () => {
    expect(read("plan.groundwork plan.pdf")).toEqual({
      ok: true,
      value: { ...DEFAULTS, input: "plan.groundwork", output: "plan.pdf" },
    });
  });

  it("takes options anywhere and in both ways of writing", () => {
    const value = { ...DEFAULTS, input: "House.GAN", output: "out.PDF", paper: "Letter", asOf: "2026-01-31" };
    expect(read("--paper letter House.GAN --as-of 2026-01-31 out.PDF")).toEqual({ ok: true, value });
    expect(read("House.GAN out.PDF --paper=LETTER --as-of=2026-01-31")).toEqual({ ok: true, value });
  });

  it("takes a preset or the sections one by one, in the document's order", () => {
    expect(read("a.gan b.pdf --preset Handover")).toMatchObject({ ok: true, value: { preset: "handover" } });
    expect(read("a.gan b.pdf --sections work,Cover,plan")).toMatchObject({
      ok: true,
      value: { sections: ["cover", "plan", "work"] },
    });
  });

  it("takes a picture's kind, rows and size, and a session", () => {
    const line = "a.gan b.png --picture timeline --rows all --scale 3 --orientation portrait --session none";
    expect(read(line)).toMatchObject({
      ok: true,
      value: { picture: "timeline", rows: "all", scale: 3, orientation: "portrait", session: "none" },
    });
  });

  it.each([
    ["", USAGE],
    ["plan.groundwork", USAGE],
    ["a.gan b.pdf c.pdf", USAGE],
    ["plan.txt plan.pdf", "“plan.txt” is not a roadmap by its name"],
    ["plan.groundwork plan.doc", "must end in .pdf"],
    ["plan.pdf plan.groundwork", "“plan.pdf” is not a roadmap by its name"],
    [
      "a.gan b.pdf --paper A5",
      "Write --paper a4, --paper letter, --paper a3, --paper tabloid or --paper a0.",
    ],
    ["a.gan b.pdf --paper", "Write --paper a4, --paper letter, --paper a3, --paper tabloid or --paper a0."],
    ["a.gan b.pdf --as-of 2027-02-30", "Write the as-of date"],
    ["a.gan b.pdf --as-of", "Write the as-of date"],
    ["a.gan b.pdf --colour", "“--colour” is not an option"],
  ])("refuses “%s” with a sentence", (line, sentence) => {
    expect(refusal(line)).toContain(sentence);
  });
});

describe("lossNotes", () => {
  it("says what was left out, why, and of what", () => {
    const notes = lossNotes({
      source: "GanttProject 3.3",
      broughtIn: [],
      notBroughtIn: [
        {
          what: "Pay rates of 7 people",
          why: "Groundwork keeps no pay rates.",
          names: ["A", "B", "C", "D", "E", "F", "G"],
        },
        { what: "Colours", why: "They have a meaning of their own" },
      ],
    });
    expect(notes).toEqual([
      "Not brought in: Pay rates of 7 people (Groundwork keeps no pay rates): A, B, C, D, E and 2 more",
      "Not brought in: Colours (They have a meaning of their own)",
    ]);
  });
});
