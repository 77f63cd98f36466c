/** What does not fit together in a schedule: nothing is moved silently, so every clash is listed here. */

import type { ConstraintKind } from "#shared/domain/constraint.ts";
import { type Day, dayFromNumber, dayNumber, formatDay } from "#shared/domain/day.ts";
import { durationWords } from "#shared/domain/words.ts";
import { DONE, HELD, STARTED } from "./anchors.ts";
import { endPosition, TINY } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import { shownDay } from "./dates.ts";
import { predecessorDay } from "./drivers.ts";
import type { ScheduleActivity, ScheduleLink } from "./input.ts";
import type { Schedule } from "./passes.ts";
import { linkBound } from "./placing.ts";
import { constraintWords, lagWords } from "./why.ts";

interface ConflictBase {
  readonly activityId: string;
  /** By how many working days of the activity's calendar. */
  readonly days: number;
}

export type Conflict =
  | (ConflictBase & { readonly kind: "deadline-missed"; readonly deadline: Day; readonly finish: Day })
  | (ConflictBase & {
      readonly kind: "date-against-link";
      /** What holds the activity: a must-date or its pinned start. */
      readonly by: ConstraintKind | "pinned";
      readonly date: Day;
      readonly link: ScheduleLink;
      readonly linkIndex: number;
      readonly predecessorDay: Day;
    })
  | (ConflictBase & { readonly kind: "latest-date-missed"; readonly by: ConstraintKind; readonly date: Day })
  | (ConflictBase & { readonly kind: "negative-float" })
  | (ConflictBase & {
      readonly kind: "link-broken-by-actuals";
      readonly link: ScheduleLink;
      readonly linkIndex: number;
      readonly predecessorDay: Day;
    });

/** All conflicts, in topological order of the activities. */
export function conflictsOf(schedule: Schedule): readonly Conflict[] {
  const found: Conflict[] = [];
  for (let index = 0; index < schedule.network.size; index++) {
    if (schedule.network.activities[index]?.join) continue;
    const deadline = missedDeadline(schedule, index);
    if (deadline) found.push(deadline);
    found.push(...brokenLinks(schedule, index));
    const latest = missedLatest(schedule, index);
    if (latest) found.push(latest);
    const room = schedule.totalFloat[index] as number;
    if (room < -TINY) found.push({ kind: "negative-float", activityId: idOf(schedule, index), days: -room });
  }
  return found;
}

function idOf({ network }: Schedule, index: number): string {
  return (network.activities[index] as ScheduleActivity).id;
}

function missedDeadline(schedule: Schedule, index: number): Conflict | null {
  const { network, sides, scheduled } = schedule;
  const deadline = (network.activities[index] as ScheduleActivity).deadline;
  if (!deadline) return null;
  const finish = shownDay(network, sides, scheduled, index, 1);
  const promised = dayNumber(deadline);
  if (finish <= promised) return null;
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  const days = Math.max(0, endPosition(axis, finish) - endPosition(axis, promised));
  return {
    kind: "deadline-missed",
    activityId: idOf(schedule, index),
    days,
    deadline,
    finish: dayFromNumber(finish),
  };
}

function brokenLinks(schedule: Schedule, index: number): Conflict[] {
  const { network } = schedule;
  const state = network.state[index];
  if (state !== HELD && state !== STARTED && state !== DONE) return [];
  const { offsets, link } = network.incoming;
  const found: Conflict[] = [];
  for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
    const linkIndex = link[row] as number;
    const days = linkShortfall(schedule, index, row);
    if (days <= TINY) continue;
    const shared = {
      activityId: idOf(schedule, index),
      days,
      linkIndex,
      link: network.links[linkIndex] as ScheduleLink,
      predecessorDay: predecessorDay(schedule, linkIndex),
    };
    if (state !== HELD) found.push({ kind: "link-broken-by-actuals", ...shared });
    else
      found.push({
        kind: "date-against-link",
        ...heldBy(network.activities[index] as ScheduleActivity),
        ...shared,
      });
  }
  return found;
}

/** Working days by which an activity lies before what an incoming link asks for. */
export function linkShortfall(schedule: Schedule, index: number, row: number): number {
  const { network, early, sides } = schedule;
  const { type } = network.links[network.incoming.link[row] as number] as ScheduleLink;
  const bound = linkBound(network, { at: early, sides }, row);
  const reachesFinish = type === "FF" || type === "SF";
  return reachesFinish
    ? bound + (network.duration[index] as number) - (early[2 * index + 1] as number)
    : bound - (early[2 * index] as number);
}

function heldBy(activity: ScheduleActivity): { by: ConstraintKind | "pinned"; date: Day } {
  if (activity.pinnedStart) return { by: "pinned", date: activity.pinnedStart };
  const kind = activity.constraint?.kind ?? "MSO";
  return { by: kind, date: activity.constraint?.date ?? "" };
}

function missedLatest(schedule: Schedule, index: number): Conflict | null {
  const { network, early } = schedule;
  const constraint = (network.activities[index] as ScheduleActivity).constraint;
  if (!constraint?.date || network.state[index] === DONE) return null;
  const over = (early[2 * index + 1] as number) - (network.cap[index] as number);
  if (over <= TINY) return null;
  return {
    kind: "latest-date-missed",
    activityId: idOf(schedule, index),
    days: over,
    by: constraint.kind,
    date: constraint.date,
  };
}

/** One conflict in a plain sentence. */
export function conflictWords(conflict: Conflict, nameOf: (id: string) => string): string {
  const name = `'${nameOf(conflict.activityId)}'`;
  const days = durationWords(conflict.days);
  switch (conflict.kind) {
    case "deadline-missed":
      return `${name} ends ${formatDay(conflict.finish, "short")}, ${days} after its promised date ${formatDay(conflict.deadline, "short")}`;
    case "date-against-link": {
      const held =
        conflict.by === "pinned"
          ? `is pinned to ${formatDay(conflict.date, "short")}`
          : constraintWords(conflict.by, conflict.date);
      return `${name} ${held}, ${days} before ${linkTarget(conflict.link, conflict.predecessorDay, nameOf)} allows`;
    }
    case "latest-date-missed":
      return `${name} ${constraintWords(conflict.by, conflict.date)}, but cannot: ${days} too late`;
    case "negative-float":
      return `${name} would have to be ${days} earlier to keep every latest date after it`;
    case "link-broken-by-actuals":
      return `${name} went ahead ${days} before ${linkTarget(conflict.link, conflict.predecessorDay, nameOf)} allowed`;
  }
}

function linkTarget(link: ScheduleLink, day: Day, nameOf: (id: string) => string): string {
  const end = link.type === "SS" || link.type === "SF" ? "the start of " : "the end of ";
  return `${end}'${nameOf(link.from)}' (${formatDay(day, "short")})${lagWords(link.lag, link.lagKind)}`;
}
