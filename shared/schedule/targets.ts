/** Backward from one activity: the critical path to a milestone that is picked, and latest dates for a promise. */
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { DONE, HELD, STARTED } from "./anchors.ts";
import { endPosition, fitBackward, TINY } from "./axis.ts";
import { boundBack } from "./bounds.ts";
import type { WorkingDays } from "./calendar.ts";
import { latestDay } from "./dates.ts";
import type { ScheduleActivity } from "./input.ts";
import { holdsBack, type Schedule } from "./passes.ts";

export interface TargetPass {
  readonly schedule: Schedule;
  readonly targetId: string;
  /** Latest places that still make the target; Infinity for work that does not lead to it. */
  readonly late: Float64Array;
  /** Working days an activity can slip before the target must; Infinity when it does not lead there. */
  readonly floatToTarget: Float64Array;
  /** 1 on the way that decides the target's date. */
  readonly isCritical: Uint8Array;
}

/**
 * Latest dates of everything that leads to `targetId`, so that it is done by `promised`; without a date, by its own
 * early finish, which makes the critical path to it. Links alone count, and what has happened is left as it is.
 * Null for an unknown id.
 */
export function backwardFrom(schedule: Schedule, targetId: string, promised?: Day): TargetPass | null {
  const { network, early } = schedule;
  const target = network.indexOf.get(targetId);
  if (target === undefined) return null;
  const pass = {
    schedule,
    targetId,
    late: new Float64Array(2 * network.size).fill(Number.POSITIVE_INFINITY),
    floatToTarget: new Float64Array(network.size).fill(Number.POSITIVE_INFINITY),
    isCritical: new Uint8Array(network.size),
  };
  const axis = network.axes[network.calendarOf[target] as number] as WorkingDays;
  const goal = promised ? endPosition(axis, dayNumber(promised)) : (early[2 * target + 1] as number);
  for (let i = target; i >= 0; i--) {
    const finish = i === target ? goal : latestFinish(schedule, pass.late, i);
    if (finish !== Number.POSITIVE_INFINITY) settle(pass, i, finish);
  }
  return pass;
}

function settle({ schedule, late, floatToTarget, isCritical }: TargetPass, i: number, finish: number): void {
  const { network, early } = schedule;
  const days = network.duration[i] as number;
  const state = network.state[i];
  let start = finish - days;
  if (network.fitsDays) start = fitBackward(start, days);
  const begun = state === DONE || state === STARTED;
  late[2 * i] = begun ? (early[2 * i] as number) : start;
  late[2 * i + 1] = state === DONE ? (early[2 * i + 1] as number) : begun ? finish : start + days;
  floatToTarget[i] = (late[2 * i + 1] as number) - (early[2 * i + 1] as number);
  isCritical[i] = state !== DONE && (floatToTarget[i] as number) <= TINY ? 1 : 0;
}

/** Never before the early finish while the successor keeps its own early place (see `keepsPace` in passes.ts). */
function backAcross(
  { network, sides, early }: Schedule,
  late: Float64Array,
  index: number,
  row: number,
): number {
  const end = ~(network.outgoing.end[row] as number);
  const bound = boundBack(network, late, sides, row);
  const isMet = network.state[end >> 1] !== HELD && (late[end] as number) >= (early[end] as number);
  return isMet ? Math.max(bound, early[2 * index + 1] as number) : bound;
}

function latestFinish(schedule: Schedule, late: Float64Array, index: number): number {
  const { network, early, sides } = schedule;
  const { offsets, end, distance } = network.outgoing;
  let finish = Number.POSITIVE_INFINITY;
  for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
    const raw = end[row] as number;
    if (late[raw < 0 ? ~raw : raw] === Number.POSITIVE_INFINITY) continue;
    if (!holdsBack(network, { at: early, sides }, row, index)) continue;
    const bound =
      raw < 0 ? backAcross(schedule, late, index, row) : (late[raw] as number) + (distance[row] as number);
    finish = Math.min(finish, bound);
  }
  return finish;
}

export interface LatestStart {
  readonly id: string;
  readonly latestStart: Day;
  readonly latestFinish: Day;
  /** Working days by which it is too late already; 0 when the promise can be kept. */
  readonly tooLateBy: number;
}

/** The open work that leads to the target with its latest dates, the most urgent first. */
export function latestStarts({ schedule, late, floatToTarget }: TargetPass): readonly LatestStart[] {
  const { network } = schedule;
  const list: LatestStart[] = [];
  for (let i = 0; i < network.size; i++) {
    if (floatToTarget[i] === Number.POSITIVE_INFINITY || network.state[i] === DONE) continue;
    list.push({
      id: (network.activities[i] as ScheduleActivity).id,
      latestStart: dayFromNumber(latestDay(schedule, late, i, 0)),
      latestFinish: dayFromNumber(latestDay(schedule, late, i, 1)),
      tooLateBy: Math.max(0, -(floatToTarget[i] as number)),
    });
  }
  return list.sort((a, b) => (a.latestStart < b.latestStart ? -1 : a.latestStart > b.latestStart ? 1 : 0));
}
