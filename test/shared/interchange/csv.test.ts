import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { planFromCsv } from "#shared/interchange/csv.ts";
import { guessMapping } from "#shared/interchange/csv-columns.ts";
import { decideOrder, readDate } from "#shared/interchange/csv-dates.ts";
import { parseCsv } from "#shared/interchange/csv-parse.ts";
import { writeCsv } from "#shared/interchange/csv-write.ts";
import type { Imported } from "#shared/interchange/gan.ts";
import { aPlan, importContext, testContext } from "#test/support/builders.ts";
import { chance } from "#test/support/chance.ts";
import { expectSound } from "#test/support/plans.ts";
import { wildPlan } from "#test/support/wildPlans.ts";

const FOLDER = "test/fixtures/csv";
const spectrum = readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));

function imported(text: string): Imported {
  const table = must(parseCsv(text));
  const choices = { mapping: guessMapping(table.header), dateOrder: null };
  const read = must(planFromCsv(table, choices, { ...importContext(), fallbackName: "Sheet" }));
  expectSound(read.plan);
  return read;
}

const lines = (plan: Plan): string[] =>
  outlineOf(plan).inOrder.map((n) => `${n.wbsCode} ${n.item.kind} ${n.item.name} ${n.start} ${n.finish}`);

const links = (plan: Plan): string[] =>
  [...plan.dependencies.values()]
    .map((d) => {
      const [from, to] = [itemById(plan, d.fromId)?.name, itemById(plan, d.toId)?.name];
      return `${from} > ${to} ${d.type} ${d.lagDays} ${d.lagDays === 0 ? "" : d.lagKind}`;
    })
    .sort();

const people = (plan: Plan): string[] =>
  outlineOf(plan).inOrder.flatMap(({ item }) => {
    const name = (id: string | null) => (id === null ? "-" : plan.people.get(id)?.name);
    if (item.kind === "stage") return [];
    if (item.kind === "milestone") return [`${item.name}: ${name(item.ownerId)}`];
    const does = item.assignments.map((a) => `${name(a.personId)} ${a.allocationPct}`);
    return [`${item.name}: ${does.join()} ${name(item.accountableId)}`];
  });

const left = ({ report }: Imported): string[] => report.notBroughtIn.map(({ what }) => what);

/** As a program exports them: heading, then rows. */
const EXPORTS: Record<string, { text: string; lines: string[]; links: string[]; people?: string[] }> = {
  "Microsoft Project": {
    text: `ID,Active,Task Mode,Name,Duration,Start,Finish,Predecessors,Outline Level,Notes,Resource Names
1,Yes,Auto Scheduled,Open,12 days,Mon 1/4/27,Tue 1/19/27,,1,,
2,Yes,Auto Scheduled,Lease,5 days,Mon 1/4/27,Fri 1/8/27,,2,,"Ana,Ben[50%]"
3,Yes,Auto Scheduled,Fit out,1.5 wks,Mon 1/11/27,Wed 1/20/27,2FS+0 days,2,,Ben
4,Yes,Auto Scheduled,Doors open,0 days,Wed 1/20/27,Wed 1/20/27,"3,2SS+2 edays",2,,`,
    lines: [
      "1 stage Open 2027-01-04 2027-01-20",
      "1.1 task Lease 2027-01-04 2027-01-08",
      "1.2 task Fit out 2027-01-11 2027-01-20",
      "1.3 milestone Doors open 2027-01-20 2027-01-20",
    ],
    links: ["Fit out > Doors open FS 0 ", "Lease > Doors open SS 2 elapsed", "Lease > Fit out FS 0 "],
    people: ["Lease: Ana 100,Ben 50 -", "Fit out: Ben 100 -", "Doors open: -"],
  },
  "a German Microsoft Project": {
    text: `Nr.;Vorgangsname;Dauer;Anfang;Ende;Vorgänger;Gliederungsebene;Ressourcennamen
1;Öffnen;8 Tage;Mo 04.01.27;Mi 13.01.27;;1;
2;Mieten;5 Tage;Mo 04.01.27;Fr 08.01.27;;2;Ana
3;Ausbauen;3 Tage;Mo 11.01.27;Mi 13.01.27;2EA+2t;2;Ben`,
    lines: [
      "1 stage Öffnen 2027-01-04 2027-01-13",
      "1.1 task Mieten 2027-01-04 2027-01-08",
      "1.2 task Ausbauen 2027-01-11 2027-01-13",
    ],
    links: ["Mieten > Ausbauen FS 2 working"],
  },
  Asana: {
    text: `Task ID,Name,Section/Column,Assignee,Start Date,Due Date,Notes,Parent task,Blocked By (Dependencies)
11,Lease,Idea,Ana,2027-01-04,2027-01-08,,,
12,Read it,,Ben,,2027-01-06,,Lease,
13,Fit out,Build,Ben,2027-01-11,2027-01-13,Quiet,,Lease`,
    lines: [
      "1 stage Idea 2027-01-06 2027-01-06",
      "1.1 task Lease 2027-01-06 2027-01-06",
      "1.1.1 task Read it 2027-01-06 2027-01-06",
      "2 stage Build 2027-01-11 2027-01-13",
      "2.1 task Fit out 2027-01-11 2027-01-13",
    ],
    links: ["Lease > Fit out FS 0 "],
  },
  Smartsheet: {
    text: `Task Name,Assigned To,Duration,Start,Finish,Predecessors,% Complete,Status
Plan,,,,,,,
  Lease,Ana,5d,13/01/2027,19/01/2027,,0.5,In Progress
  Fit out,Ben,2d,20/01/2027,21/01/2027,2FS +1d,0,Not Started`,
    lines: [
      "1 stage Plan 2027-01-13 2027-01-21",
      "1.1 task Lease 2027-01-13 2027-01-19",
      "1.2 task Fit out 2027-01-20 2027-01-21",
    ],
    links: ["Lease > Fit out FS 1 working"],
  },
  Trello: {
    text: `Card ID,Card Name,Card Description,List Name,Members,Due Date
a1,Lease,,Doing,"Ana, Ben",2027-01-08T12:00:00.000Z
a2,Fit out,,To do,,2027-01-13T12:00:00.000Z`,
    lines: [
      "1 stage Doing 2027-01-08 2027-01-08",
      "1.1 task Lease 2027-01-08 2027-01-08",
      "2 stage To do 2027-01-13 2027-01-13",
      "2.1 task Fit out 2027-01-13 2027-01-13",
    ],
    links: [],
    people: ["Lease: Ana 100,Ben 100 -", "Fit out:  -"],
  },
};

describe("comma-separated values", () => {
  it.each(spectrum)("%s of csv-spectrum reads as its JSON says", (name) => {
    const text = readFileSync(`${FOLDER}/${name}`, "utf8");
    const { header, rows } = must(parseCsv(name.includes("_crlf") ? text.replace(/\r?\n/g, "\r\n") : text));
    const records = rows.map((row) => Object.fromEntries(header.map((key, i) => [key, row[i] ?? ""])));
    const expected: unknown = JSON.parse(readFileSync(`${FOLDER}/${name.replace(".csv", ".json")}`, "utf8"));
    expect(records).toEqual(expected);
  });

  it("refuses what is no table with a sentence", () => {
    for (const text of [
      "",
      "\uFEFF \r\n",
      'a,"b\nc',
      "a\0b",
      "caf\uFFFD",
      ",".repeat(600),
      "\n".repeat(9),
      7,
    ]) {
      const read = parseCsv(text);
      expect(read.ok ? "read" : read.problem.message).toMatch(/^[A-Z].*\.$/s);
    }
  });

  it("writes nothing that a spreadsheet would run, and reads it back as it was", () => {
    const names = ['=HYPERLINK("http://x","y")', "+1", "-1+2", "@SUM(A1)", "\tx", "a,b", 'c"d', "'=1", "＝1"];
    const holds = names.map((task) => ({ task }));
    const text = writeCsv(aPlan({ stages: [{ name: "=1+1", holds }] }));
    expect(text.startsWith("\uFEFFNumber,Kind,Name,")).toBe(true);
    for (const cell of must(parseCsv(text)).rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝]/);
    const back = [...imported(text).plan.tasks.values()].map((task) => task.name);
    expect(back).toEqual(names.map((name) => name.trim().replace(/^'(?==)/, "")));
  });

  it.each(Object.entries(EXPORTS))("reads a table of %s without being told", (_, expected) => {
    const { plan } = imported(expected.text);
    expect(lines(plan)).toEqual(expected.lines);
    expect(links(plan)).toEqual(expected.links);
    if (expected.people) expect(people(plan)).toEqual(expected.people);
  });

  it("decides over all dates which comes first, and says when it cannot know", () => {
    expect(decideOrder([["1/2/2027", "13/2/2027"]])).toEqual({ order: "dmy", isSure: true });
    expect(decideOrder([["1/2/2027", "1/13/2027"]])).toEqual({ order: "mdy", isSure: true });
    expect(decideOrder([["1/5/2027", "2/3/2027"]])).toEqual({ order: "mdy", isSure: false });
    expect(decideOrder([["2027-01-02", "3.4.2027"]])).toEqual({ order: "dmy", isSure: true });
    expect(left(imported("Name,Start\nLease,3/4/2027"))).toContain("Dates were read with the day first");
    const read = [
      "4 Mar 2027",
      "March 4th, 2027",
      "Thu 04-03-27",
      "4. März 2027",
      "4 de marzo de 2027",
      "20270304",
    ];
    for (const text of read) expect([text, readDate(text, "dmy")]).toEqual([text, "2027-03-04"]);
    for (const text of ["31/2/2027", "tomorrow", "4/2027", "1"]) expect(readDate(text, "dmy")).toBeNull();
  });

  it("tells the working week from the durations, and says so", () => {
    const { plan, report } = imported(`Name,Start,Finish,Duration
A,2027-01-05,2027-01-09,5
B,2027-01-09,2027-01-12,2`);
    expect(plan.roadmap.calendar.workingWeekdays).toEqual([2, 3, 4, 5, 6]);
    expect(report.notBroughtIn).toMatchObject([
      { what: "The working week: 5 days", names: ["Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] },
    ]);
    expect(lines(plan).slice(1)).toEqual([
      "1.1 task A 2027-01-05 2027-01-09",
      "1.2 task B 2027-01-09 2027-01-12",
    ]);
  });

  it("says what it could not read", () => {
    const { report } = imported(`Name,Start,Finish,Duration,Status,Predecessors,Colour
A,soon,,,Simmering,Z,red
B,2027-01-05,2027-01-04,lots,,B,
,2027-01-05,,,,,`);
    expect(report.notBroughtIn.map(({ what }) => what)).toEqual([
      "1 row",
      "Dates of 1 row",
      "Dates of 1 row that the table does not have",
      "Durations of 1 row",
      "The finish of 1 row",
      "States of 1 row",
      "1 link",
      "1 link",
      "1 column",
    ]);
  });

  it("keeps names, dates, links, gaps and people of any plan", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const plan = wildPlan(chance(seed), testContext());
      const back = imported(writeCsv(plan)).plan;
      expect(lines(back).map(undated), `seed ${seed}`).toEqual(lines(plan).map(undated));
      expect(links(back), `seed ${seed}`).toEqual(links(plan));
      expect(people(back), `seed ${seed}`).toEqual(people(plan));
    }
  });
});

/** Tasks of people who are away, or of a plan with days off, end by their own calendar, which a table does not hold. */
function undated(line: string): string {
  return line.replace(/ \S+$/, "");
}
