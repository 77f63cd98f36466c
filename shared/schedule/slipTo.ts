/** How far open work can slip, as days for drawing: for all items at once. */
import { dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { analysisOf, passTo } from "./analysis.ts";
import { DONE } from "./anchors.ts";
import { TINY } from "./axis.ts";
import { latestDay } from "./dates.ts";
import type { ScheduleActivity } from "./input.ts";

/**
 * Day number of the last day on which each item may finish before the target must move (the plan's end without a
 * target); items without room, finished ones and those the target does not wait for are left out.
 */
export function slipDays(plan: Plan, targetId: Id | null): ReadonlyMap<Id, number> {
  const schedule = analysisOf(plan);
  const pass = targetId === null ? null : passTo(plan, targetId);
  const days = new Map<Id, number>();
  if (!schedule || (targetId !== null && !pass)) return days;
  const { network } = schedule;
  const late = pass?.late ?? schedule.late;
  const room = pass?.floatToTarget ?? schedule.totalFloat;
  const { byId } = outlineOf(plan);
  for (let i = 0; i < network.size; i++) {
    const slack = room[i] as number;
    if (network.state[i] === DONE || slack <= TINY || slack === Number.POSITIVE_INFINITY) continue;
    const { id } = network.activities[i] as ScheduleActivity;
    const finish = byId.get(id)?.finish ?? null;
    const day = latestDay(schedule, late, i, 1);
    if (finish !== null && day > dayNumber(finish)) days.set(id, day);
  }
  return days;
}
