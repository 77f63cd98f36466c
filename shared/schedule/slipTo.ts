/** How far open work can slip, as days for drawing: for all items at once. */
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { analysisOf, passTo } from "./analysis.ts";
import { DONE } from "./anchors.ts";
import { TINY } from "./axis.ts";
import { calendarTable } from "./calendar.ts";
import { latestDay } from "./dates.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Schedule } from "./passes.ts";
import { roomOf } from "./room.ts";

/**
 * Day number of the last day on which each item may finish: before a milestone after it or the plan's end must move
 * (as roomOf counts it), or before the target must. Items without room, finished ones and those that the target does
 * not wait for are left out.
 */
export function slipDays(plan: Plan, targetId: Id | null): ReadonlyMap<Id, number> {
  const schedule = analysisOf(plan);
  const days = new Map<Id, number>();
  if (!schedule) return days;
  const latestOf =
    targetId === null ? latestInPlan(plan, schedule) : latestForTarget(plan, schedule, targetId);
  const { byId } = outlineOf(plan);
  for (let i = 0; i < schedule.network.size; i++) {
    if (schedule.network.state[i] === DONE) continue;
    const { id } = schedule.network.activities[i] as ScheduleActivity;
    const finish = byId.get(id)?.finish ?? null;
    const day = finish === null ? null : latestOf(i, finish);
    if (finish !== null && day !== null && day > dayNumber(finish)) days.set(id, day);
  }
  return days;
}

type LatestOf = (index: number, finish: Day) => number | null;

/** A milestone's own date is the latest for what leads to it, but not for itself. */
function latestInPlan(plan: Plan, schedule: Schedule): LatestOf {
  const calendar = calendarTable(plan.roadmap.calendar);
  return (index, finish) => {
    const { id, isMilestone } = schedule.network.activities[index] as ScheduleActivity;
    if (!isMilestone) return lateDay(schedule, schedule.late, schedule.totalFloat, index);
    const room = Math.floor(roomOf(plan, id)?.totalDays ?? 0);
    return room > 0 ? dayNumber(calendar.addWorkingDays(finish, room)) : null;
  };
}

function latestForTarget(plan: Plan, schedule: Schedule, targetId: Id): LatestOf {
  const pass = passTo(plan, targetId);
  return (index) => (pass ? lateDay(schedule, pass.late, pass.floatToTarget, index) : null);
}

function lateDay(schedule: Schedule, late: Float64Array, room: Float64Array, index: number): number | null {
  const slack = room[index] as number;
  if (slack <= TINY || slack === Number.POSITIVE_INFINITY) return null;
  return latestDay(schedule, late, index, 1);
}

/** The same as a day; null where it has no room. */
export function slipDay(days: ReadonlyMap<Id, number>, id: Id): Day | null {
  const day = days.get(id);
  return day === undefined ? null : dayFromNumber(day);
}
