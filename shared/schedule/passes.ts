/**
 * The critical path method (Kelley & Walker 1959; precedence diagrams: Moder, Phillips & Davis 1983): a forward
 * and a backward pass over a network in topological order. Time and memory are linear in activities and links.
 *
 * - Early dates: as soon as links, dates and actuals allow. Scheduled dates differ only for work that is to lie as
 *   late as possible: it uses up its free float and moves nothing else.
 * - Late dates: as late as possible without moving the plan's end or breaking a latest date.
 * - Total float is late less early finish; free float is how far the early finish can slip before any successor's
 *   early dates or the plan's end must. Both in working days of the activity's own calendar.
 */
import { DONE, FITTED, HELD, POINT, STARTED } from "./anchors.ts";
import { endInstant, fitBackward, positionAt, startInstant, TINY } from "./axis.ts";
import { boundBack } from "./bounds.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "./input.ts";
import { buildNetwork, type Network, type NetworkProblem } from "./network.ts";
import { emptyPlaces, type Places, place } from "./placing.ts";

/** Ends as in `Places.at`: `2 * i` start, `2 * i + 1` finish, positions in the activity's calendar. */
export interface Schedule {
  readonly network: Network;
  readonly early: Float64Array;
  readonly late: Float64Array;
  /** What the plan shows: the early dates, but for work placed as late as possible. */
  readonly scheduled: Float64Array;
  readonly sides: Uint8Array;
  readonly totalFloat: Float64Array;
  readonly freeFloat: Float64Array;
  /** 1 where the total float is zero or less and work is still to do. */
  readonly isCritical: Uint8Array;
  /** The plan's end as an instant of axis.ts; `endDay` of dates.ts says which day shows it. */
  readonly end: number;
}

export type ScheduleOutcome =
  | { readonly ok: true; readonly value: Schedule }
  | { readonly ok: false; readonly problem: NetworkProblem };

/** Builds the network and passes over it. */
export function schedule(input: ScheduleInput): ScheduleOutcome {
  const network = buildNetwork(input);
  return network.ok ? { ok: true, value: solve(network.value) } : network;
}

/** Both passes over a built network. */
export function solve(network: Network): Schedule {
  const places = forwardPass(network);
  const end = lastInstant(network, places);
  const floats = {
    late: new Float64Array(2 * network.size),
    totalFloat: new Float64Array(network.size),
    freeFloat: new Float64Array(network.size),
    isCritical: new Uint8Array(network.size),
  };
  const ends = endPerCalendar(network, end);
  backwardPass(network, places, ends, floats);
  const scheduled = network.isAlap.includes(1) ? placedLate(network, places, ends) : places.at;
  return { network, early: places.at, scheduled, sides: places.sides, end, ...floats };
}

export function forwardPass(network: Network): Places {
  const places = emptyPlaces(network);
  const { at } = places;
  const { size, isPlainIn, floor, duration } = network;
  const { offsets, end, distance } = network.incoming;
  for (let i = 0; i < size; i++) {
    if (isPlainIn[i] === 0) {
      place(network, places, i);
      continue;
    }
    let start = floor[i] as number;
    const last = offsets[i + 1] as number;
    for (let row = offsets[i] as number; row < last; row++) {
      const bound = (at[end[row] as number] as number) + (distance[row] as number);
      if (bound > start) start = bound;
    }
    at[2 * i] = start;
    at[2 * i + 1] = start + (duration[i] as number);
  }
  return places;
}

/** The end of the last activity as an instant, shared by all calendars. */
function lastInstant(network: Network, { at, sides }: Places): number {
  const { size, calendarOf, duration } = network;
  const lasts = new Float64Array(network.axes.length).fill(Number.NEGATIVE_INFINITY);
  const who = new Int32Array(network.axes.length);
  for (let i = 0; i < size; i++) {
    const calendar = calendarOf[i] as number;
    const finish = at[2 * i + 1] as number;
    const last = lasts[calendar] as number;
    if (finish > last || (finish === last && duration[i] === 0 && sides[i] === 0)) {
      lasts[calendar] = finish;
      who[calendar] = i;
    }
  }
  let end = Number.NEGATIVE_INFINITY;
  for (const [calendar, axis] of network.axes.entries()) {
    const finish = lasts[calendar] as number;
    if (finish === Number.NEGATIVE_INFINITY) continue;
    const i = who[calendar] as number;
    const opensDay = duration[i] === 0 && sides[i] === 0;
    end = Math.max(end, opensDay ? startInstant(axis, finish) : endInstant(axis, finish));
  }
  return end;
}

function endPerCalendar(network: Network, instant: number): Float64Array {
  return Float64Array.from(network.axes, (axis) => positionAt(axis, instant));
}

type Floats = Pick<Schedule, "late" | "totalFloat" | "freeFloat" | "isCritical">;

function backwardPass(network: Network, places: Places, ends: Float64Array, floats: Floats): void {
  const { at } = places;
  const { late, totalFloat, freeFloat, isCritical } = floats;
  const { size, isPlainOut, duration, calendarOf } = network;
  const { offsets, end, distance } = network.outgoing;
  const tiny = TINY;
  for (let i = size - 1; i >= 0; i--) {
    const latest = ends[calendarOf[i] as number] as number;
    if (isPlainOut[i] === 0) {
      settle(network, places, latest, floats, i);
      continue;
    }
    let finish = latest;
    let free = latest;
    const last = offsets[i + 1] as number;
    for (let row = offsets[i] as number; row < last; row++) {
      const other = end[row] as number;
      const away = distance[row] as number;
      const bound = (late[other] as number) + away;
      const freeBound = (at[other] as number) + away;
      if (bound < finish) finish = bound;
      if (freeBound < free) free = freeBound;
    }
    const earlyFinish = at[2 * i + 1] as number;
    const room = finish - earlyFinish;
    late[2 * i] = finish - (duration[i] as number);
    late[2 * i + 1] = finish;
    totalFloat[i] = room;
    // Below zero only by rounding; a test that nearly always says the same costs least.
    const slack = free - earlyFinish;
    freeFloat[i] = slack < 0 ? 0 : slack;
    if (room <= tiny) isCritical[i] = 1;
  }
}

/** One step back with everything that can complicate it: look-ups, caps, points, and what has happened. */
function settle(network: Network, places: Places, latest: number, floats: Floats, i: number): void {
  const { at, sides } = places;
  const { late, totalFloat, freeFloat, isCritical } = floats;
  const earlyFinish = at[2 * i + 1] as number;
  let finish = latest;
  let free = latest;
  const last = network.outgoing.offsets[i + 1] as number;
  for (let row = network.outgoing.offsets[i] as number; row < last; row++) {
    if (!holdsBack(network, places, row, i)) continue;
    const bound = backBound(network, late, sides, row);
    finish = Math.min(finish, keepsPace(network, places, late, row) ? Math.max(bound, earlyFinish) : bound);
    free = Math.min(free, backBound(network, at, sides, row));
  }
  finish = Math.min(finish, network.cap[i] as number);
  const start = lateStart(network, places, i, finish - (network.duration[i] as number));
  finish = lateFinish(network, places, i, finish, start);
  late[2 * i] = start;
  late[2 * i + 1] = finish;
  const isDone = network.state[i] === DONE;
  totalFloat[i] = finish - earlyFinish;
  freeFloat[i] = isDone || free < earlyFinish ? 0 : free - earlyFinish;
  isCritical[i] = !isDone && finish - earlyFinish <= TINY ? 1 : 0;
}

function backBound(network: Network, at: Float64Array, sides: Uint8Array, row: number): number {
  const other = network.outgoing.end[row] as number;
  return other >= 0
    ? (at[other] as number) + (network.outgoing.distance[row] as number)
    : boundBack(network, at, sides, row);
}

/**
 * Whether a link with look-ups is met with room to spare where its ends are early. Going back over a day that is not
 * worked gives a whole position; a start in the middle of the day before it may be later than that, and good.
 */
function keepsPace(network: Network, { at }: Places, late: Float64Array, row: number): boolean {
  const end = network.outgoing.end[row] as number;
  if (end >= 0) return false;
  const state = network.state[~end >> 1];
  return state !== HELD && state !== STARTED && (late[~end] as number) >= (at[~end] as number);
}

/**
 * Whether a link (row of `outgoing`) still decides how late its predecessor `index` may be: not once its ends are
 * history, not when a pin has overruled it, and of the links to the start of a group only those of its first work.
 */
export function holdsBack(network: Network, { at, sides }: Places, row: number, index: number): boolean {
  const link = network.links[network.outgoing.link[row] as number] as ScheduleLink;
  const to = network.linkTo[network.outgoing.link[row] as number] as number;
  const leavesStart = link.type === "SS" || link.type === "SF";
  const reachesStart = link.type === "FS" || link.type === "SS";
  if (network.state[to] === DONE || (network.state[to] === STARTED && reachesStart)) return false;
  if (network.state[index] === DONE || (network.state[index] === STARTED && leavesStart)) return false;
  const successor = network.activities[to] as ScheduleActivity;
  if (successor.pinnedStart && backBound(network, at, sides, row) < (at[2 * index + 1] as number) - TINY)
    return false;
  if (successor.join !== "any") return true;
  const gap = (at[2 * index] as number) - (at[2 * to] as number);
  return leavesStart && gap <= TINY;
}

function lateStart(network: Network, { at }: Places, index: number, start: number): number {
  const state = network.state[index];
  if (state === DONE || state === STARTED) return at[2 * index] as number;
  return state === FITTED ? fitBackward(start, network.duration[index] as number) : start;
}

function lateFinish(network: Network, { at }: Places, index: number, finish: number, start: number): number {
  const state = network.state[index];
  if (state === DONE) return at[2 * index + 1] as number;
  if (state === STARTED) return finish;
  return state === FITTED || state === POINT ? start + (network.duration[index] as number) : finish;
}

/** Moves work that is to lie as late as possible back into its free float, last first. */
function placedLate(network: Network, places: Places, ends: Float64Array): Float64Array {
  const at = places.at.slice();
  for (let i = network.size - 1; i >= 0; i--) {
    if (network.isAlap[i] !== 1) continue;
    const days = network.duration[i] as number;
    let finish = Math.min(ends[network.calendarOf[i] as number] as number, network.cap[i] as number);
    const last = network.outgoing.offsets[i + 1] as number;
    for (let row = network.outgoing.offsets[i] as number; row < last; row++) {
      if (holdsBack(network, places, row, i)) {
        finish = Math.min(finish, backBound(network, at, places.sides, row));
      }
    }
    const start = network.fitsDays ? fitBackward(finish - days, days) : finish - days;
    if (start <= (at[2 * i] as number)) continue;
    at[2 * i] = start;
    at[2 * i + 1] = start + days;
  }
  return at;
}
