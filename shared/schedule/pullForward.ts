/**
 * Starting everything that leads to a promise as early as its links allow, so that the promise can be kept, or nearly.
 * What has begun, is pinned or has a must-date stays.
 */
import { type Day, dayFromNumber, dayNumber, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import type { Plan } from "#shared/domain/plan.ts";
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
import { type Places, place } from "./placing.ts";
import { isHistory, setPlace } from "./resolve.ts";
import { fitted, furthestBound } from "./storedPlaces.ts";

/** Empty when nothing is won. No work is put before `asOf`. */
export function pullForwardFix(plan: Plan, targetId: Id, asOf: Day, promised: Day): readonly Fix[] {
  const schedule = analysisOf(plan);
  const target = schedule?.network.indexOf.get(targetId);
  if (!schedule || target === undefined) return [];
  const { network } = schedule;
  const places = { at: schedule.early.slice(), sides: schedule.sides.slice() };
  const before = shownDay(network, places.sides, places.at, target, 1);
  const rows: [Task | Milestone, Task | Milestone][] = [];
  for (const index of leadingTo(network, target)) {
    if (!pull(network, places, index, dayNumber(asOf))) continue;
    const { id } = network.activities[index] as ScheduleActivity;
    const day = dayFromNumber(shownDay(network, places.sides, places.at, index, 0));
    const task = plan.tasks.get(id);
    const milestone = plan.milestones.get(id);
    if (task && task.start !== day) rows.push([task, { ...task, start: day }]);
    else if (milestone && milestone.date !== day) rows.push([milestone, { ...milestone, date: day }]);
  }
  const after = shownDay(network, places.sides, places.at, target, 1);
  if (rows.length === 0 || after >= before) return [];
  const then = dayFromNumber(after);
  const enough = then <= promised ? "" : `, to ${formatDayNear(then, asOf)}`;
  const what = rows.length === 1 ? "Move it forward" : `Move ${rows.length} items forward`;
  return [rowsFix(`${what}${enough || ` and keep the promise`}`, rows)];
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
