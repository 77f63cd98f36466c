/**
 * Why a stored date is what it is: the plan's dates are where people and links have put them, so a reason compares
 * the day with the earliest one that the item's links allow.
 */
import { type Day, dayFromNumber, formatDay, formatDayNear, isDay, weekdayOf } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { workEnd } from "#shared/domain/promise.ts";
import type { CalendarException } from "#shared/domain/roadmap.ts";
import type { Task } from "#shared/domain/task.ts";
import { capital, durationWords } from "#shared/domain/words.ts";
import { endDayNumber, startDayNumber, wholeBelow } from "./axis.ts";
import { calendarTable, type WorkingDays } from "./calendar.ts";
import { type LinkDriver, movedOff, predecessorDay } from "./drivers.ts";
import { groupOfPoint } from "./groups.ts";
import type { ScheduleActivity, ScheduleLink } from "./input.ts";
import { linkBound } from "./placing.ts";
import { isHeld, storedDay } from "./planInput.ts";
import { type StoredSchedule, storedScheduleOf } from "./planSchedule.ts";
import { fitted } from "./storedPlaces.ts";
import { constraintWords, linkWords, type Reason, reasonWords } from "./why.ts";

export interface StoredReason {
  /** One plain sentence. */
  readonly words: string;
  /** The item whose link reaches furthest; null where no link counts. `quoted` is its name as it stands in `words`. */
  readonly driver: { readonly id: Id; readonly quoted: string } | null;
  /** The day that would keep every link, when this one is too early and a calendar has such a day. */
  readonly moveTo: Day | null;
  /** Whether the date breaks a link. */
  readonly isBroken: boolean;
}

/** Null for stages, groups, cancelled tasks, what is in the bin, and plans whose links lead in a loop. */
export function whyStored(plan: Plan, id: Id, nameOf: (id: Id) => string): StoredReason | null {
  const item = plan.tasks.get(id) ?? plan.milestones.get(id);
  const schedule = item ? storedScheduleOf(plan) : null;
  const index = schedule?.network.indexOf.get(id);
  if (!item || !schedule || index === undefined) return null;
  if (isHeld(item)) return plain(heldWords(item));
  const day = storedDay(plan, id) as Day;
  const furthest = furthestLink(schedule, index);
  const rule = ruleWords(item, day);
  const overrun = overrunReason(plan, item, day, nameOf);
  if (!furthest)
    return overrun ?? plain(rule ?? `Planned for ${formatDay(day, "short")}; nothing linked comes before it`);
  const { driver, start } = furthest;
  const name = (from: Id): string => nameOf(itemOf(from));
  const quoted = `'${name(driver.link.from)}'`;
  const shared = { driver: { id: itemOf(driver.link.from), quoted }, moveTo: null };
  const days = wholeBelow(start) - wholeBelow(schedule.places.at[2 * index] as number);
  const allowed = allowedDay(schedule, index, start);
  if (days > 0) {
    const verb = item.kind === "milestone" ? "Falls" : "Starts";
    const held = rule === null ? "" : `${rule}, but `;
    const words = `${held}${rule === null ? verb : verb.toLowerCase()} ${workingDaysWords(days)} before ${quoted} allows`;
    return { ...shared, words, isBroken: true, moveTo: isDay(allowed) ? allowed : null };
  }
  if (overrun) return overrun;
  const isLater = days < 0 || day > allowed;
  if (rule !== null && isLater)
    return {
      ...shared,
      words: `${rule}; ${allowedWords(day, allowed)}, ${linkWords(driver, name, allowed)}`,
      isBroken: false,
    };
  const words = isLater
    ? `${plannedWords(day, allowed)}, ${linkWords(driver, name, allowed)}`
    : reasonWords(reasonOf(plan, schedule, index, driver), name, (off) => offWords(plan, item, off));
  return { ...shared, words, isBroken: false };
}

/**
 * The item whose link holds this one on the very day it has: with less of that link it would lie earlier. Null where no
 * link does, for what has begun or is pinned, and for what has no reason of its own (see `whyStored`).
 */
export function drivingItem(plan: Plan, id: Id): Id | null {
  const item = plan.tasks.get(id) ?? plan.milestones.get(id);
  const schedule = item ? storedScheduleOf(plan) : null;
  const index = schedule?.network.indexOf.get(id);
  if (!item || !schedule || index === undefined || isHeld(item) || item.isPinned) return null;
  const furthest = furthestLink(schedule, index);
  if (!furthest) return null;
  const early = wholeBelow(furthest.start) - wholeBelow(schedule.places.at[2 * index] as number);
  const day = storedDay(plan, id) as Day;
  const isBinding = early === 0 && day <= allowedDay(schedule, index, furthest.start);
  return isBinding ? itemOf(furthest.driver.link.from) : null;
}

/** A milestone that comes before the end of the work it holds. */
function overrunReason(
  plan: Plan,
  { id, kind }: Task | Milestone,
  day: Day,
  nameOf: (id: Id) => string,
): StoredReason | null {
  const node = kind === "milestone" ? outlineOf(plan).byId.get(id) : undefined;
  const end = node ? workEnd(node) : null;
  if (!node || end === null) return null;
  const last = subtreeOf(node).find((below) => below.children.length === 0 && below.finish === end);
  if (!last) return null;
  const quoted = `'${nameOf(last.item.id)}'`;
  const words = `Planned for ${formatDay(day, "short")}, but ${quoted} in it ends ${formatDayNear(end, day)}`;
  return { words, driver: { id: last.item.id, quoted }, moveTo: end, isBroken: true };
}

function plannedWords(day: Day, allowed: Day): string {
  const style = day.slice(0, 4) === allowed.slice(0, 4) ? "short" : "medium";
  return `Planned for ${formatDay(day, style)}; ${allowedWords(day, allowed)}`;
}

function allowedWords(day: Day, allowed: Day): string {
  const style = day.slice(0, 4) === allowed.slice(0, 4) ? "short" : "medium";
  return `its links would allow ${formatDay(allowed, style)}`;
}

/** What holds the date besides links: a pin, or the rule somebody set when the date lies where it asks for. */
function ruleWords({ isPinned, constraint }: Task | Milestone, day: Day): string | null {
  if (isPinned) return `Pinned to ${formatDay(day, "short")}`;
  if (constraint === null || constraint.kind === "ASAP") return null;
  return capital(constraintWords(constraint.kind, constraint.date));
}

function reasonOf(plan: Plan, schedule: StoredSchedule, index: number, driver: LinkDriver): Reason {
  const { id, isMilestone = false } = schedule.network.activities[index] as ScheduleActivity;
  const off = movedOff(asPlaced(schedule), index, driver);
  const isNews = off !== null && (driver.link.lag !== 0 || isHoliday(plan, off));
  const day = storedDay(plan, id) as Day;
  return { activityId: id, isMilestone, day, driver, alsoBy: [], movedOff: isNews ? off : null };
}

/** Which holiday or closure a day is, or who is away on it. */
function offWords(plan: Plan, item: Task | Milestone, day: Day): string {
  const date = formatDay(day, "short");
  const isNamed = (e: CalendarException): boolean =>
    e.date === day || (e.yearly === true && e.date.slice(4) === day.slice(4));
  const off = plan.roadmap.calendar.exceptions.findLast((e) => !e.working && e.name !== "" && isNamed(e));
  if (off) return `${date} is off (${off.name})`;
  const doers = item.kind === "task" ? item.assignments : [];
  const [first, ...others] = doers.map(({ personId }) => plan.people.get(personId)?.name ?? "");
  if (first === undefined || calendarTable(plan.roadmap.calendar).isWorking(day) === false)
    return `${date} is not a working day`;
  return others.length === 0 ? `${first} is away on ${date}` : `everybody on it is away on ${date}`;
}

/** A day off in a week that would otherwise be worked: that a weekend is skipped everybody knows. */
function isHoliday(plan: Plan, day: Day): boolean {
  return plan.roadmap.calendar.workingWeekdays.includes(weekdayOf(day));
}

function plain(words: string): StoredReason {
  return { words, driver: null, moveTo: null, isBroken: false };
}

function heldWords(item: Task | Milestone): string {
  if (item.kind === "milestone") return "Reached, so links no longer move it";
  return `${item.status === "done" ? "Done" : "Under way"}, so links no longer move it`;
}

/** The item an activity stands for: the group of a point that stands for one. */
function itemOf(activityId: string): Id {
  return groupOfPoint(activityId) ?? activityId;
}

/** The link that allows the latest start; of equals the one whose predecessor's id comes first. */
function furthestLink({ network, places }: StoredSchedule, index: number): Furthest | null {
  const { offsets, link } = network.incoming;
  let best = { row: -1, bound: Number.NEGATIVE_INFINITY };
  for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
    const bound = linkBound(network, places, row);
    const isFirst = best.bound === bound && fromOf(row) < fromOf(best.row);
    if (bound > best.bound || isFirst) best = { row, bound };
  }
  if (best.row < 0) return null;
  const linkIndex = link[best.row] as number;
  const driver: LinkDriver = {
    kind: "link",
    link: network.links[linkIndex] as ScheduleLink,
    linkIndex,
    predecessorDay: predecessorDay(asPlaced({ network, places }), linkIndex),
  };
  return { driver, start: fitted(network, index, best.bound) };

  function fromOf(row: number): string {
    return (network.links[link[row] as number] as ScheduleLink).from;
  }
}

function asPlaced({ network, places }: StoredSchedule) {
  return { network, early: places.at, sides: places.sides };
}

interface Furthest {
  readonly driver: LinkDriver;
  /** Position of the earliest start that it allows. */
  readonly start: number;
}

/** The day of the earliest start that links allow, given as a position. */
export function allowedDay({ network, places }: StoredSchedule, index: number, start: number): Day {
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  const atEnd = (network.duration[index] as number) === 0 && places.sides[index] === 1;
  return dayFromNumber(atEnd ? endDayNumber(axis, start) : startDayNumber(axis, start));
}

function workingDaysWords(days: number): string {
  return durationWords(days).replace(" ", " working ");
}
