/**
 * A plan as the engine sees it: leaf tasks and milestones are activities, stages and groups stand for what they
 * hold, and every date is where the plan stores it. A milestone is a point; the tasks in it are not part of it.
 */
import type { Day } from "#shared/domain/day.ts";
import { type Dependency, ruleOf } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { type Outline, type OutlineNode, outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import type { Task } from "#shared/domain/task.ts";
import { dateOf, finishOf, startOf } from "#shared/domain/taskDates.ts";
import { workCalendarOf } from "#shared/domain/workingTime.ts";
import { calendarTable } from "./calendar.ts";
import { type ScheduleGroup, withGroups } from "./groups.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "./input.ts";

/** What the engine is given of a plan. Linear in items and links. */
export function scheduleInputOf(plan: Plan): ScheduleInput {
  return buildInput(plan, outlineOf(plan));
}

/** Done, reached, or begun, even if it waits or is blocked now: dates that links no longer move. */
export function isHeld(item: Task | Milestone): boolean {
  if (item.kind === "milestone") return item.reachedOn !== null;
  return (
    item.actualStart !== null ||
    item.status === "done" ||
    item.status === "in-progress" ||
    item.progressPct > 0
  );
}

/** The day on which a task begins or a milestone stands: as it happened, or else as the plan stores it. */
export function storedDay(plan: Plan, id: Id): Day | null {
  const task = plan.tasks.get(id);
  if (task) return startOf(task);
  const milestone = plan.milestones.get(id);
  return milestone ? dateOf(milestone) : null;
}

/** The same of an activity made of it; null for the ends of groups, which follow from what is inside. */
export function storedDayOf(activity: ScheduleActivity): Day | null {
  if (activity.join) return null;
  return (
    (activity.isMilestone ? activity.actualFinish : activity.actualStart) ?? activity.plannedStart ?? null
  );
}

function buildInput(plan: Plan, outline: Outline): ScheduleInput {
  const activities = new Map<Id, ScheduleActivity>();
  const calendars = new Map<WorkCalendar, number>([[plan.roadmap.calendar, 0]]);
  let projectStart: Day | null = null;
  for (const node of outline.inOrder) {
    const activity = activityOf(plan, node, calendars);
    if (!activity) continue;
    activities.set(activity.id, activity);
    const day = storedDay(plan, activity.id);
    if (day !== null && (projectStart === null || day < projectStart)) projectStart = day;
  }
  const links: ScheduleLink[] = [];
  const groups = new Map<Id, ScheduleGroup>();
  const takesPart = (id: Id): boolean => {
    if (activities.has(id) || groups.has(id)) return true;
    const node = outline.byId.get(id);
    if (!node || !isContainer(node)) return false;
    groups.set(id, groupOf(node, activities));
    return true;
  };
  for (const link of plan.dependencies.values()) {
    if (takesPart(link.fromId) && takesPart(link.toId)) links.push(scheduleLink(link));
  }
  const input: ScheduleInput = {
    calendars: [...calendars.keys()],
    activities: [...activities.values()],
    links,
    projectStart: projectStart ?? plan.roadmap.startDate,
    statusDate: plan.roadmap.statusDate,
    startFloor: "unlinked",
  };
  return groups.size > 0 ? withGroups(input, [...groups.values()]) : input;
}

function isContainer({ item, children }: OutlineNode): boolean {
  return item.kind === "stage" || (item.kind === "task" && children.length > 0);
}

/** Null for what the engine leaves out: stages, groups and cancelled tasks. */
function activityOf(
  plan: Plan,
  node: OutlineNode,
  calendars: Map<WorkCalendar, number>,
): ScheduleActivity | null {
  const { item } = node;
  if (item.kind === "stage" || isContainer(node)) return null;
  return itemActivity(plan, item, (worked) => {
    const known = calendars.get(worked) ?? calendars.size;
    calendars.set(worked, known);
    return known;
  });
}

/** The activity of a milestone or of a task that holds nothing; null for a cancelled one. */
export function itemActivity(
  plan: Plan,
  item: Task | Milestone,
  numberOf: (calendar: WorkCalendar) => number,
): ScheduleActivity | null {
  if (item.kind === "milestone") return milestoneActivity(item);
  if (item.status === "cancelled") return null;
  const worked = workCalendarOf(plan, item);
  return taskActivity(item, worked, numberOf(worked));
}

function milestoneActivity(milestone: Milestone): ScheduleActivity {
  const { id, date, constraint, deadline, reachedOn } = milestone;
  const pinnedStart = isFixed(milestone) ? date : null;
  const rules = { constraint, deadline, plannedStart: date, pinnedStart, latestFinish: date };
  return { id, durationDays: 0, isMilestone: true, actualFinish: reachedOn, ...rules };
}

function taskActivity(task: Task, worked: WorkCalendar, calendar: number): ScheduleActivity {
  const { id, durationDays, constraint, deadline, start, progressPct } = task;
  const pinnedStart = isFixed(task) ? start : null;
  const rules = { calendar, constraint, deadline, plannedStart: start, pinnedStart, latestFinish: deadline };
  if (!isHeld(task)) return { id, durationDays, ...rules };
  const actualStart = startOf(task);
  const actualFinish = task.status === "done" ? finishOf(task, calendarTable(worked)) : null;
  return { id, durationDays, ...rules, progressPct, actualStart, actualFinish };
}

/** Pinned, or held by a must-date: it stays where it is stored, which is where a must-date has put it. */
function isFixed({ isPinned, constraint }: Task | Milestone): boolean {
  return isPinned || constraint?.kind === "MSO" || constraint?.kind === "MFO";
}

function groupOf(node: OutlineNode, activities: ReadonlyMap<Id, ScheduleActivity>): ScheduleGroup {
  const inside = subtreeOf(node).filter(({ item }) => activities.has(item.id));
  return { id: node.item.id, leafIds: inside.map(({ item }) => item.id) };
}

function scheduleLink(link: Dependency): ScheduleLink {
  const { id, fromId, toId, type, lagDays, lagKind } = link;
  return { id, from: fromId, to: toId, type, lag: lagDays, lagKind, rule: ruleOf(link) };
}
