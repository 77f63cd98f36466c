import { describe, expect, test } from "vitest";
import lawOffice from "#assets/examples/immigration-law-office.groundwork?raw";
import pizzaShop from "#assets/examples/pizza-shop.groundwork?raw";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { addDays, type Day, isDay, latest } from "#shared/domain/day.ts";
import { nowList } from "#shared/domain/delegation.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import { HANDOVER_STATES } from "#shared/domain/handover.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { type OutlineNode, outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";

/** The day on which both stories stand; opening an example shifts it to the present. */
const STORY_TODAY = "2026-11-23";

interface Span {
  readonly name: string;
  readonly start: Day;
  readonly finish: Day;
}

/** A dated item of the outline; throws for one without dates, which no example should hold. */
function spanOf(plan: Plan, id: string): Span {
  const node = outlineOf(plan).byId.get(id);
  if (!node?.start || !node.finish) throw new Error(`${id} has no dates`);
  return { name: node.item.name, start: node.start, finish: node.finish };
}

/** First day on which the bound end of the successor may lie, by the link alone. */
function boundOf(plan: Plan, link: Dependency): Day {
  const calendar = calendarTable(plan.roadmap.calendar);
  const from = spanOf(plan, link.fromId);
  const anchor = link.type[0] === "F" ? from.finish : from.start;
  const after = link.type === "FS" ? addDays(anchor, 1) : anchor;
  return link.lagKind === "elapsed"
    ? calendar.onOrAfter(addDays(after, link.lagDays))
    : calendar.addWorkingDays(after, link.lagDays);
}

function brokenLinks(plan: Plan): string[] {
  return [...plan.dependencies.values()].flatMap((link) => {
    const to = spanOf(plan, link.toId);
    const actual = link.type[1] === "S" ? to.start : to.finish;
    const bound = boundOf(plan, link);
    return actual < bound ? [`${to.name}: ${actual}, its ${link.type} link allows ${bound}`] : [];
  });
}

function leafTasks(plan: Plan): OutlineNode[] {
  return outlineOf(plan).inOrder.filter((node) => node.item.kind === "task" && !node.isGroup);
}

function lastTaskOf(node: OutlineNode): Day | null {
  return latest(subtreeOf(node).flatMap((n) => (n.item.kind === "task" && n.finish ? [n.finish] : [])));
}

describe.each([
  ["the pizza shop", pizzaShop],
  ["the immigration law office", lawOffice],
])("%s", (_name, text) => {
  const plan = must(parseDocument(text));

  test("reads, breaks no rule and is written back to the same bytes", () => {
    expect(checkPlan(plan)).toEqual([]);
    const { exportedAt } = JSON.parse(text) as { exportedAt: string };
    expect(serialiseDocument(plan, { exportedAt })).toBe(text);
  });

  test("is a plan of a believable size with people in charge", () => {
    expect(leafTasks(plan).length).toBeGreaterThanOrEqual(60);
    expect(plan.milestones.size).toBeGreaterThanOrEqual(14);
    expect(plan.stages.size).toBe(4);
    expect(plan.people.size).toBeGreaterThanOrEqual(8);
    expect(plan.dependencies.size).toBeGreaterThanOrEqual(60);
    expect(plan.people.has(plan.roadmap.ceoId ?? "")).toBe(true);
    for (const stage of plan.stages.values()) expect(stage.goal).not.toBe("");
  });

  test("every milestone has an owner and tests, every task somebody who does it and one who answers", () => {
    for (const milestone of plan.milestones.values()) {
      expect.soft(plan.people.has(milestone.ownerId ?? ""), milestone.name).toBe(true);
      expect.soft(milestone.criteria.length, milestone.name).toBeGreaterThanOrEqual(2);
      const reached = milestone.reachedOn !== null;
      expect.soft(!reached || milestone.criteria.every((c) => c.met), milestone.name).toBe(true);
    }
    for (const { item } of leafTasks(plan)) {
      if (item.kind !== "task") continue;
      expect.soft(item.assignments.length, item.name).toBeGreaterThan(0);
      expect.soft(plan.people.has(item.accountableId ?? ""), item.name).toBe(true);
    }
  });

  test("work is handed over, taken, waited for and declined as people do", () => {
    const handed = [...plan.tasks.values()].flatMap((task) => task.handovers.map((h) => ({ task, ...h })));
    for (const state of HANDOVER_STATES) expect(handed.some((h) => h.state === state)).toBe(true);
    expect(handed.every((h) => (h.state === "declined") === (h.reason !== ""))).toBe(true);
    expect(handed.every((h) => h.on <= STORY_TODAY && (h.followUpOn === null || h.followUpOn > h.on))).toBe(
      true,
    );
    expect(handed.some((h) => h.followUpOn !== null && h.followUpOn < STORY_TODAY)).toBe(true);
    expect(new Set(handed.map((h) => h.level)).size).toBeGreaterThanOrEqual(4);
    for (const { name, accountableId, handovers } of plan.tasks.values()) {
      const last = handovers.at(-1);
      const holder = last?.state === "acknowledged" ? last.toId : last?.byId;
      expect.soft(accountableId, name).toBe(holder ?? accountableId);
    }
    expect(nowList(plan, plan.roadmap.ceoId ?? "", STORY_TODAY).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["declined", "follow-up"]),
    );
    expect(nowList(plan, plan.roadmap.cooId ?? "", STORY_TODAY).length).toBeGreaterThan(0);
  });

  test("no task starts or ends before its links allow, and all work on working days", () => {
    expect(brokenLinks(plan)).toEqual([]);
    const calendar = calendarTable(plan.roadmap.calendar);
    for (const { item, start } of leafTasks(plan)) {
      expect.soft(start !== null && calendar.isWorking(start), item.name).toBe(true);
    }
  });

  test("milestones lie at or after their last task, but for the one that is slipping", () => {
    const early = outlineOf(plan).inOrder.flatMap((node) => {
      const finish = lastTaskOf(node);
      if (node.item.kind !== "milestone" || finish === null || node.item.date >= finish) return [];
      return [{ name: node.item.name, health: node.item.health, explained: node.item.notes !== "" }];
    });
    expect(early).toEqual([{ name: expect.any(String), health: "off-track", explained: true }]);
  });

  test("tells one story as of its day: done is past, the future is not started", () => {
    for (const node of leafTasks(plan)) {
      const { item, start, finish } = node;
      if (item.kind !== "task" || start === null || finish === null) throw new Error("undated");
      if (item.status === "done") expect.soft(finish <= STORY_TODAY, item.name).toBe(true);
      if (item.status === "not-started") expect.soft(start >= STORY_TODAY, item.name).toBe(true);
      if (item.status === "in-progress") expect.soft(start <= STORY_TODAY, item.name).toBe(true);
      expect.soft(item.progressPct === 100, item.name).toBe(item.status === "done");
      if (item.status === "not-started") expect.soft(item.progressPct, item.name).toBe(0);
    }
    for (const { reachedOn, name } of plan.milestones.values()) {
      expect.soft(reachedOn === null || reachedOn <= STORY_TODAY, name).toBe(true);
    }
  });

  test("can be shifted in time: holidays recur yearly and no text names a date", () => {
    expect(plan.roadmap.calendar.exceptions.every((e) => e.yearly === true && isDay(e.date))).toBe(true);
    const named = /\b(19|20)\d\d\b|\b\d{1,2} (jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)/i;
    for (const sentence of textsOf(plan)) expect.soft(sentence).not.toMatch(named);
  });

  test("names are unique where they stand and no text is a placeholder", () => {
    const names = outlineOf(plan).inOrder.map((n) => `${n.parent?.item.id ?? "top"} ${n.item.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const sentence of textsOf(plan)) {
      expect
        .soft(sentence)
        .not.toMatch(/lorem|ipsum|\bTODO\b|\bTBD\b|\bTBC\b|xxx|\?\?|untitled|placeholder/i);
      expect.soft(sentence).toBe(sentence.trim());
    }
  });
});

/** Every sentence of a plan that a person reads. */
function textsOf(plan: Plan): string[] {
  return entitiesOf(plan)
    .filter((row) => row.kind !== "dependency" && row.kind !== "baseline")
    .flatMap((row) => wordsIn(row))
    .filter((text) => text !== "");
}

/** What stands in no sentence: names of kinds, ids, rules, days, instants, addresses. */
const NO_WORDS = /^(kind|id|ids|.*Ids?|order|rule|status|health|state|type|link|currency|answer|verdict)$/;
const A_TIME = /^\d{4}-\d\d-\d\d(T.*Z)?$/;

function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return A_TIME.test(value) ? [] : [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, part]) => (NO_WORDS.test(key) ? [] : wordsIn(part)));
}
