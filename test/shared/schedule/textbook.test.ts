/**
 * The passes against networks that others worked out. Sources:
 * 1. Mario Vanhoucke, Integrated Project Management and Control, Springer 2014, p. 6, project 1 "Cost Information
 *    System"; dates as in the tests of the R package criticalpath (github.com/rubens2005/criticalpath,
 *    tests/testthat/test-cpt-schedule_from_data_frame.R).
 * 2. "Critical path analysis, part 2", bizhelp24.com, worked table of activities A to G with both floats.
 * 3. The same R package, test-cpt-early_start_finish_by_relation_type.R: Begin -> A -> B -> End in all four link
 *    types with lag, without, and with lead.
 * 4. Immo Landwerth, Immutable.ProjectModel (github.com/terrajobst/immutable-project-model), TaskLinkTests.cs: two
 *    tasks in all four link types, with the dates and slacks Microsoft Project shows.
 * The fifth source, plans that Microsoft Project itself worked out and saved, is in mspdi.test.ts.
 */
import { describe, expect, it } from "vitest";
import { datesOf } from "#shared/schedule/dates.ts";
import { inputOf, numbersOf, solved, task } from "./support.ts";

describe("Vanhoucke 2014, p. 6, project 1", () => {
  const durations = [1, 2, 2, 4, 3, 3, 3, 2, 1, 1, 2, 1, 1, 1, 1, 2, 1];
  const links = (
    "1-2 1-3 2-4 2-5 2-6 3-7 3-8 3-9 3-10 4-11 5-11 6-11 7-12 8-13 9-14 10-15 " +
    "11-16 11-17 12-16 12-17 13-16 13-17 14-16 14-17 15-16 15-17"
  )
    .split(" ")
    .map((pair) => pair.replace("-", " FS "));
  const result = solved(
    inputOf(
      durations.map((days, index) => task(`${index + 1}`, days)),
      links,
    ),
  );
  const early = [0, 1, 1, 3, 3, 3, 3, 3, 3, 3, 7, 6, 5, 4, 4, 9, 9];
  const late = [0, 1, 3, 3, 4, 4, 5, 6, 7, 7, 7, 8, 8, 8, 8, 9, 10];
  // Of finish-to-start links only: earliest successor less own early finish.
  const free = [0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 2, 3, 4, 4, 0, 1];

  it("gives the printed dates and floats of all 17 activities", () => {
    for (const [index, days] of durations.entries()) {
      const es = early[index] as number;
      const ls = late[index] as number;
      expect(numbersOf(result, `${index + 1}`), `activity ${index + 1}`).toEqual({
        es,
        ef: es + days,
        ls,
        lf: ls + days,
        tf: ls - es,
        ff: free[index],
      });
    }
  });

  it("finds the critical activities 1, 2, 4, 11 and 16", () => {
    const critical = durations
      .map((_, index) => `${index + 1}`)
      .filter((id) => datesOf(result, id)?.isCritical);
    expect(critical).toEqual(["1", "2", "4", "11", "16"]);
  });
});

it("gives both floats of the worked table of bizhelp24.com, critical path A-B-D-F-G in 11 weeks", () => {
  const table: Record<string, [number, number, number, number, number]> = {
    A: [1, 0, 1, 0, 0],
    B: [3, 1, 4, 0, 0],
    C: [2, 1, 4, 1, 0],
    D: [3, 4, 7, 0, 0],
    E: [3, 3, 7, 1, 1],
    F: [2, 7, 9, 0, 0],
    G: [2, 9, 11, 0, 0],
  };
  const ids = Object.keys(table);
  const result = solved(
    inputOf(
      ids.map((id) => task(id, table[id]?.[0] as number)),
      ["A FS B", "A FS C", "B FS D", "C FS E", "D FS F", "E FS F", "F FS G"],
    ),
  );
  for (const id of ids) {
    const { es, lf, tf, ff } = numbersOf(result, id);
    expect([es, lf, tf, ff], id).toEqual(table[id]?.slice(1));
  }
});

// Left out: cases in which the package lets A end after the plan's end, or counts the plan's length from a start
// below zero; both are conventions of its own.
describe("four link types with lags and leads (R package criticalpath)", () => {
  /** Durations of A and B, link, then early starts and late starts of Begin, A, B and End as the source has them. */
  const cases: [number, number, string, number[], number[]][] = [
    [3, 3, "FS", [0, 1, 4, 7], [0, 1, 4, 7]],
    [3, 3, "FS+2", [0, 1, 6, 9], [0, 1, 6, 9]],
    [3, 3, "FS-2", [0, 1, 2, 5], [0, 1, 2, 5]],
    [3, 5, "FS", [0, 1, 4, 9], [0, 1, 4, 9]],
    [3, 5, "FS+2", [0, 1, 6, 11], [0, 1, 6, 11]],
    [3, 5, "FS-2", [0, 1, 2, 7], [0, 1, 2, 7]],
    [5, 3, "FS", [0, 1, 6, 9], [0, 1, 6, 9]],
    [5, 3, "FS+2", [0, 1, 8, 11], [0, 1, 8, 11]],
    [5, 3, "FS-2", [0, 1, 4, 7], [0, 1, 4, 7]],
    [3, 3, "FF", [0, 1, 1, 4], [0, 1, 1, 4]],
    [3, 3, "FF+2", [0, 1, 3, 6], [0, 1, 3, 6]],
    [3, 3, "SS+2", [0, 1, 3, 6], [0, 1, 3, 6]],
    [3, 5, "SS", [0, 1, 1, 6], [0, 1, 1, 6]],
    [3, 5, "SS+2", [0, 1, 3, 8], [0, 1, 3, 8]],
    [5, 3, "SS+2", [0, 1, 3, 6], [0, 1, 3, 6]],
    [3, 3, "SF+2", [0, 1, 0, 3], [0, 1, 0, 3]],
    [3, 5, "SF+2", [0, 1, -2, 3], [0, 1, -2, 3]],
  ];
  it.each(cases)("A %d, B %d, %s", (a, b, type, early, late) => {
    const activities = [task("Begin", 1), task("A", a), task("B", b), task("End", 1)];
    const links = ["Begin FS A", `A ${type} B`, "B FS End"];
    const result = solved(inputOf(activities, links, { startFloor: "unlinked" }));
    const ids = ["Begin", "A", "B", "End"];
    expect(ids.map((id) => numbersOf(result, id).es)).toEqual(early);
    expect(ids.map((id) => numbersOf(result, id).ls)).toEqual(late);
  });
});

describe("four link types as Microsoft Project schedules them (Immutable.ProjectModel)", () => {
  /** Duration of a task beside them, of task 0, of task 1, link, then ES EF LS LF TF FF of 0 and of 1, as days. */
  type Row = [string, string, string, string, number, number];
  const start = "2018-02-26";
  const cases: [string, number[], string, Row, Row][] = [
    [
      "FS",
      [2, 3],
      "0 FS 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["02-28", "03-02", "02-28", "03-02", 0, 0],
    ],
    [
      "FS+1",
      [2, 3],
      "0 FS+1 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["03-01", "03-05", "03-01", "03-05", 0, 0],
    ],
    [
      "FS-1",
      [2, 3],
      "0 FS-1 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["02-27", "03-01", "02-27", "03-01", 0, 0],
    ],
    [
      "FS-3, before the start",
      [2, 3],
      "0 FS-3 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["02-23", "02-27", "02-23", "02-27", 0, 0],
    ],
    [
      "SS",
      [2, 3],
      "0 SS 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["02-26", "02-28", "02-26", "02-28", 0, 0],
    ],
    [
      "SS+1",
      [2, 3],
      "0 SS+1 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["02-27", "03-01", "02-27", "03-01", 0, 0],
    ],
    [
      "SS-1",
      [2, 3],
      "0 SS-1 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["02-23", "02-27", "02-23", "02-27", 0, 0],
    ],
    [
      "FF+1",
      [2, 3],
      "0 FF+1 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["02-26", "02-28", "02-26", "02-28", 0, 0],
    ],
    [
      "FF-1 beside 5 days",
      [3, 2, 5],
      "0 FF-1 1",
      ["02-26", "02-28", "02-28", "03-02", 2, 0],
      ["02-26", "02-27", "03-01", "03-02", 3, 3],
    ],
    [
      "SF+1",
      [2, 3],
      "0 SF+1 1",
      ["02-26", "02-27", "02-26", "02-27", 0, 0],
      ["02-22", "02-26", "02-23", "02-27", 1, 1],
    ],
  ];
  it.each(cases)("%s", (_name, durations, text, first, second) => {
    const activities = durations.map((days, index) => task(`${index}`, days));
    const result = solved(inputOf(activities, [text], { projectStart: start, startFloor: "unlinked" }));
    for (const [id, row] of [
      ["0", first],
      ["1", second],
    ] as const) {
      const dates = datesOf(result, id);
      const days = [dates?.earlyStart, dates?.earlyFinish, dates?.lateStart, dates?.lateFinish];
      expect(
        [...days.map((day) => day?.slice(5)), dates?.totalFloat, dates?.freeFloat],
        `task ${id}`,
      ).toEqual(row);
    }
  });

  it("differs on purpose: FF and its project holds the finish-linked task at the start, we hold it there by default", () => {
    const held = solved(inputOf([task("0", 2), task("1", 3)], ["0 FF 1"], { projectStart: start }));
    expect(numbersOf(held, "0")).toEqual({ es: 0, ef: 2, ls: 1, lf: 3, tf: 1, ff: 1 });
    expect(numbersOf(held, "1")).toEqual({ es: 0, ef: 3, ls: 0, lf: 3, tf: 0, ff: 0 });
    const below = solved(
      inputOf([task("0", 3), task("1", 2), task("2", 5)], ["0 FF-2 1"], { projectStart: start }),
    );
    expect(numbersOf(below, "0")).toMatchObject({ tf: 2, ff: 1 });
    expect(numbersOf(below, "1")).toMatchObject({ es: 0, tf: 3, ff: 3 });
  });

  it("SF without lag: the finish on the morning of the predecessor's start shows as the evening before", () => {
    const result = solved(
      inputOf([task("0", 2), task("1", 3)], ["0 SF 1"], { projectStart: start, startFloor: "unlinked" }),
    );
    expect(datesOf(result, "1")).toMatchObject({
      earlyStart: "2018-02-21",
      earlyFinish: "2018-02-23",
      lateStart: "2018-02-23",
      lateFinish: "2018-02-27",
      totalFloat: 2,
      freeFloat: 2,
    });
  });
});
