/** Why an activity lies where it lies: a chain of reasons back to the date it all hangs on. Pure data, and words. */

import type { ConstraintKind } from "#shared/domain/constraint.ts";
import { type Day, dayFromNumber, formatDay, formatDayNear } from "#shared/domain/day.ts";
import { durationWords } from "#shared/domain/words.ts";
import { shownDay } from "./dates.ts";
import { type DateDriver, type Driver, driversOf, type LinkDriver, movedOff } from "./drivers.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Schedule } from "./passes.ts";

export interface Reason {
  readonly activityId: string;
  readonly isMilestone: boolean;
  /** The day it starts; of a milestone, its date. */
  readonly day: Day;
  readonly driver: Driver;
  /** Others that would hold it there as well. */
  readonly alsoBy: readonly Driver[];
  /** The day that was skipped because nobody works on it. */
  readonly movedOff: Day | null;
}

/**
 * The reasons from an activity back to its origin, the activity's own first; each next one is about the driving
 * predecessor. Empty for an unknown id. Never longer than the plan.
 */
export function whyThisDate(schedule: Schedule, activityId: string): readonly Reason[] {
  const chain: Reason[] = [];
  let index = schedule.network.indexOf.get(activityId);
  while (index !== undefined) {
    const reason = reasonFor(schedule, index);
    if (!reason) break;
    chain.push(reason);
    index = reason.driver.kind === "link" ? schedule.network.linkFrom[reason.driver.linkIndex] : undefined;
  }
  return chain;
}

function reasonFor(schedule: Schedule, index: number): Reason | null {
  const [driver, ...alsoBy] = driversOf(schedule, index);
  if (!driver) return null;
  const activity = schedule.network.activities[index] as ScheduleActivity;
  return {
    activityId: activity.id,
    isMilestone: activity.isMilestone ?? false,
    day: dayFromNumber(shownDay(schedule.network, schedule.sides, schedule.scheduled, index, 0)),
    driver,
    alsoBy,
    movedOff: movedOff(schedule, index, driver),
  };
}

/** One reason in a plain sentence: `Starts 4 Mar: after 'Lease signed' (2 Mar) + 1 working day`. */
export function reasonWords(
  reason: Reason,
  nameOf: (id: string) => string,
  offWords: (day: Day) => string = notWorked,
): string {
  const { driver } = reason;
  const skipped = reason.movedOff ? `; ${offWords(reason.movedOff)}` : "";
  const cause = driver.kind === "link" ? linkWords(driver, nameOf, reason.day) : dateWords(driver);
  return `${verb(reason)} ${formatDay(reason.day, "short")}: ${cause}${skipped}`;
}

function notWorked(day: Day): string {
  return `${formatDay(day, "short")} is not a working day`;
}

function verb({ driver, isMilestone }: Reason): string {
  if (driver.kind === "actual") return isMilestone ? "Reached" : "Started";
  return isMilestone ? "Falls on" : "Starts";
}

/** `after 'Lease signed' (2 Mar) + 1 working day`. A year other than that of `near` is told. */
export function linkWords(
  { link, predecessorDay }: LinkDriver,
  nameOf: (id: string) => string,
  near: Day = predecessorDay,
): string {
  const name = `'${nameOf(link.from)}' (${formatDayNear(predecessorDay, near)})`;
  const gap = lagWords(link.lag, link.lagKind);
  switch (link.type) {
    case "FS":
      return `after ${name}${gap}`;
    case "SS":
      return `with the start of ${name}${gap}`;
    case "FF":
      return `so as to finish with ${name}${gap}`;
    case "SF":
      return `so as to finish at the start of ${name}${gap}`;
  }
}

/** ` + 1 working day`, ` − 2 days`; nothing without a lag. */
export function lagWords(lag: number, kind: "working" | "elapsed"): string {
  if (lag === 0) return "";
  const days = durationWords(Math.abs(lag));
  return ` ${lag > 0 ? "+" : "−"} ${kind === "working" ? days.replace(" ", " working ") : days.replace(" ", " calendar ")}`;
}

const CONSTRAINT_WORDS: Record<ConstraintKind, string> = {
  ASAP: "as soon as possible",
  ALAP: "as late as possible",
  SNET: "not before",
  SNLT: "must start by",
  FNET: "must not finish before",
  FNLT: "must finish by",
  MSO: "must start on",
  MFO: "must finish on",
};

export function constraintWords(kind: ConstraintKind, date: Day | null): string {
  return date ? `${CONSTRAINT_WORDS[kind]} ${formatDay(date, "short")}` : CONSTRAINT_WORDS[kind];
}

function dateWords(driver: DateDriver): string {
  switch (driver.kind) {
    case "constraint":
      return constraintWords(driver.constraint, driver.date);
    case "pinned":
      return "pinned to this date";
    case "planned":
      return "planned for this date";
    case "actual":
      return "this is what happened";
    case "status-date":
      return `open work starts no earlier than the as-of date (${formatDay(driver.date, "short")})`;
    case "project-start":
      return "the plan starts then";
    case "as-late-as-possible":
      return "as late as possible without moving anything else";
  }
}
