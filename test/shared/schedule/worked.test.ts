/**
 * Networks worked out by hand by others, with links of every type, lags and leads. Sources:
 * 1. "单代号搭接网络计划时间参数计算" (time parameters of overlapping single-code networks), lecture slides,
 *    360docs.net/doc/9816592461.html: six activities, links of all four types, early and late dates worked out line
 *    by line. Its STS, FTS, FTF and STF are our SS, FS, FF and SF.
 * 2. "Difficult network diagram example with lag solved", Engineer4Free, youtube.com/watch?v=qTErIV6OqLg, with its
 *    table of early and late dates and total floats as in the tests of PlanExe (github.com/neoneye/PlanExe,
 *    src/schedule/tests/test_schedule.py): one network of eight activities with all four types.
 * 3. James Marion, "Lags Part 1" and "Lags Part 2", youtube.com/watch?v=nhRTJBQ1NPM and v=lQtpnHzvTT8, likewise.
 * 4. Mumbai University, Civil Engineering, semester 8, Construction Management, 12-mark question with the answer at
 *    ques10.com/p/21199: a table of ten activities with both floats.
 * 5. "手工验证示例：Backward Pass 中 Lag 的处理" (worked by hand: lags in the backward pass), a page on a public GitHub
 *    project that schedules by the critical path; the copy read names neither project nor author. Four activities,
 *    all four types, a lead among them.
 */
import { describe, expect, it } from "vitest";
import { datesOf } from "#shared/schedule/dates.ts";
import { inputOf, numbersOf, solved, task } from "./support.ts";

/** `durations`: `A 3, B 2`; dates are [ES, EF, LS, LF, total float] by id. */
interface Worked {
  readonly durations: string;
  readonly links: readonly string[];
  readonly dates: Readonly<Record<string, readonly [number, number, number, number, number]>>;
  readonly critical: string;
}

const networks: readonly (readonly [string, Worked])[] = [
  [
    // Work that the links alone would put before the start (D, seven days) is held at the start, and one whose late
    // finish would lie after the end (D, day 36) at the end: the source says so and does as we do. It gives dates;
    // the floats are late less early start.
    "overlapping network with STS, FTS, FTF and STF (lecture slides)",
    {
      durations: "A 10, B 15, C 6, D 22, F 20, G 10",
      links: [
        "A FS B",
        "A SS+6 C",
        "A FF+5 D",
        "B SS+5 C",
        "B FF+2 C",
        "B SF+25 F",
        "D SS+1 F",
        "D SS+3 G",
        "C SS+3 G",
        "F SS+5 G",
      ],
      dates: {
        A: [0, 10, 0, 10, 0],
        B: [10, 25, 10, 25, 0],
        C: [21, 27, 22, 28, 1],
        D: [0, 22, 13, 35, 13],
        F: [15, 35, 15, 35, 0],
        G: [24, 34, 25, 35, 1],
      },
      critical: "A B F",
    },
  ],
  [
    "all four types in one network (Engineer4Free)",
    {
      durations: "A 3, B 2, C 2, D 4, E 1, F 2, G 4, H 3",
      links: [
        "A FS+2 B",
        "A SS C",
        "B SS+1 D",
        "C SF+3 E",
        "C FF+3 F",
        "D SS+1 G",
        "E FS G",
        "F SF+2 H",
        "G FS H",
      ],
      dates: {
        A: [0, 3, 0, 3, 0],
        B: [5, 7, 5, 7, 0],
        C: [0, 2, 4, 6, 4],
        D: [6, 10, 6, 10, 0],
        E: [2, 3, 6, 7, 4],
        F: [3, 5, 12, 14, 9],
        G: [7, 11, 7, 11, 0],
        H: [11, 14, 11, 14, 0],
      },
      critical: "A B D G H",
    },
  ],
  [
    "lags, part 1 (James Marion)",
    {
      durations: "A 2, B 4, C 3, D 5, E 2",
      links: ["A FS+5 B", "B SS+3 C", "B FS D", "C FS E", "D FS E"],
      dates: {
        A: [0, 2, 0, 2, 0],
        B: [7, 11, 7, 11, 0],
        C: [10, 13, 13, 16, 3],
        D: [11, 16, 11, 16, 0],
        E: [16, 18, 16, 18, 0],
      },
      critical: "A B D E",
    },
  ],
  [
    "lags, part 2 (James Marion)",
    {
      durations: "A 2, B 2, C 4, D 3, E 3, F 1",
      links: ["A FS B", "A FS C", "B FS D", "C SF+7 D", "C FS E", "D FF+3 F", "E FS F"],
      dates: {
        A: [0, 2, 0, 2, 0],
        B: [2, 4, 4, 6, 2],
        C: [2, 6, 2, 6, 0],
        D: [6, 9, 6, 9, 0],
        E: [6, 9, 8, 11, 2],
        F: [11, 12, 11, 12, 0],
      },
      critical: "A C D F",
    },
  ],
  [
    // The source gives dates; the floats are late less early start.
    "all four types with lags and a lead, worked by hand",
    {
      durations: "A 5, B 4, C 6, D 3",
      links: ["A FS+3 B", "A FF+1 C", "B FS-2 C", "B SS+2 D", "C SF+4 D"],
      dates: {
        A: [0, 5, 0, 5, 0],
        B: [8, 12, 8, 12, 0],
        C: [10, 16, 10, 16, 0],
        D: [11, 14, 13, 16, 2],
      },
      critical: "A B C",
    },
  ],
];

describe.each(networks)("%s", (_name, { durations, links, dates, critical }) => {
  const activities = durations.split(", ").map((text) => {
    const [id, days] = text.split(" ");
    return task(`${id}`, Number(days));
  });
  const result = solved(inputOf(activities, links));

  it("gives the stated early and late dates and total floats", () => {
    for (const [id, stated] of Object.entries(dates)) {
      const { es, ef, ls, lf, tf } = numbersOf(result, id);
      expect([es, ef, ls, lf, tf], id).toEqual(stated);
    }
  });

  it("finds the critical activities", () => {
    const found = activities.map(({ id }) => id).filter((id) => datesOf(result, id)?.isCritical);
    expect(found.join(" ")).toBe(critical);
  });
});

describe("Mumbai University, network of events 1 to 7 in 20 days", () => {
  /** Activity: from event, to event, days, then EST, EFT, LST, LFT, total and free float as answered. */
  const table: Readonly<Record<string, readonly number[]>> = {
    A: [1, 2, 2, 0, 2, 0, 2, 0, 0],
    B: [1, 3, 3, 0, 3, 6, 9, 6, 6],
    C: [2, 3, 7, 2, 9, 2, 9, 0, 0],
    D: [2, 4, 2, 2, 4, 10, 12, 8, 0],
    E: [4, 6, 2, 4, 6, 12, 14, 8, 8],
    F: [3, 6, 5, 9, 14, 9, 14, 0, 0],
    G: [3, 5, 3, 9, 12, 10, 13, 1, 0],
    H: [5, 6, 1, 12, 13, 13, 14, 1, 1],
    I: [5, 7, 4, 12, 16, 16, 20, 4, 4],
    J: [6, 7, 6, 14, 20, 14, 20, 0, 0],
  };
  const ids = Object.keys(table);
  const links = ids.flatMap((from) =>
    ids.filter((to) => table[from]?.[1] === table[to]?.[0]).map((to) => `${from} FS ${to}`),
  );
  const result = solved(
    inputOf(
      ids.map((id) => task(id, table[id]?.[2] as number)),
      links,
    ),
  );

  it("gives the answered dates and both floats of all ten activities", () => {
    for (const id of ids) {
      const { es, ef, ls, lf, tf, ff } = numbersOf(result, id);
      expect([es, ef, ls, lf, tf, ff], id).toEqual(table[id]?.slice(3));
    }
  });

  it("finds the critical path A-C-F-J", () => {
    expect(ids.filter((id) => datesOf(result, id)?.isCritical).join("-")).toBe("A-C-F-J");
  });
});
