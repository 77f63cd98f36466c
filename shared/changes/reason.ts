/** Why something moved, in a short clause: what was said of it, or else what the two states of the plan show. */
import type { ItemComparison } from "#shared/domain/compare.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { liveDependencies } from "#shared/domain/outline.ts";
import type { Task } from "#shared/domain/task.ts";
import { durationWords } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { constraintWords } from "#shared/schedule/why.ts";
import { drivingItem } from "#shared/schedule/whyStored.ts";
import { dayWords, type Facts, personWords, quotedItem } from "./facts.ts";
import { isSame } from "./net.ts";
import { toldSince } from "./slips.ts";

/** The reason of a task's or a milestone's move; null where the states do not show it. */
export function reasonOf(facts: Facts, comparison: ItemComparison): string | null {
  const { item } = comparison.node;
  if (item.kind === "stage") return null;
  if (item.kind === "milestone") return saidReason(facts, item) ?? milestoneReason(facts, comparison, item);
  return taskReason(facts, comparison, item);
}

function saidReason({ former }: Facts, milestone: Milestone): string | null {
  const told = toldSince(former, milestone).findLast(({ reason }) => reason !== "");
  return told?.reason ?? null;
}

function milestoneReason(facts: Facts, comparison: ItemComparison, item: Milestone): string | null {
  if (item.reachedOn !== null) return null;
  return startReason(facts, comparison, item);
}

function taskReason(facts: Facts, comparison: ItemComparison, task: Task): string | null {
  const was = facts.before?.tasks.get(task.id);
  if (task.actualFinish !== null && was?.actualFinish !== task.actualFinish) return null;
  const start = comparison.was.start === comparison.node.start ? null : startReason(facts, comparison, task);
  const length = was ? lengthReason(facts, comparison, was, task) : frozenLength(comparison);
  return [start, length].filter((part) => part !== null).join("; ") || null;
}

/** Why the first day is another one. */
function startReason(facts: Facts, comparison: ItemComparison, item: Task | Milestone): string | null {
  const { before } = facts;
  const was = before?.tasks.get(item.id) ?? before?.milestones.get(item.id);
  const began = item.kind === "task" ? item.actualStart : null;
  if (began !== null && before?.tasks.get(item.id)?.actualStart !== began)
    return `really began ${dayWords(facts, began)}`;
  const rule = was ? newRule(was, item) : null;
  if (rule) return rule;
  const driver = followed(facts, comparison, item.id);
  if (driver) return driver;
  if (!before) return null;
  return asOfReason(facts, comparison) ?? daysOffReason(facts, item, comparison.was.start) ?? "by hand";
}

/** A pin or a rule that was set since and holds the date. */
function newRule(was: Task | Milestone, item: Task | Milestone): string | null {
  const { constraint } = item;
  if (!constraint || isSame(was.constraint, constraint)) return null;
  return constraintWords(constraint.kind, constraint.date);
}

/** `follows “Lease signed”, which moved 5 days`. */
function followed(facts: Facts, comparison: ItemComparison, id: Id): string | null {
  const sign = signOf(comparison);
  const driver = drivingItem(facts.plan, id);
  if (driver === null) return null;
  for (const from of throughContainers(facts, comparison, driver)) {
    const name = quotedItem(facts, from);
    const other = facts.comparison.byId.get(from);
    if (!other) return `follows ${name}, which is new`;
    const days = [other.varianceDays, other.startVarianceDays].find((d) => d && Math.sign(d) === sign);
    if (days) return `follows ${name}, which moved ${durationWords(Math.abs(days))}`;
    const link = linkReason(facts, from, comparison);
    if (link) return link;
  }
  return null;
}

/** What drives an item from inside what holds it, a stage or a group, are the links of that. */
function throughContainers({ plan }: Facts, { node }: ItemComparison, driver: Id): readonly Id[] {
  for (let up = node.parent; up; up = up.parent) {
    const holder = up.item.id;
    if (holder === driver)
      return liveDependencies(plan).flatMap(({ fromId, toId }) => (toId === holder ? [fromId] : []));
  }
  return [driver];
}

/** A link that was drawn or changed since. */
function linkReason({ before, plan, ...facts }: Facts, from: Id, { node }: ItemComparison): string | null {
  if (!before) return null;
  const holders = new Set<Id>();
  for (let up: typeof node | null = node; up; up = up.parent) holders.add(up.item.id);
  const link = liveDependencies(plan).find(({ fromId, toId }) => fromId === from && holders.has(toId));
  if (!link) return null;
  const name = quotedItem({ before, plan, ...facts }, from);
  const was = before.dependencies.get(link.id);
  if (!was) return `now follows ${name}`;
  if (was.type !== link.type) return `its link to ${name} is another`;
  if (was.lagDays === link.lagDays && was.lagKind === link.lagKind) return null;
  return `the gap to ${name} is ${durationWords(link.lagDays)}, was ${durationWords(was.lagDays)}`;
}

/** Open work that the as-of date has pushed before itself. */
function asOfReason(facts: Facts, { was, node }: ItemComparison): string | null {
  const { statusDate } = facts.plan.roadmap;
  if (statusDate === null || facts.before?.roadmap.statusDate === statusDate) return null;
  if (was.start === null || node.start === null || was.start >= statusDate || node.start < statusDate)
    return null;
  return `still open on ${dayWords(facts, statusDate)}`;
}

/** The day on which it was to start is not worked any more. */
function daysOffReason(facts: Facts, item: Task | Milestone, wasStart: Day | null): string | null {
  const { before, plan } = facts;
  if (!before || wasStart === null || calendarFor(plan, item).isWorking(wasStart)) return null;
  if (!calendarTable(plan.roadmap.calendar).isWorking(wasStart)) {
    const isNew = calendarTable(before.roadmap.calendar).isWorking(wasStart);
    return isNew ? `${dayWords(facts, wasStart)} is off now` : null;
  }
  return awayReason(facts, item);
}

function awayReason(facts: Facts, item: Task | Milestone): string | null {
  if (item.kind !== "task") return null;
  const away = item.assignments.find(({ personId }) => {
    const now = facts.plan.people.get(personId)?.daysOff;
    return !isSame(now, facts.before?.people.get(personId)?.daysOff);
  });
  return away ? `days off of ${personWords(facts, away.personId)}` : null;
}

/** Why it takes longer or less than before. */
function lengthReason(facts: Facts, comparison: ItemComparison, was: Task, task: Task): string | null {
  if (was.durationDays !== task.durationDays) {
    const word = task.durationDays > was.durationDays ? "longer" : "shorter";
    return `${word}: ${Number(was.durationDays.toFixed(2))} → ${durationWords(task.durationDays)}`;
  }
  if (comparison.was.start !== comparison.node.start || comparison.was.finish === comparison.node.finish)
    return null;
  const away = awayReason(facts, task);
  if (away) return away;
  if (!isSame(was.assignments, task.assignments)) return "others do it now";
  return isSame(facts.before?.roadmap.calendar, facts.plan.roadmap.calendar) ? null : "working days changed";
}

/** All a baseline can tell: first day as before, last day another one. */
function frozenLength({ startVarianceDays, varianceDays }: ItemComparison): string | null {
  if (startVarianceDays !== 0 || !varianceDays) return null;
  return varianceDays > 0 ? "takes longer" : "takes less time";
}

/** 1 later, −1 earlier. */
export function signOf({ was, node, varianceDays, startVarianceDays }: ItemComparison): number {
  const byDays = Math.sign(varianceDays || startVarianceDays || 0);
  if (byDays !== 0) return byDays;
  if (was.finish !== null && node.finish !== null && was.finish !== node.finish)
    return node.finish > was.finish ? 1 : -1;
  return was.start !== null && node.start !== null && node.start < was.start ? -1 : 1;
}
