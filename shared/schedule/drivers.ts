/** What sets an activity's early dates: worked out again from its own links and dates when somebody asks. */

import type { ConstraintKind } from "#shared/domain/constraint.ts";
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { constraintDate, DONE, floorsOf, HELD, STARTED } from "./anchors.ts";
import { endInstant, fitForward, isWorked, startInstant, TINY, wholeBelow } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import { shownDay } from "./dates.ts";
import type { ScheduleActivity, ScheduleLink } from "./input.ts";
import type { Schedule } from "./passes.ts";
import { positionBound } from "./placing.ts";

export type DateDriver =
  | { readonly kind: "project-start" | "status-date" | "planned" | "pinned"; readonly date: Day }
  | { readonly kind: "constraint"; readonly constraint: ConstraintKind; readonly date: Day }
  | { readonly kind: "actual"; readonly date: Day; readonly isDone: boolean }
  | { readonly kind: "as-late-as-possible" };

export interface LinkDriver {
  readonly kind: "link";
  readonly link: ScheduleLink;
  /** Index into `Network.links`. */
  readonly linkIndex: number;
  /** The day of the predecessor's end that the link hangs on. */
  readonly predecessorDay: Day;
}

export type Driver = DateDriver | LinkDriver;

/**
 * Everything that would on its own hold the activity where its early dates are, strongest explanation first:
 * what fixes it, else the links that reach as far (in id order of the predecessors), else the dates.
 */
export function driversOf(schedule: Schedule, index: number): readonly Driver[] {
  const fixed = fixedDriver(schedule, index);
  if (fixed) return [fixed];
  const late: Driver[] =
    schedule.scheduled[2 * index] === schedule.early[2 * index] ? [] : [{ kind: "as-late-as-possible" }];
  return [...late, ...linkDrivers(schedule, index), ...floorDrivers(schedule, index)];
}

/** The links whose predecessors hold the activity: an empty list when a date does. */
export function drivenBy(schedule: Schedule, id: string): readonly LinkDriver[] {
  const index = schedule.network.indexOf.get(id);
  if (index === undefined) return [];
  return driversOf(schedule, index).filter((driver) => driver.kind === "link");
}

function fixedDriver({ network }: Schedule, index: number): DateDriver | null {
  const activity = network.activities[index] as ScheduleActivity;
  const state = network.state[index];
  if (state === DONE || state === STARTED) {
    const date = (activity.isMilestone ? null : activity.actualStart) ?? activity.actualFinish ?? null;
    return date ? { kind: "actual", date, isDone: state === DONE } : null;
  }
  if (state !== HELD) return null;
  if (activity.pinnedStart) return { kind: "pinned", date: activity.pinnedStart };
  for (const constraint of ["MSO", "MFO"] as const) {
    const date = constraintDate(activity, constraint);
    if (date) return { kind: "constraint", constraint, date };
  }
  return null;
}

function linkDrivers(schedule: Schedule, index: number): LinkDriver[] {
  const { network } = schedule;
  const { offsets, link } = network.incoming;
  const places = { at: schedule.early, sides: schedule.sides };
  const start = schedule.early[2 * index] as number;
  const found: LinkDriver[] = [];
  for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
    const bound = positionBound(network, places, row);
    const reached = network.fitsDays ? fitForward(bound, network.duration[index] as number) : bound;
    if (reached < start - TINY) continue;
    const linkIndex = link[row] as number;
    found.push({
      kind: "link",
      linkIndex,
      link: network.links[linkIndex] as ScheduleLink,
      predecessorDay: predecessorDay(schedule, linkIndex),
    });
  }
  const isAny = network.activities[index]?.join === "any";
  const held = isAny ? found.filter((driver) => isAt(schedule, driver, index)) : found;
  return held.sort((a, b) => compare(sortKey(a), sortKey(b)));
}

function isAt({ network, early }: Schedule, driver: LinkDriver, index: number): boolean {
  const from = network.linkFrom[driver.linkIndex] as number;
  return Math.abs((early[2 * from] as number) - (early[2 * index] as number)) <= TINY;
}

function sortKey({ link }: LinkDriver): string {
  return `${link.from} ${link.type} ${link.lag} ${link.lagKind}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where everything lies: the early dates of a schedule, or the stored ones of a plan. */
type Placed = Pick<Schedule, "network" | "sides" | "early">;

/** The day shown for the end of the predecessor that a link leaves. */
export function predecessorDay({ network, sides, early }: Placed, linkIndex: number): Day {
  const { type } = network.links[linkIndex] as ScheduleLink;
  const from = network.linkFrom[linkIndex] as number;
  return dayFromNumber(shownDay(network, sides, early, from, type === "SS" || type === "SF" ? 0 : 1));
}

function floorDrivers({ network, early }: Schedule, index: number): DateDriver[] {
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  const activity = network.activities[index] as ScheduleActivity;
  const days = network.duration[index] as number;
  const start = early[2 * index] as number;
  const reached = (position: number): number => (network.fitsDays ? fitForward(position, days) : position);
  const holding = floorsOf(network, index, activity, axis, days).filter(
    (floor) => reached(floor.position) >= start - TINY,
  );
  return holding
    .reverse()
    .map(({ kind, date }) =>
      kind === "SNET" || kind === "FNET" ? { kind: "constraint", constraint: kind, date } : { kind, date },
    );
}

/**
 * The day work would have begun on had every day been worked: the day a date names, or the day a link reaches.
 * Null when that day is worked, so the calendar moved nothing.
 */
export function movedOff(schedule: Placed, index: number, driver: Driver): Day | null {
  const { network } = schedule;
  if ((network.duration[index] as number) === 0 || driver.kind === "as-late-as-possible") return null;
  const wanted = driver.kind === "link" ? reachedDay(schedule, driver) : dayOf(driver);
  if (wanted === null) return null;
  return isWorked(network.axes[network.calendarOf[index] as number] as WorkingDays, wanted)
    ? null
    : dayFromNumber(wanted);
}

function dayOf(driver: DateDriver): number | null {
  if (driver.kind === "as-late-as-possible" || driver.kind === "actual") return null;
  if (driver.kind === "constraint" && driver.constraint !== "SNET" && driver.constraint !== "MSO")
    return null;
  return dayNumber(driver.date);
}

/** Only for links that reach a start and whose gap is elapsed or none: a working lag skips days by itself. */
function reachedDay(schedule: Placed, { link, linkIndex }: LinkDriver): number | null {
  const { network, early, sides } = schedule;
  if (link.type === "FF" || link.type === "SF" || (link.lagKind === "working" && link.lag !== 0)) return null;
  const from = network.linkFrom[linkIndex] as number;
  const axis = network.axes[network.calendarOf[from] as number] as WorkingDays;
  const leavesFinish = link.type === "FS" && ((network.duration[from] as number) > 0 || sides[from] === 1);
  const position = early[2 * from + (link.type === "FS" ? 1 : 0)] as number;
  const instant = leavesFinish ? endInstant(axis, position) : startInstant(axis, position);
  return wholeBelow(instant + link.lag);
}
