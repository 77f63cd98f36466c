/**
 * Dates follow the links when somebody edits: what a change to dates, durations or links moves besides, by each
 * link's rule (reschedule.ts). The stored dates remain the truth; opening or importing a plan never comes here.
 */
import type { Change } from "#shared/domain/change.ts";
import { type Day, dayFromNumber, earliest, isDay } from "#shared/domain/day.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import { type Entity, isPlanItem, parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { type Outline, outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { shownDay } from "./dates.ts";
import type { ScheduleActivity } from "./input.ts";
import { buildNetwork, type Network } from "./network.ts";
import { type StoredSchedule, scheduleInputOf, storedDay, storedScheduleOf } from "./planSchedule.ts";
import { type Rescheduled, reschedule, storedPlaces } from "./reschedule.ts";
import type { DragChange } from "./resolve.ts";

/** A row before and after it followed. */
export type Follower = readonly [from: Task | Milestone, to: Task | Milestone];

/** The change with everything that follows it, each row once; the same change when nothing does. */
export function withFollowers(before: Plan, change: Change): Change {
  return joined(change, followersOf(before, change));
}

/** The change and its followers as one; the order of its own rows stays. */
export function joined(change: Change, followers: readonly Follower[]): Change {
  if (followers.length === 0) return change;
  const moved = new Map<Id, Entity>(followers.map(([, to]) => [to.id, to]));
  const own = change.updated.map(([from, to]) => [from, moved.get(to.id) ?? to] as const);
  const known = new Set(own.map(([, to]) => to.id));
  return { ...change, updated: [...own, ...followers.filter(([, to]) => !known.has(to.id))] };
}

/**
 * What moves because of a change, in reading order: from the row as the change leaves it. Nothing that the change
 * itself places, and nothing done, reached or under way. Only looks at the plan when the change touches dates or
 * links. Nothing follows in a plan whose links lead in a loop through what groups hold.
 */
export function followersOf(before: Plan, change: Change): readonly Follower[] {
  const placed = placedBy(change);
  const links = touchedLinks(change);
  const isMoved = change.updated.some(([from]) => placed.has(from.id));
  if (!isMoved && links.size === 0) return [];
  const after = applyChange(before, change);
  if (after.dependencies.size === 0) return [];
  const outline = outlineOf(reshapes(change) ? after : before);
  const known = isDatesOnly(change) ? storedScheduleOf(before) : null;
  const reused = known && keepsShape(known.network, change);
  const schedule = reused ? known : rebuilt(before, after, outline);
  if (!schedule) return [];
  const result = moved(withFirstDay(schedule, [before, after], placed), after, placed, links);
  const days = new Map(movedDays(schedule.network, result));
  return outline.inOrder.flatMap(({ item: { id } }) => {
    const day = placed.has(id) ? undefined : days.get(id);
    const moves = day === undefined ? null : follower(after, id, day);
    return moves ? [moves] : [];
  });
}

/** The tasks and milestones whose dates the change sets. */
function placedBy(change: Change): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (const row of change.added) if (row.kind === "task" || row.kind === "milestone") ids.add(row.id);
  for (const [from, to] of change.updated) if (differsInTime(from, to)) ids.add(to.id);
  return ids;
}

function differsInTime(from: Entity, to: Entity): boolean {
  if (from.kind === "task" && to.kind === "task")
    return from.start !== to.start || from.durationDays !== to.durationDays;
  return from.kind === "milestone" && to.kind === "milestone" && from.date !== to.date;
}

/** Links that the change draws, or whose kind or gap it changes. */
function touchedLinks(change: Change): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (const row of change.added) if (row.kind === "dependency") ids.add(row.id);
  for (const [from, to] of change.updated) {
    if (from.kind === "dependency" && to.kind === "dependency" && differsInReach(from, to)) ids.add(to.id);
  }
  return ids;
}

function differsInReach(from: Dependency, to: Dependency): boolean {
  return (["fromId", "toId", "type", "lagDays", "lagKind"] as const).some((key) => from[key] !== to[key]);
}

/** Whether the outline afterwards has other items, or has them elsewhere. */
function reshapes(change: Change): boolean {
  if ([...change.added, ...change.removed].some(isPlanItem)) return true;
  return change.updated.some(
    ([from, to]) =>
      isPlanItem(from) &&
      isPlanItem(to) &&
      (from.deletedAt !== to.deletedAt || from.order !== to.order || parentIdOf(from) !== parentIdOf(to)),
  );
}

/** Whether the change does nothing but set dates and durations, so that the network of the plan before it holds. */
function isDatesOnly(change: Change): boolean {
  if (change.added.length + change.removed.length > 0 || reshapes(change)) return false;
  return change.updated.every(([from, to]) => {
    if (from.kind === "task" && to.kind === "task")
      return from.status === to.status && from.progressPct === to.progressPct;
    return from.kind === "milestone" && to.kind === "milestone" && from.reachedOn === to.reachedOn;
  });
}

/** Work that becomes a point, and the first part of a day, are placed by other rules. */
function keepsShape(network: Network, change: Change): boolean {
  return change.updated.every(
    ([from, to]) =>
      from.kind !== "task" ||
      to.kind !== "task" ||
      (from.durationDays > 0 === to.durationDays > 0 &&
        (network.fitsDays || Number.isInteger(to.durationDays))),
  );
}

/** Work that keeps its gap moves earlier as far as the plan's first date, before the change or after it. */
function withFirstDay(
  { network, places }: StoredSchedule,
  plans: readonly Plan[],
  placed: ReadonlySet<Id>,
): StoredSchedule {
  const days = plans.flatMap((plan) => [...placed].flatMap((id) => storedDay(plan, id) ?? []));
  const projectStart = earliest([...days, network.input.projectStart]) ?? network.input.projectStart;
  return { network: { ...network, input: { ...network.input, projectStart } }, places };
}

/** The network of the plan after the change, with everything still where it was before. */
function rebuilt(before: Plan, after: Plan, outline: Outline): StoredSchedule | null {
  const network = buildNetwork(scheduleInputOf(after, outline));
  if (!network.ok) return null;
  const places = storedPlaces(
    network.value,
    (id) => storedDay(before, id) ?? storedDay(after, id),
    (id) => before.tasks.get(id)?.durationDays ?? null,
  );
  return { network: network.value, places };
}

function moved(
  { network, places }: StoredSchedule,
  after: Plan,
  placed: ReadonlySet<Id>,
  links: ReadonlySet<Id>,
): Rescheduled {
  const drags: DragChange[] = [];
  for (const id of placed) {
    const start = storedDay(after, id);
    const task = after.tasks.get(id);
    if (start !== null) drags.push({ id, start, ...(task ? { durationDays: task.durationDays } : {}) });
  }
  const fresh = new Set<number>();
  if (links.size > 0) {
    for (const [index, { id }] of network.links.entries()) {
      if (id !== undefined && links.has(id)) fresh.add(index);
    }
  }
  return reschedule(network, places, drags, fresh);
}

function* movedDays(network: Network, { count, indices, places }: Rescheduled): Iterable<[Id, Day]> {
  for (let k = 0; k < count; k++) {
    const index = indices[k] as number;
    const { id, join } = network.activities[index] as ScheduleActivity;
    if (!join) yield [id, dayFromNumber(shownDay(network, places.sides, places.at, index, 0))];
  }
}

/** Null when it stays on its day, or would leave the calendar: its link is then shown as not kept. */
function follower(plan: Plan, id: Id, day: Day): Follower | null {
  if (storedDay(plan, id) === day || !isDay(day)) return null;
  const task = plan.tasks.get(id);
  if (task) return [task, { ...task, start: day }];
  const milestone = plan.milestones.get(id);
  return milestone ? [milestone, { ...milestone, date: day }] : null;
}
