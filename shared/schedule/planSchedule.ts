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
import { buildNetwork, type Network } from "./network.ts";
import type { Places } from "./placing.ts";
import { storedPlaces } from "./storedPlaces.ts";

const inputs = new WeakMap<Plan, ScheduleInput>();

/**
 * What the engine is given of a plan, worked out once per plan value. `outline` saves working out another one: the
 * outline of an earlier plan with the same items in the same places.
 */
export function scheduleInputOf(plan: Plan, outline: Outline = outlineOf(plan)): ScheduleInput {
  let input = inputs.get(plan);
  if (!input) {
    input = buildInput(plan, outline);
    inputs.set(plan, input);
  }
  return input;
}

/** Done, reached or under way: dates that links no longer move. */
export function isHeld(item: Task | Milestone): boolean {
  if (item.kind === "milestone") return item.reachedOn !== null;
  return item.status === "done" || item.status === "in-progress" || item.progressPct > 0;
}

/** The day on which a task begins or a milestone stands: as it happened, or else as the plan stores it. */
export function storedDay(plan: Plan, id: Id): Day | null {
  const task = plan.tasks.get(id);
  if (task) return startOf(task);
  const milestone = plan.milestones.get(id);
  return milestone ? dateOf(milestone) : null;
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
  const { id } = node.item;
  if (node.item.kind === "milestone") {
    const milestone = plan.milestones.get(id);
    return milestone ? milestoneActivity(milestone) : null;
  }
  const task = isContainer(node) ? null : plan.tasks.get(id);
  if (!task || task.status === "cancelled") return null;
  const worked = workCalendarOf(plan, task);
  let calendar = calendars.get(worked);
  if (calendar === undefined) {
    calendar = calendars.size;
    calendars.set(worked, calendar);
  }
  return taskActivity(task, worked, calendar);
}

function milestoneActivity(milestone: Milestone): ScheduleActivity {
  const { id, date, constraint, deadline, reachedOn } = milestone;
  const pinnedStart = isFixed(milestone) ? date : null;
  const rules = { constraint, deadline, plannedStart: date, pinnedStart };
  return { id, durationDays: 0, isMilestone: true, actualFinish: reachedOn, ...rules };
}

function taskActivity(task: Task, worked: WorkCalendar, calendar: number): ScheduleActivity {
  const { id, durationDays, constraint, deadline, start, progressPct } = task;
  const pinnedStart = isFixed(task) ? start : null;
  const rules = { calendar, constraint, deadline, plannedStart: start, pinnedStart };
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

/** Everything where the plan stores it. */
export interface StoredSchedule {
  readonly network: Network;
  readonly places: Places;
}

const stored = new WeakMap<Plan, StoredSchedule | "loop">();

/**
 * The network of a plan with its stored dates, worked out once per plan value. Null when the links lead in a loop
 * through what stages and groups hold, which no single link shows: such a plan cannot be scheduled.
 */
export function storedScheduleOf(plan: Plan): StoredSchedule | null {
  let known = stored.get(plan);
  if (!known) {
    const network = buildNetwork(scheduleInputOf(plan));
    known = network.ok
      ? { network: network.value, places: storedPlaces(network.value, (id) => storedDay(plan, id)) }
      : "loop";
    stored.set(plan, known);
  }
  return known === "loop" ? null : known;
}
