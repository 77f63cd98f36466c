/**
 * What a drag would do, without doing it: the moved activities are held where they are dropped, and only those
 * after them are placed again, in topological order, stopping where nothing changes. Equal to a full pass in
 * which the dragged activities are pinned; test/shared/schedule/resolve.test.ts holds it to that.
 */
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { DONE, STARTED } from "./anchors.ts";
import { endPosition, startPosition, TINY } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import { shownDay } from "./dates.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";
import { type Schedule, schedule as scheduleOf, solve } from "./passes.ts";
import { patchedNetwork } from "./patchedNetwork.ts";
import { type Places, place } from "./placing.ts";
import { createWorklist } from "./worklist.ts";

/** A drag or a resize. A resize without a start keeps the start where it is. */
export interface DragChange {
  readonly id: string;
  readonly start?: Day;
  readonly durationDays?: number;
}

/** Activities that lie elsewhere afterwards, dragged ones included, in topological order. */
export interface Moves {
  readonly count: number;
  /** The first `count` entries hold; later calls of the same resolver overwrite them. */
  readonly indices: Int32Array;
  /** Where they lie afterwards. */
  readonly places: Places;
  /** Dragged milestones show the day they were dropped on, worked or not. */
  readonly dropped: ReadonlyMap<number, Day>;
}

export interface Resolver {
  /** Answers for one state of the drag. Nothing is changed; the answer lives until the next call. */
  move(changes: readonly DragChange[]): Moves;
}

/** A resolver for one schedule; make it when the drag begins and ask it at every step. */
export function createResolver(schedule: Schedule): Resolver {
  const { network } = schedule;
  const places = { at: schedule.scheduled.slice(), sides: schedule.sides.slice() };
  const base = { at: schedule.scheduled, sides: schedule.sides };
  const work = createWorklist(network.size);
  const indices = new Int32Array(network.size);
  const dragged = new Map<number, Placed>();
  const dropped = new Map<number, Day>();
  const hasAlap = network.isAlap.includes(1);
  let count = 0;

  const undo = (): void => {
    for (let k = 0; k < count; k++) copyPlace(base, places, indices[k] as number);
    count = 0;
    dragged.clear();
    dropped.clear();
  };
  return {
    move(changes) {
      undo();
      if (hasAlap || needsFullPass(network, changes)) return fullPass(schedule, changes);
      for (const change of changes) {
        const index = network.indexOf.get(change.id);
        if (index === undefined || isHistory(network, index)) continue;
        dragged.set(index, placed(network, base, index, change));
        if (change.start && network.activities[index]?.isMilestone) dropped.set(index, change.start);
        work.add(index);
      }
      for (let index = work.take(); index >= 0; index = work.take()) {
        const set = dragged.get(index);
        if (set) setPlace(places, index, set);
        else place(network, places, index);
        if (samePlace(base, places, index) && !dropped.has(index)) continue;
        indices[count++] = index;
        addSuccessors(network, index, work.add);
      }
      return { count, indices, places, dropped };
    },
  };
}

export interface Placed {
  readonly start: number;
  readonly finish: number;
  readonly side: number;
}

export function isHistory(network: Network, index: number): boolean {
  return network.state[index] === DONE || network.state[index] === STARTED;
}

/** Where a dragged activity lies. */
export function placed(network: Network, base: Places, index: number, change: DragChange): Placed {
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  const { isMilestone } = network.activities[index] as ScheduleActivity;
  const days = isMilestone ? 0 : Math.max(0, change.durationDays ?? (network.duration[index] as number));
  const day = change.start ? dayNumber(change.start) : null;
  if (day === null) {
    const start = base.at[2 * index] as number;
    return { start, finish: start + days, side: base.sides[index] as number };
  }
  const start = isMilestone ? endPosition(axis, day) : startPosition(axis, day);
  return { start, finish: start + days, side: isMilestone ? 1 : 0 };
}

export function setPlace({ at, sides }: Places, index: number, { start, finish, side }: Placed): void {
  at[2 * index] = start;
  at[2 * index + 1] = finish;
  sides[index] = side;
}

export function copyPlace(from: Places, to: Places, index: number): void {
  to.at[2 * index] = from.at[2 * index] as number;
  to.at[2 * index + 1] = from.at[2 * index + 1] as number;
  to.sides[index] = from.sides[index] as number;
}

export function samePlace(a: Places, b: Places, index: number): boolean {
  return (
    Math.abs((a.at[2 * index] as number) - (b.at[2 * index] as number)) <= TINY &&
    Math.abs((a.at[2 * index + 1] as number) - (b.at[2 * index + 1] as number)) <= TINY &&
    a.sides[index] === b.sides[index]
  );
}

export function addSuccessors(network: Network, index: number, add: (index: number) => void): void {
  const { offsets, link } = network.outgoing;
  const last = offsets[index + 1] as number;
  for (let row = offsets[index] as number; row < last; row++) {
    add(network.linkTo[link[row] as number] as number);
  }
}

/**
 * Work placed as late as possible looks at what comes after it; the first part-day makes every start need fitting;
 * work that becomes a point, or a point that becomes work, hands its successors another part of the day.
 */
function needsFullPass(network: Network, changes: readonly DragChange[]): boolean {
  const turns = changes.some(({ id, durationDays }) => {
    const index = network.indexOf.get(id);
    if (index === undefined || durationDays === undefined || network.activities[index]?.isMilestone)
      return false;
    return durationDays > 0 !== (network.duration[index] as number) > 0;
  });
  if (turns) return true;
  const partDays = changes.some(
    ({ durationDays }) => durationDays !== undefined && !Number.isInteger(durationDays),
  );
  return partDays && !network.fitsDays && !(network.input.splitDays ?? false);
}

function fullPass(before: Schedule, changes: readonly DragChange[]): Moves {
  const { indexOf, size } = before.network;
  const base = { at: before.scheduled, sides: before.sides };
  const dropped = new Map<number, Day>();
  for (const { id, start } of changes) {
    const index = indexOf.get(id);
    if (index === undefined || !start || isHistory(before.network, index)) continue;
    if (before.network.activities[index]?.isMilestone) dropped.set(index, start);
  }
  const after = passWith(before, pinnedBy(before, changes));
  if (!after) return { count: 0, indices: new Int32Array(0), places: base, dropped };
  const places = { at: after.scheduled, sides: after.sides };
  const indices = Int32Array.from({ length: size }, (_, i) => i).filter(
    (i) => !samePlace(base, places, i) || dropped.has(i),
  );
  return { count: indices.length, indices, places, dropped };
}

/** The dragged activities, pinned where they are dropped. */
function pinnedBy(before: Schedule, changes: readonly DragChange[]): ReadonlyMap<string, ScheduleActivity> {
  const { network, sides, scheduled } = before;
  const pinned = new Map<string, ScheduleActivity>();
  for (const change of changes) {
    const index = network.indexOf.get(change.id);
    if (index === undefined || isHistory(network, index)) continue;
    const activity = network.activities[index] as ScheduleActivity;
    const pinnedStart = change.start ?? dayFromNumber(shownDay(network, sides, scheduled, index, 0));
    const durationDays = change.durationDays ?? activity.durationDays;
    pinned.set(change.id, { ...activity, pinnedStart, durationDays });
  }
  return pinned;
}

/** A pass with some activities replaced; over the same network wherever their links mean the same as before. */
function passWith({ network }: Schedule, updates: ReadonlyMap<string, ScheduleActivity>): Schedule | null {
  const activities = network.input.activities.map((activity) => updates.get(activity.id) ?? activity);
  const input = { ...network.input, activities };
  const patched = patchedNetwork(network, input, updates);
  if (patched) return solve(patched);
  const after = scheduleOf(input);
  return after.ok ? after.value : null;
}

export interface Move {
  readonly id: string;
  readonly fromStart: Day;
  readonly fromFinish: Day;
  readonly start: Day;
  readonly finish: Day;
  /** Working days in the activity's calendar, by which its start moves (its finish, when the start stays). */
  readonly days: number;
}

/** The moves as days. For a long answer take only the part on screen. */
export function moveDays(
  network: Network,
  base: Places,
  moves: Moves,
  from = 0,
  to = moves.count,
): readonly Move[] {
  const list: Move[] = [];
  for (let k = from; k < Math.min(to, moves.count); k++) {
    const index = moves.indices[k] as number;
    const day = (of: Places, end: 0 | 1): Day =>
      dayFromNumber(shownDay(network, of.sides, of.at, index, end));
    const drop = moves.dropped.get(index);
    const shift = (end: 0 | 1): number =>
      (moves.places.at[2 * index + end] as number) - (base.at[2 * index + end] as number);
    list.push({
      id: (network.activities[index] as ScheduleActivity).id,
      fromStart: day(base, 0),
      fromFinish: day(base, 1),
      start: drop ?? day(moves.places, 0),
      finish: drop ?? day(moves.places, 1),
      days: Math.abs(shift(0)) > TINY ? shift(0) : shift(1),
    });
  }
  return list;
}
