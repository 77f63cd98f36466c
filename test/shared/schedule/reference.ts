/**
 * A second scheduler, as slow and as plain as can be, to hold the engine against: it tries one day after the other
 * and counts working days one by one. It knows whole days only, and nothing of the engine's code.
 */
import { addDays, type Day } from "#shared/domain/day.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "#shared/schedule/input.ts";

/** Days since the first day of the plan. */
const FIRST: Day = "2027-03-01";
const numberOf = (day: Day): number => Math.round((Date.parse(day) - Date.parse(FIRST)) / 86_400_000);

/** Where something lies: work on its first to its last day; a point at the opening or the close of one day. */
export interface Spot {
  readonly first: number;
  readonly last: number;
  readonly part: "work" | "opening" | "close";
}

export interface Reference {
  readonly input: ScheduleInput;
  readonly spots: ReadonlyMap<string, Spot>;
}

interface Delay {
  readonly id: string;
  readonly spot: Spot;
}

const counted = new WeakMap<WorkCalendar, Map<number, boolean>>();

function isWorked(calendar: WorkCalendar, day: number): boolean {
  const days = counted.get(calendar) ?? new Map<number, boolean>();
  counted.set(calendar, days);
  let known = days.get(day);
  if (known === undefined) {
    const date = addDays(FIRST, day);
    const exception = calendar.exceptions.find((e) => e.date === date);
    const weekday = new Date(`${date}T12:00Z`).getUTCDay() as WorkCalendar["workingWeekdays"][number];
    known = exception ? exception.working : calendar.workingWeekdays.includes(weekday);
    days.set(day, known);
  }
  return known;
}

/** The next worked day at or after `day` (`step` 1), or the last one at or before it (-1). */
function worked(calendar: WorkCalendar, day: number, step: 1 | -1): number {
  let found = day;
  while (!isWorked(calendar, found)) found += step;
  return found;
}

/** `count` worked days further (back, when negative) than a worked day. */
function shifted(calendar: WorkCalendar, day: number, count: number): number {
  let found = day;
  for (let left = Math.abs(count); left > 0; left--) {
    const step = count > 0 ? 1 : -1;
    found = worked(calendar, found + step, step);
  }
  return found;
}

/** Worked days from `from` up to but not including `to`; negative the other way round. */
function workedBetween(calendar: WorkCalendar, from: number, to: number): number {
  if (to < from) return -workedBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to; day++) if (isWorked(calendar, day)) count++;
  return count;
}

export function calendarOf({ calendars }: ScheduleInput, activity: ScheduleActivity): WorkCalendar {
  return calendars[activity.calendar ?? 0] as WorkCalendar;
}

function daysOf(activity: ScheduleActivity): number {
  return activity.isMilestone ? 0 : activity.durationDays;
}

/** The moment at which an end lies, as the day whose morning it is. */
function moment(spot: Spot, isFinish: boolean): number {
  if (spot.part === "work") return isFinish ? spot.last + 1 : spot.first;
  return spot.part === "close" ? spot.last + 1 : spot.first;
}

function leavesFinish(link: ScheduleLink): boolean {
  return link.type === "FS" || link.type === "FF";
}

function reachesFinish(link: ScheduleLink): boolean {
  return link.type === "FF" || link.type === "SF";
}

/** By how many working days the end that a link reaches is earlier than it asks; zero or less when it is kept. */
export function shortBy(input: ScheduleInput, link: ScheduleLink, from: Spot, to: Spot): number {
  const successor = input.activities.find(({ id }) => id === link.to) as ScheduleActivity;
  const isElapsed = link.lagKind === "elapsed";
  const left = moment(from, leavesFinish(link)) + (isElapsed ? link.lag : 0);
  const reached = moment(to, reachesFinish(link));
  const lag = isElapsed ? 0 : link.lag;
  const calendar = calendarOf(input, successor);
  const short = lag - workedBetween(calendar, left, reached);
  if (short !== 0 || to.part !== "close") return short;
  // Both at one turn of days: what leaves an opening is not reached by the close of the day before, nor is what
  // happens on a day off.
  const leavesOpening = from.part === "opening" || (from.part === "work" && !leavesFinish(link));
  const isWorkedDay = isWorked(calendar, leavesOpening ? left : left - 1);
  return (isWorkedDay ? leavesOpening : lag <= 0) ? 1 : 0;
}

function isHeld({ pinnedStart, constraint }: ScheduleActivity): boolean {
  return (
    Boolean(pinnedStart) || ((constraint?.kind === "MSO" || constraint?.kind === "MFO") && !!constraint.date)
  );
}

export function isDone(activity: ScheduleActivity): boolean {
  return Boolean(activity.actualFinish);
}

export function isStarted(activity: ScheduleActivity): boolean {
  return Boolean(activity.actualStart) && !activity.isMilestone && !isDone(activity);
}

/** What links do not move. */
export function isFixed(activity: ScheduleActivity): boolean {
  return isDone(activity) || (!isStarted(activity) && isHeld(activity));
}

/** The place of what is done or held, whatever links say. */
function fixedSpot(input: ScheduleInput, activity: ScheduleActivity): Spot {
  const calendar = calendarOf(input, activity);
  const days = daysOf(activity);
  if (isDone(activity)) {
    const last = worked(calendar, numberOf(activity.actualFinish as Day), -1);
    if (activity.isMilestone) return { first: last, last, part: "close" };
    const first = activity.actualStart
      ? worked(calendar, numberOf(activity.actualStart), 1)
      : shifted(calendar, last, 1 - days);
    return { first: Math.min(first, last), last, part: "work" };
  }
  const starts =
    activity.pinnedStart ?? (activity.constraint?.kind === "MSO" ? activity.constraint.date : null);
  if (starts) {
    if (activity.isMilestone) {
      const last = worked(calendar, numberOf(starts), -1);
      return { first: last, last, part: "close" };
    }
    const first = worked(calendar, numberOf(starts), 1);
    return days === 0
      ? { first, last: first, part: "opening" }
      : { first, last: shifted(calendar, first, days - 1), part: "work" };
  }
  const last = worked(calendar, numberOf(activity.constraint?.date as Day), -1);
  if (days === 0) return { first: last, last, part: "close" };
  return { first: shifted(calendar, last, 1 - days), last, part: "work" };
}

/** Every spot in the order of time, from the first day after `from` on. */
function* spotsFrom(calendar: WorkCalendar, days: number, from: number): Iterable<Spot> {
  for (let day = worked(calendar, from, 1); ; day = shifted(calendar, day, 1)) {
    if (days > 0) yield { first: day, last: shifted(calendar, day, days - 1), part: "work" };
    else {
      yield { first: day, last: day, part: "opening" };
      yield { first: day, last: day, part: "close" };
    }
  }
}

/** Whether the dates that hold an activity back let it lie here. */
function isAllowed(input: ScheduleInput, activity: ScheduleActivity, spot: Spot): boolean {
  const calendar = calendarOf(input, activity);
  const notBefore = (day: Day | null | undefined, byFinish = false): boolean => {
    if (!day) return true;
    if (activity.isMilestone) {
      const least = worked(calendar, numberOf(day), 1);
      return spot.first > least || (spot.first === least && spot.part === "close");
    }
    if (!byFinish) return spot.first >= worked(calendar, numberOf(day), 1);
    const last = worked(calendar, numberOf(day), 1);
    return spot.part === "opening" ? spot.first > last : spot.last >= last;
  };
  const { constraint } = activity;
  return (
    spot.first >= numberOf(input.projectStart) &&
    spot.first >= worked(calendar, numberOf(input.statusDate ?? input.projectStart), 1) &&
    notBefore(activity.plannedStart) &&
    (constraint?.kind !== "SNET" || notBefore(constraint.date)) &&
    (constraint?.kind !== "FNET" || notBefore(constraint.date, true))
  );
}

/** Started work: its start is history, the rest goes on at the status date; only finish links still move it. */
function startedSpot(input: ScheduleInput, activity: ScheduleActivity): Spot {
  const calendar = calendarOf(input, activity);
  const first = worked(calendar, numberOf(activity.actualStart as Day), 1);
  const left = Math.max(0, activity.remainingDays ?? daysOf(activity));
  const done = Math.max(0, daysOf(activity) - left);
  const goesOn = input.statusDate
    ? Math.max(first, worked(calendar, numberOf(input.statusDate), 1))
    : shifted(calendar, first, done);
  const last = left > 0 ? shifted(calendar, goesOn, left - 1) : worked(calendar, goesOn - 1, -1);
  return { first, last, part: "work" };
}

/** Everything as early as it can be, one thing after the other in the order given; `delay` puts one elsewhere. */
export function reference(input: ScheduleInput, delay?: Delay): Reference {
  const spots = new Map<string, Spot>();
  for (const activity of input.activities) spots.set(activity.id, spotOf(activity));
  return { input, spots };

  function spotOf(activity: ScheduleActivity): Spot {
    if (delay?.id === activity.id) return delay.spot;
    if (isFixed(activity)) return fixedSpot(input, activity);
    const incoming = input.links.filter((link) => link.to === activity.id);
    const isKept = (link: ScheduleLink, spot: Spot): boolean =>
      shortBy(input, link, spots.get(link.from) as Spot, spot) <= 0;
    if (isStarted(activity)) {
      let spot = startedSpot(input, activity);
      const links = incoming.filter(reachesFinish);
      while (!links.every((link) => isKept(link, spot)))
        spot = { ...spot, last: shifted(calendarOf(input, activity), spot.last, 1) };
      return spot;
    }
    for (const spot of spotsFrom(
      calendarOf(input, activity),
      daysOf(activity),
      numberOf(input.projectStart) - 40,
    )) {
      if (!isAllowed(input, activity, spot)) continue;
      if (incoming.every((link) => isKept(link, spot))) return spot;
    }
    throw new Error("no day found");
  }
}

/** The spots an activity may take when it slips by `days` of its own working days. */
export function slipped(
  input: ScheduleInput,
  activity: ScheduleActivity,
  spot: Spot,
  days: number,
): readonly Spot[] {
  if (days === 0) return [spot];
  const calendar = calendarOf(input, activity);
  const last = shifted(calendar, spot.last, days);
  if (isStarted(activity)) return [{ ...spot, last }];
  if (spot.part === "work") return [{ first: shifted(calendar, spot.first, days), last, part: "work" }];
  // A point at an opening lies one day of work further at the close of that day, or at the next opening.
  const opening = spot.part === "opening" ? last : worked(calendar, last + 1, 1);
  const close = spot.part === "opening" ? shifted(calendar, spot.last, days - 1) : last;
  return [
    { first: close, last: close, part: "close" },
    { first: opening, last: opening, part: "opening" },
  ];
}

/** The last moment of the plan; a point at an opening is after the close of the day before. */
export function endOf({ spots }: Reference): number {
  return Math.max(
    ...[...spots.values()].map((spot) => moment(spot, true) + (spot.part === "opening" ? 0.5 : 0)),
  );
}

/** Working days by which an activity lies after its own latest date; zero or less when it does not. */
function overdue(input: ScheduleInput, activity: ScheduleActivity, spot: Spot): number {
  const { constraint } = activity;
  if (!constraint?.date || isDone(activity)) return 0;
  const day = numberOf(constraint.date);
  const byStart = constraint.kind === "SNLT" || constraint.kind === "MSO";
  const byFinish = constraint.kind === "FNLT" || constraint.kind === "MFO";
  if (!byStart && !byFinish) return 0;
  const calendar = calendarOf(input, activity);
  const isPoint = spot.part !== "work";
  const is = isPoint || byStart ? spot.first : spot.last;
  return workedBetween(
    calendar,
    worked(calendar, day, constraint.kind === "MSO" && !activity.isMilestone ? 1 : -1),
    is,
  );
}

/** Whether `after` does harm that `before` does not: a later end, a latest date missed, a link to what stays broken. */
export function doesHarm(before: Reference, after: Reference): boolean {
  if (endOf(after) > endOf(before)) return true;
  const { input } = before;
  const late = input.activities.some((activity) => {
    const was = overdue(input, activity, before.spots.get(activity.id) as Spot);
    const is = overdue(input, activity, after.spots.get(activity.id) as Spot);
    return is > Math.max(0, was);
  });
  if (late) return true;
  return input.links.some((link) => {
    const to = input.activities.find(({ id }) => id === link.to) as ScheduleActivity;
    if (!isFixed(to) || isDone(to)) return false;
    const short = ({ spots }: Reference): number =>
      shortBy(input, link, spots.get(link.from) as Spot, spots.get(link.to) as Spot);
    return short(before) <= 0 && short(after) > 0;
  });
}

/** Whether anything but `id` lies elsewhere. */
export function movesOthers(before: Reference, after: Reference, id: string): boolean {
  return [...after.spots].some(([other, spot]) => {
    const was = before.spots.get(other) as Spot;
    return other !== id && (was.first !== spot.first || was.last !== spot.last || was.part !== spot.part);
  });
}
