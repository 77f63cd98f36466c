/** What every sound plan satisfies, and a plan that uses every field, for tests of files and operations. */
import { expect } from "vitest";
import { entitySchemas } from "#shared/domain/entity.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { buildOutline } from "#shared/domain/outlineBuild.ts";
import { entitiesOf, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { analysisOf } from "#shared/schedule/analysis.ts";
import { storedScheduleOf } from "#shared/schedule/planSchedule.ts";
import type { TimelineRow } from "#shared/timeline/bar.ts";
import { timelineRows } from "#shared/timeline/rows.ts";
import { aPlan } from "./builders.ts";

/** Fails with the sentences of whatever is wrong: a row outside its schema, or a broken rule of the plan. */
export function expectSound(plan: Plan): void {
  const rows = entitiesOf(plan).flatMap((row) => {
    const parsed = entitySchemas[row.kind].safeParse(row);
    return parsed.success ? [] : [`${row.id}: ${parsed.error.issues[0]?.path.join(".")}`];
  });
  expect([...rows, ...checkPlan(plan).map((problem) => problem.message)]).toEqual([]);
}

const FOLDED: ReadonlySet<string> = new Set(["idea", "scale"]);

/** All that a row shows: it works most of it out when asked. */
function shownOf(row: TimelineRow) {
  const { id, kind, depth, code, label, start, finish, progress, hue, expanded, mark, note, ghost, signs } =
    row;
  return { id, kind, depth, code, label, start, finish, progress, hue, expanded, mark, note, ghost, signs };
}

/** All that a node says: it works most of it out when asked. */
function nodeShown(node: OutlineNode) {
  const { item, depth, place, wbsCode, stageId, isGroup, days, progressPct, taskCount, doneCount } = node;
  const { start, finish, startNumber, finishNumber, spanStart, spanFinish } = node;
  const dates = { start, finish, startNumber, finishNumber, spanStart, spanFinish };
  return { item, depth, place, wbsCode, stageId, isGroup, days, progressPct, taskCount, doneCount, ...dates };
}

/** What is derived step by step must be what is derived from nothing. */
export function expectDerivedAsNew(plan: Plan): void {
  const now = outlineOf(plan);
  const fresh = buildOutline(plan);
  const flat = (outline: typeof now) =>
    outline.inOrder.map((node) => ({
      ...nodeShown(node),
      parent: node.parent?.item.id ?? null,
      children: node.children.map(({ item }) => item.id),
    }));
  expect(flat(now)).toEqual(flat(fresh));
  for (const node of now.inOrder) {
    expect(now.byId.get(node.item.id)).toBe(node);
    if (node.parent) expect(now.byId.get(node.parent.item.id)).toBe(node.parent);
    for (const child of node.children) expect(child.parent).toBe(node);
  }
  expect([...now.byId.keys()].sort()).toEqual([...fresh.byId.keys()].sort());
  const rows = timelineRows(plan, FOLDED, "2027-01-10");
  expect(rows.map(shownOf)).toEqual(timelineRows(plan, new Set(FOLDED), "2027-01-10").map(shownOf));
  timelineRows(plan, FOLDED, "2027-01-10");
  expect(now.stages.map(({ item }) => item)).toEqual(fresh.stages.map(({ item }) => item));
}

/** The schedule worked out from an earlier plan's must be the one worked out from nothing. */
export function expectScheduledAsNew(plan: Plan): void {
  const now = storedScheduleOf(plan);
  const analysed = analysisOf(plan);
  const copy = planFromEntities(plan.roadmap, entitiesOf(plan).slice(1));
  const [other] = [storedScheduleOf(aPlan({ roadmap: { id: "another" } })), storedScheduleOf(copy)].slice(1);
  const places = (of: typeof now) =>
    of &&
    Object.fromEntries(
      of.network.activities.map(({ id }, i) => [id, [of.places.at[2 * i], of.places.at[2 * i + 1]]]),
    );
  expect(places(now)).toEqual(places(other ?? null));
  expect([now?.network.step, now?.network.fitsDays]).toEqual([other?.network.step, other?.network.fitsDays]);
  const floats = (of: typeof analysed) =>
    of &&
    Object.fromEntries(
      of.network.activities.map(({ id }, i) => [id, [of.totalFloat[i], of.freeFloat[i], of.isCritical[i]]]),
    );
  expect(floats(analysed)).toEqual(floats(analysisOf(copy)));
}

/** A small plan in which every field of every kind of row holds something, bin included. */
export function fullPlan(): Plan {
  const binned = "2027-01-05T10:00:00.000Z";
  return aPlan({
    roadmap: {
      name: "Corner Pizza to 2030",
      ceoId: "ana",
      cooId: "ben",
      startDate: "2027-01-04",
      calendar: {
        workingWeekdays: [1, 2, 3, 4, 5, 6],
        holidays: {
          country: "US",
          state: "LA",
          region: "NO",
          firstYear: 2026,
          lastYear: 2043,
          worked: [{ date: "2027-02-15", name: "Presidents' Day" }],
        },
        exceptions: [
          { date: "2027-07-05", working: false, name: "Independence Day", source: "holiday" },
          { date: "2027-08-02", working: false, name: "Summer break", source: "closure" },
          { date: "2027-12-25", working: false, name: "Christmas", yearly: true },
          { date: "2027-02-07", working: true, name: "Opening Sunday" },
        ],
      },
    },
    people: [
      { id: "ana", name: "Ana Lima", role: "CEO", hoursPerWeek: 50, notes: "Founder" },
      { id: "ben", name: "Ben Oak", role: "COO", hoursPerWeek: 16 },
      { id: "gone", name: "Cy Former", deletedAt: binned },
    ],
    stages: [
      {
        id: "idea",
        name: "Idea",
        goal: "Somebody wants it.",
        notes: "Drafted in one evening.",
        holds: [
          {
            id: "named",
            milestone: "Named “Corner” 🍕",
            date: "2027-02-01",
            ownerId: "ana",
            health: "at-risk",
            reachedOn: "2027-02-02",
            notes: "Two lines\nof notes",
            criteria: [{ id: "c1", text: "The name is free", met: true }],
            holds: [
              {
                id: "choose",
                task: "Choose a name",
                start: "2027-01-04",
                durationDays: 2.5,
                assignments: [
                  { personId: "ana", allocationPct: 50 },
                  { personId: "gone", allocationPct: 100 },
                ],
                accountableId: "ben",
                consultedIds: ["ana"],
                informedIds: ["gone"],
                handovers: [
                  {
                    byId: "ben",
                    toId: "ana",
                    level: 3,
                    on: "2027-01-05",
                    state: "declined",
                    reason: "Away",
                    followUpOn: "2027-01-12",
                  },
                ],
                status: "in-progress",
                progressPct: 40,
                effortHours: 12.5,
                notes: "Ask twenty people",
                checklist: [{ id: "k1", text: "Write the list", done: false }],
              },
            ],
          },
          {
            id: "group",
            task: "Find a place",
            holds: [
              { id: "visit", task: "Visit five places", start: "2027-02-08", durationDays: 4 },
              { id: "lease", milestone: "Lease signed", date: "2027-03-01" },
              { id: "old", task: "Ask the bank", deletedAt: binned },
            ],
          },
        ],
      },
      { id: "scale", name: "Scale" },
    ],
    links: [
      { id: "l1", from: "choose", to: "visit", type: "SS", lagDays: -2.5, lagKind: "elapsed" },
      { id: "l2", from: "idea", to: "scale", rule: "keep" },
      { id: "l3", from: "old", to: "lease", type: "FF" },
    ],
  });
}
