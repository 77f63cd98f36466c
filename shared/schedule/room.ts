/** Room to slip: total and free float of a plan as it stands (analysis.ts), and what it ends at. */
import { dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { analysisOf } from "./analysis.ts";
import { DONE, HELD } from "./anchors.ts";
import { endPosition, positionAt, TINY } from "./axis.ts";
import { axisOf } from "./bounds.ts";
import type { ScheduleActivity } from "./input.ts";
import { boundBack } from "./latest.ts";
import type { Schedule } from "./passes.ts";

export interface Room {
  /**
   * Working days it can slip before a milestone after it moves, a promise or latest date is missed, or the plan ends
   * later; below 0, too late already.
   */
  readonly totalDays: number;
  /** Working days it can slip before anything else moves. */
  readonly freeDays: number;
  /** No room at all. */
  readonly isCritical: boolean;
  /** The item whose date sets the limit: a milestone, a promise, a latest date. Null for the end of the plan. */
  readonly limitId: Id | null;
}

/** Room to slip of a task or milestone; null for what is finished or holds others. */
export function roomOf(plan: Plan, id: Id): Room | null {
  const schedule = analysisOf(plan);
  const index = schedule?.network.indexOf.get(id);
  if (!schedule || index === undefined || schedule.network.state[index] === DONE) return null;
  const isMilestone = schedule.network.activities[index]?.isMilestone === true;
  const limit = isMilestone ? limitPast(schedule, index) : limitOf(schedule, index);
  const finish = schedule.early[2 * index + 1] as number;
  const total = limit.finish - finish;
  const free = isMilestone
    ? tightestLink(schedule, schedule.early, index).finish - finish
    : (schedule.freeFloat[index] as number);
  return {
    totalDays: halves(total),
    freeDays: halves(Math.max(0, Math.min(total, free))),
    isCritical: total <= TINY,
    limitId: limit.id,
  };
}

function halves(days: number): number {
  return Math.floor(days * 2 + TINY) / 2;
}

interface Limit {
  /** Latest finish, in the activity's calendar. */
  readonly finish: number;
  readonly id: Id | null;
}

/** A task's late finish, and the first date that counts on the tightest way on from it: a latest one, or a held one. */
function limitOf(schedule: Schedule, index: number, itself = index): Limit {
  const { cap, activities, state } = schedule.network;
  const finish = schedule.late[2 * index + 1] as number;
  for (let at = index; at >= 0; ) {
    const next = tightestLink(schedule, schedule.late, at);
    const own = cap[at] as number;
    const isCapped = own <= next.finish && own !== Number.POSITIVE_INFINITY;
    if (isCapped || (at !== itself && state[at] === HELD))
      return { finish, id: (activities[at] as ScheduleActivity).id };
    at = next.finish <= planEnd(schedule, at) + TINY ? next.to : -1;
  }
  return { finish, id: null };
}

/** How late a milestone can come, its own date aside: its promise, what follows it, the end of the plan. */
function limitPast(schedule: Schedule, index: number): Limit {
  const { deadline, id } = schedule.network.activities[index] as ScheduleActivity;
  const next = tightestLink(schedule, schedule.late, index);
  const end = planEnd(schedule, index);
  const promised = deadline
    ? endPosition(axisOf(schedule.network, index), dayNumber(deadline))
    : Number.POSITIVE_INFINITY;
  if (promised <= Math.min(next.finish, end)) return { finish: promised, id };
  if (next.finish <= end) return { finish: next.finish, id: limitOf(schedule, next.to, index).id };
  return { finish: end, id: null };
}

interface Tightest {
  readonly to: number;
  readonly finish: number;
}

/** The link that leaves an activity the least, to what follows where `places` says or is held; infinity without any. */
function tightestLink({ network, early, sides }: Schedule, places: Float64Array, index: number): Tightest {
  const { offsets, link } = network.outgoing;
  let tightest: Tightest = { to: -1, finish: Number.POSITIVE_INFINITY };
  for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
    const to = network.linkTo[link[row] as number] as number;
    const finish = boundBack(network, network.state[to] === HELD ? early : places, sides, row);
    if (finish < tightest.finish) tightest = { to, finish };
  }
  return tightest;
}

function planEnd(schedule: Schedule, index: number): number {
  return positionAt(axisOf(schedule.network, index), schedule.end);
}
