import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { type Imported, parseGan } from "#shared/interchange/gan.ts";
import { importContext } from "#test/support/builders.ts";
import { readGanPlainly } from "#test/support/ganReading.ts";
import { expectSound } from "#test/support/plans.ts";

const read = (file: string) => readFileSync(`test/fixtures/gan/${file}`, "utf8");
const ctx = () => ({ ...importContext("2027-01-04"), fallbackName: "Uploaded" });

function imported(file: string): Imported {
  const result = must(parseGan(read(file), ctx()));
  expectSound(result.plan);
  return result;
}

function lines(plan: Plan): string[] {
  return outlineOf(plan).inOrder.map(
    ({ wbsCode, item, start, finish }) => `${wbsCode} ${item.kind} ${item.name} ${start} ${finish}`,
  );
}

function links(plan: Plan): string[] {
  const name = (id: string) => itemById(plan, id)?.name;
  return [...plan.dependencies.values()].map(
    (d) => `${name(d.fromId)} > ${name(d.toId)} ${d.type}${d.lagDays === 0 ? "" : ` ${d.lagDays}`}`,
  );
}

function left({ report }: Imported, what: string) {
  const found = report.notBroughtIn.find((entry) => entry.what === what);
  expect(report.notBroughtIn.map((entry) => entry.what)).toContain(what);
  return found?.names;
}

const byName = (plan: Plan): Map<string, OutlineNode> =>
  new Map(outlineOf(plan).inOrder.map((node) => [node.item.name, node]));

describe("the sample house of GanttProject", () => {
  const { plan, report } = imported("HouseBuildingSample.gan");
  const source = readGanPlainly(read("HouseBuildingSample.gan"));

  it("brings in every task of the file", () => {
    expect(source.tasks).toHaveLength(20);
    const names = outlineOf(plan).inOrder.map((node) => node.item.name);
    for (const task of source.tasks) expect(names).toContain(task.name.trim());
    expect([plan.stages.size, plan.milestones.size, plan.tasks.size]).toEqual([5, 4, 12]);
  });

  it("keeps every date to the day", () => {
    const nodes = byName(plan);
    for (const task of source.tasks.filter((t) => !t.isGroup)) {
      const node = nodes.get(task.name.trim());
      expect([task.name, node?.start, node?.finish]).toEqual([task.name, task.start, task.finish]);
    }
  });

  it("keeps the order and the hierarchy", () => {
    const nodes = byName(plan);
    for (const task of source.tasks) {
      if (task.parent) expect(nodes.get(task.name.trim())?.parent?.item.name).toBe(task.parent);
    }
    expect(outlineOf(plan).stages.map((n) => n.item.name)).toEqual([
      "Architectural design",
      "Interior design",
      "Construction phase",
      "Decoration phase",
      "Other work",
    ]);
  });

  it("keeps every link, those of stages and milestones too", () => {
    expect(links(plan).sort()).toEqual(source.links.map((l) => `${l.from} > ${l.to} FS`).sort());
    expect(links(plan)).toHaveLength(17);
  });

  it("keeps people, roles, shares and who answers", () => {
    const people = [...plan.people.values()].map((p) => [p.name, p.role]);
    expect(people).toContainEqual(["Jack House", "Project manager"]);
    expect(people).toContainEqual(["John Silver", "Foreman"]);
    const nameOf = (id: string | null) => (id ? plan.people.get(id)?.name : null);
    const draft = [...plan.tasks.values()].find((t) => t.name === "Create draft of architecture");
    expect(draft?.assignments.map((a) => [nameOf(a.personId), a.allocationPct])).toEqual([
      ["Jack House", 50],
      ["Michelangelo", 100],
    ]);
    expect(nameOf(draft?.accountableId ?? null)).toBe("Michelangelo");
    expect([draft?.status, draft?.progressPct]).toEqual(["done", 100]);
    const given = [...plan.tasks.values()].flatMap((t) => t.assignments);
    expect(given).toHaveLength(source.allocations);
  });

  it("keeps notes without the indentation of the file", () => {
    const task = [...plan.tasks.values()].find((t) => t.name === "Equipment planning");
    expect(task?.notes).toBe("Embedded devices, kitchen, washing machine, dryer etc");
  });

  it("says what stayed behind, in plain words", () => {
    expect(report.source).toBe("GanttProject 3.3.3309");
    expect(report.notBroughtIn.map((entry) => entry.what)).toEqual([
      "The “rubber” mark of 1 link",
      "Colours and patterns of 20 items",
      "Pay rates of 6 people",
      "Roles in 1 assignment",
      "1 field of your own",
    ]);
    expect(report.broughtIn).toContainEqual({ what: "Tasks", count: 12 });
  });
});

describe("calendars", () => {
  it.each(["calendar-traps.gan", "weekends-worked.gan"])("dates of %s equal GanttProject's", (file) => {
    const nodes = byName(imported(file).plan);
    for (const task of readGanPlainly(read(file)).tasks.filter((t) => !t.isGroup)) {
      const node = nodes.get(task.name);
      expect([task.name, node?.start, node?.finish]).toEqual([task.name, task.start, task.finish]);
    }
  });

  it("reads days off, worked days and yearly days", () => {
    const result = imported("calendar-traps.gan");
    const { calendar } = result.plan.roadmap;
    expect(calendar.workingWeekdays).toEqual([1, 2, 3, 4, 6]);
    expect(calendar.exceptions.map((e) => [e.date.slice(e.yearly ? 5 : 0), e.working, e.name])).toEqual([
      ["12-25", false, "Christmas Day"],
      ["01-01", false, "New Year"],
      ["2024-12-27", true, "Catch-up Friday"],
      ["2025-12-25", true, "Worked once"],
      ["02-29", false, "Leap day"],
      ["2024-12-31", false, ""],
    ]);
    expect(left(result, "1 marked day")).toEqual(["Year-end party"]);
    expect(left(result, "1 yearly working day")).toEqual(["Every year, not counted"]);
    expect(left(result, "1 day of the calendar")).toEqual(["No such day"]);
  });

  it("works weekends that are only shown", () => {
    const { plan } = imported("weekends-worked.gan");
    expect(plan.roadmap.calendar.workingWeekdays).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(plan.roadmap.companyName).toBe("Seven Days Ltd");
    const [task] = plan.tasks.values();
    expect([task?.status, task?.progressPct]).toEqual(["in-progress", 30]);
    expect(byName(plan).get("Ten days on end")?.finish).toBe("2025-03-08");
  });
});

describe("old and odd files", () => {
  const result = imported("old-and-loose.gan");
  const { plan } = result;

  it("puts loose items into stages where they stand", () => {
    expect(lines(plan)).toEqual([
      "1 stage Other work 2010-03-01 2010-03-03",
      "1.1 task Loose at the start 2010-03-01 2010-03-02",
      "1.2 milestone Loose milestone 2010-03-03 2010-03-03",
      '2 stage Phase <A> "one" & more 2010-03-04 2010-03-11',
      "2.1 task Work 2010-03-04 2010-03-08",
      "2.2 task Inner group 2010-03-09 2010-03-11",
      "2.2.1 task Inner work 2010-03-09 2010-03-10",
      "2.2.2 milestone Inner milestone 2010-03-11 2010-03-11",
      "2.3 task Same number 2010-03-09 2010-03-10",
      "3 stage Other work 2010-03-15 2010-03-15",
      "3.1 task Loose at the end 2010-03-15 2010-03-15",
    ]);
    expect(result.report.broughtIn).toContainEqual({
      what: "Items outside any group, now in the stage “Other work”",
      count: 3,
    });
  });

  it("keeps the links a plan can have, with type and gap, and names the others", () => {
    expect(links(plan).sort()).toEqual([
      "Loose at the end > Loose at the start SF",
      "Loose at the end > Loose milestone FS",
      "Loose at the start > Work FS 2",
      'Phase <A> "one" & more > Loose at the end FF -1',
      "Work > Inner group SS",
    ]);
    expect(left(result, "The “rubber” mark of 1 link")).toEqual(["Loose at the start → Work"]);
    expect(left(result, "The kind of 1 link")).toEqual(["Loose at the end → Loose milestone"]);
    expect(left(result, "The gap of 1 link")).toEqual(["Loose at the end → Loose milestone"]);
    const reasons = result.report.notBroughtIn
      .filter((e) => e.what === "1 link")
      .map((e) => [e.why, e.names]);
    expect(reasons).toContainEqual(["One end is not in the file.", ["Loose at the start → ?"]]);
    expect(reasons).toContainEqual(["It links an item to itself.", ["Work → Work"]]);
    expect(reasons).toContainEqual(["One end holds the other.", ['Phase <A> "one" & more → Work']]);
    expect(reasons).toContainEqual([
      "The same two items are linked already.",
      ["Loose at the end → Loose milestone"],
    ]);
  });

  it("reaches finished milestones, whatever duration they carry", () => {
    const milestone = byName(plan).get("Loose milestone")?.item;
    expect(milestone).toMatchObject({ date: "2010-03-03", reachedOn: "2010-03-03" });
    expect(milestone).toMatchObject({ ownerId: [...plan.people.values()][2]?.id });
    expect(result.report.notBroughtIn.map((e) => e.what).join()).not.toContain("Durations");
  });

  it("keeps words: description, link, fields of one's own, contacts and roles", () => {
    expect(plan.roadmap.vision).toBe("First line\n  indented line\nLast line\nhttps://example.org/plan");
    const start = byName(plan).get("Loose at the start")?.item;
    expect(start?.notes).toBe("Plain & simple\nBudget line: 4711");
    expect(byName(plan).get("Work")?.item.notes).toBe("");
    expect(outlineOf(plan).stages[1]?.item.notes).toBe("Link: https://example.org/a?b=c");
    expect([...plan.people.values()].map((p) => [p.name, p.role, p.notes])).toEqual([
      ["Ana Lima", "Project manager", "Email: ana@example.org\nPhone: 12\nDesk: 3rd floor"],
      ["Ben Oak", "Developer", ""],
      ["Cy Elm", "", ""],
    ]);
  });

  it("adds up a person's shares and keeps the first coordinator", () => {
    const work = byName(plan).get("Work")?.item;
    const [ana, ben] = [...plan.people.values()];
    expect(work).toMatchObject({
      accountableId: ben?.id,
      assignments: [
        { personId: ben?.id, allocationPct: 51 },
        { personId: ana?.id, allocationPct: 100 },
      ],
    });
    expect(left(result, "1 further coordinator of tasks")).toEqual(["Ana Lima on Work"]);
    expect(left(result, "2 assignments")).toEqual(["Ana Lima"]);
    expect(left(result, "1 assignment to stages")).toEqual(['Cy Elm on Phase <A> "one" & more']);
    expect(left(result, "1 assignment to milestones")).toEqual(["Ana Lima on Inner milestone"]);
  });

  it("names all the rest that stayed behind", () => {
    expect(left(result, "1 task")).toEqual(["No date"]);
    expect(left(result, "Links to and people of 1 task")).toEqual(["Same number"]);
    expect(left(result, "The milestone mark of 1 item")).toEqual(["Inner group"]);
    expect(left(result, "Dates of 1 group as the file has them")).toEqual(['Phase <A> "one" & more']);
    expect(left(result, "Priorities of 1 item")).toEqual(['Phase <A> "one" & more']);
    expect(left(result, "Costs of 1 item")).toEqual(["Work"]);
    expect(left(result, "The day on which 1 baseline was frozen")).toEqual(["As agreed"]);
  });

  it("keeps earliest starts as rules", () => {
    const work = [...result.plan.tasks.values()].find(({ name }) => name === "Work");
    expect(work).toMatchObject({ start: "2010-03-04", constraint: { kind: "SNET", date: "2010-03-02" } });
  });

  it("keeps days off on which nobody works in the file, and tells the others", () => {
    const ana = [...result.plan.people.values()].find(({ name }) => name === "Ana Lima");
    expect(ana?.daysOff).toEqual([{ from: "2010-03-02", to: "2010-03-03", name: "Days off" }]);
    const busy = must(
      parseGan(
        read("old-and-loose.gan").replace(
          'start="2010-03-02" end="2010-03-03"',
          'start="2010-03-02" end="2010-03-05"',
        ),
        ctx(),
      ),
    );
    expect([...busy.plan.people.values()].flatMap(({ daysOff }) => daysOff)).toEqual([]);
    expect(left(busy, "1 period of days off")).toEqual(["Ana Lima"]);
  });

  it("puts a file without groups into one stage, and breaks its loops", () => {
    const leaves = imported("leaves-only.gan");
    expect(lines(leaves.plan)[0]).toBe("1 stage Uploaded 2025-06-02 2025-06-04");
    expect(leaves.plan.roadmap).toMatchObject({ name: "Uploaded", companyName: "Bakery" });
    expect(links(leaves.plan)).toEqual(["Bake > Sell FS", "Sell > Rest FS"]);
    expect(left(leaves, "1 link")).toEqual(["Rest → Bake"]);
  });
});

describe("depth and size", () => {
  const nested = (depth: number) =>
    `<project name="Deep"><tasks>${Array.from({ length: depth }, (_, i) => `<task id="${i}" name="T${i}" start="2025-06-02" duration="1">`).join("")}${"</task>".repeat(depth)}</tasks></project>`;

  it("takes a kind of link that is no number, not even a word of JavaScript's own, for finish to start", () => {
    const task = (id: number, inside = "") =>
      `<task id="${id}" name="T${id}" start="2025-06-02" duration="1">${inside}</task>`;
    const link = '<depend id="2" type="__proto__"/>';
    const read = parseGan(`<project><tasks>${task(1, link)}${task(2)}</tasks></project>`, ctx());
    expect(read.ok && [...read.value.plan.dependencies.values()].map(({ type }) => type)).toEqual(["FS"]);
  });

  it("reads deep nesting and refuses absurd nesting", () => {
    const { plan } = must(parseGan(nested(300), ctx()));
    expectSound(plan);
    expect(outlineOf(plan).inOrder.at(-1)?.depth).toBe(299);
    const refused = parseGan(nested(20_000), ctx());
    expect(refused.ok ? "" : refused.problem.message).toBe(
      "This file is damaged or nested too deeply, and cannot be read.",
    );
  });

  it("reads 5,000 linked tasks in a moment", () => {
    const tasks = Array.from(
      { length: 5_000 },
      (_, i) =>
        `<task id="${i}" name="T${i}" start="2025-06-02" duration="${i % 9}"><depend id="${i + 1}" type="2"/></task>`,
    );
    const started = performance.now();
    const { plan } = must(parseGan(`<project name="Long"><tasks>${tasks.join("")}</tasks></project>`, ctx()));
    expect(plan.dependencies.size).toBe(4_999);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("files that are no plans", () => {
  const refusal = (text: unknown) => {
    const result = parseGan(text, ctx());
    return result.ok ? "imported" : result.problem.message;
  };
  const one = '<task id="0" name="T" start="2025-06-02" duration="1"/>';
  it.each([
    ["nothing", "", "This file is empty."],
    ["no text", 7, "This is not a GanttProject file."],
    ["prose", "Dear board", "This is not a GanttProject file."],
    ["JSON", '{"format": "groundwork"}', "This is not a GanttProject file."],
    ["other XML", "<Project><Tasks/></Project>", "This is not a GanttProject file."],
    ["tasks in other XML", `<plan><tasks>${one}</tasks></plan>`, "This is not a GanttProject file."],
    ["no tasks", '<project name="x"/>', "This GanttProject file holds no tasks."],
    [
      "no dates",
      '<project name="x"><tasks><task id="1" name="a" start="?"/></tasks></project>',
      "No task in this GanttProject file has a start date that can be read.",
    ],
    ["entities", read("entity-bomb.gan"), "This file declares a document type, which is not safe to read."],
    [
      "UTF-16",
      [..."<project/>"].join("\0"),
      "This file is not saved as UTF-8 text. Save it again as UTF-8, then import it.",
    ],
  ])("refuses %s", (_, text, expected) => {
    expect(refusal(text)).toBe(expected);
  });

  it("refuses a file that breaks off, naming the line", () => {
    expect(refusal(read("truncated.gan"))).toMatch(
      /^This file is damaged or breaks off: its XML cannot be read from line \d+ on\.$/,
    );
  });

  it("reads the entities of XML once, and none that nobody declared", () => {
    const named = (name: string) =>
      parseGan(`<project name="${name}"><tasks>${one}</tasks></project>`, ctx());
    expect(must(named("a &amp;lt; &#x20AC;")).plan.roadmap.name).toBe("a &lt; €");
    for (const name of ["&bomb;", "&#x110000;", "a & b"])
      expect(named(name)).toMatchObject({ ok: false, problem: { code: "not-xml" } });
  });

  it("keeps names that look like code for JavaScript apart", () => {
    const text = `<project name="__proto__"><tasks><task id="__proto__" name="constructor" start="2025-06-02" duration="1" __proto__="x"/></tasks></project>`;
    const result = parseGan(text, ctx());
    if (result.ok) expect(result.value.plan.roadmap.name).toBe("__proto__");
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
