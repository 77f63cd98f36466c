/** The days that positions show on screen and paper, derived when they are asked for. */
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { DONE, HELD } from "./anchors.ts";
import { endDayNumber, startDayNumber } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";
import type { Schedule } from "./passes.ts";

export interface ActivityDates {
  /** What the plan shows. A point shows one day as both. */
  readonly start: Day;
  readonly finish: Day;
  readonly earlyStart: Day;
  readonly earlyFinish: Day;
  readonly lateStart: Day;
  readonly lateFinish: Day;
  /** Working days. */
  readonly totalFloat: number;
  readonly freeFloat: number;
  readonly isCritical: boolean;
}

/** The dates of one activity, or null when the schedule has none of that id. */
export function datesOf(schedule: Schedule, id: string): ActivityDates | null {
  const index = schedule.network.indexOf.get(id);
  if (index === undefined) return null;
  const { network, sides } = schedule;
  const day = (at: Float64Array, end: 0 | 1): Day => dayFromNumber(shownDay(network, sides, at, index, end));
  const lateDay = (end: 0 | 1): Day => dayFromNumber(latestDay(schedule, schedule.late, index, end));
  return {
    start: day(schedule.scheduled, 0),
    finish: day(schedule.scheduled, 1),
    earlyStart: day(schedule.early, 0),
    earlyFinish: day(schedule.early, 1),
    lateStart: lateDay(0),
    lateFinish: lateDay(1),
    totalFloat: schedule.totalFloat[index] as number,
    freeFloat: schedule.freeFloat[index] as number,
    isCritical: schedule.isCritical[index] === 1,
  };
}

/** Day number on which activity `index` starts (`end` 0) or finishes (`end` 1) at the places `at`. */
export function shownDay(
  network: Network,
  sides: Uint8Array,
  at: Float64Array,
  index: number,
  end: 0 | 1,
): number {
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  const position = at[2 * index + end] as number;
  if ((at[2 * index + 1] as number) > (at[2 * index] as number)) {
    return end === 0 ? startDayNumber(axis, position) : endDayNumber(axis, position);
  }
  const set = at[2 * index] === network.fixedStart[index] ? setDay(network, index) : null;
  if (set) return dayNumber(set);
  return sides[index] === 1 ? endDayNumber(axis, position) : startDayNumber(axis, position);
}

/**
 * Day number of a latest date. A point that can slip shows the day at whose end it must have come, whatever part
 * of the day it comes at when it is early.
 */
export function latestDay(schedule: Schedule, late: Float64Array, index: number, end: 0 | 1): number {
  const { network, sides, early } = schedule;
  const position = late[2 * index + end] as number;
  const isPoint = (network.duration[index] as number) === 0;
  if (!isPoint || position <= (early[2 * index + end] as number))
    return shownDay(network, sides, late, index, end);
  return endDayNumber(network.axes[network.calendarOf[index] as number] as WorkingDays, position);
}

/** The day a milestone was given outright, which may be one that nobody works. */
function setDay(network: Network, index: number): Day | null {
  const activity = network.activities[index] as ScheduleActivity;
  if (network.state[index] === DONE) return activity.actualFinish ?? null;
  if (network.state[index] !== HELD || !activity.isMilestone) return null;
  return activity.pinnedStart ?? activity.constraint?.date ?? null;
}

/** Start and finish day numbers of all activities, for drawing: `2 * i` and `2 * i + 1`. */
export function allDays(schedule: Schedule): Int32Array {
  const { network, sides, scheduled } = schedule;
  const days = new Int32Array(2 * network.size);
  for (let i = 0; i < network.size; i++) {
    days[2 * i] = shownDay(network, sides, scheduled, i, 0);
    days[2 * i + 1] = shownDay(network, sides, scheduled, i, 1);
  }
  return days;
}

/** The last day of the plan; its first when nothing is in it. */
export function endDay(schedule: Schedule): Day {
  const days = allDays(schedule);
  if (days.length === 0) return schedule.network.input.projectStart;
  return dayFromNumber(days.reduce((last, day) => Math.max(last, day)));
}
