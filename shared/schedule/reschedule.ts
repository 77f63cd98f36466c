/**
 * Moving stored dates. A plan keeps the start the pair gave each task; when one moves, every link says by its
 * rule what its successor does:
 * - keep the gap (`keep`): the successor's start shifts by as many working days as the end of the predecessor that
 *   the link hangs on (its start for SS and SF, its finish for FS and FF), later and earlier alike. Of several such
 *   links the one that leaves it latest counts, so it moves earlier only when all of them do.
 * - use the gap up (`use`, the rule of a link that names none): the successor moves only when it would otherwise lie
 *   before what the link allows, and only that far. It never moves earlier.
 * - never move (`never`): the link moves nothing; what it asks for and does not get is a conflict.
 *
 * Work that is to lie as soon as its links allow goes where they allow, earlier or later, whatever their rule. Work
 * that is to lie as late as possible ends just before what follows it, once anything beside it moves.
 *
 * Nothing moves that is pinned, held by a must-date, or has begun; a link that asks it to is a conflict. Work that
 * moves earlier stops at its own not-before dates, the project start, and what its other links allow (unless it
 * lies before them already). The dragged activities themselves lie exactly where they were dropped.
 *
 * A link that was drawn or changed just now has no gap to keep yet: unless it never moves anything, its successor
 * moves when it lies before what the link allows.
 */
import { type Day, dayNumber } from "#shared/domain/day.ts";
import { constraintDate, DONE, HELD } from "./anchors.ts";
import { endPosition, startPosition, TINY } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import type { ScheduleActivity, ScheduleLink } from "./input.ts";
import { placeLate } from "./lateWork.ts";
import type { Network } from "./network.ts";
import { linkBound, type Places, place } from "./placing.ts";
import {
  addSuccessors,
  copyPlace,
  type DragChange,
  isHistory,
  type Moves,
  placed,
  samePlace,
  setPlace,
} from "./resolve.ts";
import { donePlace, fitted, furthestBound, withinDay } from "./storedPlaces.ts";
import { createWorklist } from "./worklist.ts";

/** A link that the move leaves unmet although it could be followed before, or that it breaks further. */
export interface BrokenLink {
  readonly activityId: string;
  readonly linkIndex: number;
  /** Working days by which the successor lies before what the link allows. */
  readonly days: number;
}

const NONE: ReadonlySet<number> = new Set();

export interface Rescheduled extends Moves {
  readonly broken: readonly BrokenLink[];
}

/** What else is looked at besides what follows the dragged activities. */
export interface Besides {
  /** Indices into `Network.links` of those drawn or changed just now. */
  readonly fresh?: ReadonlySet<number>;
  /** Activities that got a new rule for their dates, or other links. */
  readonly turned?: readonly number[];
}

/** What moving `changes` does to stored dates by the links' rules. Nothing is changed. */
export function reschedule(
  network: Network,
  stored: Places,
  changes: readonly DragChange[],
  { fresh = NONE, turned = [] }: Besides = {},
): Rescheduled {
  const places = { at: stored.at.slice(), sides: stored.sides.slice() };
  const work = createWorklist(network.size);
  const dragged = new Set<number>();
  const dropped = new Map<number, Day>();
  const moved: number[] = [];
  const broken: BrokenLink[] = [];
  for (const change of changes) {
    const index = network.indexOf.get(change.id);
    if (index === undefined) continue;
    const isDone = network.state[index] === DONE;
    setPlace(places, index, isDone ? donePlace(network, index) : placed(network, stored, index, change));
    dragged.add(index);
    if (change.start && network.activities[index]?.isMilestone) dropped.set(index, change.start);
    work.add(index);
  }
  for (const link of fresh) work.add(network.linkTo[link] as number);
  for (const index of turned) work.add(index);
  for (let index = work.take(); index >= 0; index = work.take()) {
    if (dragged.has(index)) settle(network, places, index);
    else follow(network, stored, places, index, fresh);
    noteBroken(network, stored, places, index, broken);
    if (samePlace(stored, places, index) && !dropped.has(index)) continue;
    moved.push(index);
    addSuccessors(network, index, work.add);
  }
  if (network.isAlap.includes(1)) placeLate(network, places, moved, dragged, turned);
  return { count: moved.length, indices: Int32Array.from(moved), places, dropped, broken };
}

/** A dragged activity keeps its day; within it, it waits for its links. */
function settle(network: Network, places: Places, index: number): void {
  const was = places.at[2 * index] as number;
  const start = withinDay(network, places, index, was);
  if (start === was) return;
  const side = places.sides[index] as number;
  setPlace(places, index, { start, finish: start + (places.at[2 * index + 1] as number) - was, side });
}

function follow(
  network: Network,
  stored: Places,
  places: Places,
  index: number,
  fresh: ReadonlySet<number>,
): void {
  if (isHistory(network, index) || network.state[index] === HELD) return;
  if (network.activities[index]?.join) {
    place(network, places, index);
    return;
  }
  const was = stored.at[2 * index] as number;
  const start = fitted(network, index, followedStart(network, stored, places, index, fresh));
  if (Math.abs(start - was) <= TINY) copyPlace(stored, places, index);
  else {
    const side = stored.sides[index] as number;
    setPlace(places, index, { start, finish: start + (network.duration[index] as number), side });
  }
}

function followedStart(
  network: Network,
  stored: Places,
  places: Places,
  index: number,
  fresh: ReadonlySet<number>,
): number {
  const was = stored.at[2 * index] as number;
  if (network.activities[index]?.constraint?.kind === "ASAP") {
    const allowed = furthestBound(network, places, index);
    return allowed === Number.NEGATIVE_INFINITY ? was : allowed;
  }
  const wanted = was + keptShift(network, stored, places, index);
  return Math.max(wanted, leastStart(network, stored, places, index, wanted < was, fresh));
}

function ruleOf(network: Network, row: number): NonNullable<ScheduleLink["rule"]> {
  return (network.links[network.incoming.link[row] as number] as ScheduleLink).rule ?? "use";
}

/** By how far the links that keep their gap shift the activity. */
function keptShift(network: Network, stored: Places, places: Places, index: number): number {
  let shift = Number.NEGATIVE_INFINITY;
  const last = network.incoming.offsets[index + 1] as number;
  for (let row = network.incoming.offsets[index] as number; row < last; row++) {
    if (ruleOf(network, row) !== "keep") continue;
    const raw = network.incoming.end[row] as number;
    const end = raw < 0 ? ~raw : raw;
    shift = Math.max(shift, (places.at[end] as number) - (stored.at[end] as number));
  }
  return shift === Number.NEGATIVE_INFINITY ? 0 : shift;
}

/** The earliest start that the rules and, on the way back, the activity's own dates and links allow. */
function leastStart(
  network: Network,
  stored: Places,
  places: Places,
  index: number,
  earlier: boolean,
  fresh: ReadonlySet<number>,
): number {
  const was = stored.at[2 * index] as number;
  let least = earlier ? Math.min(was, ownFloor(network, index)) : Number.NEGATIVE_INFINITY;
  const last = network.incoming.offsets[index + 1] as number;
  for (let row = network.incoming.offsets[index] as number; row < last; row++) {
    const rule = ruleOf(network, row);
    const isFresh = fresh.has(network.incoming.link[row] as number);
    if (rule === "never") continue;
    const bound = linkBound(network, places, row);
    const asked = linkBound(network, stored, row);
    // As many working days in two calendars can be a different stretch: what was kept stays kept all the same.
    if (isFresh || (rule === "keep" && !earlier && asked <= was + TINY)) {
      least = Math.max(least, bound);
      continue;
    }
    const held = bound <= asked + TINY;
    if (!earlier && (held || rule === "keep")) continue;
    least = Math.max(least, held || rule === "keep" ? Math.min(was, bound) : bound);
  }
  return least;
}

/** Not-before dates and the project start; the planned start is what is being moved. */
function ownFloor(network: Network, index: number): number {
  const activity = network.activities[index] as ScheduleActivity;
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  const days = network.duration[index] as number;
  const point = activity.isMilestone ? 1 : 0;
  const starts = startPosition(axis, dayNumber(network.input.projectStart)) + point;
  const startBy = constraintDate(activity, "SNET");
  const finishBy = constraintDate(activity, "FNET");
  if (startBy) return Math.max(starts, startPosition(axis, dayNumber(startBy)) + point);
  return finishBy ? Math.max(starts, endPosition(axis, dayNumber(finishBy)) - days) : starts;
}

function noteBroken(
  network: Network,
  stored: Places,
  places: Places,
  index: number,
  broken: BrokenLink[],
): void {
  if (network.activities[index]?.join) return;
  const last = network.incoming.offsets[index + 1] as number;
  for (let row = network.incoming.offsets[index] as number; row < last; row++) {
    const days = linkBound(network, places, row) - (places.at[2 * index] as number);
    const before = linkBound(network, stored, row) - (stored.at[2 * index] as number);
    if (days <= TINY || days <= before + TINY) continue;
    const { id } = network.activities[index] as ScheduleActivity;
    broken.push({ activityId: id, linkIndex: network.incoming.link[row] as number, days });
  }
}
