/** What the worked examples show of who decides, who does it and what runs by itself. */
import { describe, expect, test } from "vitest";
import lawOffice from "#assets/examples/immigration-law-office.groundwork?raw";
import pizzaShop from "#assets/examples/pizza-shop.groundwork?raw";
import { parseDocument } from "#shared/document/parse.ts";
import { commissionState } from "#shared/domain/commission.ts";
import { addDays } from "#shared/domain/day.ts";
import { decisionsOf } from "#shared/domain/decisions.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { outsideLink } from "#shared/domain/outsideLink.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { peopleForRole } from "#shared/domain/roles.ts";
import { shiftPlan } from "#shared/domain/shiftPlan.ts";
import type { Stage } from "#shared/domain/stage.ts";
import type { Task } from "#shared/domain/task.ts";
import { lineOfSight } from "#shared/domain/vision.ts";
import { loadOf, weekAt } from "#shared/load/load.ts";

/** The day on which both stories stand; opening an example shifts it to the present. */
const STORY_TODAY = "2026-11-23";

function tasksOf(plan: Plan): Task[] {
  return outlineOf(plan).inOrder.flatMap(({ item, isGroup }) =>
    item.kind === "task" && !isGroup ? [item] : [],
  );
}

describe.each([
  ["the pizza shop", pizzaShop],
  ["the immigration law office", lawOffice],
])("%s", (_name, text) => {
  const plan = must(parseDocument(text));
  const nodes = outlineOf(plan).inOrder;

  test("hangs its milestones on the sentences of the vision, all but one or two", () => {
    const { lines, orphans } = lineOfSight(plan);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(lines.filter(({ milestones }) => milestones.length === 1).length).toBe(1);
    expect(lines.every(({ milestones }) => milestones.length > 0)).toBe(true);
    expect([1, 2]).toContain(orphans.length);
  });

  test("says who decides, up to what, and when that is looked at again", () => {
    const rights = [...plan.decisionRights.values()];
    expect(rights.length).toBeGreaterThanOrEqual(5);
    expect(rights.length).toBeLessThanOrEqual(9);
    expect([2, 3, 4]).toContain(rights.filter(({ isReserved }) => isReserved).length);
    expect(rights.filter(({ ceiling }) => ceiling !== null).length).toBeGreaterThanOrEqual(3);
    for (const { isReserved, holderId, name } of rights)
      expect.soft(isReserved || plan.people.has(holderId ?? ""), name).toBe(true);
    const reviews = rights.flatMap(({ reviewOn }) => reviewOn ?? []);
    expect(reviews.filter((day) => day < STORY_TODAY).length).toBe(1);
    expect(reviews.some((day) => day > STORY_TODAY && day <= addDays(STORY_TODAY, 14))).toBe(true);
    expect(tasksOf(plan).filter((task) => task.decisionRightId !== null).length).toBeGreaterThan(9);
    expect([...decisionsOf(plan).outside.values()].map(({ kind }) => kind)).toEqual(["ceiling"]);
  });

  test("has workflows that tasks and routines are done by, and checklists of them, one under way", () => {
    expect([3, 4, 5]).toContain(plan.procedures.size);
    const steps = [...plan.procedures.values()].flatMap((procedure) => procedure.steps);
    for (const { text: step, role, minutes } of steps) {
      expect.soft(role === "" || peopleForRole(plan, role).length > 0, `${step}: ${role}`).toBe(true);
      expect.soft(minutes, step).toBeGreaterThan(0);
    }
    expect(steps.filter(({ role }) => peopleForRole(plan, role).length === 2).length).toBe(1);
    const overdue = [...plan.procedures.values()].filter(({ reviewOn }) => (reviewOn ?? "9") < STORY_TODAY);
    expect(overdue.length).toBe(1);
    const links = steps.flatMap(({ link }) => (link === "" ? [] : [link]));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect.soft(outsideLink(link).ok, link).toBe(true);
    expect(tasksOf(plan).filter(({ procedureId }) => procedureId !== null).length).toBeGreaterThan(3);
    expect([...plan.routines.values()].some(({ procedureId }) => procedureId !== null)).toBe(true);
  });

  test("goes through its workflows as people do, and one of them is under way", () => {
    const checklists = [...plan.checklistRuns.values()];
    expect(checklists.filter(({ finishedOn }) => finishedOn === null).length).toBe(1);
    const leftOpen = checklists.filter((run) => run.finishedOn && run.ticked.length < run.steps.length);
    expect(leftOpen.length).toBe(1);
    for (const { startedOn, finishedOn, ticked, steps } of checklists) {
      expect(startedOn <= (finishedOn ?? STORY_TODAY)).toBe(true);
      for (const { stepId, at } of ticked) {
        expect(steps.some(({ id }) => id === stepId)).toBe(true);
        expect(at !== null && at.slice(0, 10) >= startedOn && at.slice(0, 10) < STORY_TODAY).toBe(true);
      }
    }
  });

  test("builds routines by tasks: one runs, one waits to be started, others are to come", () => {
    const states = nodes.flatMap((node) => commissionState(plan, node) ?? []).sort();
    expect(states).toEqual(["ahead", "ahead", "running", "waiting"]);
  });

  test("has routines that are run by people who are there, and runs on days that are past", () => {
    for (const { ownerId, name, firstRun } of plan.routines.values()) {
      const from = plan.people.get(ownerId ?? "")?.engagement?.from ?? firstRun;
      expect.soft(from <= firstRun, name).toBe(true);
    }
    for (const { day, doneOn, doneById, ticked } of plan.routineRuns.values()) {
      expect(day <= STORY_TODAY && (doneOn ?? day) <= STORY_TODAY).toBe(true);
      for (const { byId, at } of ticked) expect([byId, at?.slice(0, 10)]).toEqual([doneById, doneOn]);
    }
  });

  test("has an outside COO for days a month, who is gone before the plan ends, and a CEO who lets go", () => {
    const coo = plan.people.get(plan.roadmap.cooId ?? "");
    const { daysPerMonth = null, until = null } = coo?.engagement ?? {};
    expect([6, 7, 8]).toContain(daysPerMonth);
    const past = nodes.filter(
      ({ item, finish }) =>
        item.kind === "task" &&
        (finish ?? "") > (until ?? "9") &&
        item.assignments.some(({ personId }) => personId === coo?.id),
    );
    expect(past.length).toBeGreaterThanOrEqual(3);
    const stages = outlineOf(plan).stages.map(({ item }) => item as Stage);
    const wanted = stages.map(({ wantedCeoPct }) => wantedCeoPct ?? -1);
    expect(wanted).toEqual(wanted.toSorted((a, b) => b - a));
    expect(stages.every(({ wantedStrategyPct }) => wantedStrategyPct !== null)).toBe(true);
    for (const rows of [tasksOf(plan), [...plan.routines.values()]])
      expect(rows.some(({ isStrategy }) => isStrategy)).toBe(true);
  });

  test("asks too much of one person in three of the coming ten weeks", () => {
    const over = loadOf(plan, STORY_TODAY, STORY_TODAY, 10).rows.map(
      (row) => Array.from({ length: 10 }, (_, week) => weekAt(row, week)).filter((w) => w.over >= 1).length,
    );
    expect(over.filter((weeks) => weeks >= 2)).toEqual([3]);
  });

  test("moves in time with all its days", () => {
    const later = shiftPlan(plan, 364);
    const days = (of: Plan): string[] =>
      entitiesOf(of).flatMap((row) => {
        if (row.kind === "decisionRight" || row.kind === "procedure") return row.reviewOn ?? [];
        if (row.kind === "checklistRun")
          return [row.startedOn, row.finishedOn ?? "", ...row.ticked.map(({ at }) => at?.slice(0, 10) ?? "")];
        return row.kind === "person" ? [row.engagement?.from ?? "", row.engagement?.until ?? ""] : [];
      });
    expect(days(later)).toEqual(days(plan).map((day) => (day === "" ? "" : addDays(day, 364))));
  });
});
