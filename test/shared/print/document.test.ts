import { describe, expect, test } from "vitest";
import { freezeBaseline } from "#shared/domain/operations/baselines.ts";
import { deleteItems } from "#shared/domain/operations/bin.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { type PrintSettings, SECTIONS, STANDARD_PRINT } from "#shared/domain/printSettings.ts";
import { must } from "#shared/domain/result.ts";
import { accentOf } from "#shared/print/document/accent.ts";
import { layingOut, printDocument } from "#shared/print/document/document.ts";
import { printOptionsSchema } from "#shared/print/document/request.ts";
import { settingsFor } from "#shared/print/document/settings.ts";
import { versionWords } from "#shared/print/document/version.ts";
import { aPlan, bigPlan, testContext } from "#test/support/builders.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const setting = (settings: Partial<PrintSettings>, plan = bigPlan(120)) => ({
  plan,
  settings: { ...STANDARD_PRINT, ...settings, paper: settings.paper ?? ("A4" as const) },
  asOf: "2027-03-01",
  measure: roughWidth,
});

describe("the printed document", () => {
  test("numbers its sheets without a gap, and its contents say where each section begins", () => {
    for (const paper of ["A4", "Tabloid"] as const) {
      const { sections, pageCount, headings } = printDocument(setting({ preset: "handover", paper }));
      let page = 1;
      for (const { firstPage, about } of sections) {
        expect(firstPage).toBe(page);
        expect(about.length).toBeGreaterThan(0);
        page += about.length;
      }
      expect(pageCount).toBe(page - 1);
      const contents = sections.find(({ section }) => section === "contents");
      if (contents?.body.kind !== "contents") throw new Error("A handover has contents.");
      expect(contents.firstPage).toBe(2);
      expect(contents.body.contents.sheets.flatMap(({ columns }) => columns.flat())).toEqual(headings);
      for (const { section, title, firstPage } of sections) {
        if (section === "cover" || section === "contents") continue;
        expect(headings).toContainEqual({ title, level: 1, page: firstPage });
      }
    }
  });

  test("has exactly the sections that were chosen and hold something, each on the paper it asks for", () => {
    const own = printDocument(
      setting({
        preset: "own",
        sections: ["work", "plan"],
        sectionOrientations: [{ section: "work", orientation: "portrait" }],
      }),
    );
    expect(own.sections.map(({ section, size }) => [section, size.orientation])).toEqual([
      ["plan", "landscape"],
      ["work", "portrait"],
    ]);
    const empty = printDocument(setting({ preset: "handover" }, aPlan()));
    const printed = empty.sections.map(({ section }) => section);
    expect(printed.slice(0, 3)).toEqual(["cover", "contents", "plan"]);
    for (const section of SECTIONS) {
      if (section === "contents" || printed.includes(section)) continue;
      expect(empty.leftOut.length).toBeGreaterThan(1);
    }
    expect(empty.leftOut).toContainEqual({ what: "Timeline", why: "nothing has a date yet" });
  });

  test("says what never leaves: private notes and the bin", () => {
    const plan = bigPlan(20);
    const task = [...plan.tasks.keys()][0] as string;
    const binned = applyChange(plan, must(deleteItems(plan, testContext(), [task])));
    const { leftOut } = printDocument(setting({}, binned));
    expect(leftOut).toContainEqual({ what: "Private notes", why: "never printed" });
    expect(leftOut).toContainEqual({ what: "The bin", why: "1 thing in it" });
  });

  test("can be laid out a section at a time", () => {
    const steps = [...layingOut(setting({ preset: "own", sections: ["plan", "timeline", "work"] }))];
    expect(steps.map(({ done, of }) => `${done} of ${of}`)).toEqual(["0 of 3", "1 of 3", "2 of 3"]);
  });
});

describe("what is asked for", () => {
  const plan = aPlan();
  const asked = (options: object) =>
    settingsFor(plan, printOptionsSchema.parse({ asOf: "2027-03-01", ...options }));

  test("outranks what the roadmap remembers; sections outrank a preset", () => {
    expect(asked({})).toEqual({ ...STANDARD_PRINT, paper: "A4" });
    expect(asked({ preset: "board", paper: "A3" })).toMatchObject({ preset: "board", paper: "A3" });
    expect(asked({ preset: "board", sections: ["work"] })).toMatchObject({
      preset: "own",
      sections: ["work"],
    });
    const settings = {
      ...STANDARD_PRINT,
      sectionOrientations: [{ section: "work", orientation: "portrait" }],
    };
    expect(asked({ settings, orientation: "landscape" }).sectionOrientations).toEqual([]);
    expect(asked({ settings }).sectionOrientations).toHaveLength(1);
  });
});

describe("the version of a plan", () => {
  test("is what the pair calls it, else a mark of what it holds and not of how it is printed", () => {
    const plan = bigPlan(10);
    expect(versionWords(plan, " Draft 2 ")).toBe("Draft 2");
    const mark = versionWords(plan, "");
    expect(mark).toMatch(/^Version [0-9a-z]{6}$/);
    const print = { ...STANDARD_PRINT, preset: "board" } as const;
    expect(versionWords({ ...plan, roadmap: { ...plan.roadmap, print } }, "")).toBe(mark);
    expect(versionWords(applyChange(plan, must(freezeBaseline(plan, testContext(), "One"))), "")).not.toBe(
      mark,
    );
  });
});

describe("the company's colour", () => {
  test("is kept where it can be seen, and darkened where it could not be", () => {
    expect(accentOf("#1f5a8a")).toEqual({ rule: "#1f5a8a", text: "#1f5a8a" });
    expect(accentOf("#c8641e").rule).toBe("#c8641e");
    expect(accentOf("#c8641e").text).not.toBe("#c8641e");
    for (const colour of ["#ffffff", "#ffee00", "#00ff00"]) {
      const { rule, text } = accentOf(colour);
      const light = (hex: string): number => Number.parseInt(hex.slice(3, 5), 16);
      expect(light(rule)).toBeLessThan(light(colour));
      expect(light(text)).toBeLessThan(light(rule));
    }
  });
});
