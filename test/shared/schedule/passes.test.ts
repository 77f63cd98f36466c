import { describe, expect, it } from "vitest";
import type { ConstraintKind } from "#shared/domain/constraint.ts";
import { allDays, datesOf, endDay } from "#shared/schedule/dates.ts";
import type { ScheduleInput } from "#shared/schedule/input.ts";
import { buildNetwork, loopIfLinked } from "#shared/schedule/network.ts";
import { schedule, solve } from "#shared/schedule/passes.ts";
import { EVERY_DAY, inputOf, link, MONDAY, milestone, numbersOf, solved, task, WEEKDAYS } from "./support.ts";

const span = (input: ScheduleInput, id: string): string => {
  const dates = datesOf(solved(input), id);
  return `${dates?.start} ${dates?.finish}`;
};

describe("days", () => {
  it("starts the successor on the next working day; a weekend in between does not count", () => {
    expect(span(inputOf([task("a", 5), task("b", 2)], ["a FS b"]), "b")).toBe("2027-03-08 2027-03-09");
  });

  it("puts a milestone on the day its predecessor ends, and what follows it on the next working day", () => {
    const input = inputOf([task("a", 5), milestone("m"), task("b", 1)], ["a FS m", "m FS b"]);
    expect(span(input, "m")).toBe("2027-03-05 2027-03-05");
    expect(span(input, "b")).toBe("2027-03-08 2027-03-08");
  });

  it("puts a milestone on the day its predecessor starts when it is linked to the start", () => {
    expect(span(inputOf([task("a", 5), task("b", 2), milestone("m")], ["a FS b", "b SS m"]), "m")).toBe(
      "2027-03-08 2027-03-08",
    );
  });

  it("puts a milestone without links on the project start, and work after it on the same day", () => {
    const input = inputOf([milestone("m"), task("b", 1)], ["m FS b"]);
    expect(span(input, "m")).toBe("2027-03-01 2027-03-01");
    expect(span(input, "b")).toBe("2027-03-01 2027-03-01");
  });

  it("lets a pinned milestone keep a day nobody works, and goes on the next working day", () => {
    const input = inputOf([milestone("fair", { pinnedStart: "2027-03-06" }), task("b", 1)], ["fair FS b"]);
    expect(span(input, "fair")).toBe("2027-03-06 2027-03-06");
    expect(span(input, "b")).toBe("2027-03-08 2027-03-08");
  });

  it("counts a lag after a milestone from the end of its day: signed 2 March + 1 working day is 4 March", () => {
    const input = inputOf(
      [milestone("signed", { pinnedStart: "2027-03-02" }), task("b", 1)],
      ["signed FS+1 b"],
    );
    expect(span(input, "b")).toBe("2027-03-04 2027-03-04");
  });

  it("lets two half days share a day, and begins longer work on a whole one", () => {
    const input = inputOf(
      [task("a", 0.5), task("b", 0.5), task("c", 1), task("d", 2.5)],
      ["a FS b", "b FS c", "a FS d"],
    );
    expect(span(input, "b")).toBe("2027-03-01 2027-03-01");
    expect(span(input, "c")).toBe("2027-03-02 2027-03-02");
    expect(span(input, "d")).toBe("2027-03-02 2027-03-04");
    expect(numbersOf(solved(input), "d")).toEqual({ es: 1, ef: 3.5, ls: 1, lf: 3.5, tf: 0, ff: 0 });
    expect(span({ ...input, splitDays: true }, "d")).toBe("2027-03-01 2027-03-03");
  });

  it("knows holidays", () => {
    const holiday = { date: "2027-03-02", working: false, yearly: false, name: "" };
    const calendar = { ...WEEKDAYS, exceptions: [holiday] };
    expect(span(inputOf([task("a", 3)], [], { calendars: [calendar] }), "a")).toBe("2027-03-01 2027-03-04");
  });

  it("draws from day numbers that agree with the dates", () => {
    const result = solved(inputOf([task("a", 5), milestone("m")], ["a FS m"]));
    expect([...allDays(result)].map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))).toEqual([
      "2027-03-01",
      "2027-03-05",
      "2027-03-05",
      "2027-03-05",
    ]);
    expect(endDay(result)).toBe("2027-03-05");
  });
});

describe("lags and calendars", () => {
  it("counts elapsed days through the weekend", () => {
    expect(span(inputOf([task("a", 4), task("b", 1)], ["a FS+2ed b"]), "b")).toBe("2027-03-08 2027-03-08");
    expect(span(inputOf([task("a", 4), task("b", 1)], ["a FS+2 b"]), "b")).toBe("2027-03-09 2027-03-09");
  });

  it("counts a working lag in the successor's calendar", () => {
    const calendars = [WEEKDAYS, EVERY_DAY];
    const input = inputOf([task("a", 5), task("b", 1, { calendar: 1 })], ["a FS+1 b"], { calendars });
    expect(span(input, "b")).toBe("2027-03-07 2027-03-07");
  });

  it("goes over to a calendar with other days and back", () => {
    const calendars = [WEEKDAYS, EVERY_DAY];
    const activities = [task("a", 5), task("b", 2, { calendar: 1 }), task("c", 1), task("d", 9)];
    const result = solved(inputOf(activities, ["a FS b", "b FS c"], { calendars }));
    expect(datesOf(result, "b")).toMatchObject({ start: "2027-03-06", finish: "2027-03-07" });
    expect(datesOf(result, "c")).toMatchObject({ start: "2027-03-08", lateStart: "2027-03-11" });
    expect(datesOf(result, "b")).toMatchObject({ lateFinish: "2027-03-10", totalFloat: 3 });
    expect(datesOf(result, "a")).toMatchObject({ lateFinish: "2027-03-08", totalFloat: 1 });
  });
});

describe("constraints", () => {
  /** `a` takes 2 days and `b` 3 after it (3 to 5 March without a constraint), beside 10 days of `long`. */
  const constrained = (kind: ConstraintKind, date: string | null): ScheduleInput =>
    inputOf([task("a", 2), task("b", 3, { constraint: { kind, date } }), task("long", 10)], ["a FS b"]);

  it.each([
    ["ASAP", null, "2027-03-03 2027-03-05", 5],
    ["ALAP", null, "2027-03-10 2027-03-12", 5],
    ["SNET", "2027-03-06", "2027-03-08 2027-03-10", 2],
    ["SNET", "2027-03-02", "2027-03-03 2027-03-05", 5],
    ["FNET", "2027-03-09", "2027-03-05 2027-03-09", 3],
    ["SNLT", "2027-03-04", "2027-03-03 2027-03-05", 1],
    ["SNLT", "2027-03-02", "2027-03-03 2027-03-05", -1],
    ["FNLT", "2027-03-08", "2027-03-03 2027-03-05", 1],
    ["FNLT", "2027-03-04", "2027-03-03 2027-03-05", -1],
    ["MSO", "2027-03-09", "2027-03-09 2027-03-11", 0],
    ["MSO", "2027-03-02", "2027-03-02 2027-03-04", 0],
    ["MFO", "2027-03-09", "2027-03-05 2027-03-09", 0],
    ["MFO", "2027-03-04", "2027-03-02 2027-03-04", 0],
  ] as const)("%s %s", (kind, date, days, totalFloat) => {
    const result = solved(constrained(kind, date));
    const dates = datesOf(result, "b");
    expect(`${dates?.start} ${dates?.finish}`).toBe(days);
    expect(dates?.totalFloat).toBe(totalFloat);
    expect(dates?.isCritical).toBe(totalFloat <= 0);
  });

  it("hands a latest date back to the predecessors", () => {
    expect(datesOf(solved(constrained("FNLT", "2027-03-04")), "a")?.totalFloat).toBe(-1);
    expect(datesOf(solved(constrained("MSO", "2027-03-02")), "a")?.totalFloat).toBe(-1);
  });

  it("slides a chain that is to lie as late as possible up to what follows it, and moves nothing else", () => {
    const alap = { constraint: { kind: "ALAP", date: null } } as const;
    const activities = [task("a", 1, alap), task("b", 2, alap), task("c", 1), task("long", 10)];
    const result = solved(inputOf([...activities, task("d", 3)], ["a FS b", "b FS c", "d FS c"]));
    expect(datesOf(result, "c")?.start).toBe("2027-03-04");
    expect(datesOf(result, "b")).toMatchObject({ start: "2027-03-02", earlyStart: "2027-03-02" });
    const free = solved(inputOf([...activities, task("d", 6)], ["a FS b", "b FS c", "d FS c"]));
    expect(datesOf(free, "c")?.start).toBe("2027-03-09");
    expect(datesOf(free, "b")).toMatchObject({
      start: "2027-03-05",
      finish: "2027-03-08",
      earlyStart: "2027-03-02",
    });
    expect(datesOf(free, "a")).toMatchObject({ start: "2027-03-04", earlyStart: "2027-03-01" });
  });

  it("places milestones by dates: not before a Saturday means the Monday", () => {
    const at = (kind: ConstraintKind, date: string) =>
      span(inputOf([milestone("m", { constraint: { kind, date } })]), "m").slice(0, 10);
    expect(at("SNET", "2027-03-04")).toBe("2027-03-04");
    expect(at("SNET", "2027-03-06")).toBe("2027-03-08");
    expect(at("MFO", "2027-03-04")).toBe("2027-03-04");
    expect(at("FNET", "2027-03-04")).toBe("2027-03-04");
  });

  it("does not let a deadline bend anything", () => {
    const plain = solved(inputOf([task("a", 5), task("b", 2)], ["a FS b"]));
    const promised = solved(inputOf([task("a", 5), task("b", 2, { deadline: "2027-03-02" })], ["a FS b"]));
    expect(datesOf(promised, "b")).toEqual(datesOf(plain, "b"));
  });
});

describe("what has happened", () => {
  it("keeps done work on its actual days, without float and off the critical path", () => {
    const done = task("a", 2, { actualStart: "2027-03-01", actualFinish: "2027-03-04" });
    const result = solved(inputOf([done, task("b", 1)], ["a FS b"]));
    expect(datesOf(result, "a")).toMatchObject({
      start: "2027-03-01",
      finish: "2027-03-04",
      totalFloat: 0,
      isCritical: false,
    });
    expect(datesOf(result, "b")?.start).toBe("2027-03-05");
  });

  it("does the rest of started work from the status date on", () => {
    const begun = task("a", 4, { actualStart: "2027-03-01", progressPct: 50 });
    const input = inputOf([begun, task("b", 1)], ["a FS b"], { statusDate: "2027-03-08" });
    expect(span(input, "a")).toBe("2027-03-01 2027-03-09");
    expect(span(input, "b")).toBe("2027-03-10 2027-03-10");
    expect(span(inputOf([{ ...begun, remainingDays: 3 }], [], { statusDate: "2027-03-08" }), "a")).toBe(
      "2027-03-01 2027-03-10",
    );
    expect(span(inputOf([begun]), "a")).toBe("2027-03-01 2027-03-04");
  });

  it("starts open work no earlier than the status date, but leaves pinned work", () => {
    const input = inputOf([task("a", 1), task("p", 1, { pinnedStart: "2027-03-02" })], [], {
      statusDate: "2027-03-08",
    });
    expect(span(input, "a")).toBe("2027-03-08 2027-03-08");
    expect(span(input, "p")).toBe("2027-03-02 2027-03-02");
  });

  it("lets a finish link still hold started work, and a start link no longer", () => {
    const begun = task("b", 2, { actualStart: "2027-03-01" });
    expect(span(inputOf([task("a", 5), begun], ["a FF b"]), "b")).toBe("2027-03-01 2027-03-05");
    expect(span(inputOf([task("a", 5), begun], ["a FS b"]), "b")).toBe("2027-03-01 2027-03-02");
  });

  it("shows a reached milestone on its day", () => {
    expect(span(inputOf([milestone("m", { actualFinish: "2027-03-07" })]), "m")).toBe(
      "2027-03-07 2027-03-07",
    );
  });
});

describe("networks", () => {
  it("names the loop and refuses it", () => {
    const outcome = schedule(
      inputOf(
        ["a", "b", "c", "d"].map((id) => task(id, 1)),
        ["a FS b", "b SS c", "c FF a", "c FS d"],
      ),
    );
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.problem.code).toBe("loop");
    expect(outcome.problem.ids).toHaveLength(3);
    const start = outcome.problem.ids.indexOf("a");
    expect([...outcome.problem.ids.slice(start), ...outcome.problem.ids.slice(0, start)]).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(outcome.problem.message).toMatch(/lead back/);
  });

  it("tells at the moment of linking which loop a link would close", () => {
    const links = [link("a FS b"), link("b FS c"), link("x FS b")];
    expect(loopIfLinked(links, "c", "a")).toEqual(["c", "a", "b"]);
    expect(loopIfLinked(links, "a", "c")).toBeNull();
    expect(loopIfLinked(links, "c", "new")).toBeNull();
    expect(loopIfLinked(links, "a", "a")).toEqual(["a"]);
  });

  it.each([
    ["unknown-activity", inputOf([task("a", 1)], ["a FS b"])],
    ["duplicate-activity", inputOf([task("a", 1), task("a", 2)])],
    ["unknown-calendar", inputOf([task("a", 1, { calendar: 3 })])],
    [
      "no-working-days",
      inputOf([task("a", 1)], [], { calendars: [{ workingWeekdays: [], exceptions: [], holidays: null }] }),
    ],
  ])("refuses %s with a sentence", (code, input) => {
    const outcome = schedule(input);
    expect(outcome).toMatchObject({ ok: false, problem: { code, message: expect.stringMatching(/\.$/) } });
  });

  it("schedules an empty plan and a single task", () => {
    expect(solved(inputOf([])).network.size).toBe(0);
    expect(span(inputOf([task("a", 0)]), "a")).toBe(`${MONDAY} ${MONDAY}`);
  });

  it("passes over a chain of 100,000 without recursion, forwards and from the last to the first", () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `${i}`);
    const links = ids
      .slice(1)
      .map((id, i) => ({ from: `${i}`, to: id, type: "FS", lag: 0, lagKind: "working" }) as const);
    const input = {
      ...inputOf([]),
      activities: ids.map((id) => task(id, 0.001)).reverse(),
      links: links.toReversed(),
    };
    const built = buildNetwork({ ...input, splitDays: true });
    if (!built.ok) throw new Error(built.problem.message);
    const result = solve(built.value);
    expect(numbersOf(result, "99999").ef).toBeCloseTo(100, 6);
    expect(datesOf(result, "0")?.isCritical).toBe(true);
    expect(loopIfLinked(links, "99999", "0")).toHaveLength(100_000);
    const looped = buildNetwork({ ...input, links: [...links, link("99999 FS 0")] });
    expect(looped).toMatchObject({ ok: false, problem: { code: "loop" } });
  });
});
