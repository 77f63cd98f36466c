import { describe, expect, it } from "vitest";
import type { Entity } from "#shared/domain/entity.ts";
import type { Handover } from "#shared/domain/handover.ts";
import { entitiesOf, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { STANDARD_CALENDAR } from "#shared/domain/roadmap.ts";
import { CHECKS, healthOf } from "#shared/review/health.ts";
import { aPlan, START } from "#test/support/builders.ts";

const HOLIDAYS = { country: "PT", firstYear: 2027, lastYear: 2028, worked: [] };
const CRITERION = { id: "c", text: "Ten people would pay", isMust: true, isMet: false, evidence: [] };

/** A small plan in which nothing is weak. */
function sound(): Plan {
  return aPlan({
    roadmap: {
      ceoId: "Ana",
      visionLines: [{ id: "line", text: "The best slice in town" }],
      calendar: { ...STANDARD_CALENDAR, holidays: HOLIDAYS },
    },
    people: [{ name: "Ana" }, { name: "Bo" }],
    stages: [
      {
        name: "Idea",
        goal: "Somebody wants it",
        gateCriteria: [CRITERION],
        holds: [
          {
            milestone: "Named",
            date: "2027-04-01",
            ownerId: "Ana",
            criteria: [{ id: "n", text: "It is registered", met: false }],
            visionLineId: "line",
            holds: [
              { task: "Ask", start: START, durationDays: 2, accountableId: "Ana", does: ["Bo"] },
              { task: "Choose", start: "2027-01-11", accountableId: "Ana", does: ["Ana"] },
            ],
          },
        ],
      },
    ],
    links: [{ from: "Ask", to: "Choose" }],
    routines: [{ name: "Count the cash", ownerId: "Bo", rule: "FREQ=WEEKLY", firstRun: START }],
    procedures: [{ name: "Open the shop", ownerId: "Bo", reviewOn: "2027-06-01" }],
    decisionRights: [{ name: "Spending", holderId: "Bo", level: 6, ceiling: 500, reviewOn: "2027-06-01" }],
  });
}

function but(id: string, patch: object): Plan {
  const plan = sound();
  const rows = entitiesOf(plan).map((row) => (row.id === id ? ({ ...row, ...patch } as Entity) : row));
  const roadmap = id === "roadmap" ? { ...plan.roadmap, ...patch } : plan.roadmap;
  return planFromEntities(roadmap, rows);
}

function handed(fields: Partial<Handover>): Handover {
  const handover = { byId: "Ana", toId: "Bo", level: 5, on: START, state: "handed", reason: "" } as const;
  return { ...handover, followUpOn: null, ...fields };
}

function begunEarly(): Plan {
  return aPlan({
    stages: [
      { name: "Idea", gateCriteria: [CRITERION], holds: [{ milestone: "Named", date: "2027-04-01" }] },
      {
        name: "First customer",
        holds: [
          { milestone: "Open", date: "2027-06-01", holds: [{ task: "Paint", status: "in-progress" }] },
          { milestone: "Found", date: "2027-02-01", reachedOn: "2027-02-01" },
        ],
      },
    ],
  });
}

const unlinked = (plan: Plan): Plan => ({ ...plan, dependencies: new Map() });

/** What each check is to find, and the words by which somebody knows what is meant. */
const WEAK: readonly (readonly [
  check: string,
  plan: Plan,
  itemId: string | null,
  words: RegExp,
  day?: string,
])[] = [
  [
    "ceo-over",
    but("Choose", { effortHours: 100 }),
    "Ana",
    /Ana has more work than hours in 1 of the next 13/,
  ],
  ["over", but("Ask", { effortHours: 90 }), "Bo", /^Bo has more work than hours .*the week of 4 Jan: 5\d/],
  ["promise-missed", but("Named", { deadline: "2027-03-22" }), "Named", /^“Named” was promised for 22 Mar/],
  ["no-end", sound(), "Ask", /^“Ask” should have been done on 5 Jan, 42 days ago/, "2027-02-16"],
  ["one-number", but("Choose", { durationDays: 11 }), "Choose", /^“Choose” takes 11 days of work/],
  [
    "nobody-answers",
    but("Choose", { accountableId: null }),
    "Choose",
    /^Nobody answers for “Choose”.*11 Jan\)\.$/,
  ],
  ["nobody-does", but("Choose", { assignments: [] }), "Choose", /^Ana answers for “Choose”/],
  ["milestone-owner", but("Named", { ownerId: null }), "Named", /^Nobody owns “Named”/],
  ["milestone-criteria", but("Named", { criteria: [] }), "Named", /^“Named”.*does not say/],
  ["milestone-vision", but("Named", { visionLineId: null }), "Named", /serves no sentence/],
  ["stage-goal", but("Idea", { goal: " " }), "Idea", /“Idea” has no goal/],
  ["gate-criteria", but("Idea", { gateCriteria: [] }), "Idea", /“Idea” does not say/],
  [
    "gate-evidence",
    but("Idea", { gateCriteria: [{ ...CRITERION, isMet: true }] }),
    "Idea",
    /“Idea” has 1 must-have that nothing shows, all ticked/,
  ],
  [
    "gate-not-ready",
    sound(),
    "Idea",
    /^The gate of “Idea” is due on 1 Apr, in 14 days: 0 of 1 must-have met; 1 milestone still ahead\.$/,
    "2027-03-18",
  ],
  ["gate-not-ready", sound(), "Idea", /^The gate of “Idea” was due on 1 Apr: /, "2027-04-02"],
  ["too-early", begunEarly(), "Open", /^“Open” has begun before the gate of “Idea” was passed\.$/],
  ["routine-owner", but("Count the cash", { ownerId: null }), "Count the cash", /Nobody runs the routine/],
  ["routine-minutes", but("Count the cash", { minutes: 0 }), "Count the cash", /takes 0 minutes/],
  ["routine-missed", sound(), "Count the cash", /was missed 2 times in a row/, "2027-01-18"],
  ["workflow-review", but("Open the shop", { reviewOn: "2027-01-01" }), "Open the shop", /3 days late/],
  [
    "matter-review",
    but("Spending", { reviewOn: "2027-01-01" }),
    "Spending",
    /“Spending” was to be looked at/,
  ],
  [
    "outside-right",
    but("Choose", { decisionRightId: "Spending", accountableId: "Bo", amount: 900 }),
    "Choose",
    /900/,
  ],
  [
    "past-engagement",
    but("Bo", { engagement: { from: null, until: START, daysPerMonth: null } }),
    "Ask",
    /“Ask”: Bo/,
  ],
  ["handover-unanswered", but("Ask", { handovers: [handed({ on: "2026-12-20" })] }), "Ask", /15 days ago/],
  [
    "follow-up",
    but("Ask", { handovers: [handed({ followUpOn: "2027-01-02" })] }),
    "Ask",
    /Ana was to ask Bo about “Ask” on 2 Jan/,
  ],
  ["no-holidays", but("roadmap", { calendar: STANDARD_CALENDAR }), null, /public holidays/],
  ["waits-for-nothing", unlinked(sound()), "Choose", /^“Choose” starts on 11 Jan because/],
  ["leads-nowhere", but("Choose", { parentId: "Idea" }), "Choose", /^“Choose” stands in no milestone/],
  ["held-by-hand", but("Choose", { isPinned: true }), "Choose", /^“Choose” is pinned/],
];

describe("what fresh eyes find", () => {
  it("finds nothing where nothing is weak", () => {
    expect(healthOf(sound(), START).results).toEqual([]);
  });

  const cases = WEAK.map(([check, plan, itemId, words, day = START]) => ({
    check,
    plan,
    itemId,
    words,
    day,
  }));
  it.each(cases)("$check", ({ check, plan, itemId, words, day }) => {
    const found = healthOf(plan, day).results.find((result) => result.check.key === check);
    expect(found?.findings[0]?.itemId).toBe(itemId);
    expect(found?.findings[0]?.text).toMatch(words);
  });

  it("has each check tried above, the crowded week apart", () => {
    const tried = new Set(WEAK.map(([check]) => check));
    expect(CHECKS.map(({ key }) => key).filter((key) => !tried.has(key))).toEqual(["one-week"]);
  });

  it("finds the week, or the day, that holds too much of a stage, and not work that is spread", () => {
    const tasks = (starts: readonly string[], durationDays: number) =>
      starts.map((start, i) => ({ task: `t${i}`, start, durationDays }));
    const found = (starts: readonly string[], durationDays: number): string | undefined => {
      const plan = aPlan({ stages: [{ name: "Idea", holds: tasks(starts, durationDays) }] });
      return healthOf(plan, START).results.find(({ check }) => check.key === "one-week")?.findings[0]?.text;
    };
    const spread = Array.from({ length: 9 }, (_, week) => `2027-0${week < 4 ? 2 : 3}-0${1 + (week % 4)}`);
    expect(found(["2027-01-04", ...Array<string>(7).fill("2027-02-15"), "2027-03-29"], 5)).toBe(
      "The stage “Idea” has 78% of its open work in the week of 15 Feb.",
    );
    expect(found(Array<string>(8).fill("2027-02-15"), 30)).toBe("The stage “Idea” starts 8 tasks on 15 Feb.");
    expect(found(spread, 30)).toBeUndefined();
  });

  it("tells the same fact by the same key, and another one by another", () => {
    const keys = (plan: Plan): string[] => [...healthOf(plan, START).byKey.keys()];
    const late = (deadline: string): Plan => but("Named", { deadline });
    expect(keys(late("2027-03-22"))).toEqual(keys(late("2027-03-22")));
    expect(keys(late("2027-03-22"))).not.toEqual(keys(late("2027-03-23")));
    const renamed = but("Named", { name: "Called", ownerId: null });
    expect(keys(renamed)).toEqual(keys(but("Named", { ownerId: null })));
  });
});
