/** Backward from one activity: the critical path to a milestone that is picked, and latest dates for a promise. */
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { DONE, STARTED } from "./anchors.ts";
import { endPosition, fitBackward, TINY } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import { latestDay } from "./dates.ts";
import type { ScheduleActivity } from "./input.ts";
import { latestBySuccessors, settlePoint } from "./latest.ts";
import type { Schedule } from "./passes.ts";

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
  const places = { at: early, sides: schedule.sides };
  const latest = {
    late: new Float64Array(2 * network.size).fill(Number.POSITIVE_INFINITY),
    latePoints: new Float64Array(2 * network.size).fill(Number.POSITIVE_INFINITY),
  };
  const pass = {
    schedule,
    targetId,
    late: latest.late,
    floatToTarget: new Float64Array(network.size).fill(Number.POSITIVE_INFINITY),
    isCritical: new Uint8Array(network.size),
  };
  const goal = goalOf(schedule, target, promised);
  for (let i = target; i >= 0; i--) {
    const close = i === target ? goal : latestBySuccessors(network, places, latest, i, 1);
    if (close === Number.POSITIVE_INFINITY) continue;
    if (network.duration[i] === 0 && network.state[i] !== DONE && network.state[i] !== STARTED) {
      const opening = promised ? goal - network.step : goal;
      const open = i === target ? opening : latestBySuccessors(network, places, latest, i, 0);
      note(pass, i, settlePoint(network, places, latest, i, close, open));
    } else {
      note(pass, i, close);
      if (network.duration[i] === 0) latest.latePoints.fill(close, 2 * i, 2 * i + 2);
    }
  }
  return pass;
}

function goalOf({ network, early }: Schedule, target: number, promised: Day | undefined): number {
  const axis = network.axes[network.calendarOf[target] as number] as WorkingDays;
  return promised ? endPosition(axis, dayNumber(promised)) : (early[2 * target + 1] as number);
}

/** Notes the latest finish of an activity. */
function note({ schedule, late, floatToTarget, isCritical }: TargetPass, i: number, finish: number): void {
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
