/**
 * Dates follow the links when somebody edits: what a change to dates, durations, links or working days moves besides,
 * by each link's rule (reschedule.ts). The stored dates remain the truth; opening or importing a plan never comes here.
 */
import type { Change } from "#shared/domain/change.ts";
import { type Day, dayFromNumber, earliest, isDay } from "#shared/domain/day.ts";
import { type Entity, isPlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { linksAt } from "#shared/domain/linksAt.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { type Outline, outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { shownDay } from "./dates.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";
import { storedDay } from "./planInput.ts";
import { type StoredSchedule, storedScheduleOf } from "./planSchedule.ts";
import { brokenByCalendar, movedOffDaysOff, placedBefore } from "./recalendared.ts";
import { type Besides, type Rescheduled, reschedule } from "./reschedule.ts";
import type { DragChange } from "./resolve.ts";
import { type Touched, touchedBy } from "./touched.ts";

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
 * itself places, and nothing done, reached or under way. Only looks at the plan when the change touches dates, links
 * or working days. Nothing follows in a plan whose links lead in a loop through what groups hold.
 */
export function followersOf(before: Plan, change: Change): readonly Follower[] {
  const touched = touchedBy(change);
  const { links, turned, recalendars } = touched;
  const mayMove = touched.hasMoved || links.size > 0 || turned.size > 0 || recalendars;
  if (!mayMove && !touched.reshapes) return [];
  const after = applyChange(before, change);
  if (after.dependencies.size === 0 && !recalendars) return [];
  if (!mayMove && !reshapesLinkedGroup(before, after, change)) return [];
  const outline = outlineOf(touched.reshapes ? after : before);
  const days = new Map(movedDays(before, after, change, touched));
  for (const id of touched.placed) days.delete(id);
  if (days.size === 0) return [];
  return inReadingOrder(outline, days).flatMap(([id, day]) => {
    const moves = follower(after, id, day);
    return moves ? [moves] : [];
  });
}

/** Looks no further than the last of them. */
function inReadingOrder(outline: Outline, days: ReadonlyMap<Id, Day>): readonly (readonly [Id, Day])[] {
  const found: (readonly [Id, Day])[] = [];
  for (const { item } of outline.inOrder) {
    const day = days.get(item.id);
    if (day !== undefined && found.push([item.id, day]) === days.size) break;
  }
  return found;
}

/** Whether something comes into a stage or group that is linked, or goes out of it: that may end elsewhere now. */
function reshapesLinkedGroup(before: Plan, after: Plan, change: Change): boolean {
  const rows = [...change.added, ...change.updated.map(([, to]) => to), ...change.removed].filter(isPlanItem);
  const isIn = ({ byId }: Outline, id: Id): boolean => {
    for (let up = byId.get(id)?.parent ?? null; up; up = up.parent)
      if (linksAt(after.dependencies, up.item.id).length > 0) return true;
    return false;
  };
  return [outlineOf(before), outlineOf(after)].some((outline) => rows.some(({ id }) => isIn(outline, id)));
}

function* movedDays(before: Plan, after: Plan, change: Change, touched: Touched): Iterable<[Id, Day]> {
  const known = touched.isDatesOnly ? storedScheduleOf(before) : null;
  const reused = known && keepsShape(known.network, change) ? known : null;
  const schedule = reused ?? afterwards(before, after);
  if (!schedule) return;
  const offDays = touched.recalendars ? movedOffDaysOff(before, after, schedule.network) : [];
  const besides = besidesOf(before, schedule, touched);
  const from = withFirstDay(schedule, [before, after], touched.placed);
  const result = reschedule(from.network, from.places, dragsOf(after, touched.placed), besides);
  yield* offDays;
  for (let k = 0; k < result.count; k++) {
    const index = result.indices[k] as number;
    const { id, join } = from.network.activities[index] as ScheduleActivity;
    if (!join) yield [id, shownStart(from.network, result, index)];
  }
}

function shownStart(network: Network, { places }: Rescheduled, index: number): Day {
  return dayFromNumber(shownDay(network, places.sides, places.at, index, 0));
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
function afterwards(before: Plan, after: Plan): StoredSchedule | null {
  const known = storedScheduleOf(before);
  const now = storedScheduleOf(after);
  return now && known ? { network: now.network, places: placedBefore(known, now.network, now.places) } : now;
}

function dragsOf(after: Plan, placed: ReadonlySet<Id>): DragChange[] {
  const drags: DragChange[] = [];
  for (const id of placed) {
    const start = storedDay(after, id);
    const task = after.tasks.get(id);
    if (start !== null) drags.push({ id, start, ...(task ? { durationDays: task.durationDays } : {}) });
  }
  return drags;
}

function besidesOf(before: Plan, { network, places }: StoredSchedule, touched: Touched): Besides {
  const fresh = new Set<number>();
  if (touched.links.size > 0) {
    for (const [index, { id }] of network.links.entries()) {
      if (id !== undefined && touched.links.has(id)) fresh.add(index);
    }
  }
  if (touched.recalendars)
    for (const index of brokenByCalendar(storedScheduleOf(before), network, places)) fresh.add(index);
  const turned = [...touched.turned].flatMap((id) => network.indexOf.get(id) ?? []);
  return { fresh, turned: touched.reshapes ? [...turned, ...network.joins] : turned };
}

/** Null when it stays on its day, or would leave the calendar: its link is then shown as not kept. */
function follower(plan: Plan, id: Id, day: Day): Follower | null {
  if (storedDay(plan, id) === day || !isDay(day)) return null;
  const task = plan.tasks.get(id);
  if (task) return [task, { ...task, start: day }];
  const milestone = plan.milestones.get(id);
  return milestone ? [milestone, { ...milestone, date: day }] : null;
}
