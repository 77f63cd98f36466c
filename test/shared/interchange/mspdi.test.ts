import { readdirSync, readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { addDays } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import type { Imported } from "#shared/interchange/gan.ts";
import { parseMspdi } from "#shared/interchange/mspdi.ts";
import { writeMspdi } from "#shared/interchange/mspdi-write.ts";
import { aPlan, FIRST_INSTANT, importContext, testContext } from "#test/support/builders.ts";
import { chance } from "#test/support/chance.ts";
import { expectSound, fullPlan } from "#test/support/plans.ts";
import { wildPlan } from "#test/support/wildPlans.ts";

const FOLDER = "test/fixtures/mspdi";
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".xml"));

function imported(text: string): Imported {
  const read = must(parseMspdi(text, { ...importContext(), fallbackName: "File" }));
  expectSound(read.plan);
  return read;
}

type Node = Record<string, string> & { readonly PredecessorLink?: Record<string, string>[] };

/** The file as it stands, read without any code of the import. */
function plainly(xml: string) {
  const lists = ["Task", "PredecessorLink", "Resource", "Assignment"];
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.includes(name) });
  const project = parser.parse(xml).Project;
  const all = (project.Tasks?.Task ?? []) as Node[];
  const tasks = all.filter((t) => t.IsNull !== "1" && t.UID !== "0");
  const leaves = tasks.filter((t) => t.Summary !== "1");
  const nameOf = (uid: string | undefined) => tasks.find((t) => t.UID === uid)?.Name;
  const people = ((project.Resources?.Resource ?? []) as Node[]).filter((r) => r.UID !== "0" && r.Name);
  return {
    names: tasks.map((t) => t.Name),
    spans: leaves.map((t) => `${t.Name} ${t.Start?.slice(0, 10)} ${lastDay(t)}`),
    links: tasks.flatMap((t) =>
      (t.PredecessorLink ?? []).map((link) => {
        const type = ["FF", "FS", "SF", "SS"][Number(link.Type)];
        return `${nameOf(link.PredecessorUID)} > ${t.Name} ${type} ${Number(link.LinkLag) / 4800}`;
      }),
    ),
    milestones: leaves.filter((t) => t.Milestone === "1").length,
    leaves: leaves.length,
    people: people.map((r) => r.Name),
    assignments: ((project.Assignments?.Assignment ?? []) as Node[])
      .filter((a) => a.ResourceUID !== "-65535")
      .map((a) => `${nameOf(a.TaskUID)} ${people.find((r) => r.UID === a.ResourceUID)?.Name} ${a.Units}`),
  };
}

/** A finish as the working day opens, in all these files at eight, is the end of the working day before. */
function lastDay({ Start = "", Finish = "" }: Node): string {
  const [start, day] = [Start.slice(0, 10), Finish.slice(0, 10)];
  if (day === start || Finish.slice(11, 16) > "08:00") return day;
  return addDays(day, new Date(day).getUTCDay() === 1 ? -3 : -1);
}

const span = ({ item, start, finish }: OutlineNode): string => `${item.name} ${start} ${finish}`;
const rows = (plan: Plan): string[] =>
  outlineOf(plan).inOrder.map((node) => `${node.wbsCode} ${node.item.kind} ${span(node)}`);
const links = (plan: Plan): string[] =>
  [...plan.dependencies.values()].map((d) => {
    const [from, to] = [itemById(plan, d.fromId)?.name, itemById(plan, d.toId)?.name];
    return `${from} > ${to} ${d.type} ${d.lagDays}`;
  });
const kinds = (plan: Plan): string[] =>
  [...plan.dependencies.values()].map((d) => `${d.lagDays === 0 ? "" : d.lagKind}`);
const assignments = (plan: Plan): string[] =>
  outlineOf(plan).inOrder.flatMap(({ item }) => {
    const name = (id: string) => plan.people.get(id)?.name;
    if (item.kind === "milestone") return item.ownerId === null ? [] : [`${item.name} ${name(item.ownerId)}`];
    if (item.kind === "stage") return [];
    return item.assignments.map((a) => `${item.name} ${name(a.personId)} ${a.allocationPct / 100}`);
  });

describe("Microsoft Project's own files", () => {
  it.each(files)("%s comes in with every task, date, link and person", (file) => {
    const xml = readFileSync(`${FOLDER}/${file}`, "utf8");
    const source = plainly(xml);
    const { plan, report } = imported(xml);
    const nodes = outlineOf(plan).inOrder;
    const leaves = nodes.filter(({ item, children }) => item.kind !== "stage" && children.length === 0);
    expect(leaves).toHaveLength(source.leaves);
    const names = nodes.map(({ item }) => item.name);
    for (const name of source.names) expect(names).toContain(name);
    expect(plan.milestones.size).toBe(source.milestones);
    expect(leaves.map(span)).toEqual(source.spans);
    expect(links(plan).sort()).toEqual(source.links.sort());
    expect([...plan.people.values()].map(({ name }) => name)).toEqual(source.people);
    expect(assignments(plan).sort()).toEqual(source.assignments.sort());
    if (source.leaves === 0) expect(report.notBroughtIn.map(({ what }) => what)).toContain("Tasks");
  });

  it("says what does not fit whole days", () => {
    const { report } = imported(readFileSync(`${FOLDER}/mpxj-legacy-sample1.xml`, "utf8"));
    expect(report.notBroughtIn.map(({ what, names }) => [what, names])).toEqual([
      ["Durations of 1 task as the file has them", ["Second Task"]],
      ["Times of day of 1 task", ["Assigned Task 2"]],
      ["Rules for dates and deadlines of 3 stages", ["First Task", "Recurring Task", "Task Relationships"]],
      ["Pay rates of 2 people", ["First Resource", "Second Resource"]],
    ]);
  });
});

describe("a plan as Microsoft Project XML", () => {
  it("keeps names, dates, rules, links, gaps, assignments, milestones and lengths of any plan", () => {
    const seed = Number(process.env.SEED ?? 0);
    for (let n = seed + 1; n <= seed + 20; n++) {
      const plan = wildPlan(chance(n), testContext());
      const back = imported(writeMspdi(plan, { now: () => FIRST_INSTANT })).plan;
      expect(rows(back), `seed ${n}`).toEqual(rows(plan));
      expect(links(back).sort(), `seed ${n}`).toEqual(links(plan).sort());
      expect(kinds(back).sort(), `seed ${n}`).toEqual(kinds(plan).sort());
      expect(assignments(back), `seed ${n}`).toEqual(assignments(plan));
      expect(fields(back), `seed ${n}`).toEqual(fields(plan));
    }
  });

  it("keeps the calendar, rules, pins, promises, people, states and baselines", () => {
    const examples = readdirSync("assets/examples").filter((name) => name.endsWith(".groundwork"));
    const plans = examples.map((name) =>
      must(parseDocument(readFileSync(`assets/examples/${name}`, "utf8"))),
    );
    for (const plan of [...plans, fullPlan(), ruled()]) {
      const back = imported(writeMspdi(plan, { now: () => FIRST_INSTANT })).plan;
      expect(rows(back)).toEqual(rows(plan));
      expect(fields(back)).toEqual(fields(plan));
      expect(back.roadmap.calendar.workingWeekdays).toEqual(plan.roadmap.calendar.workingWeekdays);
      expect(back.baselines.size).toBe(plan.baselines.size);
    }
  });
});

function fields(plan: Plan): unknown[] {
  const live = (id: string | null) =>
    id === null ? null : plan.people.get(id)?.deletedAt === null ? plan.people.get(id)?.name : null;
  return outlineOf(plan).inOrder.map(({ item, children }) => {
    if (item.kind === "stage") return [item.name];
    const both = [item.name, item.constraint, item.deadline, item.isPinned && children.length === 0];
    if (item.kind === "milestone") return [...both, item.health, item.reachedOn, live(item.ownerId)];
    const status = children.length > 0 ? null : item.status;
    const length = children.length > 0 ? null : item.durationDays;
    return [...both, status, length, item.effortHours, live(item.accountableId)];
  });
}

/** Every kind of rule, a pin, a half day, and somebody away in the middle of their work. */
function ruled(): Plan {
  const kinds = ["ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"] as const;
  const rules = kinds.map((kind) => ({
    task: kind,
    constraint: { kind, date: kind === "ASAP" || kind === "ALAP" ? null : "2027-01-12" },
  }));
  const away = { from: "2027-01-06", to: "2027-01-07", name: "Ski" };
  return aPlan({
    people: [{ name: "Ana & <Ben>", daysOff: [away] }],
    roadmap: {
      calendar: {
        workingWeekdays: [0, 1, 2, 3],
        exceptions: [
          { date: "2000-12-25", working: false, name: "Christmas", yearly: true },
          { date: "2027-01-09", working: true, name: "Fair" },
        ],
        holidays: null,
      },
    },
    stages: [
      {
        name: "]]> “Rules” & more",
        holds: [
          ...rules,
          { task: "Pinned", isPinned: true, durationDays: 2.5, deadline: "2027-01-20", status: "blocked" },
          {
            task: "Away",
            durationDays: 4,
            does: ["Ana & <Ben>"],
            accountableId: "Ana & <Ben>",
            effortHours: 12,
          },
          {
            milestone: "Reached",
            reachedOn: "2027-01-05",
            ownerId: "Ana & <Ben>",
            holds: [{ task: "Inside" }],
          },
        ],
      },
      { name: "Empty" },
    ],
  });
}
