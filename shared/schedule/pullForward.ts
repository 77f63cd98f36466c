/**
 * Starting everything that leads to a promise as early as its links allow, so that the promise can be kept, or nearly.
 * What has begun, is pinned or has a must-date stays.
 */
import { type Day, dayFromNumber, dayNumber, formatDayNear, isDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { workEnd } from "#shared/domain/promise.ts";
import type { Task } from "#shared/domain/task.ts";
import { analysisOf } from "./analysis.ts";
import { constraintDate, HELD } from "./anchors.ts";
import { endPosition, startPosition, TINY } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import type { Fix } from "./clash.ts";
import { shownDay } from "./dates.ts";
import { rowsFix } from "./fixes.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";
import type { Schedule } from "./passes.ts";
import { type Places, place } from "./placing.ts";
import { inOrder, type MovedRow, planFollowing } from "./pushed.ts";
import { isHistory, setPlace } from "./resolve.ts";
import { fitted, furthestBound } from "./storedPlaces.ts";

/** The day that a clash wants something to be over by, and the one on which it is over as things stand. */
export interface Aim {
  readonly by: Day;
  readonly now: Day;
  /** `promise` or `rule`: what is kept by it. */
  readonly what: string;
}

/** Empty when nothing is won. No work is put before `asOf`, and none later than it is. */
export function pullForwardFix(plan: Plan, targetId: Id, asOf: Day, aim: Aim): readonly Fix[] {
  const schedule = analysisOf(plan);
  const target = schedule?.network.indexOf.get(targetId);
  if (!schedule || target === undefined) return [];
  const pulled = pulledRows(plan, schedule, target, asOf);
  const earlier = earlierRows(plan, pulled, asOf);
  // What stays after all may hold others back in turn.
  const rows = earlier.length < pulled.length ? earlierRows(plan, earlier, asOf) : earlier;
  const then = rows.length > 0 ? endOf(planFollowing(plan, rows), targetId) : null;
  if (then === null || then >= aim.now) return [];
  const enough = then <= aim.by ? ` and keep the ${aim.what}` : `, to ${formatDayNear(then, asOf)}`;
  const what = rows.length === 1 ? "Bring it forward" : `Bring ${rows.length} items forward`;
  return [rowsFix(`${what}${enough}`, rows)];
}

function pulledRows(plan: Plan, schedule: Schedule, target: number, asOf: Day): readonly MovedRow[] {
  const { network } = schedule;
  const places = { at: schedule.early.slice(), sides: schedule.sides.slice() };
  return leadingTo(network, target).flatMap((index): MovedRow[] => {
    if (!pull(network, places, index, dayNumber(asOf))) return [];
    const { id } = network.activities[index] as ScheduleActivity;
    const day = dayFromNumber(shownDay(network, places.sides, places.at, index, 0));
    const [task, milestone] = [plan.tasks.get(id), plan.milestones.get(id)];
    if (task) return [[task, { ...task, start: day }]];
    return milestone ? [[milestone, { ...milestone, date: day }]] : [];
  });
}

/** Of the moves, as their links allow them, those that lead forward. */
function earlierRows(plan: Plan, rows: readonly MovedRow[], asOf: Day): readonly MovedRow[] {
  return inOrder(plan, rows).filter(([from, to]) => isBetween(dayOf(to), asOf, dayOf(from)));
}

function dayOf(item: Task | Milestone): Day {
  return item.kind === "task" ? item.start : item.date;
}

function isBetween(day: Day, from: Day, to: Day): boolean {
  return isDay(day) && day >= from && day < to;
}

/** The day on which an item is over, with the work it holds. */
function endOf(plan: Plan, id: Id): Day | null {
  const node = outlineOf(plan).byId.get(id);
  return node ? (workEnd(node) ?? node.finish) : null;
}

/** What the target waits for, and the target, in topological order. */
function leadingTo(network: Network, target: number): readonly number[] {
  const { offsets, link } = network.incoming;
  const leads = new Uint8Array(network.size);
  const order: number[] = [];
  leads[target] = 1;
  for (let index = target; index >= 0; index--) {
    if (leads[index] === 0) continue;
    order.push(index);
    for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++)
      leads[network.linkFrom[link[row] as number] as number] = 1;
  }
  return order.reverse();
}

/** Moves one activity to its earliest place; whether it is one of the plan's items and moved. */
function pull(network: Network, places: Places, index: number, asOf: number): boolean {
  if (isHistory(network, index) || network.state[index] === HELD) return false;
  const activity = network.activities[index] as ScheduleActivity;
  if (activity.join) {
    place(network, places, index);
    return false;
  }
  const was = places.at[2 * index] as number;
  const least = Math.max(floorFrom(network, index, asOf), furthestBound(network, places, index));
  const start = Math.min(was, fitted(network, index, least));
  if (was - start <= TINY) return false;
  setPlace(places, index, {
    start,
    finish: start + (network.duration[index] as number),
    side: places.sides[index] as number,
  });
  return true;
}

function floorFrom(network: Network, index: number, asOf: number): number {
  const activity = network.activities[index] as ScheduleActivity;
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  const days = network.duration[index] as number;
  const point = activity.isMilestone ? 1 : 0;
  const from = startPosition(axis, asOf) + point;
  const startBy = constraintDate(activity, "SNET");
  const finishBy = constraintDate(activity, "FNET");
  if (startBy) return Math.max(from, startPosition(axis, dayNumber(startBy)) + point);
  return finishBy ? Math.max(from, endPosition(axis, dayNumber(finishBy)) - days) : from;
}
