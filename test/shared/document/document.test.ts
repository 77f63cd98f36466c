import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_CHARACTERS } from "#shared/document/format.ts";
import { MIGRATIONS } from "#shared/document/migrations.ts";
import { parseDocument, parseDocumentValue } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { type Dependency, ruleOf } from "#shared/domain/dependency.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { STANDARD_PRINT } from "#shared/domain/printSettings.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { expectSound, fullPlan } from "#test/support/plans.ts";

const exportedAt = "2027-03-01T08:00:00.000Z";
const save = (plan: Plan) => serialiseDocument(plan, { exportedAt });

// biome-ignore lint/suspicious/noExplicitAny: tests break documents in every place on purpose
type Loose = any;

/** The sentence a document is refused with after it has been spoilt. */
function refusal(spoil: (document: Loose) => void): string {
  const document: Loose = JSON.parse(save(fullPlan()));
  spoil(document);
  return sentence(parseDocument(JSON.stringify(document)));
}

function sentence(result: Result<unknown>): string {
  if (result.ok) return "opened";
  expect(result.problem.message).toMatch(/^\S.*\.$/u);
  return result.problem.message;
}

const row = (document: Loose, list: string, id: string): Loose =>
  document[list].find((r: Loose) => r.id === id);

describe("saving and opening", () => {
  it("keeps everything, the bin included", () => {
    const plan = fullPlan();
    expectSound(plan);
    expect(must(parseDocument(save(plan)))).toEqual(plan);
  });

  it("gives the same bytes for the same plan, in whatever order its rows are held", () => {
    const plan = fullPlan();
    const shuffled: Plan = {
      ...plan,
      tasks: new Map([...plan.tasks].reverse()),
      people: new Map([...plan.people].reverse()),
    };
    expect(save(shuffled)).toBe(save(plan));
    expect(save(must(parseDocument(save(plan))))).toBe(save(plan));
  });

  it("gives the same bytes whatever the order of a row's fields", () => {
    const plan = fullPlan();
    const turned = new Map(
      [...plan.tasks].map(([id, task]) => [
        id,
        Object.fromEntries(Object.entries(task).reverse()) as typeof task,
      ]),
    );
    expect(save({ ...plan, tasks: turned })).toBe(save(plan));
  });

  it("opens with a byte order mark and with odd characters in names", () => {
    const plan = fullPlan();
    const odd = { ...plan.roadmap, name: '\uFFFD \u2028 \u0007 é 漢字 \\ " </script>', vision: "\uD800" };
    const text = save({ ...plan, roadmap: odd });
    expect(must(parseDocument(`\uFEFF${text}`)).roadmap).toEqual(odd);
  });

  it("opens the frozen file of version 1", () => {
    const text = readFileSync("test/fixtures/groundwork-v1.groundwork", "utf8");
    const plan = must(parseDocument(text));
    expectSound(plan);
    expect([plan.people.size, plan.stages.size, plan.milestones.size, plan.tasks.size]).toEqual([3, 2, 2, 4]);
    expect(plan.roadmap).toMatchObject({
      name: "Corner Pizza to 2030",
      ceoId: "ana",
      startDate: "2027-01-04",
    });
    expect(plan.tasks.get("choose")).toMatchObject({
      start: "2027-01-04",
      durationDays: 2.5,
      accountableId: "ben",
      effortHours: 12.5,
      checklist: [{ id: "k1", text: "Write the list", done: false }],
    });
    expect(plan.tasks.get("old")?.deletedAt).toBe("2027-01-05T10:00:00.000Z");
    expect(plan.dependencies.get("l1")).toMatchObject({ type: "SS", lagDays: -2.5, lagKind: "elapsed" });
  });

  it("opens the frozen file of version 2", () => {
    const text = readFileSync("test/fixtures/groundwork-v2.groundwork", "utf8");
    const plan = must(parseDocument(text));
    expectSound(plan);
    expect(plan.roadmap).toMatchObject({
      statusDate: "2027-01-11",
      calendar: { holidays: { country: "US", worked: [{ date: "2027-02-15", name: "Presidents' Day" }] } },
    });
    expect(plan.people.get("ben")?.daysOff).toEqual([{ from: "2027-02-10", to: "2027-02-12", name: "Ski" }]);
    expect(plan.tasks.get("choose")).toMatchObject({
      constraint: { kind: "SNET", date: "2027-01-04" },
      deadline: "2027-01-08",
      actualStart: "2027-01-05",
      consultedIds: ["ana"],
      handovers: [{ byId: "ben", toId: "ana", level: 3, state: "declined", reason: "Away" }],
    });
    expect(plan.tasks.get("old")?.actualFinish).toBe("2027-01-06");
    expect(plan.milestones.get("lease")).toMatchObject({ isPinned: true, deadline: "2027-03-05" });
    expect(plan.baselines.get("b1")?.items.map(({ id }) => id)).toEqual(["idea", "purged"]);
    expect(plan.routines.get("r1")).toMatchObject({
      rule: "FREQ=WEEKLY;BYDAY=MO,FR",
      moved: [{ from: "2027-01-18", to: "2027-01-19" }],
    });
    expect(plan.routineRuns.get("u1")).toMatchObject({
      doneOn: "2027-01-09",
      ticked: [{ stepId: "s1", byId: null, at: null }],
    });
    expect([plan.procedures.size, plan.checklistRuns.size, plan.decisionRights.size]).toEqual([0, 0, 0]);
  });

  it("opens the frozen file of version 3", () => {
    const text = readFileSync("test/fixtures/groundwork-v3.groundwork", "utf8");
    const plan = must(parseDocument(text));
    expectSound(plan);
    expect(plan.roadmap).toMatchObject({ currency: "EUR", visionLines: [{ id: "v1" }, { id: "v2" }] });
    expect(plan.people.get("ben")?.engagement).toEqual({
      from: "2027-01-04",
      until: "2027-06-30",
      daysPerMonth: 6.5,
    });
    expect(plan.stages.get("idea")).toMatchObject({ wantedCeoPct: 60, wantedStrategyPct: 50 });
    expect(plan.milestones.get("lease")?.visionLineId).toBe("v2");
    expect(plan.tasks.get("choose")).toMatchObject({
      procedureId: "p1",
      decisionRightId: "d1",
      amount: 2_500.5,
      isStrategy: true,
      commission: { name: "Renew the name", rule: "FREQ=YEARLY", routineId: "r1" },
    });
    expect(plan.routineRuns.get("u1")?.ticked).toEqual([
      { stepId: "s1", byId: "ben", at: "2027-01-09T09:00:00.000Z" },
    ]);
    expect(plan.checklistRuns.get("cl1")).toMatchObject({ taskId: "choose", steps: [{ role: "COO" }] });
    expect(plan.decisionRights.get("d1")).toMatchObject({ holderId: "ben", level: 6, ceiling: 2_000 });
    expect(plan.roadmap.sessionRhythm).toMatchObject({
      firstDay: "2027-01-05",
      skipped: ["2027-02-02"],
    });
    expect(plan.sessions.get("se1")).toMatchObject({
      taskIds: ["choose"],
      agenda: [{}, { isCarriedOver: true }],
    });
    expect(plan.stages.get("idea")?.gateCriteria.map(({ isMust }) => isMust)).toEqual([true, false]);
    expect(plan.milestones.get("lease")?.slips).toMatchObject([{ reason: "The landlord was away" }]);
    expect(plan.sessions.get("se2")?.running).toEqual({ itemId: "ag3", since: "2027-01-19T14:01:00.000Z" });
    expect(plan.issues.get("is1")).toMatchObject({ state: "solved", decisionId: "de2" });
    expect(plan.decisions.get("de2")).toMatchObject({
      supersedesId: "de1",
      chosenId: "op1",
      amount: 2_500.5,
    });
    expect(plan.gateDecisions.get("gd1")).toMatchObject({ verdict: "hold", signedById: "ana" });
    expect(plan.reviews.get("re1")?.findings).toMatchObject([{ check: "no-owner", answer: "accepted" }]);
    expect(plan.roadmap.print).toEqual(STANDARD_PRINT);
    expect(plan.issues.get("is1")?.sessionId).toBeNull();
  });

  it("opens the frozen file of version 4, and writes it back to the same bytes", () => {
    const text = readFileSync("test/fixtures/groundwork-v4.groundwork", "utf8");
    const plan = must(parseDocument(text));
    expectSound(plan);
    expect(plan.roadmap.print).toMatchObject({
      preset: "own",
      sections: ["plan", "changes", "stages", "log"],
      paper: "Letter",
      sectionOrientations: [{ section: "stages", orientation: "portrait" }],
      logo: { type: "image/png" },
      versionName: "Board draft 2",
      sinceBaselineId: "b1",
    });
    expect(plan.issues.get("is1")?.sessionId).toBe("se1");
    expect(serialiseDocument(plan, { exportedAt: "2026-11-23T21:30:00.000Z" })).toBe(text);
  });

  it("keeps the rule of a link, and reads one without as using the gap up", () => {
    const plan = must(parseDocument(save(fullPlan())));
    const rules = ["l1", "l2"].map((id) => ruleOf(plan.dependencies.get(id) as Dependency));
    expect(rules).toEqual(["use", "keep"]);
    expect(plan.dependencies.get("l1")).not.toHaveProperty("rule");
  });

  it("puts siblings in order whose keys were written by hand", () => {
    const document: Loose = JSON.parse(save(fullPlan()));
    row(document, "stages", "idea").order = "2";
    row(document, "stages", "scale").order = "1";
    const plan = must(parseDocument(JSON.stringify(document)));
    expectSound(plan);
    expect([...plan.stages.values()].sort((a, b) => (a.order < b.order ? -1 : 1)).map((s) => s.id)).toEqual([
      "scale",
      "idea",
    ]);
  });
});

describe("files that are no plans", () => {
  const good = save(fullPlan());
  it.each([
    ["nothing", "", "This file is empty."],
    ["blanks", " \n\t", "This file is empty."],
    ["no text", new Uint8Array(3), "This is not a Groundwork file."],
    ["prose", "Dear board,", "This is not a Groundwork file."],
    ["a list", "[]", "This is not a Groundwork file."],
    ["other JSON", '{"name":"x"}', "This is not a Groundwork file."],
    ["an unquoted object", "{name: 1}", "This is not a Groundwork file."],
    [
      "an end that is missing",
      good.slice(0, -40),
      "This file breaks off before its end. Use another copy of it.",
    ],
    [
      "damage",
      good.replace('"stages"', "stages"),
      "This file is damaged and cannot be read. Use another copy of it.",
    ],
    [
      "UTF-16",
      [...good].join("\0"),
      "This file is not saved as UTF-8 text. Save it again as UTF-8, then open it.",
    ],
    [
      "Latin letters in another encoding",
      good.replace("Ana Lima", "An\uFFFD Lima"),
      "This file is not saved as UTF-8 text. Save it again as UTF-8, then open it.",
    ],
    [
      "more than the limit",
      " ".repeat(MAX_CHARACTERS + 1),
      "This file is too large for Groundwork, which opens files of up to 50 MB.",
    ],
  ])("refuses %s", (_, text, expected) => {
    expect(sentence(parseDocument(text))).toBe(expected);
  });

  it("refuses a newer version and a missing one", () => {
    expect(
      refusal((d) => {
        d.version = MIGRATIONS.length + 2;
      }),
    ).toBe("This file was made by a newer Groundwork. Update Groundwork, then open the file again.");
    for (const version of [undefined, 0, 1.5, "1", null]) {
      expect(
        refusal((d) => {
          d.version = version;
        }),
      ).toBe("This Groundwork file does not say which version of the format it uses.");
    }
  });

  it("refuses nesting without end, in known fields and unknown ones", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const text = good.replace('"Choose a name"', deep);
    expect(sentence(parseDocument(text))).toMatch(/^Task .* is nested too deeply to be a plan\.$/);
    expect(sentence(parseDocument(good.replace(/"version": \d+/, `"version": 4, "x": ${deep}`)))).toBe(
      "This file is nested too deeply to be a plan.",
    );
  });

  it("refuses __proto__ wherever it stands, and leaves Object alone", () => {
    const place = (before: string) =>
      sentence(parseDocument(good.replace(before, `"__proto__": {"polluted": 1}, ${before}`)));
    expect(place('"version"')).toBe("This file has a field named __proto__, which no plan has.");
    expect(place('"effortHours": 12.5')).toBe(
      "Task “Choose a name” has a field named __proto__, which no plan has.",
    );
    expect(place('"allocationPct": 50')).toBe(
      "Task “Choose a name” has a field named __proto__, which no plan has.",
    );
    expect(({} as Loose).polluted).toBeUndefined();
  });
});

describe("plans that break a rule", () => {
  it.each<[string, (d: Loose) => void, string]>([
    [
      "a list missing",
      (d) => {
        delete d.tasks;
      },
      "The list of tasks is missing from this file.",
    ],
    [
      "no roadmap",
      (d) => {
        delete d.roadmap;
      },
      "The roadmap cannot be read.",
    ],
    [
      "a bad start",
      (d) => {
        row(d, "tasks", "choose").start = "2027-02-30";
      },
      "Task “Choose a name” has a start that is not a date between the years 1900 and 2199.",
    ],
    [
      "a bad duration",
      (d) => {
        row(d, "tasks", "choose").durationDays = -1;
      },
      "Task “Choose a name” has a duration that is not a number of working days from 0 to 10,000.",
    ],
    [
      "an unknown status",
      (d) => {
        row(d, "tasks", "choose").status = "almost";
      },
      "Task “Choose a name” has a status that Groundwork does not know.",
    ],
    [
      "a row without a name",
      (d) => {
        delete row(d, "people", "ana").name;
      },
      "Person number 1 of the list has a name that is not text of at most 500 characters.",
    ],
    [
      "a row that is no row",
      (d) => {
        d.stages[1] = 7;
      },
      "Stage number 2 of the list cannot be read.",
    ],
    [
      "a person among the tasks",
      (d) => {
        d.tasks.push(d.people[0]);
      },
      "Task “Ana Lima” is in the wrong list, or does not say what kind of row it is.",
    ],
    [
      "another roadmap's row",
      (d) => {
        row(d, "stages", "scale").roadmapId = "other";
      },
      "Stage “Scale” belongs to another roadmap than the one in this file.",
    ],
    [
      "equal ids",
      (d) => {
        row(d, "tasks", "visit").id = "idea";
      },
      "Task “Visit five places” has the same id as stage “Idea”.",
    ],
    [
      "an unknown parent",
      (d) => {
        row(d, "tasks", "visit").parentId = "nowhere";
      },
      "Task “Visit five places” stands in something that is not in the file.",
    ],
    [
      "a task in a person",
      (d) => {
        row(d, "tasks", "visit").parentId = "ana";
      },
      "Task “Visit five places” stands in something that is not in the file.",
    ],
    [
      "a milestone in a milestone",
      (d) => {
        row(d, "milestones", "lease").parentId = "named";
      },
      "Milestone “Lease signed” is in the wrong place: Milestone “Named “Corner” 🍕” cannot hold a milestone.",
    ],
    [
      "a circle of groups",
      (d) => {
        row(d, "tasks", "group").parentId = "visit";
      },
      "Milestone “Lease signed” stands inside itself.",
    ],
    [
      "an unknown person",
      (d) => {
        row(d, "tasks", "choose").accountableId = "zoe";
      },
      "Task “Choose a name” names a person who is not in the file.",
    ],
    [
      "an unknown assignee",
      (d) => {
        row(d, "tasks", "choose").assignments[0].personId = "zoe";
      },
      "Task “Choose a name” names a person who is not in the file.",
    ],
    [
      "an unknown owner",
      (d) => {
        row(d, "milestones", "named").ownerId = "idea";
      },
      "Milestone “Named “Corner” 🍕” names a person who is not in the file.",
    ],
    [
      "an unknown CEO",
      (d) => {
        d.roadmap.ceoId = "zoe";
      },
      "The roadmap names a person who is not in the file.",
    ],
    [
      "the same person twice",
      (d) => {
        row(d, "tasks", "choose").assignments[1].personId = "ana";
      },
      "Task “Choose a name” names the same person twice.",
    ],
    [
      "a link to nowhere",
      (d) => {
        row(d, "dependencies", "l1").toId = "nowhere";
      },
      "A link of “Choose a name” leads to something that is not in the file.",
    ],
    [
      "a link to a person",
      (d) => {
        row(d, "dependencies", "l1").toId = "ana";
      },
      "A link of “Choose a name” leads to something that is not in the file.",
    ],
    [
      "a link to itself",
      (d) => {
        row(d, "dependencies", "l1").toId = "choose";
      },
      "“Choose a name” is linked to itself.",
    ],
    [
      "a link into its own part",
      (d) => {
        row(d, "dependencies", "l1").fromId = "group";
      },
      "“Find a place” and “Visit five places” are linked, and one of them holds the other.",
    ],
    [
      "a link twice",
      (d) => {
        d.dependencies.push({ ...row(d, "dependencies", "l1"), id: "l9" });
      },
      "“Choose a name” is linked to “Visit five places” twice.",
    ],
    [
      "a loop",
      (d) => {
        d.dependencies.push({ ...row(d, "dependencies", "l1"), id: "l9", fromId: "visit", toId: "choose" });
      },
      "The links of the file form a loop through “Visit five places” and “Choose a name”.",
    ],
  ])("refuses %s", (_, spoil, expected) => {
    expect(refusal(spoil)).toBe(expected);
  });

  it("answers any JSON with a Result", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        sentence(parseDocumentValue(value));
        sentence(parseDocumentValue({ format: "groundwork", version: 1, roadmap: value, tasks: [value] }));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("migrations", () => {
  it("bring an older document up, step by step, and only the steps it needs", () => {
    const first: Loose = { ...JSON.parse(save(fullPlan())), version: 1 };
    first.work = first.tasks;
    delete first.tasks;
    const steps = [
      (d: Loose) => ({ ...d, tasks: d.work }),
      (d: Loose) => ({ ...d, roadmap: { ...d.roadmap, vision: `${d.roadmap.vision}!` } }),
    ];
    const vision = fullPlan().roadmap.vision;
    expect(must(parseDocumentValue(first, steps)).roadmap.vision).toBe(`${vision}!`);
    const second = { ...first, tasks: first.work, version: 2 };
    expect(must(parseDocumentValue(second, steps)).roadmap.vision).toBe(`${vision}!`);
    const third = { ...second, version: 3 };
    expect(must(parseDocumentValue(third, steps)).roadmap.vision).toBe(vision);
    expect(sentence(parseDocumentValue({ ...third, version: 4 }, steps))).toContain("newer Groundwork");
  });
});
