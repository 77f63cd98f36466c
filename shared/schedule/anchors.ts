/**
 * What dates say about each activity, turned into positions once. Rules:
 * - Actual dates win over everything, then a pinned start, then MSO and MFO: those fix the start, and links that
 *   disagree become conflicts. SNET, FNET, the planned start, the status date and the project start hold the start
 *   back; links can push later. SNLT and FNLT (and MSO, MFO) cap the late finish: links win over them in the early
 *   dates, and float below zero shows the clash.
 * - A milestone that a date places lies at the end of that day.
 */

import type { ConstraintKind } from "#shared/domain/constraint.ts";
import { type Day, dayNumber } from "#shared/domain/day.ts";
import { endPosition, startPosition } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";

/** How the forward pass places an activity; every state but `PLAIN` takes the slower way. */
export const PLAIN = 0;
export const POINT = 1;
export const HELD = 2;
export const STARTED = 3;
export const DONE = 4;
/** Placed by links, but its start may need moving to a whole day. */
export const FITTED = 5;

export interface Anchors {
  readonly state: Uint8Array;
  /** Earliest start that dates alone allow. */
  readonly floor: Float64Array;
  /** For points: 1 when the floor, or the place that is fixed, lies at the end of a day. */
  readonly floorAtEnd: Uint8Array;
  /** Start of held, started and done activities. */
  readonly fixedStart: Float64Array;
  /** Done: where it ended. Started: where the rest of the work ends, links aside. */
  readonly fixedFinish: Float64Array;
  /** Latest finish that dates allow, or Infinity. */
  readonly cap: Float64Array;
  readonly isAlap: Uint8Array;
  readonly isPinned: Uint8Array;
}

type Parts = Pick<
  Network,
  "input" | "size" | "activities" | "axes" | "calendarOf" | "duration" | "incoming" | "fitsDays"
>;

export function anchorsOf(parts: Parts): Anchors {
  const { size } = parts;
  const anchors = {
    state: new Uint8Array(size),
    floor: new Float64Array(size),
    floorAtEnd: new Uint8Array(size),
    fixedStart: new Float64Array(size).fill(Number.NaN),
    fixedFinish: new Float64Array(size).fill(Number.NaN),
    cap: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    isAlap: new Uint8Array(size),
    isPinned: new Uint8Array(size),
  };
  for (let i = 0; i < size; i++) {
    const at = anchorsAt(parts, i);
    anchors.state[i] = at.state;
    anchors.floor[i] = at.floor;
    anchors.floorAtEnd[i] = at.floorAtEnd;
    anchors.fixedStart[i] = at.fixedStart;
    anchors.fixedFinish[i] = at.fixedFinish;
    anchors.cap[i] = at.cap;
    anchors.isAlap[i] = at.isAlap;
    anchors.isPinned[i] = at.isPinned;
  }
  return anchors;
}

/** The anchors of one activity. */
export function anchorsAt(parts: Parts, i: number): { readonly [K in keyof Anchors]: number } {
  const activity = parts.activities[i] as ScheduleActivity;
  const axis = parts.axes[parts.calendarOf[i] as number] as WorkingDays;
  const days = parts.duration[i] as number;
  const floor = floorOf(parts, i, activity, axis, days);
  const fixed = fixedOf(parts, activity, axis, days);
  const isFree = fixed.state === PLAIN;
  return {
    state: !isFree ? fixed.state : days === 0 ? POINT : parts.fitsDays ? FITTED : PLAIN,
    floor: floor.position,
    floorAtEnd: (isFree ? floor.atEnd : fixed.atEnd) ? 1 : 0,
    fixedStart: fixed.start,
    fixedFinish: fixed.finish,
    cap: capOf(activity, axis, days),
    isAlap: activity.constraint?.kind === "ALAP" && isFree ? 1 : 0,
    isPinned: activity.pinnedStart ? 1 : 0,
  };
}

/** The constraint's date when it is of the kind asked for. */
export function constraintDate(activity: ScheduleActivity, kind: ConstraintKind): Day | null {
  return activity.constraint?.kind === kind ? activity.constraint.date : null;
}

/** A floor that a date sets, with what set it. */
export interface Floor {
  readonly kind: "project-start" | "status-date" | "planned" | "SNET" | "FNET";
  readonly date: Day;
  readonly position: number;
  readonly atEnd: boolean;
}

/** Every date that holds the start of an activity back, weakest claim first. */
export function floorsOf(
  parts: Pick<Network, "input" | "incoming">,
  index: number,
  activity: ScheduleActivity,
  axis: WorkingDays,
  days: number,
): readonly Floor[] {
  const floors: Floor[] = [];
  const linked = parts.incoming.offsets[index] !== parts.incoming.offsets[index + 1];
  if (activity.join && linked) return [];
  const add = (kind: Floor["kind"], date: Day | null | undefined, byFinish = false): void => {
    if (!date) return;
    const number = dayNumber(date);
    const begins = startPosition(axis, number);
    const isMoment = activity.isMilestone === true && kind !== "project-start" && kind !== "status-date";
    const atEnd = isMoment || (byFinish && days === 0);
    const position = atEnd ? begins + 1 : byFinish ? begins + 1 - days : begins;
    floors.push({ kind, date, position, atEnd });
  };
  if (!linked || parts.input.startFloor !== "unlinked") add("project-start", parts.input.projectStart);
  add("status-date", parts.input.statusDate);
  add("planned", activity.plannedStart);
  add("SNET", constraintDate(activity, "SNET"));
  add("FNET", constraintDate(activity, "FNET"), true);
  return floors;
}

function floorOf(parts: Parts, i: number, activity: ScheduleActivity, axis: WorkingDays, days: number) {
  let best = { position: Number.NEGATIVE_INFINITY, atEnd: false };
  for (const floor of floorsOf(parts, i, activity, axis, days)) {
    const isTied = floor.position === best.position;
    if (floor.position > best.position || (isTied && !floor.atEnd)) best = floor;
  }
  return best;
}

/** Latest finish that dates allow. A point may come at any time of the day that is named. */
function capOf(activity: ScheduleActivity, axis: WorkingDays, days: number): number {
  const { latestFinish } = activity;
  const latest = latestFinish ? endPosition(axis, dayNumber(latestFinish)) : Number.POSITIVE_INFINITY;
  return Math.min(latest, constraintCap(activity, axis, days));
}

function constraintCap(activity: ScheduleActivity, axis: WorkingDays, days: number): number {
  const startBy = constraintDate(activity, "SNLT");
  const startOn = constraintDate(activity, "MSO");
  const finishBy = constraintDate(activity, "FNLT") ?? constraintDate(activity, "MFO");
  if (finishBy) return endPosition(axis, dayNumber(finishBy));
  if (startBy) return endPosition(axis, dayNumber(startBy)) + (days === 0 ? 0 : days - 1);
  if (!startOn) return Number.POSITIVE_INFINITY;
  const start = mustStart(activity, axis, dayNumber(startOn));
  return days === 0 && !activity.isMilestone ? start + 1 : start + days;
}

function mustStart(activity: ScheduleActivity, axis: WorkingDays, day: number): number {
  return activity.isMilestone ? endPosition(axis, day) : startPosition(axis, day);
}

function fixedOf(parts: Parts, activity: ScheduleActivity, axis: WorkingDays, days: number) {
  const actual = actualOf(parts, activity, axis, days);
  if (actual) return actual;
  const held = activity.pinnedStart ?? constraintDate(activity, "MSO");
  if (held) {
    const start = mustStart(activity, axis, dayNumber(held));
    return { state: HELD, start, finish: start + days, atEnd: activity.isMilestone === true };
  }
  const finishOn = constraintDate(activity, "MFO");
  if (!finishOn) return { state: PLAIN, start: Number.NaN, finish: Number.NaN, atEnd: false };
  const finish = endPosition(axis, dayNumber(finishOn));
  return { state: HELD, start: finish - days, finish, atEnd: days === 0 };
}

function actualOf(parts: Parts, activity: ScheduleActivity, axis: WorkingDays, days: number) {
  const { actualStart, actualFinish } = activity;
  if (actualFinish) {
    const finish = endPosition(axis, dayNumber(actualFinish));
    if (activity.isMilestone) return { state: DONE, start: finish, finish, atEnd: true };
    const began = actualStart ? startPosition(axis, dayNumber(actualStart)) : finish - days;
    return { state: DONE, start: Math.min(began, finish), finish, atEnd: days === 0 };
  }
  if (!actualStart || activity.isMilestone) return null;
  const start = startPosition(axis, dayNumber(actualStart));
  const left = Math.max(0, activity.remainingDays ?? days * (1 - (activity.progressPct ?? 0) / 100));
  const { statusDate } = parts.input;
  const goesOn = statusDate
    ? Math.max(start, startPosition(axis, dayNumber(statusDate)))
    : start + Math.max(0, days - left);
  return { state: STARTED, start, finish: goesOn + left, atEnd: false };
}
