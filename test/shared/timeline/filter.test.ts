import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import { listOf } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import {
  FILTER_STATUSES,
  filterItems,
  type ItemFilter,
  isFiltering,
  liveFilter,
  NO_FILTER,
  NOBODY,
} from "#shared/timeline/filter.ts";
import { filterParts, shownWords } from "#shared/timeline/filterWords.ts";
import { timelineLinks } from "#shared/timeline/rowLinks.ts";
import { timelineRows } from "#shared/timeline/rows.ts";
import { aPlan, bigPlan } from "#test/support/builders.ts";

const TODAY = "2027-03-10";
const plan = aPlan({
  people: [{ name: "Ana" }, { name: "Ben" }],
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Lease",
          date: "2027-03-30",
          ownerId: "Ben",
          health: "at-risk",
          holds: [
            { task: "Visit", start: "2027-03-01", does: ["Ana"], accountableId: "Ben" },
            { task: "Sign", start: "2027-03-20", accountableId: "Ana", status: "blocked" },
          ],
        },
        {
          task: "Fit out",
          start: "2027-03-15",
          holds: [
            { task: "Paint", start: "2027-04-01", does: ["Ben"], accountableId: "Ben" },
            {
              task: "Wire",
              start: "2027-03-01",
              does: ["Ana"],
              accountableId: "Ana",
              status: "done",
              progressPct: 100,
            },
          ],
        },
      ],
    },
    { name: "Scale", holds: [{ milestone: "Second shop", date: "2027-03-01", ownerId: "Ana" }] },
    { name: "Later" },
  ],
  links: [
    { from: "Visit", to: "Sign" },
    { from: "Sign", to: "Paint" },
  ],
});

function filtered(over: Partial<ItemFilter>, critical: readonly string[] = [], kept: readonly string[] = []) {
  return filterItems(plan, { ...NO_FILTER, ...over }, { today: TODAY, critical: new Set(critical), kept });
}
const matching = (over: Partial<ItemFilter>, critical: readonly string[] = []): string[] => [
  ...filtered(over, critical).matches,
];

describe("what a filter lets through", () => {
  it("is the work somebody does, answers for or owns", () => {
    expect(matching({ people: ["Ana"] })).toEqual(["Visit", "Sign", "Wire", "Second shop"]);
    expect(matching({ people: ["Ben"] })).toEqual(["Lease", "Visit", "Paint"]);
    expect(matching({ people: ["Ana", "Ben"] })).toHaveLength(6);
  });

  it("finds open work with a name missing", () => {
    expect(matching({ people: [NOBODY] })).toEqual(["Sign"]);
  });

  it("is a whole stage, the stage itself included", () => {
    expect(matching({ stages: ["Scale"] })).toEqual(["Scale", "Second shop"]);
    expect(filtered({ stages: ["Scale"] })).toMatchObject({ count: 1, total: 7 });
  });

  it("goes by how things stand", () => {
    expect(matching({ statuses: ["late"] })).toEqual(["Visit", "Second shop"]);
    expect(matching({ statuses: ["blocked"] })).toEqual(["Sign"]);
    expect(matching({ statuses: ["done"] })).toEqual(["Wire"]);
    expect(matching({ statuses: ["at-risk"] })).toEqual(["Lease"]);
    expect(matching({ statuses: ["open"] })).not.toContain("Wire");
    expect(matching({ statuses: ["open"] })).toContain("Second shop");
  });

  it("asks for all lists at once and any word within one", () => {
    expect(matching({ people: ["Ana"], statuses: ["late", "done"] })).toEqual([
      "Visit",
      "Wire",
      "Second shop",
    ]);
    expect(matching({ people: ["Ana"], stages: ["Idea"], statuses: ["late"] })).toEqual(["Visit"]);
  });

  it("keeps to the critical path, leaving what only holds it as context", () => {
    const critical = ["Idea", "Fit out", "Paint"];
    expect(matching({ criticalOnly: true }, critical)).toEqual(["Fit out", "Paint"]);
    expect([...filtered({ criticalOnly: true }, critical).shown].sort()).toEqual([
      "Fit out",
      "Idea",
      "Paint",
    ]);
  });

  it("keeps what it is told to, with what holds it", () => {
    const { shown, matches, count } = filtered({ people: ["Ana"], stages: ["Scale"] }, [], ["Paint"]);
    expect([...shown].sort()).toEqual(["Fit out", "Idea", "Paint", "Scale", "Second shop"]);
    expect(matches.has("Paint")).toBe(false);
    expect(count).toBe(1);
  });
});

describe("what the timeline shows of it", () => {
  const result = filtered({ people: ["Ben"], statuses: ["not-started"] });
  const look = { filtered: result, critical: new Set<string>(), slipTo: new Map<string, number>() };
  const rows = timelineRows(plan, new Set(), TODAY, null, look);

  it("dims what only holds a match", () => {
    expect(rows.map(({ id, signs }) => (signs.isDimmed ? `(${id})` : id))).toEqual([
      "(Idea)",
      "(Lease)",
      "Visit",
      "(Fit out)",
      "Paint",
    ]);
  });

  it("draws links between shown rows only", () => {
    expect(timelineLinks(plan, rows, result)).toEqual([]);
    const both = filtered({ people: ["Ana"], stages: ["Idea"] });
    const shown = timelineRows(plan, new Set(), TODAY, null, { ...look, filtered: both });
    expect(timelineLinks(plan, shown, both).map(({ id }) => id)).toEqual(["Visit > Sign"]);
  });

  it("has nothing to fold where nothing below matches", () => {
    const done = { ...look, filtered: filtered({ statuses: ["at-risk"] }) };
    expect(timelineRows(plan, new Set(["Lease"]), TODAY, null, done).at(-1)).toMatchObject({
      id: "Lease",
      expanded: null,
    });
  });

  it("says it in plain words", () => {
    expect(shownWords(result)).toBe("2 of 7 items");
    const parts = filterParts(plan, {
      people: [NOBODY, "Ana"],
      stages: ["Scale"],
      statuses: ["late", "open"],
      criticalOnly: true,
    });
    expect(parts.map(({ label }) => label)).toEqual([
      "Nobody yet",
      "Ana",
      "Scale",
      "Late",
      "Still open",
      "Critical only",
    ]);
    expect(parts[1]?.without.people).toEqual([NOBODY]);
    expect(parts[5]?.without.criticalOnly).toBe(false);
  });

  it("forgets people and stages that are gone", () => {
    const asked = { ...NO_FILTER, people: ["Ana", "Zoe"], stages: ["Nowhere"] };
    expect(liveFilter(plan, asked)).toEqual({ ...NO_FILTER, people: ["Ana"] });
    expect(isFiltering(liveFilter(plan, { ...NO_FILTER, stages: ["Nowhere"] }))).toBe(false);
  });
});

const big = bigPlan(60);
const people = [...big.people.keys(), NOBODY];
const stages = [...big.stages.keys()];
const ids = outlineOf(big).inOrder.map(({ item }) => item.id);
const anyFilter: fc.Arbitrary<ItemFilter> = fc.record({
  people: fc.subarray(people),
  stages: fc.subarray(stages),
  statuses: fc.subarray([...FILTER_STATUSES]),
  criticalOnly: fc.boolean(),
});

function hold(over: Plan, filter: ItemFilter, critical: readonly string[], kept: readonly string[]) {
  return filterItems(over, filter, { today: TODAY, critical: new Set(critical), kept });
}

describe("any filter of any plan", () => {
  it("keeps the order, and never hides what holds a match", () => {
    fc.assert(
      fc.property(anyFilter, fc.subarray(ids), fc.subarray(ids), (filter, critical, kept) => {
        const result = hold(big, filter, critical, kept);
        const look = { filtered: result, critical: new Set<string>(), slipTo: new Map<string, number>() };
        const rows = timelineRows(big, new Set(), TODAY, null, look).map(({ id }) => id);
        expect(rows).toEqual(ids.filter((id) => result.shown.has(id)));
        for (const id of [...result.matches, ...kept]) {
          for (let up = outlineOf(big).byId.get(id) ?? null; up; up = up.parent)
            expect(result.shown.has(up.item.id)).toBe(true);
        }
        const wanted = new Set([...result.matches, ...kept]);
        for (const id of result.shown) {
          const below = ids.filter((other) => isWithin(other, id));
          expect(below.some((other) => wanted.has(other))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("lets everything through when it asks for nothing", () => {
    const { matches, shown, count, total } = hold(big, NO_FILTER, [], []);
    expect([...matches]).toEqual(ids);
    expect(shown.size).toBe(ids.length);
    expect(count).toBe(total);
  });

  it("lets through more with another name in a list, and less with another list", () => {
    fc.assert(
      fc.property(
        anyFilter,
        fc.constantFrom(...people),
        fc.constantFrom(...FILTER_STATUSES),
        (filter, person, status) => {
          const some = hold(big, { ...filter, people: [person] }, ids, []).matches;
          const more = hold(big, { ...filter, people: [person, ...people.slice(0, 2)] }, ids, []).matches;
          for (const id of some) expect(more.has(id)).toBe(true);
          const fewer = hold(big, { ...filter, people: [person], statuses: [status] }, ids, []).matches;
          const all = hold(big, { ...filter, people: [person], statuses: [] }, ids, []).matches;
          for (const id of fewer) expect(all.has(id)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("finds for each person what their own list names", () => {
    for (const person of big.people.keys()) {
      const list = listOf(big, person);
      const named = [...list.does, ...list.answersFor, ...list.owns].map(({ item }) => item.id);
      const found = hold(big, { ...NO_FILTER, people: [person] }, [], []).matches;
      for (const id of named) expect(found.has(id)).toBe(true);
    }
  });
});

function isWithin(id: string, holder: string): boolean {
  for (let up = outlineOf(big).byId.get(id) ?? null; up; up = up.parent)
    if (up.item.id === holder) return true;
  return false;
}
